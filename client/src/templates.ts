// The texts of a new note and a new client record. Pure: tests parse them.
import type { Translate } from './checked-words';

/** What is known when a note is begun. Anything else is left for the therapist to type. */
export interface NewNote {
  readonly client: string;
  /** `YYYY-MM-DD HH:MM`, the local time of the session. */
  readonly date: string;
  readonly therapist: string;
}

/** A snippet for a whole note with what is known filled in; its lines are those that the snippets offer. */
export function toNoteSnippet(body: readonly string[], note: NewNote): string {
  const known: Readonly<Record<string, string>> = {
    client: note.client,
    date: note.date,
    ...(note.therapist !== '' && { therapist: note.therapist }),
  };
  return body
    .map((line) => {
      const key = /^(\w+): /.exec(line)?.[1];
      const value = key === undefined ? undefined : known[key];
      return value === undefined ? line : `${key}: ${escapeSnippet(value)}`;
    })
    .join('\n');
}

/** What is known when a client is added. */
export interface NewClient {
  readonly id: string;
  readonly name: string;
  /** The day of the intake, `YYYY-MM-DD`. */
  readonly intake: string;
}

/** The text of a new client record as a snippet with tab stops. */
export function toClientSnippet(client: NewClient): string {
  const name = client.name === '' ? '$1' : escapeSnippet(toYamlScalar(client.name));
  return `id: ${escapeSnippet(client.id)}
name: ${name}
born: $2
intake: ${client.intake}

# One line for each, such as:
#   - { name: DVT, region: calf, side: left, since: 2026-10-28 }
conditions:$3

# One line for each, such as:
#   - { name: Xarelto, since: 2026-10-29, dose: 20 mg daily }
medications:$4

# A list, such as [nut oils], or: none known
allergies: $0
`;
}

/** A new file's text and where the cursor goes: the first place that is left to type. */
export interface NewText {
  readonly text: string;
  readonly cursor: number;
}

/** The plain text of a snippet, its tab stops left empty. */
export function toNewText(snippet: string): NewText {
  const toPlain = (part: string): string =>
    part.replace(/\\([$}\\])|\$\d+/g, (_, escaped?: string) => escaped ?? '');
  const first = /(?<!\\)\$\d/.exec(snippet)?.index ?? snippet.length;
  return { text: toPlain(snippet), cursor: toPlain(snippet.slice(0, first)).length };
}

/** An id for a name: lower case, letters and digits of any alphabet, joined by hyphens. `Ana María` → `ana-maria`. */
export function toClientId(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Why an id cannot name a folder, in plain words; undefined if it can. */
export function findIdProblem(id: string, t: Translate): string | undefined {
  if (id === '') return t('Please type an id.');
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id)) return t('Use letters, digits, hyphens and dots only.');
  if (id.length > 60) return t('Please choose a shorter id.');
  return undefined;
}

/** Local date and time as a note writes them. */
export function toLocalDateTime(now: Date): { readonly date: string; readonly time: string } {
  const pad = (value: number) => String(value).padStart(2, '0');
  return {
    date: `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`,
    time: `${pad(now.getHours())}:${pad(now.getMinutes())}`,
  };
}

/** Plain where YAML reads it as the same words, else quoted. */
function toYamlScalar(text: string): string {
  return /^\p{L}[\p{L}\p{M} .'’-]*$/u.test(text) && !/^(?:true|false|yes|no|on|off|null)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
