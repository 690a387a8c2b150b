// The examples of docs/format.md are read as the page says.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseClientRecord } from '../../../server/src/core/note/client';
import { clientKeys, noteKeys } from '../../../server/src/core/note/keys';
import { parseNote } from '../../../server/src/core/note/parse';
import { parsePractice } from '../../../server/src/core/note/practice';
import { formatNote } from '../../../server/src/core/note/print';
import { parsePartialDate } from '../../../server/src/core/note/values/dates';
import { parseDuration } from '../../../server/src/core/note/values/duration';
import { parseFrequency } from '../../../server/src/core/note/values/frequency';
import { listPainScores } from '../../../server/src/core/note/values/pain';
import { listPressures, listStrengths } from '../../../server/src/core/note/values/pressure';
import { listRangesOfMotion } from '../../../server/src/core/note/values/range-of-motion';
import { listGestations, parseRelativeTime } from '../../../server/src/core/note/values/relative';
import { listSides, listSpinalLevels } from '../../../server/src/core/note/values/sides';
import { listVitals } from '../../../server/src/core/note/values/vitals';
import { toOutline } from './outline';

const page = readFileSync(new URL('../../../docs/format.md', import.meta.url), 'utf8');
const fences = [...page.matchAll(/^```(\w+)(?: (\w+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language, kind, body = '']) => ({
    language,
    kind,
    body,
  }),
);

const notes = fences.flatMap(({ language, body }, index) => {
  if (language !== 'markdown') return [];
  const next = fences[index + 1];
  return [
    {
      body,
      outline: next?.language === 'outline' ? next.body.trimEnd() : 'no outline',
      name: body.slice(0, 40),
    },
  ];
});

test('the page holds examples, each with its outline', () => {
  expect(notes.length).toBeGreaterThan(8);
  expect(fences.filter(({ language }) => language === 'outline')).toHaveLength(notes.length);
});

test.each(notes)('the note $name', ({ body, outline }) => {
  expect(toOutline(parseNote(body))).toBe(outline);
});

test('the whole note is in canonical layout', () => {
  expect(formatNote(notes[0]?.body ?? '')).toEqual([]);
});

test('the client record is read without a problem, and entirely', () => {
  const text = fences.find(({ kind }) => kind === 'client')?.body ?? '';
  const { value, problems } = parseClientRecord(text);
  expect(problems).toEqual([]);
  expect(
    value.conditions.map(({ name, side, since }) => [name.value, side?.value, since?.value.from]),
  ).toEqual([
    ['DVT', 'left', '2026-10-28'],
    ['hypertension', undefined, undefined],
  ]);
  expect(value.medications.map(({ name, dose }) => [name.value, dose?.value])).toEqual([
    ['Xarelto', '20 mg daily'],
  ]);
  expect(value.surgeries.map(({ on }) => on?.value.precision)).toEqual(['month']);
  expect(value.allergies.map(({ value: name }) => name)).toEqual(['nut oils']);
  expect(value.pregnancy?.due.value.from).toBe('2027-04-02');
  expect(value.clearances[0]?.allows.map(({ value: name }) => name)).toEqual([
    'effleurage',
    'light pressure',
  ]);
  expect(value.overrides[0]?.reason?.value).toBe('will-monitor');
  expect(value.consent?.expires?.value.from).toBe('2027-01-05');
  expect(value.avoid.map(({ value: name }) => name)).toEqual(['feet']);
});

test('practice.yaml is read', () => {
  const { value, problems } = parsePractice(fences.find(({ kind }) => kind === 'practice')?.body ?? '');
  expect([value.name?.value, value.opaqueIds, problems]).toEqual(['Riverbend Massage Therapy', true, []]);
});

test('the page names every key', () => {
  for (const key of noteKeys) expect(page, key).toContain(`\`${key}\``);
  for (const key of clientKeys.filter((name) => name !== 'contact' && name !== 'notes')) {
    expect(page, key).toMatch(new RegExp(`^${key}:`, 'm'));
  }
});

const reference = '2026-11-20';
const range = (value: { readonly from: string; readonly to: string } | undefined): string =>
  value === undefined ? 'nothing' : value.from === value.to ? value.from : `${value.from} to ${value.to}`;

const readers: Readonly<Record<string, (text: string) => string>> = {
  date: (text) => range(parsePartialDate(text, { reference })?.value),
  time: (text) => range(parseRelativeTime(text, reference)?.value.when),
  gestation: (text) =>
    listGestations(text)
      .map(({ value }) => `${value.weeks} weeks`)
      .join(),
  duration: (text) => `${parseDuration(text)?.value} minutes`,
  pain: (text) =>
    listPainScores(text)
      .map(({ value }) => `${value.to} of ${value.scale}`)
      .join(', '),
  pressure: (text) =>
    listPressures(text)
      .map(({ value }) => value.depth)
      .join(', '),
  vitals: (text) =>
    listVitals(text)
      .map(({ value }) => `${value.measure} ${value.value}`)
      .join(', '),
  strength: (text) =>
    listStrengths(text)
      .map(({ value }) => `${value.grade}${value.sign ?? ''}`)
      .join(', '),
  level: (text) =>
    listSpinalLevels(text)
      .map(({ value }) => `${value.from} to ${value.to}`)
      .join(', '),
  side: (text) =>
    listSides(text)
      .map(({ value }) => value.side + (value.more ? `, more ${value.more}` : ''))
      .join(', '),
  motion: (text) =>
    listRangesOfMotion(text)
      .map(({ value }) =>
        value.kind === 'degrees'
          ? `${value.movement} ${value.degrees} of ${value.expected}`
          : `${value.movement} ${value.judgement}`,
      )
      .join(', '),
  frequency: (text) => {
    const value = parseFrequency(text)?.value;
    const length = value?.visits
      ? `, ${value.visits} visits`
      : value?.forDays
        ? `, for ${value.forDays} days`
        : '';
    return `${value?.times} in ${value?.everyDays} days${length}`;
  },
};
const rows = [...page.matchAll(/^\| (\w+) \| `([^`]+)` \| ([^|]+) \|$/gm)].filter(
  ([, kind = '']) => kind in readers,
);

test('every kind of value has a row', () => {
  expect(new Set(rows.map(([, kind]) => kind))).toEqual(new Set(Object.keys(readers)));
});

test.each(rows.map(([, kind = '', text = '', expected = '']) => [kind, text, expected]))(
  '%s %s',
  (kind, text, expected) => {
    expect(readers[kind]?.(text)).toBe(expected);
  },
);
