// All documents of each client, read and not judged; worked out again only for clients of whom something changed.
import type { ClientRecord, Note, Practice } from '../note/model';
import type { Uri } from '../text/span';
import type { ClientEntry, ClientFile, SourceFile } from './model';

/** What clients are read with. */
export interface ClientReaders {
  readonly load: (uri: Uri) => SourceFile | undefined;
  readonly noteOf: (file: SourceFile) => Note;
  readonly recordOf: (file: SourceFile) => ClientRecord;
  readonly practiceFileOf: (uri: Uri) => SourceFile | undefined;
  readonly practiceOf: (file: SourceFile) => Practice;
}

/** Makes the reader of clients. What nobody has any more is forgotten: texts of thousands of clients would not fit. */
export function createClientReader(readers: ClientReaders): (entry: ClientEntry) => ClientFile {
  const known = new Map<
    string,
    {
      readonly version: number;
      readonly practice: SourceFile | undefined;
      readonly file: WeakRef<ClientFile>;
    }
  >();
  return ({ key, version, root, id, record, sessions }) => {
    const practice = readers.practiceFileOf(record ?? sessions[0]?.uri ?? '');
    const before = known.get(key);
    const same =
      before?.version === version && before.practice === practice ? before.file.deref() : undefined;
    if (same !== undefined) return same;
    const own = record === undefined ? undefined : readers.load(record);
    const file: ClientFile = {
      key,
      practiceRoot: root,
      id,
      record: own && { uri: own.uri, record: readers.recordOf(own) },
      visits: sessions.flatMap(({ uri, date }) => {
        const note = readers.load(uri);
        return note === undefined ? [] : [{ uri, note: readers.noteOf(note), date }];
      }),
      practice: practice && readers.practiceOf(practice),
    };
    known.set(key, { version, practice, file: new WeakRef(file) });
    return file;
  };
}
