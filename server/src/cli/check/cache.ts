// What earlier checks found, kept beside the practice as hashes, rule ids and places: no word of a note, no message.
// A client whose files have not changed is not judged again. Whatever is wrong with the file, it counts as empty.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CivilDate } from '../../core/index';
import { replaceFile } from '../../io/files';
import { ownFolder } from '../../io/journal';

/** A finding without words: rule, severity (0 is error), line, column, end line, end column, fingerprint, byte columns. */
export type CodedFinding = readonly [
  string,
  number,
  number,
  number,
  number,
  number,
  string,
  ...(readonly [] | readonly [number, number]),
];

/** The findings of a client's files, in the order of the files. */
export type CodedGroup = readonly (readonly CodedFinding[])[];

export interface Cache {
  /** The hashes of what a file names as its client, by the file's hash. */
  findClients(file: string): readonly string[] | undefined;
  setClients(file: string, clients: readonly string[]): void;
  findGroup(group: string, today: CivilDate): CodedGroup | undefined;
  /** `bound` tells that the findings hold for this day only. */
  setGroup(group: string, today: CivilDate, bound: boolean, findings: CodedGroup): void;
  /** Writes what is new; with `isWhole` what was not asked for goes. A cache that cannot be written is no failure. */
  save(isWhole: boolean): void;
}

/** No cache at all. */
export const noCache: Cache = {
  findClients: () => undefined,
  setClients: () => undefined,
  findGroup: () => undefined,
  setGroup: () => undefined,
  save: () => undefined,
};

const cacheFile = 'check.cache';
const form = 'soap-notes cache 2';
/** A larger file is not read: something is wrong with it. */
const largest = 512 * 1024 * 1024;

interface Entry {
  readonly line: string;
  used: boolean;
}

/**
 * Opens the cache of a practice. `environment` is a hash of all that findings rest on beside a client's files: the
 * program, the knowledge, the settings, the practice's own files. Under another one nothing is known.
 */
export function openCache(root: string, environment: string): Cache {
  const path = join(root, ownFolder, cacheFile);
  const entries = readEntries(path, environment);
  let changed = false;
  const find = (key: string): string | undefined => {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    entry.used = true;
    return entry.line;
  };
  const set = (key: string, line: string): void => {
    changed = true;
    entries.set(key, { line, used: true });
  };
  return {
    findClients(file) {
      const clients = find(`f${file}`);
      return clients === '' ? [] : clients?.split(',');
    },
    setClients: (file, clients) => set(`f${file}`, clients.join(',')),
    findGroup(group, today) {
      const [day = '', bound, json = ''] = split(find(`g${group}`) ?? '');
      if (day === '' || (bound === '1' ? day !== today : day > today)) return undefined;
      return readCoded(json);
    },
    setGroup: (group, today, bound, findings) =>
      set(`g${group}`, `${today} ${bound ? 1 : 0} ${JSON.stringify(findings)}`),
    save(isWhole) {
      if (!changed) return;
      const kept = [...entries].filter(([, entry]) => entry.used || !isWhole);
      const body = kept.map(([key, entry]) => `${key} ${entry.line}\n`).join('');
      try {
        mkdirSync(join(root, ownFolder), { recursive: true });
        replaceFile(join(root, ownFolder, '.gitignore'), '*\n');
        replaceFile(path, `${form} ${environment} ${checksum(body)}\n${body}`);
      } catch {
        // The next check takes longer, and that is all.
      }
    },
  };
}

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The first two words and the rest. */
function split(line: string): readonly [string?, string?, string?] {
  const first = line.indexOf(' ');
  const second = line.indexOf(' ', first + 1);
  return first === -1 || second === -1
    ? []
    : [line.slice(0, first), line.slice(first + 1, second), line.slice(second + 1)];
}

function readEntries(path: string, environment: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let text: string;
  try {
    if (statSync(path).size > largest) return entries;
    text = readFileSync(path, 'utf8');
  } catch {
    return entries;
  }
  const head = text.slice(0, text.indexOf('\n'));
  const body = text.slice(head.length + 1);
  if (head !== `${form} ${environment} ${checksum(body)}`) return entries;
  for (const line of body.split('\n')) {
    const space = line.indexOf(' ');
    if (space > 0) entries.set(line.slice(0, space), { line: line.slice(space + 1), used: false });
  }
  return entries;
}

/** The checksum vouches for the form; a form that is wrong all the same counts as nothing. */
function readCoded(json: string): CodedGroup | undefined {
  try {
    const value: unknown = JSON.parse(json);
    // Written by `setGroup`, whose parameter has this type, and unchanged since: the checksum says so.
    return Array.isArray(value) && value.every(Array.isArray) ? (value as CodedGroup) : undefined;
  } catch {
    return undefined;
  }
}
