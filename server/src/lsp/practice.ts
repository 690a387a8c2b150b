// What concerns the practice as a whole: its folders, its files on disk, its settings.
import {
  type CancellationToken,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesRegistrationOptions,
} from 'vscode-languageserver';
import { countFindings, kindOf, say, toSettings, type Uri } from '../core/index';
import { isInFolder, type ProgressFactory, readFolders, readIntoWorkspace, takeFiles } from './folders';
import { createPacer } from './pace';
import {
  type CheckPracticeParams,
  type CheckPracticeResult,
  type GivenFile,
  ownFilePatterns,
} from './protocol';
import type { Publisher } from './publish';
import type { State } from './state';
import { isBelow, toOwnFolder, toOwnUri } from './uris';

/** Keeps the workspace in step with disk and settings. */
export interface Practice {
  /** Registers for what the client tells of, then reads settings and all folders. */
  start(): Promise<void>;
  /** Resolves when the folders have been read for the first time: before that a practice is known in part only. */
  whenRead(): Promise<void>;
  /** Resolves when there are clients to show, though not yet all of them or all that is known of them; at the latest when all is read. */
  whenListed(): Promise<void>;
  foldersChanged(added: readonly Uri[], removed: readonly Uri[]): Promise<void>;
  filesChanged(uris: readonly Uri[]): void;
  /** Takes files that the client has read. */
  filesGiven(files: readonly GivenFile[]): void;
  /** Takes the settings anew; `sent` are those that a client without `workspace/configuration` sends along. */
  readSettings(sent?: unknown): Promise<void>;
  check(params: CheckPracticeParams, token: CancellationToken): Promise<CheckPracticeResult>;
}

const section = 'soapNotes';

/** How long the list of clients is waited for while the folders are read: shown at once, it would hold hardly anybody. */
const listAfterMs = 180;

/** Makes the keeper of the practice. */
export function createPractice(state: State, publisher: Publisher): Practice {
  let markRead: () => void = () => undefined;
  const read = new Promise<void>((resolve) => {
    markRead = resolve;
  });
  let markListed: () => void = () => undefined;
  const listed = new Promise<void>((resolve) => {
    markListed = resolve;
  });
  /** Lets the list of clients be shown while the folders are read, and grow: soon at first, then ever more seldom. */
  const listWhileReading = (): (() => void) => {
    const from = performance.now();
    let next = from + listAfterMs;
    let isListed = false;
    return () => {
      const now = performance.now();
      if (now < next) return;
      next = now + Math.max(2 * listAfterMs, now - from);
      if (isListed) return publisher.tellOfClients();
      isListed = state.workspace.roster().length > 0;
      if (isListed) markListed();
    };
  };
  const progress: ProgressFactory = () => state.connection.window.createWorkDoneProgress();

  const markAll = (): void => {
    markListed();
    markRead();
  };

  const register = async (): Promise<void> => {
    const { client } = state.connection;
    if (state.abilities.watchFiles) {
      const options: DidChangeWatchedFilesRegistrationOptions = {
        watchers: ownFilePatterns.map((globPattern) => ({ globPattern })),
      };
      await client.register(DidChangeWatchedFilesNotification.type, options).catch(() => undefined);
    }
    if (state.abilities.registerConfiguration)
      await client.register(DidChangeConfigurationNotification.type, { section }).catch(() => undefined);
  };
  const readSettings = async (sent?: unknown): Promise<void> => {
    const raw: unknown = state.abilities.configuration
      ? await state.connection.workspace.getConfiguration(section).catch(() => undefined)
      : typeof sent === 'object' && sent !== null && section in sent
        ? sent[section]
        : undefined;
    if (raw === undefined) return;
    state.workspace.configure(toSettings(raw));
    publisher.refresh();
  };
  /** Reads folders again: what is new or changed comes in, what has gone goes out. */
  const readAll = async (folders: Iterable<Uri>, shownBy?: ProgressFactory): Promise<void> => {
    const some = [...folders];
    const found = await readFolders(state, some, shownBy, listWhileReading());
    for (const uri of state.workspace.list())
      if (!state.open.has(uri) && !found.has(uri) && some.some((folder) => isBelow(uri, folder)))
        readIntoWorkspace(state, uri);
  };

  return {
    whenRead: () => read,
    whenListed: () => listed,
    readSettings,
    async start() {
      // Side by side: a client that is slow to answer must not keep the notes from being read.
      await Promise.all([register(), readSettings(), readAll(state.folders, progress).finally(markAll)]);
      publisher.refresh();
    },
    async foldersChanged(added, removed) {
      const gone = removed.map(toOwnFolder);
      for (const folder of gone) state.folders.delete(folder);
      for (const uri of state.workspace.list())
        if (!state.open.has(uri) && gone.some((folder) => isBelow(uri, folder)) && !isInFolder(state, uri))
          state.workspace.remove(uri);
      const fresh = added.map(toOwnFolder);
      for (const folder of fresh) state.folders.add(folder);
      await readAll(fresh, progress);
      publisher.refresh();
    },
    filesChanged(uris) {
      const affected = new Set<Uri>();
      const reread = (uri: Uri): void => {
        if (state.open.has(uri)) return;
        for (const other of state.workspace.affectedBy(uri)) affected.add(other);
        readIntoWorkspace(state, uri);
        for (const other of state.workspace.affectedBy(uri)) affected.add(other);
      };
      for (const changed of uris) {
        const uri = toOwnUri(changed);
        reread(uri);
        // A folder that was moved or deleted is told of by its own name alone.
        if (kindOf(uri) !== undefined) continue;
        for (const other of state.workspace.list()) if (isBelow(other, uri)) reread(other);
      }
      publisher.schedule(affected);
    },
    filesGiven(files) {
      publisher.schedule(takeFiles(state, files));
    },
    async check({ workDoneToken }, token) {
      const reporter =
        workDoneToken === undefined
          ? undefined
          : state.connection.window.attachWorkDoneProgress(workDoneToken);
      reporter?.begin(say`Checking notes and records`, 0);
      await read;
      // Not every change on disk is told of, so a check of everything looks for itself.
      await readAll(state.folders);
      const uris = state.workspace.list();
      const pause = createPacer();
      const findings: CheckPracticeResult['findings'][] = [];
      for (const uri of uris) {
        if (token.isCancellationRequested) break;
        findings.push(countFindings(state.workspace.view(uri)?.findings ?? []));
        if (await pause()) reporter?.report(Math.round((100 * findings.length) / uris.length));
      }
      reporter?.done();
      await publisher.showAll(uris);
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
  };
}
