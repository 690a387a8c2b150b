// Findings are told when they are read: their words are worked out once, and words that fail hide nothing.
import { expect, test } from 'vitest';
import { keepFixes, withWords } from '../../../server/src/core/rules/finding';

const place = {
  rule: 'value/test',
  severity: 'warning',
  at: { uri: 'file:///n', span: { start: 0, end: 1 } },
} as const;

test('words are worked out when they are read, and once', () => {
  const read: string[] = [];
  const say = <T>(name: string, words: T) => {
    return () => {
      read.push(name);
      return words;
    };
  };
  const finding = withWords(place, {
    message: say('message', 'Check it.'),
    because: say('because', []),
    fixes: say('fixes', [{ title: 'Write 1', preferred: true, edits: [] }]),
  });
  const kept = keepFixes(finding, ({ preferred }) => !preferred);
  expect(read).toEqual([]);
  expect([kept.message, kept.message, finding.message]).toEqual(['Check it.', 'Check it.', 'Check it.']);
  expect(read).toEqual(['message']);
  expect(kept.fixes).toEqual([]);
  expect(finding.fixes).toHaveLength(1);
  expect({ ...kept }).toEqual({ ...place, message: 'Check it.', because: [], fixes: [] });
  expect(read).toEqual(['message', 'fixes', 'because']);
});

test('words that fail leave the finding where it is, and say so without words of the note', () => {
  const fail = (): never => {
    throw new Error('secret words');
  };
  const finding = withWords(place, { message: fail, because: fail, fixes: () => [] });
  expect(finding).toEqual({
    ...place,
    message: 'The check “value/test” failed, so its findings are missing. Please report it.',
    because: [],
    fixes: [],
  });
});
