// `soap-notes check` in a repository: what is staged, and what changed since a commit.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commitAll, git } from '../support/git';
import { createRepository } from '../support/repositories';
import { clotPractice, runCli } from './run-cli';

const note = 'clients/maria-lopez/2026-11-20.soap.md';
const record = 'clients/maria-lopez/client.yaml';
const clean = '---\nclient: maria-lopez\ndate: 2026-11-20\n---\nS: no session today\n';
const healthy = 'id: maria-lopez\n';

const check = (folder: string, ...argv: readonly string[]) =>
  runCli(folder, ['check', '--level', 'error', ...argv]);
const write = (folder: string, path: string, text: string): void => writeFileSync(join(folder, path), text);

describe('--staged', () => {
  test('reads the index for the note, its record and what came before, whatever lies on disk', async () => {
    const folder = createRepository(clotPractice);
    git(folder, 'add', '--all');
    write(folder, note, clean);
    write(folder, record, healthy);
    const { code, out } = await check(folder, '--staged');
    expect(code).toBe(1);
    expect(out).toContain(`${note}:7:3: error:`);
    expect(out).toContain('  7 | - Deep tissue: L calf, 10 min');
    expect(out).toContain(`because ${record}:3:`);
    git(folder, 'add', record);
    expect((await check(folder, '--staged')).code).toBe(0);
  });

  test('what is on disk alone does not count, and what did not change is not reported', async () => {
    const folder = createRepository(clotPractice);
    commitAll(folder);
    write(folder, 'clients/maria-lopez/2026-11-21.soap.md', clotPractice[note].replace('11-20', '11-21'));
    const { code, out } = await check(folder, '--staged');
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('Checked nothing') });
    write(folder, 'README.md', 'hello');
    git(folder, 'add', 'README.md');
    expect((await check(folder, '--staged')).code).toBe(0);
  });

  test('paths and the folder narrow it', async () => {
    const folder = createRepository({ ...clotPractice, 'clients/bo/a.soap.md': 'S: well\n' });
    git(folder, 'add', '--all');
    expect((await check(folder, '--staged', 'clients/bo')).out).toContain('Checked 1 note of 1 client');
    expect((await check(join(folder, 'clients/bo'), '--staged')).out).toContain('Checked 1 note of 1 client');
  });

  test('a condition added to a record is held against the notes that are there; what was found before is not', async () => {
    const folder = createRepository({ ...clotPractice, [record]: healthy });
    commitAll(folder);
    write(folder, record, clotPractice[record]);
    git(folder, 'add', record);
    const { code, out } = await check(folder, '--staged');
    expect(code).toBe(1);
    expect(out).toContain(`${note}:7:3: error:`);
    git(folder, 'commit', '--quiet', '--message', 'known');
    write(folder, record, `${clotPractice[record]}allergies: [nut oils]\n`);
    git(folder, 'add', record);
    expect((await check(folder, '--staged')).code).toBe(0);
  });

  test('files that git keeps in another form are read as a checkout has them', async () => {
    const folder = createRepository(
      { ...clotPractice, '.gitattributes': '*.soap.md filter=hide\n' },
      '[filter "hide"]\n\tclean = tr a-z n-za-m\n\tsmudge = tr a-z n-za-m\n',
    );
    git(folder, 'add', '--all');
    expect(git(folder, 'show', `:${note}`)).toContain('Drrc gvffhr');
    expect((await check(folder, '--staged')).out).toContain(`${note}:7:3: error:`);
  });

  test('files in conflict are refused', async () => {
    const folder = createRepository({ ...clotPractice, [note]: clean });
    commitAll(folder);
    git(folder, 'checkout', '--quiet', '-b', 'other');
    write(folder, note, `${clean}P: weekly\n`);
    commitAll(folder);
    git(folder, 'checkout', '--quiet', 'main');
    write(folder, note, `${clean}P: monthly\n`);
    commitAll(folder);
    expect(() => git(folder, 'merge', '--quiet', 'other')).toThrow();
    const { code, err } = await check(folder, '--staged');
    expect(code).toBe(2);
    expect(err).toContain('in conflict');
  });
});

describe('--since', () => {
  test('takes what changed on disk and what is new, not what is ignored or deleted', async () => {
    const folder = createRepository({
      ...clotPractice,
      'clients/bo/a.soap.md': 'S: well\n',
      '.gitignore': 'drafts\n',
    });
    commitAll(folder);
    write(folder, note, `${clotPractice[note]}- Petrissage: back, 10 min\n`);
    rmSync(join(folder, 'clients/bo/a.soap.md'));
    write(folder, 'clients/maria-lopez/new.soap.md', 'S: well\n');
    const { out } = await runCli(folder, ['check', '--since', 'HEAD', '--format', 'part', '--show-text']);
    expect(JSON.parse(out).files).toEqual([note, 'clients/maria-lopez/new.soap.md']);
    commitAll(folder);
    const { out: later } = await runCli(folder, [
      'check',
      '--since',
      'HEAD',
      '--format',
      'part',
      '--show-text',
    ]);
    expect(JSON.parse(later).files).toEqual([]);
    const { out: before } = await runCli(folder, [
      'check',
      '--since',
      'HEAD~1',
      '--format',
      'part',
      '--show-text',
    ]);
    expect(JSON.parse(before).files).toEqual([note, 'clients/maria-lopez/new.soap.md']);
  });
});
