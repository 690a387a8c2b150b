// A language server and a client in one process, joined by streams.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { methods } from '../../server/src/lsp/protocol';
import { type RunningServer, startServer } from '../../server/src/lsp/server';
import { loadKnowledge } from '../support/knowledge';

/** Files by path below the workspace's folder. */
export type Files = Readonly<Record<string, string>>;

export interface Client {
  readonly connection: ProtocolConnection;
  readonly server: RunningServer;
  readonly initialized: InitializeResult;
  readonly logged: readonly string[];
  readonly folder: string;
  uri(path: string): string;
  open(path: string, text: string, languageId?: string): Promise<void>;
  change(path: string, version: number, ...changes: TextDocumentContentChangeEvent[]): Promise<void>;
  /** The next diagnostics of a document that fit. */
  diagnostics(
    path: string,
    fits?: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]>;
  stop(): Promise<void>;
}

const everything: ClientCapabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true }, hover: { contentFormat: ['markdown'] } },
};

/** Starts server and client. `initialize: false` leaves the first message to the test. */
export async function startClient({
  files = {},
  capabilities = everything,
  initialize = true,
  folders = [''],
}: {
  files?: Files;
  capabilities?: ClientCapabilities;
  initialize?: boolean;
  folders?: readonly string[];
} = {}): Promise<Client> {
  const folder = mkdtempSync(join(tmpdir(), 'soap-notes-lsp-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const uri = (path: string): string => pathToFileURL(join(folder, path)).href.replace(/\/$/, '');
  const up = new PassThrough();
  const down = new PassThrough();
  const server = startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    knowledge: loadKnowledge(),
    version: 'test',
    now: () => new Date(2026, 10, 20, 12),
  });
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const sent = new Map<string, PublishDiagnosticsParams>();
  const logged: string[] = [];
  let wake: () => void = () => undefined;
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    sent.set(params.uri, params);
    wake();
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
  });
  connection.onNotification(methods.checked, () => undefined);
  connection.listen();
  const initialized: InitializeResult = initialize
    ? await connection.sendRequest(InitializeRequest.type, {
        processId: null,
        rootUri: null,
        capabilities,
        workspaceFolders: folders.map((name) => ({ uri: uri(name), name })),
      })
    : { capabilities: {} };
  if (initialize) await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    server,
    initialized,
    logged,
    folder,
    uri,
    open: (path, text, languageId = 'soap-note') =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uri(path), languageId, version: 1, text },
      }),
    change: (path, version, ...contentChanges) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: uri(path), version },
        contentChanges,
      }),
    async diagnostics(path, fits = () => true) {
      for (;;) {
        const params = sent.get(uri(path));
        if (params !== undefined && fits(params.diagnostics)) return params.diagnostics;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async stop() {
      connection.dispose();
      server.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
