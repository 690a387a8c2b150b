// The JSON of a whole practice: the same bytes come back, and nothing is read that could leave its folder.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArchivedFile, isSafePath, readArchive, writeArchive } from '../../../server/src/core';
import { runs } from '../../support/runs';

const byPath = (a: ArchivedFile, b: ArchivedFile): number => (a.path < b.path ? -1 : 1);
const nothingRead = { viewOf: () => undefined, pathOf: (uri: string) => uri, today: '2026-11-20' };
const write = (files: readonly ArchivedFile[]): string =>
  [...writeArchive([...files].sort(byPath), nothingRead)].join('');

const name = fc.stringMatching(/^[a-zäλ0-9][a-zäλ0-9 ._:'-]{0,8}$/);
const content = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.string({ unit: 'grapheme' }),
    bom: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('bytes' as const),
    base64: fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64')),
  }),
);
const files = fc.uniqueArray(
  fc.record({
    path: fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
    content,
  }),
  { selector: ({ path }) => path, maxLength: 6 },
);

test('any files come back as they were, in order of their paths', () => {
  fc.assert(
    fc.property(files, (some) => {
      const archive = write(some);
      expect(readArchive(archive)).toEqual({ ok: true, files: [...some].sort(byPath) });
      // Written piece by piece, it is what it would be in one.
      expect(`${JSON.stringify(JSON.parse(archive), undefined, 2)}\n`).toBe(archive);
    }),
    { numRuns: runs(500) },
  );
});

describe('what is refused', () => {
  const of = (path: string): string => write([{ path, content: { kind: 'text', text: '', bom: false } }]);

  test.each([
    '../a',
    'a/../../b',
    '/etc/passwd',
    'a//b',
    '',
    '.git/hooks/pre-commit',
    'a/.hidden',
    'a\\b',
    'a\u0000b',
    'a/',
  ])('the path %j', (path) => {
    expect(isSafePath(path)).toBe(false);
    expect(readArchive(of(path))).toMatchObject({ ok: false });
  });

  test.each([
    ['{"format":', 'no whole JSON'],
    ['{}', 'no export of a practice'],
    ['[]', 'no export of a practice'],
    ['{"format":"soap-notes-practice","version":2,"files":[]}', 'another version'],
    ['{"format":"soap-notes-practice","version":1}', 'names no files'],
    ['{"format":"soap-notes-practice","version":1,"files":[{"path":"a"}]}', 'cannot be read, number 1'],
    [
      '{"format":"soap-notes-practice","version":1,"files":[{"path":"a","base64":"%"}]}',
      'cannot be read, number 1',
    ],
    [
      '{"format":"soap-notes-practice","version":1,"files":[{"path":"a","text":""},{"path":"a","text":"b"}]}',
      'twice, number 2',
    ],
  ])('%s', (text, message) => {
    const read = readArchive(text);
    expect(read.ok ? '' : read.message).toContain(message);
  });
});
