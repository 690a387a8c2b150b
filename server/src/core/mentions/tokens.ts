// Splits text into words and marks, in one linear pass, and gives each word the forms that matching needs.
import type { Span } from '../text/span';
import { createWord, type Word, wordAt, wordStart } from './words';

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
}

/** A place and the word that stands there: three fields, for there are hundreds of these in a page. */
class Place implements Token {
  readonly start: number;
  readonly end: number;
  readonly shared: Word;

  constructor(start: number, end: number, shared: Word) {
    this.start = start;
    this.end = end;
    this.shared = shared;
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
// What plain ASCII characters are; all else is left to the pattern.
const [space, letter, digit, mark] = [0, 1, 2, 3];
const classes = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /\s/.test(char) ? space : /[a-z]/i.test(char) ? letter : /\d/.test(char) ? digit : mark;
});
const isPlainWord = (code: number): boolean =>
  code < 128 && (classes[code] === letter || classes[code] === digit);
const [apostrophe, plus, hyphen, stop] = [39, 43, 45, 46];

/** The end of a word of plain letters and digits, or -1 where the pattern must look. */
function plainWordEnd(text: string, from: number, to: number): number {
  let i = from + 1;
  while (i < to && isPlainWord(text.charCodeAt(i))) i++;
  if (i === to) return i;
  const code = text.charCodeAt(i);
  if (code > 127 || code === apostrophe) return -1;
  // "D.V.T.": a single letter, a stop and another letter.
  return code === stop && i === from + 1 && i + 1 < to && !(text.charCodeAt(i + 1) <= 32) ? -1 : i;
}

/**
 * Splits the part of a text that a span covers. Offsets are those of the whole text.
 * A hyphen between two letters or digits only separates them; with a space beside it, it is a mark.
 */
export function tokenize(text: string, at: Span): readonly Token[] {
  const { start, end: last } = at;
  const tokens: Token[] = [];
  let part: string | undefined;
  for (let i = start; i < last; ) {
    const code = text.charCodeAt(i);
    const kind = code < 128 ? classes[code] : undefined;
    if (kind === space) {
      i++;
      continue;
    }
    if ((code === plus || code === hyphen) && isSignWord(text, i, last)) {
      tokens.push(new Place(i, i + 3, code === plus ? positiveSign : negativeSign));
      i += 3;
      continue;
    }
    let end = kind === mark ? i + 1 : kind === undefined ? -1 : plainWordEnd(text, i, last);
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
    if (!(isJoiner(code) && i > start && end < last && isBetweenWords(text, i, end)))
      tokens.push(new Place(i, end, wordAt(text, i, end)));
    i = end;
  }
  return tokens;
}

/** True for the sign of "+ve" and "-ve". */
const isSignWord = (text: string, at: number, end: number): boolean =>
  at + 3 <= end &&
  text.slice(at + 1, at + 3).toLowerCase() === 've' &&
  (at + 3 === end || !wordStart.test(text.charAt(at + 3))) &&
  !(at > 0 && wordStart.test(text.charAt(at - 1)));

const isJoiner = (code: number): boolean =>
  code === hyphen || code === 0x2010 || code === 0x2011 || code === 0xad;
const isBetweenWords = (text: string, from: number, to: number): boolean =>
  wordStart.test(text.charAt(from - 1)) && wordStart.test(text.charAt(to));
