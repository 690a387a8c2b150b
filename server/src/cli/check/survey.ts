// The first reading of a practice: which files belong to one client, and a hash of each. No text is kept but that of
// practice files and of the practice's own knowledge, so that a practice of any size takes the memory of its paths.
import { createHash, hash as hashAtOnce } from 'node:crypto';
import { basename, dirname, relative } from 'node:path';
import { type FileKind, findClientKeys, type Uri } from '../../core/index';
import {
  decodeText,
  type FoundFile,
  isInside,
  type ReadResult,
  type ReadText,
  toFileUri,
} from '../../io/files';
import { readTreeText, type Tree } from '../../io/tree';
import { sayUnreadable, toShownPath } from '../practice';
import type { Cache } from './cache';
import type { Named } from './named';

/** One file of a practice. */
export interface SurveyedFile {
  readonly path: string;
  readonly uri: Uri;
  readonly kind: FileKind;
  readonly named: boolean;
  /** Of its path in the practice and its bytes. */
  readonly hash: string;
}

/** The files of one client, or of clients whose files lie among each other's, or one file of none; sorted by uri. */
export interface Group {
  /** A hash that names the group, the same in every run over the same files. */
  readonly name: string;
  readonly isClient: boolean;
  /** True if a change that is asked about may tell in findings of any of its files. */
  readonly isTouched: boolean;
  readonly files: readonly SurveyedFile[];
}

/** A file that counts for every client of its practice, with its text. */
export interface SharedFile extends SurveyedFile {
  readonly text: string;
}

/** What is there to judge. */
export interface Survey {
  /** Groups with a named file, or touched by the change, in the order of their first one. */
  readonly groups: readonly Group[];
  /** Practice files and own knowledge. */
  readonly shared: readonly SharedFile[];
  readonly cache: Cache;
  /** Reads a file of the practice. A text that the survey kept is given away with that. */
  readonly read: ReadText;
  /** True if nothing of the practice was left out. */
  readonly isWhole: boolean;
  /** Whole lines. */
  readonly failures: readonly string[];
}

/** A short name for what it is given: 32 hexadecimal digits. */
export const hashOf = (name: string, ...more: readonly (string | Uint8Array)[]): string => {
  if (more.length === 0) return hashData(name);
  const hash = createHash('sha256').update(name);
  for (const part of more) hash.update('\0').update(part);
  return hash.digest('hex').slice(0, 32);
};

/** The same of one text or of bytes: Node from 20.12 on has a way that takes half the time. */
const hashData = (data: string | Uint8Array): string =>
  (typeof hashAtOnce === 'function'
    ? hashAtOnce('sha256', data, 'hex')
    : createHash('sha256').update(data).digest('hex')
  ).slice(0, 32);

/** Room for a path and the bytes of most files: hashed in one piece they take half the time. */
const joined = Buffer.allocUnsafe(64 * 1024);

/** `hashOf` a path and the bytes of its file. */
function hashFile(place: string, bytes: Uint8Array): string {
  if (3 * place.length + 1 + bytes.length > joined.length) return hashOf(place, bytes);
  const start = joined.write(`${place}\0`);
  joined.set(bytes, start);
  return hashData(joined.subarray(0, start + bytes.length));
}

export interface SurveyOptions {
  /** The folder that shown paths start from. */
  readonly base: string;
  /** The root of the practice: what is hashed holds paths from here on. */
  readonly root: string;
  /** Opens the cache once it is known what counts for everything. */
  readonly openCache: (shared: readonly SharedFile[]) => Cache;
}

/** How much text is kept from the first reading for the judging: enough for some ten thousand notes. */
const mostKept = 32 * 1024 * 1024;

/** Keeps texts as far as there is room, until they are asked for; what is not kept is read from the tree. */
function createTextKeeper(tree: Tree) {
  const kept = new Map<string, ReadResult>();
  let room = mostKept;
  return {
    keep(path: string, read: ReadResult): void {
      if (!read.ok || read.text.length > room) return;
      room -= read.text.length;
      kept.set(path, read);
    },
    take(path: string): ReadResult {
      const known = kept.get(path);
      if (known === undefined) return readTreeText(tree, path);
      kept.delete(path);
      return known;
    },
  };
}

