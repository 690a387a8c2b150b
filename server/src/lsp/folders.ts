// The files of the practices: read when the server starts, and kept current when files change.
import type { ProgressToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { kindOf, say, type Uri } from '../core/index';
import { createPacer, readingWaitMs } from './pace';
import type { GivenFile } from './protocol';
import type { State } from './state';
import { isBelow, toOwnUri } from './uris';

/** Where progress is shown while folders are read; absent where the client shows none. */
export type ProgressFactory = (
  token?: ProgressToken,
) => Promise<WorkDoneProgressReporter & { begin(title: string): void; done(): void }>;

/**
 * Reads the notes and records of folders into the workspace; yields between batches, and tells of each (`onBatch`), so
 * that what is known already can be shown. Who the clients are is read while the folders are looked through, the notes
 * after that: they are ten times as many. Answers all uris it found.
 */
export async function readFolders(
  state: State,
  folders: Iterable<Uri>,
  progress: ProgressFactory | undefined,
  onBatch: () => void = () => undefined,
): Promise<ReadonlySet<Uri>> {
  const found = new Set<Uri>(state.given.keys());
  const pause = createPacer(state, readingWaitMs);
  const reporter = state.abilities.workDoneProgress ? await progress?.().catch(() => undefined) : undefined;
  reporter?.begin(say`Reading notes and records`);
  const read = (uri: Uri): void => {
    readIntoWorkspace(state, uri);
    found.add(uri);
  };
  const rest = async (): Promise<void> => {
    if (!(await pause())) return;
    onBatch();
    reporter?.report(say`${found.size} files`);
  };
  const notes: Uri[] = [];
  for (const folder of folders)
    for (const uri of state.disk?.walk(folder) ?? []) {
      if (state.phase === 'stopped') break;
      if (kindOf(uri) === 'note') notes.push(uri);
      else read(uri);
      await rest();
    }
  for (const uri of notes) {
    if (state.phase === 'stopped') break;
    read(uri);
    await rest();
  }
  reporter?.done();
  return found;
}

/** Reads one file, unless it is open: what is typed wins over the disk. True if the workspace changed. */
export function readIntoWorkspace(state: State, uri: Uri): boolean {
  if (state.open.has(uri) || kindOf(uri) === undefined) return false;
  const given = state.given.get(uri);
  // A text that the client gave cannot be read again, so it stays in memory.
  if (given !== undefined) return state.workspace.set(uri, given);
  const found = state.disk?.read(uri);
  if (found === undefined) return state.workspace.remove(uri);
  if (found.ok || found.reason === 'missing') state.unread.delete(uri);
  else state.unread.set(uri, found.message);
  return found.ok ? state.workspace.shelve(uri, found.text) : state.workspace.remove(uri);
}

/** Takes files that the client has read, or learns that they are gone. Answers the documents that this touches. */
export function takeFiles(state: State, files: readonly GivenFile[]): ReadonlySet<Uri> {
  const affected = new Set<Uri>();
  for (const { uri: clientUri, text } of files) {
    const uri = toOwnUri(clientUri);
    if (kindOf(uri) === undefined) continue;
    if (text === undefined) state.given.delete(uri);
    else state.given.set(uri, text);
    for (const other of state.workspace.affectedBy(uri)) affected.add(other);
    readIntoWorkspace(state, uri);
    for (const other of state.workspace.affectedBy(uri)) affected.add(other);
  }
  return affected;
}

/** A note opened by itself: reads the record and the notes that stand with it, as the command line does. */
export function readAround(state: State, uri: Uri): readonly Uri[] {
  if (isInFolder(state, uri)) return [];
  return (state.disk?.around(uri) ?? []).filter((other) => other !== uri && readIntoWorkspace(state, other));
}

/** True if a document lies in a folder that the client has opened. */
export const isInFolder = (state: State, uri: Uri): boolean =>
  [...state.folders].some((folder) => isBelow(uri, folder));
