// The practice as a whole: its clients, its check, its settings and files.
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { listPracticeLayout } from '../../core/index';
import { listClients } from '../clients';
import { judgeFolders } from '../privacy';
import {
  type CheckPracticeParams,
  type FilesParams,
  type LayoutFile,
  type LayoutParams,
  methods,
} from '../protocol';
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
    own(methods.layout, (_, { name, profile, privacy }: LayoutParams): readonly LayoutFile[] =>
      listPracticeLayout({ name, profile, privacy, hooks: 'git', ci: [], install: '', folder: '' }),
    ),
    own(methods.ping, () => null),
    own(methods.privacy, async ({ state, practice }) => {
      await practice.whenRead();
      return judgeFolders(state);
    }),
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
