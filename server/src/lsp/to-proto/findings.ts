// Findings and their fixes, from plain data of the core to the types of the protocol.
import { type CodeAction, CodeActionKind, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Action, Finding, Severity, TextEdit, Uri } from '../../core/index';
import { say } from '../../core/index';
import type { Places } from '../state';
import { toLocation, toWorkspaceEdit } from './edits';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The name under which an editor shows our findings. */
export const diagnosticSource = 'soap-notes';

/** A finding as a diagnostic, with links to what justifies it. */
export function toDiagnostic(
  finding: Finding,
  places: Places,
  related: boolean,
  page?: Uri | undefined,
): Diagnostic {
  return {
    range: places.positionsOf(finding.at.uri).toRange(finding.at.span),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(page !== undefined && { codeDescription: { href: page } }),
    source: diagnosticSource,
    message: finding.message,
    ...(related &&
      finding.because.length > 0 && {
        relatedInformation: finding.because.map((reason) => ({
          location: toLocation(reason.at, places),
          message: reason.text,
        })),
      }),
  };
}

/** A quick fix. */
export function toCodeAction({ finding, fix }: Action, places: Places, related: boolean): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, places, related)],
    isPreferred: fix.preferred,
    edit: toWorkspaceEdit(fix.edits, places),
  };
}

/** All that is a matter of form, at once. */
export const toFixAll = (edits: readonly TextEdit[], kind: string, uri: Uri, places: Places): CodeAction => ({
  title: say`Put right all matters of form`,
  kind,
  edit: toWorkspaceEdit([{ uri, edits }], places),
});

/** The refactoring that converts a note of another system. */
export const toConversion = (edit: TextEdit, uri: Uri, places: Places): CodeAction => ({
  title: say`Convert to SOAP note`,
  kind: CodeActionKind.RefactorRewrite,
  edit: toWorkspaceEdit([{ uri, edits: [edit] }], places),
});
