// The clients of the practice, as the editor's commands list them.
import { copyForward, type NoteView } from '../core/index';
import type { ClientSummary, NewNoteParams, NewNoteResult } from './protocol';
import { placesOf, type State } from './state';

interface Known {
  readonly id: string;
  name?: string;
  uri: string;
  record: boolean;
  lastVisit?: string;
}

/** Lists the clients that records and notes name, sorted by id. */
export function listClients(state: State): readonly ClientSummary[] {
  const { uriOf } = placesOf(state);
  const clients = new Map<string, Known>();
  for (const uri of state.workspace.list()) {
    const view = state.workspace.view(uri);
    const id = view?.kind === 'note' ? view.client.id : view?.kind === 'client' ? view.id : undefined;
    if (view === undefined || id === undefined) continue;
    const known: Known = clients.get(id) ?? { id, uri, record: false };
    if (view.kind === 'client') {
      known.uri = uri;
      known.record = true;
      if (view.parsed.value.name !== undefined) known.name = view.parsed.value.name.value;
    } else if (view.kind === 'note') {
      const { date } = view.session;
      if (date !== undefined && (known.lastVisit === undefined || known.lastVisit < date)) {
        known.lastVisit = date;
        if (!known.record) known.uri = uri;
      }
    }
    clients.set(id, known);
  }
  return [...clients.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ record: _, uri, ...client }) => ({ ...client, uri: uriOf(uri) }));
}

/** A new note that carries on from the client's last one; null where there is none. */
export function beginNote(state: State, session: NewNoteParams): NewNoteResult | null {
  let last: NoteView | undefined;
  for (const uri of state.workspace.list()) {
    const view = state.workspace.view(uri);
    if (view?.kind !== 'note' || view.client.id?.toLowerCase() !== session.client.toLowerCase()) continue;
    const { date } = view.session;
    if (date === undefined || date > session.date) continue;
    if (last?.session.date === undefined || last.session.date <= date) last = view;
  }
  return last === undefined ? null : copyForward(last, session);
}
