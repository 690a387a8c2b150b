// Gives a client another id: in the record, in the notes, in the names of folders and files. Used by editor and command line.

import { parseClientRecord } from '../note/client';
import type { FrontMatterEntry, Located } from '../note/model';
import { parseNote } from '../note/parse';
import { isClosed } from '../signing/verify';
import { applyEdits, type DocumentEdit, type TextEdit } from '../text/edit';
import { eolOf } from '../text/lines';
import { say } from '../text/say';
import { span, type Uri } from '../text/span';
import { folderOf } from '../workspace/files';
import type { SourceFile } from '../workspace/model';

/** Everything that a rename needs to know of a practice. */
export interface ClientToRename {
  /** The id that the client has now. */
  readonly from: string;
  readonly to: string;
  /** The root of the practice, without a final slash. */
  readonly root: Uri;
  /** The client's record and all notes, with their texts. */
  readonly files: readonly SourceFile[];
  /** The ids of the practice's other clients. */
  readonly takenIds: readonly string[];
  /** The uris of the practice's documents, so that nothing is renamed onto something else. */
  readonly taken: readonly Uri[];
}

/** A file or folder that gets another name. */
export interface FileRename {
  readonly from: Uri;
  readonly to: Uri;
}

/**
 * What to do, in this order: edits (at the old places), renames one after the other, new files (at the new places).
 * `signed` are notes that keep the old id, because what is signed is never touched: the record then names the old id
 * under `former-ids`, and they go on belonging to the client. Or why nothing is to be done, in words for the user.
 */
export type ClientRename =
  | {
      readonly edits: readonly DocumentEdit[];
      readonly renames: readonly FileRename[];
      readonly creates: readonly { readonly uri: Uri; readonly text: string }[];
      readonly signed: readonly Uri[];
    }
  | { readonly refusal: string };

const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u;

/** Works out how a client gets another id. Changes nothing by itself; signed notes are left as they are. */
export function renameClient(client: ClientToRename): ClientRename {
  const { from, files, root } = client;
  const to = client.to.trim();
  const refusal = refuse({ ...client, to });
  if (refusal !== undefined) return { refusal };

  const signed: Uri[] = [];
  const edits = new Map<Uri, readonly TextEdit[]>();
  for (const { uri, text, kind } of files) {
    if (kind !== 'note') continue;
    const note = parseNote(text).value;
    const named = [note.frontMatter?.client, note.header?.clientId].filter((place) =>
      isSame(place?.value, from),
    );
    if (named.length === 0) continue;
    if (isClosed(note)) signed.push(uri);
    else
      edits.set(
        uri,
        named.flatMap((place) => (place === undefined ? [] : [{ span: place.span, newText: to }])),
      );
  }
  const renames = listRenames(files, root, from, to);
  const moved = (uri: Uri): Uri => renames.reduce((at, rename) => applyRename(at, rename), uri);
  const clash = files.map(({ uri }) => moved(uri)).find((uri) => isTaken(client, uri));
  const folder = renames.find(({ to: target }) => client.taken.some((uri) => uri.startsWith(`${target}/`)));
  if (clash !== undefined || folder !== undefined)
    return { refusal: say`There are files named ${to} already. Move them away first, or choose another id.` };

  const records = files.filter(({ kind }) => kind === 'client');
  for (const { uri, text } of records) {
    const changes = editRecord(text, from, to, signed.length > 0);
    if (changes === undefined)
      return { refusal: say`The client record cannot be read as it stands. Correct it first, then rename.` };
    if (changes.length > 0) edits.set(uri, changes);
  }
  const [first] = signed;
  return {
    edits: [...edits].map(([uri, own]) => ({ uri, edits: own })).sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    renames,
    creates: first !== undefined && records.length === 0 ? [createRecord(moved(first), from, to)] : [],
    signed: [...signed].sort(),
  };
}

function refuse({ from, to, takenIds }: ClientToRename): string | undefined {
  if (!idPattern.test(to))
    return say`Write the new id as one word of letters, digits, dots and hyphens, such as m-lopez.`;
  if (to === from) return say`This is the id that the client has already.`;
  if (takenIds.some((id) => isSame(id, to)))
    return say`Another client of this practice has the id ${to} already. Choose one that is free.`;
  return undefined;
}

const isSame = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

const isTaken = ({ files, taken }: ClientToRename, uri: Uri): boolean =>
  taken.includes(uri) && !files.some((file) => file.uri === uri);

