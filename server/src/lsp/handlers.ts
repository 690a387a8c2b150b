// The one table of handlers: what the protocol asks, one core function each, the answer in the protocol's types.
import {
  type CancellationToken,
  type CodeActionContext,
  CodeActionKind,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  MarkupKind,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import {
  convertNote,
  describeTerm,
  findConversion,
  findHover,
  formatNote,
  listActions,
  listCompletions,
  listFolds,
  listLastVisitHints,
  listSymbols,
  parseNote,
  termKinds,
  type Uri,
  type View,
} from '../core/index';
import { beginNote, listClients } from './clients';
import { pullReport } from './diagnostics';
import type { Documents } from './documents';
import type { Practice } from './practice';
import { type ConvertResult, methods } from './protocol';
import type { Publisher } from './publish';
import { beginAddendum, signText } from './signing';
import { placesOf, positionsOfView, type State } from './state';
import {
  toCodeAction,
  toCompletionItem,
  toConversion,
  toDocumentSymbol,
  toEdits,
  toFoldingRanges,
  toHover,
  toInlayHints,
  toPlainText,
} from './to-proto';
import { toOwnUri } from './uris';

/** What handlers work with. */
export interface Tools {
  readonly state: State;
  readonly publisher: Publisher;
  readonly documents: Documents;
  readonly practice: Practice;
}

/** A method with its handler. Params and results have the types of the protocol for that method. */
export interface Row {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: the table is checked where each row is made, by `request` and `notify`.
  readonly run: (tools: Tools, params: any, token: CancellationToken) => unknown;
}

interface RequestType<P, R> {
  readonly method: string;
  readonly _?: [P, R, unknown, unknown] | undefined;
}

const request = <P, R>(
  { method }: RequestType<P, R>,
  run: (tools: Tools, params: P, token: CancellationToken) => NoInfer<R> | Promise<NoInfer<R>>,
): Row => ({ method, run });
const notify = <P>(
  { method }: { readonly method: string; readonly _?: [P, unknown] | [P, unknown, unknown] | undefined },
  run: (tools: Tools, params: P) => void | Promise<void>,
): Row => ({ method, run });

// Documents judged before other work gets its turn.
const batch = 20;

/** Runs a feature over the document that a request names; a document that is not ours gives the empty answer. */
function withView<R>({ state }: Tools, uri: Uri, empty: R, run: (view: View) => R): R {
  const view = state.workspace.view(toOwnUri(uri));
  return view === undefined ? empty : run(view);
}

/** Requests, sorted by method. */
export const requests: readonly Row[] = [
  request(CompletionResolveRequest.type, ({ state }, item) => resolveItem(state, item)),
  {
    method: methods.checkPractice,
    run: ({ practice }, params, token) => practice.check(params ?? {}, token),
  },
  {
    method: methods.clients,
    run: async ({ state, practice }) => {
      await practice.whenRead();
      return listClients(state);
    },
  },
  {
    method: methods.convert,
    run: async ({ state, practice }, params) => {
      await practice.whenRead();
      return convertText(state, params);
    },
  },
  {
    method: methods.newNote,
    run: async ({ state, practice }, params) => {
      await practice.whenRead();
      return beginNote(state, params);
    },
  },
  { method: methods.addendum, run: (_, params) => beginAddendum(params) },
  { method: methods.ping, run: () => null },
  {
    method: methods.sign,
    run: async ({ state, practice }, params) => {
      await practice.whenRead();
      return signText(state, params);
    },
  },
  request(CodeActionRequest.type, (tools, { textDocument, range, context }) =>
    withView(tools, textDocument.uri, [], (view) => {
      const span = positionsOfView(tools.state, view).toSpan(range);
      const fixes = !isWanted(context, CodeActionKind.QuickFix)
        ? []
        : listActions(view, span).map((action) =>
            toCodeAction(action, placesOf(tools.state), tools.state.abilities.relatedInformation),
          );
      if (!isWanted(context, CodeActionKind.RefactorRewrite)) return fixes;
      // Who asks for refactorings gets it anywhere in the note.
      const at = context.only === undefined ? span : undefined;
      const edit = findConversion(view, at, listClients(tools.state));
      return edit === undefined
        ? fixes
        : [...fixes, toConversion(edit, view.file.uri, placesOf(tools.state))];
    }),
  ),
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
  request(DocumentDiagnosticRequest.type, async ({ state, practice }, { textDocument, previousResultId }) => {
    // A client that cannot be asked to pull again would keep an answer without the client's record.
    if (!state.abilities.refreshDiagnostics) await practice.whenRead();
    return pullReport(state, toOwnUri(textDocument.uri), previousResultId);
  }),
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
  request(InlayHintRequest.type, (tools, { textDocument, range }) =>
    withView(tools, textDocument.uri, [], (view) =>
      toInlayHints(listLastVisitHints(view), range, positionsOfView(tools.state, view)),
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
  request(
    WorkspaceDiagnosticRequest.type,
    async ({ state, practice }, { previousResultIds }, token): Promise<WorkspaceDiagnosticReport> => {
      await practice.whenRead();
      const previous = new Map(previousResultIds.map(({ uri, value }) => [toOwnUri(uri), value]));
      const { uriOf } = placesOf(state);
      const items: WorkspaceDiagnosticReport['items'] = [];
      // A document that has gone since the client last asked is answered too, so that nothing stays behind.
      const uris = new Set([...state.workspace.list(), ...state.unread.keys(), ...previous.keys()]);
      for (const uri of uris) {
        if (token.isCancellationRequested) break;
        const version = state.open.get(uri)?.version ?? null;
        items.push({ uri: uriOf(uri), version, ...pullReport(state, uri, previous.get(uri)) });
        if (items.length % batch === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      return { items };
    },
  ),
];

/** Notifications, sorted by method. */
export const notifications: readonly Row[] = [
  notify(DidChangeTextDocumentNotification.type, ({ documents }, params) => documents.change(params)),
  notify(DidCloseTextDocumentNotification.type, ({ documents }, params) =>
    documents.close(params.textDocument.uri),
  ),
  notify(DidOpenTextDocumentNotification.type, ({ documents }, params) =>
    documents.open(params.textDocument),
  ),
  notify(DidSaveTextDocumentNotification.type, ({ documents }, params) => documents.save(params)),
  notify(DidChangeConfigurationNotification.type, ({ practice }, { settings }) =>
    practice.readSettings(settings),
  ),
  notify(DidChangeWatchedFilesNotification.type, ({ practice }, { changes }) =>
    practice.filesChanged(changes.map((change) => change.uri)),
  ),
];

/** True if a client that asks for code actions wants those of a kind; `refactor` asks for `refactor.rewrite` too. */
const isWanted = ({ only }: CodeActionContext, kind: string): boolean =>
  only === undefined || only.some((asked) => asked === '' || asked === kind || kind.startsWith(`${asked}.`));

/** The text of a request in the canonical form; params of another make give the empty text. */
function convertText(state: State, params: unknown): ConvertResult {
  const isText = typeof params === 'object' && params !== null && 'text' in params;
  const given = isText && typeof params.text === 'string' ? params.text : '';
  const text = convertNote(given, { clients: listClients(state) });
  return { text, isNote: parseNote(text).value.sections.length > 0 };
}

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
