// `soap-notes import`: notes of other systems into a practice, and an exported practice back to files.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
  type ForeignVisit,
  findPracticeSetting,
  looksLikeArchive,
  type PracticeClient,
  parseClientRecord,
  readForeign,
  type Unplaced,
} from '../../core/index';
import { decodeText, findPathKind, readTextFile, walkFiles } from '../../io/files';
import { findPracticeRoot, listPracticeFiles, readPracticeSettings } from '../../io/practice';
import { WriteError, writeFiles } from '../../io/write-files';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import { type CliIo, toPrintable } from '../console';
import { type Restored, restore } from '../import/restore';
import { toShownPath } from '../practice';

export const importCommand: Command = {
  name: 'import',
  operands: '<files or folders>',
  summary: 'Bring notes of other systems, or an exported practice, into a practice.',
  details: [
    'Text files (.txt, .md, .soap) become notes in clients/<client>/<day>.soap.md, every word kept; a file of several',
    'visits is divided where each begins with its date. What has no sure client or day is left where it is and listed,',
    'and so is what was kept without being understood: places only, its words with --show-text. No file is ever',
    'replaced. A file of soap-notes export --format json becomes the files that it was made from, byte for byte.',
  ],
  options: [
    { name: 'to', value: 'FOLDER', help: 'The practice. Without it the one around the folder you are in.' },
    { name: 'dates', value: 'ORDER', choices: ['mdy', 'dmy'], help: 'How to read days such as 05/06/2026.' },
    { name: 'dry-run', help: 'Only say what would be done.' },
    { name: 'show-text', help: 'Print the words that were not understood too.' },
  ],
  examples: [
    'soap-notes import --dry-run old-notes --to ~/practice',
    'soap-notes import old-notes --to ~/practice --dates mdy',
    'soap-notes import practice.json --to ~/practice-copy',
  ],
  run: runImport,
};

function runImport(args: Arguments, io: CliIo): ExitCode {
  const [first, ...more] = args.positionals;
  if (first === undefined) throw new UsageError('import needs files or folders; name what to bring in.');
  const folder = findFolder(args.values.get('to'), io.cwd);
  const archive = readArchiveText(resolve(io.cwd, first));
  if (archive !== undefined) {
    if (more.length > 0) throw new UsageError('An exported practice is imported alone; name nothing else.');
    return sayRestored(restore(archive, first, folder, args.switches.has('dry-run')), args, io);
  }
  return importNotes([first, ...more], folder, args, io);
}

function findFolder(asked: string | undefined, cwd: string): string {
  if (asked === undefined) {
    const root = findPracticeRoot(cwd);
    if (root === undefined)
      throw new UsageError('There is no practice around this folder. Name one with --to.');
    return root;
  }
  const path = resolve(cwd, asked);
  if (findPathKind(path) === 'file') throw new UsageError(`${asked} is a file; --to takes a folder.`);
  return existsSync(path) ? realpathSync(path) : path;
}

