// Findings as diagnostics, and what answers them: code actions.
import {
  type CodeActionContext,
  CodeActionKind,
  CodeActionRequest,
  DocumentDiagnosticRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import { findConversion, listActions, listFormEdits } from '../../core/index';
import { listClients } from '../clients';
import { pullReport } from '../diagnostics';
import { placesOf, positionsOfView } from '../state';
import { toCodeAction, toConversion, toFixAll } from '../to-proto/findings';
import { toOwnUri } from '../uris';
import { pullWorkspace } from '../workspace-diagnostics';
import { type HandlerTable, request, withView } from './table';

/** All that is a matter of form, at once; on saving too, where the user asks for it. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.soap-notes`;

/** Sorted by method. */
export const findingHandlers: HandlerTable = {
  capabilities: ({ pullDiagnostics }) => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
    },
    ...(pullDiagnostics && {
      diagnosticProvider: {
        identifier: 'soap-notes',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    }),
  }),
  requests: [
    request(CodeActionRequest.type, (tools, { textDocument, range, context }) =>
      withView(tools, textDocument.uri, [], (view) => {
        const span = positionsOfView(tools.state, view).toSpan(range);
        const fixes = !isWanted(context, CodeActionKind.QuickFix)
          ? []
          : listActions(view, span).map((action) =>
              toCodeAction(action, placesOf(tools.state), tools.state.abilities.relatedInformation),
            );
        if (context.only !== undefined && isWanted(context, fixAllKind)) {
          const edits = listFormEdits(view);
          if (edits.length > 0) fixes.push(toFixAll(edits, fixAllKind, view.file.uri, placesOf(tools.state)));
        }
        if (!isWanted(context, CodeActionKind.RefactorRewrite)) return fixes;
        // Who asks for refactorings gets it anywhere in the note.
        const at = context.only === undefined ? span : undefined;
        const edit = findConversion(view, at, listClients(tools.state));
        return edit === undefined
          ? fixes
          : [...fixes, toConversion(edit, view.file.uri, placesOf(tools.state))];
      }),
    ),
    request(
      DocumentDiagnosticRequest.type,
      async ({ state, practice }, { textDocument, previousResultId }) => {
        // A client that cannot be asked to pull again would keep an answer without the client's record.
        if (!state.abilities.refreshDiagnostics) await practice.whenRead();
        return pullReport(state, toOwnUri(textDocument.uri), previousResultId);
      },
    ),
    request(WorkspaceDiagnosticRequest.type, pullWorkspace),
  ],
};

/** True if a client that asks for code actions wants those of a kind; `refactor` asks for `refactor.rewrite` too. */
const isWanted = ({ only }: CodeActionContext, kind: string): boolean =>
  only === undefined || only.some((asked) => asked === '' || asked === kind || kind.startsWith(`${asked}.`));
