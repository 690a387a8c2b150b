// A process may end between any two steps: the next run puts everything back, or finishes what was through.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Disk, realDisk } from '../../server/src/io/disk';
import { findUnfinished, finish } from '../../server/src/io/journal';
import { type FileWrite, WriteError, writeFiles } from '../../server/src/io/write-files';
import { createFolder } from '../support/folders';

/** Every file and folder that is not git's or our own, files with their text. */
const snapshot = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => !/^\.(?:git|soap-notes)(?:$|\/)/.test(path))
      .sort()
      .map((path) => {
        const full = join(folder, path);
        return [path, statSync(full).isFile() ? readFileSync(full, 'utf8') : ''];
      }),
  );

/** The disk without waiting for it: a test does not outlive a power cut. */
const quickDisk: Disk = {
  ...realDisk,
  write: (path, text, mode) => writeFileSync(path, text, { flag: 'wx', mode }),
  sync: () => undefined,
};

/** A disk on which so many steps happen and then none any more, as after a power cut; the last write may be torn. */
function dyingDisk(steps: number, isTorn: boolean): { readonly disk: Disk; readonly isDead: () => boolean } {
  let left = steps;
  const count =
    <A extends readonly unknown[]>(step: (...args: A) => void, last?: (...args: A) => void) =>
    (...args: A): void => {
      left -= 1;
      if (left === -1 && isTorn) last?.(...args);
      if (left < 0) throw Object.assign(new Error('dead'), { code: 'EIO' });
      step(...args);
    };
  return {
    disk: {
      makeFolder: count(quickDisk.makeFolder),
      write: count(quickDisk.write, (path, text) => writeFileSync(path, text.slice(0, text.length / 2))),
      place: count(quickDisk.place),
      keep: count(quickDisk.keep, (from, to) => writeFileSync(to, readFileSync(from).subarray(0, 1))),
      rename: count(quickDisk.rename),
      remove: count(quickDisk.remove),
      removeFolder: count(quickDisk.removeFolder),
      sync: count(quickDisk.sync),
    },
    isDead: () => left < 0,
  };
}

const files = {
  'practice.yaml': 'name: Test\n',
  'a.txt': 'a',
  'from/b.txt': 'b',
  'from/sub/c.txt': 'c',
  'last.txt': 'last',
};
const toWrites = (folder: string): readonly FileWrite[] => {
  const at = (path: string): string => join(folder, path);
  const replace = (path: string, text: string): FileWrite => ({
    kind: 'replace',
    path: at(path),
    text,
    bom: false,
  });
  return [
    replace('a.txt', 'a new text'),
    { kind: 'create', path: at('x/y/new.txt'), text: 'brand new' },
    replace('from/b.txt', 'b new'),
    { kind: 'move', from: at('from'), to: at('deep/to') },
    { kind: 'move', from: at('deep/to/sub/c.txt'), to: at('deep/to/sub/d.txt') },
    replace('deep/to/sub/d.txt', 'd new'),
    { kind: 'create', path: at('deep/to/e.txt'), text: 'e' },
    replace('last.txt', 'last new'),
  ];
};

describe('a process that ends after any step', () => {
  test.each([
    ['between steps', false],
    ['within a write', true],
  ])('leaves all or nothing once the next run has begun: %s', (_, isTorn) => {
    const goal = createFolder(files);
    writeFiles(toWrites(goal));
    const [before, after] = [snapshot(createFolder(files)), snapshot(goal)];
    expect(existsSync(join(goal, '.soap-notes'))).toBe(false);
    const outcomes = new Set<string>();
    let steps = 0;
    for (; ; steps += 1) {
      const folder = createFolder(files);
      const { disk, isDead } = dyingDisk(steps, isTorn);
      try {
        writeFiles(toWrites(folder), { disk });
      } catch (error) {
        expect(error).toBeInstanceOf(WriteError);
      }
      if (!isDead()) break;
      const left = findUnfinished(folder);
      outcomes.add(left?.state ?? 'nothing left');
      if (left !== undefined) expect(finish(left)).toEqual([]);
      expect(findUnfinished(folder)).toBeUndefined();
      const now = snapshot(folder);
      expect([before, after]).toContainEqual(now);
      outcomes.add(JSON.stringify(now) === JSON.stringify(after) ? 'all' : 'nothing');
    }
    expect(steps).toBeGreaterThan(30);
    expect([...outcomes].sort()).toEqual(['all', 'begun', 'done', 'nothing', 'nothing left']);
  });

  test('what ends the putting back itself is put back by the run after that', () => {
    for (let steps = 0; ; steps += 1) {
      const folder = createFolder(files);
      expect(() => writeFiles(toWrites(folder), { disk: dyingDisk(26, false).disk })).toThrow(WriteError);
      const left = findUnfinished(folder);
      expect(left?.state).toBe('begun');
      const { disk, isDead } = dyingDisk(steps, false);
      try {
        if (left !== undefined) finish(left, disk);
      } catch {
        expect(isDead()).toBe(true);
      }
      const again = findUnfinished(folder);
      if (again !== undefined) expect(finish(again)).toEqual([]);
      expect(snapshot(folder)).toEqual(snapshot(createFolder(files)));
      if (!isDead()) break;
    }
  });
});

