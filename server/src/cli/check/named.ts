// What a check was asked about: paths and patterns, a list of them, standard input, or what git says has changed.
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  createWalk,
  type FoundFile,
  findFileKind,
  isInside,
  maximumReportBytes,
  readTextFile,
  type Walk,
} from '../../io/files';
import { findRepository, GitError, resolveRevision } from '../../io/git';
import { diskTree, listChanged, openGitTree, overlaidTree, type Tree } from '../../io/tree';
import { type Arguments, UsageError } from '../command';
import type { CliIo } from '../console';
import { readInput } from '../input';
import { findNamedFiles } from '../practice';

/** The files that were named, and where to read them and their practices from. */
export interface Named {
  readonly tree: Tree;
  /** By path. */
  readonly files: ReadonlyMap<string, FoundFile>;
  /** What is changed, where only that is asked about. */
  readonly change?: Change;
  /** The walk that found them; it knows what could not be read. */
  readonly walk: Walk;
}

/** A change of which the named files are the part that is still there. */
export interface Change {
  /** How things stood before it; undefined before the first commit. */
  readonly before: Tree | undefined;
  readonly removed: readonly FoundFile[];
}

/** Finds what was named. Throws a `UsageError` for options that do not go together, and for what is not there. */
export async function findNamed(args: Arguments, io: CliIo): Promise<Named> {
  const staged = args.switches.has('staged');
  const since = args.values.get('since');
  const stdinPath = args.values.get('stdin-filepath');
  const reads = args.positionals.includes('-');
  if (staged && since !== undefined)
    throw new UsageError('--staged and --since do not go together: choose one.');
  if (reads || stdinPath !== undefined) {
    if (stdinPath === undefined)
      throw new UsageError(
        '- needs --stdin-filepath: where the text belongs, such as clients/maria-lopez/2026-11-20.soap.md.',
      );
    if (staged || since !== undefined || args.positionals.some((path) => path !== '-'))
      throw new UsageError('Standard input is one note: it does not go with paths, --staged or --since.');
    return readStdinNote(stdinPath, io);
  }
  const listed = args.values.get('file-list');
  const paths = [...args.positionals, ...(listed === undefined ? [] : await readFileList(listed, io))];
  if (staged || since !== undefined) return findChanged(paths, since, io);
  const walk = createWalk();
  const isNothing = listed !== undefined && paths.length === 0;
  const files = isNothing ? new Map() : findNamedFiles(paths, io.cwd, walk);
  return { tree: diskTree, files, walk };
}

async function readStdinNote(stdinPath: string, io: CliIo): Promise<Named> {
  const path = resolve(realpathSync(io.cwd), stdinPath);
  const kind = findFileKind(path);
  if (kind === undefined)
    throw new UsageError(
      `--stdin-filepath ${stdinPath} is no note or record: notes end in .soap.md or .soap.`,
    );
  const { text, bom } = await readInput('-', io);
  const file = { path, kind };
  return {
    tree: overlaidTree(file, Buffer.from(bom ? `\ufeff${text}` : text)),
    files: new Map([[path, file]]),
    walk: createWalk(),
  };
}

/** Paths, one a line, or parted by NUL as `git diff -z` and `find -print0` write them. */
async function readFileList(list: string, io: CliIo): Promise<readonly string[]> {
  const text = list === '-' ? (await readInput('-', io)).text : readListFile(list, resolve(io.cwd, list));
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((path) => path !== '');
}

function readListFile(shown: string, path: string): string {
  const read = readTextFile(path, maximumReportBytes);
  if (!read.ok) throw new UsageError(`--file-list ${shown} ${read.message}.`);
  return read.text;
}

function findChanged(paths: readonly string[], since: string | undefined, io: CliIo): Named {
  try {
    const base = realpathSync(io.cwd);
    const wanted = paths.map((path) => resolve(base, path));
    // A hook that hands over no paths means all that is staged; a person in a folder means that folder.
    const scope = paths.length > 0 ? wanted : [base];
    const tree = since === undefined ? openGitTree(base) : diskTree;
    const before = openBefore(base, since);
    const isInScope = (path: string): boolean => scope.some((folder) => isInside(path, folder));
    const walk = createWalk();
    const kindsIn = (from: Tree | undefined): ReadonlyMap<string, FoundFile> =>
      new Map(from?.listAround(new Set(), walk).map((file) => [file.path, file]));
    const { written, removed } = listChanged(base, since);
    const staged = since === undefined ? kindsIn(tree) : undefined;
    const files = new Map<string, FoundFile>();
    for (const path of written) {
      const kind = staged === undefined ? findFileKind(path) : staged.get(path)?.kind;
      if (kind !== undefined && isInScope(path)) files.set(path, { path, kind });
    }
    const were = removed.length === 0 ? undefined : kindsIn(before);
    const gone = removed.flatMap((path) => (isInScope(path) ? (were?.get(path) ?? []) : []));
    return { tree, files, change: { before, removed: gone }, walk };
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(error.message);
    throw error;
  }
}

/** The commit that a change is seen against; undefined before the first commit. */
function openBefore(folder: string, since: string | undefined): Tree | undefined {
  if (since !== undefined) return openGitTree(folder, resolveRevision(folder, since));
  try {
    return openGitTree(findRepository(folder), resolveRevision(folder, 'HEAD'));
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
