// Who is who in the practices of a workspace: clients by the ids that records and notes name, with their documents.
import type { CivilDate } from '../note/model';
import type { Uri } from '../text/span';
import { folderOf, recordIdOfPath } from './files';
import type { ClientEntry, FileFacts } from './model';

/** The clients. Ids count without regard to upper case, and in one practice only. */
export interface Roster {
  add(facts: FileFacts, root: string): void;
  remove(uri: Uri): void;
  clear(): void;
  factsOf(uri: Uri): FileFacts | undefined;
  /** The client that a note or record belongs to. */
  clientOf(uri: Uri): ClientEntry | undefined;
  /** The record that lies in the folder of a note, where it is another client's. */
  recordBeside(uri: Uri): Uri | undefined;
  /** Changes with every change of a document of the client, and of a record beside the note. */
  revisionOf(uri: Uri): string;
  /** Sorted by id, then practice. */
  list(): readonly ClientEntry[];
  /** Sorted. */
  ids(): readonly string[];
  /** True if a practice has a client. */
  hasClients(root: string): boolean;
}

interface Member {
  readonly facts: FileFacts;
  readonly root: string;
  readonly folder: Uri;
  /** The key by what the document itself says. */
  readonly own: string | undefined;
  /** The key under which it is kept. */
  placed: string | undefined;
}

interface Group {
  readonly key: string;
  readonly root: string;
  readonly records: Map<Uri, FileFacts>;
  readonly notes: Map<Uri, FileFacts>;
  revision: number;
  entry: ClientEntry | undefined;
}

const keyOf = (root: string, id: string): string => `${root}\n${id.toLowerCase()}`;

/** The name of a folder, as an id would be written. */
const nameOfFolder = (folder: string): string => recordIdOfPath(`${folder}/client.yaml`);

/** True for a record that speaks for its folder. One named after its client, `pat-doe.client.yaml`, does not. */
const isOfFolder = ({ kind, uri }: FileFacts): boolean => kind === 'client' && /\/client\.ya?ml$/i.test(uri);

