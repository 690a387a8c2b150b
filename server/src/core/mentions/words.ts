// Written words and the forms that matching needs: each is made once and shared by every place and text that holds it.
import type { Side } from '../note/model';
import type { Lexicon } from './lexicon';
import { sideWords } from './sides';
import { countWords, findWord } from './vocabulary';

/** A written word or mark. What is looked up about it is kept with it, so that the next place need not ask again. */
export interface Word {
  /** Its letters as three numbers, as `packedWord` takes them; all 0 for a word that is found by its text. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly length: number;
  /** How large the vocabulary was when its numbers were looked up. */
  numberedAt: number;
  /** Lower case, plain quotes, ligatures opened, possessive `'s` dropped: what cues are matched on. */
  readonly norm: string;
  readonly word: boolean;
  /** True if it holds a letter and every letter is a capital. */
  readonly upper: boolean;
  /** The side that it names. */
  readonly side: Side | undefined;
  /** The lexicon that was asked last what may begin with the word, as bits of `begins`. */
  askedBy: Lexicon | undefined;
  begins: number;
  /** Where the phrases that begin with it go on in the trie of that lexicon, and the signs of that node. */
  phraseNode: number;
  phraseSigns: number;
  /** The numbers of norm and stem in the vocabulary. */
  stemNumber: number;
  normNumber: number;
  /** Where the cues that begin with it go on in their trie, and the signs of that node. */
  cueNode: number;
  cueSigns: number;
  /** What it says of dates and times, as in note/values/time-hints.ts; -1 until somebody asked. */
  timeHints: number;
  /** The words of that lexicon that are one slip away. */
  nearest: readonly NearWord[];
  /** The norm without plural ending and in one spelling of British and American forms: what terms are matched on. */
  readonly stem: string;
  readonly raw: string;
}

/** What may begin with a word, as bits; and whether it may stand inside a phrase or a cue and say nothing there. */
export const begins = {
  phrase: 1,
  slip: 2,
  cue: 4,
  person: 8,
  weeks: 16,
  insidePhrase: 32,
  insideCue: 64,
  /** A number that may be weeks if one of the words or marks follows that are marked with the next bit. */
  number: 128,
  behindNumber: 256,
} as const;

/** A word of a lexicon that another one may have been meant as. */
export interface NearWord {
  readonly word: string;
  readonly stemNumber: number;
}

const none: readonly NearWord[] = [];

/**
 * Makes a word that nothing has been asked about. What every place asks for comes first: of a page of different words
 * the processor holds only so much at hand.
 */
