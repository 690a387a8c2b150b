// The compiled knowledge leaves out usual values, and loses nothing by it.
import { expect, test } from 'vitest';
import { compactKnowledge, expandKnowledge } from '../../server/src/core/knowledge/compact';
import { loadKnowledge } from '../support/knowledge';

test('what is written and read again is what it was', () => {
  const { data } = loadKnowledge();
  const text = JSON.stringify(compactKnowledge(data));
  expect(text.length).toBeLessThan(0.9 * JSON.stringify(data).length);
  expect(expandKnowledge(JSON.parse(text))).toEqual(data);
});
