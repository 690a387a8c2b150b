// The compiled knowledge without its many empty lists: they would be a tenth of a file that everybody downloads.
import type { KnowledgeData } from './model';

/** An entry as it is written: some of its lists may be missing. */
type Entry = Record<string, unknown>;
type Lists = Record<string, readonly Entry[]>;

/** What is written: the knowledge, and for each of its lists the keys that stand for an empty list where they are missing. */
export interface CompactKnowledge {
  readonly data: unknown;
  readonly empty: Readonly<Record<string, readonly string[]>>;
}

/** Leaves out the empty lists of entries. */
export function compactKnowledge(data: KnowledgeData): CompactKnowledge {
  const empty: Record<string, readonly string[]> = {};
  const written = Object.entries(data).map(([name, entries]: [string, unknown]) => {
    if (!Array.isArray(entries)) return [name, entries];
    const keys = keysOfLists(entries);
    if (keys.length === 0) return [name, entries];
    empty[name] = keys;
    return [name, entries.map((entry: Entry) => without(entry, keys))];
  });
  return { data: Object.fromEntries(written), empty };
}

/** Puts the empty lists back. */
export function expandKnowledge({ data, empty }: CompactKnowledge): KnowledgeData {
  const lists = data as Lists;
  for (const [name, keys] of Object.entries(empty))
    for (const entry of lists[name] ?? []) for (const key of keys) entry[key] ??= [];
  return data as KnowledgeData;
}

/** The keys that hold a list in every entry, and an empty one in some. */
function keysOfLists(entries: readonly unknown[]): readonly string[] {
  const maps = entries.filter((entry): entry is Entry => typeof entry === 'object' && entry !== null);
  if (maps.length < entries.length) return [];
  return Object.keys(maps[0] ?? {}).filter((key) => {
    const values = maps.map((entry) => entry[key]);
    return values.every(Array.isArray) && values.some(isEmpty);
  });
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const without = (entry: Entry, keys: readonly string[]): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([key, value]) => !keys.includes(key) || !isEmpty(value)));
