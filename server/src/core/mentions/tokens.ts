// Splits text into words and marks, in one linear pass, and gives each word the forms that matching needs.
import type { Span } from '../text/span';

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
}

// A word (letters and digits, inner apostrophes), or one mark. Hyphens inside words separate without a token.
// Letters with stops between them ("D.V.T.") are one word.
const tokenPattern =
  /(?<![\p{L}\p{N}.])(?:\p{L}\.){1,5}\p{L}(?![\p{L}\p{N}])\.?|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;
const joiner = /^[-‐‑­]$/;
const wordStart = /^[\p{L}\p{N}]/u;

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

const stems = new Map<string, string>();
const stemOf = (norm: string): string => {
  const known = stems.get(norm);
  if (known !== undefined) return known;
  const stem = stemWord(norm);
  // A bounded memory of words seen: the vocabulary of notes is small, hostile input is not.
  if (stems.size < 20_000) stems.set(norm, stem);
  return stem;
};

/**
 * Splits the part of a text that a span covers. Offsets are those of the whole text.
 * A hyphen between two letters or digits only separates them; with a space beside it, it is a mark.
 */
export function tokenize(text: string, at: Span): readonly Token[] {
  const tokens: Token[] = [];
  const part = at.start === 0 && at.end === text.length ? text : text.slice(at.start, at.end);
  for (const match of part.matchAll(tokenPattern)) {
    const raw = match[0];
    const start = at.start + match.index;
    const end = start + raw.length;
    if (wordStart.test(raw)) {
      let norm = fold(raw);
      if (norm.includes('.')) norm = norm.replaceAll('.', '');
      if (norm.length > 2 && norm.endsWith("'s")) norm = norm.slice(0, -2);
      const upper = raw !== raw.toLowerCase() && raw === raw.toUpperCase();
      tokens.push({ start, end, norm, stem: stemOf(norm), word: true, upper });
      continue;
    }
    if (joiner.test(raw)) {
      const before = text.charAt(start - 1);
      const after = text.charAt(end);
      if (start > at.start && end < at.end && wordStart.test(before) && wordStart.test(after)) continue;
    }
    const norm = fold(raw);
    tokens.push({ start, end, norm, stem: norm, word: false, upper: false });
  }
  return tokens;
}
