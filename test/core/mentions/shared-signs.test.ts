// Signs that share the place before them are those that the place would name with each of them.
import { expect, test } from 'vitest';
import { findMentions } from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';

const kb = loadKnowledge();
const signsIn = (text: string): readonly string[] =>
  findMentions(text, kb, { date: '2026-11-20' })
    .filter(({ kind }) => kind === 'sign')
    .map(({ id, assertion }) => `${id} ${assertion}`)
    .sort();

const looks = ['hot', 'red', 'swollen', 'warm', 'tender'];
const pairs = looks.flatMap((first) =>
  looks.flatMap((second) => (first === second ? [] : [[first, second]])),
);

test.each(pairs)('calf %s, %s', (first, second) => {
  const apart = signsIn(`R calf ${first}. R calf ${second}.`);
  expect(apart.length).toBe(2);
  for (const joint of [', ', ' and ', ', and ', ' + ', '/'])
    expect(signsIn(`R calf ${first}${joint}${second}.`)).toEqual(apart);
});

test('what is said of another place is not shared', () => {
  expect(signsIn('R calf red, knee swollen.')).toEqual(['limb-redness present']);
});