/** A folder in which a run has ended when most was in its place. */
function createLeft(): string {
  const folder = createFolder(files);
  expect(() => writeFiles(toWrites(folder), { disk: dyingDisk(26, false).disk })).toThrow(WriteError);
  expect(findUnfinished(folder)?.state).toBe('begun');
  return folder;
}

const journalOf = (folder: string): string => join(folder, '.soap-notes/writing.json');

describe('what was left', () => {
  test('a file that somebody has changed since stays as it is, and is named', () => {
    const folder = createLeft();
    writeFileSync(join(folder, 'a.txt'), 'mine');
    const left = findUnfinished(folder);
    expect(left && finish(left)).toEqual([join(folder, 'a.txt')]);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'from/b.txt'), 'utf8')).toBe('b');
    expect(existsSync(journalOf(folder))).toBe(true);
  });

  test('holds no word of a file', () => {
    expect(readFileSync(journalOf(createLeft()), 'utf8')).not.toMatch(/brand new|b new|last new/);
  });

  test('is put back before the next files are written', () => {
    const folder = createLeft();
    writeFiles([
      { kind: 'replace', path: join(folder, 'last.txt'), text: 'x', bom: false },
      { kind: 'replace', path: join(folder, 'practice.yaml'), text: 'name: Y\n', bom: false },
    ]);
    expect(snapshot(folder)).toEqual(
      snapshot(createFolder({ ...files, 'last.txt': 'x', 'practice.yaml': 'name: Y\n' })),
    );
  });

  test('nobody writes while another command is at work', () => {
    const folder = createLeft();
    const text = readFileSync(journalOf(folder), 'utf8');
    writeFileSync(journalOf(folder), text.replace(/"process":\d+/, `"process":${process.ppid}`));
    expect(findUnfinished(folder)?.isAtWork).toBe(true);
    expect(() => writeFiles(toWrites(folder).slice(0, 2))).toThrow(/another command is writing here/);
    // One on another computer cannot be asked; one that has given no sign of life for long is not waited for.
    writeFileSync(journalOf(folder), text.replace(/"host":"[^"]*"/, '"host":"somewhere else"'));
    expect(findUnfinished(folder)?.isAtWork).toBe(true);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(journalOf(folder), longAgo, longAgo);
    expect(findUnfinished(folder)?.isAtWork).toBe(false);
  });

  const step = (path: string) => ({ do: 'prepare', path });
  test.each([
    ['a path outside', [step('../.victim.txt.1.tmp')]],
    ['a path through a link', [step('out/.victim.txt.1.tmp')]],
    ['a temporary file that has not our name', [step('a.txt')]],
    [
      'an old text that has not our name',
      [{ do: 'replace', path: 'x', from: 'y', old: 'a.txt', before: '', hash: '' }],
    ],
    ['an absolute path', [step('/tmp/.victim.txt.1.tmp')]],
    ['a step that is none', [{ do: 'constructor', path: 'a.txt' }]],
  ])('a journal that reaches for what is not ours counts as damaged: %s', (_, steps) => {
    const outside = createFolder({ '.victim.txt.1.tmp': 'precious' });
    const folder = createFolder(files);
    symlinkSync(outside, join(folder, 'out'));
    mkdirSync(join(folder, '.soap-notes'));
    writeFileSync(
      journalOf(folder),
      JSON.stringify({ form: 'soap-notes journal 1', process: 1, host: 'here', steps }),
    );
    const left = findUnfinished(folder);
    expect(left?.state).toBe('damaged');
    if (left !== undefined) finish(left);
    expect(readFileSync(join(outside, '.victim.txt.1.tmp'), 'utf8')).toBe('precious');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('a');
    expect(() => writeFiles(toWrites(folder))).toThrow(/ended in the middle. Run soap-notes doctor/);
  });
});
