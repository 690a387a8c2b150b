// What helps while reading and writing one document: completion, hover, outline, folds, hints, layout.
import {
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  MarkupKind,
} from 'vscode-languageserver';
import {
  describeTerm,
  findHover,
  formatNote,
  listCompletions,
  listFolds,
  listSymbols,
  termKinds,
} from '../../core/index';
import { placesOf, positionsOfView, type State } from '../state';
import { toEdits } from '../to-proto/edits';
import { toCompletionItem, toHover, toPlainText } from '../to-proto/help';
import { toDocumentSymbol, toFoldingRanges } from '../to-proto/outline';
import { type HandlerTable, request, withView } from './table';

/** Sorted by method. */
export const languageHandlers: HandlerTable = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: [' ', ':', '-', '#'], resolveProvider: true },
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentFormattingProvider: true,
  }),
  requests: [
    request(CompletionResolveRequest.type, ({ state }, item) => resolveItem(state, item)),
    request(CompletionRequest.type, (tools, { textDocument, position }) =>
      withView(tools, textDocument.uri, null, (view) => {
        const positions = positionsOfView(tools.state, view);
        return {
          // Each letter is judged here: an editor alone would offer words that merely share letters with it.
          isIncomplete: true,
          items: listCompletions(view, positions.toOffset(position)).map((item) =>
            toCompletionItem(item, positions, tools.state.abilities.completionTags),
          ),
        };
      }),
    ),
    request(DocumentSymbolRequest.type, (tools, { textDocument }) =>
      withView(tools, textDocument.uri, [], (view) =>
        listSymbols(view).map((symbol) => toDocumentSymbol(symbol, positionsOfView(tools.state, view))),
      ),
    ),
    request(FoldingRangeRequest.type, (tools, { textDocument }) =>
      withView(tools, textDocument.uri, [], (view) =>
        toFoldingRanges(listFolds(view), positionsOfView(tools.state, view)),
      ),
    ),
    request(DocumentFormattingRequest.type, (tools, { textDocument }) =>
      withView(tools, textDocument.uri, [], (view) =>
        view.kind === 'note' ? toEdits(formatNote(view.file.text), positionsOfView(tools.state, view)) : [],
      ),
    ),
    request(HoverRequest.type, (tools, { textDocument, position }) =>
      withView(tools, textDocument.uri, null, (view) => {
        const positions = positionsOfView(tools.state, view);
        const hover = findHover(view, positions.toOffset(position));
        return hover === undefined
          ? null
          : toHover(hover, placesOf(tools.state), positions, tools.state.abilities.markdownHover);
      }),
    ),
  ],
};

/** Adds what a suggestion means. */
function resolveItem(state: State, item: CompletionItem): CompletionItem {
  const data: unknown = item.data;
  if (
    typeof data !== 'object' ||
    data === null ||
    !('kind' in data) ||
    !('id' in data) ||
    typeof data.id !== 'string'
  )
    return item;
  const kind = termKinds.find((known) => known === data.kind);
  const words = kind === undefined ? undefined : describeTerm(state.kb, kind, data.id);
  if (words === undefined) return item;
  return {
    ...item,
    documentation: state.abilities.markdownCompletion
      ? { kind: MarkupKind.Markdown, value: words }
      : toPlainText(words),
  };
}
