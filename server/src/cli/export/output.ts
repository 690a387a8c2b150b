// Where an export goes: printed, or written to new files outside of the practice, all of them or none.
import { realpathSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { findThere } from '../../io/files';
import { findPracticeRoot } from '../../io/practice';
import { writeFolder, writeInPieces } from '../../io/write-folder';
import { UsageError } from '../command';
import { type CliIo, toPrintable } from '../console';
import { orRefuse, writeAll } from '../write';

/** One file of an export. Its name has no folder. A large text comes piece by piece. */
export interface ExportFile {
  readonly name: string;
  readonly content: string | Uint8Array | Iterable<string>;
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
    const { content } = only;
    if (content instanceof Uint8Array)
      throw new UsageError('A PDF is not printed here; say where with --out.');
    for (const piece of typeof content === 'string' ? [content] : content) io.stdout.write(piece);
  } else if (extname(out).toLowerCase() === extname(only.name)) {
    if (another !== undefined)
      throw new UsageError('Several files do not fit into one. Name a folder with --out.');
    await writeOne(out, only.content, io);
    say(out);
  } else if (another === undefined) {
    const path = join(out, only.name);
    await writeOne(path, only.content, io);
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

async function writeOne(path: string, content: ExportFile['content'], io: CliIo): Promise<void> {
  if (typeof content === 'string' || content instanceof Uint8Array)
    return writeAll([{ kind: 'create', path, text: content }], io);
  await orRefuse(() => writeInPieces(path, content, { put: io.writeFile }));
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
