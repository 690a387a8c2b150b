// `soap-notes ledger`: all overrides of a practice, by rule, therapist or client, the noisy rules first.
import { addToList, createLineIndex, type LedgerEntry, makeLedger, toLinePosition } from '../../core/index';
import { formatOption, todayOption } from '../arguments';
import type { Arguments, Command, ExitCode } from '../command';
import { type CliIo, createPaint, type Paint, toPrintable } from '../console';
import { endWithFailures, type LoadedFile, openPractice } from '../practice';

export const ledger: Command = {
  name: 'ledger',
  operands: '[paths]',
  summary: 'List every override, so that somebody looks at them again.',
  details: [
    'Overrides stand in notes and client records. The rules that are overridden most come first: many answers of',
    '“wrong-match” or “not-clinically-significant” say that a rule is too noisy. “unused” means that the override',
    'answers no finding of any note. The words of an override may speak of the client; --show-text prints them.',
  ],
  options: [
    {
      name: 'by',
      value: 'WHAT',
      choices: ['rule', 'therapist', 'client'],
      default: 'rule',
      help: 'How to group the list.',
    },
    formatOption('text', 'json'),
    { name: 'show-text', help: 'Print the words of each override too.' },
    todayOption,
  ],
  examples: [
    'soap-notes ledger',
    'soap-notes ledger --by therapist',
    'soap-notes ledger --format json clients',
  ],
  run: runLedger,
};

interface Row extends Omit<LedgerEntry, 'at' | 'words'> {
  readonly file: string;
  readonly line: number;
  readonly words?: string;
}

function runLedger(args: Arguments, io: CliIo): ExitCode {
  const { views, fileAt, failures, today } = openPractice(args.positionals, args, io);
  const { entries, rules } = makeLedger(views, today);
  const rows = entries.map((entry) => toRow(entry, fileAt(entry.at.uri), args.switches.has('show-text')));
  if (args.values.get('format') === 'json')
    io.stdout.write(`${JSON.stringify({ rules, overrides: rows }, undefined, 2)}\n`);
  else {
    const by = args.values.get('by') ?? 'rule';
    const order = by === 'rule' ? rules.map(({ rule }) => rule) : undefined;
    io.stdout.write(printLedger(rows, by, order, createPaint(io.stdout, io.env)));
    if (by === 'rule' && rules.length > 0) {
      const lines = rules.map(
        ({ rule, overrides, disagreed, open, answered }) =>
          `  ${rule}: ${overrides} (${disagreed} in disagreement), ${answered} findings answered, ${open} open`,
      );
      io.stdout.write(`\nOverrides by rule\n${lines.join('\n')}\n`);
    }
  }
  return endWithFailures(failures, io);
}

function toRow(entry: LedgerEntry, file: LoadedFile | undefined, showText: boolean): Row {
  const { at, words, ...rest } = entry;
  const { line } = toLinePosition(createLineIndex(file?.text ?? ''), at.span.start);
  return {
    ...rest,
    file: file?.shownPath ?? at.uri,
    line: line + 1,
    ...(showText && words !== undefined ? { words } : {}),
  };
}

/** Groups in the order given, else with the most overrides first. */
function printLedger(
  rows: readonly Row[],
  by: string,
  order: readonly string[] | undefined,
  paint: Paint,
): string {
  if (rows.length === 0) return 'No overrides.\n';
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = (by === 'rule' ? row.rule : by === 'client' ? row.client : row.therapist) ?? '(not stated)';
    addToList(groups, key, row);
  }
  const keys =
    order ??
    [...groups.keys()].sort(
      (a, b) => (groups.get(b)?.length ?? 0) - (groups.get(a)?.length ?? 0) || (a < b ? -1 : 1),
    );
  return keys
    .flatMap((key) => [
      paint.bold(toPrintable(key)),
      ...(groups.get(key) ?? []).map((row) => `  ${toLine(row, by)}`),
    ])
    .join('\n')
    .concat('\n');
}

function toLine(row: Row, by: string): string {
  const what = by === 'rule' ? [] : [row.rule];
  const who = [
    ...(by === 'client' || row.client === undefined ? [] : [row.client]),
    ...(by === 'therapist' || row.therapist === undefined ? [] : [`by ${row.therapist}`]),
  ];
  const when = [
    ...(row.on === undefined ? [] : [`from ${row.on}`]),
    ...(row.until === undefined ? [] : [`until ${row.until}`]),
  ];
  const parts = [...what, row.reason ?? 'no reason', ...who, ...when, row.state];
  const place = `${row.file}:${row.line}`;
  const words = row.words === undefined || row.words === '' ? '' : `: “${row.words}”`;
  return toPrintable(`${parts.join(', ')} (${place})${words}`);
}
