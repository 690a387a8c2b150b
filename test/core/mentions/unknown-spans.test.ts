// Any span is judged, whether or not the base knows its words; odd spans are judged too, and nothing throws.
import { expect, test } from 'vitest';
import { assertionAt } from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';

const kb = loadKnowledge();
const options = { date: '2026-11-20' };
const judge = (text: string, phrase: string): string => {
  const start = text.indexOf(phrase);
  return assertionAt(text, { start, end: start + phrase.length }, kb, options);
};

test.each([
  ['No history of gronkitis, plinth or wexing.', 'wexing', 'negated'],
  ['Denies gronkitis but has plinthitis.', 'gronkitis', 'negated'],
  ['Denies gronkitis but has plinthitis.', 'plinthitis', 'present'],
  ['Gronkitis: none', 'Gronkitis', 'negated'],
  ['[ ] gronkitis [x] plinthosis', 'gronkitis', 'negated'],
  ['[ ] gronkitis [x] plinthosis', 'plinthosis', 'present'],
  ['Gronkitis? [ ] Yes [x] No', 'Gronkitis', 'negated'],
  ['Gronkitis was ruled out by MRI.', 'Gronkitis', 'negated'],
  ['No increase in gronkitis.', 'gronkitis', 'present'],
  ['Not only gronkitis but also plinthitis', 'plinthitis', 'present'],
  ['Cannot rule out gronkitis.', 'gronkitis', 'possible'],
  ['Hx of brindle fever, ?wexford syndrome', 'wexford syndrome', 'possible'],
  ['Gronkitis vs plinthitis', 'Gronkitis', 'possible'],
  ['Gronkitis 2009, fully resolved.', 'Gronkitis', 'historical'],
  ['Gronkitis now cleared up.', 'Gronkitis', 'historical'],
  ['S/p gronkectomy 2011', 'gronkectomy', 'historical'],
  ['Advised to watch for gronkitis.', 'gronkitis', 'hypothetical'],
  ['Any gronkitis or plinthitis -> A&E.', 'plinthitis', 'hypothetical'],
  ['Her dad has gronkitis.', 'gronkitis', 'other-person'],
  ['FHx: gronkitis, plinth', 'plinth', 'other-person'],
  ['Took flimazole until March, now on zorbamab 40mg.', 'flimazole', 'stopped'],
  ['Took flimazole until March, now on zorbamab 40mg.', 'zorbamab', 'taken'],
  ['Takes melatonin at night.', 'melatonin', 'taken'],
  ['Blorf massage L hip 10 min, skipped the flurb release.', 'Blorf massage', 'done'],
  ['Blorf massage L hip 10 min, skipped the flurb release.', 'flurb release', 'avoided'],
  ['Plan: flurb release next visit', 'flurb release', 'planned'],
])('%s: “%s” is %s', (text, phrase, label) => {
  const got = judge(text, phrase);
  expect(got).toBe(label);
});

const odd = 'Denies 😀 DVT and f\u0065\u0301ver;\nhas a\r\nsore knee, no gronkitis.';

test('the middle of a word is judged as the word, and a span over two lines as what it begins with', () => {
  const dvt = odd.indexOf('DVT');
  expect(assertionAt(odd, { start: dvt + 1, end: dvt + 2 }, kb, options)).toBe('negated');
  const sore = odd.indexOf('sore');
  expect(assertionAt(odd, { start: sore - 3, end: sore + 4 }, kb, options)).toBe('present');
});

test('every span of a text with odd characters has a label', () => {
  for (let start = -2; start <= odd.length + 2; start++)
    for (const length of [0, 1, 2, 7, odd.length])
      expect(typeof assertionAt(odd, { start, end: start + length }, kb, options)).toBe('string');
});
