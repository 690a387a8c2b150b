// Sends findings: pushed after a short pause, or pulled where the client asks for them itself.
import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { summarize, type Uri } from '../core/index';
import { watchesClients } from './client-rows';
import { diagnosticsOf } from './diagnostics';
import { nameFailure } from './guard';
import { nextTurn } from './pace';
import { type CheckedParams, methods } from './protocol';
import { placesOf, type State } from './state';

// A pause so that a burst of keys is judged once; far below what an eye notices.
const pauseMs = 30;
// Lists of clients are looked at between sessions: a longer pause, so that typing is not held up by them.
const clientsPauseMs = 400;

/** Sends findings of documents; one for each server. */
export interface Publisher {
  /** Something changed: the findings of these documents are to be sent anew. `by` is the document that changed. */
  schedule(uris: Iterable<Uri>, by?: Uri): void;
  /** A document was closed: clears what was sent for it, unless all findings of the practice are shown. */
  clear(uri: Uri, clientUri: Uri): void;
  /** From now on the findings of these documents are shown, open or not. Resolves when they are sent. */
  showAll(uris: readonly Uri[]): Promise<void>;
  /** Everything may have changed: sends all that is shown, and asks a client that pulls to pull again. */
  refresh(): void;
  /** Clients may have changed: tells a client that watches them, after a pause. */
  tellOfClients(): void;
  /** Waits until documents change that are not open, and answers them; all where anything may have changed. */
  whenChanged(signal: AbortSignal): Promise<'all' | ReadonlySet<Uri>>;
  dispose(): void;
}

/** Makes the publisher. Documents that are open are pushed while typing; a check of the practice shows the others. */
export function createPublisher(state: State): Publisher {
  const waiting = new Set<Uri>();
  const shown = new Set<Uri>();
  let pullAgain = false;
  let showAgain = false;
  let changed: 'all' | Set<Uri> = new Set<Uri>();
  let wake: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isKnown = (uri: Uri): boolean =>
    state.open.has(uri) || state.unread.has(uri) || state.workspace.view(uri) !== undefined;
  const push = (uri: Uri): Promise<void> => {
    const version = state.open.get(uri)?.version;
    if (!isKnown(uri)) shown.delete(uri);
    return state.connection.sendDiagnostics({
      uri: placesOf(state).uriOf(uri),
      diagnostics: [...diagnosticsOf(state, uri)],
      ...(version !== undefined && { version }),
    });
  };
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const uris = [...waiting].sort();
    const ask = pullAgain;
    if (showAgain) refreshShown(state);
    showAgain = false;
    waiting.clear();
    pullAgain = false;
    for (const uri of uris) {
      // Judging takes its time: what is asked meanwhile goes first, and a document may have been closed since.
      await nextTurn();
      if (state.phase !== 'running') return;
      if (!state.open.has(uri) && !shown.has(uri)) continue;
      try {
        if (!state.abilities.pullDiagnostics) void push(uri);
        if (state.open.has(uri)) sendChecked(state, uri);
      } catch (error) {
        const { errorId, kind } = nameFailure('publish', error);
        state.connection.console.error(`publish failed: ${kind}, error ${errorId}`);
      }
    }
    if (ask && state.phase === 'running')
      void state.connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  let clientsTimer: ReturnType<typeof setTimeout> | undefined;
  const tellOfClients = (): void => {
    if (!watchesClients(state)) return;
    clientsTimer ??= setTimeout(() => {
      clientsTimer = undefined;
      if (state.phase === 'running') void state.connection.sendNotification(methods.clientsChanged);
    }, clientsPauseMs);
  };
  const start = (): void => {
    tellOfClients();
    if (waiting.size > 0 || pullAgain || showAgain) timer ??= setTimeout(() => void flush(), pauseMs);
  };
  const canAsk = (): boolean => state.abilities.pullDiagnostics && state.abilities.refreshDiagnostics;

  return {
    tellOfClients,
    schedule(uris, by) {
      for (const uri of uris) {
        if (changed !== 'all' && !state.open.has(uri)) changed.add(uri);
        if (state.unread.has(uri)) shown.add(uri);
        if (!state.open.has(uri) && !shown.has(uri)) continue;
        waiting.add(uri);
        // A client pulls anew what it changed itself, not what changed with it.
        if (uri !== by && canAsk()) pullAgain = true;
        if (uri !== by && state.open.has(uri)) showAgain = true;
      }
      wake();
      start();
    },
    clear(uri, clientUri) {
      waiting.delete(uri);
      if (state.abilities.pullDiagnostics) return;
      if (shown.has(uri)) this.schedule([uri]);
      else void state.connection.sendDiagnostics({ uri: clientUri, diagnostics: [] });
    },
    async showAll(uris) {
      // A client that pulls fetches all findings by itself; pushed as well, each would be there twice.
      if (state.abilities.pullDiagnostics) return this.refresh();
      for (const uri of uris) {
        shown.add(uri);
        await push(uri);
      }
    },
    refresh() {
      for (const [uri, document] of state.open) if (document.kind !== undefined) waiting.add(uri);
      for (const uri of state.unread.keys()) shown.add(uri);
      for (const uri of shown) waiting.add(uri);
      pullAgain = canAsk();
      showAgain = true;
      changed = 'all';
      wake();
      start();
    },
    async whenChanged(signal) {
      const isNothing = (): boolean => changed !== 'all' && changed.size === 0;
      if (isNothing() && !signal.aborted)
        await new Promise<void>((resolve) => {
          wake = () => {
            if (!isNothing()) resolve();
          };
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
      const taken = changed;
      changed = new Set();
      return taken;
    },
    dispose() {
      clearTimeout(timer);
      clearTimeout(clientsTimer);
      changed = 'all';
      wake();
    },
  };
}

/** Asks the client to fetch anew what it shows in open notes: lines above, hints, colours. */
function refreshShown({ connection, abilities }: State): void {
  const asked = [
    ...(abilities.refreshLenses ? [connection.sendRequest(CodeLensRefreshRequest.type)] : []),
    ...(abilities.refreshHints ? [connection.languages.inlayHint.refresh()] : []),
    ...(abilities.refreshTokens ? [connection.languages.semanticTokens.refresh()] : []),
  ];
  for (const one of asked) void one.catch(() => undefined);
}

/** Tells the client what was checked in a document. */
function sendChecked(state: State, uri: Uri): void {
  const view = state.workspace.view(uri);
  if (view === undefined) return;
  const { client, ...counts } = summarize(view);
  const params: CheckedParams = {
    uri: placesOf(state).uriOf(uri),
    ...counts,
    ...(client !== undefined && { client }),
  };
  void state.connection.sendNotification(methods.checked, params);
}
