// What is worked out once is asked for once, whatever came out and in whatever order things are asked about.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { once, oncePer, oncePerText } from '../../../server/src/core/text/once';
import { runs } from '../../support/runs';

const asked = fc.array(fc.nat({ max: 6 }), { maxLength: 30 });
// Nothing at all is an answer like others.
const answerTo = (number: number): number | undefined => (number % 3 === 0 ? undefined : number);

test('each object is asked about once', () => {
  fc.assert(
    fc.property(asked, (numbers) => {
      const objects = Array.from({ length: 7 }, (_, number) => ({ number }));
      const made: number[] = [];
      const ask = oncePer(({ number }: { readonly number: number }) => {
        made.push(number);
        return answerTo(number);
      });
      for (const number of numbers) expect(ask(objects[number] ?? { number })).toBe(answerTo(number));
      expect(made).toEqual([...new Set(numbers)]);
    }),
    { numRuns: runs(200), seed: 20261120 },
  );
});

test('each text is asked about once, and again once too many have come between', () => {
  const made: string[] = [];
  const ask = oncePerText((text) => {
    made.push(text);
    return answerTo(text.length);
  });
  for (const text of ['a', 'aaa', 'a', 'aaa']) expect(ask(text)).toBe(answerTo(text.length));
  expect(made).toEqual(['a', 'aaa']);
  for (let number = 0; number < 1000; number++) ask(`${number}`);
  expect(ask('a')).toBe(1);
  expect(made.filter((text) => text === 'a')).toHaveLength(2);
});

test('what is made when it is asked for is made once', () => {
  let times = 0;
  const ask = once(() => {
    times += 1;
  });
  expect(times).toBe(0);
  ask();
  ask();
  expect(times).toBe(1);
});
