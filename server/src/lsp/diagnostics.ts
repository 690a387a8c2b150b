// The diagnostics of one document, and the reports that a client pulls.
import { type Diagnostic, DiagnosticSeverity, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { say, spoken, type Uri, type View } from '../core/index';
import { nameFailure } from './guard';
import { findPage } from './pages';
import { placesOf, type State } from './state';
import { diagnosticSource, toDiagnostic } from './to-proto/findings';

/** A pulled report: unchanged where the result id is still the one that the client has. */
export type Report =
  | { readonly kind: 'full'; readonly items: Diagnostic[]; readonly resultId: string }
  | { readonly kind: 'unchanged'; readonly resultId: string };

interface Judged {
  readonly items: readonly Diagnostic[];
  readonly resultId: string;
}

// A view is new whenever anything changed that it rests on, so its diagnostics are made once.
const judged = new WeakMap<View, Judged>();

/**
 * The diagnostics of a document; none if it is not ours. A document that cannot be judged because of a mistake of
 * ours says so itself: no diagnostics would read as "nothing found".
 */
export function diagnosticsOf(state: State, uri: Uri): readonly Diagnostic[] {
  const items = judge(state, uri).items;
  return state.open.get(uri)?.outOfStep === true ? [outOfStep(), ...items] : items;
}

/** The report of a document, as short as what the client already has allows. */
export function pullReport(state: State, uri: Uri, previous: string | undefined): Report {
  // Nothing that it rests on changed since it was judged: it need not be read again to say so.
  const revision = state.workspace.has(uri) ? state.workspace.revision(uri) : '';
  const before = state.reported.get(uri);
  const same = before !== undefined && before.revision === revision && previous === before.resultId;
  const found = same && !state.open.has(uri) ? before.resultId : judge(state, uri).resultId;
  if (revision !== '') state.reported.set(uri, { revision, resultId: found });
  const resultId = state.open.get(uri)?.outOfStep === true ? `${found}-out-of-step` : found;
  return resultId === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, items: [...diagnosticsOf(state, uri)], resultId };
}

const nothing: Judged = { items: [], resultId: 'none' };

const judgeUnread = (reason: string | undefined): Judged =>
  reason === undefined
    ? nothing
    : {
        items: [atTop('file/not-read', say`This file ${spoken(reason)}. Nothing in it counts.`)],
        resultId: reason,
      };

function judge(state: State, uri: Uri): Judged {
  try {
    const view = state.workspace.view(uri);
    if (view === undefined) return judgeUnread(state.unread.get(uri));
    const known = judged.get(view);
    if (known !== undefined) return known;
    const places = placesOf(state);
    const items = view.findings.map((finding) =>
      toDiagnostic(
        finding,
        places,
        state.abilities.relatedInformation,
        state.abilities.codePages ? findPage(state, finding.rule) : undefined,
      ),
    );
    const made = { items, resultId: fingerprint(items) };
    judged.set(view, made);
    return made;
  } catch (error) {
    const { errorId, kind } = nameFailure('diagnostics', error);
    state.connection.console.error(`diagnostics failed: ${kind}, error ${errorId}`);
    const message = say`This document could not be checked (error ${errorId}). Nothing is known about it; please report this.`;
    return { items: [atTop('internal/not-checked', message)], resultId: errorId };
  }
}

const atTop = (code: string, message: string): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Warning,
  code,
  source: diagnosticSource,
  message,
});

const outOfStep = (): Diagnostic =>
  atTop(
    'file/out-of-step',
    say`Editor and checker may not have the same text. Save the file, or close and open it, to check it again.`,
  );

/** A short id of a list of diagnostics; holds none of their words. */
function fingerprint(items: readonly Diagnostic[]): string {
  let hash = 0;
  for (const unit of JSON.stringify(items)) hash = (Math.imul(hash, 31) + unit.charCodeAt(0)) | 0;
  return `${items.length}-${(hash >>> 0).toString(36)}`;
}
