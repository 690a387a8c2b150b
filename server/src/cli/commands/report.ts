// `soap-notes report`: the audit of a practice, as text, HTML or CSV.
import { type Audit, auditPage, makeAudit, toDocument } from '../../core/index';
import { formatOption, todayOption } from '../arguments';
import { printAuditCsv } from '../audit/csv';
import { printAuditText } from '../audit/text';
import type { Arguments, Command, ExitCode } from '../command';
import { type CliIo, createPaint } from '../console';
import { dayOptions, readDays } from '../days';
import { endWithFailures, openPractice } from '../practice';

export const report: Command = {
  name: 'report',
  operands: '[paths]',
  summary: 'Audit a practice: completeness, signatures, alerts, overrides.',
  details: [
    'Counts what the notes of some days lack, what is not signed, which alerts stand by rule, and what was overridden.',
    'Text and HTML name rules and therapists, no client and no words of a note; CSV has a line for each note, with the',
    'id of its client. Notes without a date count only where no days are asked for. Every note that is not signed is',
    'counted, those from before the practice’s first signature too, which soap-notes due leaves out.',
  ],
  options: [formatOption('text', 'html', 'csv', 'json'), ...dayOptions('Notes'), todayOption],
  examples: [
    'soap-notes report --since 2026-10 --until 2026-10',
    'soap-notes report --format html > audit.html',
    'soap-notes report --format csv > notes.csv',
  ],
  run: runReport,
};

function runReport(args: Arguments, io: CliIo): ExitCode {
  const { files, views, failures, workspace, today } = openPractice(args.positionals, args, io);
  const audit = makeAudit(views, { ...readDays(args), today });
  const settings = files.find(({ kind, named }) => kind === 'practice' && named);
  const practiceView = settings && workspace.view(settings.uri);
  const practice = practiceView?.kind === 'practice' ? practiceView.parsed.value : undefined;
  const shown = new Map(files.map(({ uri, shownPath }) => [uri, shownPath]));
  const toShown = (uri: string): string => shown.get(uri) ?? uri;
  const print: Readonly<Record<string, () => string>> = {
    text: () => printAuditText(audit, createPaint(io.stdout, io.env)),
    html: () => toDocument(auditPage(audit, practice)),
    csv: () => printAuditCsv(audit, toShown),
    json: () => `${JSON.stringify(toJson(audit, toShown), undefined, 2)}\n`,
  };
  io.stdout.write(print[args.values.get('format') ?? 'text']?.() ?? '');
  return endWithFailures(failures, io);
}

/** The audit as data; the words of overrides stay where they are. */
function toJson({ ledger, ...audit }: Audit, toShown: (uri: string) => string): object {
  return {
    ...audit,
    notes: audit.notes.map(({ uri, ...note }) => ({ file: toShown(uri), ...note })),
    overrides: ledger.rules,
  };
}
