// The client of a note is read from plain front matter without the rest of it, and must be the one that the whole names.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makePractice } from '../../../bench/synthetic-practice';
import { clientIdOfNote } from '../../../server/src/core/facts/session';
import { findNamedClient } from '../../../server/src/core/note/head';
import { parseNote } from '../../../server/src/core/note/parse';
import { loadKnowledge } from '../../support/knowledge';
import { runs } from '../../support/runs';

const uri = 'file:///p/other/2026-11-20.soap.md';

/** True if the quick reading had an answer. */
function expectSame(text: string): boolean {
  const quick = findNamedClient(text);
  if (quick !== undefined) expect(quick).toBe(clientIdOfNote(uri, parseNote(text).value));
  return quick !== undefined;
}

test('most notes of a practice are answered quickly, and rightly', () => {
  const notes = [...makePractice(loadKnowledge(), { clients: 20, notes: 200 })].filter(({ path }) =>
    path.includes('.soap'),
  );
  const quick = notes.filter(({ text }) => expectSame(text));
  expect(quick.length).toBeGreaterThan(0.9 * notes.length);
});

// Lines as they stand in front matter, sound and broken, so that any order of them may mean something else.
const lines = [
  '---',
  '...',
  '--- ',
  'client: maria-lopez',
  'Client: pat-doe',
  'client: "quoted"',
  "client: 'open",
  'client: [a, b]',
  'client: |',
  'client:',
  'client: 12',
  'client: ~',
  'client: a: b',
  'client: x # called y',
  'client : spaced',
  '  client: nested',
  '  more',
  '- item',
  'date: 2026-11-20',
  'therapist: "a',
  'overrides: [{ rule: a, reason: b }]',
  'overrides:',
  '  - rule: a',
  '    client: inner',
  '&x y: z',
  '# client: no',
  '\tclient: tabbed',
  '',
  'S: client: none',
];

test('any front matter gives the client that the whole note gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...lines), { maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\ufeff', '\n', ' '),
      (chosen, end, lead) => {
        expectSame(`${lead}${['---', ...chosen, '---', 'S: well'].join(end)}`);
      },
    ),
    { numRuns: runs(20_000), seed: 6 },
  );
});
