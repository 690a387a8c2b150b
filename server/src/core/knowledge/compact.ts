// The compiled knowledge without what goes without saying: the value that a field of a list mostly has, such as an empty
// list. Written out it would be a fifth of a file that everybody downloads.
import type { KnowledgeData } from './model';

/** An entry as it is written: fields with their usual value are missing. */
type Entry = Record<string, unknown>;
type Lists = Record<string, readonly Entry[]>;

/** What is written: the knowledge, and for each of its lists the values that stand where a field is missing. */
export interface CompactKnowledge {
  readonly data: unknown;
  readonly usual: Readonly<Record<string, Entry>>;
}

/** Leaves out the usual values of entries. */
export function compactKnowledge(data: KnowledgeData): CompactKnowledge {
  const usual: Record<string, Entry> = {};
  const written = Object.entries(data).map(([name, entries]: [string, unknown]) => {
    if (!isListOfEntries(entries)) return [name, entries];
    const values = usualValues(entries);
    if (Object.keys(values).length === 0) return [name, entries];
    usual[name] = values;
    return [name, entries.map((entry) => without(entry, values))];
  });
  return { data: Object.fromEntries(written), usual };
}

/** Puts the usual values back. */
export function expandKnowledge({ data, usual }: CompactKnowledge): KnowledgeData {
  const lists = data as Lists;
  for (const [name, values] of Object.entries(usual)) {
    const pairs = Object.entries(values);
    for (const entry of lists[name] ?? [])
      for (const [key, value] of pairs) if (!(key in entry)) entry[key] = value;
  }
  return data as KnowledgeData;
}

const isListOfEntries = (entries: unknown): entries is readonly Entry[] =>
  Array.isArray(entries) && entries.every((entry) => typeof entry === 'object' && entry !== null);

/** The commonest value of each field that every entry has, where more than one entry has it. */
function usualValues(entries: readonly Entry[]): Entry {
  const usual: Entry = {};
  for (const key of Object.keys(entries[0] ?? {})) {
    if (!entries.every((entry) => entry[key] !== undefined)) continue;
    const counts = new Map<string, number>();
    for (const entry of entries) {
      const written = JSON.stringify(entry[key]);
      counts.set(written, (counts.get(written) ?? 0) + 1);
    }
    const [value, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 1]);
    if (count > 1) usual[key] = JSON.parse(value);
  }
  return usual;
}

const without = (entry: Entry, usual: Entry): Entry =>
  Object.fromEntries(
    Object.entries(entry).filter(
      ([key, value]) => !(key in usual) || JSON.stringify(usual[key]) !== JSON.stringify(value),
    ),
  );
