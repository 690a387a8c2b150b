// What "no word is lost or changed" means, worked out from the two texts alone.

/** Marks of layout at the edges of a word: bullets, `#`, emphasis, rules, and the colon or dash behind a heading. */
const EDGES =
  /^[-*_#=:\uff1a\u2013\u2014\u2022\u00b7\u25e6\u2023\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\uf0b7\uf0a7\u2212]+|[-*_#=:\uff1a\u2013\u2014]+$/g;
const TAGS = /<\/?(?:b|strong|u|h[1-6])>/gi;
/** Headings that may give way to a canonical one, lower case: names, letters of SOAP, HOPS, CARE and DAP. */
const HEADINGS: readonly string[] =
  's subj sub subjective o obj objective t tx rx treatment a ax assessment p plan h c r e d'.split(' ');
const LONG_NAMES: readonly string[] = ['subjective', 'objective', 'treatment', 'assessment'];
/** Words that say nothing more behind a section's name: `Subjective findings`. */
const EMPTY: readonly string[] = ['findings', 'data'];

interface Word {
  readonly text: string;
  /** True for a section's name or letter where a heading may stand: first in its line, or before a colon. */
  readonly heading: boolean;
}

/**
 * The words of a text, in order: what stands between white space, without layout marks at its edges. A bare mark, the
 * `o` bullet of a word processor, a tag and the number of a heading are none. Case and every sign inside a word count.
 */
function listWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const bare = line.replace(TAGS, '').replace(/^\s*o\t/, '');
    const numbered = /^\s*\d{1,2}[.)]\s+(\S+)/.exec(bare);
    const parts = (numbered && isName(numbered[1] ?? '') ? bare.replace(/^\s*\d+[.)]/, '') : bare).split(
      /\s+/,
    );
    let first = true;
    for (const part of parts) {
      const word = part.replace(EDGES, '');
      if (word === '') continue;
      const follows = words.at(-1)?.heading === true && !first && EMPTY.includes(word.toLowerCase());
      words.push({ text: word, heading: ((first || /:[*_]*$/.test(part)) && isName(word)) || follows });
      first = false;
    }
  }
  return words;
}

/** A section's name, with one wrong letter too, or its letter with the mark behind it: `S.`, `(S)`, `[Plan]`. */
function isName(word: string): boolean {
  const name = word.toLowerCase().replace(/[^\p{L}]/gu, '');
  return HEADINGS.includes(name) || LONG_NAMES.some((known) => isNear(name, known));
}

/**
 * True if every word of `before` stands in `after`, in the same order. Only a section's name or letter where a
 * heading may stand can be missing, as its canonical heading stands for it.
 */
export const keepsWords = (before: string, after: string): boolean =>
  isSubsequence(
    listWords(before)
      .filter(({ heading }) => !heading)
      .map(({ text }) => text),
    listWords(after).map(({ text }) => text),
  );

/** The same for texts of any make: runs of letters and digits without the numbers of lists, whatever marks touch them. */
export function keepsLetters(before: string, after: string): boolean {
  const runs = (text: string): readonly string[] =>
    (text.replace(TAGS, ' ').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter(
      (word) => !isName(word) && !EMPTY.includes(word.toLowerCase()),
    );
  return isSubsequence(runs(before.replace(/^\s*\d{1,3}[.)](?=\s|$)/gm, '')), runs(after));
}

function isSubsequence(words: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const word of all) if (word === words[at]) at += 1;
  return at === words.length;
}

/** True if two words are one letter apart: one changed, missing or too many. */
function isNear(word: string, name: string): boolean {
  if (Math.abs(word.length - name.length) > 1) return false;
  let same = 0;
  while (same < word.length && word[same] === name[same]) same += 1;
  if (word.length === name.length) return word.slice(same + 1) === name.slice(same + 1);
  const [long, short] = word.length > name.length ? [word, name] : [name, word];
  return long.slice(same + 1) === short.slice(same);
}
