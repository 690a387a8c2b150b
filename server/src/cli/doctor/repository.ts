// The doctor on git: attributes, what git leaves out, and whether hooks check each commit.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareLayout,
  count,
  hooksFolder,
  type LayoutFile,
  type LayoutState,
  listPracticeLayout,
} from '../../core/index';
import { findGitSetting, type Repository } from '../../io/git-config';
import { type DoctorLine, toLine } from './report';

/** Looks at the repository of a practice with this root. */
export function lookAtRepository(root: string, repository: Repository | undefined): readonly DoctorLine[] {
  if (repository === undefined)
    return [
      toLine(
        'git',
        'question',
        'The practice is in no git repository: changes leave no history here.',
        'Run `git init` in its folder, then soap-notes init.',
      ),
    ];
  return [...lookAtLists(root), lookAtHook(repository), ...lookAtPerson(repository)];
}

function lookAtLists(root: string): readonly DoctorLine[] {
  const layout = listPracticeLayout({
    name: '',
    profile: '',
    privacy: 'names',
    hooks: 'none',
    ci: [],
    install: '',
    folder: '',
  });
  const lists = layout.filter(({ path }) => path.startsWith('.git'));
  return lists.map((file) => {
    const path = join(root, file.path);
    return toLayoutLine(file, compareLayout(file, existsSync(path) ? readFileSync(path, 'utf8') : undefined));
  });
}

function toLayoutLine({ path, purpose }: LayoutFile, state: LayoutState): DoctorLine {
  const topic = 'git';
  const advice = 'soap-notes init adds the file, or says which lines it needs.';
  switch (state.state) {
    case 'there':
      return toLine(topic, 'ok', `${path}: ${purpose}.`);
    case 'missing':
      return toLine(topic, 'problem', `There is no ${path}: ${purpose}.`, advice);
    case 'lacks':
      return toLine(topic, 'question', `${path} lacks ${count(state.lines.length, 'line')}.`, advice);
  }
}

function lookAtHook({ hooks }: Repository): DoctorLine {
  const path = join(hooks, 'pre-commit');
  const advice = 'Run soap-notes init here: hooks are set up anew in every clone.';
  if (!existsSync(path))
    return toLine('hooks', 'problem', 'Commits are not checked here: git has no pre-commit hook.', advice);
  const text = readFileSync(path, 'utf8');
  if (!/soap-notes|pre-commit\.com|pre_commit/.test(text) && !text.includes(`${hooksFolder}/pre-commit`))
    return toLine('hooks', 'problem', 'The pre-commit hook does not check notes.', advice);
  if (!isExecutable(path))
    return toLine(
      'hooks',
      'problem',
      'The pre-commit hook cannot be run.',
      `Make it executable: chmod +x ${path}`,
    );
  return toLine('hooks', 'ok', 'Each commit is checked before it is made.');
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function lookAtPerson(repository: Repository): readonly DoctorLine[] {
  const missing = ['user.name', 'user.email'].filter((key) => findGitSetting(repository, key) === undefined);
  return missing.length === 0
    ? []
    : [
        toLine(
          'git',
          'question',
          `git does not know who works here (${missing.join(', ')}).`,
          'Set it with `git config`: the history then says who changed what.',
        ),
      ];
}
