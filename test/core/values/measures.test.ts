// Pain scores, vital signs and durations.
import { expect, test } from 'vitest';
import { listDurations, parseDuration } from '../../../server/src/core/note/values/duration';
import { listPainProblems, listPainScores } from '../../../server/src/core/note/values/pain';
import { listVitals } from '../../../server/src/core/note/values/vitals';

const vitalsIn = (text: string): readonly string[] =>
  listVitals(text).map(
    ({ value, span }) => `${value.measure} ${value.value} «${text.slice(span.start, span.end)}»`,
  );

test.each([
  ['T 36.8 °C, BP 128/82', ['temperature 36.8 «T 36.8 °C»', 'systolic 128 «BP 128»', 'diastolic 82 «82»']],
  ['temp 101.2', ['temperature 38.4 «temp 101.2»']],
  ['Temp: 38,5', ['temperature 38.5 «Temp: 38,5»']],
  ['100.4 °F this am', ['temperature 38 «100.4 °F»']],
  ['fever of 39', ['temperature 39 «fever of 39»']],
  ['BP today 182/112', ['systolic 182 «BP today 182»', 'diastolic 112 «112»']],
  ['182/112 mmHg', ['systolic 182 «182»', 'diastolic 112 «112 mmHg»']],
  ['HR 72, RR 14, SpO2 97%', ['heart-rate 72 «HR 72»', 'respiratory-rate 14 «RR 14»', 'spo2 97 «SpO2 97%»']],
  ['pulse: 110 bpm', ['heart-rate 110 «pulse: 110»']],
  ['O2 sat 91 %', ['spo2 91 «O2 sat 91 %»']],
  ['INR 3.4', ['inr 3.4 «INR 3.4»']],
  ['glucose 3.6 mmol/L', ['glucose 3.6 «glucose 3.6 mmol/L»']],
  ['blood sugar 65 mg/dL', ['glucose 3.6 «blood sugar 65 mg/dL»']],
  ['BG 250', ['glucose 13.9 «BG 250»']],
  ['platelets 45,000', ['platelets 45 «platelets 45,000»']],
  ['plt 45k', ['platelets 45 «plt 45k»']],
  ['neutrophils 700', ['neutrophils 0.7 «neutrophils 700»']],
  ['ANC 2,400', ['neutrophils 2.4 «ANC 2,400»']],
  ['neutrophils: 1.8', ['neutrophils 1.8 «neutrophils: 1.8»']],
  ['Hb 7.4 g/dL', ['haemoglobin 7.4 «Hb 7.4»']],
  ['Hgb: 118 g/L', ['haemoglobin 11.8 «Hgb: 118»']],
  ['HbA1c 7.2, neutrophils 60 %', []],
  ['L calf 4 cm larger than R', ['calf-difference 4 «calf 4 cm larger»']],
  ['3+ pitting edema', ['pitting-oedema 3 «3+ pitting edema»']],
  ['pitting oedema 2+', ['pitting-oedema 2 «pitting oedema 2+»']],
  ['pain 6/10 → 3/10', ['pain 6 «6/10»', 'pain 3 «3/10»']],
])('%s', (text, expected) => {
  expect(vitalsIn(text)).toEqual(expected);
});

test.each([
  'T4-5 restricted',
  'T12 tender',
  'T 45° rotation',
  'hot stones 40 °C',
  'ROM 45/60°',
  'L4/5',
  'DVT 10/28',
  'flexion 120/150',
  'deep tissue, pressure 3/5',
  'temper 38 times',
  'sat 60 min at desk',
])('no vital sign in %s', (text) => {
  expect(vitalsIn(text)).toEqual([]);
});

const painIn = (text: string): readonly string[] =>
  listPainScores(text).map(
    ({ value, span }) =>
      `${value.from}-${value.to}/${value.scale}${value.stage ? ` ${value.stage}` : ''} «${text.slice(span.start, span.end)}»`,
  );

test.each([
  ['7/10 at worst', ['7-7/10 «7/10»']],
  ['6-7/10', ['6-7/10 «6-7/10»']],
  ['6→3/10', ['6-6/10 before «6»', '3-3/10 after «3/10»']],
  ['6/10 to 3/10', ['6-6/10 before «6/10»', '3-3/10 after «3/10»']],
  ['7 out of 10', ['7-7/10 «7 out of 10»']],
  ['pain 3/5', ['3-3/5 «3/5»']],
  ['pressure 3/5', []],
  ['on 4/10/2026', []],
  ['12/10', []],
])('pain in %s', (text, expected) => {
  expect(painIn(text)).toEqual(expected);
});

test('pain without its scale is hinted at', () => {
  const text = 'pain 4 today';
  expect(listPainProblems(text).map(({ code, span }) => [code, text.slice(span.start, span.end)])).toEqual([
    ['value/pain-without-scale', '4'],
  ]);
});

test.each([
  'pain 4/10',
  'pain 4-6/10',
  'pain 4 weeks',
  'pain 6 → 3/10',
  'pain 2x',
  'pain 2 days',
  'pain at 5 min',
])('no hint for %s', (text) => {
  expect(listPainProblems(text)).toEqual([]);
});

test.each([
  ['60 min', 60],
  ['1 h 30', 90],
  ['1h30min', 90],
  ['1.5 hrs', 90],
  ['90′', 90],
  ["90'", 90],
  ['1:30 h', 90],
  ['half an hour', 30],
  ['1 hour and 15 minutes', 75],
  ['an hour', 60],
])('the duration %s', (text, minutes) => {
  expect(parseDuration(text)?.value).toBe(minutes);
});

test('durations in running text', () => {
  const text = 'Swedish: back, 20 min, then legs 10min; sat 2 h; 3/5; 45 m';
  expect(listDurations(text).map(({ value }) => value)).toEqual([20, 10, 120, 45]);
});
