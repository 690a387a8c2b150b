// The clients of the practice, as the editor's commands list them.
import { copyForward, findLastNote } from '../core/index';
import type { ClientSummary, NewNoteParams, NewNoteResult } from './protocol';
import { placesOf, type State } from './state';

/** Lists the clients that records and notes name, sorted by id. No note is read for it. */
export function listClients(state: State): readonly ClientSummary[] {
  const { uriOf } = placesOf(state);
  return state.workspace.roster().flatMap(({ id, name, record, sessions }) => {
    const last = sessions.at(-1);
    const uri = record ?? last?.uri;
    return uri === undefined
      ? []
      : [
          {
            id,
            ...(name !== undefined && { name }),
            uri: uriOf(uri),
            ...(last?.date !== undefined && { lastVisit: last.date }),
          },
        ];
  });
}

/** A new note that carries on from the client's last one; null where there is none. */
export function beginNote(state: State, session: NewNoteParams): NewNoteResult | null {
  const last = findLastNote(state.workspace, session);
  return last === undefined ? null : copyForward(last, session);
}
