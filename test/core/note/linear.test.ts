// No text takes longer than its length accounts for: hostile repetitions through every reader, with room for a busy
// machine: what is quadratic takes longer still.
import { expect, test } from 'vitest';
import { convertNote } from '../../../server/src/core/convert/convert-note';
import { parseClientRecord } from '../../../server/src/core/note/client';
import { parseNote } from '../../../server/src/core/note/parse';
import { formatText } from '../../../server/src/core/note/print';
import { listDurations } from '../../../server/src/core/note/values/duration';
import { listFrequencies } from '../../../server/src/core/note/values/frequency';
import { listPainProblems } from '../../../server/src/core/note/values/pain';
import { listPressures, listStrengths } from '../../../server/src/core/note/values/pressure';
import { listRangesOfMotion } from '../../../server/src/core/note/values/range-of-motion';
import { listGestations } from '../../../server/src/core/note/values/relative';
import { listSides, listSpinalLevels } from '../../../server/src/core/note/values/sides';
import { listTimes } from '../../../server/src/core/note/values/time';
import { listVitals } from '../../../server/src/core/note/values/vitals';

const length = 10_000;
const limit = 250;

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  parseNote,
  formatText,
  convertNote: (text) => convertNote(text),
  listTimes: (text) => listTimes(text, { start: 0, end: text.length }, '2026-11-20'),
  listVitals: (text) => listVitals(text),
  listPainProblems: (text) => listPainProblems(text),
  listDurations: (text) => listDurations(text),
  listFrequencies: (text) => listFrequencies(text),
  listSides: (text) => listSides(text),
  listSpinalLevels: (text) => listSpinalLevels(text),
  listPressures: (text) => listPressures(text, undefined, true),
  listStrengths: (text) => listStrengths(text, undefined, true),
  listRangesOfMotion: (text) => listRangesOfMotion(text, undefined, true),
  listGestations: (text) => listGestations(text),
};

const units = [
  '1',
  ' ',
  '1/',
  '1 ',
  'a ',
  '- ',
  '- a\n',
  'a:\n',
  '*a',
  '**',
  'S: a\n',
  '## S\n',
  'S: O: ',
  'pain 4 ',
  'BP a ',
  'x 3 ',
  'since the last ',
  'May 1 ',
  'every ',
  'light to ',
  'flexion L ',
  '45 to ',
  'L>',
  '[',
  '{a: ',
  '? ',
  '"',
  '&a ',
  'PMH:\n- a\n\n',
  'Family history:\n\na\n',
  '12. a\n',
  'temp is ',
  'a (',
  'Addendum ',
  '\u00a0',
  '---\nclient: a\n',
];

/** Repetitions that are hard on YAML; it is much slower than our own readers, so it gets fewer. */
const yamlUnits = ['[', '{a: ', '? ', '"', '&a ', 'a:\n', '- ', 'a: ', '#\n', 'b: |\n x\n'];

test.each([
  ...Object.entries(readers).map(([name, read]) => ({ name, read, units })),
  { name: 'parseClientRecord', read: parseClientRecord, units: yamlUnits },
])('$name', ({ read, units }) => {
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(length / unit.length));
    // The best of three: a busy machine is not a slow reader.
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3 && best >= limit; round++) {
      const start = performance.now();
      read(text);
      best = Math.min(best, performance.now() - start);
    }
    expect(best, JSON.stringify(unit)).toBeLessThan(limit);
  }
});

test('lists may be nested as deep as they like', () => {
  const text = Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n');
  expect(parseNote(text).value.preamble).toHaveLength(1);
});
