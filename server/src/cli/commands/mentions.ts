// `soap-notes mentions`: what the engine recognises in one note and how it takes each mention.
import { resolve } from 'node:path';
import {
  createLineIndex,
  createWorkspace,
  defaultSettings,
  type Mention,
  sliceSpan,
  toLinePosition,
} from '../../core/index';
import { findFileKind, toFileUri } from '../../io/files';
import { todayOption } from '../arguments';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import { type CliIo, toPrintable } from '../console';
import { readInput } from '../input';
import { answerLines, toMentionRows } from '../mention-lines';

export const mentions: Command = {
  name: 'mentions',
  operands: '<file|->',
  maximumOperands: 1,
  summary: 'List what one note mentions and how each mention is meant.',
  details: [
    'Reads one note (- is standard input) and lists techniques, conditions, medications, regions and more,',
    'each with its assertion: present, negated, historical, done, planned, avoided and so on.',
    'In JSON, start and end count UTF-16 code units from 0; a byte order mark does not count.',
    'With --jsonl each input line is {"text", "today"?, "targets"?: [[start, end], ...]} and is answered by',
    'one line {"mentions": [...], "targets": [assertion, ...]}, or {"error"} where it cannot be read.',
  ],
  options: [
    { name: 'json', help: 'Print one JSON array.' },
    { name: 'jsonl', help: 'Read one text per line as JSON, answer each with one line.' },
    todayOption,
  ],
  examples: [
    'soap-notes mentions clients/maria-lopez/2026-11-20.soap.md',
    'soap-notes mentions --json - < note.txt',
    'soap-notes mentions --jsonl texts.jsonl',
  ],
  run: runMentions,
};

async function runMentions(args: Arguments, io: CliIo): Promise<ExitCode> {
  const [file] = args.positionals;
  if (file === undefined)
    throw new UsageError('mentions needs a note: name a file, or - for standard input.');
  if (args.switches.has('jsonl')) return answerLines(file, args.values.get('today') ?? io.today, io);
  const read = await readInput(file, io);

  // Any text is read as a note here, whatever its file is called; a dated file name still gives the date.
  const path = resolve(io.cwd, file === '-' ? 'standard-input.soap.md' : file);
  const uri = toFileUri(findFileKind(path) === 'note' ? path : `${path}.soap.md`);
  const today = args.values.get('today') ?? io.today;
  const workspace = createWorkspace({ kb: io.loadKnowledge(), settings: defaultSettings, today });
  workspace.set(uri, read.text);
  const view = workspace.view(uri);
  const found = view?.kind === 'note' ? view.session.mentions : [];
  io.stdout.write(args.switches.has('json') ? printJson(found, read.text) : printTable(found, read.text));
  return exitCodes.clean;
}

const printJson = (found: readonly Mention[], text: string): string =>
  `${JSON.stringify(toMentionRows(found, text), undefined, 2)}\n`;

function printTable(found: readonly Mention[], text: string): string {
  if (found.length === 0) return 'Nothing recognised.\n';
  const lines = createLineIndex(text);
  const rows = found.map((mention) => {
    const start = toLinePosition(lines, mention.span.start);
    const where = mention.regions.map((region) => `${region.side ?? ''} ${region.id}`.trim()).join(', ');
    return [
      `${start.line + 1}:${start.character + 1}`,
      mention.assertion,
      mention.kind,
      mention.id,
      where || (mention.side ?? '-'),
      toPrintable(sliceSpan(text, mention.span)).replace(/ +/g, ' '),
    ];
  });
  const table = [['place', 'meant as', 'kind', 'id', 'where', 'text'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
