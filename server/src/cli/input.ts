// Reads the one text that a command works on: a file of any name, or standard input.
import { resolve } from 'node:path';
import { decodeText, maximumFileBytes, type ReadResult, readTextFile } from '../io/files';
import { UsageError } from './command';
import type { CliIo } from './console';

/** A text as it was read. `bom` tells that it began with a byte order mark, which `text` does not hold. */
export type Input = Extract<ReadResult, { readonly ok: true }>;

/** Reads a file, or standard input for `-`. Throws a `UsageError` for what cannot be read. */
export async function readInput(file: string, io: CliIo): Promise<Input> {
  const read = file === '-' ? await readStdin(io.stdin) : readTextFile(resolve(io.cwd, file));
  if (!read.ok) throw new UsageError(`${file === '-' ? 'Standard input' : file} ${read.message}.`);
  return read;
}

async function readStdin(stdin: CliIo['stdin']): Promise<ReadResult> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maximumFileBytes) break;
  }
  return decodeText(Buffer.concat(chunks));
}
