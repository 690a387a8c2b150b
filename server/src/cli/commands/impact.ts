// `soap-notes impact`: which notes on file a rule speaks in, so that an owner can judge it before keeping it.
import { createLineIndex, listTouches, type Severity, sliceSpan, toLinePosition } from '../../core/index';
import { formatOption, todayOption } from '../arguments';
import { type Arguments, type Command, type ExitCode, UsageError } from '../command';
import { type CliIo, toPrintable } from '../console';
import { endWithFailures, type OpenedPractice, openPractice } from '../practice';
import { findNearest, toSuggestion } from '../suggest';

export const impact: Command = {
  name: 'impact',
  operands: 'RULE [path]',
  maximumOperands: 2,
  summary: 'List the clients and notes that a rule speaks of.',
  details: [
    'Works for shipped rules and for those of the practice (knowledge/*.yaml). Every note is read as of its own date.',
    'Where a stronger rule speaks in its place, that rule is named. --show-text prints the words too.',
  ],
  options: [
    formatOption('text', 'json'),
    { name: 'show-text', help: 'Print the words of the note that the rule marks.' },
    todayOption,
  ],
  examples: ['soap-notes impact house-wrap-pregnancy', 'soap-notes impact dvt-deep-absolute ~/practice'],
  run: runImpact,
};

interface Row {
  readonly client: string;
  readonly date: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  /** The stronger rule that speaks in its place. */
  readonly saidBy?: string;
  readonly text?: string;
}

function runImpact(args: Arguments, io: CliIo): ExitCode {
  const [asked, ...paths] = args.positionals;
  if (asked === undefined)
    throw new UsageError('Name a rule, such as `soap-notes impact dvt-deep-absolute`.');
  const id = asked.replace(/^contraindication\//, '');
  const practice = openPractice(paths, args, io);
  const { files, failures, workspace } = practice;
  assertKnown(id, practice);
  const rows: Row[] = [];
  for (const file of files) {
    if (file.kind !== 'note') continue;
    const view = workspace.view(file.uri);
    if (view?.kind !== 'note') continue;
    const lines = createLineIndex(file.text);
    const { kb, session, client, today, findings } = view;
    const at = { kb, session, client, date: session.date ?? today };
    for (const touch of listTouches(at, id, findings)) {
      rows.push({
        client: view.client.id ?? '(unknown)',
        date: view.session.date ?? '(no date)',
        severity: touch.severity,
        file: file.shownPath,
        line: toLinePosition(lines, touch.at.span.start).line + 1,
        ...(touch.saidBy !== undefined && { saidBy: touch.saidBy }),
        ...(args.switches.has('show-text') && { text: sliceSpan(file.text, touch.at.span) }),
      });
    }
  }
  rows.sort((a, b) => (a.client < b.client ? -1 : a.client > b.client ? 1 : a.date < b.date ? -1 : 1));
  const clients = new Set(rows.map((row) => row.client)).size;
  if (args.values.get('format') === 'json')
    io.stdout.write(`${JSON.stringify({ rule: id, clients, notes: rows }, undefined, 2)}\n`);
  else {
    for (const { client, date, severity, file, line, saidBy, text } of rows)
      io.stdout.write(
        `${toPrintable(`${client} ${date} ${severity} (${file}:${line})${saidBy === undefined ? '' : `, said by ${saidBy}`}${text === undefined ? '' : `: “${text}”`}`)}\n`,
      );
    io.stdout.write(`${id}: ${rows.length} places, ${clients} clients.\n`);
  }
  return endWithFailures(failures, io);
}

/** Throws a `UsageError` with the nearest id if neither the shipped rules nor those of the practice have this one. */
function assertKnown(id: string, { kb, files, workspace }: OpenedPractice): void {
  // A practice's own rules come from its knowledge files: no note need be read to know them.
  const own = files.flatMap(({ kind, uri }) => (kind === 'knowledge' ? (workspace.view(uri)?.kb ?? []) : []));
  const ids = [kb, ...own].flatMap(({ rules }) => [...rules.keys()]);
  if (!ids.includes(id))
    throw new UsageError(
      `No rule of this practice has the id ${toPrintable(id)}.${toSuggestion(findNearest(id, ids))}`,
    );
}
