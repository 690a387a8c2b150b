// What the checks across visits share: sections and fields of notes, limits of the practice, findings.
import type { Session } from '../../facts/model';
import type { FieldId } from '../../note/fields';
import { usualLimits, type VisitLimit } from '../../note/limits';
import type { Field, Note } from '../../note/model';
import { findPracticeSetting } from '../../note/practice';
import type { SectionId } from '../../note/sections';
import { say } from '../../text/say';
import { type Source, type Span, sliceSpan, span } from '../../text/span';
import type { CheckInput } from '../check';
import { toEdits } from '../completeness/inserts';
import { type Because, type Finding, type Fix, type Severity, withFixes } from '../finding';
import { cut } from '../words';

/** A limit as the practice has it; the usual one where it says none, or no number. */
export function limitOf({ practice }: Pick<CheckInput, 'practice'>, limit: VisitLimit): number {
  const value = Number(findPracticeSetting(practice, `checks.${limit}`)?.value);
  return Number.isFinite(value) && value > 0 ? value : (usualLimits.get(limit) ?? 0);
}

/** The last visit before this one. */
export const lastVisit = ({ client }: CheckInput): Session | undefined => client.earlier.at(-1);

/** The parts of a note that belong to a section; several where its heading comes again. */
export const sectionsOf = (note: Note, id: SectionId) => note.sections.filter((section) => section.id === id);

/** The fields of a section, or of the whole note, by their ids. */
export function fieldsOf(note: Note, ids: readonly string[], section?: SectionId): readonly Field[] {
  const fields: Field[] = [];
  for (const { id, blocks } of note.sections) {
    if (section !== undefined && id !== section) continue;
    for (const block of blocks)
      if (block.kind === 'field' && ids.includes(block.field ?? '')) fields.push(block);
  }
  return fields;
}

/** What is written behind a label, on one line; undefined where nothing is. */
export function wordsOfField(note: Note, id: FieldId, section?: SectionId): string | undefined {
  const words = fieldsOf(note, [id], section)
    .map((field) => sliceSpan(note.text, span(field.value.start, field.span.end)).replace(/\s+/g, ' ').trim())
    .find((text) => text !== '');
  return words;
}

/** The words below the headings of a section, as one text. */
export const wordsOf = (note: Note, id: SectionId): string =>
  sectionsOf(note, id)
    .map((section) => note.text.slice(section.heading.end, section.span.end))
    .join('\n');

/** Where a finding about a section stands: at its heading, else at the top of the note. */
export function placeOf(input: CheckInput, id: SectionId): Source {
  const { note, uri } = input.session;
  const at: Span = sectionsOf(note, id)[0]?.heading ?? note.frontMatter?.date?.span ?? span(0, 0);
  return { uri, span: at };
}

/** A finding across visits. The rule is given without its family; the fixes are worked out when they are asked for. */
export const aboutVisits = (
  rule: string,
  severity: Severity,
  at: Source,
  message: string,
  because: readonly Because[] = [],
  makeFixes: () => readonly Fix[] = () => [],
): Finding => withFixes({ rule: `visits/${rule}`, severity, at, message: cut(message), because }, makeFixes);

/** True if any of the words of a section, or of the note, match. */
export const mentions = (session: Session, pattern: RegExp): boolean =>
  pattern.test(session.note.text.slice(session.note.frontMatter?.span.end ?? 0));

/** The text of a field's value. */
export const valueText = (note: Note, field: Field): string => sliceSpan(note.text, field.value);

/** True if this note holds a reassessment: its label in the Objective, with words behind it. */
export const isReassessed = ({ session: { note } }: CheckInput): boolean =>
  fieldsOf(note, ['reassess'], 'objective').some((field) => valueText(note, field).trim() !== '') ||
  /\breassessment[ \t]*:[ \t]*\S/i.test(wordsOf(note, 'objective'));

/** The fix that begins a reassessment in the Objective; none where its label stands there already. */
export function reassessFix(input: CheckInput): readonly Fix[] {
  const label = 'Reassessment';
  const { note } = input.session;
  const isThere =
    fieldsOf(note, ['reassess'], 'objective').length > 0 ||
    /\breassessment\s*:/i.test(wordsOf(note, 'objective'));
  const edits = isThere ? undefined : toEdits(input, [{ kind: 'field', section: 'objective', label }]);
  return edits === undefined ? [] : [{ title: say`Add a reassessment`, preferred: true, edits }];
}
