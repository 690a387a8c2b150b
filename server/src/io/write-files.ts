// Writes several files as one: either all of them are as they should be, or everything is as it was.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Disk, realDisk } from './disk';
import { findThere, isInside } from './files';
import { BusyError, findUnfinished, finish, type Journal, openJournal } from './journal';
import { findPracticeRoot } from './practice';
import {
  attempt,
  type FileWrite,
  PlanError,
  placeNow,
  planWrites,
  type Step,
  TakenError,
  takeBack,
  tidyUp,
} from './write-plan';

export type { FileWrite } from './write-plan';

/** What could not be written, in words for the user: a path and what to do. It quotes no text of a file. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

/** How files are written. */
export interface WriteOptions {
  /** Paths as they are told to the user. */
  readonly toShown?: ((path: string) => string) | undefined;
  /** Puts a text on the disk in place of what is built in: a test's own disk, which may be full. */
  readonly put?: ((path: string, text: string) => void) | undefined;
  /** A test's own disk, which may die in the middle. */
  readonly disk?: Disk | undefined;
}

/**
 * Does all changes in their order, or none. New texts are first written in full beside their places and only then
 * renamed into them. Throws a `WriteError`, after everything has been put back. If the process is ended in the middle,
 * the journal beside the practice lets the next run put everything back.
 */
export function writeFiles(writes: readonly FileWrite[], options: WriteOptions = {}): void {
  if (writes.length === 0) return;
  const { toShown = (path) => path, disk = realDisk } = options;
  // Nobody's Ctrl-C ends the process between two files: with a listener it waits until this is through.
  const release = holdSignals();
  let at = pathOf(writes[0]);
  let steps: readonly Step[] = [];
  let journal: Journal | undefined;
  let isDone = false;
  try {
    refuseUnfinished(dirname(at));
    const plan = planWrites(writes);
    const root = rootOf(
      plan.steps.flatMap((step) => (step.do === 'move' ? [step.path, step.to] : step.path)),
    );
    // One text that takes its place happens whole or not at all by itself.
    if (plan.steps.length > 2) journal = openJournal(root, plan.steps, disk);
    steps = plan.steps;
    const texts = new Map(plan.texts.map((text) => [text.path, text]));
    const moves: Extract<Step, { readonly do: 'move' }>[] = [];
    for (const [index, step] of steps.entries()) {
      if (index % touchEvery === 0) journal?.touch();
      at = step.path;
      switch (step.do) {
        case 'folder':
          disk.makeFolder(at);
          break;
        case 'prepare': {
          const { goal = at, text = '', mode = 0o644 } = texts.get(at) ?? {};
          at = goal;
          disk.write(step.path, options.put === undefined || typeof text !== 'string' ? text : '', mode);
          if (typeof text === 'string') options.put?.(step.path, text);
          break;
        }
        case 'place':
          disk.place(placeNow(step.from, moves), at);
          break;
        case 'replace':
          disk.keep(at, step.old);
          disk.rename(placeNow(step.from, moves), at);
          break;
        case 'move':
          if (existsSync(step.to)) throw new TakenError();
          disk.rename(at, step.to);
          moves.push(step);
          break;
      }
    }
    for (const folder of new Set(writes.map(toFolder))) attempt(() => disk.sync(folder));
    journal?.commit();
    isDone = true;
    tidyUp(steps, disk);
  } catch (error) {
    const place = error instanceof PlanError ? error.path : at;
    const reason = toReason(error instanceof PlanError ? error.cause : error);
    const stuck = takeBack(steps, disk);
    isDone = stuck.length === 0;
    throw new WriteError(
      isDone
        ? `${toShown(place)} ${reason}; nothing was changed.`
        : `${toShown(place)} ${reason}, and ${stuck.length} of the changes before it could not be taken back. Run soap-notes doctor.`,
    );
  } finally {
    if (isDone) journal?.end();
    release();
  }
}

/** Steps between two signs of life. */
const touchEvery = 100;

const pathOf = (write: FileWrite | undefined): string =>
  write === undefined ? '' : write.kind === 'move' ? write.from : write.path;

const toFolder = (write: FileWrite): string => dirname(write.kind === 'move' ? write.to : write.path);

/** Where the journal lies: beside the practice, or in the folder that holds all that is changed. */
function rootOf(paths: readonly string[]): string {
  const there = findThere(dirname(paths[0] ?? '.'));
  let root = findPracticeRoot(there) ?? there;
  while (!paths.every((path) => isInside(path, root)) && dirname(root) !== root) root = dirname(root);
  return root;
}

/** What was left by a run that was ended is put back first; what another run is doing is not disturbed. */
function refuseUnfinished(folder: string): void {
  const left = findUnfinished(folder);
  if (left === undefined) return;
  if (left.isAtWork) throw new BusyError();
  if (finish(left).length > 0 || left.state === 'damaged') throw new UnfinishedError();
}

class UnfinishedError extends Error {}

/** Why the machine did not write, and what to do: words that go behind a path. */
export function toReason(error: unknown): string {
  if (error instanceof TakenError) return 'cannot move: the new name is taken';
  if (error instanceof BusyError) return 'cannot be written: another command is writing here. Try again soon';
  if (error instanceof UnfinishedError)
    return 'cannot be written: an earlier command was ended in the middle. Run soap-notes doctor';
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
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

function holdSignals(): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const wait = (): void => undefined;
  for (const signal of signals) process.on(signal, wait);
  return () => {
    for (const signal of signals) process.off(signal, wait);
  };
}
