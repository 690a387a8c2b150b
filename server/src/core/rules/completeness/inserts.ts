// Turns what is missing into edits: keys of the front matter, lines of the client record, fields of sections. Each
// stands where a careful writer would put it, and has no value yet.
import { normaliseLabel } from '../../note/fields';
import { noteKeys } from '../../note/keys';
import type { Note, Section } from '../../note/model';
import { parseNote } from '../../note/parse';
import { type SectionId, sectionTable } from '../../note/sections';
import { addFrontMatter, appendLines } from '../../note/yaml-write';
import { applyEdits, type DocumentEdit, type TextEdit } from '../../text/edit';
import { eolOf } from '../../text/lines';
import { span } from '../../text/span';
import type { CheckInput } from '../check';
import type { Insert } from './model';
import { partsOfNote } from './note-parts';

/** The edits that add all of these; undefined where one of them has no place of its own. */
export function toEdits(
  { session, client }: CheckInput,
  inserts: readonly Insert[],
): readonly DocumentEdit[] | undefined {
  const { note, uri } = session;
  const keys = inserts.filter((insert) => insert.kind === 'key');
  const fields = inserts.filter((insert) => insert.kind === 'field');
  const lines = inserts.flatMap((insert) => (insert.kind === 'record' ? insert.lines : []));
  const placed = [
    ...addKeys(
      note,
      keys.map(({ key, value }) => [key, value ?? ''] as const),
    ),
    ...addFields(note, fields),
  ];
  if (placed.some((edit) => edit === undefined)) return undefined;
  const inNote = placed.filter((edit) => edit !== undefined);
  const edits = merge(inNote);
  if (edits.length > 0 && !holds(note, edits, keys, fields)) return undefined;
  const documents: DocumentEdit[] = edits.length === 0 ? [] : [{ uri, edits }];
  if (lines.length > 0) {
    if (client.record === undefined) return undefined;
    documents.push({ uri: client.record.uri, edits: [appendLines(client.record.record.text, lines)] });
  }
  return documents.length === 0 ? undefined : documents;
}

// Beyond this length a note is no note of a session, and reading it once more would be felt.
const mostCharacters = 100_000;

/** True if the changed note reads as it is meant: every key and field stands there, and its sections are as before. */
function holds(
  note: Note,
  edits: readonly TextEdit[],
  keys: readonly { readonly key: string }[],
  fields: readonly NewField[],
): boolean {
  if (note.text.length > mostCharacters) return false;
  const after = parseNote(applyEdits(note.text, edits)).value;
  const parts = partsOfNote(after);
  const isKept = note.sections.every(
    ({ id }) => countOf(after, id) >= countOf(note, id) && countOf(after, id) <= countOf(note, id) + 1,
  );
  return (
    isKept &&
    keys.every(({ key }) => after.frontMatter?.entries.some((entry) => entry.key.value === key) === true) &&
    fields.every(({ label }) => {
      const name = normaliseLabel(label);
      return parts.fields.some((one) => one.label === name && !one.filled);
    })
  );
}

const countOf = (note: Note, id: SectionId): number =>
  note.sections.filter((section) => section.id === id).length;

/** The offset behind the line end of the line that holds `at`. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** One edit for each place: what goes to the same place stands in the order in which it was asked for. */
function merge(edits: readonly TextEdit[]): readonly TextEdit[] {
  const byPlace = new Map<number, string>();
  for (const { span: at, newText } of edits) byPlace.set(at.start, (byPlace.get(at.start) ?? '') + newText);
  return [...byPlace].sort(([a], [b]) => a - b).map(([at, newText]) => ({ span: span(at, at), newText }));
}

/** Adds keys in the order of the table of keys, each behind the nearest one that comes before it there. */
function addKeys(note: Note, keys: readonly (readonly [key: string, value: string])[]): readonly TextEdit[] {
  const { text, frontMatter } = note;
  const eol = eolOf(text);
  const sorted = [...keys].sort(([a], [b]) => noteKeys.indexOf(a) - noteKeys.indexOf(b));
  if (sorted.length === 0) return [];
  if (frontMatter === undefined) {
    const { span: at, newText } = addFrontMatter(
      text,
      sorted.map(([key, value]) => `${key}: ${value}`),
    );
    return [{ span: at, newText: newText + eol }];
  }
  return sorted.map(([key, value]) => {
    const before = frontMatter.entries.filter(
      (entry) =>
        noteKeys.includes(entry.key.value) && noteKeys.indexOf(entry.key.value) < noteKeys.indexOf(key),
    );
    const last = before.at(-1);
    const end = last === undefined ? frontMatter.body.start : Math.max(last.value.end, last.key.span.end);
    const at = last === undefined ? end : Math.min(nextLine(text, end), frontMatter.body.end);
    const lead = at > 0 && text[at - 1] !== '\n' ? eol : '';
    return { span: span(at, at), newText: `${lead}${key}: ${value}${eol}` };
  });
}

