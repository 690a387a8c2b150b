// The open documents: opened, changed step by step, saved, closed.
import type {
  DidChangeTextDocumentParams,
  DidSaveTextDocumentParams,
  TextDocumentItem,
} from 'vscode-languageserver';
import { createLineIndex, kindOf, type Uri } from '../core/index';
import { createPositions } from './encoding';
import { readAround, readIntoWorkspace } from './folders';
import type { Publisher } from './publish';
import { kindOfDocument, type OpenDocument, type State } from './state';
import { toOwnUri } from './uris';

/** Follows what the client has open. */
export interface Documents {
  open(item: Pick<TextDocumentItem, 'uri' | 'languageId' | 'version' | 'text'>): void;
  change(params: DidChangeTextDocumentParams): void;
  save(params: DidSaveTextDocumentParams): void;
  close(uri: Uri): void;
}

/** Makes the follower of open documents. */
export function createDocuments(state: State, publisher: Publisher): Documents {
  const store = (document: OpenDocument): void => {
    state.open.set(document.uri, document);
    state.unread.delete(document.uri);
    if (document.kind === undefined) return;
    const before = state.workspace.affectedBy(document.uri);
    state.workspace.set(document.uri, document.text, document.kind);
    publisher.schedule(
      new Set([...before, ...state.workspace.affectedBy(document.uri), document.uri]),
      document.uri,
    );
  };
  return {
    open({ uri: clientUri, languageId, version, text }) {
      const uri = toOwnUri(clientUri);
      const kind = kindOfDocument(uri, languageId);
      store({ uri, clientUri, languageId, version, text, kind, outOfStep: false });
      if (kind !== undefined && readAround(state, uri).length > 0) publisher.schedule([uri]);
    },
    change({ textDocument, contentChanges }) {
      const known = state.open.get(toOwnUri(textDocument.uri));
      if (known === undefined) return;
      const stale = textDocument.version <= known.version;
      let { text } = known;
      let whole = false;
      for (const change of contentChanges) {
        if (!('range' in change)) {
          text = change.text;
          whole = true;
        } else if (!stale || whole) {
          const { start, end } = createPositions(
            text,
            createLineIndex(text),
            state.abilities.encoding,
          ).toSpan(change.range);
          text = text.slice(0, Math.min(start, end)) + change.text + text.slice(Math.max(start, end));
        }
      }
      // A version that goes back: a part of it cannot be trusted, and from here on the text may not be the editor's.
      // A whole text, with a change or on saving, brings both in step again; until then a finding says so.
      store({
        ...known,
        version: stale && !whole ? known.version : textDocument.version,
        text,
        outOfStep: !whole && (stale || known.outOfStep),
      });
    },
    save({ textDocument, text }) {
      const known = state.open.get(toOwnUri(textDocument.uri));
      if (known === undefined || text === undefined) return;
      if (known.outOfStep || known.text !== text) store({ ...known, text, outOfStep: false });
    },
    close(clientUri) {
      const uri = toOwnUri(clientUri);
      if (!state.open.delete(uri)) return;
      state.tokens.delete(uri);
      const before = state.workspace.affectedBy(uri);
      publisher.clear(uri, clientUri);
      // What was not saved is gone: the file's own text counts again. A note by its language alone goes with its editor.
      if (kindOf(uri) === undefined) state.workspace.remove(uri);
      else readIntoWorkspace(state, uri);
      publisher.schedule(before);
    },
  };
}
