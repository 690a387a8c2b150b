// How commands change files: all of them or none, or as a diff that changes nothing.
import { createTwoFilesPatch } from 'diff';
import { type FileWrite, WriteError, writeFiles } from '../io/write-files';
import { UsageError } from './command';
import type { CliIo } from './console';
import { toShownPath } from './practice';

/** A file whose text is to be replaced. */
export interface TextChange {
  readonly path: string;
  /** The path as shown, with `/`. */
  readonly shownPath: string;
  readonly before: string;
  readonly after: string;
  readonly bom: boolean;
}

/** Does all changes or none; a `UsageError` says what stood in the way. */
export function writeAll(
  writes: readonly FileWrite[],
  { cwd, writeFile }: Pick<CliIo, 'cwd' | 'writeFile'>,
): void {
  try {
    writeFiles(writes, { toShown: (path) => toShownPath(path, cwd), put: writeFile });
  } catch (error) {
    throw toUsageError(error);
  }
}

/** What a write gives; a `UsageError` says what stood in the way. */
export async function orRefuse<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw toUsageError(error);
  }
}

const toUsageError = (error: unknown): unknown =>
  error instanceof WriteError ? new UsageError(error.message) : error;

/** The change as one that `writeAll` takes. */
export const toWrite = ({ path, after, bom }: TextChange): FileWrite => ({
  kind: 'replace',
  path,
  text: after,
  bom,
});

/** A unified diff of changes, as `git apply` takes it. It shows the words of the files. */
export const printDiff = (changes: readonly TextChange[]): string =>
  changes
    .map(({ shownPath, before, after }) =>
      createTwoFilesPatch(`a/${shownPath}`, `b/${shownPath}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      }),
    )
    .join('');
