// Where the files of a practice are read from: the disk, the disk with one text in another's place, git's index or a commit.
import { execFileSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { type FileKind, kindOf } from '../core/index';
import {
  type BytesResult,
  decodeText,
  type FoundFile,
  isWalkedName,
  listFolder,
  maximumFileBytes,
  type ReadResult,
  readFileBytes,
  type Walk,
} from './files';
import { findRepository, GitError, git, readObjects, resolveRevision, toGitError } from './git';
import { findPracticeRoot } from './practice';

/** A source of files. Paths are absolute, as they are or would be on disk. */
export interface Tree {
  /** Our files that count for what lies in these folders: their practices, or without one the folders themselves. */
  listAround(folders: ReadonlySet<string>, walk: Walk): readonly FoundFile[];
  /** The bytes hold until the next reading. */
  read(path: string): BytesResult;
  /** True if other threads can read the same by themselves. */
  readonly onDisk: boolean;
}

/** Reads a text file of a tree, under the limits of `readTextFile`. */
export function readTreeText(tree: Tree, path: string): ReadResult {
  const read = tree.read(path);
  return read.ok ? decodeText(read.bytes) : read;
}

/** The files on disk. */
export const diskTree: Tree = {
  listAround(folders, walk) {
    const found = new Map<string, FoundFile>();
    const walked = new Set<string>();
    // What lies below a root that was walked has been found: most folders are those of its clients.
    const isFound = (folder: string): boolean => {
      for (let at = folder; ; at = dirname(at)) {
        if (walked.has(at)) return true;
        if (!isWalkedName(basename(at)) || dirname(at) === at) return false;
      }
    };
    for (const folder of folders) {
      if (isFound(folder)) continue;
      const root = findPracticeRoot(folder);
      if (root !== undefined) walked.add(root);
      for (const file of root === undefined ? listFolder(folder) : walk.list(root))
        found.set(file.path, file);
    }
    return [...found.values()];
  },
  read: readFileBytes,
  onDisk: true,
};

/** The files on disk, and in the place of one of them (there or not) other bytes. */
export const overlaidTree = (file: FoundFile, bytes: Uint8Array): Tree => ({
  listAround: (folders, walk) => [
    ...diskTree.listAround(folders, walk).filter(({ path }) => path !== file.path),
    file,
  ],
  read: (path) => (path === file.path ? { ok: true, bytes } : readFileBytes(path)),
  onDisk: false,
});

/** How many objects are asked of git at once, and kept. */
const chunk = 256;

/** The files in git's index (no `commit`), or in a commit. Throws a `GitError` where there is no repository. */
export function openGitTree(folder: string, commit?: string): Tree {
  const root = findRepository(folder);
  const entries = commit === undefined ? listIndex(root) : listCommit(root, commit);
  const ours = entries.flatMap(({ mode, id, path }) => {
    const kind =
      mode.startsWith('100') && !path.includes('\n') && isWalkedPath(path) ? kindOf(`/${path}`) : undefined;
    return kind === undefined ? [] : [{ id, path: join(root, path), inside: path, kind }];
  });
  const files = ours.filter(({ path, kind }) => kind !== 'knowledge' || isBesidePractice(path, ours));
  const order = new Map(files.map((file, index) => [file.path, index]));
  const filtered = listFiltered(
    root,
    files.map(({ inside }) => inside),
  );
  let known = new Map<number, BytesResult>();
  return {
    listAround: () => files.map(({ path, kind }) => ({ path, kind })),
    read(path) {
      const index = order.get(path);
      const file = index === undefined ? undefined : files[index];
      if (index === undefined || file === undefined)
        return { ok: false, reason: 'missing', message: 'does not exist' };
      if (filtered.has(file.inside)) return toResult(readFiltered(root, file.id, file.inside));
      const found = known.get(index);
      if (found !== undefined) return found;
      const next = files.slice(index, index + chunk);
      const blobs = readObjects(
        root,
        next.map(({ id }) => id),
      );
      known = new Map(blobs.map((blob, offset) => [index + offset, toResult(blob)]));
      return known.get(index) ?? toResult(undefined);
    },
    onDisk: false,
  };
}

const toResult = (bytes: Uint8Array | undefined): BytesResult =>
  bytes === undefined
    ? { ok: false, reason: 'unreadable', message: 'is not in the repository as git says; run git fsck' }
    : bytes.length > maximumFileBytes
      ? { ok: false, reason: 'too-large', message: 'is larger than 1 MB; split it, or leave it out' }
      : { ok: true, bytes };

/** As on disk: hidden folders and packages hold no notes. */
const isWalkedPath = (path: string): boolean => path.split('/').slice(0, -1).every(isWalkedName);

const isBesidePractice = (
  path: string,
  files: readonly { readonly path: string; readonly kind: FileKind }[],
): boolean => {
  const root = dirname(dirname(path));
  return files.some(
    (file) =>
      (file.kind === 'practice' && dirname(file.path) === root) ||
      file.path.startsWith(join(root, 'clients', '/')),
  );
};

interface Entry {
  readonly mode: string;
  readonly id: string;
  readonly path: string;
}

/** Throws a `GitError` if files are in conflict: which of their texts would be checked? */
function listIndex(root: string): readonly Entry[] {
  const entries: Entry[] = [];
  for (const line of git(root, ['ls-files', '--stage', '-z']).split('\0')) {
    const [, mode, id, stage, path] = /^(\d+) ([0-9a-f]+) (\d)\t(.*)$/s.exec(line) ?? [];
    if (mode === undefined || id === undefined || path === undefined) continue;
    if (stage !== '0' && kindOf(`/${path}`) !== undefined)
      throw new GitError(
        'Notes or records are in conflict. Resolve it, add them with git add, and try again.',
      );
    entries.push({ mode, id, path });
  }
  return entries;
}

const listCommit = (root: string, commit: string): readonly Entry[] =>
  git(root, ['ls-tree', '-r', '-z', '--full-tree', commit])
    .split('\0')
    .flatMap((line) => {
      const [, mode, id, path] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return mode === undefined || id === undefined || path === undefined ? [] : [{ mode, id, path }];
    });

/** Files that git keeps in another form, such as encrypted: those are read one by one, as a checkout would. */
function listFiltered(root: string, paths: readonly string[]): ReadonlySet<string> {
  if (paths.length === 0) return new Set();
  const input = paths.join('\0');
  let out: string;
  try {
    out = execFileSync('git', ['check-attr', '-z', '--stdin', 'filter'], {
      cwd: root,
      input,
      encoding: 'utf8',
      maxBuffer: 512 * 1024 * 1024,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  } catch (error) {
    throw toGitError(error);
  }
  const words = out.split('\0');
  const filtered = new Set<string>();
  for (let i = 0; i + 2 < words.length; i += 3) {
    const [path, value] = [words[i], words[i + 2]];
    if (path !== undefined && value !== undefined && !['unspecified', 'unset', ''].includes(value))
      filtered.add(path);
  }
  return filtered;
}

function readFiltered(root: string, id: string, path: string): Uint8Array | undefined {
  try {
    return execFileSync('git', ['cat-file', '--filters', `--path=${path}`, id], {
      cwd: root,
      maxBuffer: 2 * maximumFileBytes,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

/** What a change touches: files that are there after it, and files that were there before it. */
export interface Changed {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * The files that changed: staged, or since a revision up to the files on disk, new ones included. Throws a `GitError`
 * that says what to do if the revision is not known here.
 */
export function listChanged(folder: string, since: string | undefined): Changed {
  const root = findRepository(folder);
  const against = since === undefined ? ['--cached'] : [resolveRevision(root, since)];
  const words = git(root, ['diff', '--name-status', '--no-renames', '-z', ...against, '--']).split('\0');
  const written: string[] = [];
  const removed: string[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [status, path] = [words[at], words[at + 1]];
    if (path !== undefined) (status === 'D' ? removed : written).push(join(root, path));
  }
  if (since !== undefined)
    for (const path of git(root, ['ls-files', '--others', '--exclude-standard', '-z']).split('\0'))
      if (path !== '') written.push(join(root, path));
  return { written: written.sort(), removed };
}
