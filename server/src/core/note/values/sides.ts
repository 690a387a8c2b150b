// Sides and spinal levels: L, (R), B/L, bilat, L>R, Ⓛ, left-sided; L4-5, C5/6, T12/L1.
import type { Span } from '../../text/span';
import type { Side } from '../model';
import { type Found, matchesIn, wholeOf, withoutOverlaps } from './found';

/** A stated side; `more` names the stronger one of `L>R`. */
export interface Laterality {
  readonly side: Side;
  readonly more: 'left' | 'right' | undefined;
}

const LEFT = '(?:L|Lt|left|\u24c1)';
const RIGHT = '(?:R|Rt|right|\u24c7)';
const FORMS: readonly { readonly pattern: RegExp; readonly side: Side }[] = [
  {
    pattern: /(?<![\w/])(?:b\/l|bl|bilat(?:eral(?:ly)?)?\.?|bil\.?|both sides|\(b\)|\u24b7)(?![\w/])/gi,
    side: 'bilateral',
  },
  { pattern: /(?<![\w/])(?:l\s?(?:[&+=]|and)\s?r|r\s?(?:[&+=]|and)\s?l)(?![\w/])/gi, side: 'bilateral' },
  {
    // `left` is also a verb and `right` also an adverb: `left work`, `right now`, `all right`.
    pattern:
      /(?<![\w/])(?<!\b(?:has|have|had|she|he|they|client|pt|just|i|was|be)\s)left(?:[\s-]sided)?(?![\w/]|\s(?:work|home|early|the|her|his|over|out|off|without|because|feeling)\b)/gi,
    side: 'left',
  },
  {
    pattern:
      /(?<![\w/])(?<!\b(?:all|is|that's|about|just|feels?)\s)right(?:[\s-]sided)?(?![\w/]|\s(?:now|away|after|before|at the|when|up)\b)/gi,
    side: 'right',
  },
  { pattern: /(?<![\w/])(?:lt\.?|\(l(?:t|eft)?\)|\u24c1)(?![\w/])/gi, side: 'left' },
  { pattern: /(?<![\w/])(?:rt\.?|\(r(?:t|ight)?\)|\u24c7)(?![\w/])/gi, side: 'right' },
  { pattern: /(?<![\w/&.])(?<!\d\s)L(?![\w/&]|\.\d|-(?:\d|spine|sp\b))/g, side: 'left' },
  { pattern: /(?<![\w/&.])R(?![\w/&]|\.\d|-\d)/g, side: 'right' },
];
const COMPARISON = new RegExp(
  `(?<![\\w/])(?:(${LEFT}(?:\\sside)?)|${RIGHT}(?:\\sside)?)\\s?(>{1,3}|<{1,3}|\u2265|\u2264)\\s?(?:than\\s)?(?:${LEFT}|${RIGHT})(?![\\w/])`,
  'gi',
);

/** Finds sides in running text. Spinal levels (`L4`), rule-outs (`R/O`) and litres (`2 L`) are none. */
export function listSides(text: string, at?: Span): readonly Found<Laterality>[] {
  const within = wholeOf(text, at);
  const found: Found<Laterality>[] = [];
  for (const { match, span } of matchesIn(text, COMPARISON, within)) {
    const leftFirst = match[1] !== undefined;
    const firstIsMore = /^[>\u2265]/.test(match[2] ?? '');
    found.push({ value: { side: 'bilateral', more: leftFirst === firstIsMore ? 'left' : 'right' }, span });
  }
  for (const { pattern, side } of FORMS) {
    for (const { span } of matchesIn(text, pattern, within))
      found.push({ value: { side, more: undefined }, span });
  }
  return withoutOverlaps(found);
}

/** One vertebral level or a stretch of them: `L4-5` is from L4 to L5. */
export interface SpinalLevels {
  readonly from: string;
  readonly to: string;
}

const HIGHEST: Readonly<Record<string, number>> = { C: 8, T: 12, L: 6, S: 5 };
const ORDER = 'CTLS';
const LEVELS =
  /(?<![\w/.-])([CTLS])(\d{1,2})(?:\s?(?:[-\u2013/]|to)\s?([CTLS])?(\d{1,2}))?(?![\w]|\.\d|\/\d)/g;

/** Finds spinal levels in running text. */
export function listSpinalLevels(text: string, at?: Span): readonly Found<SpinalLevels>[] {
  const found: Found<SpinalLevels>[] = [];
  for (const { match, span } of matchesIn(text, LEVELS, wholeOf(text, at))) {
    const [, letter = '', number = '', lastLetter = letter, lastNumber = number] = match;
    if (!isLevel(letter, number) || !isLevel(lastLetter, lastNumber)) continue;
    const rank = (l: string, n: string): number => ORDER.indexOf(l) * 100 + Number(n);
    if (rank(letter, number) > rank(lastLetter, lastNumber)) continue;
    found.push({
      value: { from: `${letter}${Number(number)}`, to: `${lastLetter}${Number(lastNumber)}` },
      span,
    });
  }
  return found;
}

const isLevel = (letter: string, number: string): boolean =>
  Number(number) >= 1 && Number(number) <= (HIGHEST[letter] ?? 0);
