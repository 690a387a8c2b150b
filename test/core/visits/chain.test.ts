// What is folded over a chain of visits is what a loop over all of them gives, whichever visit is asked about first.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainVisits, foldVisits } from '../../../server/src/core/facts/visits';
import { runs } from '../../support/runs';

const words = fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 12 });

test('a fold gives what a loop gives, in any order of asking, and works out each visit once', () => {
  fc.assert(
    fc.property(words, fc.array(fc.nat(), { maxLength: 20 }), (visits, asked) => {
      const chain = chainVisits(visits);
      let steps = 0;
      const joined = foldVisits<string, string>('', (before, visit) => {
        steps += 1;
        return `${before}/${visit}`;
      });
      expect(joined(undefined)).toBe('');
      for (const at of asked.map((one) => one % visits.length))
        expect(joined(chain[at])).toBe(visits.slice(0, at + 1).reduce((all, visit) => `${all}/${visit}`, ''));
      expect(steps).toBe(Math.max(0, ...asked.map((one) => (one % visits.length) + 1)));
    }),
    { numRuns: runs(200), seed: 20261120 },
  );
});

test('a chain that changes keeps what stands before the change', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const known = chainVisits(before);
      const chain = chainVisits(after, known);
      expect(chain.map(({ visit }) => visit)).toEqual(after);
      const first = after.findIndex((visit, at) => visit !== before[at]);
      const same = first === -1 ? after.length : first;
      for (const [at, one] of chain.entries()) {
        expect(one.before).toBe(chain[at - 1]);
        expect(one === known[at]).toBe(at < same);
      }
    }),
    { numRuns: runs(200), seed: 20261120 },
  );
});

test('a client of many years is gone through without a deep stack', () => {
  const chain = chainVisits(Array.from({ length: 100_000 }, (_, at) => at));
  expect(foldVisits<number, number>(0, (sum, at) => sum + at)(chain.at(-1))).toBe(4_999_950_000);
});
