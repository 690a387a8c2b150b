// Words of sides as they were written.
import { expect, test } from 'vitest';
import { otherSideWord } from '../../../server/src/core/note/values/side-words';

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
