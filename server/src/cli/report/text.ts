// Findings as lines for people: place, severity, message, rule; below them why; at the end what was checked.
import { type Severity, severities } from '../../core/index';
import { type Paint, toPrintable } from '../console';
import type { CheckReport, ReportedFinding, ReportedPlace, ReportFormat } from '../report';

export const text: ReportFormat = {
  name: 'text',
  print: (report, paint) =>
    [
      ...report.findings.flatMap((finding) => printFinding(finding, paint)),
      printSummary(report, paint),
      '',
    ].join('\n'),
};

function printFinding(finding: ReportedFinding, paint: Paint): readonly string[] {
  const severity = paintSeverity(finding.severity, paint);
  return [
    `${paint.bold(toPlace(finding))}: ${severity}: ${toPrintable(finding.message)} ${paint.faint(`[${finding.rule}]`)}`,
    ...finding.because.map((why) => `    because ${toPlace(why)}: ${toPrintable(why.text)}`),
  ];
}

const toPlace = (place: ReportedPlace): string => `${place.file}:${place.line}:${place.column}`;

function paintSeverity(severity: Severity, paint: Paint): string {
  switch (severity) {
    case 'error':
      return paint.red(severity);
    case 'warning':
      return paint.yellow(severity);
    case 'information':
      return paint.blue(severity);
    case 'hint':
      return paint.faint(severity);
  }
}

/** `Checked 30 notes and 7 records of 6 clients against 212 rules: 1 error, 2 warnings.` */
function printSummary({ findings, checked, level }: CheckReport, paint: Paint): string {
  const parts = [
    checked.notes > 0 ? count(checked.notes, 'note') : undefined,
    checked.records > 0 ? count(checked.records, 'record') : undefined,
  ].filter((part) => part !== undefined);
  const clients = checked.clients > 0 ? ` of ${count(checked.clients, 'client')}` : '';
  const context = checked.context > 0 ? `, with ${count(checked.context, 'other file')} of the practice` : '';
  const counts = severities.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0
      ? []
      : [severity === 'information' ? `${number} ${severity}` : count(number, severity)];
  });
  const result = counts.length > 0 ? counts.join(', ') : 'no findings';
  const hidden = level === 'hint' ? '' : ` Findings below ${level} are not shown.`;
  return paint.bold(
    `Checked ${parts.join(' and ')}${clients} against ${count(checked.rules, 'rule')}${context}: ${result}.${hidden}`,
  );
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
