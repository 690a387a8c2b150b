// Dates and relative times in running text and alone.
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  comparePartial,
  daysBetween,
  partialDate,
  weekdayOf,
} from '../../../server/src/core/note/values/calendar';
import {
  listDates,
  parseDateTime,
  parsePartialDate,
  parseTime,
} from '../../../server/src/core/note/values/dates';
import { listGestations, parseRelativeTime } from '../../../server/src/core/note/values/relative';
import { listTimes } from '../../../server/src/core/note/values/time';

const reference = '2026-11-20';
const show = (value: { from: string; to: string } | undefined): string | undefined =>
  value && (value.from === value.to ? value.from : `${value.from}..${value.to}`);

test.each([
  ['2026-10-28', '2026-10-28'],
  ['2026-10', '2026-10-01..2026-10-31'],
  ['2026', '2026-01-01..2026-12-31'],
  ['10/28', '2026-10-28'],
  ['12/24', '2025-12-24'],
  ['10/28/2026', '2026-10-28'],
  ['10/28/26', '2026-10-28'],
  ['28/10/2026', '2026-10-28'],
  ['28.10.2026', '2026-10-28'],
  ['Oct 28', '2026-10-28'],
  ['Oct. 28, 2025', '2025-10-28'],
  ['28 October 2026', '2026-10-28'],
  ['28th of Oct 2026', '2026-10-28'],
  ['October 2026', '2026-10-01..2026-10-31'],
  ["Oct '24", '2024-10-01..2024-10-31'],
  ['March', '2026-03-01..2026-03-31'],
  ['1990s', '1990-01-01..1999-12-31'],
  ['2026-02-30', undefined],
  ['13/13', undefined],
  ['soon', undefined],
])('the date %s', (text, expected) => {
  expect(show(parsePartialDate(text, { reference })?.value)).toBe(expected);
});

test('a date without a year needs a reference, and may lie ahead', () => {
  expect(parsePartialDate('10/28', { reference: undefined })).toBeUndefined();
  expect(parsePartialDate('1/15', { reference, direction: 'future' })?.value.from).toBe('2027-01-15');
});

test.each([
  ['2026-11-20 14:00', '2026-11-20', '14:00'],
  ['2026-11-20T14:00', '2026-11-20', '14:00'],
  ['2026-11-20T14:00:00Z', '2026-11-20', '14:00'],
  ['11/20/2026, 2:30 pm', '2026-11-20', '14:30'],
  ['20 Nov 2026 at 9am', '2026-11-20', '09:00'],
  ['2026-11-20', '2026-11-20', undefined],
])('the day and time %s', (text, date, time) => {
  expect(parseDateTime(text)?.value).toEqual({ date, time });
});

test('what is no day and time', () => {
  expect(parseDateTime('2026-11')).toBeUndefined();
  expect(parseDateTime('2026-11-20 25:00')).toBeUndefined();
  expect(parseTime('13 pm')).toBeUndefined();
});

test.each([
  ['2 wks ago', '2026-11-06'],
  ['a week ago', '2026-11-13'],
  ['a couple of days ago', '2026-11-18'],
  ['3 months ago', '2026-08-01..2026-08-31'],
  ['10 years ago', '2016-01-01..2016-12-31'],
  ['x 3 months', '2026-08-01..2026-08-31'],
  ['for 3 weeks', '2026-10-30'],
  ['over the past 2 weeks', '2026-11-06'],
  ['6 wks post-op', '2026-10-09'],
  ['s/p 6 wks', '2026-10-09'],
  ['2/52', '2026-11-06'],
  ['3/12', '2026-08-01..2026-08-31'],
  ['3/7', '2026-11-17'],
  ['2/52 ago', '2026-11-06'],
  ['yesterday', '2026-11-19'],
  ['last week', '2026-11-13'],
  ['last Tuesday', '2026-11-17'],
  ['in 2 weeks', '2026-12-04'],
  ['childhood', '1936-01-01..2016-12-31'],
])('the time %s', (text, expected) => {
  expect(show(parseRelativeTime(text, reference)?.value.when)).toBe(expected);
});

test('a relative time without a reference keeps its amount', () => {
  expect(parseRelativeTime('2-3 wks ago', undefined)?.value).toEqual({
    kind: 'ago',
    amount: 3,
    unit: 'week',
    when: undefined,
  });
});

const timesIn = (text: string): readonly string[] =>
  listTimes(text, { start: 0, end: text.length }, reference).map(
    ({ span, value, ongoing }) =>
      `${text.slice(span.start, span.end)} = ${show(value)}${ongoing ? ' on' : ''}`,
  );

test.each([
  ['DVT L calf, dx 10/28', ['10/28 = 2026-10-28']],
  ['started Xarelto 10/29 after DVT', ['10/29 = 2026-10-29']],
  ['sciatica since March', ['March = 2026-03-01..2026-03-31 on']],
  ['MI 2 wks ago, stent 2019-05-02', ['2 wks ago = 2026-11-06', '2019-05-02 = 2019-05-02']],
  ['LBP x 3 wks', ['x 3 wks = 2026-10-30 on']],
  ['fusion in 2019', ['2019 = 2019-01-01..2019-12-31']],
  ['3/12 hx of LBP', ['3/12 hx = 2026-08-01..2026-08-31 on']],
  ['pain for 2/52', ['for 2/52 = 2026-11-06 on']],
])('times in %s', (text, expected) => {
  expect(timesIn(text)).toEqual(expected);
});

test.each([
  '4/10 pain',
  'pain 6/10 → 3/10',
  'strength 4/5',
  'BP 128/82',
  'L4/5 and C5/6',
  'ROM 45/60°',
  'sat for long periods',
  'may help',
  'she may 5 times',
  'march in place 20 times',
  'weekly for 4 weeks',
  '2x/wk x 3 wks',
  'weekly × 4 weeks',
  'recheck in 2 weeks',
  '20 min/day',
  'rated 7/10 since',
  'second 1/2 of session',
  'pressure 3/5 for 15 min',
  'T12/L1 stiff',
  '12/20 reps',
])('no time in %s', (text) => {
  expect(timesIn(text)).toEqual([]);
});

test.each([
  ['14 weeks pregnant', 14, 0],
  ['14/40', 14, 0],
  ['GA 30w2d', 30, 2],
  ['pt is 22 wks gestation', 22, 0],
])('the pregnancy %s', (text, weeks, days) => {
  expect(listGestations(text).map(({ value }) => value)).toEqual([{ weeks, days }]);
});

test('dates found in running text cover their own words only', () => {
  const text = 'surgery on Oct 28, 2025, then PT';
  expect(listDates(text, { reference }).map(({ span }) => text.slice(span.start, span.end))).toEqual([
    'Oct 28, 2025',
  ]);
});

test('calendar arithmetic', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
  expect(daysBetween('2026-10-28', '2026-11-20')).toBe(23);
  expect(daysBetween('2026-11-20', '2026-10-28')).toBe(-23);
  expect(daysBetween('nonsense', '2026-10-28')).toBeUndefined();
  expect(weekdayOf('2026-11-20')).toBe(4);
  expect(weekdayOf('1969-12-31')).toBe(2);
  const year = partialDate(2026);
  const day = partialDate(2027, 1, 1);
  expect(year && day && comparePartial(year, day)).toBe('before');
  expect(year && day && comparePartial(day, year)).toBe('after');
  expect(year && comparePartial(year, year)).toBe('overlaps');
});
