// What checks a practice by itself: hooks of git, a definition for pre-commit, and CI for GitHub and GitLab.
import type { CiHost, LayoutFile, LayoutNeed, LayoutOptions } from './practice-layout';

/** Where git's hooks of a practice stand; `core.hooksPath` names it. */
export const hooksFolder = '.githooks';

/** What the framework https://pre-commit.com reads. */
export const frameworkFile = '.pre-commit-config.yaml';

/** The file that each host reads for CI. */
export const ciFiles: Readonly<Record<CiHost, string>> = {
  github: '.github/workflows/session-notes.yml',
  gitlab: '.gitlab-ci.yml',
};

/** Lists the files of the hooks and the CI that were chosen. They stand at the top of the repository. */
export function listAutomation(options: LayoutOptions): readonly LayoutFile[] {
  return [
    ...(options.hooks === 'git'
      ? [
          {
            ...atTop(`${hooksFolder}/pre-commit`, 'checks the notes of a commit before it is made'),
            text: toText(preCommit),
            executable: true,
            needs: [need(`${checkStaged} || exit 1`, checkStaged)],
          },
          {
            ...atTop(`${hooksFolder}/pre-push`, 'keeps changed signed notes from leaving this computer'),
            text: toText(prePush),
            executable: true,
            needs: [need('soap-notes verify || exit 1', 'soap-notes verify')],
          },
        ]
      : []),
    ...(options.hooks === 'pre-commit'
      ? [
          {
            ...atTop(frameworkFile, 'checks the notes of a commit before it is made'),
            text: toText(['repos:', ...preCommitRepo]),
            needs: preCommitRepo
              .slice(0, 1)
              .map((line) => need([line, ...preCommitRepo.slice(1)].join('\n'), checkStaged)),
          },
        ]
      : []),
    ...(options.ci.includes('github')
      ? [
          {
            ...atTop(ciFiles.github, 'checks all notes on GitHub'),
            text: toText(toGithub(options)),
            needs: [need(`      - run: ${toCheck(options, 'github')}`, 'soap-notes check')],
          },
        ]
      : []),
    ...(options.ci.includes('gitlab')
      ? [
          {
            ...atTop(ciFiles.gitlab, 'checks all notes on GitLab'),
            text: toText(toGitlab(options)),
            needs: [need(toGitlab(options).join('\n'), 'soap-notes check')],
          },
        ]
      : []),
  ];
}

const atTop = (path: string, purpose: string) =>
  ({ at: 'repository', path, purpose, executable: false }) as const;

const need = (line: string, mark: string): LayoutNeed => ({ line, mark });

const toText = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

const checkStaged = 'soap-notes check --staged';

/** The lines that find the program, also one that is installed in the practice only, or stop with a plain sentence. */
const findProgram = (what: string, without: string): readonly string[] => [
  'PATH="$PWD/node_modules/.bin:$PATH"',
  'if ! command -v soap-notes >/dev/null 2>&1; then',
  `  echo "${what}: soap-notes is not installed here, or not on the PATH." >&2`,
  `  echo "Install it, or go on once without the check: ${without}" >&2`,
  '  exit 1',
  'fi',
];

const preCommit: readonly string[] = [
  '#!/bin/sh',
  '# Checks the notes and records of a commit, as they are staged, before the commit is made.',
  ...findProgram('The notes of this commit cannot be checked', 'git commit --no-verify'),
  `exec ${checkStaged}`,
];

const prePush: readonly string[] = [
  '#!/bin/sh',
  '# Keeps a signed note that was changed, deleted or signed anew from leaving this computer unnoticed.',
  ...findProgram('Signed notes cannot be looked at', 'git push --no-verify'),
  '# For each branch git says: local name, local commit, remote name, remote commit (zeros for a new branch).',
  'while read -r _ new _ old; do',
  '  case "$new" in *[!0]*) ;; *) continue ;; esac',
  '  if git cat-file -e "$old^{commit}" 2>/dev/null; then',
  '    soap-notes verify --git --since "$old" || exit 1',
  '  else',
  '    soap-notes verify --git || exit 1',
  '  fi',
  'done',
];

const preCommitRepo: readonly string[] = [
  '  - repo: local',
  '    hooks:',
  '      - id: soap-notes-check',
  '        name: session notes',
  `        entry: ${checkStaged}`,
  '        language: system',
  '        pass_filenames: false',
  "        files: '(\\.soap|\\.soap\\.md|\\.ya?ml)$'",
];

/** The check of the practice as CI calls it. */
const toCheck = ({ folder }: LayoutOptions, format: 'github' | 'gitlab'): string =>
  `soap-notes check --format ${format}${folder === '' ? '' : ` ${quote(folder)}`}`;

const toInstall = ({ install }: LayoutOptions): string =>
  `npm install --global --ignore-scripts ${quote(install)}`;

const toVerify = (since: string): readonly string[] => [
  `if git cat-file -e "${since}^{commit}" 2>/dev/null`,
  `then soap-notes verify --git --since "${since}"`,
  'else soap-notes verify --git',
  'fi',
];

function toGithub(options: LayoutOptions): readonly string[] {
  return [
    '# Checks every note and record. What it prints names rules and places, never the words of a note.',
    'name: Session notes',
    'on: [push, pull_request]',
    'permissions:',
    '  contents: read',
    'jobs:',
    '  check:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v4',
    '        with:',
    '          fetch-depth: 0',
    '          persist-credentials: false',
    '      - uses: actions/setup-node@v4',
    '        with:',
    '          node-version: 22',
    `      - run: ${toYaml(toInstall(options))}`,
    `      - run: ${toYaml(toCheck(options, 'github'))}`,
    '      - name: Signed notes still say what was signed',
    '        if: always()',
    '        env:',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub.
    '          SINCE: ${{ github.event.pull_request.base.sha || github.event.before }}',
    '        run: |',
    ...toVerify('$SINCE').map((line) => `          ${line}`),
  ];
}

function toGitlab(options: LayoutOptions): readonly string[] {
  return [
    '# Checks every note and record. What it prints names rules and places, never the words of a note.',
    'session-notes:',
    '  image: node:22',
    '  variables:',
    "    GIT_DEPTH: '0'",
    '  script:',
    `    - ${toYaml(toInstall(options))}`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the shell.
    '    - SINCE="${CI_MERGE_REQUEST_DIFF_BASE_SHA:-$CI_COMMIT_BEFORE_SHA}"',
    '    - |',
    ...toVerify('$SINCE').map((line) => `      ${line}`),
    `    - ${toYaml(`${toCheck(options, 'gitlab')} > session-notes.json`)}`,
    '  artifacts:',
    '    when: always',
    '    reports:',
    '      codequality: session-notes.json',
  ];
}

/** A command as a value of YAML. */
const toYaml = (command: string): string => (/: | #/.test(command) ? JSON.stringify(command) : command);

/** A word for a shell: plain where that is safe, else in quotes. */
const quote = (word: string): string =>
  /^[\w@./:+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
