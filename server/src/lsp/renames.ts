// Renames as edits of the protocol: of clients, of a practice's own terms, and what follows files that move.
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import {
  type ClientEntry,
  type DocumentEdit,
  type FileRename,
  findTerm,
  kindOf,
  listLetterEdits,
  mergeEdits,
  planClientRename,
  type RenameTarget,
  renameTerm,
  say,
  termKinds,
  type Uri,
  type View,
} from '../core/index';
import { placesOf, type State } from './state';
import { toEdits } from './to-proto/edits';
import { isBelow, toOwnFolder } from './uris';

/** An edit for the client, or why there is none in words for the user. */
export type Renaming = { readonly edit: WorkspaceEdit } | { readonly refusal: string };

/** Renames what a cursor stands on. */
export function renameAt(state: State, view: View, target: RenameTarget, to: string): Renaming {
  if (target.kind === 'client') {
    const entry = state.workspace.entryOf(view.file.uri);
    return entry === undefined
      ? {
          refusal: say`This note names a client of whom nothing else is known. Change the id in the note itself.`,
        }
      : renameEntry(state, entry, to);
  }
  const folder = view.file.uri.slice(0, view.file.uri.lastIndexOf('/'));
  const files = state.workspace
    .list()
    .filter((uri) => kindOf(uri) === 'knowledge' && isBelow(uri, folder))
    .flatMap((uri) => state.workspace.file(uri) ?? []);
  const isKnown = (id: string): boolean =>
    termKinds.some((kind) => findTerm(view.kb, { kind, id }) !== undefined);
  const result = renameTerm(files, target.id, to.trim(), isKnown);
  return 'refusal' in result ? result : { edit: { documentChanges: toDocumentEdits(result.edits, state) } };
}

function renameEntry(state: State, entry: ClientEntry, to: string): Renaming {
  if (!state.abilities.fileEdits)
    return {
      refusal: say`This editor cannot rename files. Use \`soap-notes rename-client\` at the command line.`,
    };
  const result = planClientRename(state.workspace, entry, to);
  if ('refusal' in result) return result;
  const { uriOf } = placesOf(state);
  for (const { from, to: target } of result.renames)
    state.ownRenames.set(`${from}\n${target}`, performance.now());
  if (result.signed.length > 0)
    void state.connection.window.showInformationMessage(
      result.signed.length === 1
        ? say`One signed note keeps the id ${entry.id}, because what is signed is never changed. The client record names it under former-ids, so nothing is lost.`
        : say`${result.signed.length} signed notes keep the id ${entry.id}, because what is signed is never changed. The client record names it under former-ids, so nothing is lost.`,
    );
  return {
    edit: {
      documentChanges: [
        ...toDocumentEdits(result.edits, state),
        ...result.renames.map(({ from, to: target }) => ({
          kind: 'rename' as const,
          oldUri: uriOf(from),
          newUri: target,
          options: { overwrite: false },
        })),
        ...result.creates.flatMap(({ uri, text }) => [
          { kind: 'create' as const, uri, options: { overwrite: false, ignoreIfExists: false } },
          {
            textDocument: { uri, version: null },
            edits: [
              { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: text },
            ],
          },
        ]),
      ],
    },
  };
}

/** How long after an answer its own renames are told of. */
const ownRenameMs = 60_000;

/**
 * The edits that belong to files or folders that the user renames: a client's folder is the client's id, and records
 * name letters by their paths. Null if nothing is to be done.
 */
export function moveFiles(state: State, renames: readonly FileRename[]): WorkspaceEdit | null {
  const moves = renames
    .map(({ from, to }) => ({ from: toOwnFolder(from), to: toOwnFolder(to) }))
    .filter(({ from, to }) => {
      const key = `${from}\n${to}`;
      const asked = state.ownRenames.get(key);
      state.ownRenames.delete(key);
      return asked === undefined || performance.now() - asked > ownRenameMs;
    });
  const edits = mergeEdits([
    ...moves.flatMap((move) => renameFolder(state, move)),
    ...listLetterEdits(state.workspace, moves),
  ]);
  return edits.length === 0
    ? null
    : state.abilities.fileEdits
      ? { documentChanges: toDocumentEdits(edits, state) }
      : {
          changes: Object.fromEntries(
            toDocumentEdits(edits, state).map(({ textDocument, edits: own }) => [
              textDocument.uri,
              own as never,
            ]),
          ),
        };
}

/** A client's folder gets another name: so does the client. */
function renameFolder(state: State, { from, to }: FileRename): readonly DocumentEdit[] {
  const parent = (uri: Uri): Uri => uri.slice(0, uri.lastIndexOf('/'));
  if (parent(from) !== parent(to)) return [];
  const id = decodeURIComponent(from.slice(parent(from).length + 1));
  const entry = state.workspace
    .roster()
    .find(
      (one) =>
        one.id.toLowerCase() === id.toLowerCase() &&
        [one.record, ...one.sessions.map(({ uri }) => uri)].some(
          (uri) => uri !== undefined && isBelow(uri, from),
        ),
    );
  if (entry === undefined) return [];
  const result = planClientRename(
    state.workspace,
    entry,
    decodeURIComponent(to.slice(parent(to).length + 1)),
  );
  if (!('refusal' in result)) return result.edits;
  void state.connection.window.showWarningMessage(
    say`The folder is renamed, the client’s id is not. ${result.refusal}`,
  );
  return [];
}

const toDocumentEdits = (edits: readonly DocumentEdit[], state: State): TextDocumentEdit[] =>
  edits.map(({ uri, edits: own }) => ({
    textDocument: { uri: placesOf(state).uriOf(uri), version: state.open.get(uri)?.version ?? null },
    edits: toEdits(own, placesOf(state).positionsOf(uri)),
  }));
