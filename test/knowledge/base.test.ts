// The shipped knowledge has no mistakes, keeps its size, and speaks of clinical things with care.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge as load } from '../../server/src/core/knowledge/load';
import { readKnowledgeFiles } from '../../tools/compile-knowledge';

const { data, problems } = load(readKnowledgeFiles(join(__dirname, '../../knowledge')));
const terms = [...data.conditions, ...data.medications, ...data.signs, ...data.techniques];

test('has no mistakes', () => expect(problems).toEqual([]));

test.each([
  ['techniques', 106],
  ['conditions', 310],
  ['medicationClasses', 39],
  ['medications', 149],
  ['regions', 133],
  ['endangermentSites', 25],
  ['findings', 26],
  ['rules', 186],
  ['redFlags', 40],
  ['indications', 35],
  ['visitFrequencies', 9],
  ['measures', 31],
  ['rangeOfMotion', 35],
  ['ambiguousTerms', 54],
  ['sources', 142],
] as const)('has no fewer %s than the base it was carried from: %i', (list, count) => {
  expect(data[list].length).toBeGreaterThanOrEqual(count);
});

test('no phrase carries a cue that the assertion engine reads', () => {
  const cue =
    /(?:^|\s)(?:possible|query|rule out|r\/o|hx|h\/o|previous|past|old|s\/p|suspected|history of)\s|^\?/i;
  const phrases = terms.flatMap((term) => [...term.synonyms, ...term.abbreviations, ...term.weakSynonyms]);
  expect(phrases.filter((phrase) => cue.test(phrase))).toEqual([]);
});

test('what lapses says when, and chronic conditions never lapse', () => {
  const wrong = data.conditions.filter(
    ({ course }) =>
      (course.kind === 'acute' && course.lapsesAfterDays === undefined) ||
      (course.kind === 'chronic' && course.lapsesAfterDays !== undefined),
  );
  expect(wrong.map((condition) => condition.id)).toEqual([]);
});

test('what was carried over names its source, not a text that readers cannot see', () => {
  expect(JSON.stringify(data)).not.toMatch(/\bthe brief\b|\bBrief (?:says|claims|range)|brief_item/i);
});
