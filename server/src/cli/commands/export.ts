// `soap-notes export`: notes and clients for other programs (FHIR, CSV, JSON) and for print (HTML, PDF).
import { type Choice, type Selection, selectClients, tableNames } from '../../core/index';
import { todayOption } from '../arguments';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import type { CliIo } from '../console';
import { dayOptions, readDays } from '../days';
import { choosing, type ExportFormat, formats } from '../export/formats';
import { findOutput, putOut } from '../export/output';
import { type OpenedPractice, openPractice } from '../practice';
import { findNearest, toSuggestion } from '../suggest';

export const exportCommand: Command = {
  name: 'export',
  operands: '[paths]',
  summary: 'Write notes and clients for print and for other programs: PDF, HTML, FHIR, CSV, JSON.',
  details: [
    'Paths are notes, records or folders; without any, the folder you are in. fhir: a FHIR R4 bundle for each client.',
    'csv: the tables sessions, findings, measures and conditions. html and pdf: printable pages of a note, of the',
    'sessions of some days, or of a client with all sessions. json: every file of the practice and what was read from',
    'it; soap-notes import gives the same files back. Nothing is written into a practice, and no file is replaced.',
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
      help: 'A new file, such as maria.pdf, or a folder. Without it one file is printed.',
    },
    { name: 'client', value: 'IDS', help: 'Only these clients: maria-lopez,dan-whitlock.' },
    ...dayOptions('Sessions'),
    {
      name: 'without-names',
      help: 'Leave out names, ids, birthdays, paths, free words. Days and conditions stay: not anonymous.',
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
    'soap-notes export --format pdf --client maria-lopez --out ../maria.pdf',
    'soap-notes export --format html clients/maria-lopez/2026-11-20.soap.md > note.html',
    'soap-notes export --format csv --out ../tables --bom',
    'soap-notes export --format csv --table measures --without-names',
    'soap-notes export --format json --out ../practice.json',
  ],
  run: runExport,
};

async function runExport(args: Arguments, io: CliIo): Promise<ExitCode> {
  const format = formats.find(({ name }) => name === args.values.get('format'));
  if (format === undefined)
    throw new UsageError(`export needs --format: ${formats.map(({ name }) => name).join(', ')}.`);
  refuseUnfit(format, args);
  const asked = args.values.get('out');
  const out = asked === undefined ? undefined : findOutput(asked, io.cwd);
  const opened = openPractice(args.positionals, args, io);
  // A file whose YAML is broken goes word for word where words are what is taken.
  const failures = format.takes.length > 0 ? opened.failures : opened.unread;
  if (failures.length > 0) {
    for (const failure of failures) io.stderr.write(`soap-notes: ${failure}\n`);
    throw new UsageError('Not everything could be read, so nothing was exported.');
  }
  const clients = format.takes.length > 0 ? chooseClients(args, opened) : [];
  await putOut(format.make({ clients, opened, args, io }), out, format.several, io);
  return exitCodes.clean;
}

/** Refuses options that the format cannot follow: passing over them in silence would say something that is not so. */
function refuseUnfit({ name, takes, why }: ExportFormat, args: Arguments): void {
  const choices = [...choosing, 'without-names', 'table', 'bom'];
  const unfit = choices.find(
    (option) => !takes.includes(option) && (args.switches.has(option) || args.values.has(option)),
  );
  if (unfit !== undefined) throw new UsageError(`--format ${name} does not take --${unfit}. ${why}.`);
}

function chooseClients(args: Arguments, { files, workspace, today }: OpenedPractice): Selection {
  const ids = workspace.roster().map(({ id }) => id);
  const asked = (args.values.get('client') ?? '').split(',').flatMap((id) => id.trim() || []);
  for (const id of asked)
    if (!ids.some((known) => known.toLowerCase() === id.toLowerCase()))
      throw new UsageError(`No client has the id "${id}" here.${toSuggestion(findNearest(id, ids))}`);
  const choice: Choice = {
    named: new Set(files.flatMap(({ named, uri }) => (named ? [uri] : []))),
    clients: asked,
    ...readDays(args),
    withoutNames: args.switches.has('without-names'),
    today,
  };
  if (choice.since !== undefined && choice.until !== undefined && choice.until < choice.since)
    throw new UsageError('--until lies before --since.');
  const clients = selectClients(workspace, choice);
  if (clients.count === 0)
    throw new UsageError('There is nothing to export: no session or record of what you asked for.');
  return clients;
}
