// Where a practice begins, and which files a walk finds.
import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeText, toFilePath, toFileUri, walkFolder } from '../../server/src/io/files';
import { findPracticeRoot } from '../../server/src/io/practice';
import { createFolder } from '../support/folders';

/** Makes empty files in a new folder. */
const createFiles = (...paths: readonly string[]): string =>
  createFolder(Object.fromEntries(paths.map((path) => [path, ''])));

describe('the root of a practice', () => {
  const note = 'a/clients/bo/1.soap.md';

  test.each([
    ['is the nearest folder with practice.yaml', ['practice.yaml', 'a/practice.yaml', note], 'a'],
    ['is the folder above clients where there is no practice.yaml', [note], 'a'],
    ['is practice.yaml further up rather than clients', ['practice.yaml', note], ''],
  ])('%s', (_, files, root) => {
    const folder = createFiles(...files);
    expect(findPracticeRoot(join(folder, note))).toBe(join(folder, root));
    expect(findPracticeRoot(join(folder, 'a/clients'))).toBe(join(folder, root));
  });

  test('is not looked for above the repository', () => {
    const folder = createFiles('practice.yaml', 'inner/.git/HEAD', 'inner/1.soap.md');
    expect(findPracticeRoot(join(folder, 'inner/1.soap.md'))).toBeUndefined();
  });
});

describe('the walk', () => {
  const list = (folder: string): readonly string[] =>
    [...walkFolder(folder)].map(({ path, kind }) => `${kind} ${relative(folder, path)}`);

  test('finds notes, records and practice files, folder by folder in name order', () => {
    const folder = createFiles(
      'b.soap',
      'a.SOAP.md',
      'c/client.yaml',
      'c/x.md',
      'bo.client.yaml',
      'practice.yaml',
    );
    expect(list(folder)).toEqual([
      'note a.SOAP.md',
      'note b.soap',
      'client bo.client.yaml',
      'practice practice.yaml',
      'client c/client.yaml',
    ]);
  });

  test('follows no link, not even in a circle, and leaves out hidden folders', () => {
    const folder = createFiles('a/1.soap.md', '.hidden/2.soap.md', 'node_modules/3.soap.md');
    symlinkSync(folder, join(folder, 'a/circle'));
    symlinkSync(join(folder, 'a/1.soap.md'), join(folder, '4.soap.md'));
    expect(list(folder)).toEqual(['note a/1.soap.md']);
  });

  test('a folder that is gone is reported, not thrown', () => {
    const gone: string[] = [];
    expect([...walkFolder('/nowhere/at/all', (path) => gone.push(path))]).toEqual([]);
    expect(gone).toEqual(['/nowhere/at/all']);
  });
});

describe('text', () => {
  test('a byte order mark is known and not part of the text', () => {
    expect(decodeText(Buffer.from('\ufeffS:'))).toEqual({ ok: true, text: 'S:', bom: true });
    expect(decodeText(Buffer.from('S:\r\n'))).toEqual({ ok: true, text: 'S:\r\n', bom: false });
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeffS:', 'utf16le')],
    ['Latin-1', Buffer.from('caf\u00e9', 'latin1')],
    ['half a surrogate pair', Buffer.from([0xed, 0xa0, 0x80])],
  ])('%s is refused', (_, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, reason: 'not-utf8' });
  });

  test('paths and uris turn into each other', () => {
    const path = '/tmp/maria lopez/1 #2%.soap.md';
    expect(toFilePath(toFileUri(path))).toBe(path);
    expect(toFilePath('untitled:Untitled-1')).toBeUndefined();
  });
});
