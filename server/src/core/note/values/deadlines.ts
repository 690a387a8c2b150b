// Until when something is to be reached: by 2026-12-01, by March, by the end of the year, in 6 weeks, in 4 visits.
import { type Span, span } from '../../text/span';
import type { CivilDate } from '../model';
import { addDays, addMonths, daysInMonth, formatCivil, parseCivil } from './calendar';
import { listDates } from './dates';
import { type Found, matchesIn, wholeOf } from './found';

/** A day, both named and reckoned ones, or a number of visits. */
export type Deadline =
  | { readonly kind: 'day'; readonly by: CivilDate }
  | { readonly kind: 'visits'; readonly visits: number };

const WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const COUNT = `(\\d{1,3}|a|${WORDS.join('|')})(?:\\s?[-\u2013]\\s?(\\d{1,3}))?`;
const SPAN_OF_TIME = new RegExp(
  `\\b(?:in|within|over|after|for)\\s+(?:the\\s+)?(?:next\\s+)?${COUNT}\\s?(days?|d|wks?|weeks?|w|mos?|months?|mths?|yrs?|years?|visits?|sessions?|appointments?|appts?|treatments?|tx)\\b`,
  'gi',
);
const BY = /\b(?:by|before|until|till|til)\s+/gi;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  /^(?:(?:the\s+)?(end|middle|mid|beginning|start)(?:\s+of|-)?\s*)?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?(?!\s*\d)/i;
const PERIOD =
  /^(?:(?:the\s+)?end\s+of\s+)?(?:the\s+)?(this\s+|next\s+)?(year|month|week)(?:[’']s\s+end)?\b|^(year-?\s?end|month-?\s?end)\b/i;
const HOLIDAY = /^(?:christmas|xmas)\b/i;

/**
 * The first deadline in a text. `from` is the day on which it was written; without it only days that name their year are
 * found. What is not named exactly ends late: `by March` is the last day of March.
 */
export function findDeadline(
  text: string,
  from: CivilDate | undefined,
  at?: Span,
): Found<Deadline> | undefined {
  const within = wholeOf(text, at);
  const found: Found<Deadline>[] = [];
  for (const { span: lead } of matchesIn(text, BY, within)) {
    const rest = text.slice(lead.end, Math.min(within.end, lead.end + 40));
    const by = readDay(rest, from);
    if (by !== undefined) found.push({ value: { kind: 'day', by }, span: span(lead.start, lead.end) });
  }
  for (const { match, span: place } of matchesIn(text, SPAN_OF_TIME, within)) {
    const count = readCount(match[2] ?? match[1] ?? '');
    const value = count === undefined ? undefined : reckon(count, (match[3] ?? '').toLowerCase(), from);
    if (value !== undefined) found.push({ value, span: place });
  }
  return found.sort((a, b) => a.span.start - b.span.start)[0];
}

function readCount(word: string): number | undefined {
  const plain = word.toLowerCase();
  const count = plain === 'a' ? 1 : /^\d/.test(plain) ? Number(plain) : WORDS.indexOf(plain) + 1;
  return count > 0 ? count : undefined;
}

function reckon(count: number, unit: string, from: CivilDate | undefined): Deadline | undefined {
  if (/^(?:v|s|a|t)/.test(unit)) return { kind: 'visits', visits: count };
  if (from === undefined) return undefined;
  const by = unit.startsWith('d')
    ? addDays(from, count)
    : unit.startsWith('w')
      ? addDays(from, 7 * count)
      : addMonths(from, unit.startsWith('y') ? 12 * count : count);
  return { kind: 'day', by };
}

/** The day that the words behind `by` name. */
function readDay(rest: string, from: CivilDate | undefined): CivilDate | undefined {
  const date = listDates(rest, { reference: from, direction: 'future' }).find(
    ({ span: { start } }) => start === 0,
  );
  if (date !== undefined) return date.value.to;
  const day = from === undefined ? undefined : parseCivil(from);
  if (from === undefined || day === undefined) return undefined;
  const month = MONTH.exec(rest);
  if (month?.[2] !== undefined) {
    const number = MONTHS.indexOf(month[2].slice(0, 3).toLowerCase()) + 1;
    const year = number < day.month ? day.year + 1 : day.year;
    const part = month[1]?.toLowerCase();
    const last = daysInMonth(year, number);
    return formatCivil({
      year,
      month: number,
      day: part?.startsWith('mid') ? 15 : part === 'beginning' || part === 'start' ? 10 : last,
    });
  }
  if (HOLIDAY.test(rest))
    return formatCivil({
      year: day.month === 12 && day.day > 25 ? day.year + 1 : day.year,
      month: 12,
      day: 25,
    });
  const period = PERIOD.exec(rest);
  if (period === null) return undefined;
  const isNext = /next/i.test(period[1] ?? '');
  const unit = (period[2] ?? period[3] ?? '').toLowerCase();
  if (unit.startsWith('y')) return formatCivil({ year: day.year + (isNext ? 1 : 0), month: 12, day: 31 });
  if (unit.startsWith('w')) return addDays(from, isNext ? 14 : 7);
  const { year, month: number } =
    parseCivil(isNext ? addMonths(formatCivil({ ...day, day: 1 }), 1) : from) ?? day;
  return formatCivil({ year, month: number, day: daysInMonth(year, number) });
}
