// Finds clients, sessions and conditions by what is typed, without reading a note.

import { say } from '../text/say';
import type { Uri } from '../text/span';
import type { ClientEntry, FileFacts } from '../workspace/model';
import { isCalledFor } from './typed';

/** Something with a name that a search leads to; the place is the document's start. */
export interface NamedPlace {
  readonly kind: 'client' | 'session' | 'condition';
  readonly name: string;
  /** Whose it is. */
  readonly of: string;
  readonly uri: Uri;
}

/** Answers beyond this many are of no use in a list. */
const most = 200;

/** Lists the clients, then conditions of records, then sessions, newest first, whose name fits what was typed. */
export function findNamed(
  query: string,
  clients: readonly ClientEntry[],
  factsOf: (uri: Uri) => FileFacts | undefined,
): readonly NamedPlace[] {
  const words = query.trim().split(/\s+/);
  const fits = (...names: readonly (string | undefined)[]): boolean =>
    words.every((word) => names.some((name) => name !== undefined && isCalledFor(name, word)));
  const people: NamedPlace[] = [];
  const conditions: NamedPlace[] = [];
  const sessions: NamedPlace[] = [];
  for (const { id, name, record, sessions: own } of clients) {
    const label = name === undefined ? id : `${name} (${id})`;
    const uri = record ?? own.at(-1)?.uri;
    if (uri !== undefined && fits(id, name) && people.length < most)
      people.push({
        kind: 'client',
        name: label,
        of: own.length === 1 ? say`1 session` : say`${own.length} sessions`,
        uri,
      });
    for (const condition of record === undefined ? [] : (factsOf(record)?.conditions ?? []))
      if (record !== undefined && fits(condition, id, name) && fits(condition) && conditions.length < most)
        conditions.push({ kind: 'condition', name: condition, of: label, uri: record });
    for (const { uri: note, date } of own)
      if (date !== undefined && fits(date, id, name) && sessions.length < most * 10)
        sessions.push({ kind: 'session', name: `${date} ${id}`, of: label, uri: note });
  }
  const newest = sessions.sort((a, b) => (a.name > b.name ? -1 : a.name < b.name ? 1 : 0));
  return [...people, ...conditions, ...newest].slice(0, most);
}
