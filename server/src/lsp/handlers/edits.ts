// Changes that a therapist asks for: layout of a part, another id for a client or term, files that move.
import {
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  PrepareRenameRequest,
  RenameRequest,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { findRenameTarget, formatPart, say } from '../../core/index';
import { moveFiles, renameAt } from '../renames';
import { positionsOfView } from '../state';
import { toEdits } from '../to-proto/edits';
import { type HandlerTable, refusal, request, withNote, withView } from './table';

/** Sorted by method. */
export const editHandlers: HandlerTable = {
  capabilities: () => ({
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    documentRangeFormattingProvider: true,
    renameProvider: { prepareProvider: true },
    workspace: {
      fileOperations: {
        willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] },
      },
    },
  }),
  requests: [
    request(DocumentOnTypeFormattingRequest.type, (tools, { textDocument, position }) =>
      withNote(tools, textDocument.uri, [], (view) => {
        // The line that was just left; the one that is begun is the writer's.
        const positions = positionsOfView(tools.state, view);
        const before = { line: Math.max(0, position.line - 1), character: 0 };
        const span = {
          start: positions.toOffset(before),
          end: positions.toOffset({ ...before, character: Number.MAX_SAFE_INTEGER }),
        };
        return position.line === 0 ? [] : toEdits(formatPart(view.file.text, span), positions);
      }),
    ),
    request(DocumentRangeFormattingRequest.type, (tools, { textDocument, range }) =>
      withNote(tools, textDocument.uri, [], (view) => {
        const positions = positionsOfView(tools.state, view);
        return toEdits(formatPart(view.file.text, positions.toSpan(range)), positions);
      }),
    ),
    request(PrepareRenameRequest.type, (tools, { textDocument, position }) =>
      withView(tools, textDocument.uri, null, (view) => {
        const positions = positionsOfView(tools.state, view);
        const target = findRenameTarget(view, positions.toOffset(position));
        return target === undefined
          ? null
          : { range: positions.toRange(target.span), placeholder: target.id };
      }),
    ),
    request(RenameRequest.type, async (tools, { textDocument, position, newName }) => {
      await tools.practice.whenRead();
      return withView(
        tools,
        textDocument.uri,
        null,
        (view): WorkspaceEdit | null | ReturnType<typeof refusal> => {
          const offset = positionsOfView(tools.state, view).toOffset(position);
          const target = findRenameTarget(view, offset);
          if (target === undefined)
            return refusal(
              say`Put the cursor on a client’s id, or on the id of a term that the practice added.`,
            );
          const result = renameAt(tools.state, view, target, newName);
          return 'refusal' in result ? refusal(result.refusal) : result.edit;
        },
      );
    }),
    request(WillRenameFilesRequest.type, async (tools, { files }) => {
      await tools.practice.whenRead();
      return moveFiles(
        tools.state,
        files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri })),
      );
    }),
  ],
};
