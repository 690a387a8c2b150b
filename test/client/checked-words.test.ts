// The words of the status item: what was looked at and what was found, never "safe".
import { expect, test } from 'vitest';
import { toCheckedWords, toFindingWords } from '../../client/src/checked-words';
import { inEnglish } from '../support/words';

const nothing = { error: 0, warning: 0, information: 0, hint: 0 };

test('a note with a client record', () => {
  const words = toCheckedWords(
    {
      uri: 'file:///note',
      rules: 186,
      facts: 14,
      client: 'maria-lopez',
      earlierSessions: 1,
      findings: { ...nothing, error: 1, hint: 2 },
    },
    inEnglish,
  );
  expect(words.brief).toBe('Checked: 14 facts, 186 rules');
  expect(words.found).toBe('client record maria-lopez; 1 earlier note; 1 error, 2 suggestions');
});

test('a note alone', () => {
  const words = toCheckedWords(
    {
      uri: 'file:///note',
      rules: 186,
      facts: 1,
      earlierSessions: 0,
      findings: nothing,
    },
    inEnglish,
  );
  expect(words.brief).toBe('Checked: 1 fact, 186 rules, no client record');
  expect(words.found).toBe('no client record; 0 earlier notes; nothing found');
});

test('counts come the most serious first', () => {
  expect(toFindingWords({ error: 2, warning: 1, information: 1, hint: 0 }, inEnglish)).toBe(
    '2 errors, 1 warning, 1 note to read',
  );
});
