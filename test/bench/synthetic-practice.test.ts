// The invented practices that measurements and tests work on: as many files as asked for, the same from the same seed.
import { expect, test } from 'vitest';
import { makePractice } from '../../bench/synthetic-practice';
import { kindOf, parseClientRecord, parseNote, parsePractice } from '../../server/src/core';
import { loadKnowledge } from '../support/knowledge';

const make = (seed?: number) =>
  [...makePractice(loadKnowledge(), { clients: 12, notes: 90, ...(seed === undefined ? {} : { seed }) })].map(
    ({ path, text }) => ({ path, text, kind: kindOf(`/${path}`) }),
  );

test('a practice has the notes it was asked for, and a seed gives it again', () => {
  const files = make();
  expect(files.filter(({ kind }) => kind === 'note')).toHaveLength(90);
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  expect(make(1)).toEqual(files);
  expect(make(2)).not.toEqual(files);
});

test('what is written can be read: no slot is left open, no date, key or value is refused', () => {
  for (const { kind, text } of make()) {
    expect(text).not.toMatch(/\{\w+\}|undefined|NaN/);
    const { problems } =
      kind === 'note' ? parseNote(text) : kind === 'client' ? parseClientRecord(text) : parsePractice(text);
    expect(problems.filter(({ severity }) => severity !== 'hint').map(({ message }) => message)).toEqual([]);
  }
});
