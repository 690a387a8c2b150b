// Pressure beyond its scale is found, with a fix where one thing is meant.
import { expect, test } from 'vitest';
import { fixedTexts, valueLines } from './values';

test.each([
  'pressure 3/5',
  'pressure: 5/5',
  'pressure 7/10',
  'pressure since 9/5',
  'seen 9/5, pressure firm',
  'blood pressure 120/80',
])('%s is in order', (text) => {
  expect(valueLines(`Tx: DT L QL, ${text}`)).toEqual([]);
});

test.each([
  ['pressure 7/5', '7/5', ['pressure 7/10']],
  ['pressure: 9/5', '9/5', ['pressure: 9/10']],
  ['depth 40/5', '40/5', ['depth 4/5']],
  ['pressure 12/10', '12/10', []],
  ['pressure 35/5', '35/5', []],
])('%s is not on its scale', (text, words, fixed) => {
  expect(valueLines(`Tx: DT L QL, ${text}`)).toEqual([`value/pressure-out-of-range warning «${words}»`]);
  expect(fixedTexts(`Tx: DT L QL, ${text}`)).toEqual(fixed.map((entry) => `Tx: DT L QL, ${entry}`));
});
