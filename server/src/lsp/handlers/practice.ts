// The practice as a whole: its clients, its check, its settings and files.
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { listClients } from '../clients';
import { type CheckPracticeParams, type FilesParams, methods } from '../protocol';
import { type HandlerTable, notify, own, tell } from './table';

/** Sorted by method. */
export const practiceHandlers: HandlerTable = {
  requests: [
    own(methods.checkPractice, ({ practice }, params: CheckPracticeParams | undefined, token) =>
      practice.check(params ?? {}, token),
    ),
    own(methods.clients, async ({ state, practice }) => {
      await practice.whenRead();
      return listClients(state);
    }),
    own(methods.ping, () => null),
  ],
  notifications: [
    notify(DidChangeConfigurationNotification.type, ({ practice }, { settings }) =>
      practice.readSettings(settings),
    ),
    notify(DidChangeWatchedFilesNotification.type, ({ practice }, { changes }) =>
      practice.filesChanged(changes.map((change) => change.uri)),
    ),
    tell(methods.files, ({ practice }, params: FilesParams) => practice.filesGiven(params.files)),
  ],
};
