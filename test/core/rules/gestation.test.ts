// Weeks of pregnancy and counts of births that cannot be.
import { expect, test } from 'vitest';
import { fixedTexts, valueLines } from './values';

test.each([
  '28 weeks pregnant',
  '41 wks gestation',
  '48 weeks postpartum',
  'pregnancy 60 weeks ago',
  'pregnant, 60 min session',
  'G2P1',
  'G3 P2012',
])('%s is in order', (text) => {
  expect(valueLines(`S: ${text}`)).toEqual([]);
});

test.each([
  ['48 weeks pregnant', 'value/gestation-out-of-range warning «48 weeks pregnant»', []],
  [
    'pregnant, 280 weeks',
    'value/gestation-out-of-range warning «pregnant, 280 weeks»',
    ['pregnant, 28 weeks'],
  ],
  ['43 weeks pregnant', 'value/gestation-out-of-range information «43 weeks pregnant»', []],
  ['G2P3', 'value/gravidity information «G2P3»', ['G3P2']],
])('%s cannot be', (text, line, fixed) => {
  expect(valueLines(`S: ${text}`)).toEqual([line]);
  expect(fixedTexts(`S: ${text}`)).toEqual(fixed.map((entry) => `S: ${entry}`));
});
