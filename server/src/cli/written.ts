// Writes files for a command: all of them or none, and a failure is one line for the user.
import { type FileWrite, WriteError, writeFiles } from '../io/write-files';
import { UsageError } from './command';

/** Does all changes, or none and throws a `UsageError`. */
export function writeOrRefuse(writes: readonly FileWrite[]): void {
  try {
    writeFiles(writes);
  } catch (error) {
    if (error instanceof WriteError) throw new UsageError(error.message);
    throw error;
  }
}
