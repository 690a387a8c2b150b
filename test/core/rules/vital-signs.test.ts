// Vital signs that cannot be are found; a unit or an order that can only be a slip is put right.
import { expect, test } from 'vitest';
import { fixedTexts, valueLines } from './values';

test.each([
  'BP 128/82, HR 72, RR 14, SpO2 98%',
  'BP checked 10/28',
  'BP checked 04/2026',
  'BP meds since 2019/2020',
  'BP 16/10 kPa',
  'pulse 2+ both feet',
  'HR at 10 am 72',
  'target HR 300',
  'T 36.7 °C',
  'T12 tender, T 4-5 stiff',
  'temp 98.6 F',
  'temp 37',
  'hot stones, temp 55 C',
  'temp 72 F in the room',
  'glucose 110 mg/dL',
  'glucose 6.1 mmol/L',
  'INR 2.5',
  'INR 10/28',
  'weight 82 kg',
  'weight training 500 times',
])('%s is in order', (text) => {
  expect(valueLines(`O: ${text}`)).toEqual([]);
});

test.each([
  ['BP 12/80', 'value/vital-impossible warning «12»', ['BP 120/80']],
  ['BP 1280/82', 'value/vital-impossible warning «1280»', ['BP 128/82']],
  ['BP 120/8000', 'value/vital-impossible warning «8000»', ['BP 120/80']],
  ['BP 82/128', 'value/blood-pressure-swapped warning «82/128»', ['BP 128/82']],
  ['BP 120/120', 'value/vital-impossible warning «120/120»', []],
  ['HR 800', 'value/vital-impossible warning «800»', ['HR 80']],
  ['RR 160', 'value/vital-impossible warning «160»', ['RR 16']],
  ['temp 98.6 C', 'value/vital-unit warning «98.6 C»', ['temp 98.6 F']],
  ['T 37 °F', 'value/vital-unit warning «37 °F»', ['T 37 °C']],
  ['temp 386', 'value/vital-impossible warning «386»', ['temp 38.6']],
  ['temp 60 C', 'value/vital-impossible warning «60»', []],
  ['SpO2 980', 'value/vital-impossible warning «980»', ['SpO2 98']],
  ['O2 sat 108%', 'value/vital-impossible warning «108»', []],
  ['glucose 110 mmol/L', 'value/vital-unit warning «110 mmol/L»', ['glucose 110 mg/dL']],
  ['glucose 5.4 mg/dL', 'value/vital-unit warning «5.4 mg/dL»', ['glucose 5.4 mmol/L']],
  ['INR 25', 'value/vital-impossible warning «25»', ['INR 2.5']],
  ['INR 12', 'value/vital-unlikely information «12»', ['INR 1.2']],
  ['weight 820 kg', 'value/vital-impossible warning «820»', ['weight 82 kg']],
  ['wt 300 kg', 'value/vital-unlikely information «300»', ['wt 30 kg']],
])('%s cannot be', (text, line, fixed) => {
  expect(valueLines(`O: ${text}`)).toEqual([line]);
  expect(fixedTexts(`O: ${text}`)).toEqual(fixed.map((entry) => `O: ${entry}`));
});
