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
  const { file, line, endLine, column, endColumn, rule } = finding;
  // GitHub takes columns only within one line.
  const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
  const place = `file=${escapeProperty(file)},line=${line},endLine=${endLine}${columns}`;
  return `::${commands[finding.severity]} ${place},title=${escapeProperty(rule)}::${escapeData(sayFinding(finding, context))}\n`;
}

const toCode = (character: string): string => encodeURIComponent(character);

const escapeData = (text: string): string => text.replace(/[%\r\n]/g, toCode);

const escapeProperty = (text: string): string => text.replace(/[%\r\n:,]/g, toCode);