/** The text of an exported practice; undefined for any other file. */
function readArchiveText(path: string): string | undefined {
  if (!path.toLowerCase().endsWith('.json') || findPathKind(path) !== 'file') return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${basename(path)} cannot be read; check its permissions.`);
  }
  if (looksLikeArchive(text)) return text;
  throw new UsageError(`${basename(path)} is no export of soap-notes. Notes to import are text files.`);
}

function sayRestored({ written, same }: Restored, args: Arguments, io: CliIo): ExitCode {
  const verb = args.switches.has('dry-run') ? 'would write' : 'wrote';
  io.stdout.write(
    `${verb} ${count(written.length, 'file')}; ${count(same.length, 'file')} there already, the same.\n`,
  );
  return exitCodes.clean;
}

const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`;

/** A visit with its file and the place it gets. */
interface PlannedVisit {
  readonly file: string;
  readonly visit: ForeignVisit;
  readonly target: string | undefined;
  /** True where a file with these very bytes is there. */
  readonly isThere: boolean;
}

function importNotes(paths: readonly string[], folder: string, args: Arguments, io: CliIo): ExitCode {
  const failures: string[] = [];
  const clients = listClients(folder);
  const practice = readPracticeSettings(folder);
  const order = args.values.get('dates');
  const taken = new Map<string, string>();
  const planned = listTexts(paths, io.cwd, failures).flatMap(({ path, text, shown }) =>
    readForeign(text, {
      clients: clients.map(({ id, name }) => ({ id, name })),
      path: path.replaceAll('\\', '/'),
      dateOrder: order === 'mdy' || order === 'dmy' ? order : undefined,
      opaqueIds: findPracticeSetting(practice, 'privacy')?.value === 'opaque-ids',
    }).map((visit): PlannedVisit => {
      const { target, isThere } = findTarget(visit, folder, clients, taken);
      return { file: shown, visit, target, isThere };
    }),
  );
  const wanted = planned.filter(({ target, isThere }) => target !== undefined && !isThere);
  const dryRun = args.switches.has('dry-run');
  if (!dryRun) {
    try {
      writeFiles(
        wanted.map(({ target, visit }) => ({ kind: 'create', path: target ?? '', text: visit.text })),
      );
    } catch (error) {
      if (error instanceof WriteError) throw new UsageError(error.message);
      throw error;
    }
  }
  const known = new Set(clients.map(({ id }) => id));
  sayImported(planned, { folder, known, dryRun, showText: args.switches.has('show-text') }, io);
  for (const failure of failures) io.stderr.write(`soap-notes: ${failure}\n`);
  if (failures.length > 0) return exitCodes.usage;
  return planned.some(({ target }) => target === undefined) ? exitCodes.findings : exitCodes.clean;
}

interface TextFile {
  readonly path: string;
  readonly shown: string;
  readonly text: string;
}

const endings = /\.(?:txt|text|md|markdown|soap)$/i;

/** The texts below the named paths. What cannot be read is a failure; other kinds of files in a folder are passed over. */
function listTexts(paths: readonly string[], cwd: string, failures: string[]): readonly TextFile[] {
  const base = realpathSync(cwd);
  const found = new Map<string, TextFile>();
  for (const asked of paths) {
    const path = resolve(cwd, asked);
    const kind = findPathKind(path);
    if (kind === undefined) throw new UsageError(`${asked} does not exist. Name a text file or a folder.`);
    const real = realpathSync(path);
    const files =
      kind === 'file'
        ? [real]
        : [
            ...walkFiles(real, (one) =>
              failures.push(`${toShownPath(one, base)}: cannot be read; check its permissions.`),
            ),
          ];
    const texts = kind === 'file' ? files : files.filter((file) => endings.test(file));
    if (texts.length === 0) throw new UsageError(`${asked} holds no text files (.txt, .md, .soap).`);
    for (const file of texts) {
      const shown = toShownPath(file, base);
      const read = readTextFile(file);
      if (!read.ok) failures.push(`${shown}: ${read.message}.`);
      else if (read.text.trim() === '') failures.push(`${shown}: is empty.`);
      else if (read.text.includes('\0'))
        failures.push(`${shown}: is no text; save it as plain text and try again.`);
      else found.set(file, { path: file, shown, text: read.text });
    }
  }
  return [...found.values()];
}

interface KnownClient extends PracticeClient {
  /** The folder of the client's notes. */
  readonly folder: string;
}

function listClients(folder: string): readonly KnownClient[] {
  if (!existsSync(folder)) return [];
  return listPracticeFiles(folder, folder).flatMap(({ path, kind }): readonly KnownClient[] => {
    const read = kind === 'client' ? readTextFile(path) : undefined;
    if (!read?.ok) return [];
    const { id, name } = parseClientRecord(read.text).value;
    const own = /^client\.ya?ml$/i.test(basename(path)) ? dirname(path) : undefined;
    const known =
      id?.value ?? (own === undefined ? basename(path).replace(/\.client\.ya?ml$/i, '') : basename(own));
    return [{ id: known, name: name?.value, folder: own ?? join(folder, 'clients', known) }];
  });
}

/** A free place for a visit: a second one of a day is `-2`. A note that is there with the same text needs none. */
function findTarget(
  { client, date, unplaced, text }: ForeignVisit,
  folder: string,
  clients: readonly KnownClient[],
  taken: Map<string, string>,
): { readonly target: string | undefined; readonly isThere: boolean } {
  if (unplaced !== undefined || client === undefined || date === undefined)
    return { target: undefined, isThere: false };
  const home = clients.find(({ id }) => id === client)?.folder ?? join(folder, 'clients', client);
  for (let number = 1; ; number += 1) {
    const target = join(home, `${date}${number === 1 ? '' : `-${number}`}.soap.md`);
    const other = taken.get(target) ?? readThere(target);
    if (other === text) return { target, isThere: true };
    if (other !== undefined) continue;
    taken.set(target, text);
    return { target, isThere: false };
  }
}

/** What stands at a place: text, or an empty one for what is there and no text. */
function readThere(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const read = decodeText(readFileSync(path));
    return read.ok ? read.text : '';
  } catch {
    return '';
  }
}

