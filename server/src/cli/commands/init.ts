// `soap-notes init`: sets up a practice in git. It adds what is missing and never replaces what is there.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import {
  type CiHost,
  ciFiles,
  compareLayout,
  frameworkFile,
  type LayoutFile,
  type LayoutOptions,
  type LayoutState,
  layoutGitSettings,
  listPracticeLayout,
  settingsTable,
} from '../../core/index';
import { findPathKind, findThere } from '../../io/files';
import { GitError } from '../../io/git';
import { findGit, findGitSetting, listRemotes, type Repository, writeGitSetting } from '../../io/git-config';
import { findPracticeRoot } from '../../io/practice';
import { readVersion } from '../../io/version';
import type { FileWrite } from '../../io/write-files';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import { type CliIo, createPaint, toPrintable } from '../console';
import { planHooks } from '../init/hooks';
import { writeAll } from '../write';

const profiles = Object.keys(settingsTable.profile.values).filter((id) => id !== 'practice');

export const init: Command = {
  name: 'init',
  operands: '[folder]',
  maximumOperands: 1,
  summary: 'Set up a practice in git: settings, attributes, hooks, CI.',
  details: [
    'Adds the files that are missing and sets up git in this clone. A file that is there stays as it is; what it would',
    'need is printed. Run it once in every clone: git keeps hooks and diff settings outside the repository.',
  ],
  options: [
    { name: 'name', value: 'NAME', help: 'The name of the practice, for practice.yaml.' },
    { name: 'profile', value: 'ID', choices: profiles, help: 'What a note must hold, for practice.yaml.' },
    {
      name: 'privacy',
      value: 'WHAT',
      choices: ['names', 'opaque-ids'],
      default: 'names',
      help: 'Whether names of files and folders may be names of people.',
    },
    {
      name: 'hooks',
      value: 'KIND',
      choices: ['auto', 'git', 'pre-commit', 'none'],
      default: 'auto',
      help: 'Hooks of git, or for the framework pre-commit; `auto` sees what is there.',
    },
    {
      name: 'ci',
      value: 'HOST',
      choices: ['auto', 'github', 'gitlab', 'both', 'none'],
      default: 'auto',
      help: 'Workflows for GitHub or GitLab; `auto` goes by the remotes.',
    },
    {
      name: 'package',
      value: 'SPEC',
      help: 'What CI installs with npm: a package, path or address. Else this version.',
    },
    { name: 'dry-run', help: 'Only say what would be done.' },
  ],
  examples: [
    'soap-notes init',
    'soap-notes init --dry-run ~/practice',
    'soap-notes init --name "Riverbend Massage" --profile wa-us --ci github',
  ],
  run: runInit,
};

interface Planned {
  readonly file: LayoutFile;
  readonly path: string;
  readonly state: LayoutState;
}

