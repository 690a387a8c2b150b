// What git cannot give: one line that says what to do, and exit code 2.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { commitAll, git } from '../support/git';
import { createRepository } from '../support/repositories';
import { clotPractice, runCli } from './run-cli';

const note = 'clients/maria-lopez/2026-11-20.soap.md';

describe('in a repository', () => {
  const refuses = async (folder: string, argv: readonly string[], says: string): Promise<void> => {
    const { code, err } = await runCli(folder, argv);
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(err).toMatch(/^soap-notes: [^\n]+\n/);
  };

  test('a revision that is not there, or is an option in disguise', async () => {
    const folder = createRepository(clotPractice);
    commitAll(folder);
    await refuses(folder, ['check', '--since', 'v2020'], 'v2020 is no commit here.');
    await refuses(folder, ['verify', '--git', '--since', 'v2020'], 'v2020 is no commit here.');
    await refuses(folder, ['check', '--since', `--output=${join(folder, 'x')}`], 'is no commit here.');
    expect(readdirSync(folder)).not.toContain('x');
  });

  test('a revision that a shallow clone leaves out', async () => {
    const folder = createRepository(clotPractice);
    commitAll(folder);
    const first = git(folder, 'rev-parse', 'HEAD').trim();
    git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'second');
    const clone = join(createFolder({}), 'clone');
    git(folder, 'clone', '--quiet', '--depth', '1', pathToFileURL(folder).href, clone);
    await refuses(clone, ['check', '--since', first], 'git fetch --unshallow');
    await refuses(clone, ['verify', '--git'], 'git fetch --unshallow');
  });

  test('an object that is damaged', async () => {
    const folder = createRepository(clotPractice);
    git(folder, 'add', '--all');
    const id = git(folder, 'rev-parse', `:${note}`).trim();
    rmSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)), { force: true });
    await refuses(
      folder,
      ['check', '--staged'],
      `${note}: is not in the repository as git says; run git fsck.`,
    );
  });

  test('a machine without git', async () => {
    const folder = createRepository(clotPractice);
    const { PATH } = process.env;
    process.env.PATH = '';
    try {
      await refuses(folder, ['check', '--staged'], 'git is not installed, or not on the path.');
    } finally {
      process.env.PATH = PATH;
    }
  });
});
