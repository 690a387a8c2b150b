// Findings as lines for people: place, severity, message, rule; below them the line and why; at the end what was checked.
import { type Severity, severities } from '../../core/index';
import { type Paint, toPrintable } from '../console';
import {
  type CheckReport,
  type ReportContext,
  type ReportedFinding,
  type ReportedPlace,
  type ReportFormat,
  sayFinding,
} from '../report';

export const text: ReportFormat = {
  name: 'text',
  carries: 'excerpts',
  print: (report, context) =>
    [
      ...report.findings.flatMap((finding) => printFinding(finding, context)),
      printSummary(report, context.paint),
      ...printNext(report),
      '',
    ].join('\n'),
};

function printFinding(finding: ReportedFinding, context: ReportContext): readonly string[] {
  const { paint } = context;
  const severity = paintSeverity(finding.severity, paint);
  const excerpt = finding.words?.excerpt;
  return [
    `${paint.bold(toPlace(finding))}: ${severity}: ${toPrintable(sayFinding(finding, context))} ${paint.faint(`[${finding.rule}]`)}`,
    ...(excerpt === undefined ? [] : printFrame(finding, excerpt, paint)),
    ...(finding.words?.because ?? []).map((why) => `    because ${toPlace(why)}: ${toPrintable(why.text)}`),
  ];
}

const toPlace = (place: ReportedPlace): string => `${place.file}:${place.line}:${place.column}`;

/** How much of a line is shown around what the finding is about. */
const widest = 100;

/** The line of a finding with marks below the words it is about. */
function printFrame(finding: ReportedFinding, excerpt: string, paint: Paint): readonly string[] {
  const start = finding.column - 1;
  const end = finding.endLine === finding.line ? Math.max(start, finding.endColumn - 1) : excerpt.length;
  if (excerpt.trim() === '') return [];
  const from = Math.max(0, Math.min(start - 20, excerpt.length - widest));
  const to = Math.min(excerpt.length, from + widest);
  const number = String(finding.line);
  const cells = (text: string): string =>
    text.replace(/[\s\S]/gu, (sign) => (sign === '\t' ? ' ' : toPrintable(sign)));
  const before = `${from > 0 ? '…' : ''}${cells(excerpt.slice(from, start))}`;
  const marked = cells(excerpt.slice(start, Math.min(end, to)));
  const after = `${cells(excerpt.slice(Math.min(end, to), to))}${to < excerpt.length ? '…' : ''}`;
  const marks = paintLike(finding.severity, paint)('^'.repeat(Math.max(1, [...marked].length)));
  return [
    `  ${paint.faint(`${number} |`)} ${before}${marked}${after}`,
    `  ${paint.faint(`${' '.repeat(number.length)} |`)} ${' '.repeat([...before].length)}${marks}`,
  ];
}

const paintLike = (severity: Severity, paint: Paint): ((text: string) => string) =>
  ({ error: paint.red, warning: paint.yellow, information: paint.blue, hint: paint.faint })[severity];

const paintSeverity = (severity: Severity, paint: Paint): string => paintLike(severity, paint)(severity);

/** `Checked 30 notes and 7 records of 6 clients against 212 rules: 1 error, 2 warnings.` */
function printSummary({ findings, checked, level, known, shard }: CheckReport, paint: Paint): string {
  const parts = [
    checked.notes > 0 ? count(checked.notes, 'note') : undefined,
    checked.records > 0 ? count(checked.records, 'record') : undefined,
  ].filter((part) => part !== undefined);
  const what = parts.length > 0 ? parts.join(' and ') : 'nothing';
  const clients = checked.clients > 0 ? ` of ${count(checked.clients, 'client')}` : '';
  const context = checked.context > 0 ? `, with ${count(checked.context, 'other file')} of the practice` : '';
  const counts = severities.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0
      ? []
      : [severity === 'information' ? `${number} ${severity}` : count(number, severity)];
  });
  const result = counts.length > 0 ? counts.join(', ') : known > 0 ? 'nothing new' : 'no findings';
  const more = [
    ...(shard === undefined ? [] : [` This is part ${shard.index} of ${shard.count}.`]),
    ...(known > 0
      ? [` ${count(known, 'finding')} of the baseline ${known === 1 ? 'is' : 'are'} not shown.`]
      : []),
    ...(level === 'hint' ? [] : [` Findings below ${level} are not shown.`]),
  ];
  return paint.bold(
    `Checked ${what}${clients} against ${count(checked.rules, 'rule')}${context}: ${result}.${more.join('')}`,
  );
}

/** Where the gravest finding of a rule, if there is one, is explained and answered. */
function printNext({ findings }: CheckReport): readonly string[] {
  const rule = findings.find(
    (finding) => finding.severity === 'error' && finding.rule.startsWith('contraindication/'),
  )?.rule;
  return rule === undefined
    ? []
    : [
        `Why, what is safer, and how to answer it: soap-notes explain ${rule.slice('contraindication/'.length)}`,
      ];
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
