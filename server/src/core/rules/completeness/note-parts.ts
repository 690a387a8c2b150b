// A note as completeness asks about it: which fields are filled, which stand empty, what a section says.
import { normaliseLabel } from '../../note/fields';
import type { Block, Field, Note } from '../../note/model';
import type { SectionId } from '../../note/sections';
import { oncePer } from '../../text/once';
import { type Span, sliceSpan } from '../../text/span';

/** The fields and words of one note. */
export interface NoteParts {
  readonly note: Note;
  /** True if any field of these ids (or with these labels, in small letters) says something. */
  readonly has: (...names: readonly string[]) => boolean;
  /** The first field of these ids or labels that stands there with nothing behind it. */
  readonly empty: (...names: readonly string[]) => Span | undefined;
  /** The words of these sections without headings; of the whole note below the front matter if none is named. */
  readonly textOf: (...sections: readonly SectionId[]) => string;
  /** True if these sections hold any words besides labels without a value. */
  readonly isFilled: (...sections: readonly SectionId[]) => boolean;
  /** True if a block says anything: a text with words, a field with a value. */
  readonly isSaid: (block: Block) => boolean;
  /** Every field with the section it stands in; `undefined` before the first heading. */
  readonly fields: readonly PlacedField[];
}

export interface PlacedField {
  readonly field: Field;
  readonly section: SectionId | undefined;
  readonly label: string;
  readonly filled: boolean;
}

/** The parts of a note, worked out once for each. */
export const partsOfNote = oncePer(makeParts);

function makeParts(note: Note): NoteParts {
  const { text } = note;
  const fields: PlacedField[] = [];
  addFields(fields, text, note.preamble, undefined);
  for (const { id, blocks } of note.sections) addFields(fields, text, blocks, id);
  const standing = fields.filter(({ filled }) => !filled);
  const filledNames = new Set<string>();
  for (const { field, label, filled } of fields) if (filled) filledNames.add(label).add(field.field ?? label);
  // A label with nothing behind it says nothing: its words are left out.
  const said = blank(
    text,
    standing.map(({ field }) => field.span),
  );
  const texts = new Map<string, string>();
  const readText = (ids: readonly SectionId[]): string =>
    ids.length === 0
      ? said.slice(note.frontMatter?.span.end ?? 0)
      : sectionsOf(ids)
          .map(({ heading, span }) => said.slice(heading.end, span.end))
          .join('\n');
  const sectionsOf = (ids: readonly SectionId[]) => note.sections.filter(({ id }) => ids.includes(id));
  return {
    note,
    fields,
    has: (...names) => names.some((name) => filledNames.has(name)),
    empty: (...names) =>
      standing.find(({ field, label }) => names.includes(field.field ?? label) || names.includes(label))
        ?.field.label,
    textOf: (...ids) => {
      const key = ids.join();
      const known = texts.get(key) ?? readText(ids);
      texts.set(key, known);
      return known;
    },
    isSaid: (block) => isSaid(text, block),
    isFilled: (...ids) => sectionsOf(ids).some(({ blocks }) => blocks.some((block) => isSaid(text, block))),
  };
}

/** The text with spaces in these places, which stand in its order. */
function blank(text: string, places: readonly Span[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of places) {
    // A label inside one that is left out already goes with it.
    if (end <= from) continue;
    result += text.slice(from, Math.max(from, start)) + ' '.repeat(end - Math.max(from, start));
    from = end;
  }
  return result + text.slice(from);
}

function addFields(
  fields: PlacedField[],
  text: string,
  blocks: readonly Block[],
  section: SectionId | undefined,
): void {
  for (const block of blocks) {
    if (block.kind === 'field') {
      const label = normaliseLabel(sliceSpan(text, block.label));
      fields.push({ field: block, section, label, filled: isSaid(text, block) });
    }
    addFields(fields, text, block.children, section);
  }
}

/** True if a block says anything: a text with words, a field with a value. */
function isSaid(text: string, block: Block): boolean {
  const own = block.kind === 'field' ? block.value : block.heading === true ? undefined : block.content;
  return (
    (own !== undefined && /[\p{L}\p{N}]/u.test(sliceSpan(text, own))) ||
    block.children.some((child) => isSaid(text, child))
  );
}

/** The front matter's entry at a key, if it stands there. */
export function entryAt(
  note: Note,
  key: string,
): { readonly key: Span; readonly filled: boolean } | undefined {
  const entry = note.frontMatter?.entries.find((candidate) => candidate.key.value === key);
  if (entry === undefined) return undefined;
  return { key: entry.key.span, filled: /[\p{L}\p{N}]/u.test(sliceSpan(note.text, entry.value)) };
}

/** Words of consent without the clauses that refuse: of `written, not breast` stays `written`. */
export const withoutRefusals = (words: string): string =>
  words
    .split(/[,;.]/)
    .filter((clause) => !refusal.test(clause))
    .join(',')
    .trim();

const refusal = /\b(?:no|not|none|never|without|except|excluding|declin\w*|refus\w*|withdr\w*)\b/i;
