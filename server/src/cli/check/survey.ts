// The first reading of a practice: which files belong to one client, and a hash of each. No text is kept but that of
// practice files and of the practice's own knowledge, so that a practice of any size takes the memory of its paths.
import { createHash } from 'node:crypto';
import { basename, dirname, relative } from 'node:path';
import { type FileKind, findClientKey, type Uri } from '../../core/index';
import { decodeText, type FoundFile, toFileUri } from '../../io/files';
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
  readonly files: readonly SurveyedFile[];
}

/** A file that counts for every client of its practice, with its text. */
export interface SharedFile extends SurveyedFile {
  readonly text: string;
}

/** What is there to judge. */
export interface Survey {
  /** Groups with a named file, in the order of their first one. */
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
  const hash = createHash('sha256').update(name);
  for (const part of more) hash.update('\0').update(part);
  return hash.digest('hex').slice(0, 32);
};

export interface SurveyOptions {
  /** The folder that shown paths start from. */
  readonly base: string;
  /** The root of the practice: what is hashed holds paths from here on. */
  readonly root: string;
  /** Opens the cache once it is known what counts for everything. */
  readonly openCache: (shared: readonly SharedFile[]) => Cache;
}

/** Reads the practices of the named files once. */
export function surveyPractice(
  { tree, files: named, unreadable }: Named,
  { base, root, openCache }: SurveyOptions,
): Survey {
  const failures = new Set<string>();
  const failFolder = (path: string): void => {
    failures.add(sayUnreadable(path, base));
  };
  for (const path of unreadable) failFolder(path);
  const folders = new Set([...named.keys()].map((path) => dirname(path)));
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
    let client = cache.findClient(hash);
    if (client === undefined) {
      const text = toText(file, bytes);
      if (text === undefined) continue;
      const key = findClientKey({ ...file, text }, practiceFolders);
      client = key === undefined ? '' : hashOf(toRelativeKey(key, root));
      cache.setClient(hash, client);
    }
    grouped.push({ ...file, hash });
    if (client !== '') ofClients.add(file.uri);
    links.join(file.uri, client === '' ? file.uri : client);
  }
  // The record of a folder counts for the notes beside it, whomever they name.
  const records = new Map(
    grouped
      .filter(({ path }) => /^client\.ya?ml$/i.test(basename(path)))
      .map(({ path, uri }) => [dirname(path), uri]),
  );
  for (const { path, uri } of grouped) links.join(uri, records.get(dirname(path)) ?? uri);
  const groups = new Map<string, SurveyedFile[]>();
  for (const file of grouped) {
    const group = groups.get(links.find(file.uri)) ?? [];
    groups.set(links.find(file.uri), group);
    group.push(file);
  }
  return {
    groups: [...groups.values()]
      .filter((own) => own.some((file) => file.named))
      .map((own) => ({
        name: hashOf(toPlace(own[0]?.path ?? root, root)),
        isClient: own.some(({ uri }) => ofClients.has(uri)),
        files: own,
      })),
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
