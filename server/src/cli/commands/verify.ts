// `soap-notes verify`: do signed notes still say what was signed, now and at every commit since?
import { dirname, relative } from 'node:path';
import { parseNote, type SigningState, type VerifiedPart, verifyNote } from '../../core/index';
import { findRepository, GitError, isShallow, resolveRevision } from '../../io/git';
import { SshError, verifyWithSsh } from '../../io/ssh-keygen';
import { formatOption } from '../arguments';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import { type CliIo, toPrintable } from '../console';
import { type LoadedPaths, loadPaths } from '../practice';
import { hasSignatureFile, readSigningSettings, signatureFile } from '../signing';
import { listHistoryProblems } from '../signing-history';

export const verify: Command = {
  name: 'verify',
  operands: '[paths]',
  summary: 'Check that signed notes and addenda still say what was signed.',
  details: [
    'Line endings, a byte order mark and the composition of letters do not matter. With --git every commit on the main',
    'line is looked at too: text that changed after it was signed, a signature that was taken away or made anew, a',
    'signed note that was deleted. Where practice.yaml names allowed signers, SSH signatures are checked as well.',
    'The output names files, people and hashes; it never quotes a note.',
  ],
  options: [
    { name: 'git', help: 'Look at the history too.' },
    { name: 'since', value: 'REVISION', help: 'With --git: only at commits after this one.' },
    formatOption('text', 'json'),
  ],
  examples: [
    'soap-notes verify',
    'soap-notes verify --git',
    'soap-notes verify --git --since v2026.10 --format json',
  ],
  run: runVerify,
};

interface Row {
  readonly file: string;
  /** 0 is the note, 1 its first addendum. */
  readonly part: number;
  readonly state: SigningState | 'no SSH signature' | 'wrong SSH signature';
  readonly by?: string;
  readonly at?: string;
}

function runVerify(args: Arguments, io: CliIo): ExitCode {
  const { files, failures } = loadFiles(args, io);
  const problems = [...failures];
  const rows = files
    .filter(({ kind }) => kind === 'note')
    .flatMap((file) => {
      const { main, addenda } = verifyNote(parseNote(file.text).value);
      return [main, ...addenda].map((part, index): Row => {
        const ssh = part.state === 'valid' ? checkSsh(file.path, part, index, problems) : undefined;
        return {
          file: file.shownPath,
          part: index,
          state: ssh ?? part.state,
          ...(part.signature === undefined ? {} : { by: part.signature.by, at: part.signature.at }),
        };
      });
    });
  if (args.values.has('since') && !args.switches.has('git')) throw new UsageError('--since goes with --git.');
  const history = args.switches.has('git')
    ? readHistory(
        args,
        io,
        files.map(({ path }) => path),
      )
    : [];
  if (args.values.get('format') === 'json')
    io.stdout.write(`${JSON.stringify({ notes: rows, history }, undefined, 2)}\n`);
  else {
    const broken = rows.filter(({ state }) => state !== 'valid' && state !== 'unsigned');
    for (const row of broken) io.stdout.write(`${toPrintable(toLine(row))}\n`);
    for (const { commit, day, file, what } of history)
      io.stdout.write(`${toPrintable(`${file}: ${what} in ${commit.slice(0, 10)} of ${day}`)}\n`);
    const count = (state: SigningState): number =>
      rows.filter((row) => row.part === 0 && row.state === state).length;
    io.stdout.write(
      `${count('valid')} signed, ${count('unsigned')} not signed, ${broken.length + history.length} problems.\n`,
    );
  }
  for (const problem of problems) io.stderr.write(`soap-notes: ${problem}\n`);
  if (problems.length > 0) return exitCodes.usage;
  const isBroken = rows.some(({ state }) => state !== 'valid' && state !== 'unsigned');
  return isBroken || history.length > 0 ? exitCodes.findings : exitCodes.clean;
}

/** The notes to look at. A folder that holds none any more still has a history. */
function loadFiles(args: Arguments, io: CliIo): LoadedPaths {
  try {
    return loadPaths(args.positionals, io.cwd, false);
  } catch (error) {
    if (args.switches.has('git') && args.positionals.length === 0) return { files: [], failures: [] };
    throw error;
  }
}

/** What is wrong with a part's SSH signature; undefined if it is right, or none is asked for. */
function checkSsh(
  path: string,
  { signature, bytes }: VerifiedPart,
  index: number,
  problems: string[],
): Row['state'] | undefined {
  const list = readSigningSettings(path)?.allowedSigners;
  if (list === undefined || signature === undefined || bytes === undefined) return undefined;
  if (!hasSignatureFile(path, index)) return 'no SSH signature';
  try {
    return verifyWithSsh(list, signature.by, signatureFile(path, index), bytes)
      ? undefined
      : 'wrong SSH signature';
  } catch (error) {
    if (!(error instanceof SshError)) throw error;
    if (!problems.includes(error.message)) problems.push(error.message);
    return 'wrong SSH signature';
  }
}

const toLine = ({ file, part, state, by, at }: Row): string =>
  `${file}: ${part === 0 ? 'the note' : `addendum ${part}`} is ${words[state]}${by === undefined ? '' : ` (signed by ${by}, ${at ?? ''})`}`;

const words: Readonly<Record<Row['state'], string>> = {
  unsigned: 'not signed',
  valid: 'signed',
  changed: 'changed since it was signed',
  malformed: 'signed in a form that cannot be read',
  unchained: 'signed after text that is not signed, or was changed',
  'no SSH signature': 'signed without the SSH signature that the practice asks for',
  'wrong SSH signature': 'not signed by a key that the practice allows',
};

function readHistory(args: Arguments, io: CliIo, paths: readonly string[]) {
  try {
    const first = paths[0];
    const root = findRepository(first === undefined ? io.cwd : dirname(first));
    const named = new Set(paths.map((path) => relative(root, path).replaceAll('\\', '/')));
    const since = args.values.get('since');
    // Silence over a history that ends early would read as "nothing has changed".
    if (since === undefined && isShallow(root))
      throw new UsageError(
        'This is a shallow clone, so changes before its end would be missed. Fetch all: git fetch --unshallow (in CI, fetch-depth: 0).',
      );
    const problems = listHistoryProblems(root, since && resolveRevision(root, since));
    // Named files only, where files were named; what was deleted belongs to no file that could be.
    return args.positionals.length === 0 ? problems : problems.filter(({ file }) => named.has(file));
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(error.message);
    throw error;
  }
}
