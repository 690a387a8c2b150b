// `soap-notes export`: notes and clients for other programs (FHIR, CSV, JSON).
import {
  type Choice,
  type ExportedClient,
  listClientIds,
  selectClients,
  tableNames,
  toBundle,
  toCsv,
  toTables,
} from '../../core/index';
import { isCalendarDate, todayOption } from '../arguments';
import {
  type Arguments,
  type Command,
  type ExitCode,
  exitCodes,
  type OptionSpec,
  UsageError,
} from '../command';
import type { CliIo } from '../console';
import { makeArchive } from '../export/archive';
import { type Exported, findOutput, putOut, toFileName } from '../export/output';
import { type OpenedPractice, openPractice } from '../practice';
import { findNearest, toSuggestion } from '../suggest';

const day = (name: string, help: string): OpenOption => ({
  name,
  value: 'YYYY-MM-DD',
  refuse: (value) => (isCalendarDate(value) ? undefined : 'takes a date such as 2026-11-20'),
  help,
});
type OpenOption = OptionSpec;

/** What a format makes of the clients that were asked for. */
interface ExportFormat {
  readonly name: string;
  /** False for a whole practice, of which nothing can be chosen or left out. */
  readonly takesChoice: boolean;
  readonly make: (clients: readonly ExportedClient[], opened: OpenedPractice, args: Arguments) => Exported;
}

const formats: readonly ExportFormat[] = [
  { name: 'csv', takesChoice: true, make: makeCsv },
  { name: 'fhir', takesChoice: true, make: makeFhir },
  {
    name: 'json',
    takesChoice: false,
    make: (_, opened) => ({ kind: 'file', content: makeArchive(opened) }),
  },
];

export const exportCommand: Command = {
  name: 'export',
  operands: '[paths]',
  summary: 'Write notes and clients for other programs: FHIR, CSV, or a whole practice as JSON.',
  details: [
    'Paths are notes, records or folders; without any, the folder you are in. fhir: a FHIR R4 bundle for each client.',
    'csv: the tables sessions, findings, measures and conditions. json: every file of the practice and what was read',
    'from it; soap-notes import gives the same files back. Nothing is written into a practice, and no file is replaced.',
    'An export holds health data: where it goes, your duty of care goes with it. docs/exchange.md says what is in it.',
  ],
  options: [
    {
      name: 'format',
      value: 'NAME',
      choices: formats.map(({ name }) => name),
      help: 'What to write. You must say.',
    },
    {
      name: 'out',
      value: 'PATH',
      help: 'The new file, or the folder for several. Without it one file is printed.',
    },
    { name: 'client', value: 'IDS', help: 'Only these clients: maria-lopez,dan-whitlock.' },
    day('since', 'Only sessions from this day on.'),
    day('until', 'Only sessions up to this day.'),
    {
      name: 'without-names',
      help: 'Leave out names, ids, birthdays, paths and all free words. Days and conditions stay: not anonymous.',
    },
    {
      name: 'table',
      value: 'NAME',
      choices: tableNames,
      help: 'csv: only this table, which can be printed.',
    },
    { name: 'bom', help: 'csv: begin with the mark by which spreadsheets know UTF-8.' },
    todayOption,
  ],
  examples: [
    'soap-notes export --format fhir --client maria-lopez > maria.json',
    'soap-notes export --format fhir --out ../fhir --since 2026-01-01',
    'soap-notes export --format csv --out ../tables --bom',
    'soap-notes export --format csv --table measures --without-names',
    'soap-notes export --format json --out ../practice.json',
  ],
  run: runExport,
};

function runExport(args: Arguments, io: CliIo): ExitCode {
  const format = formats.find(({ name }) => name === args.values.get('format'));
  if (format === undefined)
    throw new UsageError(`export needs --format: ${formats.map(({ name }) => name).join(', ')}.`);
  refuseUnfit(format, args);
  const asked = args.values.get('out');
  const out = asked === undefined ? undefined : findOutput(asked, io.cwd);
  const opened = openPractice(args.positionals, args, io);
  if (opened.failures.length > 0) {
    for (const failure of opened.failures) io.stderr.write(`soap-notes: ${failure}\n`);
    throw new UsageError('Not everything could be read, so nothing was exported.');
  }
  const clients = format.takesChoice ? chooseClients(args, opened) : [];
  putOut(format.make(clients, opened, args), out, io);
  return exitCodes.clean;
}

/** Refuses options that the format cannot follow: leaving them out in silence would say something that is not so. */
function refuseUnfit(format: ExportFormat, args: Arguments): void {
  const given = (name: string): boolean => args.switches.has(name) || args.values.has(name);
  const unfit = [
    ...(format.takesChoice ? [] : ['client', 'since', 'until', 'without-names']),
    ...(format.name === 'csv' ? [] : ['table', 'bom']),
  ].find(given);
  if (unfit !== undefined)
    throw new UsageError(
      format.takesChoice
        ? `--${unfit} is only for --format csv.`
        : `--format ${format.name} holds a whole practice, word for word; leave --${unfit} out, or take another format.`,
    );
}

function chooseClients(
  args: Arguments,
  { files, workspace, today }: OpenedPractice,
): readonly ExportedClient[] {
  const views = files.flatMap(({ uri }) => workspace.view(uri) ?? []);
  const ids = listClientIds(views);
  const asked = (args.values.get('client') ?? '').split(',').flatMap((id) => id.trim() || []);
  for (const id of asked)
    if (!ids.some((known) => known.toLowerCase() === id.toLowerCase()))
      throw new UsageError(`No client has the id "${id}" here.${toSuggestion(findNearest(id, ids))}`);
  const choice: Choice = {
    named: new Set(files.flatMap(({ named, uri }) => (named ? [uri] : []))),
    clients: asked,
    since: args.values.get('since'),
    until: args.values.get('until'),
    withoutNames: args.switches.has('without-names'),
    today,
  };
  if (choice.since !== undefined && choice.until !== undefined && choice.until < choice.since)
    throw new UsageError('--until lies before --since.');
  const clients = selectClients(views, choice);
  if (clients.length === 0)
    throw new UsageError('There is nothing to export: no session or record of what you asked for.');
  return clients;
}

function makeFhir(clients: readonly ExportedClient[], _: OpenedPractice, args: Arguments): Exported {
  const files = clients.map((client) => ({
    name: `${toFileName(client.label)}.json`,
    content: `${JSON.stringify(toBundle(client), undefined, 2)}\n`,
  }));
  const [only, another] = files;
  if (only !== undefined && another === undefined && !args.values.has('out'))
    return { kind: 'file', content: only.content };
  if (!args.values.has('out'))
    throw new UsageError(
      `${files.length} clients give as many bundles. Name a folder for them with --out, or one client with --client.`,
    );
  return { kind: 'folder', files };
}

function makeCsv(clients: readonly ExportedClient[], _: OpenedPractice, args: Arguments): Exported {
  const bom = args.switches.has('bom');
  const wanted = args.values.get('table');
  const tables = toTables(clients).filter(({ name }) => wanted === undefined || name === wanted);
  const [only] = tables;
  if (wanted !== undefined && only !== undefined) return { kind: 'file', content: toCsv(only, bom) };
  if (!args.values.has('out'))
    throw new UsageError(
      `Four tables do not fit into one output. Name a folder for them with --out, or one with --table: ${tableNames.join(', ')}.`,
    );
  return {
    kind: 'folder',
    files: tables.map((table) => ({ name: `${table.name}.csv`, content: toCsv(table, bom) })),
  };
}
