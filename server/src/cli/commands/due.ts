// `soap-notes due`: what is due in a practice on a day.
import {
  type ClientEntry,
  count,
  createLineIndex,
  type DueItem,
  defaultSettings,
  dueKinds,
  listDue,
  toLinePosition,
} from '../../core/index';
import { formatOption, todayOption } from '../arguments';
import { toTable } from '../columns';
import type { Arguments, Command, ExitCode } from '../command';
import type { CliIo } from '../console';
import { printCsv } from '../csv';
import { endWithFailures, type LoadedFile, openPractice } from '../practice';

export const due: Command = {
  name: 'due',
  operands: '[paths]',
  summary: 'List what is due: visits, missing notes, signatures, consents.',
  details: [
    'Goes by the plans, records and signatures of the practice as of a day. Lines name clients by their id; no words of',
    'a note are shown. Of notes that are not signed it lists those of the last year; where no profile asks for',
    'signatures, only those since the practice’s first one. soap-notes report counts all of them.',
  ],
  options: [
    { name: 'kind', value: 'KIND', choices: dueKinds, help: 'Only this kind.' },
    { ...todayOption, help: 'The day to ask about; otherwise the day it is.' },
    formatOption('text', 'csv', 'json'),
  ],
  examples: [
    'soap-notes due',
    'soap-notes due --kind unsigned',
    'soap-notes due --today 2026-12-01 --format csv',
  ],
  run: runDue,
};

interface Row extends Pick<DueItem, 'kind' | 'client' | 'due' | 'message'> {
  readonly file: string;
  readonly line: number;
}

function runDue(args: Arguments, io: CliIo): ExitCode {
  const { files, fileAt, failures, workspace, kb, today } = openPractice(args.positionals, args, io);
  const named = new Set(files.filter((file) => file.named).map(({ uri }) => uri));
  // A client is asked about if any of their files was.
  const isAsked = ({ record, sessions }: ClientEntry): boolean =>
    (record !== undefined && named.has(record)) || sessions.some(({ uri }) => named.has(uri));
  const kind = args.values.get('kind');
  const rows = listDue(workspace, { day: today, kb, settings: defaultSettings }, isAsked)
    .filter((item) => kind === undefined || item.kind === kind)
    .map((item) => toRow(item, fileAt(item.at.uri)));
  io.stdout.write(print(rows, args.values.get('format') ?? 'text'));
  return endWithFailures(failures, io);
}

function toRow({ kind, client, due: day, message, at }: DueItem, file: LoadedFile | undefined): Row {
  const { line } = toLinePosition(createLineIndex(file?.text ?? ''), at.span.start);
  return { kind, client, due: day, message, file: file?.shownPath ?? at.uri, line: line + 1 };
}

function print(rows: readonly Row[], format: string): string {
  if (format === 'json') return `${JSON.stringify(rows, undefined, 2)}\n`;
  const cells = rows.map(({ kind, due: day, client, message, file, line }) => [
    kind,
    day,
    client,
    message,
    `${file}:${line}`,
  ]);
  if (format === 'csv') return printCsv([['kind', 'due', 'client', 'message', 'place'], ...cells]);
  if (rows.length === 0) return 'Nothing is due.\n';
  return `${toTable(cells).join('\n')}\n${count(rows.length, 'thing')} due.\n`;
}
