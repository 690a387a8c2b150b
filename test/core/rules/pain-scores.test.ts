// Pain beyond its scale is found; a day that looks like a score is not.
import { expect, test } from 'vitest';
import { fixedTexts, valueLines } from './values';

test.each([
  'pain 7/10',
  'pain 6-7/10 → 3/10',
  'pain 6.5/10',
  'pain 45/100',
  'pain since 12/10',
  'pain from 7/5',
  'seen 12/10, no pain',
  'seen 12/10 pain free',
  'pain 12/10/2026',
  'pain 10/28',
  'Tiredness 6/10 → 30/10',
])('%s is in order', (text) => {
  expect(valueLines(`S: ${text}`)).toEqual([]);
});

test.each([
  ['pain 12/10', 'value/pain-out-of-range warning «12/10»', ['pain 10/10']],
  [
    'Pain level: 15 out of 10',
    'value/pain-out-of-range warning «15 out of 10»',
    ['Pain level: 1.5/10', 'Pain level: 10/10'],
  ],
  [
    '15/10 pain at worst',
    'value/pain-out-of-range warning «15/10»',
    ['1.5/10 pain at worst', '10/10 pain at worst'],
  ],
  ['pain 7/5', 'value/pain-out-of-range warning «7/5»', ['pain 7/10']],
  ['pain 6/10 → 30/10', 'value/pain-out-of-range warning «30/10»', ['pain 6/10 → 3/10', 'pain 6/10 → 10/10']],
  ['pain 6.75/10', 'value/pain-decimals information «6.75/10»', ['pain 7/10']],
])('%s is not on its scale', (text, line, fixed) => {
  expect(valueLines(`S: ${text}`)).toEqual([line]);
  expect(fixedTexts(`S: ${text}`)).toEqual(fixed.map((entry) => `S: ${entry}`));
});
