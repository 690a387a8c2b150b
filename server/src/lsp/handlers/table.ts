// What a table of handlers is made of: rows of a method and what answers it, and the capabilities they bring.
import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { ClientDocuments, NoteView, Uri, View } from '../../core/index';
import type { Documents } from '../documents';
import type { Practice } from '../practice';
import type { Publisher } from '../publish';
import type { Abilities, State } from '../state';
import { toOwnUri } from '../uris';

/** What handlers work with. */
export interface Tools {
  readonly state: State;
  readonly publisher: Publisher;
  readonly documents: Documents;
  readonly practice: Practice;
}

/** A method with its handler. Params and results have the types of the protocol for that method. */
export interface Row {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: each row is checked where it is made, by `request`, `notify` and `own`.
  readonly run: (tools: Tools, params: any, token: CancellationToken) => unknown;
}

/** The handlers of one kind. Capabilities depend on what the client can do. */
export interface HandlerTable {
  readonly capabilities?: (abilities: Abilities) => ServerCapabilities;
  readonly requests?: readonly Row[];
  readonly notifications?: readonly Row[];
}

interface RequestType<P, R> {
  readonly method: string;
  readonly _?: [P, R, unknown, unknown] | undefined;
}

/** What a request is answered with: its result, or a refusal in words for the user. */
export type Answer<R> = R | ResponseError<void>;

/** A refusal that the client shows to the user. */
export const refusal = (message: string): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestFailed, message);

/** A row that answers a request of the protocol. */
export const request = <P, R>(
  { method }: RequestType<P, R>,
  run: (
    tools: Tools,
    params: P,
    token: CancellationToken,
  ) => Answer<NoInfer<R>> | Promise<Answer<NoInfer<R>>>,
): Row => ({ method, run });

/** A row that takes a notification of the protocol. */
export const notify = <P>(
  { method }: { readonly method: string; readonly _?: [P, unknown] | [P, unknown, unknown] | undefined },
  run: (tools: Tools, params: P) => void | Promise<void>,
): Row => ({ method, run });

/** A row that answers a request of our own, named in `protocol.ts`. */
export const own = <P, R>(
  method: string,
  run: (tools: Tools, params: P, token: CancellationToken) => R | Promise<R>,
): Row => ({ method, run });

/** A row that takes a notification of our own, named in `protocol.ts`. */
export const tell = <P>(method: string, run: (tools: Tools, params: P) => void | Promise<void>): Row => ({
  method,
  run,
});

/** Runs a feature over the document that a request names; a document that is not ours gives the empty answer. */
export function withView<R>({ state }: Tools, uri: Uri, empty: R, run: (view: View) => R): R {
  const view = state.workspace.view(toOwnUri(uri));
  return view === undefined ? empty : run(view);
}

/** Runs a feature over a note; the empty answer for any other document. */
export const withNote = <R>(tools: Tools, uri: Uri, empty: R, run: (view: NoteView) => R): R =>
  withView(tools, uri, empty, (view) => (view.kind === 'note' ? run(view) : empty));

/** The record and all sessions of the client that a document belongs to; a note of nobody known stands alone. */
export function documentsOf({ state: { workspace } }: Tools, uri: Uri): ClientDocuments {
  const uris = workspace.entryOf(uri)?.sessions.map((session) => session.uri) ?? [uri];
  return { record: workspace.recordOf(uri), sessions: uris.flatMap((note) => workspace.session(note) ?? []) };
}
