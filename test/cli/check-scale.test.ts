// What makes `soap-notes check` fast over years of notes, and must never change what it says: cache, shards, progress.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCache } from '../../server/src/cli/check/cache';
import { createProgress } from '../../server/src/cli/check/progress';
import { createFolder } from '../support/folders';
import { listSources } from '../support/sources';
import { clotPractice, runCli } from './run-cli';

const note = 'clients/maria-lopez/2026-11-20.soap.md';
const files = {
  ...clotPractice,
  'practice.yaml': 'privacy: names\n',
  'clients/bo/2026-11-01.soap.md': 'S: été 🙂 DVT L calf\nTx: 🙂 deep tissue L calf\n',
  'clients/bo/undated.soap.md': 'S: well\n',
  'clients/cy/2026-10-01.soap.md': 'S: well\n',
  'clients/di/client.yaml': 'id: di\nmedications: [warfarin]\n',
  'stray.soap.md': '---\nclient: di\n---\nTx: cupping back\n',
} as const;

const check = async (folder: string, ...argv: readonly string[]) =>
  (await runCli(folder, ['check', '--fail-on', 'never', ...argv])).out;

describe('the cache', () => {
  const path = '.soap-notes/check.cache';
  const formats = ['part', 'sarif', 'rdjsonl', 'text', 'json'];

  test.each(formats)('gives the same bytes as judging: %s', async (format) => {
    const folder = createFolder(files);
    const without = await check(folder, '--no-cache', '--format', format);
    expect(await check(folder, '--cache', '--format', format)).toBe(without);
    const written = readFileSync(join(folder, path), 'utf8');
    expect(await check(folder, '--cache', '--format', format)).toBe(without);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(written);
    expect(await check(folder, '--format', format, '--level', 'warning')).toBe(
      await check(folder, '--no-cache', '--format', format, '--level', 'warning'),
    );
  });

  test('holds hashes, rules and places, no word of a note or name, and git leaves it out', async () => {
    const folder = createFolder(files);
    await check(folder, '--cache');
    const written = readFileSync(join(folder, path), 'utf8');
    expect(written).not.toMatch(/maria|lopez|tissue|calf|warfarin|well|été/i);
    expect(
      written
        .split('\n')
        .slice(1, -1)
        .every((line) => /^[fg][0-9a-f]{32} (?:[0-9a-f]{32}|2026-11-20 [01] \[.*\])?$/.test(line)),
    ).toBe(true);
    expect(readFileSync(join(folder, '.soap-notes/.gitignore'), 'utf8')).toBe('*\n');
  });

  test('a changed file, another setting and another practice file are seen', async () => {
    const folder = createFolder(files);
    await check(folder, '--cache');
    writeFileSync(join(folder, note), 'S: no session today\n');
    expect(await check(folder, '--level', 'error', '--format', 'jsonl')).not.toContain(note);
    for (const profile of ['wa-us', 'none'])
      expect(await check(folder, '--profile', profile)).toBe(
        await check(folder, '--no-cache', '--profile', profile),
      );
    writeFileSync(join(folder, 'practice.yaml'), 'profile: wa-us\n');
    expect(await check(folder)).toBe(await check(folder, '--no-cache'));
  });

  test('what holds for a day only is judged anew the next day', async () => {
    const folder = createFolder({
      'clients/bo/client.yaml': 'id: bo\nconditions:\n  - { name: DVT, since: 2026-10-28 }\n',
      'clients/bo/now.soap.md': 'Tx: deep tissue L calf\n',
    });
    for (const day of ['2026-11-20', '2029-11-20', '2026-11-20'])
      expect(await check(folder, '--cache', '--today', day)).toBe(
        await check(folder, '--no-cache', '--today', day),
      );
  });

  test('the day it is counts in no check that the cache does not know of', () => {
    const users = listSources('server/src/core/rules').filter(({ text }) => /\binput\.today\b/.test(text));
    // A note's day is over, or the day for its signature is; an addendum gets the day of today. All within a week.
    expect(users.map(({ path }) => path.replace(/.*\/rules\//, '')).sort()).toEqual([
      'checks/completeness.ts',
      'checks/signature.ts',
      'completeness/identity.ts',
    ]);
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['one digit changed', (text: string) => text.replace(/,0,/, ',1,')],
    ['of another form', () => 'soap-notes cache 9 x y\n'],
    ['empty', () => ''],
    ['no text', () => '\u0000\ud800'],
  ])('that is damaged counts as none: %s', async (_, damage) => {
    const folder = createFolder(files);
    const whole = await check(folder, '--cache', '--format', 'part');
    writeFileSync(join(folder, path), damage(readFileSync(join(folder, path), 'utf8')));
    expect(await check(folder, '--format', 'part')).toBe(whole);
  });

  test('that cannot be written is no failure', async () => {
    const folder = createFolder({ ...files, '.soap-notes': 'a file in its place' });
    const { code, err } = await runCli(folder, ['check', '--cache', '--fail-on', 'never']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('what is not there any more goes when everything was checked, and stays otherwise', () => {
    const folder = createFolder({});
    const first = openCache(folder, 'e');
    first.setGroup('a', '2026-11-20', false, []);
    first.save(true);
    for (const [isWhole, expected] of [
      [false, []],
      [true, undefined],
    ] as const) {
      const cache = openCache(folder, 'e');
      cache.setGroup('b', '2026-11-20', true, []);
      cache.save(isWhole);
      expect(openCache(folder, 'e').findGroup('a', '2026-11-21')).toEqual(expected);
    }
    const last = openCache(folder, 'e');
    expect(last.findGroup('b', '2026-11-20')).toEqual([]);
    expect(last.findGroup('b', '2026-11-21')).toBeUndefined();
    expect(openCache(folder, 'other').findGroup('b', '2026-11-20')).toBeUndefined();
  });

  test('is not begun for a few notes', async () => {
    const folder = createFolder(files);
    await check(folder);
    expect(readdirSync(folder)).not.toContain('.soap-notes');
  });
});

describe('shards', () => {
  test.each([1, 2, 5])('of %i, merged, are the whole report in every format', async (count) => {
    const folder = createFolder(files);
    const parts: string[] = [];
    for (let index = count; index >= 1; index -= 1) {
      parts.push(`${index}.json`);
      await check(
        folder,
        '--shard',
        `${index}/${count}`,
        '--format',
        'part',
        '--show-text',
        '--output',
        `${index}.json`,
      );
    }
    for (const format of ['json', 'sarif', 'github', 'junit']) {
      const merged = await runCli(folder, ['merge', '--format', format, ...parts]);
      const whole = await runCli(folder, ['check', '--format', format, '--show-text']);
      expect(merged.out).toBe(whole.out);
      expect(merged.code).toBe(whole.code);
    }
    const { out } = await runCli(folder, ['merge', ...parts]);
    expect(out).toContain('Checked 5 notes and 3 records of 4 clients');
  });
});

describe('progress', () => {
  const draw = (isTTY: boolean, env: Readonly<Record<string, string>>, total: number): string => {
    let drawn = '';
    let time = 0;
    const progress = createProgress(
      {
        isTTY,
        write: (text) => {
          drawn += text;
        },
      },
      env,
      total,
      () => (time += 60),
    );
    for (let i = 0; i < total; i += 100) progress.add(100);
    progress.end();
    return drawn;
  };

  test('is one line on a terminal, and gone at the end', () => {
    const drawn = draw(true, {}, 1000);
    expect(drawn).toContain(' of 1000 notes');
    expect(drawn).not.toContain('\n');
    expect(drawn.endsWith('\r\u001b[K')).toBe(true);
  });

  test.each([
    ['in a pipe', false, {}, 1000],
    ['on a terminal that cannot', true, { TERM: 'dumb' }, 1000],
    ['over a few notes', true, {}, 100],
  ] as const)('nothing %s', (_, isTTY, env, total) => {
    expect(draw(isTTY, env, total)).toBe('');
  });
});
