// The findings of the whole practice for a client that pulls: in parts, and then only what changes.
import {
  type CancellationToken,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import type { Uri } from '../core/index';
import { pullReport } from './diagnostics';
import type { Tools } from './handlers/table';
import { createPacer } from './pace';
import { placesOf, type State } from './state';
import { toOwnUri } from './uris';

type Item = WorkspaceDiagnosticReport['items'][number];

/** Documents in one part of an answer. */
const partSize = 50;

/**
 * Notes that are judged without being opened, the newest first. The Problems list of a larger practice would be of no
 * use to anybody; *Check Practice* judges every note.
 */
export const mostNotes = 2_000;

/**
 * Answers `workspace/diagnostic`. A client that takes parts is sent them as they come, and then the request stays open
 * and sends what changes: asking anew every other second for thousands of documents would be work for nothing.
 */
export async function pullWorkspace(
  { state, practice, publisher }: Tools,
  { previousResultIds, partialResultToken }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  await practice.whenRead();
  const previous = new Map(previousResultIds.map(({ uri, value }) => [toOwnUri(uri), value]));
  const pause = createPacer(state);
  const end = new AbortController();
  token.onCancellationRequested(() => end.abort());
  const isOver = (): boolean => token.isCancellationRequested || state.phase !== 'running';
  const collect = async (
    uris: Iterable<Uri>,
    send: (items: Item[]) => void,
    isWanted: (item: Item) => boolean = () => true,
  ): Promise<void> => {
    let items: Item[] = [];
    for (const uri of uris) {
      if (isOver()) return;
      const item = reportOf(state, uri, previous.get(uri));
      if (item.kind === 'full' && item.resultId !== undefined) previous.set(uri, item.resultId);
      if (isWanted(item)) items.push(item);
      if (items.length === partSize) {
        send(items);
        items = [];
      }
      await pause();
    }
    if (items.length > 0) send(items);
  };
  // A document that has gone since the client last asked is answered too, so that nothing stays behind.
  const all = (): ReadonlySet<Uri> =>
    new Set([...listJudged(state), ...state.unread.keys(), ...previous.keys()]);

  if (partialResultToken === undefined) {
    const items: Item[] = [];
    await collect(all(), (part) => items.push(...part));
    return { items };
  }
  const send = (items: Item[]): void =>
    void state.connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, {
      items,
    });
  await collect(all(), send);
  while (!isOver()) {
    const changed = await publisher.whenChanged(end.signal);
    if (isOver()) break;
    // What is as it was need not be said again.
    await collect(changed === 'all' ? all() : changed, send, ({ kind }) => kind === 'full');
  }
  return { items: [] };
}

const reportOf = (state: State, uri: Uri, previous: string | undefined): Item => ({
  uri: placesOf(state).uriOf(uri),
  version: state.open.get(uri)?.version ?? null,
  ...pullReport(state, uri, previous),
});

/** What is judged unasked: all records and files of the practice, and its newest notes. */
function listJudged({ connection, workspace, open }: State): readonly Uri[] {
  const uris = workspace.list();
  const notes = workspace.roster().flatMap(({ sessions }) => sessions);
  if (notes.length <= mostNotes) return uris;
  connection.console.info(
    `Of ${notes.length} notes the newest ${mostNotes} are judged without being asked; Check Practice judges all.`,
  );
  const newest = [...notes].sort((a, b) => ((a.date ?? '') > (b.date ?? '') ? -1 : 1)).slice(mostNotes);
  const left = new Set(newest.map(({ uri }) => uri));
  return uris.filter((uri) => open.has(uri) || !left.has(uri));
}
