// What a command is about to change in a practice, written down beside it before the first change and gone after the last:
// whatever ends the process in the middle, the next run puts everything back, or finishes what was already through.
// It holds paths and hashes, no word of a note.
import { existsSync, readFileSync, realpathSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { type Disk, realDisk } from './disk';
import { findThere, isInside } from './files';
import { attempt, type Step, takeBack, tidyUp } from './write-plan';

/** The folder for what can be made again. It says itself that git has to leave it out. */
export const ownFolder = '.soap-notes';

const form = 'soap-notes journal 1';
/** What is to be done. */
export const begun = 'writing.json';
/** The same when all of it has been done, and only tidying is left. */
const done = 'written.json';

/** Another command may be at work: it lives, as far as can be told from here, and gave a sign of life less than this ago. */
const atWorkMilliseconds = 60_000;

export interface Journal {
  /** A sign of life; many files take their time. */
  touch(): void;
  /** All changes are made: from here on they stay. */
  commit(): void;
  /** Nothing is left to do or to take back. */
  end(): void;
}

/** Another command is writing in the same practice. */
export class BusyError extends Error {}

/** Writes down what is going to be done. Paths are kept as they lie from `root`, which may be moved as a whole. */
export function openJournal(root: string, steps: readonly Step[], disk: Disk): Journal {
  const folder = join(root, ownFolder);
  const [path, committed] = [join(folder, begun), join(folder, done)];
  const ignore = join(folder, '.gitignore');
  const text = {
    form,
    process: process.pid,
    host: hostname(),
    steps: steps.map((step) => mapPaths(step, (at) => relative(root, at))),
  };
  const temporary = join(folder, `.${begun}.${process.pid}.tmp`);
  try {
    if (!existsSync(folder)) disk.makeFolder(folder);
    if (!existsSync(ignore)) disk.write(ignore, '*\n', 0o644);
    disk.write(temporary, JSON.stringify(text), 0o644);
    disk.rename(temporary, path);
  } catch (error) {
    attempt(() => disk.remove(temporary));
    leaveFolder(folder, disk);
    throw error;
  }
  attempt(() => disk.sync(folder));
  return {
    touch: () => void attempt(() => utimesSync(path, new Date(), new Date())),
    commit() {
      disk.rename(path, committed);
      attempt(() => disk.sync(folder));
    },
    end() {
      for (const left of [path, committed]) attempt(() => disk.remove(left));
      leaveFolder(folder, disk);
    },
  };
}

/** A folder of ours in which nothing is left goes with what was in it. */
function leaveFolder(folder: string, disk: Disk): void {
  if (existsSync(join(folder, 'check.cache'))) return;
  attempt(() => disk.remove(join(folder, '.gitignore')));
  if (!attempt(() => disk.removeFolder(folder)))
    attempt(() => disk.write(join(folder, '.gitignore'), '*\n', 0o644));
}

/** What was left by a command that was ended in the middle. */
export interface Unfinished {
  readonly root: string;
  /** `begun`: to be taken back. `done`: all changes are made. `damaged`: the journal cannot be read. */
  readonly state: 'begun' | 'done' | 'damaged';
  readonly steps: readonly Step[];
  /** True while the command may still be at work. */
  readonly isAtWork: boolean;
}

/** Finds what was left in a folder or in one above it, up to the root of the repository. */
export function findUnfinished(folder: string): Unfinished | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    for (const [name, state] of [
      [begun, 'begun'],
      [done, 'done'],
    ] as const) {
      const path = join(at, ownFolder, name);
      if (existsSync(path)) return readJournal(path, at, state);
    }
    if (dirname(at) === at || existsSync(join(at, '.git'))) return undefined;
  }
}

function readJournal(path: string, root: string, state: 'begun' | 'done'): Unfinished {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const isOurs = isJournal(value) && value.steps.every((step) => staysInside(step, root));
    if (isOurs) {
      const isYoung = Date.now() - statSync(path).mtimeMs < atWorkMilliseconds;
      return {
        root,
        state,
        steps: value.steps.map((step) => mapPaths(step, (at) => resolve(root, at))),
        isAtWork: isYoung && isAtWork(value),
      };
    }
  } catch {
    // Said below.
  }
  return { root, state: 'damaged', steps: [], isAtWork: false };
}

/**
 * True for a step within the folder of its journal, and with names as we give them. A folder that somebody else made may
 * hold a journal too: it must not reach for anything outside of it.
 */
function staysInside(step: Step, root: string): boolean {
  const real = realpathSync(root);
  const isWithin = (path: string): boolean => {
    return (
      isInside(resolve(root, path), root) &&
      isInside(realpathSync(findThere(dirname(resolve(root, path)))), real)
    );
  };
  const isNamed = (path: string, ending: string): boolean =>
    new RegExp(`^\\..+\\.\\d+\\.${ending}$`, 's').test(basename(path));
  switch (step.do) {
    case 'folder':
      return isWithin(step.path);
    case 'prepare':
      return isWithin(step.path) && isNamed(step.path, 'tmp');
    case 'place':
      return isWithin(step.path);
    case 'replace':
      return isWithin(step.path) && isWithin(step.old) && isNamed(step.old, 'old');
    case 'move':
      return isWithin(step.path) && isWithin(step.to);
  }
}

/** Puts back, or finishes, what was left. Gives the places that are not as they were before, nor as they should be. */
export function finish({ root, state, steps }: Unfinished, disk: Disk = realDisk): readonly string[] {
  const stuck = state === 'begun' ? takeBack(steps, disk) : [];
  if (state === 'done') tidyUp(steps, disk);
  if (state === 'damaged' || stuck.length > 0) return stuck;
  const folder = join(root, ownFolder);
  for (const name of [begun, done]) attempt(() => disk.remove(join(folder, name)));
  leaveFolder(folder, disk);
  return [];
}

/** Of a process on another computer that shares the folder nothing can be told but its signs of life. */
const isAtWork = ({ host, process: id }: { readonly host: string; readonly process: number }): boolean =>
  host !== hostname() || (id !== process.pid && isAlive(id));

/** True if a process of this computer has not ended. */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The keys of a step that are paths. */
const pathKeys = ['path', 'from', 'old', 'to'] as const;

const mapPaths = (step: Step, map: (path: string) => string): Step =>
  Object.fromEntries(
    Object.entries(step).map(([key, value]) => [
      key,
      (pathKeys as readonly string[]).includes(key) ? map(value) : value,
    ]),
    // The same keys with values of the same type.
  ) as unknown as Step;

/** What each step is made of, beside what it does. */
const keysOf: Readonly<Record<Step['do'], readonly string[]>> = {
  folder: ['path'],
  prepare: ['path'],
  place: ['path', 'from', 'hash'],
  replace: ['path', 'from', 'old', 'before', 'hash'],
  move: ['path', 'to'],
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isStep = (value: unknown): value is Step => {
  if (!isMap(value) || typeof value.do !== 'string' || !Object.hasOwn(keysOf, value.do)) return false;
  // Looked up by a key that was just found to be there.
  const keys = keysOf[value.do as Step['do']];
  return keys.every((key) => typeof value[key] === 'string' && !isAbsolute(String(value[key])));
};

const isJournal = (
  value: unknown,
): value is { readonly process: number; readonly host: string; readonly steps: readonly Step[] } =>
  isMap(value) &&
  value.form === form &&
  Number.isSafeInteger(value.process) &&
  typeof value.host === 'string' &&
  Array.isArray(value.steps) &&
  value.steps.every(isStep);
