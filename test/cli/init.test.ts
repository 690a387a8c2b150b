// `soap-notes init`: adds what is missing, changes nothing that is there, and makes git run the hooks.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseArguments } from '../../server/src/cli/arguments';
import { commands } from '../../server/src/cli/command-table';
import { listPracticeLayout } from '../../server/src/core';
import { githubWorkflow, gitlabPipeline, preCommitConfig } from '../schemas/automation';
import { createFolder } from '../support/folders';
import { git } from '../support/git';
import { createRepository } from '../support/repositories';
import { runCli } from './run-cli';

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

/** Every file outside `.git` with its text. */
const snapshot = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => !path.startsWith('.git/') && statSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [path, read(folder, path)]),
  );

describe('a new practice', () => {
  test('has its files, hooks that git runs, and a diff that shows sections; a second run does nothing', async () => {
    const folder = createRepository();
    const argv = ['init', '--name', 'Riverbend', '--profile', 'wa-us', '--ci', 'both'];
    const first = await runCli(folder, argv);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('added     practice.yaml: ');
    expect(read(folder, 'practice.yaml')).toContain('name: Riverbend\n');
    expect(statSync(join(folder, '.githooks/pre-commit')).mode & 0o777).toBe(0o755);
    expect(read(folder, '.git/config')).toContain('hooksPath = .githooks');

    writeFileSync(join(folder, 'a.soap.md'), `## Plan\n\n\n\n- Frequency: weekly\n`);
    git(folder, 'add', 'a.soap.md');
    writeFileSync(join(folder, 'a.soap.md'), `## Plan\n\n\n\n- Frequency: monthly\n`);
    expect(git(folder, 'diff', '-U0')).toMatch(/^@@ .* @@ ## Plan$/m);

    const before = snapshot(folder);
    const second = await runCli(folder, argv);
    expect(second.out).toMatch(/\nNothing to do: everything is there\.\n$/);
    expect(second.out).not.toMatch(/^(?:added|kept)/m);
    expect(snapshot(folder)).toEqual(before);
    expect(Object.keys(before)).toContain('.github/workflows/session-notes.yml');
  });

  test('--dry-run writes nothing', async () => {
    const folder = createRepository();
    const { out, code } = await runCli(folder, ['init', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('would add practice.yaml: ');
    expect(readdirSync(folder)).toEqual(['.git']);
    expect(read(folder, '.git/config')).not.toContain('hooksPath');
  });

  test.each([
    ['git@github.com:a/b.git', '.github/workflows/session-notes.yml'],
    ['https://gitlab.example.org/a/b.git', '.gitlab-ci.yml'],
  ])('CI goes by the remote %s', async (url, path) => {
    const folder = createRepository({}, `[remote "origin"]\n\turl = ${url}\n`);
    const { out } = await runCli(folder, ['init']);
    expect(existsSync(join(folder, path))).toBe(true);
    expect(out).not.toContain('No remote');
  });

  test('in a folder of a repository: hooks and CI at the top, and CI checks the folder', async () => {
    const top = createRepository();
    await runCli(top, ['init', 'office/notes', '--ci', 'github']);
    expect(existsSync(join(top, 'office/notes/practice.yaml'))).toBe(true);
    expect(read(top, '.github/workflows/session-notes.yml')).toContain(
      'check --format github office/notes\n',
    );
    expect(existsSync(join(top, '.githooks/pre-commit'))).toBe(true);
  });

  test('outside a repository: the files without hooks, and how to go on', async () => {
    const folder = createFolder({});
    const { out, code } = await runCli(folder, ['init']);
    expect(code).toBe(0);
    expect(out).toContain('This folder is in no git repository: ');
    expect(readdirSync(folder).sort()).toEqual([
      '.git',
      '.gitattributes',
      '.gitignore',
      'README.md',
      'practice.yaml',
    ]);
  });
});

describe('what is there already', () => {
  test('stays as it is, and what it lacks is said', async () => {
    const mine = {
      '.gitattributes': '*.pdf binary\n',
      'README.md': 'mine\n',
      'practice.yaml': 'name: Mine\n',
    };
    const folder = createRepository(mine);
    const { out } = await runCli(folder, ['init']);
    for (const [path, text] of Object.entries(mine)) expect(read(folder, path)).toBe(text);
    expect(out).toContain('kept      .gitattributes: ');
    expect(out).toContain('\n            *.soap.md text eol=lf diff=soap-note\n');
    expect(out).not.toContain('\n            *.pdf binary\n');
    expect(out).not.toContain('Nothing to do');
  });

  test('hooks beside ours are not put out of work: ours is called from among them', async () => {
    const folder = createRepository({ '.git/hooks/post-checkout': '#!/bin/sh\n' });
    const { out } = await runCli(folder, ['init']);
    expect(out).toContain('git runs .githooks/pre-commit here, beside the hooks that were there.');
    expect(read(folder, '.git/hooks/pre-commit')).toContain('\nexec .githooks/pre-commit "$@"\n');
    expect(read(folder, '.git/config')).not.toContain('hooksPath');
    expect((await runCli(folder, ['init'])).out).toContain('git runs .githooks/pre-commit here.\n');
  });

  test('a pre-commit hook of one’s own is left alone, with the line to add', async () => {
    const own = '#!/bin/sh\necho mine\n';
    const folder = createRepository({ '.git/hooks/pre-commit': own });
    const { out } = await runCli(folder, ['init']);
    expect(read(folder, '.git/hooks/pre-commit')).toBe(own);
    expect(out).toContain('Add this line to pre-commit there: .githooks/pre-commit "$@" || exit 1');
  });

  test('hooks kept elsewhere are left to their owner', async () => {
    const folder = createRepository({}, '[core]\n\thooksPath = .husky\n');
    const { out } = await runCli(folder, ['init']);
    expect(read(folder, '.git/config')).not.toContain('.githooks');
    expect(existsSync(join(folder, '.husky'))).toBe(false);
    expect(out).toContain('git runs its own hooks from .husky.');
  });

  test('the framework pre-commit goes on to be used', async () => {
    const folder = createRepository({ '.pre-commit-config.yaml': 'repos: []\n' });
    const { out } = await runCli(folder, ['init']);
    expect(out).toContain('              - id: soap-notes-check');
    expect(existsSync(join(folder, '.githooks'))).toBe(false);
  });
});

describe('refusals', () => {
  test.each([
    [['init', 'a.soap.md'], 'a.soap.md is a file. Name the folder of the practice.'],
    [['init', '/'], 'A practice needs a folder of its own'],
    [['init', 'clients/ana'], 'This folder belongs to the practice in '],
    [['init', '--profile', 'mars'], '--profile takes '],
  ])('%j', async (argv, message) => {
    const folder = createFolder({ 'practice.yaml': '', 'a.soap.md': '', 'clients/ana/client.yaml': '' });
    const before = snapshot(folder);
    const { code, err } = await runCli(folder, argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(snapshot(folder)).toEqual(before);
  });

  test('a file that cannot be written: everything is as before', async () => {
    const folder = createRepository({ '.githooks': 'a file in the way\n' });
    const before = snapshot(folder);
    const { code, err } = await runCli(folder, ['init']);
    expect(code).toBe(2);
    expect(err).toContain('nothing was changed');
    expect(snapshot(folder)).toEqual(before);
  });
});

describe('what hooks and CI call', () => {
  const layouts = (['git', 'pre-commit'] as const).flatMap((hooks) =>
    listPracticeLayout({
      name: '',
      profile: '',
      privacy: 'names',
      hooks,
      ci: ['github', 'gitlab'],
      install: 'soap-notes@1.2.3',
      folder: 'my notes',
    }),
  );
  const calls = layouts
    .filter(({ at }) => at === 'repository')
    .flatMap(({ text }) =>
      [...text.matchAll(/soap-notes ((?:check|verify)\b[^\n|>`"]*(?:"[^"\n]*")?)/g)].map(
        ([, call]) => call ?? '',
      ),
    );

  test.each([...new Set(calls)])('soap-notes %s is a call that the command takes', (call) => {
    const [name = '', ...words] = (call.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).filter((word) => word !== '||');
    const command = commands.find((entry) => entry.name === name);
    const argv = words.filter((word) => !['exit', '1'].includes(word));
    expect(command).toBeDefined();
    expect(() => command && parseArguments(command, argv)).not.toThrow();
  });

  test('there are such calls in each of the files', () => {
    expect(new Set(calls.map((call) => call.split(' ').slice(0, 2).join(' ')))).toEqual(
      new Set(['check --staged', 'check --format', 'verify --git']),
    );
  });

  test.each(layouts.filter(({ executable }) => executable).map(({ path, text }) => [path, text] as const))(
    '%s is a script that sh reads',
    (_, text) => {
      expect(() =>
        execFileSync('sh', ['-n'], { input: text, stdio: ['pipe', 'ignore', 'pipe'] }),
      ).not.toThrow();
    },
  );

  const forms: Readonly<Record<string, ValidateFunction>> = {
    '.github/workflows/session-notes.yml': githubWorkflow,
    '.gitlab-ci.yml': gitlabPipeline,
    '.pre-commit-config.yaml': preCommitConfig,
  };
  const parsed = layouts.flatMap(({ path, text }) => {
    const isValid = forms[path];
    return isValid === undefined ? [] : [{ path, isValid, data: parse(text) as object }];
  });

  test('every file for another machine is held to the form that its host documents', () => {
    expect(new Set(parsed.map(({ path }) => path))).toEqual(new Set(Object.keys(forms)));
  });

  test.each(parsed)('$path has the form that its host documents, and no other', ({ isValid, data }) => {
    expect(isValid(data), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ ...data, nobody: 'knows' })).toBe(false);
  });

  test.each([
    [
      githubWorkflow,
      { on: ['push'], jobs: { a: { 'runs-on': 'ubuntu-latest', steps: [{ name: 'neither' }] } } },
    ],
    [
      githubWorkflow,
      { on: ['push'], jobs: { a: { 'runs-on': 'ubuntu-latest', steps: [{ run: 'x', with: { y: 1 } }] } } },
    ],
    [gitlabPipeline, { check: { script: [{ 'echo "a': 'b"' }] } }],
    [preCommitConfig, { repos: [{ repo: 'local', hooks: [{ id: 'a', name: 'a', entry: 'a' }] }] }],
  ])('a mistake is one: %#', (isValid, data) => {
    expect(isValid(data)).toBe(false);
  });
});
