// How often and for how long: weekly × 4, 2×/wk for 3 wks, q2wks, every 2 weeks, twice a month, PRN.
import type { Span } from '../../text/span';
import { type Found, matchesIn, toNumber, trimSpan, wholeOf, withoutOverlaps } from './found';
import { mayHold } from './time-hints';
import { hintReader } from './word-hints';

/** A rhythm: so many times in so many days, perhaps for a number of visits or days. */
export interface Frequency {
  /** 2 for `2×/wk`; the higher number of `2-3×/wk`. */
  readonly times: number;
  /** 7 for `weekly`, 14 for `every 2 weeks`, 30 for `monthly`. */
  readonly everyDays: number;
  readonly visits: number | undefined;
  readonly forDays: number | undefined;
  readonly asNeeded: boolean;
}

const COUNT: Readonly<Record<string, number>> = {
  once: 1,
  one: 1,
  a: 1,
  an: 1,
  twice: 2,
  two: 2,
  three: 3,
  thrice: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
  other: 2,
  second: 2,
  third: 3,
};
const NUMBER = '(\\d{1,2}(?:\\s?[-\u2013]\\s?\\d{1,2})?|one|two|three|four|five|six|eight|ten|twelve)';
const UNIT = '(d|days?|wks?|w|weeks?|mos?|mths?|months?|yrs?|years?|fortnight)\\.?(?![a-z])';
const TIMES = '(?:x|\u00d7|times?|visits?|sessions?)';
const LENGTH = `(?:,?\\s{0,2}(?:(?:x|\u00d7)\\s?|for\\s(?:the\\snext\\s|another\\s)?|over\\s)${NUMBER}(?:\\s?${UNIT}|\\s?(?:visits?|sessions?|tx|treatments?|appts?))?)?`;

/** What a text holds, as bits; a rhythm names the bits that it needs. */
const hints = { unit: 1, count: 2, adverb: 4, fortnight: 8, every: 16, q: 32, asNeeded: 64 } as const;
const units = 'd day days wk wks w week weeks mo mos mth mths month months yr yrs year years fortnight';
const readHints = hintReader(
  [
    [hints.unit, units],
    [hints.count, 'once twice thrice'],
    [hints.adverb, 'daily* weekly* monthly* yearly*'],
    [hints.fortnight, 'fortnightly* bi biweekly* bimonthly*'],
    [hints.every, 'every each'],
    [hints.q, `q q${units.replaceAll(' ', ' q')}`],
    [hints.asNeeded, 'prn needed'],
  ],
  [],
);

const RHYTHMS: readonly {
  readonly needs: number;
  readonly source: string;
  readonly read: (groups: readonly (string | undefined)[]) => readonly [number, number] | undefined;
}[] = [
  {
    needs: hints.unit,
    source: `${NUMBER}\\s?${TIMES}?\\s?(?:/|per\\s|a\\s|each\\s|every\\s)\\s?${UNIT}`,
    read: ([times, unit]) => pair(count(times), days(unit)),
  },
  {
    needs: hints.unit | hints.count,
    source: `(once|twice|thrice)\\s(?:/|per\\s|a\\s|each\\s|every\\s)?\\s?${UNIT}`,
    read: ([times, unit]) => pair(count(times), days(unit)),
  },
  {
    needs: hints.adverb,
    source: `(?:(once|twice|thrice|\\d\\s?[x\u00d7])\\s)?(daily|weekly|monthly|yearly)`,
    read: ([times, word]) => pair(count(times ?? '1'), days(word)),
  },
  {
    needs: hints.fortnight,
    source: '(fortnightly|bi-?weekly|bi-?monthly)',
    read: ([word]) => pair(1, /month/i.test(word ?? '') ? 60 : 14),
  },
  {
    needs: hints.unit | hints.every,
    source: `(?:every|each)\\s(?:(other|second|third|\\d{1,2}(?:\\s?[-\u2013]\\s?\\d{1,2})?|two|three|four|six)\\s)?${UNIT}`,
    read: ([every, unit]) => pair(1, multiply(every, days(unit))),
  },
  {
    needs: hints.q,
    source: `q\\.?\\s?(\\d{1,2}(?:[-\u2013]\\d{1,2})?)?\\s?${UNIT}`,
    read: ([every, unit]) => pair(1, multiply(every, days(unit))),
  },
];
const GROUPS = [2, 2, 2, 1, 2, 2];
const NEEDED = '(?:,?\\s(?:or\\s)?(prn|as needed))?';
const AS_NEEDED = /(?<![\w/])(?:prn|as needed)(?![\w/])/gi;

const COMPILED = RHYTHMS.map(({ needs, source, read }, index) => ({
  needs,
  read,
  groups: GROUPS[index] ?? 0,
  pattern: new RegExp(`(?<![\\w/.])(?:${source})(?:\\s?ly)?${LENGTH}${NEEDED}(?![\\w/])`, 'gi'),
}));

/** Finds frequencies in running text. */
export function listFrequencies(
  text: string,
  at?: Span,
  held = readHints(text, wholeOf(text, at)),
): readonly Found<Frequency>[] {
  const within = wholeOf(text, at);
  const found: Found<Frequency>[] = [];
  for (const { needs, pattern, read, groups } of COMPILED) {
    if (!mayHold(held, needs)) continue;
    for (const { match, span } of matchesIn(text, pattern, within)) {
      const rhythm = read(match.slice(1, 1 + groups));
      if (!rhythm) continue;
      const [amount, unit, needed] = match.slice(1 + groups);
      const length = amount === undefined ? undefined : count(amount);
      const unitDays = unit === undefined ? undefined : days(unit);
      found.push({
        value: {
          times: rhythm[0],
          everyDays: rhythm[1],
          visits: unitDays === undefined ? length : undefined,
          forDays: length !== undefined && unitDays !== undefined ? length * unitDays : undefined,
          asNeeded: needed !== undefined,
        },
        span,
      });
    }
  }
  for (const { span } of mayHold(held, hints.asNeeded) ? matchesIn(text, AS_NEEDED, within) : []) {
    found.push({
      value: { times: 0, everyDays: 0, visits: undefined, forDays: undefined, asNeeded: true },
      span,
    });
  }
  return withoutOverlaps(found);
}

/** Reads a text that is a frequency and nothing else. */
export function parseFrequency(text: string, at?: Span): Found<Frequency> | undefined {
  const place = trimSpan(text, wholeOf(text, at));
  const [first] = listFrequencies(text, place);
  return first && first.span.start === place.start && first.span.end === place.end ? first : undefined;
}

/** The number that a text stands for; the higher one of a range. */
function count(text: string | undefined): number {
  const numbers = (text ?? '').match(/\d+/g);
  return numbers ? toNumber(numbers.at(-1) ?? '') : (COUNT[(text ?? '').toLowerCase()] ?? 0);
}

function days(unit: string | undefined): number {
  const word = (unit ?? '').toLowerCase();
  if (word.startsWith('f')) return 14;
  return word.startsWith('d')
    ? 1
    : word.startsWith('w')
      ? 7
      : word.startsWith('m')
        ? 30
        : word.startsWith('y')
          ? 365
          : 0;
}

const multiply = (every: string | undefined, unit: number): number =>
  (every === undefined ? 1 : count(every)) * unit;
const pair = (times: number, everyDays: number): readonly [number, number] | undefined =>
  times > 0 && everyDays > 0 ? [times, everyDays] : undefined;
