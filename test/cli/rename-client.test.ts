// `soap-notes rename-client`: everything of a client is renamed or nothing, and signed notes stay as they are.
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

const note = (date: string): string =>
  `---\nclient: maria-lopez\ndate: ${date}\ntherapist: a.rivera\n---\nS: fine\n`;

const practice = {
  'practice.yaml': '',
  'clients/maria-lopez/client.yaml':
    'id: maria-lopez\nname: Maria Lopez\nclearances:\n  - { for: DVT, by: Dr. Osei, on: 2026-11-01, document: clients/maria-lopez/letter.pdf }\n',
  'clients/maria-lopez/2026-11-06.soap.md': note('2026-11-06'),
  'clients/maria-lopez/2026-11-20.soap.md': note('2026-11-20'),
  'clients/maria-lopez/letter.pdf': 'a letter',
  'clients/ben/client.yaml': 'id: ben\n',
};

const snapshot = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => !path.startsWith('.git') && statSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );

describe('rename-client', () => {
  test('changes record, notes, folder and the ways to letters, in one go', async () => {
    const folder = createFolder(practice);
    const { code, out, err } = await runCli(folder, ['rename-client', 'maria-lopez', 'c-1042']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe('maria-lopez is now c-1042: 3 files changed, 1 name moved.\n');
    const after = snapshot(folder);
    expect(Object.keys(after)).toEqual([
      'clients/ben/client.yaml',
      'clients/c-1042/2026-11-06.soap.md',
      'clients/c-1042/2026-11-20.soap.md',
      'clients/c-1042/client.yaml',
      'clients/c-1042/letter.pdf',
      'practice.yaml',
    ]);
    expect(after['clients/c-1042/client.yaml']).toContain('id: c-1042\n');
    expect(after['clients/c-1042/client.yaml']).toContain('document: clients/c-1042/letter.pdf');
    expect(after['clients/c-1042/2026-11-06.soap.md']).toContain('client: c-1042\n');
    expect((await runCli(folder, ['rename-client', 'maria-lopez', 'c-7'])).code).toBe(2);
  });

  test('a signed note keeps every letter, and stays the client’s', async () => {
    const folder = createFolder(practice);
    await runCli(folder, ['sign', 'clients/maria-lopez/2026-11-06.soap.md']);
    const signed = snapshot(folder)['clients/maria-lopez/2026-11-06.soap.md'];
    const { out } = await runCli(folder, ['rename-client', 'maria-lopez', 'c-1042']);
    expect(out).toContain(
      'One signed note keeps the id maria-lopez; the record names it under former-ids.\n',
    );
    const after = snapshot(folder);
    expect(after['clients/c-1042/2026-11-06.soap.md']).toBe(signed);
    expect(after['clients/c-1042/client.yaml']).toContain('former-ids: [maria-lopez]');
    expect((await runCli(folder, ['verify'])).code).toBe(0);
    expect((await runCli(folder, ['client', 'c-1042'])).out).toMatch(/2026-11-20 .*\n.*2026-11-06 /);
  });

  test('--dry-run shows all of it and changes nothing', async () => {
    const folder = createFolder(practice);
    const before = snapshot(folder);
    const { out, code } = await runCli(folder, ['rename-client', '--dry-run', 'maria-lopez', 'c-1042']);
    expect(code).toBe(0);
    expect(out).toContain('\n-id: maria-lopez\n+id: c-1042\n');
    expect(out).toContain('would move clients/maria-lopez to clients/c-1042\n');
    expect(snapshot(folder)).toEqual(before);
  });

  test('a file that cannot be written: everything stays as it was', async () => {
    const folder = createFolder(practice);
    mkdirSync(join(folder, 'clients/maria-lopez', `.2026-11-20.soap.md.${process.pid}.tmp`));
    const before = snapshot(folder);
    const { code, err } = await runCli(folder, ['rename-client', 'maria-lopez', 'c-1042']);
    expect(code).toBe(2);
    expect(err).toContain('nothing was changed.');
    expect(snapshot(folder)).toEqual(before);
  });

  test('a place that is taken by a file of nobody’s: everything stays as it was', async () => {
    const folder = createFolder({ ...practice, 'clients/c-1042/scan.pdf': 'a scan' });
    const before = snapshot(folder);
    const { code, err } = await runCli(folder, ['rename-client', 'maria-lopez', 'c-1042']);
    expect(code).toBe(2);
    expect(err).toContain('the new name is taken; nothing was changed.');
    expect(snapshot(folder)).toEqual(before);
  });

  test.each([
    [['rename-client', 'maria-lopez'], 'rename-client needs the old and the new id'],
    [['rename-client', 'maria-lopes', 'c-7'], 'No client has the id maria-lopes. Did you mean maria-lopez?'],
    [['rename-client', 'maria-lopez', 'ben'], 'Another client of this practice has the id ben already.'],
    [['rename-client', 'maria-lopez', '../x'], 'Write the new id as one word'],
  ])('%j is refused in one line, and nothing is changed', async (argv, message) => {
    const folder = createFolder(practice);
    const before = snapshot(folder);
    const { code, err } = await runCli(folder, argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(snapshot(folder)).toEqual(before);
  });
});

test('a client with a file that cannot be read is not renamed', async () => {
  const folder = createFolder({ ...practice, 'clients/maria-lopez/x.soap.md': Buffer.from([0xe9]) });
  const { code, err } = await runCli(folder, ['rename-client', 'maria-lopez', 'c-1042']);
  expect(code).toBe(2);
  expect(err).toContain('Nothing was changed: clients/maria-lopez/x.soap.md: is not UTF-8 text');
});