function runInit(args: Arguments, io: CliIo): ExitCode {
  const folder = findFolder(args.positionals[0] ?? '.', io.cwd);
  const repository = findGit(findThere(folder));
  const root = repository?.root;
  const options = toOptions(args, folder, repository);
  const files = listPracticeLayout(options);
  const planned = files.flatMap((file): readonly Planned[] => {
    const base = file.at === 'practice' ? folder : root;
    if (base === undefined) return [];
    const path = join(base, file.path);
    return [{ file, path, state: compareLayout(file, readCurrent(path)) }];
  });
  const hooks = repository && planHooks(repository, files);
  const settings =
    repository === undefined
      ? []
      : [...layoutGitSettings, ...(hooks?.setting === undefined ? [] : [hooks.setting])].filter(
          ([key, value]) => findGitSetting(repository, key) !== value,
        );
  const writes: FileWrite[] = [
    ...planned.flatMap(({ file, path, state }): readonly FileWrite[] =>
      state.state === 'missing'
        ? [{ kind: 'create', path, text: file.text, executable: file.executable }]
        : [],
    ),
    ...(hooks?.writes ?? []),
  ];
  const dryRun = args.switches.has('dry-run');
  if (!dryRun) carryOut(writes, settings, repository, io);

  const paint = createPaint(io.stdout, io.env);
  const say = (line: string): void => void io.stdout.write(`${toPrintable(line)}\n`);
  for (const { file, state } of planned) {
    const verb = { missing: dryRun ? 'would add' : 'added', there: 'there', lacks: 'kept' }[state.state];
    io.stdout.write(`${paint.bold(verb.padEnd(9))} ${toPrintable(`${file.path}: ${file.purpose}`)}\n`);
    if (state.state !== 'lacks') continue;
    say('          It is yours and was left as it is. Add what it lacks:');
    for (const line of state.lines.flatMap((lines) => lines.split('\n'))) say(`            ${line}`);
  }
  for (const sentence of hooks?.words ?? []) say(sentence);
  if (root === undefined)
    say(
      'This folder is in no git repository: hooks and CI come with `git init` and another `soap-notes init`.',
    );
  else if (args.values.get('ci') === 'auto' && options.ci.length === 0)
    say('No remote of GitHub or GitLab is known, so no CI was set up; --ci github or --ci gitlab does it.');
  const isWhole = planned.every(({ state }) => state.state === 'there');
  if (isWhole && writes.length === 0 && settings.length === 0) say('Nothing to do: everything is there.');
  return exitCodes.clean;
}

function findFolder(asked: string, cwd: string): string {
  const path = resolve(cwd, asked);
  const kind = findPathKind(path);
  if (kind === 'file') throw new UsageError(`${asked} is a file. Name the folder of the practice.`);
  const folder = kind === 'folder' ? realpathSync(path) : path;
  if (folder === dirname(folder) || folder === homedir())
    throw new UsageError('A practice needs a folder of its own; name one, as in: soap-notes init ~/practice');
  const around = findPracticeRoot(folder);
  if (around !== undefined && around !== folder)
    throw new UsageError(`This folder belongs to the practice in ${around}. Run soap-notes init there.`);
  return folder;
}

function toOptions(args: Arguments, folder: string, repository: Repository | undefined): LayoutOptions {
  const root = repository?.root;
  const given = (name: string): string => args.values.get(name) ?? '';
  const hooks = given('hooks');
  const framework = hooks === 'auto' && root !== undefined && existsSync(join(root, frameworkFile));
  return {
    name: given('name'),
    profile: given('profile'),
    privacy: given('privacy') === 'names' ? 'names' : 'opaque-ids',
    hooks: framework || hooks === 'pre-commit' ? 'pre-commit' : hooks === 'none' ? 'none' : 'git',
    ci: toHosts(given('ci'), repository),
    install: given('package') || `soap-notes@${readVersion()}`,
    folder: root === undefined ? '' : relative(root, folder).replaceAll('\\', '/'),
  };
}

function toHosts(asked: string, repository: Repository | undefined): readonly CiHost[] {
  const hosts: readonly CiHost[] = ['github', 'gitlab'];
  if (asked === 'both') return hosts;
  if (asked !== 'auto') return hosts.filter((host) => host === asked);
  if (repository === undefined) return [];
  const urls = listRemotes(repository).map(({ url }) => url.toLowerCase());
  return hosts.filter(
    (host) => urls.some((url) => url.includes(host)) || existsSync(join(repository.root, ciFiles[host])),
  );
}

const readCurrent = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8') : undefined;

function carryOut(
  writes: readonly FileWrite[],
  settings: readonly (readonly [key: string, value: string])[],
  repository: Repository | undefined,
  io: CliIo,
): void {
  try {
    writeAll(writes, io);
    if (repository !== undefined)
      for (const [key, value] of settings) writeGitSetting(repository, key, value);
  } catch (error) {
    if (error instanceof GitError)
      throw new UsageError('The files are there, but git did not take its settings; check .git/config.');
    throw error;
  }
}