const order: readonly SectionId[] = sectionTable.map(({ id }) => id);
const rank = (id: SectionId): number => order.indexOf(id);

interface NewField {
  readonly section: SectionId;
  readonly label: string;
}

/** Adds fields at the end of their sections; a section that is not there comes with its heading. */
function addFields(note: Note, fields: readonly NewField[]): readonly (TextEdit | undefined)[] {
  const sections = [...new Set(fields.map(({ section }) => section))].sort((a, b) => rank(a) - rank(b));
  return sections.map((id) => {
    const labels = fields.filter(({ section }) => section === id).map(({ label }) => label);
    const there = note.sections.findLast((section) => section.id === id);
    return there === undefined ? addSection(note, id, labels) : addToSection(note, there, labels);
  });
}

const startsLine = (text: string, at: number): boolean => at === 0 || text[at - 1] === '\n';

function addToSection(note: Note, section: Section, labels: readonly string[]): TextEdit | undefined {
  const { text } = note;
  const next = note.sections.find(({ span: at }) => at.start >= section.span.end);
  // Sections that share a line leave no room for a line of their own.
  if (next !== undefined && !startsLine(text, next.span.start)) return undefined;
  const bullet = bulletOf(text, section, note);
  const body = text.slice(section.heading.start, section.span.end);
  const end = section.heading.start + body.trimEnd().length;
  const eol = eolOf(text);
  return {
    span: span(end, end),
    newText: labels.map((label) => `${eol}${bullet}${label}: `).join(''),
  };
}

/** The bullet that entries of a section have; none where it is written in lines or sentences. */
function bulletOf(text: string, section: Section | undefined, note: Note): string {
  const blocks =
    [section, ...note.sections].find((one) => one !== undefined && one.blocks.length > 0)?.blocks ?? [];
  const found = /^[-*•–—+] /.exec(
    text.slice(blocks.at(-1)?.span.start ?? 0, (blocks.at(-1)?.span.start ?? 0) + 2),
  );
  return blocks.length === 0 ? '- ' : (found?.[0] ?? '');
}

function addSection(note: Note, id: SectionId, labels: readonly string[]): TextEdit | undefined {
  const { text } = note;
  const eol = eolOf(text);
  const later = note.sections.find((section) => rank(section.id) > rank(id));
  const bullet = bulletOf(text, undefined, note);
  const lines = [headingOf(note, id), ...labels.map((label) => `${bullet}${label}: `)].join(eol);
  if (later !== undefined)
    return startsLine(text, later.span.start)
      ? { span: span(later.span.start, later.span.start), newText: `${lines}${eol}${eol}` }
      : undefined;
  const lead = text === '' || text.endsWith(`${eol}${eol}`) ? '' : text.endsWith('\n') ? eol : eol + eol;
  return { span: span(text.length, text.length), newText: `${lead}${lines}${eol}` };
}

/** A heading in the style of the note's first one. */
function headingOf(note: Note, id: SectionId): string {
  const entry = sectionTable.find((section) => section.id === id);
  const title = entry?.title ?? id;
  const first = note.sections[0];
  const written = first === undefined ? '' : note.text.slice(first.heading.start, first.heading.end).trim();
  if (first === undefined || written.startsWith('#'))
    return `${/^#{1,6}/.exec(written)?.[0] ?? '##'} ${title}`;
  if (written.startsWith('**')) return `**${title}**`;
  const name = note.text.slice(first.title.start, first.title.end);
  const own =
    name.length <= 2
      ? (entry?.letters[0] ?? title)
      : name === name.toUpperCase()
        ? title.toUpperCase()
        : title;
  return written.endsWith(':') ? `${own}:` : `## ${title}`;
}
