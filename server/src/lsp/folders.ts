// The practices on disk: read when the server starts, and kept current when files change.
import { sep } from 'node:path';
import type { ProgressToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { kindOf, type Uri } from '../core/index';
import { findPathKind, readTextFile, toFilePath, toFileUri, walkFolder } from '../io/files';
import { findPracticeRoot, listPracticeFiles } from '../io/practice';
import { createPacer } from './pace';
import type { State } from './state';
import { isBelow } from './uris';

/** Where progress is shown while folders are read; absent where the client shows none. */
export type ProgressFactory = (
  token?: ProgressToken,
) => Promise<WorkDoneProgressReporter & { begin(title: string): void; done(): void }>;

/** Reads the notes and records of folders into the workspace; yields between batches. Answers all uris it found. */
export async function readFolders(
  state: State,
  folders: Iterable<Uri>,
  progress: ProgressFactory | undefined,
): Promise<ReadonlySet<Uri>> {
  const found = new Set<Uri>();
  const pause = createPacer();
  const reporter = state.abilities.workDoneProgress ? await progress?.().catch(() => undefined) : undefined;
  reporter?.begin('Reading notes and records');
  for (const folder of folders) {
    const path = toFilePath(folder);
    if (path === undefined) continue;
    for (const file of walkFolder(path)) {
      if (state.phase === 'stopped') break;
      const uri = toFileUri(file.path);
      readIntoWorkspace(state, uri);
      found.add(uri);
      if (!(await pause())) continue;
      reporter?.report(`${found.size} files`);
    }
  }
  reporter?.done();
  return found;
}

/** Reads one file, unless it is open: what is typed wins over the disk. True if the workspace changed. */
export function readIntoWorkspace(state: State, uri: Uri): boolean {
  if (state.open.has(uri)) return false;
  const path = toFilePath(uri);
  if (path === undefined || kindOf(uri) === undefined) return false;
  const found = readTextFile(path);
  if (found.ok || found.reason === 'missing') state.unread.delete(uri);
  else state.unread.set(uri, found.message);
  return found.ok ? state.workspace.shelve(uri, found.text) : state.workspace.remove(uri);
}

/** A note opened by itself: reads the record and the notes that stand with it, as the command line does. */
export function readAround(state: State, uri: Uri): readonly Uri[] {
  const path = toFilePath(uri);
  if (path === undefined || isInFolder(state, uri)) return [];
  const root = findPracticeRoot(path);
  const folder = path.slice(0, Math.max(0, path.lastIndexOf(sep)));
  if (folder === '' || findPathKind(folder) !== 'folder') return [];
  return listPracticeFiles(folder, root).flatMap((file) => {
    const other = toFileUri(file.path);
    return other !== uri && readIntoWorkspace(state, other) ? [other] : [];
  });
}

/** True if a document lies in a folder that the client has opened. */
export const isInFolder = (state: State, uri: Uri): boolean =>
  [...state.folders].some((folder) => isBelow(uri, folder));
