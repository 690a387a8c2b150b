// Writing several files as one: all as asked, or everything as it was, and nothing left behind.
import { chmodSync, linkSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FileWrite, WriteError, writeFiles } from '../../server/src/io/write-files';
import { createFolder } from '../support/folders';

/** Every file and folder outside `.git`, files with their text. */
const snapshot = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => !path.startsWith('.git'))
      .sort()
      .map((path) => {
        const full = join(folder, path);
        return [path, statSync(full).isFile() ? readFileSync(full, 'utf8') : ''];
      }),
  );

const replace = (path: string, text: string, bom = false): FileWrite => ({
  kind: 'replace',
  path,
  text,
  bom,
});
const create = (path: string, text: string): FileWrite => ({ kind: 'create', path, text });
const move = (from: string, to: string): FileWrite => ({ kind: 'move', from, to });

function problemOf(writes: readonly FileWrite[]): string {
  try {
    writeFiles(writes);
  } catch (error) {
    if (error instanceof WriteError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('all is done', () => {
  test('replaced, created with its folders, moved; in order, and nothing more', () => {
    const folder = createFolder({ 'a.txt': 'old', 'from/b.txt': 'b' });
    const at = (path: string): string => join(folder, path);
    writeFiles([
      replace(at('a.txt'), 'new'),
      create(at('x/y/c.txt'), 'c'),
      replace(at('from/b.txt'), 'B', true),
      create(at('from/d.txt'), 'd'),
      move(at('from'), at('to')),
      create(at('to/e.txt'), 'e'),
    ]);
    expect(snapshot(folder)).toEqual({
      'a.txt': 'new',
      to: '',
      'to/b.txt': '\ufeffB',
      'to/d.txt': 'd',
      'to/e.txt': 'e',
      x: '',
      'x/y': '',
      'x/y/c.txt': 'c',
    });
  });

  test('a file keeps its mode, a new one gets its own', () => {
    const folder = createFolder({ 'a.txt': 'old' });
    chmodSync(join(folder, 'a.txt'), 0o640);
    writeFiles([
      replace(join(folder, 'a.txt'), 'new'),
      { kind: 'create', path: join(folder, 'run'), text: '#!/bin/sh\n', executable: true },
    ]);
    expect(statSync(join(folder, 'a.txt')).mode & 0o777).toBe(0o640);
    expect(statSync(join(folder, 'run')).mode & 0o111).toBe(0o111);
  });

  test('a link goes on pointing to its file', () => {
    const folder = createFolder({ 'real.txt': 'old' });
    symlinkSync(join(folder, 'real.txt'), join(folder, 'link.txt'));
    writeFiles([replace(join(folder, 'link.txt'), 'new')]);
    expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe('new');
  });

  test('a second name of a file keeps the old text, as after any save', () => {
    const folder = createFolder({ 'a.txt': 'old' });
    linkSync(join(folder, 'a.txt'), join(folder, 'other.txt'));
    writeFiles([replace(join(folder, 'a.txt'), 'new')]);
    expect(snapshot(folder)).toEqual({ 'a.txt': 'new', 'other.txt': 'old' });
  });
});

describe('nothing is done', () => {
  const files = { 'a.txt': 'a', 'b.txt': 'b', 'from/c.txt': 'c', 'to/d.txt': 'd' };

  test.each<[string, (at: (path: string) => string) => readonly FileWrite[], string]>([
    ['a file that is gone', (at) => [replace(at('a.txt'), 'A'), replace(at('gone.txt'), 'X')], 'gone.txt'],
    [
      'a new file where one is',
      (at) => [replace(at('a.txt'), 'A'), create(at('b.txt'), 'X')],
      'a file of that name is there',
    ],
    [
      'a new folder where a file is',
      (at) => [create(at('x/new.txt'), 'X'), create(at('b.txt/c.txt'), 'X')],
      'b.txt/c.txt',
    ],
    [
      'a new name that is taken',
      (at) => [replace(at('a.txt'), 'A'), create(at('x/new.txt'), 'X'), move(at('from'), at('to'))],
      'the new name is taken',
    ],
    [
      'what moved before a failure',
      (at) => [move(at('from'), at('new/place')), move(at('gone'), at('x'))],
      'gone',
    ],
  ])('%s', (_, toWrites, message) => {
    const folder = createFolder(files);
    const before = snapshot(folder);
    const problem = problemOf(toWrites((path) => join(folder, path)));
    expect(problem).toContain(message);
    expect(problem).toMatch(/; nothing was changed\.$/);
    expect(snapshot(folder)).toEqual(before);
  });

  test('a link planted under the temporary name is not written through', () => {
    const outside = join(createFolder({ 'other.txt': 'other' }), 'other.txt');
    const folder = createFolder({ 'a.txt': 'old' });
    symlinkSync(outside, join(folder, `.a.txt.${process.pid}.tmp`));
    expect(problemOf([replace(join(folder, 'a.txt'), 'new')])).toContain('nothing was changed');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old');
    expect(readFileSync(outside, 'utf8')).toBe('other');
  });
});
