// Turns the paths that a user named into files with their text: those asked for, and those that tell more about them.
import { lstatSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import {
  type CivilDate,
  createLineIndex,
  createWorkspace,
  defaultSettings,
  type Knowledge,
  listHeadProblems,
  parseClientRecord,
  parsePractice,
  type Settings,
  toLinePosition,
  type Uri,
  type View,
  type Workspace,
} from '../core/index';
import {
  createWalk,
  type FoundFile,
  findFileKind,
  findPathKind,
  isInside,
  readTextFile,
  toFileUri,
  type Walk,
} from '../io/files';
import { isPattern, listMatches, matchPattern, toSlashes } from '../io/patterns';
import { findPracticeRoot } from '../io/practice';
import { diskTree } from '../io/tree';
import { type Arguments, type ExitCode, exitCodes, UsageError } from './command';
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
  const walk = createWalk();
  const named = findNamedFiles(paths, cwd, walk);
  const folders = new Set([...named.keys()].map((path) => dirname(path)));
  const others = context ? diskTree.listAround(folders, walk) : [];
  const found = new Map([...others.map((file) => [file.path, file] as const), ...named]);
  for (const path of walk.unreadable) failures.add(sayUnreadable(path, base));

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

/** The line about a folder that could not be read. */
export const sayUnreadable = (path: string, base: string): string =>
  `${toShownPath(path, base)}: cannot be read; check its permissions.`;

/**
 * The files that paths, folders and patterns name, by path; no path is the folder itself. A pattern such as
 * `clients/**\/2026-*.soap.md` matches below its folder and follows no link; `!pattern` takes files away again.
 * Throws a `UsageError` for a path that is missing or holds nothing of ours, and for a pattern that matches nothing.
 */
export function findNamedFiles(
  paths: readonly string[],
  cwd: string,
  walk: Walk,
): ReadonlyMap<string, FoundFile> {
  const isExclusion = (path: string): boolean =>
    path.startsWith('!') && findPathKind(resolve(cwd, path)) === undefined;
  const wanted = paths.filter((path) => !isExclusion(path));
  const unwanted = paths.filter(isExclusion).map((path) => matchPattern(path.slice(1), cwd));
  const named = new Map<string, FoundFile>();
  for (const path of wanted.length > 0 ? wanted : ['.']) {
    const isFound = findPathKind(resolve(cwd, path)) !== undefined;
    const found =
      isFound || !isPattern(path)
        ? listNamedFiles(path, findRealPath(path, cwd), walk)
        : listMatches(path, cwd, walk);
    if (found.length === 0)
      throw new UsageError(
        `${path} matches no note or record. Put the pattern in quotes, and name a folder to see what it holds.`,
      );
    for (const file of found) if (!unwanted.some((matches) => matches(file.path))) named.set(file.path, file);
  }
  return named;
}

/** A practice as a command looks at it: what was loaded, in a workspace as of a day. */
export interface OpenedPractice extends LoadedPaths {
  readonly workspace: Workspace;
  /** Of the failures those of files that were not read at all; the others are read in part. */
  readonly unread: readonly string[];
  /** The file at a uri, if it was loaded. */
  readonly fileAt: (uri: Uri) => LoadedFile | undefined;
  /** Views of the named files, one after the other: those of a large practice at once would not fit into memory. */
  readonly views: Iterable<View>;
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
  const byUri = new Map(loaded.files.map((file) => [file.uri, file]));
  // What is worked out of a note is laid aside when others are looked at; only its text stays.
  const workspace = createWorkspace({ kb, settings, today, readAgain: (uri) => byUri.get(uri)?.text });
  for (const { uri, text } of loaded.files) workspace.shelve(uri, text);
  return {
    ...loaded,
    failures: [...loaded.failures, ...loaded.files.flatMap(sayBrokenYaml)],
    unread: loaded.failures,
    workspace,
    kb,
    today,
    fileAt: (uri) => byUri.get(uri),
    views: {
      *[Symbol.iterator]() {
        for (const { uri, named } of loaded.files) {
          const view = named ? workspace.view(uri) : undefined;
          if (view !== undefined) yield view;
        }
      },
    },
  };
}

/**
 * The line about a file whose YAML is broken: what it says may count in part or not at all, which must not pass in
 * silence.
 */
function sayBrokenYaml({ kind, text, shownPath }: LoadedFile): readonly string[] {
  const problems =
    kind === 'note'
      ? listHeadProblems(text)
      : kind === 'client'
        ? parseClientRecord(text).problems
        : kind === 'practice'
          ? parsePractice(text).problems
          : [];
  const broken = problems.find(({ code }) => code.startsWith('yaml/'));
  if (broken === undefined) return [];
  const { line } = toLinePosition(createLineIndex(text), broken.span.start);
  return [`${shownPath}: line ${line + 1} is broken YAML, so not all of it was read; see soap-notes check.`];
}

/** Follows links, but refuses a file that leads out of the practice it is named in. */
function findRealPath(path: string, cwd: string): string {
  const asked = resolve(cwd, path);
  const kind = findPathKind(asked);
  if (kind === undefined && isLink(asked))
    throw new UsageError(`${path} is a link that leads nowhere, or in a circle. Name the file itself.`);
  if (kind === undefined) throw new UsageError(`${path} does not exist. Name a note, a record or a folder.`);
  const real = realpathSync(asked);
  if (kind === 'file') {
    const tree = realpathSync(findPracticeRoot(asked) ?? dirname(asked));
    if (!isInside(real, tree))
      throw new UsageError(`${path} is a link that leads out of its practice. Name the file itself.`);
  }
  return real;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function listNamedFiles(path: string, real: string, walk: Walk): readonly FoundFile[] {
  if (findPathKind(real) === 'folder') {
    const found = walk.list(real);
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

/** How a path is shown: with `/`, relative where it lies below the working folder, without control characters. */
export function toShownPath(path: string, base: string): string {
  const shown =
    path.startsWith(base) && path[base.length] === sep
      ? path.slice(base.length + 1)
      : isInside(path, base)
        ? relative(base, path)
        : path;
  return toPrintable(toSlashes(shown));
}

/** Says what could not be read, and gives the exit code of a command that otherwise went well. */
export function endWithFailures(failures: readonly string[], { stderr }: Pick<CliIo, 'stderr'>): ExitCode {
  for (const failure of failures) stderr.write(`soap-notes: ${failure}\n`);
  return failures.length > 0 ? exitCodes.usage : exitCodes.clean;
}