/** Folders that have the id as their name, and files whose name begins with it; folders first, from the top. */
function listRenames(
  files: readonly SourceFile[],
  root: Uri,
  from: string,
  to: string,
): readonly FileRename[] {
  const renames = new Map<Uri, Uri>();
  for (const { uri } of files) {
    for (let folder = folderOf(uri); folder.length > root.length; folder = folderOf(folder))
      if (isSame(decode(nameOf(folder)), from)) renames.set(folder, `${folderOf(folder)}/${encode(to)}`);
  }
  const folders = [...renames]
    .map(([old, next]) => ({ from: old, to: next }))
    .sort((a, b) => a.from.length - b.from.length || (a.from < b.from ? -1 : 1))
    .map((rename, index, all) => ({
      from: all.slice(0, index).reduce(applyRename, rename.from),
      to: all.slice(0, index).reduce(applyRename, rename.to),
    }));
  const named = files.flatMap(({ uri }): readonly FileRename[] => {
    const name = decode(nameOf(uri));
    const rest = name.slice(from.length);
    if (!isSame(name.slice(0, from.length), from) || !/^[^\p{L}\p{N}]/u.test(rest)) return [];
    const at = folders.reduce(applyRename, uri);
    return [{ from: at, to: `${folderOf(at)}/${encode(to + rest)}` }];
  });
  return [...folders, ...named.sort((a, b) => (a.from < b.from ? -1 : 1))];
}

const applyRename = (uri: Uri, rename: FileRename): Uri =>
  uri === rename.from || uri.startsWith(`${rename.from}/`) ? rename.to + uri.slice(rename.from.length) : uri;

const nameOf = (uri: Uri): string => uri.slice(uri.lastIndexOf('/') + 1);
const encode = (name: string): string => encodeURIComponent(name);
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The edits of a record; undefined where the text that they make would not say what it should. */
function editRecord(
  text: string,
  from: string,
  to: string,
  keepsOld: boolean,
): readonly TextEdit[] | undefined {
  const { id, formerIds, entries } = parseClientRecord(text).value;
  const edits: TextEdit[] =
    id !== undefined && isSame(id.value, from) ? [{ span: id.span, newText: to }] : [];
  if (keepsOld && !formerIds.some(({ value }) => isSame(value, from)))
    edits.push(addFormer(text, from, formerIds, entries, id));
  const after = parseClientRecord(applyEdits(text, edits)).value;
  const isRight =
    isSame(after.id?.value ?? to, id === undefined || isSame(id.value, from) ? to : id.value) &&
    (!keepsOld || after.formerIds.some(({ value }) => isSame(value, from))) &&
    formerIds.every(({ value }) => after.formerIds.some((other) => other.value === value));
  return isRight ? edits : undefined;
}

/** Adds an id to `former-ids`, in the style that the list has. */
function addFormer(
  text: string,
  old: string,
  known: readonly Located<string>[],
  entries: readonly FrontMatterEntry[],
  id: Located<string> | undefined,
): TextEdit {
  const eol = eolOf(text);
  const entry = entries.find(({ key }) => key.value === 'former-ids');
  const last = known.at(-1);
  if (entry !== undefined && last !== undefined) {
    const before = text.slice(text.lastIndexOf('\n', last.span.start - 1) + 1, last.span.start);
    const dash = /^\s*-\s*["']?$/.exec(before)?.[0].replace(/["']$/, '');
    if (dash !== undefined) {
      const end = lineEnd(text, last.span.end);
      return { span: span(end, end), newText: `${eol}${dash}${old}` };
    }
    const value = text.slice(entry.value.start, entry.value.end);
    const inner = value.startsWith('[') ? value.slice(1, value.lastIndexOf(']')).trim() : value;
    return { span: entry.value, newText: `[${inner}, ${old}]` };
  }
  if (entry !== undefined)
    return { span: span(entry.key.span.end, lineEnd(text, entry.key.span.end)), newText: `: [${old}]` };
  const line = `former-ids: [${old}]`;
  if (id === undefined) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    return { span: span(start, start), newText: `${line}${eol}` };
  }
  const end = lineEnd(text, id.span.end);
  return { span: span(end, end), newText: `${eol}${line}` };
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/\r?\n/);
  return end < 0 ? text.length : from + end;
}

/** A record for a client who had none, so that signed notes still lead to the client. */
function createRecord(note: Uri, from: string, to: string): { readonly uri: Uri; readonly text: string } {
  const folder = folderOf(note);
  const own = isSame(decode(nameOf(folder)), to);
  return {
    uri: `${folder}/${own ? 'client.yaml' : `${encode(to)}.client.yaml`}`,
    text: `id: ${to}\nformer-ids: [${from}]\n`,
  };
}
