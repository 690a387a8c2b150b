// The clients as the server lists them, kept in step by differences: at thousands of clients a change sends one row.
import { type Disposable, type Event, EventEmitter } from 'vscode';
import {
  type ClientListParams,
  type ClientListResult,
  type ClientRow,
  methods,
} from '../../server/src/lsp/protocol';
import type { Server } from './server';

/** What changed: the keys of rows that are other than before; `all` where rows came or went. */
export interface ClientListChange {
  readonly keys: readonly string[];
  readonly all: boolean;
}

/** The list of clients. */
export interface ClientList extends Disposable {
  /** Rows by key, when they are there for the first time. */
  read(): Promise<ReadonlyMap<string, ClientRow>>;
  readonly onDidChange: Event<ClientListChange>;
}

/** Makes the list. Nothing is asked of the server before somebody reads it. */
export function createClientList(server: Server): ClientList {
  const changed = new EventEmitter<ClientListChange>();
  const rows = new Map<string, ClientRow>();
  let version: number | undefined;
  let reading: Promise<ClientListChange | undefined> | undefined;

  const update = async (): Promise<ClientListChange | undefined> => {
    await server.ready();
    const params: ClientListParams = version === undefined ? {} : { version };
    const result = await server.request<ClientListResult>(methods.clientList, params);
    if (result === undefined) return undefined;
    const came = result.rows.some(({ key }) => !rows.has(key));
    if (result.all) rows.clear();
    for (const key of result.removed) rows.delete(key);
    for (const row of result.rows) rows.set(row.key, row);
    version = result.version;
    const all = result.all || came || result.removed.length > 0;
    return { keys: [...result.rows.map(({ key }) => key), ...result.removed], all };
  };
  /** One question at a time: versions follow each other. */
  const ask = (): Promise<ClientListChange | undefined> => {
    reading = (reading ?? Promise.resolve(undefined)).then(update, update);
    return reading;
  };
  const listening = server.onClientsChanged(async () => {
    if (reading === undefined) return;
    const change = await ask();
    if (change !== undefined && (change.all || change.keys.length > 0)) changed.fire(change);
  });

  return {
    onDidChange: changed.event,
    async read() {
      await (reading ?? ask());
      return rows;
    },
    dispose() {
      listening.dispose();
      changed.dispose();
    },
  };
}
