// What a run of several changes is going to do, worked out in full before the first byte is written: so that it can be
// written down, taken back, and taken back by another process if this one ends in the middle.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { type Disk, realDisk } from './disk';

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

/** A step as it is written down. Hashes tell what is ours from what somebody has changed since. */
export type Step =
  /** A folder that is not there. */
  | { readonly do: 'folder'; readonly path: string }
  /** A new text beside its place, as places are before anything has moved. */
  | { readonly do: 'prepare'; readonly path: string }
  /** The new text goes where nothing is. */
  | { readonly do: 'place'; readonly path: string; readonly from: string; readonly hash: string }
  /** The new text takes the place of the old one, which keeps a second name until all is done. */
  | {
      readonly do: 'replace';
      readonly path: string;
      readonly from: string;
      readonly old: string;
      readonly before: string;
      readonly hash: string;
    }
  | { readonly do: 'move'; readonly path: string; readonly to: string };

type Move = Extract<Step, { readonly do: 'move' }>;

/** A text to be written ahead. */
export interface Prepared {
  readonly path: string;
  /** The file that it is for, as the change names it. */
  readonly goal: string;
  readonly text: string | Uint8Array;
  readonly mode: number;
}

/** Folders and new texts come first; what changes something comes behind them, in the order of the changes. */
export interface WritePlan {
  readonly steps: readonly Step[];
  readonly texts: readonly Prepared[];
}

/** What a plan stumbles over: the place, and the machine's own error. */
export class PlanError extends Error {
  constructor(
    readonly path: string,
    override readonly cause: unknown,
  ) {
    super('the changes cannot be made');
  }
}

/** The new name of a move is there already. */
export class TakenError extends Error {}

const thereError = (): Error => Object.assign(new Error('a file is there'), { code: 'EEXIST' });

/** Works out the steps of some changes. Throws a `PlanError` for one that cannot be made. */
export function planWrites(writes: readonly FileWrite[]): WritePlan {
  const moves: Move[] = [];
  const folders = new Set<string>();
  const texts: Prepared[] = [];
  const changes: Step[] = [];
  /** Where something is now that will be at `path` after the moves so far. */
  const placeBefore = (path: string): string =>
    moves.reduceRight((at, { path: from, to }) => moved(at, to, from), path);
  const needFolder = (folder: string): void => {
    if (folders.has(folder) || existsSync(folder)) return;
    if (dirname(folder) !== folder) needFolder(dirname(folder));
    folders.add(folder);
  };
  const prepare = (goal: string, path: string, text: string | Uint8Array, mode: number): string => {
    const from = besides(path, 'tmp');
    // What is there is none of ours, and would be taken for ours if this went wrong.
    if (isThere(from)) throw thereError();
    texts.push({ path: from, goal, text, mode });
    return from;
  };
  for (const write of writes) {
    const at = write.kind === 'move' ? write.from : write.path;
    try {
      switch (write.kind) {
        case 'create': {
          if (isThere(placeBefore(at))) throw thereError();
          needFolder(dirname(placeBefore(at)));
          const from = prepare(at, placeBefore(at), write.text, write.executable === true ? 0o755 : 0o644);
          changes.push({ do: 'place', path: at, from, hash: hashOf(write.text) });
          break;
        }
        case 'replace': {
          const target = realpathSync(placeBefore(at));
          const text = write.bom ? `\ufeff${write.text}` : write.text;
          const from = prepare(at, target, text, statSync(target).mode & 0o777);
          const path = placeNow(target, moves);
          const old = besides(path, 'old');
          if (isThere(placeBefore(old))) throw thereError();
          const before = hashOf(readFileSync(target));
          changes.push({ do: 'replace', path, from, old, before, hash: hashOf(text) });
          break;
        }
        case 'move': {
          lstatSync(placeBefore(at));
          if (existsSync(placeBefore(write.to))) throw new TakenError();
          needFolder(dirname(placeBefore(write.to)));
          const move = { do: 'move', path: at, to: write.to } as const;
          moves.push(move);
          changes.push(move);
          break;
        }
      }
    } catch (error) {
      throw new PlanError(at, error);
    }
  }
  return {
    steps: [
      ...[...folders].map((path): Step => ({ do: 'folder', path })),
      ...texts.map(({ path }): Step => ({ do: 'prepare', path })),
      ...changes,
    ],
    texts,
  };
}

const besides = (path: string, ending: string): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}.${ending}`);

const moved = (path: string, from: string, to: string): string =>
  path === from || path.startsWith(`${from}${sep}`) ? to + path.slice(from.length) : path;

/** Where something is after moves of it, or of folders above it. */
export const placeNow = (path: string, moves: readonly Move[]): string =>
  moves.reduce((at, { path: from, to }) => moved(at, from, to), path);

const hashOf = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** The hash of a file; undefined where none can be read. */
function hashAt(path: string): string | undefined {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return undefined;
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes back steps, the last one first, whichever of them were taken. What somebody has changed since stays as it is.
 * Gives the places that are not as they were.
 */
export function takeBack(steps: readonly Step[], disk: Disk = realDisk): readonly string[] {
  const stuck: string[] = [];
  for (const step of [...steps].reverse()) {
    try {
      if (!takeStepBack(step, disk)) stuck.push(step.path);
    } catch {
      stuck.push(step.path);
    }
  }
  return stuck;
}

function takeStepBack(step: Step, disk: Disk): boolean {
  switch (step.do) {
    case 'folder':
      // A folder in which something new lies stays with it.
      if (existsSync(step.path)) attempt(() => disk.removeFolder(step.path));
      return true;
    case 'prepare':
      if (isThere(step.path)) disk.remove(step.path);
      return true;
    case 'place': {
      if (!isThere(step.path)) return true;
      if (hashAt(step.path) !== step.hash) return false;
      disk.remove(step.path);
      return true;
    }
    case 'replace': {
      const now = hashAt(step.path);
      // Behind a move that was not reached nothing is there yet.
      if (now === undefined && !isThere(step.path) && !isThere(step.old)) return true;
      if (now !== step.before) {
        const isOurs = now === undefined || now === step.hash;
        if (!isOurs || hashAt(step.old) !== step.before) return false;
        disk.rename(step.old, step.path);
      }
      if (isThere(step.old)) disk.remove(step.old);
      return true;
    }
    case 'move': {
      if (isThere(step.path) || !isThere(step.to)) return true;
      disk.rename(step.to, step.path);
      return true;
    }
  }
}

/** The files of steps that somebody has changed since, so that they cannot be taken back. */
export const listChangedSince = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step) => {
    if (step.do !== 'place' && step.do !== 'replace') return [];
    const now = hashAt(step.path);
    const isKnown = now === undefined || now === step.hash || (step.do === 'replace' && now === step.before);
    return isKnown ? [] : [step.path];
  });

/** Removes what a run that went well leaves behind. */
export function tidyUp(steps: readonly Step[], disk: Disk = realDisk): void {
  const later: Move[] = [];
  for (const step of [...steps].reverse()) {
    if (step.do === 'move') later.unshift(step);
    const left = step.do === 'prepare' ? step.path : step.do === 'replace' ? step.old : undefined;
    if (left !== undefined) attempt(() => disk.remove(placeNow(left, later)));
  }
}

export function attempt(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}
