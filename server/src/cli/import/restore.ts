// Puts the files of an exported practice back: the same bytes, all of them or none, and never over another file.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type ArchivedFile, readArchive } from '../../core/index';
import { UsageError } from '../command';
import type { CliIo } from '../console';
import { writeAll } from '../write';

/** What a restore does, or would do. */
export interface Restored {
  readonly written: readonly string[];
  /** Files that are there already, with the same bytes. */
  readonly same: readonly string[];
}

/** Restores an archive below a folder; with `dryRun` only says what it would do. Throws a `UsageError`. */
export function restore(
  text: string,
  shown: string,
  folder: string,
  dryRun: boolean,
  io: Pick<CliIo, 'cwd' | 'writeFile'>,
): Restored {
  const read = readArchive(text);
  if (!read.ok) throw new UsageError(`${shown} ${read.message}.`);
  const files = read.files.map((file) => ({
    path: file.path,
    target: join(folder, file.path),
    bytes: toBytes(file),
  }));
  for (const { target, path } of files) refuseAway(target, path, folder);
  const there = files.filter(({ target }) => existsSync(target));
  const same = there.filter(({ target, bytes }) => isSame(target, bytes));
  const taken = there.filter((file) => !same.includes(file));
  if (taken.length > 0)
    throw new UsageError(
      `${taken[0]?.path ?? ''} is there with other content${taken.length > 1 ? `, and ${taken.length - 1} more` : ''}; nothing was written. Name an empty folder with --to.`,
    );
  const missing = files.filter((file) => !there.includes(file));
  if (!dryRun)
    writeAll(
      missing.map(({ target, bytes }) => ({ kind: 'create', path: target, text: bytes })),
      io,
    );
  return { written: missing.map(({ path }) => path), same: same.map(({ path }) => path) };
}

function toBytes({ content }: ArchivedFile): Uint8Array {
  return content.kind === 'bytes'
    ? Buffer.from(content.base64, 'base64')
    : Buffer.from(content.bom ? `\ufeff${content.text}` : content.text, 'utf8');
}

function isSame(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/** Refuses a place that a link leads out of the folder. */
function refuseAway(target: string, shown: string, folder: string): void {
  let there = dirname(target);
  while (!existsSync(there) && there !== folder && dirname(there) !== there) there = dirname(there);
  if (!existsSync(there) || !existsSync(folder)) return;
  const way = relative(realpathSync(folder), realpathSync(there));
  if (way === '..' || way.startsWith(`..${sep}`))
    throw new UsageError(
      `${shown} would be written through a link that leads out of the folder; nothing was written.`,
    );
}