/** Reads the practices of the named files once. */
export function surveyPractice(
  { tree, files: named, change, walk }: Named,
  { base, root, openCache }: SurveyOptions,
): Survey {
  const failures = new Set<string>();
  const changed = change === undefined ? [] : [...named.values(), ...change.removed];
  const folders = new Set([...named.keys(), ...changed.map(({ path }) => path)].map((path) => dirname(path)));
  const around = folders.size === 0 ? [] : tree.listAround(folders, walk);
  for (const path of walk.unreadable) failures.add(sayUnreadable(path, base));
  const found = new Map(named);
  for (const file of around) if (!found.has(file.path)) found.set(file.path, file);
  const files = [...found.values()]
    .map(({ path, kind }) => ({ path, kind, uri: toFileUri(path), named: named.has(path) }))
    .sort((a, b) => (a.uri < b.uri ? -1 : 1));

  const read = (file: FoundFile): Uint8Array | undefined => {
    const result = tree.read(file.path);
    if (result.ok) return result.bytes;
    failures.add(`${toShownPath(file.path, base)}: ${result.message}.`);
    return undefined;
  };
  const keeper = createTextKeeper(tree);
  const toText = (file: FoundFile, bytes: Uint8Array): string | undefined => {
    const decoded = decodeText(bytes);
    keeper.keep(file.path, decoded);
    if (decoded.ok) return decoded.text;
    failures.add(`${toShownPath(file.path, base)}: ${decoded.message}.`);
    return undefined;
  };

  const shared: SharedFile[] = [];
  for (const file of files) {
    if (file.kind !== 'practice' && file.kind !== 'knowledge') continue;
    const bytes = read(file);
    const text = bytes && toText(file, bytes);
    if (bytes !== undefined && text !== undefined)
      shared.push({ ...file, text, hash: hashOf(toPlace(file.path, root), bytes) });
  }
  // Who a note is about depends on where its practice begins.
  const practiceFolders = new Set(
    shared.filter(({ kind }) => kind === 'practice').map(({ uri }) => uri.slice(0, uri.lastIndexOf('/'))),
  );
  const cache = openCache(shared);
  const links = createLinks();
  const grouped: { readonly file: SurveyedFile; readonly number: number; readonly isOfClient: boolean }[] =
    [];
  for (const file of files) {
    if (file.kind === 'practice' || file.kind === 'knowledge') continue;
    const bytes = read(file);
    if (bytes === undefined) continue;
    const hash = hashFile(toPlace(file.path, root), bytes);
    let clients = cache.findClients(hash);
    if (clients === undefined) {
      const text = toText(file, bytes);
      if (text === undefined) continue;
      clients = findClientKeys({ ...file, text }, practiceFolders).map((key) =>
        hashOf(toRelativeKey(key, root)),
      );
      cache.setClients(hash, clients);
    }
    const { path, uri, kind, named: isNamed } = file;
    const number = links.numberOf(uri);
    grouped.push({
      file: { path, uri, kind, named: isNamed, hash },
      number,
      isOfClient: clients.length > 0,
    });
    for (const client of clients) links.join(number, links.numberOf(client));
  }
  // The record of a folder counts for the notes beside it, whomever they name.
  const records = new Map<string, number>();
  const addRecord = ({ path, uri, kind }: FoundFile & { readonly uri: Uri }): void => {
    if (kind !== 'client' || !/^client\.ya?ml$/i.test(basename(path))) return;
    const folder = dirname(path);
    const number = links.numberOf(uri);
    links.join(number, records.get(folder) ?? number);
    records.set(folder, number);
  };
  for (const { file } of grouped) addRecord(file);
  // What was changed counted for its client as it stood before.
  for (const { path, kind } of changed) {
    const uri = toFileUri(path);
    const read = change?.before && readTreeText(change.before, path);
    if (read?.ok !== true) continue;
    addRecord({ path, uri, kind });
    for (const key of findClientKeys({ uri, text: read.text, kind }, practiceFolders))
      links.join(links.numberOf(uri), links.numberOf(hashOf(toRelativeKey(key, root))));
  }
  for (const { file, number } of grouped) links.join(number, records.get(dirname(file.path)) ?? number);
  const touched = new Set(changed.map(({ path }) => links.find(links.numberOf(toFileUri(path)))));
  const touchedFolders = changed.flatMap(({ path, kind }) =>
    kind === 'practice' ? [dirname(path)] : kind === 'knowledge' ? [dirname(dirname(path))] : [],
  );
  const groups = new Map<number, { readonly files: SurveyedFile[]; isClient: boolean }>();
  for (const { file, number, isOfClient } of grouped) {
    const set = links.find(number);
    const group = groups.get(set) ?? { files: [], isClient: false };
    if (group.files.length === 0) groups.set(set, group);
    group.files.push(file);
    group.isClient ||= isOfClient;
  }
  return {
    groups: [...groups]
      .map(
        ([set, { files, isClient }]): Group => ({
          name: hashOf(toPlace(files[0]?.path ?? root, root)),
          isClient,
          isTouched:
            touched.has(set) ||
            files.some(({ path }) => touchedFolders.some((folder) => isInside(path, folder))),
          files,
        }),
      )
      .filter((group) => group.isTouched || group.files.some((file) => file.named)),
    shared,
    cache,
    read: keeper.take,
    isWhole: files.every((file) => file.named),
    failures: [...failures],
  };
}

/** Sets of things that belong together, joined two by two. Each has a number; those of one set find the same one. */
function createLinks() {
  const numbers = new Map<string, number>();
  const above: number[] = [];
  const find = (one: number): number => {
    let top = one;
    for (let next = above[top]; next !== undefined && next !== top; next = above[top]) top = next;
    above[one] = top;
    return top;
  };
  return {
    /** The number of a thing by its name. */
    numberOf(name: string): number {
      const number = numbers.get(name) ?? above.length;
      if (number === above.length) {
        numbers.set(name, number);
        above.push(number);
      }
      return number;
    },
    find,
    join(one: number, other: number): void {
      above[find(one)] = find(other);
    },
  };
}

/** A path that is the same wherever the practice has been copied to. */
export const toPlace = (path: string, root: string): string =>
  // Most files lie below the root; asking the system's own function takes longer than all else that is done with a path.
  path.startsWith(root) && path[root.length] === '/'
    ? path.slice(root.length + 1)
    : relative(root, path).replaceAll('\\', '/');

const toRelativeKey = (key: string, root: string): string => {
  const [practice = '', id = ''] = key.split('\n');
  return `${practice.replace(toFileUri(root), '')}\n${id}`;
};
