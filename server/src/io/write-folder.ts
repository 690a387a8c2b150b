// Writes new files one after the other as they are made, and shows all of them at once or none.

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Content, writeNew } from './disk';
import { findThere } from './files';
import { isAlive } from './journal';
import { toReason, WriteError, type WriteOptions, writeFiles } from './write-files';

/** A file to be written. Its name has no folder. */
export interface NewFile {
  readonly name: string;
  readonly content: Content;
}

type Options = Pick<WriteOptions, 'put'>;

/**
 * Writes new files into a folder, which may be there already. Gives their number. Throws a `WriteError`, after everything
 * has been put back.
 */
export const writeFolder = (
  folder: string,
  files: AsyncIterable<NewFile>,
  options: Options = {},
): Promise<number> => writeStaged(folder, folder, files, options);

/** Writes one new file, whose text comes piece by piece. Throws a `WriteError`; then the file is not there. */
export async function writeInPieces(
  path: string,
  content: Iterable<string>,
  options: Options = {},
): Promise<void> {
  await writeStaged(path, dirname(path), [{ name: basename(path), content }], options);
}

/** How a folder is called in which files wait until all of them are made. */
const stagingName = (path: string): string => `.${basename(path)}.${process.pid}.tmp`;
const isStaging = /^\..+\.(\d+)\.tmp$/;

/** Such folders in a folder, of processes that have ended: nobody shows what is in them any more. */
export function listLeftStagings(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const id = entry.isDirectory() ? isStaging.exec(entry.name)?.[1] : undefined;
      return id === undefined || isAlive(Number(id)) ? [] : [join(folder, entry.name)];
    });
  } catch {
    return [];
  }
}

/**
 * Files are first written beside the place of the whole: who makes thousands of them need not hold them in memory, and an
 * end in the middle leaves none in their place.
 */
async function writeStaged(
  whole: string,
  folder: string,
  files: Iterable<NewFile> | AsyncIterable<NewFile>,
  { put }: Options,
): Promise<number> {
  const staging = join(findThere(dirname(whole)), stagingName(whole));
  const names: string[] = [];
  let at = whole;
  try {
    mkdirSync(staging, { mode: 0o700 });
    for await (const { name, content } of files) {
      at = join(folder, name);
      if (existsSync(at)) throw Object.assign(new Error('a file is there'), { code: 'EEXIST' });
      const path = join(staging, name);
      if (put === undefined || content instanceof Uint8Array) writeNew(path, content, 0o644);
      else {
        writeNew(path, '', 0o644);
        put(path, typeof content === 'string' ? content : [...content].join(''));
      }
      names.push(name);
    }
    writeFiles(names.map((name) => ({ kind: 'move', from: join(staging, name), to: join(folder, name) })));
    return names.length;
  } catch (error) {
    if (error instanceof WriteError || !(error instanceof Error && 'code' in error)) throw error;
    throw new WriteError(`${at} ${toReason(error)}; nothing was changed.`);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
