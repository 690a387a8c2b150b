// Every rule is read again in time: past its date the run fails. The runner gives the day (vitest.config.mjs).
import { describe, expect, test } from 'vitest';
import { createKnowledge, listOverdueRules, reviewDue } from '../../server/src/core';
import { loadKnowledge } from '../support/knowledge';

const kb = loadKnowledge();

describe('reviews of rules', () => {
  test('no rule is past its review, and none is without one', () => {
    const day = process.env.REVIEW_DAY;
    expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(listOverdueRules(kb, day ?? '').map(({ id }) => id)).toEqual([]);
  });

  test('no review lies in the future', () => {
    const day = process.env.REVIEW_DAY ?? '';
    expect(kb.data.rules.filter(({ reviewed }) => (reviewed ?? '') > day).map(({ id }) => id)).toEqual([]);
  });

  test.each([
    ['2026-11-23', 24, '2028-11-23'],
    ['2026-11-23', 2, '2027-01-23'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-01', 12, '2027-12-01'],
    [undefined, 24, undefined],
  ])('reviewed %s, every %i months: due %s', (reviewed, reviewEvery, due) => {
    expect(reviewDue({ reviewed, reviewEvery })).toBe(due);
  });

  test('a rule is overdue from the day after it was due, and one that was never reviewed always is', () => {
    const [rule] = kb.data.rules;
    if (rule === undefined) throw new Error('there is no rule');
    const dated = { ...rule, reviewed: '2026-11-23', reviewEvery: 24 };
    const base = (first: typeof rule) => createKnowledge({ ...kb.data, rules: [first] });
    expect(listOverdueRules(base(dated), '2028-11-23')).toEqual([]);
    expect(listOverdueRules(base(dated), '2028-11-24')).toEqual([dated]);
    expect(listOverdueRules(base({ ...rule, reviewed: undefined }), '2026-11-23')).toHaveLength(1);
  });
});