const reasons: Readonly<Record<Unplaced, string>> = {
  'no-client': 'it does not say whose visit it is; add a line `Client: <name or id>`',
  namesakes: 'several clients have this name; add a line `Client ID: <id>`',
  'other-name': 'the id that its name gives belongs to another client; add a line `Client ID: <id>`',
  'opaque-ids': 'no client has this name, and ids of this practice may not be names; make the client first',
  'no-date': 'it does not say its day; add a line `Date: 2026-11-20`',
  'date-order': 'its date can be read in two ways; say which with --dates mdy or --dates dmy',
  'no-sections': 'no section was recognised, such as `S:` or `Subjective`',
  'several-visits': 'it gives several days and its visits cannot be told apart; divide it by hand',
};

interface Saying {
  readonly folder: string;
  readonly known: ReadonlySet<string>;
  readonly dryRun: boolean;
  readonly showText: boolean;
}

function sayImported(
  planned: readonly PlannedVisit[],
  { folder, known, dryRun, showText }: Saying,
  io: CliIo,
): void {
  const say = (line: string): void => void io.stdout.write(`${toPrintable(line)}\n`);
  for (const { file, visit, target, isThere } of planned) {
    const place = `${file}:${visit.firstLine}-${visit.lastLine}`;
    if (target === undefined) say(`left      ${place}: ${reasons[visit.unplaced ?? 'no-client']}`);
    else {
      const verb = isThere ? 'there' : dryRun ? 'would add' : 'added';
      say(`${verb.padEnd(9)} ${place} as ${toShownPath(target, folder)}`);
    }
    for (const { what, line, lines, code, words } of visit.unread) {
      const kind = {
        'before-sections': `${count(lines, 'line')} above all sections`,
        heading: 'heading not known',
        problem: `not read (${code ?? ''})`,
      }[what];
      say(`          ${file}:${line}: ${kind}${showText ? `: ${words}` : ''}`);
    }
  }
  const added = planned.filter(({ target, isThere }) => target !== undefined && !isThere);
  const fresh = new Set(added.flatMap(({ visit }) => visit.client ?? []).filter((id) => !known.has(id)));
  say(
    `${count(planned.length, 'visit')}: ${added.length} ${dryRun ? 'to add' : 'added'}, ${
      planned.filter(({ isThere }) => isThere).length
    } there already, ${planned.filter(({ target }) => target === undefined).length} left; ${count(
      planned.flatMap(({ visit }) => visit.unread).length,
      'place',
    )} kept as written and not understood.`,
  );
  if (fresh.size > 0)
    say(`${count(fresh.size, 'client')} without a record yet; soap-notes check says what is missing.`);
}
