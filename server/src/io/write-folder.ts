// Writes files into a folder, one after the other as they are made, and shows all of them at once or none.

import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { realDisk } from './disk';
import { findThere } from './files';
import { toReason, WriteError, type WriteOptions, writeFiles } from './write-files';

/** A file to be written. Its name has no folder. */
export interface NewFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes new files into a folder, which may be there already. They are first written beside it: who makes thousands of
 * them need not hold them in memory, and an end in the middle leaves none in their place. Gives their number. Throws a
 * `WriteError`, after everything has been put back.
 */
export async function writeFolder(
  folder: string,
  files: AsyncIterable<NewFile>,
  { put }: Pick<WriteOptions, 'put'> = {},
): Promise<number> {
  const staging = join(findThere(dirname(folder)), `.${basename(folder)}.${process.pid}.tmp`);
  const names: string[] = [];
  let at = folder;
  try {
    mkdirSync(staging, { mode: 0o700 });
    for await (const { name, content } of files) {
      at = join(folder, name);
      if (existsSync(at)) throw Object.assign(new Error('a file is there'), { code: 'EEXIST' });
      const path = join(staging, name);
      realDisk.write(path, put === undefined || typeof content !== 'string' ? content : '', 0o644);
      if (typeof content === 'string') put?.(path, content);
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
