// Pain scores exactly as they were written, possible or not: what pain.ts leaves out because it lies beyond its scale.
import { type Span, span } from '../../text/span';
import { type Found, matchesIn, toNumber, wholeOf, withoutOverlaps } from './found';
import { isOfSomethingElse } from './scored';
import { mayHold } from './time-hints';
import { readValueHints, valueHints } from './value-hints';

/** A pain score with its scale, as in `12/10`. */
export interface WrittenPain {
  readonly score: number;
  readonly scale: number;
}

const NUMBER = '(\\d{1,3}(?:[.,]\\d{1,2})?)';
const SCORE = `${NUMBER}\\s?(?:/|out\\sof)\\s?(10|5|100)(?![\\d/-]|[.,]\\d|\\s?%)`;
const WORD = '(?:pain|nprs|nrs|vas|ache|soreness|discomfort|headache)';
// Only what stands right behind the word, or behind an arrow, is a score for sure: "pain since 12/10" is a day.
const DIRECT = new RegExp(
  `(?<![\\w/])${WORD}(?:\\s(?:level|score|scale|rating|intensity|today|now|at\\sworst|at\\srest|at\\sbest))?(?:\\s?[:=]\\s?|\\s(?:(?:is|of|was|rated|at|now)\\s){0,2})${SCORE}`,
  'dgi',
);
const BEHIND = new RegExp(`(?<![\\w/.,-])${SCORE}(?=\\s(?:pain|ache|soreness|discomfort)(?![a-z]))`, 'dgi');
const ARROW = new RegExp(
  `(?=\\d)(?<=\\d\\s?/\\s?(?:10|5|100)\\s?(?:\u2192|-{1,2}>|=>)\\s?)${SCORE}(?!\\s?/)`,
  'dgi',
);
/** The forms, each with what a text must hold besides a scale for it to be there. */
const FORMS: readonly (readonly [pattern: RegExp, needs: number])[] = [
  [DIRECT, valueHints.pain],
  [BEHIND, valueHints.pain],
  [ARROW, valueHints.change],
];

/** Finds pain scores with their scale, whether or not the score fits it. */
export function listWrittenPain(
  text: string,
  at?: Span,
  hints = readValueHints(text, wholeOf(text, at)),
): readonly Found<WrittenPain>[] {
  if (!mayHold(hints, valueHints.ofTen)) return [];
  const within = wholeOf(text, at);
  const found: Found<WrittenPain>[] = [];
  for (const [pattern, needs] of FORMS) {
    if (!mayHold(hints, needs)) continue;
    for (const { match, span: place } of matchesIn(text, pattern, within)) {
      const number = match.indices?.[1];
      // Before the word, `12/10` may be a day: "seen 12/10, pain free".
      if (number === undefined || (pattern === BEHIND && toNumber(match[1] ?? '') <= 12)) continue;
      if (pattern === ARROW && isOfSomethingElse(text, within, place)) continue;
      found.push({
        value: { score: toNumber(match[1] ?? ''), scale: Number(match[2]) },
        span: span(number[0] + place.start - match.index, place.end),
      });
    }
  }
  return withoutOverlaps(found);
}