/** Makes an empty roster. */
export function createRoster(): Roster {
  const members = new Map<Uri, Member>();
  const groups = new Map<string, Group>();
  // Former ids lead to the client that a record gives them to: `client: old-id` in a signed note still counts.
  const formerly = new Map<string, string>();
  // Notes by the key that they name, and by the folder that they lie in; records that speak for a folder.
  const notesByOwn = new Map<string, Set<Uri>>();
  const notesByFolder = new Map<string, Set<Uri>>();
  const recordsOfFolder = new Map<string, readonly Uri[]>();
  const roots = new Map<string, number>();
  let revision = 0;
  let entries: readonly ClientEntry[] | undefined;
  let ids: readonly string[] | undefined;

  const folderRecord = ({ folder }: Member): Member | undefined =>
    members.get(recordsOfFolder.get(folder)?.[0] ?? '');
  /** Who a note belongs to: the client that it names, today or formerly; where that is its folder's name, the folder's record. */
  const keyFor = (member: Member): string | undefined => {
    const { facts, own, folder } = member;
    if (facts.kind === 'client') return own;
    if (own !== undefined && (groups.get(own)?.records.size ?? 0) > 0) return own;
    const former = own === undefined ? undefined : formerly.get(own);
    if (former !== undefined) return former;
    const isFolders =
      facts.clientId === undefined || facts.clientId.toLowerCase() === nameOfFolder(folder).toLowerCase();
    return (isFolders ? folderRecord(member)?.own : undefined) ?? own;
  };
  const touch = (group: Group): void => {
    revision += 1;
    group.revision = revision;
    group.entry = undefined;
    entries = undefined;
    ids = undefined;
  };
  const join = (member: Member): void => {
    const key = keyFor(member);
    member.placed = key;
    if (key === undefined) return;
    let group = groups.get(key);
    if (group === undefined) {
      group = { key, root: member.root, records: new Map(), notes: new Map(), revision: 0, entry: undefined };
      groups.set(key, group);
      roots.set(member.root, (roots.get(member.root) ?? 0) + 1);
    }
    const { facts } = member;
    (facts.kind === 'client' ? group.records : group.notes).set(facts.uri, facts);
    touch(group);
  };
  const leave = (member: Member): void => {
    const group = groups.get(member.placed ?? '');
    if (group === undefined) return;
    group.records.delete(member.facts.uri);
    group.notes.delete(member.facts.uri);
    touch(group);
    if (group.records.size + group.notes.size > 0) return;
    groups.delete(member.placed ?? '');
    roots.set(group.root, (roots.get(group.root) ?? 1) - 1);
  };
  const formerKeys = ({ facts, root }: Member): readonly string[] =>
    (facts.formerIds ?? []).map((id) => keyOf(root, id));

  /** A record comes or goes: notes of its folder, and those that name an id of it, may belong elsewhere then. */
  const changeRecord = (record: Member, change: () => void): void => {
    const keys = [...(record.own === undefined ? [] : [record.own]), ...formerKeys(record)];
    const moved = [
      ...new Set([
        ...keys.flatMap((key) => [...(notesByOwn.get(key) ?? [])]),
        ...(notesByFolder.get(record.folder) ?? []),
      ]),
    ].flatMap((uri) => members.get(uri) ?? []);
    for (const note of moved) leave(note);
    change();
    for (const note of moved) join(note);
  };
  const index = ({ facts, own, folder }: Member): void => {
    if (facts.kind === 'note') {
      notesByFolder.set(folder, (notesByFolder.get(folder) ?? new Set<Uri>()).add(facts.uri));
      if (own !== undefined) notesByOwn.set(own, (notesByOwn.get(own) ?? new Set<Uri>()).add(facts.uri));
    } else if (isOfFolder(facts))
      recordsOfFolder.set(folder, [...(recordsOfFolder.get(folder) ?? []), facts.uri].sort());
  };
  const unindex = ({ facts, own, folder }: Member): void => {
    if (facts.kind === 'note') {
      notesByFolder.get(folder)?.delete(facts.uri);
      if (own !== undefined) notesByOwn.get(own)?.delete(facts.uri);
    } else
      recordsOfFolder.set(
        folder,
        (recordsOfFolder.get(folder) ?? []).filter((uri) => uri !== facts.uri),
      );
  };

  const entryOf = (group: Group): ClientEntry => {
    group.entry ??= toEntry(group);
    return group.entry;
  };
  const groupOf = (uri: Uri): Group | undefined => groups.get(members.get(uri)?.placed ?? '');
  const recordBeside = (uri: Uri): Uri | undefined => {
    const member = members.get(uri);
    const record = member && folderRecord(member);
    return record === undefined || record.placed === member?.placed ? undefined : record.facts.uri;
  };

  return {
    add(facts, root) {
      const known = members.get(facts.uri);
      if (known?.root === root && JSON.stringify(known.facts) === JSON.stringify(facts)) {
        // Other words, and nothing that is kept here: the commonest change, once a key.
        revision += 1;
        const group = groupOf(facts.uri);
        if (group === undefined) return;
        group.revision = revision;
        if (group.entry !== undefined) group.entry = { ...group.entry, version: revision };
        return;
      }
      this.remove(facts.uri);
      const id = facts.clientId;
      const own = id === undefined ? undefined : keyOf(root, id);
      const member: Member = { facts, root, folder: folderOf(facts.uri), own, placed: undefined };
      members.set(facts.uri, member);
      index(member);
      if (facts.kind !== 'client') return join(member);
      changeRecord(member, () => {
        join(member);
        if (own !== undefined) for (const key of formerKeys(member)) formerly.set(key, own);
      });
    },
    remove(uri) {
      const member = members.get(uri);
      if (member === undefined) return;
      const forget = (): void => {
        leave(member);
        unindex(member);
        members.delete(uri);
        for (const key of formerKeys(member)) if (formerly.get(key) === member.own) formerly.delete(key);
      };
      if (member.facts.kind === 'client') changeRecord(member, forget);
      else forget();
    },
    clear() {
      for (const known of [members, groups, formerly, notesByOwn, notesByFolder, recordsOfFolder, roots])
        known.clear();
      entries = undefined;
      ids = undefined;
    },
    factsOf: (uri) => members.get(uri)?.facts,
    clientOf(uri) {
      const group = groupOf(uri);
      return group && entryOf(group);
    },
    recordBeside,
    revisionOf: (uri) => `${groupOf(uri)?.revision ?? 0}.${groupOf(recordBeside(uri) ?? '')?.revision ?? 0}`,
    list() {
      entries ??= [...groups.values()].map(entryOf).sort(compareEntries);
      return entries;
    },
    ids() {
      ids ??= [...new Set([...groups.values()].map((group) => entryOf(group).id))].sort();
      return ids;
    },
    hasClients: (root) => (roots.get(root) ?? 0) > 0,
  };
}

const compareEntries = (a: ClientEntry, b: ClientEntry): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : a.root < b.root ? -1 : a.root > b.root ? 1 : 0;

function toEntry({ key, root, revision, records, notes }: Group): ClientEntry {
  // Of two records of one id the first by name counts.
  const record = [...records.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1))[0];
  const sessions = [...notes.values()].sort(
    (a, b) => compareDays(a.date, b.date) || (a.uri < b.uri ? -1 : 1),
  );
  return {
    key,
    version: revision,
    id: record?.clientId ?? sessions[0]?.clientId ?? '',
    name: record?.name,
    root,
    record: record?.uri,
    sessions,
  };
}

/** Notes without a day stand first: nothing is known to come before them. */
const compareDays = (a: CivilDate | undefined, b: CivilDate | undefined): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
