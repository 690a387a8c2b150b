// Degrees that no joint can do are found; what a loose joint can do is left alone.
import { expect, test } from 'vitest';
import { fixedTexts, valueLines } from './values';

test.each([
  'cervical rotation R 75/80°, L 80/80°',
  'AROM right shoulder flexion 150/180°, abduction 130/180°',
  'knee extension 180°',
  'knee flexion 150°',
  'cervical rotation 95°',
  'lumbar flexion 80 %',
  'neck flexion 3 x 10',
  'flexion 20 → 45°',
  'hip extension 10 reps',
  'ankle dorsiflexion 95°',
])('%s is in order', (text) => {
  expect(valueLines(`O: ${text}`)).toEqual([]);
});

test.each([
  ['cervical rotation 800', 'value/motion-impossible warning «800»', ['cervical rotation 80°']],
  ['cervical rotation 800°', 'value/motion-impossible warning «800»', ['cervical rotation 80°']],
  ['neck rotation 175°', 'value/motion-impossible warning «175»', []],
  ['neck rotation L 125°', 'value/motion-unlikely information «125»', []],
  ['shoulder flexion 190°', 'value/motion-unlikely information «190»', []],
  ['flexion 900°', 'value/motion-impossible warning «900»', ['flexion 90°']],
  ['ankle eversion 90 deg', 'value/motion-impossible warning «90»', []],
  ['C-spine rot 130°', 'value/motion-unlikely information «130»', []],
  ['L-spine ext 70°', 'value/motion-unlikely information «70»', []],
  ['lumbar flexion 400 %', 'value/motion-impossible warning «400»', ['lumbar flexion 40 %']],
])('%s cannot be', (text, line, fixed) => {
  expect(valueLines(`O: ${text}`)).toEqual([line]);
  expect(fixedTexts(`O: ${text}`)).toEqual(fixed.map((entry) => `O: ${entry}`));
});
