// Open documents: opened, changed, saved, closed.
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type HandlerTable, notify } from './table';

/** Sorted by method. */
export const documentHandlers: HandlerTable = {
  capabilities: () => ({
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: true },
    },
  }),
  notifications: [
    notify(DidChangeTextDocumentNotification.type, ({ documents }, params) => documents.change(params)),
    notify(DidCloseTextDocumentNotification.type, ({ documents }, params) =>
      documents.close(params.textDocument.uri),
    ),
    notify(DidOpenTextDocumentNotification.type, ({ documents }, params) =>
      documents.open(params.textDocument),
    ),
    notify(DidSaveTextDocumentNotification.type, ({ documents }, params) => documents.save(params)),
  ],
};
