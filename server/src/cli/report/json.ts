// Findings as one JSON array, for programs.
import type { ReportedFinding, ReportFormat } from '../report';

export const json: ReportFormat = {
  name: 'json',
  carries: 'words',
  print: ({ findings }) => `${JSON.stringify(findings.map(toRow), undefined, 2)}\n`,
};

/** A finding as programs read it; message and reasons are there if the report has words. */
export const toRow = (finding: ReportedFinding) => ({
  file: finding.file,
  line: finding.line,
  column: finding.column,
  endLine: finding.endLine,
  endColumn: finding.endColumn,
  severity: finding.severity,
  rule: finding.rule,
  fingerprint: finding.fingerprint,
  ...(finding.words === undefined ? {} : { message: finding.words.message, because: finding.words.because }),
});
