// The history of a practice's notes, read through git.
import { execFileSync, spawnSync } from 'node:child_process';

/** One file as one commit changed it. */
export interface FileChange {
  readonly commit: string;
  /** The commit's day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly kind: 'written' | 'deleted';
  /** The path in the repository, with `/`. */
  readonly path: string;
  /** The path that the file had before this commit, if it was renamed. */
  readonly from: string | undefined;
}

/** Why git could not answer, in words for the user. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

const most = 512 * 1024 * 1024;

/** What git prints for a call in a folder. Throws a `GitError`, with `words` if there are any, where it fails or is missing. */
export function git(cwd: string, args: readonly string[], words?: string): string {
  try {
    return execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: most,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    throw toGitError(error, words);
  }
}

/** Without words of its own the error says that there may be no repository here. */
export const toGitError = (
  error: unknown,
  words = 'git gave no answer here: is this folder in a git repository with a commit?',
): GitError =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
    ? new GitError('git is not installed, or not on the path.')
    : new GitError(words);

/** The top folder of the repository around a folder. Throws a `GitError` where there is none. */
export const findRepository = (folder: string): string =>
  git(folder, ['rev-parse', '--show-toplevel']).trimEnd();

/** True for a clone whose history ends early. */
export const isShallow = (root: string): boolean =>
  git(root, ['rev-parse', '--is-shallow-repository']).trim() === 'true';

/** The commit that a revision names. Throws a `GitError` with what to do if there is none here. */
export function resolveRevision(folder: string, revision: string): string {
  const root = findRepository(folder);
  try {
    return git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).trim();
  } catch (error) {
    if (error instanceof GitError && error.message.includes('not installed')) throw error;
    throw new GitError(
      isShallow(root)
        ? `${revision} is not in this shallow clone. Fetch the whole history: git fetch --unshallow (in CI, fetch-depth: 0).`
        : `${revision} is no commit here. git log --oneline lists those there are.`,
    );
  }
}

/**
 * The changes to notes along the main line of the history (first parents), oldest first. A merge counts with what it
 * brought to that line. `since` is a revision: only what came after it.
 */
export function listNoteChanges(root: string, since: string | undefined): readonly FileChange[] {
  const range = since === undefined ? 'HEAD' : `${since}..HEAD`;
  const out = git(root, [
    'log',
    '--first-parent',
    '-m',
    '--reverse',
    '-M',
    '-z',
    '--name-status',
    '--format=%x01%H%x02%cs',
    '--end-of-options',
    range,
    '--',
    '*.soap.md',
    '*.soap',
  ]);
  return out
    .split('\u0001')
    .slice(1)
    .flatMap((entry): readonly FileChange[] => {
      const [head = '', ...rest] = entry.split('\0');
      const [commit = '', day = ''] = head.split('\u0002');
      return readChanges(commit, day, rest);
    });
}

function readChanges(commit: string, day: string, words: readonly string[]): readonly FileChange[] {
  const changes: FileChange[] = [];
  for (let i = 0; i < words.length; ) {
    const status = (words[i] ?? '').replace(/^\n/, '');
    i += 1;
    if (status === '') continue;
    const moved = status.startsWith('R') || status.startsWith('C');
    const from = moved ? words[i] : undefined;
    const path = words[moved ? i + 1 : i] ?? '';
    i += moved ? 2 : 1;
    changes.push({
      commit,
      day,
      kind: status.startsWith('D') ? 'deleted' : 'written',
      path,
      from: status.startsWith('R') ? from : undefined,
    });
  }
  return changes;
}

/** The bytes of files as commits have them, in the order asked; undefined for what is not there. */
export function readBlobs(
  root: string,
  specs: readonly { readonly commit: string; readonly path: string }[],
): readonly (Uint8Array | undefined)[] {
  const input = specs.map(({ commit, path }) => `${commit}:${path}\0`).join('');
  return readBatch(root, ['-z'], input, specs.length);
}

/** The bytes of objects by their ids, in the order asked; undefined for what is not there. */
export const readObjects = (root: string, ids: readonly string[]): readonly (Uint8Array | undefined)[] =>
  readBatch(root, [], ids.map((id) => `${id}\n`).join(''), ids.length);

function readBatch(
  root: string,
  options: readonly string[],
  input: string,
  count: number,
): readonly (Uint8Array | undefined)[] {
  const run = spawnSync('git', ['cat-file', '--batch', ...options], { cwd: root, input, maxBuffer: most });
  if (run.error !== undefined || run.status !== 0) throw toGitError(run.error);
  const out: Buffer = run.stdout;
  const blobs: (Uint8Array | undefined)[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const end = out.indexOf(10, at);
    const head = out.toString('utf8', at, end);
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(head)?.[1];
    if (size === undefined) {
      blobs.push(undefined);
      at = end + 1;
    } else {
      blobs.push(out.subarray(end + 1, end + 1 + Number(size)));
      at = end + 2 + Number(size);
    }
  }
  return blobs;
}
