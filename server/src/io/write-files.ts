// Writes several files as one: either all of them are as they should be, or everything is as it was.
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** One change on disk. Nothing but `replace` touches a file that is there. */
export type FileWrite =
  | {
      readonly kind: 'create';
      readonly path: string;
      /** Text, or bytes that are none. */
      readonly text: string | Uint8Array;
      readonly executable?: boolean;
    }
  | { readonly kind: 'replace'; readonly path: string; readonly text: string; readonly bom: boolean }
  /** A file or folder gets another name. */
  | { readonly kind: 'move'; readonly from: string; readonly to: string };

/** What could not be written, in words for the user: a path and what to do. It quotes no text of a file. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

type Step = () => void;

/** What takes a run back (last step first), and what tidies up after one that went well. */
interface Journal {
  readonly undo: Step[];
  readonly tidy: Step[];
  readonly moves: { readonly from: string; readonly to: string }[];
  readonly put: WriteOptions['put'];
}

/** How files are written. */
export interface WriteOptions {
  /** Paths as they are told to the user. */
  readonly toShown?: ((path: string) => string) | undefined;
  /** Puts a text on the disk in place of what is built in: a test's own disk, which may be full. */
  readonly put?: ((path: string, text: string) => void) | undefined;
}

/**
 * Does all changes in their order, or none. New texts are first written in full beside their places and only then
 * renamed into them. Throws a `WriteError`, after everything has been put back.
 */
export function writeFiles(
  writes: readonly FileWrite[],
  { toShown = (path) => path, put }: WriteOptions = {},
): void {
  const journal: Journal = { undo: [], tidy: [], moves: [], put };
  // Nobody's Ctrl-C ends the process between two files: with a listener it waits until this is through.
  const release = holdSignals();
  let at = '';
  try {
    const firstMove = writes.findIndex(({ kind }) => kind === 'move');
    const ready = writes.map((write, index) => {
      at = write.kind === 'move' ? write.from : write.path;
      // What comes after a move may stand at a place that the move makes.
      const isAhead = firstMove < 0 || index < firstMove;
      return { path: at, commit: isAhead ? prepare(write, journal) : () => prepare(write, journal)() };
    });
    for (const { path, commit } of ready) {
      at = path;
      commit();
    }
    for (const step of journal.tidy) attempt(step);
    for (const folder of new Set(writes.map(toFolder))) attempt(() => syncFolder(folder));
  } catch (error) {
    const stuck = journal.undo.reverse().filter((step) => !attempt(step)).length;
    throw new WriteError(
      stuck === 0
        ? `${toShown(at)} ${toReason(error)}; nothing was changed.`
        : `${toShown(at)} ${toReason(error)}, and ${stuck} of the changes before it could not be taken back. See \`git status\`.`,
    );
  } finally {
    release();
  }
}

const toFolder = (write: FileWrite): string => dirname(write.kind === 'move' ? write.to : write.path);

/** Writes what can be written ahead; returns the step that puts it in place. */
function prepare(write: FileWrite, journal: Journal): Step {
  switch (write.kind) {
    case 'create': {
      makeFolder(dirname(write.path), journal);
      const temporary = writeTemporary(
        write.path,
        write.text,
        write.executable === true ? 0o755 : 0o644,
        journal,
      );
      return () => {
        linkOrCopy(temporary, write.path);
        journal.undo.push(() => rmSync(write.path, { force: true }));
        rmSync(temporary, { force: true });
      };
    }
    case 'replace': {
      const target = realpathSync(write.path);
      const text = write.bom ? `\ufeff${write.text}` : write.text;
      const temporary = writeTemporary(target, text, statSync(target).mode & 0o777, journal);
      const before = besides(target, 'old');
      return () => {
        linkOrCopy(target, before);
        journal.undo.push(() => {
          renameSync(before, target);
          // Two names of one file stay two names after a rename.
          rmSync(before, { force: true });
        });
        const made = journal.moves.length;
        journal.tidy.push(() => rmSync(placeNow(before, journal.moves.slice(made)), { force: true }));
        renameSync(temporary, target);
      };
    }
    case 'move':
      return () => {
        if (existsSync(write.to)) throw new TakenError();
        makeFolder(dirname(write.to), journal);
        renameSync(write.from, write.to);
        journal.moves.push(write);
        journal.undo.push(() => renameSync(write.to, write.from));
      };
  }
}

/** Where a file is after moves of folders above it. */
const placeNow = (path: string, moves: Journal['moves']): string =>
  moves.reduce(
    (at, { from, to }) => (at.startsWith(`${from}${sep}`) ? to + at.slice(from.length) : at),
    path,
  );

const besides = (path: string, ending: string): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}.${ending}`);

/** Writes a text beside its place, down to the disk. A file or link under the temporary name stops it. */
function writeTemporary(target: string, text: string | Uint8Array, mode: number, journal: Journal): string {
  const temporary = besides(target, 'tmp');
  const handle = openSync(temporary, 'wx', 0o600);
  for (const steps of [journal.undo, journal.tidy]) steps.push(() => rmSync(temporary, { force: true }));
  try {
    if (journal.put === undefined || typeof text !== 'string') writeFileSync(handle, text, 'utf8');
    else journal.put(temporary, text);
    fchmodSync(handle, mode);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return temporary;
}

/** Gives a file a second name that must be free; a copy where the disk knows no second names. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

/** Makes a folder and those above it; what was made goes away again on undo, if it is empty. */
function makeFolder(folder: string, journal: Journal): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), journal);
  mkdirSync(folder);
  journal.undo.push(() => rmdirSync(folder));
}

class TakenError extends Error {}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

function toReason(error: unknown): string {
  if (error instanceof TakenError) return 'cannot move: the new name is taken';
  switch (codeOf(error)) {
    case 'EEXIST':
      return 'cannot be written: a file of that name is there';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'cannot be written: the disk is full. Free some space and try again';
    case 'EROFS':
      return 'cannot be written: the disk is read-only';
    default:
      return 'cannot be written; check its permissions';
  }
}

/** Makes the new names last, where a folder can be synced. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function attempt(step: Step): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}

function holdSignals(): Step {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const wait = (): void => undefined;
  for (const signal of signals) process.on(signal, wait);
  return () => {
    for (const signal of signals) process.off(signal, wait);
  };
}
