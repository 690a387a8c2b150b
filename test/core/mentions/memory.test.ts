// A statement that was judged before is found again at its new place, and nothing else is taken for it.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createKnowledge, findMentions } from '../../../server/src/core';
import { readSentences } from '../../sentences/read';
import { loadKnowledge } from '../../support/knowledge';
import { runs } from '../../support/runs';

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

test('what is remembered of one day is what would be judged anew on another', () => {
  const sentences = join(import.meta.dirname, '../../sentences');
  const texts = [sentences, join(sentences, 'latest')].flatMap((folder) =>
    readSentences(folder).map(({ text }) => text),
  );
  const step = Math.max(1, Math.floor(texts.length / runs(5_000)));
  // Bases with the same lists of words share a memory: a list of its own gives this one another.
  const forgetful = createKnowledge({ ...kb.data, conditions: [...kb.data.conditions] });
  for (let at = 0; at < texts.length; at += step) {
    const text = `Seen today.\n${texts[at]}`;
    // What comes a second time is kept.
    for (const day of ['2026-11-20', '2026-11-20']) findMentions(text, kb, on(day));
    for (const day of ['2026-12-02', '2031-04-09'])
      expect(findMentions(text, kb, on(day)), text).toEqual(findMentions(text, forgetful, on(day)));
  }
});
