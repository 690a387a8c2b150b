// Findings as Reviewdog diagnostics, one a line. Form: reviewdog, proto/rdf/reviewdog.proto, message `Diagnostic`.
import type { Severity } from '../../core/index';
import { type ReportFormat, sayFinding } from '../report';

export const rdjsonl: ReportFormat = {
  name: 'rdjsonl',
  carries: 'codes',
  print: ({ findings }, context) =>
    findings
      .map((finding) => {
        // Reviewdog counts columns in bytes.
        const [column, endColumn] = finding.bytes ?? [finding.column, finding.endColumn];
        return `${JSON.stringify({
          message: sayFinding(finding, context),
          location: {
            path: finding.file,
            range: {
              start: { line: finding.line, column },
              end: { line: finding.endLine, column: endColumn },
            },
          },
          severity: weights[finding.severity],
          source: { name: 'soap-notes' },
          code: { value: finding.rule },
        })}\n`;
      })
      .join(''),
};

const weights: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  information: 'INFO',
  hint: 'INFO',
};
