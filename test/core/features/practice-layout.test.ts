// The files of a new practice: what was chosen is in them, YAML reads them, and a comparison asks for what is missing.
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  compareLayout,
  type LayoutFile,
  type LayoutOptions,
  listPracticeLayout,
  parsePractice,
} from '../../../server/src/core';

const options: LayoutOptions = {
  name: '',
  profile: '',
  privacy: 'names',
  hooks: 'git',
  ci: [],
  install: 'soap-notes@1.2.3',
  folder: '',
};

const lay = (chosen: Partial<LayoutOptions>): readonly LayoutFile[] =>
  listPracticeLayout({ ...options, ...chosen });

const pathsOf = (chosen: Partial<LayoutOptions>): readonly string[] => lay(chosen).map(({ path }) => path);

function fileAt(path: string, chosen: Partial<LayoutOptions>): LayoutFile {
  const file = lay(chosen).find((entry) => entry.path === path);
  if (file === undefined) throw new Error(`no ${path}`);
  return file;
}

describe('which files there are', () => {
  const always = ['.gitattributes', '.gitignore', 'README.md', 'practice.yaml'];

  test.each<[Partial<LayoutOptions>, readonly string[]]>([
    [{ hooks: 'none' }, []],
    [{ hooks: 'git' }, ['.githooks/pre-commit', '.githooks/pre-push']],
    [{ hooks: 'pre-commit' }, ['.pre-commit-config.yaml']],
    [{ hooks: 'none', ci: ['github', 'gitlab'] }, ['.github/workflows/session-notes.yml', '.gitlab-ci.yml']],
  ])('%j', (chosen, more) => {
    expect(pathsOf(chosen)).toEqual([...always, ...more].sort());
  });

  test('hooks can be run, and they and CI stand at the top of the repository', () => {
    for (const file of lay({ ci: ['github', 'gitlab'] })) {
      expect(file.executable).toBe(file.path.startsWith('.githooks/'));
      expect(file.at).toBe(always.includes(file.path) ? 'practice' : 'repository');
    }
  });
});

describe('what they say', () => {
  test.each(['Riverbend', 'River: bend #1', '“O’Hara” & \\ sons', 'yes'])(
    'the name %s is read back',
    (name) => {
      const { value, problems } = parsePractice(fileAt('practice.yaml', { name, profile: 'wa-us' }).text);
      expect(problems).toEqual([]);
      expect(value.name?.value).toBe(name);
      expect(value.profile?.value).toBe('wa-us');
      expect(value.opaqueIds).toBe(false);
    },
  );

  test('without choices practice.yaml is without problems too', () => {
    const { value, problems } = parsePractice(fileAt('practice.yaml', { privacy: 'opaque-ids' }).text);
    expect(problems).toEqual([]);
    expect([value.name, value.profile, value.opaqueIds]).toEqual([undefined, undefined, true]);
  });

  test.each(['', 'notes', 'my notes: 2026 #1'])(
    'CI checks the folder “%s” with the package asked for',
    (folder) => {
      const github = parse(fileAt('.github/workflows/session-notes.yml', { ci: ['github'], folder }).text);
      const gitlab = parse(fileAt('.gitlab-ci.yml', { ci: ['gitlab'], folder }).text);
      const shown = folder === '' ? '' : folder === 'notes' ? ' notes' : ` '${folder}'`;
      const install = 'npm install --global --ignore-scripts soap-notes@1.2.3';
      const steps: readonly { run?: string }[] = github.jobs.check.steps;
      expect(steps.flatMap(({ run }) => run ?? []).slice(0, 2)).toEqual([
        install,
        `soap-notes check --format github${shown}`,
      ]);
      expect(github.permissions).toEqual({ contents: 'read' });
      const script: readonly string[] = gitlab['session-notes'].script;
      expect([script[0], script.at(-1)]).toEqual([
        install,
        `soap-notes check --format gitlab${shown} > session-notes.json`,
      ]);
    },
  );

  test('the definition for pre-commit checks what is staged, once', () => {
    const { repos } = parse(fileAt('.pre-commit-config.yaml', { hooks: 'pre-commit' }).text);
    const [hook] = repos[0].hooks;
    expect(hook).toMatchObject({
      entry: 'soap-notes check --staged',
      language: 'system',
      pass_filenames: false,
    });
    const matches = new RegExp(hook.files);
    expect(
      ['a/b.soap.md', 'a.soap', 'client.yaml', 'practice.yml', 'a.md'].map((path) => matches.test(path)),
    ).toEqual([true, true, true, true, false]);
  });
});

describe('compared with what is there', () => {
  const chosen: Partial<LayoutOptions> = { ci: ['github', 'gitlab'] };

  test.each(lay(chosen).map((file) => [file.path, file] as const))(
    '%s needs nothing of itself',
    (_, file) => {
      expect(compareLayout(file, undefined)).toEqual({ state: 'missing' });
      expect(compareLayout(file, file.text)).toEqual({ state: 'there' });
    },
  );

  test.each(['practice.yaml', 'README.md'])('%s is anybody’s own', (path) => {
    expect(compareLayout(fileAt(path, {}), 'other words')).toEqual({ state: 'there' });
  });

  test('attributes are there however they are aligned; only missing ones are asked for', () => {
    const file = fileAt('.gitattributes', {});
    const wide = file.text.replaceAll(' text', '     text').replace('*.pdf binary\n', '');
    expect(compareLayout(file, wide)).toEqual({ state: 'lacks', lines: ['*.pdf binary'] });
  });

  test('a hook of somebody’s own needs one line', () => {
    const file = fileAt('.githooks/pre-commit', {});
    const own = '#!/bin/sh\nnpm test\n';
    const state = compareLayout(file, own);
    expect(state).toEqual({ state: 'lacks', lines: ['soap-notes check --staged || exit 1'] });
    expect(compareLayout(file, `${own}soap-notes check --staged --fail-on warning\n`)).toEqual({
      state: 'there',
    });
  });

  test('a definition for pre-commit with other hooks needs ours, which YAML reads in place', () => {
    const file = fileAt('.pre-commit-config.yaml', { hooks: 'pre-commit' });
    const own = 'repos:\n  - repo: local\n    hooks: []\n';
    const state = compareLayout(file, own);
    const lines = state.state === 'lacks' ? state.lines : [];
    expect(parse(`${own}${lines.join('\n')}\n`).repos[1].hooks[0].id).toBe('soap-notes-check');
  });
});
