// One look at the words and signs of a text that says what it can hold at all, so that grammars need not be tried on it.
import type { Span } from '../../text/span';
import { isLatinCode } from '../lex';

/** Rows of hints, each a bit or several, and what gives them: words apart by spaces, or single characters. */
export type HintRows = readonly (readonly [bits: number, given: string])[];

interface Stem {
  readonly letters: string;
  readonly isWhole: boolean;
  readonly bits: number;
}

/** So many letters tell most words of a note from those that are looked for. */
const told = 3;
const codeOf = (letter: number, before = 0): number => before * 32 + (letter & 31);

/**
 * Makes a reader of hints. Of its words, `min*` stands for every word that begins so, with three letters at least; a
 * word is a run of the letters A to Z. `moreOf` gives the hints of a sign that depend on what stands around it.
 */
export function hintReader(
  words: HintRows,
  signs: HintRows,
  moreOf?: (text: string, at: number, code: number) => number,
): (text: string, at: Span) => number {
  const byStart = new Map<number, readonly Stem[]>();
  for (const [bits, list] of words)
    for (const word of list.split(' ')) {
      const letters = word.replace('*', '');
      let start = 0;
      for (let i = 0; i < Math.min(told, letters.length); i++) start = codeOf(letters.charCodeAt(i), start);
      byStart.set(start, [...(byStart.get(start) ?? []), { letters, isWhole: letters === word, bits }]);
    }
  const bySign = new Map(
    signs.flatMap(([bits, list]) => [...list].map((sign) => [sign.charCodeAt(0), bits] as const)),
  );
  return (text, at) => {
    let bits = 0;
    for (let i = at.start; i < at.end; i++) {
      const code = text.charCodeAt(i);
      if (code <= space) continue;
      if (!isLatinCode(code)) {
        bits |= bySign.get(code) ?? 0;
        if (moreOf !== undefined) bits |= moreOf(text, i, code);
        continue;
      }
      const from = i;
      let start = codeOf(code);
      while (i + 1 < at.end) {
        const next = text.charCodeAt(i + 1);
        if (!isLatinCode(next)) break;
        if (++i - from < told) start = codeOf(next, start);
      }
      const stems = byStart.get(start);
      if (stems !== undefined) bits |= bitsOfWord(stems, text.slice(from, i + 1).toLowerCase());
    }
    return bits;
  };
}
const space = 32;

function bitsOfWord(stems: readonly Stem[], word: string): number {
  let bits = 0;
  for (const stem of stems)
    if (stem.isWhole ? word === stem.letters : word.startsWith(stem.letters)) bits |= stem.bits;
  return bits;
}
