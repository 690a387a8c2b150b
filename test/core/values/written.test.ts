// Values as they were written: no text takes longer to read than its length accounts for.
import { expect, test } from 'vitest';
import { listOutcomeScores } from '../../../server/src/core/note/values/outcome-measures';
import { otherSideWord } from '../../../server/src/core/note/values/side-words';
import { listGravidities, listWrittenWeeks } from '../../../server/src/core/note/values/written-gestation';
import { listWrittenMotions } from '../../../server/src/core/note/values/written-motion';
import { listWrittenPain } from '../../../server/src/core/note/values/written-pain';
import { listWrittenVitals } from '../../../server/src/core/note/values/written-vitals';

const readers: readonly (readonly [string, (text: string) => readonly unknown[]])[] = [
  ['outcome measures', (text) => listOutcomeScores(text, [{ id: 'ndi', abbreviations: ['NDI'] }])],
  ['weeks', (text) => listWrittenWeeks(text)],
  ['gravidity', (text) => listGravidities(text)],
  ['motion', (text) => listWrittenMotions(text)],
  ['pain', (text) => listWrittenPain(text)],
  ['vital signs', (text) => listWrittenVitals(text)],
];
const units = [
  '1',
  ' ',
  '1/',
  'NDI ',
  'NDI 1',
  'BP ',
  'BP 1/',
  'T 1',
  'pain ',
  '/10',
  '→1/10',
  'flexion ',
  'rot 1',
  'G1P',
  '1 w ',
];

test.each(readers)('%s are read in time that grows with the text alone', (_, read) => {
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(20_000 / unit.length));
    const start = performance.now();
    read(text);
    expect(performance.now() - start, unit).toBeLessThan(250);
  }
});

test.each([
  ['L', 'R'],
  ['(L)', '(R)'],
  ['Rt.', 'Lt.'],
  ['Left-sided', 'Right-sided'],
  ['RIGHT', 'LEFT'],
  ['Ⓛ', 'Ⓡ'],
])('the other side of %s is %s', (word, other) => {
  expect(otherSideWord(word)).toBe(other);
  expect(otherSideWord(other)).toBe(word);
});
