// Calendar arithmetic on civil dates (proleptic Gregorian), without a clock, a locale or a time zone.
import type { CivilDate, PartialDate } from '../model';

/** A day as three numbers; months and days count from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** Days since 1970-01-01. */
export function toDayNumber({ year, month, day }: Civil): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day that lies so many days after 1970-01-01. */
export function fromDayNumber(days: number): Civil {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthPart = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthPart < 10 ? monthPart + 3 : monthPart - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * monthPart + 2) / 5) + 1 };
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Writes `YYYY-MM-DD`. */
export const formatCivil = ({ year, month, day }: Civil): CivilDate =>
  `${pad(Math.max(0, Math.min(9999, year)), 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** True if the three numbers name a day that exists, in the years 1 to 9999. */
export const isCivil = ({ year, month, day }: Civil): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Reads `YYYY-MM-DD`; undefined if it is not a day that exists. */
export function parseCivil(text: CivilDate): Civil | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const civil = { year: digitsAt(text, 0, 4), month: digitsAt(text, 5, 7), day: digitsAt(text, 8, 10) };
  return isCivil(civil) ? civil : undefined;
}

/** The number that the characters of a stretch write, all of them digits; NaN if one is none. */
function digitsAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    number = digit >= 0 && digit <= 9 ? 10 * number + digit : Number.NaN;
  }
  return number;
}

const clampDay = (days: number): number => Math.max(-719162, Math.min(2932896, days));

/** The day so many days later (earlier if negative); a text that is no date comes back as it is. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const civil = parseCivil(date);
  return civil ? formatCivil(fromDayNumber(clampDay(toDayNumber(civil) + Math.trunc(days)))) : date;
}

/** The same day so many months later, or the month's last day where it has none: 31 January + 1 = 28 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const civil = parseCivil(date);
  if (!civil) return date;
  const total = Math.max(12, Math.min(119999, civil.year * 12 + civil.month - 1 + Math.trunc(months)));
  const year = Math.floor(total / 12);
  const month = (total % 12) + 1;
  return formatCivil({ year, month, day: Math.min(civil.day, daysInMonth(year, month)) });
}

/** Days from one date to another; negative if `to` is earlier, undefined if either is no date. */
export function daysBetween(from: CivilDate, to: CivilDate): number | undefined {
  const a = parseCivil(from);
  const b = parseCivil(to);
  return a && b ? toDayNumber(b) - toDayNumber(a) : undefined;
}

/** The day of the week, 0 for Monday to 6 for Sunday; undefined if it is no date. */
export function weekdayOf(date: CivilDate): number | undefined {
  const civil = parseCivil(date);
  return civil ? (((toDayNumber(civil) + 3) % 7) + 7) % 7 : undefined;
}

/** A day, a month or a year as a partial date; undefined if it does not exist. */
export function partialDate(year: number, month?: number, day?: number): PartialDate | undefined {
  const from: Civil = { year, month: month ?? 1, day: day ?? 1 };
  if (!isCivil(from)) return undefined;
  const first = formatCivil(from);
  if (day !== undefined) return dayOf(first);
  const lastMonth = month ?? 12;
  const to: Civil = { year, month: lastMonth, day: daysInMonth(year, lastMonth) };
  return { from: first, to: formatCivil(to), precision: month !== undefined ? 'month' : 'year' };
}

/** A partial date of one day. */
export const dayOf = (date: CivilDate): PartialDate => ({ from: date, to: date, precision: 'day' });

/** Where a partial date lies to another: before it ends before the other starts; otherwise they may be the same. */
export function comparePartial(a: PartialDate, b: PartialDate): 'before' | 'after' | 'overlaps' {
  return a.to < b.from ? 'before' : a.from > b.to ? 'after' : 'overlaps';
}

const writtenLength = { day: 10, month: 7, year: 4, decade: 4 } as const;

/** A date as exactly as it was stated: `2026-10-28`, `2026-10`, `2026`. */
export const formatPartial = ({ from, precision }: PartialDate): string =>
  from.slice(0, writtenLength[precision]);
