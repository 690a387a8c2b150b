// Pain scores: 7/10, 6-7/10, 6/10 → 3/10, 6→3/10. A score of something else that is named (scored.ts) is none; one
// without its scale is a problem, since scales differ.

import { say } from '../../text/say';
import { type Span, span } from '../../text/span';
import type { Problem } from '../model';
import { type Found, matchesIn, toNumber, wholeOf, withoutOverlaps } from './found';
import { isOfSomethingElse } from './scored';
import { mayHold } from './time-hints';
import { readValueHints, valueHints } from './value-hints';

/** A pain score; `to` is the upper end of `6-7/10`. */
export interface PainScore {
  readonly from: number;
  readonly to: number;
  readonly scale: number;
  /** Whether it stands before or behind the arrow of a change. */
  readonly stage: 'before' | 'after' | undefined;
}

const NUMBER = '(\\d{1,2}(?:[.,]5)?)';
const RANGE = `${NUMBER}(?:\\s?[-\u2013]\\s?${NUMBER})?`;
const ARROW = '\\s{0,2}(?:\u2192|-{1,2}>|=>|\u27f6|\u279c|>|to|down\\sto|up\\sto|//)\\s{0,2}';
const SCALE = '\\s?(?:/|out\\sof)\\s?(10|5|100)(?![\\d/]|\\.\\d|\\s?%)';
const CHANGE = new RegExp(`(?<![\\w/.])${RANGE}(?:${SCALE})?${ARROW}${RANGE}${SCALE}`, 'gi');
const SCORE = new RegExp(`(?<![\\w/.])${RANGE}${SCALE}`, 'gi');
/** Scales other than to ten are pain only next to a word for it. */
const PAIN_NEAR =
  /(?:pain|nprs|nrs|vas|ache|sore(?:ness)?|discomfort|ha|headache)[^\w.;\n]{0,3}(?:\w+[^\w.;\n]{1,3}){0,3}$/i;
const PAIN_BEHIND = /^\W{0,3}(?:pain|ache|sore|discomfort)/i;

/** Finds pain scores in running text. `isPain` says that the field is about pain, so that `3/5` counts too. */
export function listPainScores(
  text: string,
  at?: Span,
  isPain = false,
  hints = readValueHints(text, wholeOf(text, at)),
): readonly Found<PainScore>[] {
  if (!mayHold(hints, valueHints.ofTen)) return [];
  const within = wholeOf(text, at);
  const found: Found<PainScore>[] = [];
  const accepts = (scale: number, place: Span): boolean =>
    isPain || (isOnScale(scale, place) && !isOfSomethingElse(text, within, place));
  const isOnScale = (scale: number, place: Span): boolean =>
    scale === 10 ||
    PAIN_NEAR.test(text.slice(Math.max(within.start, place.start - 40), place.start)) ||
    PAIN_BEHIND.test(text.slice(place.end, Math.min(within.end, place.end + 14)));
  const changes: Span[] = [];
  const mayChange = mayHold(hints, valueHints.change);
  for (const { match, span: place } of mayChange ? matchesIn(text, CHANGE, within) : []) {
    const scale = Number(match[6]);
    const before = toScore(match[1], match[2], scale, 'before');
    const after = toScore(match[4], match[5], scale, 'after');
    if (!before || !after || !accepts(scale, place)) continue;
    const arrow = arrowSpan(match[0], place);
    changes.push(place);
    found.push(
      { value: before, span: span(place.start, arrow.start) },
      { value: after, span: span(arrow.end, place.end) },
    );
  }
  let next = 0;
  for (const { match, span: place } of matchesIn(text, SCORE, within)) {
    const scale = Number(match[3]);
    const score = toScore(match[1], match[2], scale, undefined);
    // Both stand in the order of the text.
    while ((changes[next]?.end ?? place.end) < place.end) next++;
    const inChange = (changes[next]?.start ?? text.length) <= place.start;
    if (score && !inChange && accepts(scale, place)) found.push({ value: score, span: place });
  }
  return withoutOverlaps(found);
}

function toScore(
  from: string | undefined,
  to: string | undefined,
  scale: number,
  stage: PainScore['stage'],
): PainScore | undefined {
  const low = toNumber(from ?? '');
  const high = to === undefined ? low : toNumber(to);
  return low <= scale && high <= scale
    ? { from: Math.min(low, high), to: Math.max(low, high), scale, stage }
    : undefined;
}

/** The arrow between two scores, with the spaces around it. */
function arrowSpan(match: string, place: Span): Span {
  const arrow = /\s{0,2}(?:\u2192|-{1,2}>|=>|\u27f6|\u279c|>|(?:down\s|up\s)?to(?=\s)|\/\/)\s{0,2}/i.exec(
    match,
  );
  const start = place.start + (arrow?.index ?? 0);
  return span(start, start + (arrow?.[0].length ?? 0));
}

const BARE =
  /(?<![\w/])(?:pain(?:\s(?:level|score|scale|rating|today|now))?|nprs|nrs|vas)(?:\s?[:=]\s?|\s(?:(?:is|of|at|rated|now|was)\s){0,2})(\d{1,2}(?:\.5)?(?:\s?[-\u2013]\s?\d{1,2})?)(?![\d/]|\s?[-\u2013]\s?\d|\s?(?:\/|out\sof|min|mins|wks?|weeks?|days?|months?|mos?|yrs?|years?|hrs?|hours?|h|%|\u2192|-+>|x|\u00d7|times?|sessions?|visits?|cm|mm|in(?:ches)?|to\s\d)(?![a-z])|\s?[/\u2192>%\u00b0]|\.\d)/gi;

/** Pain scores without a scale: `pain 4` may be four of ten or of five. */
export function listPainProblems(text: string, at?: Span): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { match, span: place } of matchesIn(text, BARE, wholeOf(text, at))) {
    const number = match[1] ?? '';
    problems.push({
      code: 'value/pain-without-scale',
      severity: 'hint',
      span: span(place.end - number.length, place.end),
      message: say`Write pain with its scale, such as 4/10: scales to 5, 10 and 100 are all in use.`,
    });
  }
  return problems;
}
