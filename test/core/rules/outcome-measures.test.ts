// Scores of outcome measures that cannot be are found, and what is certain is offered.
import { expect, test } from 'vitest';
import { fixedTexts, valueLines } from './values';

test.each([
  'NDI 18/50',
  'NDI: 36%',
  'NDI 18',
  'NDI 18/45, one item left out',
  'ODI 44 %',
  'ODI 22/50',
  'PSFS 4.3',
  'PSFS 13/30',
  'LEFS 61/80',
  'LEFS 48 → 61/80',
  'DASH 32',
  'QuickDASH score: 45.5',
  'MMT 4+/5',
  'NDI 10/28: 18/50',
  'NDI 10/28 was 18/50',
  'ODI 2 weeks ago was 44 %',
  'NDI 2026-10-28 18/50',
  'a dash of salt, 300',
  'LEFS next visit, 90 min',
])('%s is in order', (text) => {
  expect(valueLines(`O: ${text}`)).toEqual([]);
});

test.each([
  ['NDI 18/80', 'value/outcome-total warning «80»', ['NDI 18/50']],
  ['NDI 62/80', 'value/outcome-total warning «80»', []],
  ['NDI 62', 'value/outcome-unit warning «62»', ['NDI 62 %']],
  ['NDI 81/50', 'value/outcome-out-of-range warning «81/50»', []],
  ['ODI 144 %', 'value/outcome-out-of-range warning «144 %»', ['ODI 14.4 %']],
  ['ODI: 22/80', 'value/outcome-total warning «80»', ['ODI: 22/50']],
  ['PSFS 43', 'value/outcome-out-of-range warning «43»', ['PSFS 4.3']],
  ['PSFS 4/100', 'value/outcome-total warning «100»', []],
  ['LEFS 76%', 'value/outcome-unit warning «76%»', ['LEFS 76']],
  ['LEFS 61/50', 'value/outcome-total warning «50»', ['LEFS 61/80']],
  ['LEFS 48 → 91/80', 'value/outcome-out-of-range warning «91/80»', []],
  ['LEFS 48 → 61/50', 'value/outcome-total warning «50»', ['LEFS 48 → 61/80']],
  ['DASH 132', 'value/outcome-out-of-range warning «132»', ['DASH 13.2']],
  ['MMT 6/5', 'value/outcome-out-of-range warning «6/5»', []],
])('%s cannot be', (text, line, fixed) => {
  expect(valueLines(`O: ${text}`)).toEqual([line]);
  expect(fixedTexts(`O: ${text}`)).toEqual(fixed.map((entry) => `O: ${entry}`));
});
