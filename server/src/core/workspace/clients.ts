// Which record and which notes belong to one client: by the id that they name, else by the folder they lie in.
import type { Uri } from '../text/span';
import { folderOf, recordIdOfPath } from './files';
import type { SourceFile } from './model';

/** The documents of one client. */
export interface ClientFiles {
  readonly record: SourceFile | undefined;
  /** In the order of their uris. */
  readonly notes: readonly SourceFile[];
}

/** Keeps the documents of a practice by client. */
export interface ClientRegister {
  /** Takes a document in, or anew after its text has changed. */
  enrol(file: SourceFile): void;
  strike(uri: Uri): void;
  /** Takes all documents anew: their practices may have changed. */
  enrolAll(files: Iterable<SourceFile>): void;
  /** The documents of the client that a document is about. */
  filesOf(uri: Uri): ClientFiles;
  /** The client that a document is about, and all clients, sorted; each named by practice and id. */
  keyOf(uri: Uri): string | undefined;
  keys(): readonly string[];
  filesOfKey(key: string): ClientFiles;
  /** Another number after each change of a client's documents. */
  versionOf(key: string): number;
  /** The record that lies in the folder of a note, where it is another client's. */
  recordBeside(uri: Uri): SourceFile | undefined;
  /** True if a practice has a client. */
  hasClients(root: string): boolean;
  /** The ids that documents name, sorted. */
  ids(): readonly string[];
}

interface Entry {
  record: Uri | undefined;
  readonly notes: Set<Uri>;
  version: number;
}

/** Makes an empty register. `idOf` reads the client that a document names, `rootOf` the practice it belongs to. */
export function createClientRegister(
  idOf: (file: SourceFile) => string | undefined,
  rootOf: (uri: Uri) => string,
): ClientRegister {
  const files = new Map<Uri, SourceFile>();
  const clients = new Map<string, Entry>();
  const keys = new Map<Uri, string>();
  const folders = new Map<string, Set<Uri>>();
  // Notes of the record of their folder, which has another id than they: by what their own key would be.
  const lent = new Map<string, Set<Uri>>();
  let ids: readonly string[] | undefined;
  let changes = 0;

  const touch = (entry: Entry): void => {
    changes += 1;
    entry.version = changes;
  };
  const toKey = (uri: Uri, id: string): string => `${rootOf(uri)}\n${id.toLowerCase()}`;

  /** The record of a folder. One named after its client, `pat-doe.client.yaml`, belongs to no folder. */
  const recordIn = (folder: string): SourceFile | undefined =>
    [...(folders.get(folder) ?? [])]
      .sort()
      .flatMap((uri) => files.get(uri) ?? [])
      .find(({ kind, uri }) => kind === 'client' && /\/client\.ya?ml$/i.test(uri));

  /** The key of a note: the client that it names; where no record has that id and it is the folder's, the folder's record. */
  const keyOfNote = (file: SourceFile): string | undefined => {
    const id = idOf(file);
    const folder = folderOf(file.uri);
    const own = id === undefined ? undefined : toKey(file.uri, id);
    if (own !== undefined && clients.get(own)?.record !== undefined) return own;
    if (id !== undefined && id.toLowerCase() !== nameOfFolder(folder).toLowerCase()) return own;
    const record = recordIn(folder);
    const named = record === undefined ? undefined : idOf(record);
    if (record === undefined || named === undefined) return own;
    if (own !== undefined) lent.set(own, (lent.get(own) ?? new Set<Uri>()).add(file.uri));
    return toKey(record.uri, named);
  };

  const place = (file: SourceFile): void => {
    const id = file.kind === 'client' ? idOf(file) : undefined;
    const key = file.kind === 'note' ? keyOfNote(file) : id === undefined ? undefined : toKey(file.uri, id);
    if (key === undefined) return;
    keys.set(file.uri, key);
    const entry = clients.get(key) ?? { record: undefined, notes: new Set<Uri>(), version: 0 };
    clients.set(key, entry);
    touch(entry);
    if (file.kind === 'note') entry.notes.add(file.uri);
    else if (entry.record === undefined || file.uri < entry.record) entry.record = file.uri;
  };
  const displace = (uri: Uri): void => {
    const key = keys.get(uri);
    const entry = key === undefined ? undefined : clients.get(key);
    if (key === undefined || entry === undefined) return;
    keys.delete(uri);
    entry.notes.delete(uri);
    touch(entry);
    if (entry.record === uri)
      entry.record = [...files.values()].find(
        (file) => file.kind === 'client' && file.uri !== uri && keys.get(file.uri) === key,
      )?.uri;
    if (entry.record === undefined && entry.notes.size === 0) clients.delete(key);
  };
  /** A record came, changed or went: notes of its folder, and of the ids that it had and has, may belong elsewhere now. */
  const placeAround = (uri: Uri, touched: readonly (string | undefined)[]): void => {
    const notes = new Set(folders.get(folderOf(uri)));
    for (const key of touched)
      for (const note of [...(lent.get(key ?? '') ?? []), ...(clients.get(key ?? '')?.notes ?? [])])
        notes.add(note);
    for (const key of touched) lent.delete(key ?? '');
    for (const other of notes) {
      const file = files.get(other);
      if (file?.kind !== 'note') continue;
      displace(other);
      place(file);
    }
  };

  const filesOfEntry = (entry: Entry | undefined): ClientFiles => ({
    record: entry?.record === undefined ? undefined : files.get(entry.record),
    notes: [...(entry?.notes ?? [])].sort().flatMap((note) => files.get(note) ?? []),
  });

  return {
    enrol(file) {
      if (file.kind !== 'note' && file.kind !== 'client') return;
      const before = keys.get(file.uri);
      displace(file.uri);
      files.set(file.uri, file);
      const folder = folderOf(file.uri);
      const around = folders.get(folder) ?? new Set<Uri>();
      folders.set(folder, around.add(file.uri));
      ids = undefined;
      place(file);
      if (file.kind === 'client') placeAround(file.uri, [before, keys.get(file.uri)]);
    },
    strike(uri) {
      const file = files.get(uri);
      if (file === undefined) return;
      const before = keys.get(uri);
      displace(uri);
      files.delete(uri);
      folders.get(folderOf(uri))?.delete(uri);
      ids = undefined;
      if (file.kind === 'client') placeAround(uri, [before]);
    },
    enrolAll(all) {
      for (const known of [files, clients, keys, folders, lent]) known.clear();
      const held = [...all];
      for (const file of held) if (file.kind === 'client') this.enrol(file);
      for (const file of held) if (file.kind === 'note') this.enrol(file);
    },
    filesOf: (uri) => filesOfEntry(clients.get(keys.get(uri) ?? '')),
    filesOfKey: (key) => filesOfEntry(clients.get(key)),
    keyOf: (uri) => keys.get(uri),
    keys: () => [...clients.keys()].sort(),
    versionOf: (key) => clients.get(key)?.version ?? 0,
    recordBeside(uri) {
      const record = recordIn(folderOf(uri));
      return record === undefined || keys.get(record.uri) === keys.get(uri) ? undefined : record;
    },
    hasClients: (root) => [...clients.keys()].some((key) => key.startsWith(`${root}\n`)),
    ids() {
      ids ??= [...new Set([...files.values()].flatMap((file) => idOf(file) ?? []))].sort();
      return ids;
    },
  };
}

/** The name of a folder, as an id would be written. */
const nameOfFolder = (folder: string): string => recordIdOfPath(`${folder}/client.yaml`);
