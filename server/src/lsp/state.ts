// What the server holds while it runs: the workspace, the open documents, what the client can do.
import type { Connection, PositionEncodingKind } from 'vscode-languageserver';
import {
  createLineIndex,
  createWorkspace,
  defaultSettings,
  type FileKind,
  type Knowledge,
  kindOf,
  type LineIndex,
  type Uri,
  type View,
  type Workspace,
} from '../core/index';
import { createPositions, type Positions } from './encoding';

/** What the client said it can do, as far as we use it. */
export interface Abilities {
  readonly encoding: PositionEncodingKind;
  readonly relatedInformation: boolean;
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  readonly watchFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly workDoneProgress: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  /** False where the client knows a struck-through suggestion by its older mark only. */
  readonly completionTags: boolean;
}

/** A document that the client has open. */
export interface OpenDocument {
  /** In our spelling; see uris.ts. */
  readonly uri: Uri;
  /** As the client spells it, and wants to read it. */
  readonly clientUri: Uri;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  readonly kind: FileKind | undefined;
  /** True after a change that came out of order: the text may no longer be the editor's. */
  readonly outOfStep: boolean;
}

/** The state; the only mutable thing of this folder. */
export interface State {
  readonly connection: Connection;
  readonly kb: Knowledge;
  readonly workspace: Workspace;
  readonly open: Map<Uri, OpenDocument>;
  /** Files of ours on disk that could not be read, with the reason: nothing in them counts, and that must be seen. */
  readonly unread: Map<Uri, string>;
  /** The folders of the workspace, in our spelling. */
  readonly folders: Set<Uri>;
  abilities: Abilities;
  /** Ends with the phase of the protocol: requests are answered only while running. */
  phase: 'new' | 'running' | 'stopped';
}

/** Makes the state of a new server. */
export function createState(
  connection: Connection,
  kb: Knowledge,
  today: string,
  abilities: Abilities,
): State {
  return {
    connection,
    kb,
    workspace: createWorkspace({ kb, settings: defaultSettings, today }),
    open: new Map(),
    unread: new Map(),
    folders: new Set(),
    abilities,
    phase: 'new',
  };
}

/** What kind of document the client means: by its path, or a note by its language. */
export const kindOfDocument = (uri: Uri, languageId: string): FileKind | undefined =>
  kindOf(uri) ?? (languageId === 'soap-note' ? 'note' : undefined);

/** Places in any document that an answer may point into, as the client spells and counts them. */
export interface Places {
  positionsOf(uri: Uri): Positions;
  uriOf(uri: Uri): Uri;
}

/** The places of the state's documents. */
export const placesOf = (state: State): Places => ({
  positionsOf: (uri) => positionsOf(state, uri),
  uriOf: (uri) => state.open.get(uri)?.clientUri ?? uri,
});

const indexes = new WeakMap<object, LineIndex>();

/** The converter of positions in a document; for one that is gone, of an empty text. */
function positionsOf(state: State, uri: Uri): Positions {
  const view = state.workspace.view(uri);
  return view === undefined
    ? createPositions('', createLineIndex(''), state.abilities.encoding)
    : positionsOfView(state, view);
}

/** The converter of positions in a view's text. */
export function positionsOfView(state: State, view: View): Positions {
  const index = indexes.get(view.file) ?? createLineIndex(view.file.text);
  indexes.set(view.file, index);
  return createPositions(view.file.text, index, state.abilities.encoding);
}

/** Today by the local calendar of the machine, `YYYY-MM-DD`. */
export function localToday(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
