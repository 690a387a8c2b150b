// Written words and the forms that matching needs: each is made once and shared by every place and text that holds it.
import type { CueRow } from './cues';
import type { Entry, Lexicon } from './lexicon';
import type { Trie } from './trie';

/** A written word or mark. What is looked up about it is kept with it, so that the next place need not ask again. */
export interface Word {
  readonly raw: string;
  readonly length: number;
  /** Lower case, plain quotes, ligatures opened, possessive `'s` dropped: what cues are matched on. */
  readonly norm: string;
  /** The norm without plural ending and in one spelling of British and American forms: what terms are matched on. */
  readonly stem: string;
  readonly word: boolean;
  /** True if it holds a letter and every letter is a capital. */
  readonly upper: boolean;
  /** The cues that begin with it, if any, and whether the name of a person does; undefined until somebody asked. */
  cues: Trie<CueRow[]> | null | undefined;
  beginsPerson: boolean | undefined;
  inLexicon: WordInLexicon | undefined;
}

/** What one lexicon says of a word. Several may be in use at once: a practice may have words of its own. */
export interface WordInLexicon {
  readonly lexicon: Lexicon;
  /** The phrases that begin with it. */
  readonly phrases: Trie<Entry> | undefined;
  /** True if it is one slip away from a word of the base. */
  readonly slip: boolean;
}

/** Makes a word that nothing has been asked about. */
export const createWord = (raw: string, norm: string, stem: string, word: boolean, upper: boolean): Word => ({
  raw,
  length: raw.length,
  norm,
  stem,
  word,
  upper,
  cues: undefined,
  beginsPerson: undefined,
  inLexicon: undefined,
});

/** The beginning of a word, as opposed to a mark. */
export const wordStart = /^[\p{L}\p{N}]/u;

const fold = (text: string): string => {
  const plain = /^[ -~]*$/.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[’ʼ‘]/g, "'")
        .replace(/[‒–—―−]/g, '-');
  return plain.toLowerCase();
};

/**
 * The form of a word that terms are matched on: singular, American spelling of the medical vowel pairs.
 * Takes a lower-case word; short words and numbers stay as they are.
 */
export function stemWord(norm: string): string {
  let word = norm;
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is|as|os)$/.test(word)) {
    if (word.endsWith('ies') && word.length > 4) word = `${word.slice(0, -3)}y`;
    else if (/(?:ss|x|ch|sh|zz)es$/.test(word)) word = word.slice(0, -2);
    else word = word.slice(0, -1);
  }
  if (word.length > 4) {
    if (word.includes('ae')) word = word.replaceAll('ae', 'e');
    if (word.includes('oe')) word = word.replaceAll('oe', 'e');
    if (word.includes('isation')) word = word.replace('isation', 'ization');
    else if (word.endsWith('ise') || word.endsWith('ised')) word = word.replace(/is(ed?)$/, 'iz$1');
    if (word.endsWith('our')) word = `${word.slice(0, -3)}or`;
    if (word.endsWith('fibre')) word = `${word.slice(0, -2)}er`;
  }
  return word;
}

/** The forms of a written word or mark. */
function toWord(raw: string): Word {
  if (!wordStart.test(raw)) {
    const norm = fold(raw);
    return createWord(raw, norm, norm, false, false);
  }
  let norm = fold(raw);
  if (norm.includes('.')) norm = norm.replaceAll('.', '');
  if (norm.length > 2 && norm.endsWith("'s")) norm = norm.slice(0, -2);
  const upper = raw !== raw.toLowerCase() && raw === raw.toUpperCase();
  return createWord(raw, norm, stemWord(norm), true, upper);
}

// The vocabulary of notes is small, hostile input is not: the table never grows, a newer word takes an older one's place.
const places = 1 << 15;
const neighbours = 4;
const longestShared = 40;
const shared: (Word | undefined)[] = Array.from({ length: places + neighbours }, () => undefined);

/** The word at `[from, to)` of a text. Found by its letters where they stand: no piece of the text is cut out for it. */
export function wordAt(text: string, from: number, to: number): Word {
  if (to - from > longestShared) return toWord(text.slice(from, to));
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const first = (hash ^ (hash >>> 15)) & (places - 1);
  let free = first;
  for (let place = first; place < first + neighbours; place++) {
    const word = shared[place];
    if (word === undefined) {
      free = place;
      break;
    }
    if (word.length === to - from && text.startsWith(word.raw, from)) return word;
  }
  const word = toWord(text.slice(from, to));
  shared[free] = word;
  return word;
}