export const createWord = (
  raw: string,
  norm: string,
  stem: string,
  word: boolean,
  upper: boolean,
  a = 0,
  b = 0,
  c = 0,
): Word => ({
  a,
  b,
  c,
  length: raw.length,
  numberedAt: -1,
  norm,
  word,
  upper,
  side: sideWords.get(norm),
  askedBy: undefined,
  begins: 0,
  phraseNode: 0,
  phraseSigns: 0,
  stemNumber: 0,
  normNumber: 0,
  cueNode: 0,
  cueSigns: 0,
  timeHints: -1,
  nearest: none,
  stem,
  raw,
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

/** The copy of a text that property names use: two such copies are compared without looking at their letters. */
const sharedCopy = (text: string): string => Object.keys({ __proto__: null, [text]: true })[0] ?? text;

/** The forms of a written word or mark. */
function toWord(raw: string, a = 0, b = 0, c = 0): Word {
  if (!wordStart.test(raw)) {
    const norm = fold(raw);
    const copy = sharedCopy(norm);
    return createWord(raw, copy, copy, false, false, a, b, c);
  }
  let norm = fold(raw);
  if (norm.includes('.')) norm = norm.replaceAll('.', '');
  if (norm.length > 2 && norm.endsWith("'s")) norm = norm.slice(0, -2);
  const upper = raw !== raw.toLowerCase() && raw === raw.toUpperCase();
  const copy = sharedCopy(norm);
  const stem = stemWord(norm);
  return createWord(raw, copy, stem === norm ? copy : sharedCopy(stem), true, upper, a, b, c);
}

// The vocabulary of notes is small, hostile input is not: the tables never grow, a newer word takes an older one's place.
const places = 1 << 14;
const neighbours = 4;
const createPlaces = (): (Word | undefined)[] => new Array(places + neighbours).fill(undefined);

// A word of up to fifteen plain letters and digits is three numbers, six bits for each character: numbers are compared
// where texts would have to be. So is any single character.
const charactersInPart = 5;
const [apostrophe, stop] = [39, 46];
/** Set in the number of a single character that is neither: a mark, or a letter of another alphabet. */
const other = 1 << 30;
const longestPacked = 3 * charactersInPart;
const packedWords = createPlaces();
const characters = Uint8Array.from({ length: 128 }, (_, code) => {
  const at = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.indexOf(
    String.fromCharCode(code),
  );
  return at + 1;
});

/** The characters at `[from, to)`, at most five, as one number; -1 if one of them is no plain letter or digit. */
function pack(text: string, from: number, to: number, alone: boolean): number {
  let part = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const character = code < 128 ? characters[code] : 0;
    if (!character) return alone ? other | code : -1;
    part = (part << 6) | character;
  }
  return part;
}

/** The word at `[from, to)` of a text, with its numbers as they are now. */
export const wordAt = (text: string, from: number, to: number): Word => renumber(shortWordAt(text, from, to));

const plainMarks: (Word | undefined)[] = new Array(128).fill(undefined);

/** The mark at an offset; those of the common ones are found without a look at any table of words. */
export function markAt(text: string, at: number): Word {
  const code = text.charCodeAt(at);
  if (code > 127) return wordAt(text, at, at + 1);
  const known = plainMarks[code];
  if (known !== undefined) return renumber(known);
  const made = wordAt(text, at, at + 1);
  plainMarks[code] = made;
  return made;
}

/** The word itself; its numbers are looked up again if the vocabulary has grown. */
export function renumber(word: Word): Word {
  const size = countWords();
  if (word.numberedAt !== size) {
    word.normNumber = findWord(word.norm);
    word.stemNumber = findWord(word.stem);
    word.numberedAt = size;
    word.askedBy = undefined;
  }
  return word;
}

/** A word in numbers. */
export const numbersOfWord = 3;

/**
 * Reads a word of up to fifteen plain letters and digits that begins at `from`: its numbers are put into a
 * list, its end is returned. Gives `from` where it is longer, or where more than its letters must be looked at to tell
 * where it ends.
 */
export function packWord(text: string, from: number, end: number, into: Int32Array, at: number): number {
  let [a, b, c] = [0, 0, 0];
  let to = from;
  for (; to < end; to++) {
    const code = text.charCodeAt(to);
    const character = code < 128 ? (characters[code] ?? 0) : 0;
    if (character === 0) {
      // "D.V.T.": a single letter and a stop.
      if (code > 127 || code === apostrophe || (code === stop && to === from + 1)) return from;
      break;
    }
    const length = to - from;
    if (length < charactersInPart) a = (a << 6) | character;
    else if (length < 2 * charactersInPart) b = (b << 6) | character;
    else if (length < longestPacked) c = (c << 6) | character;
    else return from;
  }
  into[at] = a;
  into[at + 1] = b;
  into[at + 2] = c;
  return to;
}

/** The word at `[from, to)` whose numbers stand in a list. */
export const unpackWord = (text: string, from: number, to: number, list: Int32Array, at: number): Word =>
  renumber(packedWord(text, from, to, list[at] ?? 0, list[at + 1] ?? 0, list[at + 2] ?? 0));

/** Found by its letters where they stand: no piece of the text is cut out for it. */
function shortWordAt(text: string, from: number, to: number): Word {
  if (to - from > longestPacked) return longWordAt(text, from, to);
  const second = from + charactersInPart;
  const third = second + charactersInPart;
  const a = pack(text, from, Math.min(second, to), to - from === 1);
  const b = second < to ? pack(text, second, Math.min(third, to), false) : 0;
  const c = third < to ? pack(text, third, to, false) : 0;
  return a < 0 || b < 0 || c < 0 ? longWordAt(text, from, to) : packedWord(text, from, to, a, b, c);
}

/** The word that is the numbers `a`, `b` and `c`, made where it is new. */
function packedWord(text: string, from: number, to: number, a: number, b: number, c: number): Word {
  const hash = Math.imul(a ^ Math.imul(b ^ Math.imul(c, 0x2c1b3c6d), 0x297a2d39), 0x1b56c4e9);
  const first = (hash ^ (hash >>> 15)) & (places - 1);
  let free = first;
  for (let place = first; place < first + neighbours; place++) {
    const word = packedWords[place];
    if (word === undefined) {
      free = place;
      break;
    }
    if (word.a === a && word.b === b && word.c === c) return word;
  }
  const word = toWord(text.slice(from, to), a, b, c);
  packedWords[free] = word;
  return word;
}

const longestShared = 40;
const longWords = createPlaces();

/** The same for a longer word and one with other characters. */
function longWordAt(text: string, from: number, to: number): Word {
  if (to - from > longestShared) return toWord(text.slice(from, to));
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const first = (hash ^ (hash >>> 15)) & (places - 1);
  let free = first;
  for (let place = first; place < first + neighbours; place++) {
    const word = longWords[place];
    if (word === undefined) {
      free = place;
      break;
    }
    if (word.length === to - from && text.startsWith(word.raw, from)) return word;
  }
  const word = toWord(text.slice(from, to));
  longWords[free] = word;
  return word;
}
