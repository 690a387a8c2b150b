// What concerns the practice as a whole: its folders, its files on disk, its settings, its clients.
import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesRegistrationOptions,
} from 'vscode-languageserver';
import { countFindings, toSettings, type Uri } from '../core/index';
import { isInFolder, readFolders, readIntoWorkspace } from './folders';
import type { CheckPracticeResult, ClientSummary } from './protocol';
import { diagnosticsOf, type Publisher } from './publish';
import type { State } from './state';

/** Keeps the workspace in step with disk and settings. */
export interface Practice {
  /** Reads all folders; resolves when they are read. */
  start(): Promise<void>;
  foldersChanged(added: readonly Uri[], removed: readonly Uri[]): Promise<void>;
  filesChanged(uris: readonly Uri[]): void;
  readSettings(): Promise<void>;
  check(): Promise<CheckPracticeResult>;
  listClients(): readonly ClientSummary[];
}

const watched = [
  '**/*.soap.md',
  '**/*.soap',
  '**/client.yaml',
  '**/client.yml',
  '**/*.client.yaml',
  '**/*.client.yml',
  '**/practice.yaml',
  '**/practice.yml',
];

/** Makes the keeper of the practice. */
export function createPractice(state: State, publisher: Publisher): Practice {
  const refresh = (): void => {
    publisher.schedule(state.open.keys());
    if (state.abilities.pullDiagnostics && state.abilities.refreshDiagnostics)
      void state.connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  const progress = (): ReturnType<State['connection']['window']['createWorkDoneProgress']> =>
    state.connection.window.createWorkDoneProgress();
  return {
    async start() {
      if (state.abilities.watchFiles) {
        const options: DidChangeWatchedFilesRegistrationOptions = {
          watchers: watched.map((globPattern) => ({ globPattern })),
        };
        await state.connection.client
          .register(DidChangeWatchedFilesNotification.type, options)
          .catch(() => undefined);
      }
      await this.readSettings();
      await readFolders(state, state.folders, progress);
      refresh();
    },
    async foldersChanged(added, removed) {
      for (const folder of removed) state.folders.delete(folder);
      for (const uri of state.workspace.list())
        if (
          !state.open.has(uri) &&
          removed.some((folder) => uri.startsWith(`${folder}/`)) &&
          !isInFolder(state, uri)
        )
          state.workspace.remove(uri);
      for (const folder of added) state.folders.add(folder);
      await readFolders(state, added, progress);
      refresh();
    },
    filesChanged(uris) {
      const affected = new Set<Uri>();
      for (const uri of uris) {
        if (state.open.has(uri)) continue;
        for (const other of state.workspace.affectedBy(uri)) affected.add(other);
        readIntoWorkspace(state, uri);
        for (const other of state.workspace.affectedBy(uri)) affected.add(other);
      }
      publisher.schedule(affected);
      if (affected.size > 0 && state.abilities.pullDiagnostics && state.abilities.refreshDiagnostics)
        void state.connection.languages.diagnostics.refresh().catch(() => undefined);
    },
    async readSettings() {
      if (!state.abilities.configuration) return;
      const raw: unknown = await state.connection.workspace
        .getConfiguration('soapNotes')
        .catch(() => undefined);
      state.workspace.configure(toSettings(raw));
      refresh();
    },
    async check() {
      const findings: CheckPracticeResult['findings'][] = [];
      const uris = state.workspace.list();
      let count = 0;
      for (const uri of uris) {
        findings.push(countFindings(state.workspace.view(uri)?.findings ?? []));
        // A client that pulls fetches all findings by itself; pushed as well, each would be there twice.
        if (!state.abilities.pullDiagnostics)
          await state.connection.sendDiagnostics({ uri, diagnostics: diagnosticsOf(state, uri) });
        if (++count % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      if (state.abilities.pullDiagnostics && state.abilities.refreshDiagnostics)
        void state.connection.languages.diagnostics.refresh().catch(() => undefined);
      const sum = (key: keyof CheckPracticeResult['findings']): number =>
        findings.reduce((total, entry) => total + entry[key], 0);
      return {
        files: uris.length,
        findings: {
          error: sum('error'),
          warning: sum('warning'),
          information: sum('information'),
          hint: sum('hint'),
        },
      };
    },
    listClients() {
      const clients = new Map<
        string,
        { id: string; name?: string; uri: string; record: boolean; lastVisit?: string }
      >();
      for (const uri of state.workspace.list()) {
        const view = state.workspace.view(uri);
        const id = view?.kind === 'note' ? view.client.id : view?.kind === 'client' ? view.id : undefined;
        if (view === undefined || id === undefined) continue;
        const known = clients.get(id) ?? { id, uri, record: false };
        if (view.kind === 'client') {
          known.uri = uri;
          known.record = true;
          if (view.parsed.value.name !== undefined) known.name = view.parsed.value.name.value;
        } else if (
          view.kind === 'note' &&
          view.session.date !== undefined &&
          (known.lastVisit === undefined || known.lastVisit < view.session.date)
        ) {
          known.lastVisit = view.session.date;
          if (!known.record) known.uri = uri;
        }
        clients.set(id, known);
      }
      return [...clients.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ record: _, ...client }) => client);
    },
  };
}
