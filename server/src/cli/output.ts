// Writes files for commands, whole or not at all, and says in one line what to do where that fails.
import { replaceFile } from '../io/files';
import { UsageError } from './command';
import type { CliIo } from './console';

/** What to do about a file that could not be written; `undefined` for an error that is not the machine's. */
function sayWriteFailure(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'cannot be written: the disk is full. Nothing was changed; free some space and try again';
    case 'EROFS':
      return 'cannot be written: the disk is read-only';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'cannot be written: its folder does not exist';
    case 'EISDIR':
      return 'is a folder; name a file';
    case 'EEXIST':
      return 'is being written by another run; try again when that has ended';
    case 'ENOTFILE':
      return 'is not a file; name one, or leave the option out to print';
    default:
      return 'cannot be written; check its permissions';
  }
}

type Writer = Pick<CliIo, 'writeFile'>;

/**
 * Makes or replaces a file; gives why it could not, in words that go behind its name. Then nothing has changed.
 * `bom` begins it with a byte order mark.
 */
export function tryToWrite(path: string, text: string, io: Writer, bom = false): string | undefined {
  try {
    (io.writeFile ?? replaceFile)(path, bom ? `\ufeff${text}` : text);
    return undefined;
  } catch (error) {
    const words = sayWriteFailure(error);
    if (words === undefined) throw error;
    return words;
  }
}

/** Makes or replaces a file. Throws a `UsageError` that says what to do if that fails. */
export function writeOutput(path: string, shown: string, text: string, io: Writer, bom = false): void {
  const words = tryToWrite(path, text, io, bom);
  if (words !== undefined) throw new UsageError(`${shown} ${words}.`);
}
