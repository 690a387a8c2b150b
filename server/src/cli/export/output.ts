// Where an export goes: printed, or written to new files outside of the practice, all of them or none.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findPracticeRoot } from '../../io/practice';
import { WriteError, writeFiles } from '../../io/write-files';
import { UsageError } from '../command';
import { type CliIo, toPrintable } from '../console';

/** One file of an export. Its name has no folder. */
export interface ExportFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What an export gives: one file, or several that go into a folder. */
export type Exported =
  | { readonly kind: 'file'; readonly content: string | Uint8Array }
  | { readonly kind: 'folder'; readonly files: readonly ExportFile[] };

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

/** Prints what is exported, or writes it to `out`. A file that is there is never replaced. */
export function putOut(exported: Exported, out: string | undefined, io: CliIo): void {
  if (out === undefined) {
    if (exported.kind === 'file' && typeof exported.content === 'string') io.stdout.write(exported.content);
    else throw new UsageError('This gives more than can be printed. Say where to write it with --out.');
    return;
  }
  const files =
    exported.kind === 'file'
      ? [{ path: out, text: exported.content }]
      : exported.files.map(({ name, content }) => ({ path: join(out, name), text: content }));
  try {
    writeFiles(files.map((file) => ({ kind: 'create', ...file })));
  } catch (error) {
    if (error instanceof WriteError) throw new UsageError(error.message);
    throw error;
  }
  io.stderr.write(
    files.length === 1
      ? `soap-notes: wrote ${toPrintable(files[0]?.path ?? out)}\n`
      : `soap-notes: wrote ${files.length} files to ${toPrintable(out)}\n`,
  );
}

/** A label as the name of a file. */
export const toFileName = (label: string): string =>
  label.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '') || 'export';
