// Which client a document is about, worked out from its text alone, for fronts that take a practice client by client.
import { clientIdOfNote } from '../facts/session';
import { parseClientRecord } from '../note/client';
import { findNamedClient, parseHead } from '../note/head';
import { type Folders, practiceRootOf, recordIdOfPath } from './files';
import type { SourceFile } from './model';

/** The ids under which notes name the client of a note or record; none for other files and for a note that names nobody. */
function findClientIds({ uri, text, kind }: SourceFile): readonly string[] {
  if (kind === 'note') return [findNamedClient(text) ?? clientIdOfNote(uri, parseHead(text)) ?? []].flat();
  if (kind !== 'client') return [];
  const { id, formerIds } = parseClientRecord(text).value;
  return [id?.value ?? recordIdOfPath(uri), ...formerIds.map(({ value }) => value)];
}

/**
 * What a note or record names as its client: its practice and the client's id, in one key; of a record also the ids that
 * the client had before. A note rests on the files that share a key with it, directly or through others, on the record in
 * its own folder, on practice files and on the practice's own knowledge, and on nothing else. `practiceFolders` are the
 * folders that hold a practice file.
 */
export const findClientKeys = (file: SourceFile, practiceFolders: Folders): readonly string[] =>
  findClientIds(file).map((id) => `${practiceRootOf(file.uri, practiceFolders)}\n${id.toLowerCase()}`);
