// A statement that was judged before is found again at its new place, and nothing else is taken for it.
import { expect, test } from 'vitest';
import { findMentions } from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';

const kb = loadKnowledge();
const on = (date: string) => ({ date });
const text = 'S: DVT L calf, dx 10/28, on warfrin. Denies fever.\n';

test('moved down a note, everything moves with it', () => {
  const before = findMentions(text, kb, on('2026-11-20'));
  const lead = 'Copied from the old system.\n\n';
  const after = findMentions(lead + text, kb, on('2026-11-20'));
  const { length } = lead;
  const shift = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start: start + length,
    end: end + length,
  });
  expect(before.length).toBeGreaterThan(3);
  expect(after).toEqual(
    before.map((mention) => ({
      ...mention,
      span: shift(mention.span),
      reach: shift(mention.reach),
      cue: mention.cue && shift(mention.cue),
      regions: mention.regions.map((region) => ({ ...region, span: shift(region.span) })),
      ...(mention.slip && { slip: { ...mention.slip, span: shift(mention.slip.span) } }),
    })),
  );
});

test('the same words on another day, in another section or in another list are judged anew', () => {
  const judged = (note: string, date: string) => findMentions(note, kb, on(date)).map((at) => at.assertion);
  expect(judged('S: MI 2026-03-01\n', '2026-03-10')).toEqual(['present']);
  expect(judged('S: MI 2026-03-01\n', '2028-03-10')).toEqual(['historical']);
  expect(judged('Treatment:\n- cupping\n', '2026-03-10')).toEqual(['done']);
  expect(judged('Plan:\n- cupping\n', '2026-03-10')).toEqual(['planned']);
  expect(judged('Client denies:\n- fever\n', '2026-03-10')).toEqual(['negated']);
  expect(judged('Client reports:\n- fever\n', '2026-03-10')).toEqual(['present']);
});
