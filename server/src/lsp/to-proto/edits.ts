// Edits and places, from plain data of the core to the types of the protocol.
import type { Location, TextEdit as ProtocolEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { DocumentEdit, Source, TextEdit } from '../../core/index';
import type { Positions } from '../encoding';
import type { Places } from '../state';

/** A place in a document as a link. */
export const toLocation = (at: Source, places: Places): Location => ({
  uri: places.uriOf(at.uri),
  range: places.positionsOf(at.uri).toRange(at.span),
});

/** Edits of one document. */
export const toEdits = (edits: readonly TextEdit[], positions: Positions): ProtocolEdit[] =>
  edits.map((edit) => ({ range: positions.toRange(edit.span), newText: edit.newText }));

/** Edits of several documents. */
export const toWorkspaceEdit = (edits: readonly DocumentEdit[], places: Places): WorkspaceEdit => ({
  changes: Object.fromEntries(
    edits.map((edit) => [places.uriOf(edit.uri), toEdits(edit.edits, places.positionsOf(edit.uri))]),
  ),
});
