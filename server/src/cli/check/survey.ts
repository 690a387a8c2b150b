// The first reading of a practice: which files belong to one client, and a hash of each. No text is kept but that of
// practice files and of the practice's own knowledge, so that a practice of any size takes the memory of its paths.
import { createHash, hash as hashAtOnce } from 'node:crypto';
import { basename, dirname, relative } from 'node:path';
import { type FileKind, findClientKeys, type Uri } from '../../core/index';
import { type BytesResult, decodeText, type FoundFile, isInside, toFileUri } from '../../io/files';
import type { Tree } from '../../io/tree';
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
  /** True if nothing of the practice was left out. */
  readonly isWhole: boolean;
  /** Whole lines. */
  readonly failures: readonly string[];
}

/** A short name for what it is given: 32 hexadecimal digits. */
export const hashOf = (name: string, ...more: readonly (string | Uint8Array)[]): string => {
  if (more.length === 0) return hashText(name);
  const hash = createHash('sha256').update(name);
  for (const part of more) hash.update('\0').update(part);
  return hash.digest('hex').slice(0, 32);
};

/** The same of one text: Node from 20.12 on has a way that takes half the time. */
const hashText = (text: string): string =>
  (typeof hashAtOnce === 'function'
    ? hashAtOnce('sha256', text, 'hex')
    : createHash('sha256').update(text).digest('hex')
  ).slice(0, 32);

export interface SurveyOptions {
  /** The folder that shown paths start from. */
  readonly base: string;
  /** The root of the practice: what is hashed holds paths from here on. */
  readonly root: string;
  /** Opens the cache once it is known what counts for everything. */
  readonly openCache: (shared: readonly SharedFile[]) => Cache;
}

/** Bytes of files that are kept from the first reading for the judging: enough for some ten thousand notes. */
const mostKept = 32 * 1024 * 1024;

/** A tree that keeps what is read from it, as far as there is room, and gives it away when it is asked for again. */
export function keepingTree(tree: Tree): Tree {
  const kept = new Map<string, BytesResult>();
  let room = mostKept;
  return {
    listAround: tree.listAround,
    onDisk: tree.onDisk,
    read(path) {
      const known = kept.get(path);
      if (known !== undefined) {
        kept.delete(path);
        return known;
      }
      const result = tree.read(path);
      if (result.ok && result.bytes.length <= room) {
        room -= result.bytes.length;
        kept.set(path, result);
      }
      return result;
    },
  };
}

/** Reads the practices of the named files once. */
export function surveyPractice(
  { tree, files: named, change, unreadable }: Named,
  { base, root, openCache }: SurveyOptions,
): Survey {
  const failures = new Set<string>();
  const failFolder = (path: string): void => {
    failures.add(sayUnreadable(path, base));
  };
  for (const path of unreadable) failFolder(path);
  const changed = change === undefined ? [] : [...named.values(), ...change.removed];
  const folders = new Set([...named.keys(), ...changed.map(({ path }) => path)].map((path) => dirname(path)));
  const around = folders.size === 0 ? [] : tree.listAround(folders, failFolder);
  const found = new Map([...around.map((file) => [file.path, file] as const), ...named]);
  const files = [...found.values()]
    .map((file) => ({ ...file, uri: toFileUri(file.path), named: named.has(file.path) }))
    .sort((a, b) => (a.uri < b.uri ? -1 : 1));

  const read = (file: FoundFile): Uint8Array | undefined => {
    const result = tree.read(file.path);
    if (result.ok) return result.bytes;
    failures.add(`${toShownPath(file.path, base)}: ${result.message}.`);
    return undefined;
  };
  const toText = (file: FoundFile, bytes: Uint8Array): string | undefined => {
    const decoded = decodeText(bytes);
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
  const grouped: SurveyedFile[] = [];
  const ofClients = new Set<Uri>();
  for (const file of files) {
    if (file.kind === 'practice' || file.kind === 'knowledge') continue;
    const bytes = read(file);
    if (bytes === undefined) continue;
    const hash = hashOf(toPlace(file.path, root), bytes);
    let clients = cache.findClients(hash);
    if (clients === undefined) {
      const text = toText(file, bytes);
      if (text === undefined) continue;
      clients = findClientKeys({ ...file, text }, practiceFolders).map((key) =>
        hashOf(toRelativeKey(key, root)),
      );
      cache.setClients(hash, clients);
    }
    grouped.push({ ...file, hash });
    if (clients.length > 0) ofClients.add(file.uri);
    for (const client of clients) links.join(file.uri, client);
  }
  // The record of a folder counts for the notes beside it, whomever they name.
  const records = new Map<string, Uri>();
  const addRecord = ({ path, uri }: { readonly path: string; readonly uri: Uri }): void => {
    const folder = dirname(path);
    if (!/^client\.ya?ml$/i.test(basename(path))) return;
    links.join(uri, records.get(folder) ?? uri);
    records.set(folder, uri);
  };
  for (const file of grouped) addRecord(file);
  // What was changed counted for its client as it stood before.
  for (const { path, kind } of changed) {
    const uri = toFileUri(path);
    const read = change?.before?.read(path);
    const decoded = read?.ok === true ? decodeText(read.bytes) : undefined;
    if (decoded?.ok !== true) continue;
    addRecord({ path, uri });
    for (const key of findClientKeys({ uri, text: decoded.text, kind }, practiceFolders))
      links.join(uri, hashOf(toRelativeKey(key, root)));
  }
  for (const { path, uri } of grouped) links.join(uri, records.get(dirname(path)) ?? uri);
  const touched = new Set(changed.map(({ path }) => links.find(toFileUri(path))));
  const touchedFolders = changed.flatMap(({ path, kind }) =>
    kind === 'practice' ? [dirname(path)] : kind === 'knowledge' ? [dirname(dirname(path))] : [],
  );
  const groups = new Map<string, SurveyedFile[]>();
  for (const file of grouped) {
    const group = groups.get(links.find(file.uri)) ?? [];
    groups.set(links.find(file.uri), group);
    group.push(file);
  }
  return {
    groups: [...groups]
      .map(
        ([name, files]): Group => ({
          name: hashOf(toPlace(files[0]?.path ?? root, root)),
          isClient: files.some(({ uri }) => ofClients.has(uri)),
          isTouched:
            touched.has(name) ||
            files.some(({ path }) => touchedFolders.some((folder) => isInside(path, folder))),
          files,
        }),
      )
      .filter((group) => group.isTouched || group.files.some((file) => file.named)),
    shared,
    cache,
    isWhole: files.every((file) => file.named),
    failures: [...failures],
  };
}

/** Sets of things that belong together, joined two by two. */
function createLinks() {
  const above = new Map<string, string>();
  const find = (one: string): string => {
    let top = one;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    if (top !== one) above.set(one, top);
    return top;
  };
  return {
    find,
    join(one: string, other: string): void {
      const [a, b] = [find(one), find(other)];
      if (a !== b) above.set(a, b);
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
