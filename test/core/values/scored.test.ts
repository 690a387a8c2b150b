// A score is of the thing that is named before it: tiredness, stress or an effort is never read as pain.
import { expect, test } from 'vitest';
import { listPainScores } from '../../../server/src/core/note/values/pain';
import { scoredThings } from '../../../server/src/core/note/values/scored-things';

const painIn = (text: string): readonly string[] =>
  listPainScores(text).map(({ value, span }) => `${value.to} «${text.slice(span.start, span.end)}»`);

test.each(scoredThings.map(({ example }) => example))('no pain in the example %s', (text) => {
  expect(painIn(text)).toEqual([]);
});

test.each([
  'Tiredness 4/10',
  'Tiredness 4/10 → 3/10, fell asleep for ten minutes.',
  'Tired 6 → 4/10',
  'reports 6/10 tiredness',
  'Slept ok with 8/10 stress',
  '8/10 for stress',
  'stress is high, 8/10',
  'Sleep poor, energy low, 3/10',
  'Stress – 8/10',
  'tiredness (6/10)',
  'tiredness 4/10, was 7/10 last week',
  'tiredness 4/10 down from 6/10',
  'energy and mood 6/10',
  'She sleeps badly in the heat and says that she can hardly stay awake; tiredness\n5/10',
  'Strength 4/5, RPE 9/10, sleep quality 3/10. No pain.',
  'No pain. Strength 4/5',
  'PEM, fatigue since the last infusion 6/10',
  'R hand weak 4/10',
  'sensation R foot: 6 out of 10',
])('no pain in %s', (text) => {
  expect(painIn(text)).toEqual([]);
});

test.each([
  ['Stress 8/10 this week. Shoulder pain 3/10', ['3 «3/10»']],
  ['energy 7/10, sleep 5/10, neck pain 3/10', ['3 «3/10»']],
  ['energy 7/10 neck 3/10', ['3 «3/10»']],
  ['Tiredness 6/10, pain 2/10', ['2 «2/10»']],
  ['Tired 4/10, R forearm tight from knitting 3/10', ['3 «3/10»']],
  ['Stress 8/10, 6/10 neck', ['6 «6/10»']],
  ['neck 6/10, stress 8/10', ['6 «6/10»']],
  ['neck 6/10 stress 8/10', ['6 «6/10»']],
  ['pain and fatigue 6/10', ['6 «6/10»']],
  ['tired and sore 6/10', ['6 «6/10»']],
  ['Tired, 4/10 pain', ['4 «4/10»']],
  ['neck after stress at work 6/10', ['6 «6/10»']],
  ['neck pain, stress at work, 6/10', ['6 «6/10»']],
  ['stress at work neck 6/10', ['6 «6/10»']],
  ['stress headache 7/10', ['7 «7/10»']],
  ['sleeping on R shoulder 5/10', ['5 «5/10»']],
  ['slept wrong 6/10', ['6 «6/10»']],
  ['head pressure 6/10', ['6 «6/10»']],
  ['shoulders tight 5/10', ['5 «5/10»']],
  ['LBP L>R 4/10, was 7/10', ['4 «4/10»', '7 «7/10»']],
  ['stress high\n6/10', ['6 «6/10»']],
  ['neck and shoulder tension rated 3/10, down from 4/10', ['3 «3/10»', '4 «4/10»']],
  ['knee hurts 4/10 with effort', ['4 «4/10»']],
  ['strength training made LB 6/10', ['6 «6/10»']],
  ['6/10', ['6 «6/10»']],
])('the pain in %s', (text, expected) => {
  expect(painIn(text)).toEqual(expected);
});
