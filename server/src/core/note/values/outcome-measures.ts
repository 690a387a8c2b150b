// Scores of outcome measures in running text: NDI 18/50, NDI: 36%, ODI 44 %, PSFS 4.3, LEFS 48 → 61/80.
import { type Span, span } from '../../text/span';
import { type Found, matchesIn, toNumber, wholeOf, withoutOverlaps } from './found';

/** A measure that is looked for, by the abbreviations that people write before its score. */
export interface ScoredMeasure {
  readonly id: string;
  readonly abbreviations: readonly string[];
}

/** One score as it was written. The span covers the number with its total or per cent sign. */
export interface OutcomeScore {
  readonly measure: string;
  /** The abbreviation as it was written. */
  readonly name: string;
  readonly score: number;
  /** The place of the number alone. */
  readonly number: Span;
  /** What it is written out of: 50 in `18/50`. */
  readonly total: { readonly value: number; readonly span: Span } | undefined;
  readonly percent: boolean;
}

const NUMBER = '(\\d{1,4}(?:[.,]\\d{1,2})?)[+-]?';
const JOIN = '(?:\\s{0,2}[:=]\\s{0,2}|\\s(?:(?:score|index|total|is|was|of|at|now|today)\\s?:?\\s?){0,3})';
const ARROW = '\\s?(?:\u2192|-{1,2}>|to)\\s?';
const UNIT = '(?:\\s?(?:/|out\\sof)\\s?(\\d{1,3})(?![\\d/.]\\d|\\d)|\\s?(%))?';
// A number before a word for time, or before another number, is a date or a count and no score.
const END =
  '(?![\\d/]|[.,-]\\d|\\s?(?:st|nd|rd|th|x|\u00d7|days?|wks?|weeks?|mos?|months?|yrs?|years?|visits?|sessions?|items?|points?|pts?|am|pm)(?![a-z])|\\s?[:(]?\\s?\\d)';

const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// Every note is asked for the same few measures; only a practice that adds its own brings further patterns.
const patterns = new Map<string, RegExp>();
const mostPatterns = 200;

/** The expression for scores behind one of some names. */
function patternOf(names: string): RegExp {
  const known = patterns.get(names);
  if (known !== undefined) return known;
  const pattern = new RegExp(
    `(?<![\\w-])(${names})${JOIN}${NUMBER}(?:${UNIT}${ARROW}${NUMBER})?${UNIT}${END}`,
    'gd',
  );
  if (patterns.size >= mostPatterns) patterns.clear();
  patterns.set(names, pattern);
  return pattern;
}

/** Finds the scores of the given measures. Short names count only as they are written, so that "a dash of" is none. */
export function listOutcomeScores(
  text: string,
  measures: readonly ScoredMeasure[],
  at?: Span,
): readonly Found<OutcomeScore>[] {
  // Few notes hold a score: most are told by the names alone.
  if (!measures.some(({ abbreviations }) => abbreviations.some((name) => text.includes(name)))) return [];
  const ids = new Map(measures.flatMap(({ id, abbreviations }) => abbreviations.map((name) => [name, id])));
  const names = [...ids.keys()].sort((a, b) => b.length - a.length).map(literally);
  const pattern = patternOf(names.join('|'));
  const found: Found<OutcomeScore>[] = [];
  for (const { match, span: place } of matchesIn(text, pattern, wholeOf(text, at))) {
    const name = match[1] ?? '';
    const measure = ids.get(name);
    if (measure === undefined) continue;
    const offset = place.start - match.index;
    const part = (group: number): Span | undefined => {
      const indices = match.indices?.[group];
      return indices && span(indices[0] + offset, indices[1] + offset);
    };
    const read = (number: number, total: number, percent: number, shared = false): void => {
      const where = part(number);
      if (where === undefined) return;
      const outOf = part(total);
      const score = toNumber(match[number] ?? '');
      const value = outOf && Number(match[total]);
      // `NDI 10/28` may as well be a day: neither total nor score can be told from one.
      if (value !== undefined && score >= 1 && score <= 12 && value <= 31 && value % 10 !== 0 && value !== 5)
        return;
      found.push({
        value: {
          measure,
          name,
          score,
          number: where,
          total: outOf && value !== undefined ? { value, span: outOf } : undefined,
          percent: match[percent] !== undefined,
        },
        span: span(where.start, shared ? where.end : (part(percent) ?? outOf ?? where).end),
      });
    };
    if (match[5] === undefined) read(2, 6, 7);
    else {
      // The total behind the arrow holds for both: 48 → 61/80.
      const own = match[3] !== undefined || match[4] !== undefined;
      read(2, own ? 3 : 6, own ? 4 : 7, !own);
      read(5, 6, 7);
    }
  }
  return withoutOverlaps(found);
}
