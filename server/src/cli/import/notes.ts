// Plans the import of foreign notes: which texts there are, whose visits they hold, and the place that each gets.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import {
  type ForeignVisit,
  findPracticeSetting,
  type PracticeClient,
  parseClientRecord,
  readForeign,
} from '../../core/index';
import { decodeText, findFileKind, findPathKind, readTextFile, walkFiles } from '../../io/files';
import { listPracticeFiles, readPracticeSettings } from '../../io/practice';
import { UsageError } from '../command';
import { toShownPath } from '../practice';

/** A visit with its file and the place it gets. */
export interface PlannedVisit {
  readonly file: string;
  readonly visit: ForeignVisit;
  readonly target: string | undefined;
  /** True where a file with these very bytes is there. */
  readonly isThere: boolean;
}

/** What an import would do. `failures` are whole lines about what could not be read. */
export interface ImportPlan {
  readonly visits: readonly PlannedVisit[];
  /** Ids of the clients that have a record. */
  readonly known: ReadonlySet<string>;
  readonly passedOver: number;
  readonly failures: readonly string[];
}

/** Plans the import of files and folders into a practice. Throws a `UsageError` for a path that holds no texts. */
export function planImport(
  paths: readonly string[],
  cwd: string,
  folder: string,
  order: string | undefined,
): ImportPlan {
  const { texts, passedOver, failures } = listTexts(paths, cwd, folder);
  const clients = listClients(folder);
  const opaqueIds = findPracticeSetting(readPracticeSettings(folder), 'privacy')?.value === 'opaque-ids';
  const taken = new Map<string, string>();
  const visits = texts.flatMap(({ path, text, shown }) =>
    readForeign(text, {
      clients: clients.map(({ id, name }) => ({ id, name })),
      path: path.replaceAll('\\', '/'),
      dateOrder: order === 'mdy' || order === 'dmy' ? order : undefined,
      opaqueIds,
    }).map((visit) => ({ file: shown, visit, ...findTarget(visit, folder, clients, taken) })),
  );
  return { visits, known: new Set(clients.map(({ id }) => id)), passedOver, failures };
}

interface TextFile {
  readonly path: string;
  readonly shown: string;
  readonly text: string;
}

const endings = /\.(?:txt|text|md|markdown|soap)$/i;

interface Texts {
  readonly texts: readonly TextFile[];
  /** Files that are no text by their name, empty, or notes of this practice already. */
  readonly passedOver: number;
  readonly failures: readonly string[];
}

/** The texts below the named paths, but for the practice's own notes. Throws a `UsageError` where there are none. */
function listTexts(paths: readonly string[], cwd: string, folder: string): Texts {
  const base = realpathSync(cwd);
  const failures: string[] = [];
  const found = new Map<string, 'file' | 'folder'>();
  for (const asked of paths) {
    const path = resolve(cwd, asked);
    const kind = findPathKind(path);
    if (kind === undefined) throw new UsageError(`${asked} does not exist. Name a text file or a folder.`);
    const real = realpathSync(path);
    const fail = (one: string): void =>
      void failures.push(`${toShownPath(one, base)}: cannot be read; check its permissions.`);
    const files = kind === 'file' ? [real] : [...walkFiles(real, fail)];
    if (kind === 'folder' && !files.some((file) => endings.test(file)))
      throw new UsageError(`${asked} holds no text files (.txt, .md, .soap).`);
    for (const file of files) found.set(file, kind);
  }
  const texts: TextFile[] = [];
  let passedOver = 0;
  for (const [path, kind] of found) {
    const shown = toShownPath(path, base);
    const isOwn = findFileKind(path) !== undefined && path.startsWith(`${folder}${sep}`);
    const read = isOwn || (kind === 'folder' && !endings.test(path)) ? undefined : readTextFile(path);
    if (read === undefined || (read.ok && read.text.trim() === '')) passedOver += 1;
    else if (!read.ok) failures.push(`${shown}: ${read.message}.`);
    else if (read.text.includes('\0'))
      failures.push(`${shown}: is no text; save it as plain text and try again.`);
    else texts.push({ path, shown, text: read.text });
  }
  return { texts, passedOver, failures };
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
