// Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.
// Form and escapes: docs.github.com, "Workflow commands for GitHub Actions", and `actions/toolkit`, packages/core/src/command.ts.
import type { Severity } from '../../core/index';
import { type ReportContext, type ReportedFinding, type ReportFormat, sayFinding } from '../report';

export const github: ReportFormat = {
  name: 'github',
  carries: 'codes',
  print: ({ findings, failures }, context) =>
    [
      ...findings.map((finding) => toCommand(finding, context)),
      ...failures.map((failure) => `::error title=soap-notes::${escapeData(failure)}\n`),
    ].join(''),
};

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function toCommand(finding: ReportedFinding, context: ReportContext): string {
  const properties = Object.entries({
    file: finding.file,
    line: finding.line,
    endLine: finding.endLine,
    // GitHub takes columns only within one line.
    ...(finding.line === finding.endLine ? { col: finding.column, endColumn: finding.endColumn } : {}),
    title: finding.rule,
  }).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${commands[finding.severity]} ${properties.join(',')}::${escapeData(sayFinding(finding, context))}\n`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
