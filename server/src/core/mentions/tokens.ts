// Splits text into words and marks, in one linear pass, and gives each word the forms that matching needs.
import type { Span } from '../text/span';
import { isWordAt, kindAt, kinds } from './characters';
import {
  createWord,
  markAt,
  numbersOfWord,
  packWord,
  renumber,
  unpackWord,
  type Word,
  wordAt,
} from './words';

/** One word, number or mark. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case, plain quotes, ligatures opened, possessive `'s` dropped: what cues are matched on. */
  readonly norm: string;
  /** The norm without plural ending and in one spelling of British and American forms: what terms are matched on. */
  readonly stem: string;
  readonly word: boolean;
  /** True if it holds a letter and every letter is a capital. */
  readonly upper: boolean;
  /** The word that all its places share. */
  readonly shared: Word;
  /** True if a line ends in the white space before it. */
  readonly newLine: boolean;
}

/** A place and the word that stands there: few fields, for there are hundreds of these in a page. */
class Place implements Token {
  start: number;
  end: number;
  shared: Word;
  newLine: boolean;

  constructor(start: number, end: number, shared: Word, newLine: boolean) {
    this.start = start;
    this.end = end;
    this.shared = shared;
    this.newLine = newLine;
  }

  get norm(): string {
    return this.shared.norm;
  }
  get stem(): string {
    return this.shared.stem;
  }
  get word(): boolean {
    return this.shared.word;
  }
  get upper(): boolean {
    return this.shared.upper;
  }
}

const positiveSign = createWord('+ve', '+ve', '+ve', true, false);
const negativeSign = createWord('-ve', '-ve', '-ve', true, false);

// A word (letters and digits, inner apostrophes), or one mark. Hyphens inside words separate without a token.
// Letters with stops between them ("D.V.T.") are one word.
const tokenPattern =
  /(?<![\p{L}\p{N}.])(?:\p{L}\.){1,5}\p{L}(?![\p{L}\p{N}])\.?|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/uy;
const [lineFeed, carriageReturn, apostrophe, plus, hyphen, stop] = [10, 13, 39, 43, 45, 46];

/** The end of the word whose first letter or digit stands at `from`, or -1 where the pattern must look. */
function wordEnd(text: string, from: number, to: number): number {
  for (let i = from + 1; ; i++) {
    if (i === to) return i;
    const kind = kindAt(text, i);
    if (kind === kinds.letter || kind === kinds.digit) continue;
    if (kind === kinds.space) return i;
    if (kind === kinds.part) return -1;
    const code = text.charCodeAt(i);
    if (code === apostrophe || code === 0x2019) {
      const next = i + 1 < to ? kindAt(text, i + 1) : kinds.space;
      if (next === kinds.part) return -1;
      if (next !== kinds.letter && next !== kinds.digit) return i;
      // What follows the apostrophe is read on here: a stop behind it ends the word.
      continue;
    }
    // "D.V.T.": a single letter, a stop and another letter.
    return code === stop && i === from + 1 && i + 1 < to && kindAt(text, i + 1) !== kinds.space ? -1 : i;
  }
}

/**
 * Splits the part of a text that a span covers. Offsets are those of the whole text.
 * A hyphen between two letters or digits only separates them; with a space beside it, it is a mark.
 */
export function tokenize(text: string, at: Span): readonly Token[] {
  const tokens: Place[] = [];
  split(text, at, tokens);
  return tokens;
}

const mostKept = 1_000;

/** Places that serve one text after the other. */
export class Places {
  #kept: Place[] = [];

  /** The same as `tokenize`; the tokens hold until the next text is split. */
  tokenize(text: string, at: Span): readonly Token[] {
    // What an endless line needed is given back.
    if (this.#kept.length > mostKept) this.#kept = [];
    return this.#kept.slice(0, split(text, at, this.#kept));
  }
}

// Words are first read and then found, so many at once: one that is not at hand does not keep the next ones waiting.
const atOnce = 64;
const read = new Int32Array(numbersOfWord * atOnce);
const unread = createWord('', '', '', false, false);

/** Finds the words of the places `[from, to)` that have been read. */
function findRead(text: string, places: readonly Place[], from: number, to: number): void {
  for (let i = from, at = 0; i < to; i++, at += numbersOfWord) {
    const place = places[i];
    if (place?.shared === unread) place.shared = unpackWord(text, place.start, place.end, read, at);
  }
}

/** Fills a list with the words and marks of a span from its beginning, and says how many there are. */
function split(text: string, { start, end: last }: Span, places: Place[]): number {
  let count = 0;
  let found = 0;
  let part: string | undefined;
  let newLine = false;
  for (let i = start; i < last; ) {
    const kind = kindAt(text, i);
    if (kind === kinds.space) {
      const code = text.charCodeAt(i);
      if (code === lineFeed || code === carriageReturn) newLine = true;
      i++;
      continue;
    }
    let end = i + 1;
    let word: Word | undefined;
    if (kind === kinds.mark) {
      const code = text.charCodeAt(i);
      if (code === plus || code === hyphen) word = signAt(text, i, last, code);
      if (word !== undefined) end = i + 3;
      else if (isJoiner(code) && i > start && end < last && isWordAt(text, i - 1) && isWordAt(text, end)) {
        i = end;
        continue;
      } else word = markAt(text, i);
    } else {
      end = packWord(text, i, last, read, numbersOfWord * (count - found));
      if (end > i) word = unread;
      else end = kind === kinds.part ? -1 : wordEnd(text, i, last);
      if (end === -1) {
        part ??= text.slice(start, last);
        tokenPattern.lastIndex = i - start;
        const match = tokenPattern.exec(part);
        if (match === null) {
          i++;
          continue;
        }
        end = i + match[0].length;
      }
    }
    const shared = word ?? wordAt(text, i, end);
    const place = count < places.length ? places[count] : undefined;
    if (place === undefined) places.push(new Place(i, end, shared, newLine));
    else {
      place.start = i;
      place.end = end;
      place.shared = shared;
      place.newLine = newLine;
    }
    count++;
    if (count - found === atOnce) {
      findRead(text, places, found, count);
      found = count;
    }
    newLine = false;
    i = end;
  }
  findRead(text, places, found, count);
  return count;
}

/** "+ve" or "-ve", if it stands at the sign. */
function signAt(text: string, at: number, end: number, code: number): Word | undefined {
  if (at + 3 > end || (text.charCodeAt(at + 1) | 32) !== 118 || (text.charCodeAt(at + 2) | 32) !== 101)
    return undefined;
  const apart = (at + 3 === end || !isWordAt(text, at + 3)) && !(at > 0 && isWordAt(text, at - 1));
  return apart ? renumber(code === plus ? positiveSign : negativeSign) : undefined;
}

const isJoiner = (code: number): boolean =>
  code === hyphen || code === 0x2010 || code === 0x2011 || code === 0xad;
