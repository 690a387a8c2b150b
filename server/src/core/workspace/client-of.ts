// Which client a document is about, worked out from its text alone, for fronts that take a practice client by client.
import { clientIdOfNote } from '../facts/session';
import { parseClientRecord } from '../note/client';
import { parseNote } from '../note/parse';
import { type Folders, practiceRootOf, recordIdOfPath } from './files';
import type { SourceFile } from './model';

/** The id of the client that a note or record is about; undefined for other files and for a note that names nobody. */
function findClientId({ uri, text, kind }: SourceFile): string | undefined {
  if (kind === 'note') return clientIdOfNote(uri, parseNote(text).value);
  if (kind === 'client') return parseClientRecord(text).value.id?.value ?? recordIdOfPath(uri);
  return undefined;
}

/**
 * What a note or record names as its client: its practice and the client's id, in one key. A note rests on the files
 * with its key, on the record in its own folder and the files with that record's key, on practice files and on the
 * practice's own knowledge, and on nothing else. `practiceFolders` are the folders that hold a practice file.
 */
export function findClientKey(file: SourceFile, practiceFolders: Folders): string | undefined {
  const id = findClientId(file);
  return id === undefined ? undefined : `${practiceRootOf(file.uri, practiceFolders)}\n${id.toLowerCase()}`;
}
