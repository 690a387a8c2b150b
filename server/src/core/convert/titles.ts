// What becomes of each section heading of a note: which canonical heading it is, and which of its words stay.
import { fieldByLabel } from '../note/fields';
import { listLetterNames } from '../note/letters';
import type { Note, Section } from '../note/model';
import { type SectionId, sectionByHeading, sectionTable } from '../note/sections';
import { sliceSpan } from '../text/span';

/** A heading of the source, read for conversion. */
export interface Title {
  readonly id: SectionId;
  /**
   * `same`: it says what the canonical heading says. `own`: its words stay below that heading. `alone`: it stays a
   * heading in its own words, as `Home care` does, which means something else as a field of Plan. `addendum` and
   * `history` (also headings that lead back from one) stay too.
   */
  readonly kind: 'same' | 'own' | 'alone' | 'history' | 'addendum';
  /** The words that stay: all of an `own` title; for `Subjective (by phone)` this is `(by phone)`. */
  readonly words: string;
  /** The field that the words of an `own` title name, as `Chief complaint` does in Subjective. */
  readonly field: string | undefined;
}

/** The heading that the converter writes: `Subjective`. */
export const canonicalTitle = (id: SectionId): string =>
  sectionTable.find((entry) => entry.id === id)?.title ?? id;

/** Words that add nothing to a section's own name. */
const SAME = /^(?:subjective|objective) (?:data|findings)$/i;

const isSame = (words: string, id: SectionId): boolean => {
  const name = sectionByHeading(words);
  return name?.id === id && (name.kind === 'name' ? SAME.test(words) : /^[\p{L}\p{M}]+$/u.test(words));
};

/** Reads the titles of all sections, in order. */
export function listTitles(note: Note): readonly Title[] {
  const titles = note.sections.map(({ title }) => sliceSpan(note.text, title).replace(/\s+/g, ' ').trim());
  const letters = [...new Set(titles.map((title) => title.toLowerCase()))].filter(
    ({ length }) => length === 1,
  );
  const names = listLetterNames(letters.join(''));
  return note.sections.map((section, index) => {
    const title = titles[index] ?? '';
    return toTitle(section, names.get(title.toLowerCase()) ?? title);
  });
}

function toTitle({ id }: Section, title: string): Title {
  if (id === 'addendum') return { id, kind: 'addendum', words: title, field: undefined };
  if (id === 'family-history' || id === 'past-history')
    return { id, kind: 'history', words: title, field: undefined };
  if (isSame(title, id)) return { id, kind: 'same', words: '', field: undefined };
  const bracket = title.indexOf('(');
  if (bracket > 0 && title.endsWith(')') && isSame(title.slice(0, bracket).trim(), id)) {
    const inside = title.slice(bracket + 1, -1).trim();
    return { id, kind: 'same', words: isSame(inside, id) ? '' : title.slice(bracket), field: undefined };
  }
  // A heading that names no section, such as `Now` behind a history, leads back to the section around it.
  const bare = bracket > 0 && title.endsWith(')') ? title.slice(0, bracket) : title;
  if (sectionByHeading(bare) === undefined) return { id, kind: 'history', words: title, field: undefined };
  const field = fieldByLabel(title);
  if (field?.section !== id) return { id, kind: 'own', words: title, field: undefined };
  if (field.context !== undefined) return { id, kind: 'alone', words: title, field: undefined };
  return { id, kind: 'own', words: title, field: field.id };
}

/** True if the note has sections and all their headings have their canonical form already. */
export function hasCanonicalHeadings(note: Note, titles: readonly Title[]): boolean {
  let open: SectionId | undefined;
  const isCanonical = (section: Section, index: number): boolean => {
    const title = titles[index];
    const heading = sliceSpan(note.text, section.heading);
    const level = /^#*/.exec(heading)?.[0].length ?? 0;
    switch (title?.kind) {
      case 'same': {
        open = section.id;
        const canonical = canonicalTitle(section.id);
        return level === 2 && sliceSpan(note.text, section.title).startsWith(canonical);
      }
      case 'alone':
        open = section.id;
        return level === 2;
      case 'addendum':
        return level === 2;
      case 'own':
        return level > 2 && open === section.id;
      case 'history':
        return level > 2;
      case undefined:
        return false;
    }
  };
  return note.sections.every(isCanonical);
}
