// Turns the paths that a user named into files with their text: those asked for, and those that tell more about them.
import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import {
  type CivilDate,
  createWorkspace,
  defaultSettings,
  type Knowledge,
  type Settings,
  type Uri,
  type Workspace,
} from '../core/index';
import { type FoundFile, findFileKind, findPathKind, readTextFile, toFileUri, walkFolder } from '../io/files';
import { findPracticeRoot, listPracticeFiles } from '../io/practice';
import { type Arguments, UsageError } from './command';
import { type CliIo, toPrintable } from './console';

/** A file with its text; `named` tells that the user asked about it. */
export interface LoadedFile extends FoundFile {
  readonly uri: Uri;
  /** The path as shown: relative to the working folder where it lies below it, with `/`. */
  readonly shownPath: string;
  readonly text: string;
  readonly bom: boolean;
  readonly named: boolean;
}

/** What the named paths gave. `files` are sorted by uri; `failures` are whole lines about what could not be read. */
export interface LoadedPaths {
  readonly files: readonly LoadedFile[];
  readonly failures: readonly string[];
}

/**
 * Loads the files that were named, and with `context` also the rest of their practices.
 * Throws a `UsageError` for a path that is missing or holds nothing of ours.
 */
export function loadPaths(paths: readonly string[], cwd: string, context: boolean): LoadedPaths {
  const base = realpathSync(cwd);
  const failures = new Set<string>();
  const failFolder = (path: string): void => {
    failures.add(`${toShownPath(path, base)}: cannot be read; check its permissions.`);
  };
  const named = new Map<string, FoundFile>();
  for (const path of paths.length > 0 ? paths : ['.'])
    for (const file of listNamedFiles(path, findRealPath(path, cwd), failFolder)) named.set(file.path, file);
  const others = context ? listContext([...named.keys()], failFolder) : [];
  const found = new Map([...others.map((file) => [file.path, file] as const), ...named]);

  const files = [...found.values()].flatMap((file) => {
    const shownPath = toShownPath(file.path, base);
    const read = readTextFile(file.path);
    if (read.ok) {
      const { text, bom } = read;
      return [{ ...file, uri: toFileUri(file.path), shownPath, text, bom, named: named.has(file.path) }];
    }
    failures.add(`${shownPath}: ${read.message}.`);
    return [];
  });
  return { files: files.sort((a, b) => (a.uri < b.uri ? -1 : 1)), failures: [...failures] };
}

/** A practice as a command looks at it: what was loaded, in a workspace as of a day. */
export interface OpenedPractice extends LoadedPaths {
  readonly workspace: Workspace;
  /** The shipped knowledge. */
  readonly kb: Knowledge;
  /** What `--today` says, else the day it is. */
  readonly today: CivilDate;
}

/** Loads the files that were named with the rest of their practices, and opens them with the shipped knowledge. */
export function openPractice(
  paths: readonly string[],
  args: Arguments,
  io: CliIo,
  settings: Settings = defaultSettings,
): OpenedPractice {
  const loaded = loadPaths(paths, io.cwd, true);
  const today = args.values.get('today') ?? io.today;
  const kb = io.loadKnowledge();
  const workspace = createWorkspace({ kb, settings, today });
  for (const { uri, text } of loaded.files) workspace.set(uri, text);
  return { ...loaded, workspace, kb, today };
}

/** The practices of the named files; for a file of no practice, its neighbours. Every folder is looked at once. */
function listContext(named: readonly string[], onUnreadable: (path: string) => void): readonly FoundFile[] {
  const folders = new Set(named.map((path) => dirname(path)));
  const places = new Map<string, string | undefined>();
  for (const folder of folders) {
    const root = findPracticeRoot(folder);
    places.set(root ?? folder, root);
  }
  return [...places].flatMap(([folder, root]) => listPracticeFiles(folder, root, onUnreadable));
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

const isBelow = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
};

/** How a path is shown: with `/`, relative where it lies below the working folder, without control characters. */
export function toShownPath(path: string, base: string): string {
  const shown = isBelow(path, base) ? relative(base, path) : path;
  return toPrintable(sep === '\\' ? shown.replaceAll('\\', '/') : shown);
}
