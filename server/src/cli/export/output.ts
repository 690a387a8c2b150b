// Where an export goes: printed, or written to new files outside of the practice, all of them or none.
import { realpathSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { findThere } from '../../io/files';
import { findPracticeRoot } from '../../io/practice';
import { writeFolder } from '../../io/write-folder';
import { UsageError } from '../command';
import { type CliIo, toPrintable } from '../console';
import { orRefuse, writeAll } from '../write';

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
  const root = findPracticeRoot(realpathSync(findThere(path)));
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
export async function putOut(
  exported: Iterable<ExportFile> | AsyncIterable<ExportFile>,
  out: string | undefined,
  several: string,
  io: CliIo,
): Promise<void> {
  const files = iterate(exported);
  const { value: only } = await files.next();
  if (only === undefined) throw new UsageError('There is nothing to export.');
  const { value: another } = await files.next();
  const say = (written: string): unknown => io.stderr.write(`soap-notes: wrote ${toPrintable(written)}\n`);
  if (out === undefined) {
    if (another !== undefined) throw new UsageError(several);
    if (typeof only.content !== 'string')
      throw new UsageError('A PDF is not printed here; say where with --out.');
    io.stdout.write(only.content);
  } else if (extname(out).toLowerCase() === extname(only.name)) {
    if (another !== undefined)
      throw new UsageError('Several files do not fit into one. Name a folder with --out.');
    writeAll([{ kind: 'create', path: out, text: only.content }], io);
    say(out);
  } else if (another === undefined) {
    const path = join(out, only.name);
    writeAll([{ kind: 'create', path, text: only.content }], io);
    say(path);
  } else {
    async function* all(): AsyncGenerator<ExportFile> {
      yield* [only, another].flatMap((file) => file ?? []);
      yield* files;
    }
    const count = await orRefuse(() => writeFolder(out, all(), { put: io.writeFile }));
    say(`${count} files to ${out}`);
  }
}

async function* iterate(
  files: Iterable<ExportFile> | AsyncIterable<ExportFile>,
): AsyncGenerator<ExportFile, undefined> {
  yield* files;
  return undefined;
}

/** A label as the name of a file. */
export const toFileName = (label: string): string =>
  label.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '') || 'export';
