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
  type SourceFile,
  type Uri,
  type View,
  type Workspace,
} from '../core/index';
import type { Disk } from './disk';
import { createPositions, type Positions } from './encoding';

/** What the client said it can do, as far as we use it. */
export interface Abilities {
  readonly encoding: PositionEncodingKind;
  readonly relatedInformation: boolean;
  /** True for a client that shows a finding's code as a link to its page. */
  readonly codePages: boolean;
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  readonly watchFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly refreshLenses: boolean;
  readonly refreshHints: boolean;
  readonly refreshTokens: boolean;
  /** True for a client that creates and renames files as part of an edit. */
  readonly fileEdits: boolean;
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
  /** The folder of the pages about rules and checks; undefined where they are not installed. */
  readonly docs: string | undefined;
  readonly workspace: Workspace;
  /** Absent where there is none, as in a browser. */
  readonly disk: Disk | undefined;
  /** The files that the client has read for us: those of folders that are not on the disk. */
  readonly given: Map<Uri, string>;
  readonly open: Map<Uri, OpenDocument>;
  /** Files of ours on disk that could not be read, with the reason: nothing in them counts, and that must be seen. */
  readonly unread: Map<Uri, string>;
  /** What a client that pulls was told last of a document, by what it rested on. */
  readonly reported: Map<Uri, { readonly revision: string; readonly resultId: string }>;
  /** The folders of the workspace, in our spelling. */
  readonly folders: Set<Uri>;
  /** The colours that a client was told last of a document, for telling only what changes. */
  readonly tokens: Map<Uri, { readonly resultId: string; readonly data: readonly number[] }>;
  /** Renames of files that an answer asked for, with the moment: the client tells of them as if they were new. */
  readonly ownRenames: Map<string, number>;
  abilities: Abilities;
  /** False in a folder that the user does not trust: then git, which runs what a folder's settings say, is not asked. */
  trusted: boolean;
  /** When the client last asked or told something, in milliseconds of `performance.now()`: work that can wait does. */
  lastAsked: number;
  /** Ends with the phase of the protocol: requests are answered only while running. */
  phase: 'new' | 'running' | 'stopped';
}

/** Makes the state of a new server. */
export function createState(
  connection: Connection,
  kb: Knowledge,
  disk: Disk | undefined,
  today: string,
  abilities: Abilities,
  docs: string | undefined,
): State {
  const readAgain = (uri: Uri): string | undefined => {
    const found = disk?.read(uri);
    return found?.ok === true ? found.text : undefined;
  };
  return {
    connection,
    kb,
    docs,
    workspace: createWorkspace({ kb, settings: defaultSettings, today, readAgain }),
    disk,
    given: new Map(),
    open: new Map(),
    unread: new Map(),
    reported: new Map(),
    tokens: new Map(),
    ownRenames: new Map(),
    folders: new Set(),
    abilities,
    trusted: true,
    lastAsked: 0,
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
  // The text is enough: a place in another note does not ask for that note to be judged.
  const file = state.workspace.file(uri);
  return file === undefined
    ? createPositions('', createLineIndex(''), state.abilities.encoding)
    : positionsOfFile(state, file);
}

function positionsOfFile(state: State, file: SourceFile): Positions {
  const index = indexes.get(file) ?? createLineIndex(file.text);
  indexes.set(file, index);
  return createPositions(file.text, index, state.abilities.encoding);
}

/** The converter of positions in a view's text. */
export const positionsOfView = (state: State, view: View): Positions => positionsOfFile(state, view.file);

/** Today by the local calendar of the machine, `YYYY-MM-DD`. */
export function localToday(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
