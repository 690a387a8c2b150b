// The clients as the editor's tree shows them: rows by difference, sessions, and what needs care.
import {
  type ClientEntry,
  type ClientFile,
  findPain,
  findPainAfter,
  isSigned,
  listClientAlerts,
  type Visit,
} from '../core/index';
import type {
  ClientAlertsParams,
  ClientAlertsRow,
  ClientListParams,
  ClientListResult,
  ClientRow,
  SessionRow,
} from './protocol';
import { placesOf, type State } from './state';

/** A client with the note or record that stands for it, and its newest day. No text is read for it. */
function toClientRow(state: State, { key, id, name, record, sessions }: ClientEntry): ClientRow {
  const newest = sessions.at(-1);
  return {
    key,
    id,
    ...(name !== undefined && { name }),
    uri: placesOf(state).uriOf(record ?? newest?.uri ?? ''),
    ...(newest?.date !== undefined && { lastVisit: newest.date }),
    sessions: sessions.length,
  };
}

interface SentRow {
  readonly version: number;
  readonly text: string;
}

interface SentList {
  readonly version: number;
  readonly rows: ReadonlyMap<string, SentRow>;
}

const sent = new WeakMap<State, SentList>();

/** The rows that are new or other than at the version that the client has; all of them where it has none. */
export function listClientRows(state: State, params: ClientListParams | undefined): ClientListResult {
  const before = sent.get(state);
  const all = before === undefined || params?.version !== before.version;
  const rows = new Map<string, SentRow>();
  const changed: ClientRow[] = [];
  for (const entry of state.workspace.roster()) {
    const known = before?.rows.get(entry.key);
    if (!all && known?.version === entry.version) {
      rows.set(entry.key, known);
      continue;
    }
    const row = toClientRow(state, entry);
    const text = JSON.stringify(row);
    rows.set(entry.key, { version: entry.version, text });
    if (all || known?.text !== text) changed.push(row);
  }
  const removed = all ? [] : [...(before?.rows.keys() ?? [])].filter((key) => !rows.has(key));
  const version = (before?.version ?? 0) + (all || changed.length > 0 || removed.length > 0 ? 1 : 0);
  sent.set(state, { version, rows });
  return { version, all, rows: changed, removed };
}

/** True if the client was given the list of clients, and so wants to hear of changes. */
export const watchesClients = (state: State): boolean => sent.has(state);

/** The client of a key with all its texts; undefined if it is gone. */
export function findClient(state: State, key: unknown): ClientFile | undefined {
  const entry = state.workspace.roster().find((client) => client.key === key);
  const uri = entry?.record ?? entry?.sessions[0]?.uri;
  return uri === undefined ? undefined : state.workspace.clientOf(uri);
}

/** The sessions of a client, newest first, read and not judged. */
export function listSessions(state: State, key: string): readonly SessionRow[] {
  const { uriOf } = placesOf(state);
  return [...(findClient(state, key)?.visits ?? [])]
    .reverse()
    .map(({ uri, note, date }: Visit): SessionRow => {
      const therapist = note.frontMatter?.therapist?.value;
      const before = findPain(note)?.points;
      const after = findPainAfter(note)?.points;
      return {
        uri: uriOf(uri),
        ...(date !== undefined && { date }),
        ...(therapist !== undefined && { therapist }),
        ...(before !== undefined && { painBefore: before }),
        ...(after !== undefined && { painAfter: after }),
        signed: isSigned(note),
      };
    });
}

/** The alerts of the clients that are asked about. Each may judge a note, so other work gets its turn between them. */
export async function listAlerts(
  state: State,
  { keys }: ClientAlertsParams,
  isCancelled: () => boolean,
): Promise<readonly ClientAlertsRow[]> {
  const wanted = new Set(keys);
  const rows: ClientAlertsRow[] = [];
  for (const { key, record, sessions } of state.workspace.roster()) {
    if (!wanted.has(key)) continue;
    if (isCancelled()) break;
    const uri = sessions.at(-1)?.uri ?? record;
    const view = uri === undefined ? undefined : state.workspace.view(uri);
    const isClients = view?.kind === 'note' || view?.kind === 'client';
    rows.push({ key, alerts: isClients ? listClientAlerts(view, state.workspace.today()) : [] });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
}
