// All documents of each client, read and not judged; worked out again only for clients of whom something changed.
import { dateOfNote, dateOfPath } from '../facts/session';
import type { ClientRecord, Note, Practice } from '../note/model';
import type { Uri } from '../text/span';
import type { ClientRegister } from './clients';
import type { ClientFile, SourceFile, Visit } from './model';

/** What clients are read with. */
export interface ClientReaders {
  readonly register: ClientRegister;
  readonly idOf: (file: SourceFile) => string | undefined;
  readonly noteOf: (file: SourceFile) => Note;
  readonly recordOf: (file: SourceFile) => ClientRecord;
  readonly rootOf: (uri: Uri) => string;
  readonly practiceFileOf: (uri: Uri) => SourceFile | undefined;
  readonly practiceOf: (file: SourceFile) => Practice;
}

/** The clients of a workspace. */
export interface ClientFiles {
  /** Sorted by key. */
  list(): readonly ClientFile[];
  find(uri: Uri): ClientFile | undefined;
}

/** Makes the reader of clients. */
export function createClientFiles(readers: ClientReaders): ClientFiles {
  const { register } = readers;
  const visits = new WeakMap<SourceFile, Visit>();
  const known = new Map<
    string,
    { readonly version: number; readonly practice: SourceFile | undefined; readonly file: ClientFile }
  >();

  const visitOf = (file: SourceFile): Visit => {
    const before = visits.get(file);
    if (before !== undefined) return before;
    const note = readers.noteOf(file);
    const visit: Visit = { uri: file.uri, note, date: dateOfNote(note) ?? dateOfPath(file.uri) };
    visits.set(file, visit);
    return visit;
  };
  const read = (key: string): ClientFile | undefined => {
    const version = register.versionOf(key);
    const before = known.get(key);
    if (before !== undefined && before.version === version) {
      const practice = readers.practiceFileOf(before.file.record?.uri ?? before.file.visits[0]?.uri ?? '');
      if (practice === before.practice) return before.file;
    }
    const { record, notes } = register.filesOfKey(key);
    const first = record ?? notes[0];
    if (first === undefined) return undefined;
    const practice = readers.practiceFileOf(first.uri);
    const file: ClientFile = {
      key,
      practiceRoot: readers.rootOf(first.uri),
      id: readers.idOf(first) ?? '',
      record: record && { uri: record.uri, record: readers.recordOf(record) },
      visits: notes.map(visitOf).sort(compareVisits),
      practice: practice && readers.practiceOf(practice),
    };
    known.set(key, { version, practice, file });
    return file;
  };
  return {
    list() {
      const keys = register.keys();
      const held = new Set(keys);
      for (const key of known.keys()) if (!held.has(key)) known.delete(key);
      return keys.flatMap((key) => read(key) ?? []);
    },
    find(uri) {
      const key = register.keyOf(uri);
      return key === undefined ? undefined : read(key);
    },
  };
}

const compareVisits = (a: Visit, b: Visit): number =>
  (a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : a.uri < b.uri ? -1 : 1;
