// The front matter that a pasted header gives: only what is certain, and the header's own words stay where they are.
import type { Located, Note } from '../note/model';

/** A client record that a header may name. */
export interface KnownClient {
  readonly id: string;
  readonly name?: string | undefined;
}

/** The lines between the fences, or undefined where the note has front matter or its header gives none. */
export function toFrontMatter(note: Note, clients: readonly KnownClient[]): readonly string[] | undefined {
  if (note.frontMatter !== undefined || note.header === undefined) return undefined;
  const { client, clientId, date, therapist } = note.header;
  const lines: string[] = [];
  const id = clientId?.value ?? findClient(client, clients);
  if (id !== undefined) lines.push(`client: ${toScalar(id)}`);
  if (date !== undefined && !isAmbiguousDate(note.text.slice(date.span.start, date.span.end))) {
    lines.push(`date: ${date.value.date}${date.value.time === undefined ? '' : ` ${date.value.time}`}`);
  }
  if (therapist !== undefined) lines.push(`therapist: ${toScalar(therapist.value)}`);
  return lines.length === 0 ? undefined : lines;
}

/** The id of the one client of that name; two clients of one name are told apart by people. */
function findClient(name: Located<string> | undefined, clients: readonly KnownClient[]): string | undefined {
  const wanted = name && toKey(name.value);
  const found = clients.filter((client) => client.name !== undefined && toKey(client.name) === wanted);
  return found.length === 1 ? found[0]?.id : undefined;
}

const toKey = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();

/** `05/06/2026` is 6 May or 5 June: reading it is one thing, writing the answer down another. */
export function isAmbiguousDate(date: string): boolean {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d/.exec(date);
  const [first, second] = [Number(parts?.[1]), Number(parts?.[2])];
  return parts !== null && first <= 12 && second <= 12 && first !== second;
}

/** A YAML scalar: bare where no YAML reader could see anything but these words. */
export const toScalar = (words: string): string =>
  /^\p{L}[\p{L}\p{N} .,'-]*$/u.test(words) && !/^(?:true|false|null|yes|no|on|off)$/i.test(words)
    ? words
    : JSON.stringify(words);
