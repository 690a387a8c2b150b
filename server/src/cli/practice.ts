// Turns the paths that a user named into checked practices: which files are asked for, which others count.
import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Uri } from '../core/index';
import { type FoundFile, findFileKind, findPathKind, readTextFile, toFileUri, walkFolder } from '../io/files';
import { findPracticeRoot, listPracticeFiles } from '../io/practice';
import { UsageError } from './command';
import { toPrintable } from './console';

/** A file of a practice with its text; `named` tells that the user asked about it. */
export interface LoadedFile extends FoundFile {
  readonly uri: Uri;
  /** The path as shown: relative to the working folder where it lies below it, with `/`. */
  readonly shownPath: string;
  readonly text: string;
  readonly bom: boolean;
  readonly named: boolean;
}

/** The files of one practice, sorted by uri. */
export interface LoadedPractice {
  readonly files: readonly LoadedFile[];
}

/** What the named paths gave. `failures` are whole lines about files that could not be read. */
export interface LoadedPaths {
  readonly practices: readonly LoadedPractice[];
  readonly failures: readonly string[];
}

/**
 * Loads the files that were named, and with `context` also the rest of their practices.
 * Throws a `UsageError` for a path that is missing or holds nothing of ours.
 */
export function loadPaths(paths: readonly string[], cwd: string, context: boolean): LoadedPaths {
  const base = realpathSync(cwd);
  const failures: string[] = [];
  const failFolder = (path: string): void => {
    failures.push(`${toShownPath(path, base)}: cannot be read; check its permissions.`);
  };
  const groups = new Map<string, { readonly named: Set<string>; readonly files: Map<string, FoundFile> }>();
  const roots = createRootFinder();

  for (const path of paths.length > 0 ? paths : ['.']) {
    const real = findRealPath(path, cwd);
    const named = listNamedFiles(path, real, failFolder);
    for (const file of named) {
      const folder = findPathKind(real) === 'folder' ? real : dirname(real);
      const key = roots(dirname(file.path)) ?? folder;
      const group = groups.get(key) ?? { named: new Set(), files: new Map() };
      groups.set(key, group);
      group.named.add(file.path);
      group.files.set(file.path, file);
    }
  }

  if (context)
    for (const [key, group] of groups) {
      const root = roots(key);
      const [first] = group.named;
      for (const file of listPracticeFiles(root ?? first ?? key, root, failFolder))
        if (roots(dirname(file.path)) === root) group.files.set(file.path, file);
    }

  const practices = [...groups.values()].map((group) => ({
    files: [...group.files.values()]
      .flatMap((file) => {
        const shownPath = toShownPath(file.path, base);
        const read = readTextFile(file.path);
        if (!read.ok) {
          failures.push(`${shownPath}: ${read.message}.`);
          return [];
        }
        const { text, bom } = read;
        return [
          { ...file, uri: toFileUri(file.path), shownPath, text, bom, named: group.named.has(file.path) },
        ];
      })
      .sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0)),
  }));
  return { practices, failures: [...new Set(failures)] };
}

/** Follows links, but refuses a file that leads out of the practice it is named in. */
function findRealPath(path: string, cwd: string): string {
  const asked = resolve(cwd, path);
  const kind = findPathKind(asked);
  if (kind === undefined) throw new UsageError(`${path} does not exist. Name a note, a record or a folder.`);
  const real = realpathSync(asked);
  if (kind === 'file') {
    const tree = realpathSync(findPracticeRoot(asked) ?? dirname(asked));
    if (!isBelow(real, tree))
      throw new UsageError(`${path} is a link that leads out of its practice. Name the file itself.`);
  }
  return real;
}

function listNamedFiles(
  path: string,
  real: string,
  onUnreadable: (path: string) => void,
): readonly FoundFile[] {
  if (findPathKind(real) === 'folder') {
    const found = [...walkFolder(real, onUnreadable)];
    if (found.length > 0) return found;
    throw new UsageError(
      `${path === '.' ? 'This folder' : path} holds no notes (*.soap.md, *.soap) and no records (client.yaml, practice.yaml).`,
    );
  }
  const kind = findFileKind(real);
  if (kind === undefined)
    throw new UsageError(
      `${path} is no note or record. Notes end in .soap.md or .soap; records are client.yaml or practice.yaml.`,
    );
  return [{ path: real, kind }];
}

/** Finds practice roots, asking the disk once for each folder. */
function createRootFinder(): (folder: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (folder) => {
    if (!known.has(folder)) known.set(folder, findPracticeRoot(folder));
    return known.get(folder);
  };
}

const isBelow = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
};

/** How a path is shown: with `/`, relative where it lies below the working folder, without control characters. */
export function toShownPath(path: string, base: string): string {
  const shown = isBelow(path, base) ? relative(base, path) : path;
  return toPrintable(sep === '\\' ? shown.replaceAll('\\', '/') : shown);
}
