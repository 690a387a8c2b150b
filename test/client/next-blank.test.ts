// What is left to write in a note, one place after the other.
import { expect, test } from 'vitest';
import { findNextBlank } from '../../client/src/next-blank';

const note = [
  '---', // 0
  'client: maria',
  'consent: ', // 2
  '---',
  '',
  '## Subjective',
  '- Complaint: low back, 4/10',
  '- Health update: ', // 7
  '',
  '## Objective',
  '- ROM:', // 10: its words stand below
  '  - flexion 45/60°',
  '- Palpation:', // 12
  '- Posture: level',
  '',
  'Tx:', // 15: the list below is its words
  '- ', // 16
  '- Response:', // 17
  '',
  'A:', // 19
];

test('from blank to blank, and round again', () => {
  const seen: (number | undefined)[] = [];
  let at: number | undefined = 0;
  for (let step = 0; step < 7 && at !== undefined; step += 1) {
    at = findNextBlank(note, at);
    seen.push(at);
  }
  expect(seen).toEqual([2, 7, 12, 16, 17, 19, 2]);
});

test('a heading, a sentence and a time are no blank', () => {
  const written = [
    '## Plan',
    '',
    'He said that it came on at 10:',
    'as he sat down: back at work',
    '# Note:',
  ];
  expect(findNextBlank(['## Plan', '- Next session: 14:30', ''], 0)).toBeUndefined();
  expect(findNextBlank(written.slice(3), 0)).toBeUndefined();
});
