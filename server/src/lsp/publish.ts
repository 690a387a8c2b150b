// Sends findings: pushed after a short pause, or pulled where the client asks for them itself.
import { type Diagnostic, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { summarize, type Uri } from '../core/index';
import { type CheckedParams, methods } from './protocol';
import { positionsOf, type State } from './state';
import { toDiagnostic } from './to-proto';

// A pause so that a burst of keys is judged once; far below what an eye notices.
const pauseMs = 30;

/** Sends findings of documents; one for each server. */
export interface Publisher {
  /** Something changed: the findings of these documents are to be sent anew. */
  schedule(uris: Iterable<Uri>): void;
  /** Clears what was sent for a document. */
  clear(uri: Uri): void;
  /** Sends at once what waits. */
  flush(): void;
  dispose(): void;
}

/** The diagnostics of a document; none if it is not ours. */
export function diagnosticsOf(state: State, uri: Uri): Diagnostic[] {
  const findings = state.workspace.view(uri)?.findings ?? [];
  return findings.map((finding) =>
    toDiagnostic(finding, (other) => positionsOf(state, other), state.abilities.relatedInformation),
  );
}

/** Makes the publisher. Only documents that are open are pushed while typing; a check of the practice sends all. */
export function createPublisher(state: State): Publisher {
  const waiting = new Set<Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const uris = [...waiting].sort();
    waiting.clear();
    if (state.phase !== 'running') return;
    for (const uri of uris) {
      const document = state.open.get(uri);
      if (document === undefined) continue;
      if (!state.abilities.pullDiagnostics)
        void state.connection.sendDiagnostics({
          uri,
          version: document.version,
          diagnostics: diagnosticsOf(state, uri),
        });
      sendChecked(state, uri);
    }
  };
  return {
    schedule(uris) {
      for (const uri of uris) if (state.open.has(uri)) waiting.add(uri);
      if (waiting.size > 0) timer ??= setTimeout(flush, pauseMs);
    },
    clear(uri) {
      waiting.delete(uri);
      if (!state.abilities.pullDiagnostics) void state.connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    flush,
    dispose: () => clearTimeout(timer),
  };
}

/** Tells the client what was checked in a document. */
export function sendChecked(state: State, uri: Uri): void {
  const view = state.workspace.view(uri);
  if (view === undefined) return;
  const { client, ...counts } = summarize(view);
  const params: CheckedParams = { uri, ...counts, ...(client !== undefined && { client }) };
  void state.connection.sendNotification(methods.checked, params);
}

/** A pulled report: unchanged where the result id is still the one that the client has. */
export function pullReport(
  state: State,
  uri: Uri,
  previous: string | undefined,
): { kind: 'full'; items: Diagnostic[]; resultId: string } | { kind: 'unchanged'; resultId: string } {
  const items = diagnosticsOf(state, uri);
  const resultId = fingerprint(items);
  return resultId === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, items, resultId };
}

/** A short id of a list of diagnostics; holds none of their words. */
function fingerprint(items: readonly Diagnostic[]): string {
  let hash = 0;
  for (const unit of JSON.stringify(items)) hash = (Math.imul(hash, 31) + unit.charCodeAt(0)) | 0;
  return `${items.length}-${(hash >>> 0).toString(36)}`;
}
