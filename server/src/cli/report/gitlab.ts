// Findings as a Code Quality report of GitLab, which shows them in a merge request.
// Form: docs.gitlab.com, "Code Quality", "Code Quality report format".
import type { Severity } from '../../core/index';
import { type ReportFormat, sayFinding } from '../report';

export const gitlab: ReportFormat = {
  name: 'gitlab',
  carries: 'codes',
  print: ({ findings }, context) =>
    `${JSON.stringify(
      findings.map((finding) => ({
        description: sayFinding(finding, context),
        check_name: finding.rule,
        fingerprint: finding.fingerprint,
        severity: weights[finding.severity],
        location: { path: finding.file, lines: { begin: finding.line, end: finding.endLine } },
      })),
      undefined,
      2,
    )}\n`,
};

const weights: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};
