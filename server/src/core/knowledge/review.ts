// When rules are to be read again: each carries the day of its last review and the months until the next.
import type { Knowledge } from './knowledge';
import type { Rule } from './model';

/** The first day on which a review is overdue; undefined where the rule names no review. */
export function reviewDue(rule: Pick<Rule, 'reviewed' | 'reviewEvery'>): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(rule.reviewed ?? '');
  if (match === null) return undefined;
  const months = Number(match[1]) * 12 + Number(match[2]) - 1 + rule.reviewEvery;
  // The day is kept up to 28, which every month has.
  const parts = [(months % 12) + 1, Math.min(Number(match[3]), 28)];
  return [Math.floor(months / 12), ...parts].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The rules that on a day (`YYYY-MM-DD`) are past their review, or were never reviewed. */
export const listOverdueRules = (kb: Knowledge, day: string): readonly Rule[] =>
  kb.data.rules.filter((rule) => {
    const due = reviewDue(rule);
    return due === undefined || due < day;
  });
