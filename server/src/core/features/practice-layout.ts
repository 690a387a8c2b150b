// The files of a practice that is kept in git, and how they compare with what is there already.

import { toScalar } from '../note/yaml-write';
import { listAutomation } from './practice-automation';

/** What a practice chooses when it begins. */
export interface LayoutOptions {
  /** The name of the practice; empty if it is not to be named. */
  readonly name: string;
  /** The id of a profile of completeness, such as `wa-us`; empty for none. */
  readonly profile: string;
  readonly privacy: 'opaque-ids' | 'names';
  /** Hooks of git itself, the framework https://pre-commit.com, or none. */
  readonly hooks: 'git' | 'pre-commit' | 'none';
  readonly ci: readonly CiHost[];
  /** What CI installs with npm: `soap-notes@0.1.0`, or the path or address of a package. */
  readonly install: string;
  /** The practice's folder below the top of its repository, with `/`; empty where it is the top. */
  readonly folder: string;
}

export type CiHost = 'github' | 'gitlab';

/** One file of a practice. */
export interface LayoutFile {
  /** The folder that `path` starts from; hooks and CI stand at the top of a repository. */
  readonly at: 'practice' | 'repository';
  /** With `/`. */
  readonly path: string;
  readonly text: string;
  readonly executable: boolean;
  /** What it is for, in a few words for a person. */
  readonly purpose: string;
  /** What a file that is there already needs, whatever else it holds. */
  readonly needs: readonly LayoutNeed[];
}

/** A line that a file needs; it is there if the file holds `mark`, however the rest is written. */
export interface LayoutNeed {
  readonly line: string;
  readonly mark: string;
}

/** What is there of a file: nothing, all it needs, or not these lines. A file that is there is never replaced. */
export type LayoutState =
  | { readonly state: 'missing' }
  | { readonly state: 'there' }
  | { readonly state: 'lacks'; readonly lines: readonly string[] };

/** Settings of git that `.gitattributes` asks for. They are not part of a repository: every clone sets them anew. */
export const layoutGitSettings: readonly (readonly [key: string, value: string])[] = [
  // The section stands in the head of each part of a diff, and a word diff keeps `4/5` and `6/10` whole.
  ['diff.soap-note.xfuncname', '^(#{1,6}[ \t].*|[SOATP][ \t]*[:-].*|\\*\\*[A-Za-z ]+\\*\\*.*)$'],
  ['diff.soap-note.wordRegex', '[^[:space:],;]+'],
];

/** Lists the files of a practice as chosen, sorted by path. */
export function listPracticeLayout(options: LayoutOptions): readonly LayoutFile[] {
  const files = [
    own('practice.yaml', 'the settings of the practice; it marks the folder', toSettings(options)),
    own('README.md', 'how the practice is kept, for everyone who works in it', toReadme(options)),
    ofLines('.gitattributes', 'the same line ends on every machine, and readable changes', attributes),
    ofLines('.gitignore', 'what must not get into the history', ignored),
    ...listAutomation(options),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Compares a file with what is there: its text, or undefined where there is none. */
export function compareLayout(file: LayoutFile, current: string | undefined): LayoutState {
  if (current === undefined) return { state: 'missing' };
  const known = toWords(current);
  const lines = file.needs.flatMap(({ line, mark }) => (known.includes(toWords(mark)) ? [] : [line]));
  return lines.length === 0 ? { state: 'there' } : { state: 'lacks', lines };
}

/** Blanks count once, so that a table that somebody has aligned is still the same. */
const toWords = (text: string): string => text.replace(/[ \t]+/g, ' ');

const own = (path: string, purpose: string, lines: readonly string[]): LayoutFile => ({
  at: 'practice',
  path,
  text: toText(lines),
  executable: false,
  purpose,
  needs: [],
});

const ofLines = (path: string, purpose: string, lines: readonly string[]): LayoutFile => ({
  ...own(path, purpose, lines),
  needs: lines
    .filter((line) => !line.startsWith('#'))
    .map((line) => ({ line, mark: line.replace(' diff=soap-note', '') })),
});

const toText = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

const attributes: readonly string[] = [
  '# Notes and records are text with Unix line ends everywhere, so that a signed note verifies on every machine.',
  '*.soap.md text eol=lf diff=soap-note',
  '*.soap text eol=lf diff=soap-note',
  '*.yaml text eol=lf',
  '*.yml text eol=lf',
  '*.sig text eol=lf',
  '.githooks/* text eol=lf',
  '*.pdf binary',
  '*.jpg binary',
  '*.png binary',
];

const ignored: readonly string[] = [
  '# What editors and systems leave behind may hold the words of a note.',
  '*~',
  '*.bak',
  '*.swp',
  '*.tmp',
  '.DS_Store',
  'Thumbs.db',
  '# Keys belong to a person, not into a repository.',
  '*.key',
  '*.pem',
  'id_ecdsa*',
  'id_ed25519*',
  'id_rsa*',
];

function toSettings({ name, profile, privacy }: LayoutOptions): readonly string[] {
  return [
    '# Settings of the practice. This file also marks the root: everything below belongs to one practice.',
    name === '' ? '# name: The name of the practice' : `name: ${toScalar(name)}`,
    '# The rules that say what a note must hold, such as wa-us, on-ca or wellness.',
    profile === '' ? '# profile: generic' : `profile: ${toScalar(profile)}`,
    '# opaque-ids asks for file and folder names without people’s names.',
    `privacy: ${privacy}`,
  ];
}

function toReadme({ name, privacy, hooks }: LayoutOptions): readonly string[] {
  const [client, its] =
    privacy === 'names' ? ['maria-lopez', 'a short id'] : ['c-1042', 'an id without a name'];
  return [
    `# ${name === '' ? 'Session notes' : name.replace(/[\\`*_<>[\]#|]/g, '\\$&')}`,
    '',
    'Session notes and client records, kept as plain text.',
    '',
    '```',
    ...[
      ['practice.yaml', 'settings of the practice'],
      [`clients/${client}/client.yaml`, 'what holds for a client across sessions'],
      [`clients/${client}/2026-11-20.soap.md`, 'one note for each session'],
    ].map(([path = '', words = '']) => `${path.padEnd(42)}${words}`),
    '```',
    '',
    `Each client has a folder under \`clients\`, named by ${its}. Write a note in VS Code with the extension SOAP`,
    'Notes, or in any other editor.',
    '',
    '## Once on every computer',
    '',
    'Run `soap-notes init` in this folder. It adds what is missing, changes nothing that is there, and sets up git here',
    hooks === 'none'
      ? 'so that changes of a note read well.'
      : 'so that notes are checked before each commit.',
    '',
    '## Day by day',
    '',
    '- `soap-notes check` says what is found in the notes, and why.',
    '- `soap-notes sign <note>` closes a note. What comes later goes into an addendum.',
    '- `soap-notes verify` says whether signed notes still say what was signed.',
    '',
    '## Private',
    '',
    'Everyone who can open this folder can read all of it, and git keeps what you delete. Keep the repository private and',
    'the disks of all its copies encrypted. `soap-notes doctor` looks at what can be seen of that from here.',
  ];
}
