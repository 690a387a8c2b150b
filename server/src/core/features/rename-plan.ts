// A rename of a client as a whole workspace has it: the client's own documents, and those that name its letters.
import type { DocumentEdit } from '../text/edit';
import type { Uri } from '../text/span';
import type { ClientEntry, Workspace } from '../workspace/model';
import { moveDocuments } from './file-moves';
import { type ClientRename, type FileRename, renameClient } from './rename';

/** Plans how a client gets another id. Changes nothing by itself; edits of one document stand in one place. */
export function planClientRename(workspace: Workspace, entry: ClientEntry, to: string): ClientRename {
  const uris = [
    ...(entry.record === undefined ? [] : [entry.record]),
    ...entry.sessions.map(({ uri }) => uri),
  ];
  const planned = renameClient({
    from: entry.id,
    to,
    root: entry.root,
    files: uris.flatMap((uri) => workspace.file(uri) ?? []),
    takenIds: workspace
      .roster()
      .flatMap((other) => (other !== entry && other.root === entry.root ? [other.id] : [])),
    taken: workspace.list().filter((uri) => uri.startsWith(`${entry.root}/`)),
  });
  if ('refusal' in planned) return planned;
  const letters = listLetterEdits(workspace, planned.renames);
  return { ...planned, edits: mergeEdits([...planned.edits, ...letters]) };
}

/** The edits of records and notes that name files which move. */
export function listLetterEdits(workspace: Workspace, moves: readonly FileRename[]): readonly DocumentEdit[] {
  if (moves.length === 0) return [];
  return workspace
    .list()
    .filter((uri) => workspace.factsOf(uri)?.documents === true)
    .flatMap((uri) => {
      const view = workspace.view(uri);
      const edit = view && moveDocuments(view, workspace.entryOf(uri)?.root, moves);
      return edit === undefined || edit.edits.length === 0 ? [] : [edit];
    });
}

/** Edits of one document in one place. */
export function mergeEdits(edits: readonly DocumentEdit[]): readonly DocumentEdit[] {
  const byUri = new Map<Uri, DocumentEdit>();
  for (const { uri, edits: own } of edits)
    byUri.set(uri, { uri, edits: [...(byUri.get(uri)?.edits ?? []), ...own] });
  return [...byUri.values()];
}
