// The language server, wherever it runs: start, restart, and clear words when it stops.
import {
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  ExtensionMode,
  l10n,
  window,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type DocumentSelector,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { type CheckedParams, methods } from '../../server/src/lsp/protocol';
import type { CheckedStatus } from './checked-status';
import { giveFiles } from './given-files';
import { createWatchdog } from './watchdog';

/** What the server is asked about: notes, and the records of clients and of the practice. */
function listDocuments(): DocumentSelector {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', ...folders])].flatMap((scheme) => [
    { scheme, language: 'soap-note' },
    { scheme, language: 'yaml', pattern: '**/{client.yaml,*.client.yaml,practice.yaml}' },
    { scheme, language: 'yaml', pattern: '**/knowledge/*.{yaml,yml}' },
  ]);
}

const restartsAllowed = 4;
const restartWindowMs = 3 * 60_000;

/** The running server, as the commands see it. */
export interface Server {
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Sends one of our requests; undefined if the server is not running or could not answer. */
  request<Result>(method: string, params?: unknown): Promise<Result | undefined>;
  /** Resolves when the server runs; at once if it does. */
  ready(): Promise<void>;
  /** Clients, their notes, or what is due may have changed; also when the server started anew. */
  readonly onClientsChanged: Event<void>;
  dispose(): Promise<void>;
}

/** A client that knows where its server runs, and how to end what the protocol does not end. */
export interface MadeClient {
  readonly client: BaseLanguageClient;
  end(): void;
}
export type MakeClient = (options: LanguageClientOptions) => Promise<MadeClient>;

/** Creates the server's client; `start` runs it. */
export function createServer(
  context: ExtensionContext,
  status: CheckedStatus,
  makeClient: MakeClient,
): Server {
  const restarts: number[] = [];
  const clientsChanged = new EventEmitter<void>();
  let made: MadeClient | undefined;
  let client: BaseLanguageClient | undefined;
  let given: Disposable | undefined;

  const watchdog = createWatchdog({
    // A server that is paused in a debugger does not answer either.
    enabled: context.extensionMode === ExtensionMode.Production,
    ask: async () => {
      if (client?.state === State.Running) await client.sendRequest(methods.ping);
    },
    onSilence: () => {
      status.showStopped(l10n.t('The checker did not answer and is being restarted.'));
      void restart();
    },
  });

  /** Restarts a server that ended by itself, unless it keeps ending. */
  const errorHandler: ErrorHandler = {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      restarts.push(now);
      while (restarts.length > 0 && now - (restarts[0] ?? now) > restartWindowMs) restarts.shift();
      if (restarts.length <= restartsAllowed) {
        status.showStopped(l10n.t('The checker stopped and is being restarted.'));
        return { action: CloseAction.Restart, handled: true };
      }
      restarts.length = 0;
      status.showStopped(l10n.t('The checker stopped. Nothing is being checked.'));
      void offerRestart();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };

  async function offerRestart(): Promise<void> {
    const again = l10n.t('Restart');
    const message = l10n.t(
      'SOAP Notes has stopped several times. Your notes are safe, but nothing is being checked now.',
    );
    if ((await window.showErrorMessage(message, again)) === again) await restart();
  }

  async function start(): Promise<void> {
    status.showStarting();
    try {
      made = await makeClient({
        documentSelector: listDocuments(),
        // Knowledge of a folder that is not trusted may add warnings and lower none.
        initializationOptions: { trusted: workspace.isTrusted },
        errorHandler,
        diagnosticCollectionName: 'soap-notes',
        initializationFailedHandler: () => false,
        // The status says what is wrong; a log that opens by itself helps nobody between two clients.
        revealOutputChannelOn: RevealOutputChannelOn.Never,
      });
      const started = made.client;
      client = started;
      started.onNotification(methods.clientsChanged, () => clientsChanged.fire());
      started.onNotification(methods.checked, (params: CheckedParams) => status.show(params));
      // The library restarts a server that ended by itself, so this runs more than once.
      started.onDidChangeState(({ newState }) => {
        given?.dispose();
        given = undefined;
        if (newState !== State.Running || started !== client) return;
        status.showStarted();
        given = giveFiles((files) => started.sendNotification(methods.files, files));
        clientsChanged.fire();
      });
      await started.start();
      watchdog.start();
    } catch {
      status.showStopped(l10n.t('The checker could not start. Nothing is being checked.'));
      void offerRestart();
    }
  }

  context.subscriptions.push(workspace.onDidGrantWorkspaceTrust(() => void restart()));

  async function stop(): Promise<void> {
    watchdog.stop();
    const stopping = made;
    made = undefined;
    client = undefined;
    given?.dispose();
    given = undefined;
    // A server that hangs does not shut down in order.
    await stopping?.client.dispose().catch(() => undefined);
    stopping?.end();
  }

  async function restart(): Promise<void> {
    await stop();
    await start();
  }

  return {
    start,
    restart,
    onClientsChanged: clientsChanged.event,
    ready: async () => {
      if (client?.state === State.Running) return;
      await new Promise<void>((resolve) => {
        const waiting = clientsChanged.event(() => {
          waiting.dispose();
          resolve();
        });
      });
    },
    async request<Result>(method: string, params?: unknown): Promise<Result | undefined> {
      if (client?.state !== State.Running) return undefined;
      try {
        return await client.sendRequest<Result>(method, params);
      } catch {
        return undefined;
      }
    },
    dispose: stop,
  };
}
