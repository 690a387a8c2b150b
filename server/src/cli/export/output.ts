// Where an export goes: printed, or written to new files outside of the practice, all of them or none.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { findPracticeRoot } from '../../io/practice';
import { UsageError } from '../command';
import { type CliIo, toPrintable } from '../console';
import { writeAll } from '../write';

/** One file of an export. Its name has no folder. */
export interface ExportFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * Finds where `--out` leads, before anything is worked out. Throws a `UsageError` for a place in a practice: what lies
 * there would be taken up by git, and looks like a part of it.
 */
export function findOutput(asked: string, cwd: string): string {
  const path = resolve(cwd, asked);
  let there = path;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  const root = findPracticeRoot(realpathSync(there));
  if (root !== undefined)
    throw new UsageError(
      `${asked} lies in the practice ${root}, where git would take it up. Name a place outside of it with --out.`,
    );
  return path;
}

/**
 * Prints the one file of an export, or writes them all to `out`: a file where it has their ending (`maria.json`), else a
 * folder. A file that is there is never replaced. `several` says what to do where more than one would be printed.
 */
export function putOut(
  exported: readonly ExportFile[],
  out: string | undefined,
  several: string,
  io: CliIo,
): void {
  const [only, another] = exported;
  if (only === undefined) throw new UsageError('There is nothing to export.');
  if (out === undefined) {
    if (another !== undefined) throw new UsageError(several);
    if (typeof only.content !== 'string')
      throw new UsageError('A PDF is not printed here; say where with --out.');
    io.stdout.write(only.content);
    return;
  }
  const isFile = extname(out).toLowerCase() === extname(only.name);
  if (isFile && another !== undefined)
    throw new UsageError(`${exported.length} files do not fit into one. Name a folder with --out.`);
  const files = exported.map(({ name, content }) => ({
    path: isFile ? out : join(out, name),
    text: content,
  }));
  writeAll(
    files.map((file) => ({ kind: 'create', ...file })),
    io,
  );
  io.stderr.write(
    files.length === 1
      ? `soap-notes: wrote ${toPrintable(files[0]?.path ?? out)}\n`
      : `soap-notes: wrote ${files.length} files to ${toPrintable(out)}\n`,
  );
}

/** A label as the name of a file. */
export const toFileName = (label: string): string =>
  label.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '') || 'export';
