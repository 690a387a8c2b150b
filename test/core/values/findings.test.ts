// Sides, spinal levels, pressure, strength, range of motion and frequency.
import { expect, test } from 'vitest';
import { listFrequencies, parseFrequency } from '../../../server/src/core/note/values/frequency';
import { listPressures, listStrengths } from '../../../server/src/core/note/values/pressure';
import { listRangesOfMotion } from '../../../server/src/core/note/values/range-of-motion';
import { listSides, listSpinalLevels } from '../../../server/src/core/note/values/sides';

const sidesIn = (text: string): readonly string[] =>
  listSides(text).map(
    ({ value, span }) =>
      `${value.side}${value.more ? ` more ${value.more}` : ''} «${text.slice(span.start, span.end)}»`,
  );

test.each([
  ['DVT L calf', ['left «L»']],
  ['(R) shoulder', ['right «(R)»']],
  ['Ⓛ knee', ['left «Ⓛ»']],
  ['left-sided pain', ['left «left-sided»']],
  ['B/L UT, bilat QL', ['bilateral «B/L»', 'bilateral «bilat»']],
  ['pain L>R', ['bilateral more left «L>R»']],
  ['R > L', ['bilateral more right «R > L»']],
  ['L<R', ['bilateral more right «L<R»']],
  ['L and R hips', ['bilateral «L and R»']],
  ['L4-5 and L-spine', []],
  ['R/O fracture', []],
  ['2 L of water', []],
  ['feels fine right now', []],
  ['she left work early', []],
  ['L&I claim', []],
])('sides in %s', (text, expected) => {
  expect(sidesIn(text)).toEqual(expected);
});

test.each([
  ['L4-5', 'L4', 'L5'],
  ['C5/6', 'C5', 'C6'],
  ['T12/L1', 'T12', 'L1'],
  ['C3 to C6', 'C3', 'C6'],
  ['T4 tender', 'T4', 'T4'],
])('the level %s', (text, from, to) => {
  expect(listSpinalLevels(text).map(({ value }) => value)).toEqual([{ from, to }]);
});

test.each(['T 36.8', 'L20', 'C9', 'S1.5', 'L5-4', 'T13'])('no level in %s', (text) => {
  expect(listSpinalLevels(text)).toEqual([]);
});

test.each([
  ['L QL, 15 min, pressure 3/5', 'moderate', 3],
  ['pressure: 4', 'deep', 4],
  ['2/5 pressure', 'light', 2],
  ['light to moderate pressure', 'moderate', undefined],
  ['firm pressure', 'deep', undefined],
  ['gentle strokes', 'light', undefined],
  ['pressure was deep', 'deep', undefined],
  ['pressure 4/10', 'light', undefined],
  ['pressure 6/10', 'moderate', undefined],
  ['pressure: 7/10', 'deep', undefined],
  ['pressure 9/5', 'deep', undefined],
])('the pressure %s', (text, depth, step) => {
  expect(listPressures(text).map(({ value }) => value)).toEqual([{ depth, step }]);
});

test('a step or a word alone is a pressure only in a field about pressure', () => {
  expect(listPressures('firm, 4/5')).toEqual([]);
  expect(listPressures('firm, 4/5', undefined, true).map(({ value }) => value.depth)).toEqual([
    'deep',
    'deep',
  ]);
  expect(listPressures('deep tissue, BP 120/80, blood pressure 140/90')).toEqual([]);
});

test('strength needs its word or its field', () => {
  expect(listStrengths('MMT glute med 4+/5 L, 5/5 R').map(({ value }) => value)).toEqual([
    { grade: 4, sign: '+' },
    { grade: 5, sign: undefined },
  ]);
  expect(listStrengths('pressure 4/5')).toEqual([]);
  expect(listStrengths('4-/5', undefined, true).map(({ value }) => value)).toEqual([{ grade: 4, sign: '-' }]);
});

const motionIn = (text: string, isMotion = false): readonly string[] =>
  listRangesOfMotion(text, undefined, isMotion).map(({ value }) =>
    value.kind === 'degrees'
      ? [value.movement, value.before, value.degrees, value.expected].map((part) => part ?? '').join('|')
      : `${value.movement ?? ''} ${value.judgement}`,
  );

test.each([
  ['lumbar flexion 45/60°', ['flexion||45|60']],
  ['45/60°', ['||45|60']],
  ['flexion 45°', ['flexion||45|']],
  ['rot L 60 deg, rot R 70 degrees', ['rot||60|', 'rot||70|']],
  ['ext 20 → 30°', ['ext|20|30|']],
  ['flexion ↓, rotation WNL', ['flexion decreased', 'rotation normal']],
  ['↓ROM', ['rom decreased']],
  ['limited flexion', ['flexion decreased']],
  ['full ROM', ['rom normal']],
  ['T 36.8 °C', []],
  ['full time teacher', []],
])('motion in %s', (text, expected) => {
  expect(motionIn(text)).toEqual(expected);
});

test('a judgement alone counts in a field about motion', () => {
  expect(motionIn('WNL', true)).toEqual([' normal']);
});

test.each([
  ['weekly × 4', 1, 7, 4, undefined],
  ['weekly for 4 weeks', 1, 7, undefined, 28],
  ['2×/wk for 3 wks', 2, 7, undefined, 21],
  ['2-3x per week', 3, 7, undefined, undefined],
  ['q2wks', 1, 14, undefined, undefined],
  ['every 2 weeks', 1, 14, undefined, undefined],
  ['every other week', 1, 14, undefined, undefined],
  ['twice a month', 2, 30, undefined, undefined],
  ['once a week for 6 visits', 1, 7, 6, undefined],
  ['biweekly', 1, 14, undefined, undefined],
  ['monthly', 1, 30, undefined, undefined],
])('the frequency %s', (text, times, everyDays, visits, forDays) => {
  expect(parseFrequency(text)?.value).toEqual({ times, everyDays, visits, forDays, asNeeded: false });
});

test('frequencies in running text', () => {
  const text = 'Return weekly x 4 then monthly or prn; walk 20 min/day; pain 3/10';
  expect(listFrequencies(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
    'weekly x 4',
    'monthly or prn',
  ]);
});
