// The open documents: opened, changed step by step, closed.
import type { DidChangeTextDocumentParams, TextDocumentItem } from 'vscode-languageserver';
import { createLineIndex, type Uri } from '../core/index';
import { createPositions } from './encoding';
import { readAround, readIntoWorkspace } from './folders';
import type { Publisher } from './publish';
import { kindOfDocument, type OpenDocument, type State } from './state';

/** Follows what the client has open. */
export interface Documents {
  open(item: Pick<TextDocumentItem, 'uri' | 'languageId' | 'version' | 'text'>): void;
  change(params: DidChangeTextDocumentParams): void;
  close(uri: Uri): void;
}

/** Makes the follower of open documents. */
export function createDocuments(state: State, publisher: Publisher): Documents {
  const store = (document: OpenDocument): void => {
    state.open.set(document.uri, document);
    if (document.kind === undefined) return;
    const before = state.workspace.affectedBy(document.uri);
    state.workspace.set(document.uri, document.text, document.kind);
    publisher.schedule(new Set([...before, ...state.workspace.affectedBy(document.uri), document.uri]));
  };
  return {
    open(item) {
      store({ ...item, kind: kindOfDocument(item.uri, item.languageId) });
      const read = readAround(state, item.uri);
      if (read.length > 0) publisher.schedule([item.uri]);
    },
    change({ textDocument, contentChanges }) {
      const known = state.open.get(textDocument.uri);
      if (known === undefined) return;
      // A version that goes back is a change out of order; a whole text would follow, a part cannot be trusted.
      const stale = textDocument.version <= known.version;
      let { text } = known;
      for (const change of contentChanges) {
        if (!('range' in change)) text = change.text;
        else if (!stale) {
          const { start, end } = createPositions(
            text,
            createLineIndex(text),
            state.abilities.encoding,
          ).toSpan(change.range);
          text = text.slice(0, Math.min(start, end)) + change.text + text.slice(Math.max(start, end));
        }
      }
      if (stale && contentChanges.every((change) => 'range' in change)) return;
      store({ ...known, version: textDocument.version, text });
    },
    close(uri) {
      if (!state.open.delete(uri)) return;
      const before = state.workspace.affectedBy(uri);
      publisher.clear(uri);
      // What was not saved is gone: the file's own text counts again.
      if (!readIntoWorkspace(state, uri) && !uri.startsWith('file:')) state.workspace.remove(uri);
      publisher.schedule(before);
    },
  };
}
