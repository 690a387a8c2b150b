// What single letters stand for in notes of other kinds: HOPS, CARE and DAP. Worked out from the letters a note uses.
import { isLatinCode, type Line } from './lex';
import type { SectionId } from './sections';

interface Scheme {
  readonly letters: string;
  readonly sections: readonly SectionId[];
  /** What the letters stand for. */
  readonly names: readonly string[];
}

const SCHEMES: readonly Scheme[] = [
  {
    letters: 'hops',
    sections: ['subjective', 'objective', 'objective', 'objective'],
    names: ['History', 'Observation', 'Palpation', 'Special tests'],
  },
  {
    letters: 'care',
    sections: ['subjective', 'treatment', 'assessment', 'assessment'],
    names: ['Condition', 'Actions', 'Response', 'Evaluation'],
  },
  { letters: 'dap', sections: ['subjective', 'assessment', 'plan'], names: ['Data', 'Assessment', 'Plan'] },
];

/** What each letter stands for where these letters, lower case and in this order, are all that a note uses. */
export function listLetterNames(letters: string): ReadonlyMap<string, string> {
  const scheme = SCHEMES.find((candidate) => candidate.letters === letters);
  return new Map(
    [...(scheme?.letters ?? '')].map((letter, index) => [letter, scheme?.names[index] ?? letter]),
  );
}

/** A letter with a mark that is no heading by itself: `S. neck pain`, `(S) neck pain`, `S/ neck pain`. */
export const MARKED_LETTER = /^(\(?)([SOTAP])([)./;=\t])(?=\s|$)|^([SOTAP])(\t)/;

/**
 * The mark behind the letters of a note that writes `S. … O. … P. …`: it counts only if `S` comes first, `O` next, and
 * the others in their order, at least one of them.
 */
export function findLetterMark(text: string, lines: readonly Line[]): string | undefined {
  const seen = new Map<string, string>();
  for (const line of lines) {
    const letter = text.charAt(line.first) === '(' ? line.first + 1 : line.first;
    if (!')./;=\t'.includes(text.charAt(letter + 1))) continue;
    const found = MARKED_LETTER.exec(text.slice(line.first, Math.min(line.next, line.first + 4)));
    const mark = found?.[3] ?? found?.[5];
    if (found && mark !== undefined) seen.set(mark, (seen.get(mark) ?? '') + (found[2] ?? found[4]));
  }
  for (const [mark, letters] of seen) if (/^SOT?A?P?$/.test(letters) && letters.length > 2) return mark;
  return undefined;
}

/** The letters of the note's own scheme; empty for SOAP. A scheme counts only if all its letters stand in order. */
export function findLetterScheme(text: string, lines: readonly Line[]): Readonly<Record<string, SectionId>> {
  let seen = '';
  for (const line of lines) {
    // A word is no letter.
    if (isLatinCode(text.charCodeAt(line.content)) && isLatinCode(text.charCodeAt(line.content + 1)))
      continue;
    const start = /^[#*_\s]*([a-z])[*_]*\s?(?:[:\u2013\u2014-]|$)/i.exec(
      text.slice(line.content, Math.min(line.end, line.content + 12)),
    );
    const letter = start?.[1]?.toLowerCase();
    if (letter !== undefined && !seen.includes(letter)) seen += letter;
  }
  const scheme = SCHEMES.find(({ letters }) => seen === letters);
  if (!scheme) return {};
  return Object.fromEntries(
    [...scheme.letters].map((letter, index) => [letter, scheme.sections[index] ?? 'subjective']),
  );
}
