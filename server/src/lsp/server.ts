// Puts the server together: what it can do, when it starts, how it ends.
import {
  CancellationToken,
  CompletionItemTag,
  type Connection,
  ErrorCodes,
  type InitializeError,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
} from 'vscode-languageserver';
import { type Knowledge, speak, type Words } from '../core/index';
import type { Disk } from './disk';
import { createDocuments } from './documents';
import { chooseEncoding } from './encoding';
import { type Failure, guardNotification, guardRequest, refuse } from './guard';
import { listCapabilities, notifications, requests } from './handlers/index';
import type { Tools } from './handlers/table';
import { createPractice } from './practice';
import { createPublisher } from './publish';
import { type Abilities, createState, localToday } from './state';
import { toOwnFolder } from './uris';

/** What a server needs from outside. */
export interface ServerOptions {
  readonly knowledge: Knowledge;
  readonly version: string;
  /** Absent where there is none, as in a browser. */
  readonly disk: Disk | undefined;
  /** The clock, so that tests choose the day. */
  readonly now: () => Date;
  /** The folder of the pages about rules and checks, as a uri. */
  readonly docs?: string;
  /** What is said in a language, such as `es`; undefined where it is not translated. Without it all is in English. */
  readonly wordsOf?: (language: string) => Words | undefined;
}

/** A running server, for tests and for the process that ends it. */
export interface RunningServer {
  readonly tools: Tools;
  /** Takes over the day that the clock shows; otherwise done once a minute. */
  lookAtClock(): void;
  dispose(): void;
}

const minuteMs = 60_000;

/** Starts a server on a connection. The connection is listened to here. */
export function startServer(
  connection: Connection,
  { knowledge, version, disk, now, docs, wordsOf }: ServerOptions,
): RunningServer {
  const state = createState(connection, knowledge, disk, localToday(now()), readAbilities(undefined), docs);
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

  connection.onInitialize((params): InitializeResult | ResponseError<InitializeError> => {
    if (state.phase !== 'new')
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    const language = readLanguage(params.locale);
    speak(language, wordsOf?.(language));
    state.abilities = readAbilities(params);
    state.trusted = isTrusted(params.initializationOptions);
    state.workspace.setTrusted(state.trusted);
    for (const folder of params.workspaceFolders ??
      (params.rootUri ? [{ uri: params.rootUri, name: '' }] : []))
      state.folders.add(toOwnFolder(folder.uri));
    state.phase = 'running';
    return {
      serverInfo: { name: 'soap-notes', version },
      capabilities: listCapabilities(state.abilities),
    };
  });
  connection.onInitialized(() => {
    if (state.abilities.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(
        guardNotification(
          state,
          'workspace/didChangeWorkspaceFolders',
          ({ added, removed }) =>
            tools.practice.foldersChanged(
              added.map((folder) => folder.uri),
              removed.map((folder) => folder.uri),
            ),
          log,
        ),
      );
    }
    void guardNotification(state, 'initialized', () => tools.practice.start(), log)(undefined);
  });
  connection.onShutdown(() => {
    const refused = refuse(state.phase);
    // The library hands an error on as it hands on an answer, though its type knows only success.
    if (refused !== undefined) return refused as unknown as undefined;
    state.phase = 'stopped';
    publisher.dispose();
  });
  for (const { method, run } of requests)
    connection.onRequest(
      method,
      guardRequest(state, method, (params, token) => run(tools, params, token), log),
    );
  for (const { method, run } of notifications)
    connection.onNotification(
      method,
      guardNotification(
        state,
        method,
        async (params) => void (await run(tools, params, CancellationToken.None)),
        log,
      ),
    );

  // Past midnight "today" is another day, and ages and phases with it. A computer may sleep through midnight.
  const lookAtClock = (): void => {
    if (state.workspace.setToday(localToday(now()))) publisher.refresh();
  };
  const clock = setInterval(lookAtClock, minuteMs);
  // In a process the clock alone keeps nothing running; in a worker it cannot.
  clock.unref?.();
  connection.listen();
  return {
    tools,
    lookAtClock,
    dispose() {
      clearInterval(clock);
      publisher.dispose();
    },
  };
}

/** Reads what the client can do, as far as we use it. */
function readAbilities(params: InitializeParams | undefined): Abilities {
  const { textDocument, workspace, general, window } = params?.capabilities ?? {};
  const completionItem = textDocument?.completion?.completionItem;
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation ??
      textDocument?.diagnostic?.relatedInformation ??
      false,
    codePages:
      textDocument?.publishDiagnostics?.codeDescriptionSupport ??
      textDocument?.diagnostic?.codeDescriptionSupport ??
      false,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    configuration: workspace?.configuration ?? false,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    refreshLenses: workspace?.codeLens?.refreshSupport ?? false,
    refreshHints: workspace?.inlayHint?.refreshSupport ?? false,
    refreshTokens: workspace?.semanticTokens?.refreshSupport ?? false,
    fileEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      ['create', 'rename'].every((kind) =>
        workspace.workspaceEdit?.resourceOperations?.some((known) => known === kind),
      ),
    workDoneProgress: window?.workDoneProgress ?? false,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') ?? true,
    markdownCompletion: completionItem?.documentationFormat?.includes('markdown') ?? true,
    completionTags: completionItem?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) ?? false,
  };
}

/** The language of a locale, without its country: `es` for `es-MX`. Nothing but letters, as it names a file. */
const readLanguage = (locale: string | undefined): string =>
  /^[a-z]{2,3}(?![a-z])/i.exec(locale ?? '')?.[0].toLowerCase() ?? 'en';

/** Whether the folder is trusted: an editor that knows of trust says so with `{ trusted: false }`. */
const isTrusted = (options: unknown): boolean =>
  !(typeof options === 'object' && options !== null && 'trusted' in options && options.trusted === false);
