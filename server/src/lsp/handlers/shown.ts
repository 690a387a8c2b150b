// What is shown in and above the lines of a note: colours by meaning, lenses, hints, the rest of a line.
import {
  CodeLensRequest,
  InlayHintRequest,
  InlineCompletionRequest,
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import {
  findInlineSuggestion,
  listLastVisitHints,
  listLenses,
  listLineHints,
  listTokens,
  type NoteView,
} from '../../core/index';
import { placesOf, positionsOfView, type State } from '../state';
import { toCodeLens, toInlayHints, tokenLegend, toTokenData, toTokenEdits } from '../to-proto/shown';
import { type HandlerTable, request, withNote } from './table';

/** Sorted by method. */
export const shownHandlers: HandlerTable = {
  capabilities: () => ({
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: true,
    inlineCompletionProvider: true,
    semanticTokensProvider: { legend: tokenLegend, full: { delta: true }, range: true },
  }),
  requests: [
    request(CodeLensRequest.type, async (tools, { textDocument }) => {
      // Numbers of sessions that grow while notes are read would flicker.
      await tools.practice.whenRead();
      return withNote(tools, textDocument.uri, [], (view) =>
        view.settings.codeLens
          ? listLenses(view, tools.state.workspace.entryOf(view.file.uri)).map((lens) =>
              toCodeLens(lens, placesOf(tools.state)),
            )
          : [],
      );
    }),
    request(InlayHintRequest.type, (tools, { textDocument, range }) =>
      withNote(tools, textDocument.uri, [], (view) => {
        const { lastVisitHints, lineHints } = view.settings;
        const hints = [
          ...(lastVisitHints ? listLastVisitHints(view) : []),
          ...(lineHints ? listLineHints(view) : []),
        ];
        return toInlayHints(hints, range, positionsOfView(tools.state, view));
      }),
    ),
    request(InlineCompletionRequest.type, (tools, { textDocument, position }) =>
      withNote(tools, textDocument.uri, null, (view) => {
        if (!view.settings.lastSessionSuggestions) return null;
        const positions = positionsOfView(tools.state, view);
        const found = findInlineSuggestion(view, positions.toOffset(position));
        return found === undefined
          ? null
          : { items: [{ insertText: found.text, range: positions.toRange(found.at) }] };
      }),
    ),
    request(SemanticTokensRequest.type, (tools, { textDocument }) =>
      withNote<SemanticTokens>(tools, textDocument.uri, { data: [] }, (view) => keep(tools.state, view)),
    ),
    request(SemanticTokensDeltaRequest.type, (tools, { textDocument, previousResultId }) =>
      withNote<SemanticTokens | SemanticTokensDelta>(tools, textDocument.uri, { data: [] }, (view) => {
        const before = tools.state.tokens.get(view.file.uri);
        const after = keep(tools.state, view);
        return before?.resultId === previousResultId
          ? { resultId: after.resultId, edits: toTokenEdits(before.data, after.data) }
          : after;
      }),
    ),
    request(SemanticTokensRangeRequest.type, (tools, { textDocument, range }) =>
      withNote(tools, textDocument.uri, { data: [] }, (view) => {
        const positions = positionsOfView(tools.state, view);
        return { data: toTokenData(listTokens(view, positions.toSpan(range)), view.file.text, positions) };
      }),
    ),
  ],
};

let results = 0;

/** The colours of a note, kept so that the next answer says only what changed. */
function keep(state: State, view: NoteView): { readonly resultId: string; readonly data: number[] } {
  results += 1;
  const data = toTokenData(listTokens(view), view.file.text, positionsOfView(state, view));
  const made = { resultId: String(results), data };
  if (state.open.has(view.file.uri)) state.tokens.set(view.file.uri, made);
  return made;
}
