// What "no word is lost or changed" means, worked out from the two texts alone.

/** Marks of layout at the edges of a word: bullets, `#`, emphasis, rules, and the colon or dash behind a heading. */
const EDGES =
  /^[-*_#=:\uff1a\u2013\u2014\u2022\u00b7\u25e6\u2023\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\uf0b7\uf0a7\u2212]+|[-*_#=:\uff1a\u2013\u2014]+$/g;
/** Headings that may give way to a canonical one, and those that take their place. Lower case. */
const HEADINGS: readonly string[] = [
  's subj sub subjective o obj objective t tx rx treatment a ax assessment p plan data findings',
  'h c r e d history observation palpation special tests condition actions response evaluation',
]
  .join(' ')
  .split(' ');
/** The number of a heading belongs to it: `2. Objective`. */
const NUMBERED = new RegExp(
  `^[ \\t]*\\d{1,2}[.)][ \\t]+(?=(?:${HEADINGS.join('|')})(?![\\p{L}\\p{N}]))`,
  'gimu',
);
const isHeading = (word: string): boolean =>
  HEADINGS.includes(word.toLowerCase()) ||
  // One wrong letter in a long name.
  ['subjective', 'objective', 'treatment', 'assessment'].some((name) => isNear(word.toLowerCase(), name));

/**
 * The words of a text, in order: what stands between white space, without layout marks at its edges; a bare mark, an
 * `o` bullet of a word processor or the number of a heading is none. Case and every sign inside a word count.
 */
export function listWords(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, '')
    .replace(/^([ \t]*)o\t/gm, '$1')
    .replace(NUMBERED, '')
    .split(/\s+/)
    .map((word) => word.replace(EDGES, ''))
    .filter((word) => word !== '');
}

/**
 * True if every word of `before` stands in `after`, in the same order. A word that is a section's name or letter may
 * be missing before, as its canonical heading stands for it; nothing else may be.
 */
export function keepsWords(before: string, after: string): boolean {
  const source = listWords(before);
  const result = listWords(after);
  const bare = (words: readonly string[]): readonly string[] => words.filter((word) => !isHeading(word));
  return isSubsequence(bare(source), bare(result));
}

/** The same for texts of any make: runs of letters and digits without the numbers of lists, whatever marks touch them. */
export function keepsLetters(before: string, after: string): boolean {
  const runs = (text: string): readonly string[] =>
    (text.replace(/^[ \t]*\d{1,3}[.)](?=\s|$)/gm, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter(
      (word) => !isHeading(word),
    );
  return isSubsequence(runs(before), runs(after));
}

function isSubsequence(words: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const word of all) if (word === words[at]) at += 1;
  return at === words.length;
}

/** True if two words are one letter apart: one changed, missing or too many. */
function isNear(word: string, name: string): boolean {
  if (word === name) return true;
  let same = 0;
  while (same < word.length && word[same] === name[same]) same += 1;
  const shift = Math.max(0, name.length - word.length);
  const rest = Math.max(0, word.length - name.length);
  return (
    Math.abs(word.length - name.length) <= 1 &&
    word.slice(same + (shift === 0 ? 1 : 0)) === name.slice(same + (rest === 0 ? 1 : 0))
  );
}
