// Dates as therapists write them: 2026-10-28, 10/28, 28.10.2026, Oct 28, 28 October 2026, March 2026, 2019.
import type { Span } from '../../text/span';
import type { CivilDate, DateTime, PartialDate } from '../model';
import { parseCivil, partialDate } from './calendar';
import { type Found, matchesIn, trimSpan, wholeOf, withoutOverlaps } from './found';
import { mayHold, mayHoldAny, readTimeHints, timeHints } from './time-hints';

/** How to complete a date that leaves out its year. */
export interface DateContext {
  /** The day the text was written; without it a date without a year is no date. */
  readonly reference: CivilDate | undefined;
  /** Whether a date without a year lies at or before the reference (the usual case) or after it. */
  readonly direction?: 'past' | 'future';
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '((?:19|20)\\d\\d)';
const YEAR_OR_SHORT = "((?:19|20)\\d\\d|['\u2019]\\d\\d)";
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function fullYear(text: string): number {
  const digits = text.replace(/\D/g, '');
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

type Groups = readonly (string | undefined)[];
type Read = (groups: Groups, context: DateContext) => PartialDate | undefined;

/** Month and day where either order may be meant: month first, unless that month does not exist. */
function monthDay(a: number, b: number): readonly [number, number] {
  return a > 12 && b <= 12 ? [b, a] : [a, b];
}

/** Completes a day without a year. */
function nearest(month: number, day: number | undefined, context: DateContext): PartialDate | undefined {
  const reference = context.reference === undefined ? undefined : parseCivil(context.reference);
  if (!reference || context.reference === undefined) return undefined;
  const future = context.direction === 'future';
  // Four years back or on find a 29 February too.
  for (let step = 0; step <= 8; step++) {
    const year = reference.year + (future ? step : 1 - step);
    const date = partialDate(year, month, day);
    if (!date) continue;
    if (future ? date.to >= context.reference : date.from <= context.reference) return date;
  }
  return undefined;
}

interface Form {
  readonly source: string;
  readonly read: Read;
  /** What a text must hold for this form to be in it. */
  readonly needs: number;
}

const FORMS: readonly Form[] = [
  {
    needs: timeHints.yearFirst,
    source: '(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})',
    read: ([, y, , m, d]) => partialDate(Number(y), Number(m), Number(d)),
  },
  {
    needs: timeHints.yearFirst,
    source: '(\\d{4})-(\\d{1,2})(?![-\\d])',
    read: ([, y, m]) => partialDate(Number(y), Number(m)),
  },
  {
    needs: timeHints.triple,
    source: '(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})',
    read: ([, d, m, y]) => partialDate(fullYear(y ?? ''), Number(m), Number(d)),
  },
  {
    needs: timeHints.triple,
    source: '(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!/)',
    read: ([, a, , b, y]) => {
      const [month, day] = monthDay(Number(a), Number(b));
      return partialDate(fullYear(y ?? ''), month, day);
    },
  },
  {
    needs: timeHints.dayAndMonth,
    source: `${MONTH}\\.?\\s{1,3}${DAY},?\\s{1,3}${YEAR_OR_SHORT}`,
    read: ([, m, d, y]) => partialDate(fullYear(y ?? ''), monthNumber(m ?? ''), Number(d)),
  },
  {
    needs: timeHints.dayAndMonth,
    source: `${DAY}\\s{1,3}(?:of\\s)?${MONTH}\\.?,?\\s{1,3}${YEAR_OR_SHORT}`,
    read: ([, d, m, y]) => partialDate(fullYear(y ?? ''), monthNumber(m ?? ''), Number(d)),
  },
  {
    needs: timeHints.dayAndMonth,
    source: `${MONTH}\\.?,?\\s{1,3}(?:of\\s)?${YEAR_OR_SHORT}`,
    read: ([, m, y]) => partialDate(fullYear(y ?? ''), monthNumber(m ?? '')),
  },
  {
    needs: timeHints.dayAndMonth,
    source: `${MONTH}\\.?\\s{1,3}${DAY}(?![\\d/:%°]|\\s?(?:min|/10))`,
    read: ([, m, d], context) => nearest(monthNumber(m ?? ''), Number(d), context),
  },
  {
    needs: timeHints.dayAndMonth,
    source: `${DAY}\\s{1,3}(?:of\\s)?${MONTH}(?![a-z])`,
    read: ([, d, m], context) => nearest(monthNumber(m ?? ''), Number(d), context),
  },
];
const SHORT_FORMS: readonly Form[] = [
  {
    needs: timeHints.cuedNumber | timeHints.pair,
    source: '(\\d{1,2})/(\\d{1,2})(?!/|\\d)',
    read: ([, a, b], context) => {
      const [month, day] = monthDay(Number(a), Number(b));
      return nearest(month, day, context);
    },
  },
  {
    needs: timeHints.cuedMonth,
    source: `${MONTH}(?![a-z])`,
    read: ([, m], context) => nearest(monthNumber(m ?? ''), undefined, context),
  },
  { needs: timeHints.cuedNumber | timeHints.year, source: YEAR, read: ([, y]) => partialDate(Number(y)) },
  {
    needs: timeHints.cuedNumber | timeHints.year,
    source: "(19|20)(\\d)0\\s?['\u2019]?s",
    read: ([, century, decade]) => {
      const first = Number(`${century}${decade}0`);
      return { from: `${first}-01-01`, to: `${first + 9}-12-31`, precision: 'decade' };
    },
  },
];

const WHOLE = [...FORMS, ...SHORT_FORMS].map(({ source, read }) => ({
  pattern: new RegExp(`^(?:${source})$`, 'i'),
  read,
}));

/** Reads a text that is a date and nothing else: `10/28/2026`, `Oct 2026`, `2019`. */
export function parsePartialDate(
  text: string,
  context: DateContext,
  at?: Span,
): Found<PartialDate> | undefined {
  const place = trimSpan(text, wholeOf(text, at));
  if (place.end - place.start > 40) return undefined;
  const part = text.slice(place.start, place.end);
  for (const { pattern, read } of WHOLE) {
    const match = pattern.exec(part);
    const value = match ? read(match, context) : undefined;
    if (value) return { value, span: place };
  }
  return undefined;
}

const TIME =
  /^(\d{1,2})(?::|h|\.)(\d{2})(?::\d{2}(?:\.\d{1,6})?)?\s{0,2}([ap]\.?m\.?)?(?:z|\s?[+-]\d\d:?\d\d)?$/i;
const HOUR = /^(\d{1,2})\s{0,2}([ap]\.?m\.?)$/i;

/** Reads a time of day, `14:00`, `2:30 pm`, `2pm`, as `HH:MM`. */
export function parseTime(text: string): string | undefined {
  const part = text.trim();
  if (part.length > 24) return undefined;
  const match = TIME.exec(part);
  const bare = match ? undefined : HOUR.exec(part);
  const half = (match?.[3] ?? bare?.[2])?.charAt(0).toLowerCase();
  let hour = Number(match?.[1] ?? bare?.[1] ?? Number.NaN);
  const minute = Number(match?.[2] ?? 0);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (!(hour <= 23 && minute <= 59)) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A day and a time as the front matter of most notes has them; whether they exist is asked elsewhere. */
const USUAL = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?$/;

/** Reads a day with or without a time: `2026-11-20 14:00`, `11/20/2026`, `20 Nov 2026, 2 pm`. */
export function parseDateTime(text: string, at?: Span): Found<DateTime> | undefined {
  const place = trimSpan(text, wholeOf(text, at));
  if (place.end - place.start > 60) return undefined;
  const part = text.slice(place.start, place.end);
  const usual = USUAL.exec(part);
  if (usual?.[1] !== undefined && parseCivil(usual[1]) !== undefined) {
    const time = usual[2] === undefined ? undefined : parseTime(usual[2]);
    if (usual[2] === undefined || time !== undefined) return { value: { date: usual[1], time }, span: place };
  }
  const context: DateContext = { reference: undefined };
  const whole = parsePartialDate(part, context);
  if (whole) {
    return whole.value.precision === 'day'
      ? { value: { date: whole.value.from, time: undefined }, span: place }
      : undefined;
  }
  for (const { index, 0: gap } of part.matchAll(/(?:\s*,)?\s+(?:at\s+)?|T(?=\d)/g)) {
    const time = parseTime(part.slice(index + gap.length));
    const day = time === undefined ? undefined : parsePartialDate(part.slice(0, index), context);
    if (day?.value.precision === 'day') return { value: { date: day.value.from, time }, span: place };
  }
  return undefined;
}

const IN_TEXT = FORMS.map(({ source, read, needs }) => ({
  needs,
  pattern: new RegExp(`(?<![\\w/.'])(?:${source})(?![\\w])`, 'gi'),
  read,
}));
/** `may` and `march` in lower case are verbs unless a year follows. */
const VERB = /(?:^|[^a-z])(?:may|march|mar)(?![a-z])/;
const YEAR_WITHIN = /(?:19|20)\d\d/;
const PAST_CUE =
  '(?:since|on|from|as of|dated?|dx|dx.d|diagnosed|doi|dos|in|circa|around|~|started|stopped|began|last|early|mid|late)';
const FUTURE_CUE = '(?:until|till|til|by|due|edd|before|next|expires?|return|rebook(?:ed)?)';
/** Short forms count in running text only behind a word that a date follows; `since` is needed for `March` and `3/12`. */
const CUED = SHORT_FORMS.map(({ source, read, needs }) => ({
  needs,
  pattern: new RegExp(
    `(?<![\\w/])(?:${PAST_CUE}|(${FUTURE_CUE}))(?:\\s{1,3}(?:in|on|of|the|late|early|mid))?[\\s:-]{1,3}(?=(${source})(?![\\w/]|\\s?%))`,
    'gi',
  ),
  read,
}));
/** `10/28` needs no such word: its second number is no denominator of a score, a strength or a spell of time. */
const MONTH_DAY =
  /(?<![\w/.°])(\d{1,2})\/(\d{1,2})(?![\w/.°%]|\s?(?:°|deg|mm|cm|min|reps|sets|visits|sessions))/g;
const NOT_A_DATE_BEFORE =
  /(?:pain|rate[ds]?|vas|nprs|nrs|bp|score|strength|rom|flex\w*|ext\w*|rot\w*)\W{0,3}$/i;

/** Every form of a date needs one of these. */
const anyDate =
  timeHints.yearFirst |
  timeHints.triple |
  timeHints.dayAndMonth |
  timeHints.cuedNumber |
  timeHints.cuedMonth |
  timeHints.monthDay;

/**
 * Finds dates in running text. A score (`4/10 pain`), a strength (`4/5`), a spell (`3/12`), a pressure (`128/82`)
 * or a spinal level (`L4/5`) is no date.
 */
export function listDates(
  text: string,
  context: DateContext,
  at?: Span,
  hints = readTimeHints(text, wholeOf(text, at)),
): readonly Found<PartialDate>[] {
  if (!mayHoldAny(hints, anyDate)) return [];
  const within = wholeOf(text, at);
  const found: Found<PartialDate>[] = [];
  for (const { pattern, read, needs } of IN_TEXT) {
    if (!mayHold(hints, needs)) continue;
    for (const { match, span } of matchesIn(text, pattern, within)) {
      if (VERB.test(match[0]) && !YEAR_WITHIN.test(match[0])) continue;
      const value = read(match, context);
      if (value) found.push({ value, span });
    }
  }
  for (const { pattern, read, needs } of CUED) {
    if (!mayHold(hints, needs)) continue;
    for (const { match, span } of matchesIn(text, pattern, within)) {
      const date = match[2] ?? '';
      // A month without a number is a month only where it is written as a name: `since March`, not `in may`.
      if (/^(?:may|march|mar)(?![a-z])/.test(date)) continue;
      const direction = match[1] === undefined ? 'past' : 'future';
      const value = read(match.slice(2), { ...context, direction: context.direction ?? direction });
      if (value) found.push({ value, span: { start: span.end, end: span.end + date.length } });
    }
  }
  const monthDays = mayHold(hints, timeHints.monthDay) ? matchesIn(text, MONTH_DAY, within) : [];
  for (const { match, span } of monthDays) {
    const first = Number(match[1]);
    const second = Number(match[2]);
    if (Math.max(first, second) < 13 || Math.max(first, second) > 31) continue;
    if (NOT_A_DATE_BEFORE.test(text.slice(Math.max(within.start, span.start - 16), span.start))) continue;
    const [month, day] = monthDay(first, second);
    const value = nearest(month, day, context);
    if (value) found.push({ value, span });
  }
  return withoutOverlaps(found);
}
