// Puts the server together: what it can do, when it starts, how it ends.
import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Knowledge } from '../core/index';
import { createDocuments } from './documents';
import { chooseEncoding } from './encoding';
import { type Failure, guardNotification, guardRequest } from './guard';
import { notifications, requests, type Tools } from './handlers';
import { createPractice } from './practice';
import { createPublisher } from './publish';
import { type Abilities, createState, localToday } from './state';

/** What a server needs from outside. */
export interface ServerOptions {
  readonly knowledge: Knowledge;
  readonly version: string;
  /** The clock, so that tests choose the day. */
  readonly now: () => Date;
}

/** A running server, for tests and for the process that ends it. */
export interface RunningServer {
  readonly tools: Tools;
  dispose(): void;
}

const hourMs = 3_600_000;

/** Starts a server on a connection. The connection is listened to here. */
export function startServer(
  connection: Connection,
  { knowledge, version, now }: ServerOptions,
): RunningServer {
  const state = createState(connection, knowledge, localToday(now()), readAbilities(undefined));
  const publisher = createPublisher(state);
  const tools: Tools = {
    state,
    publisher,
    documents: createDocuments(state, publisher),
    practice: createPractice(state, publisher),
  };
  // Methods, ids and counts only: what a therapist wrote never reaches a log.
  const log = (failure: Failure): void =>
    connection.console.error(`${failure.method} failed: ${failure.kind}, error ${failure.errorId}`);

  connection.onInitialize((params): InitializeResult => {
    state.abilities = readAbilities(params);
    for (const folder of params.workspaceFolders ??
      (params.rootUri ? [{ uri: params.rootUri, name: '' }] : []))
      state.folders.add(folder.uri);
    state.phase = 'running';
    return {
      serverInfo: { name: 'soap-notes', version },
      capabilities: {
        positionEncoding: state.abilities.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        completionProvider: { triggerCharacters: [' ', ':', '-', '#'], resolveProvider: true },
        hoverProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentFormattingProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        ...(state.abilities.pullDiagnostics && {
          diagnosticProvider: {
            identifier: 'soap-notes',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => {
    if (state.abilities.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        void tools.practice.foldersChanged(
          event.added.map((folder) => folder.uri),
          event.removed.map((folder) => folder.uri),
        );
      });
    }
    void tools.practice.start();
  });
  connection.onShutdown(() => {
    state.phase = 'stopped';
    publisher.dispose();
  });
  for (const { method, run } of requests)
    connection.onRequest(
      method,
      guardRequest(state, method, (params, token) => run(tools, params, token), log),
    );
  for (const { method, run } of notifications) {
    const never = {
      isCancellationRequested: false,
      onCancellationRequested: () => ({ dispose: () => undefined }),
    };
    connection.onNotification(
      method,
      guardNotification(state, method, (params) => void run(tools, params, never), log),
    );
  }

  // Past midnight "today" is another day, and ages and phases with it.
  const clock = setInterval(() => {
    state.workspace.setToday(localToday(now()));
    publisher.schedule(state.open.keys());
  }, hourMs);
  clock.unref();
  connection.listen();
  return {
    tools,
    dispose() {
      clearInterval(clock);
      publisher.dispose();
    },
  };
}

/** Reads what the client can do, as far as we use it. */
function readAbilities(params: InitializeParams | undefined): Abilities {
  const { textDocument, workspace, general, window } = params?.capabilities ?? {};
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation ??
      textDocument?.diagnostic?.relatedInformation ??
      false,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    configuration: workspace?.configuration ?? false,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    workDoneProgress: window?.workDoneProgress ?? false,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') ?? true,
  };
}
