// All places of the practice that name what stands at a place: the client's own first, then client by client.
import {
  type CancellationToken,
  type Location,
  type ReferenceParams,
  ReferencesRequest,
} from 'vscode-languageserver';
import { findTermAt, listReferences, listTermPlaces, type Source, type Uri } from '../core/index';
import { documentsOf, type Tools } from './handlers/table';
import { createPacer } from './pace';
import { placesOf, positionsOfView, type State } from './state';
import { toLocation } from './to-proto/edits';
import { toOwnUri } from './uris';

/**
 * Answers `textDocument/references`. Thousands of notes are read for it: other requests get their turn in between, and a
 * client that takes parts is sent them as they come, the client's own documents at once.
 */
export async function findReferences(
  tools: Tools,
  { textDocument, position, partialResultToken }: ReferenceParams,
  token: CancellationToken,
): Promise<Location[]> {
  const { state, practice } = tools;
  await practice.whenRead();
  const view = state.workspace.view(toOwnUri(textDocument.uri));
  if (view === undefined) return [];
  const offset = positionsOfView(state, view).toOffset(position);
  const found: Location[] = [];
  const give = (sources: readonly Source[]): void => {
    const locations = sources.map((source) => toLocation(source, placesOf(state)));
    if (partialResultToken === undefined) found.push(...locations);
    else if (locations.length > 0)
      void state.connection.sendProgress(ReferencesRequest.type, partialResultToken, locations);
  };
  give(listReferences(view, offset, documentsOf(tools, view.file.uri)));
  const term = findTermAt(view, offset);
  // The id of a client is nobody else's.
  if (term === undefined) return found;
  const pause = createPacer(state);
  for (const uris of listOthers(state, view.file.uri)) {
    for (const uri of uris.notes) {
      if (token.isCancellationRequested) return found;
      const session = state.workspace.session(uri);
      if (session !== undefined)
        give(listTermPlaces(view.kb, term, { record: undefined, sessions: [session] }));
      await pause();
    }
    const record = uris.record === undefined ? undefined : state.workspace.recordOf(uris.record);
    if (record !== undefined) give(listTermPlaces(view.kb, term, { record, sessions: [] }));
  }
  return found;
}

/** The documents of the other clients of the practice, client by client. */
function* listOthers(
  { workspace }: State,
  uri: Uri,
): Generator<{ readonly record: Uri | undefined; readonly notes: readonly Uri[] }> {
  const own = workspace.entryOf(uri);
  if (own === undefined) return;
  for (const { key, root, record, sessions } of workspace.roster())
    if (root === own.root && key !== own.key) yield { record, notes: sessions.map((note) => note.uri) };
}
