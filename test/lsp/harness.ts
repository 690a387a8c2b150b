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
import { speak } from '../../server/src/core';
import { readWords } from '../../server/src/io/words';
import type { Disk } from '../../server/src/lsp/disk';
import { nodeDisk } from '../../server/src/lsp/node-disk';
import { type CheckedParams, methods } from '../../server/src/lsp/protocol';
import { type RunningServer, startServer } from '../../server/src/lsp/server';
import { loadKnowledge } from '../support/knowledge';
import { projectRoot } from '../support/sources';

/** Files by path below the workspace's folder. */
export type Files = Readonly<Record<string, string>>;

export interface Client {
  readonly connection: ProtocolConnection;
  readonly server: RunningServer;
  readonly initialized: InitializeResult;
  readonly logged: readonly string[];
  /** What the server said was checked, by uri. */
  readonly checked: ReadonlyMap<string, CheckedParams>;
  /** The methods of the requests that the server sent. */
  readonly asked: readonly string[];
  /** Chooses the day. */
  setNow(now: Date): void;
  readonly folder: string;
  uri(path: string): string;
  open(path: string, text: string, languageId?: string): Promise<void>;
  change(path: string, version: number, ...changes: TextDocumentContentChangeEvent[]): Promise<void>;
  /** The next diagnostics of a document that fit. */
  diagnostics(
    path: string,
    fits?: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]>;
  /** The latest diagnostics sent for a uri as the client spells it. */
  sent(uri: string): readonly Diagnostic[] | undefined;
  /** Waits until something the server said makes this known. */
  until<T>(read: () => T | undefined): Promise<T>;
  stop(): Promise<void>;
}

const everything: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { documentationFormat: ['markdown'], tagSupport: { valueSet: [1] } } },
  },
};

const serverRequests = [
  'client/registerCapability',
  'window/workDoneProgress/create',
  'workspace/configuration',
  'workspace/diagnostic/refresh',
];

/** Starts server and client. `initialize: false` leaves the first message to the test. */
export async function startClient({
  files = {},
  capabilities = everything,
  initialize = true,
  folders = [''],
  settings,
  initializationOptions,
  locale,
  disk = nodeDisk,
}: {
  files?: Files;
  capabilities?: ClientCapabilities;
  initialize?: boolean;
  folders?: readonly string[];
  /** Answers `workspace/configuration`. */
  settings?: () => unknown;
  initializationOptions?: unknown;
  locale?: string;
  disk?: Disk;
} = {}): Promise<Client> {
  const folder = mkdtempSync(join(tmpdir(), 'soap-notes-lsp-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const uri = (path: string): string => pathToFileURL(join(folder, path)).href.replace(/\/$/, '');
  let now = new Date(2026, 10, 20, 12);
  const up = new PassThrough();
  const down = new PassThrough();
  const server = startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    knowledge: loadKnowledge(),
    version: 'test',
    disk,
    now: () => now,
    wordsOf: (language) => readWords(join(projectRoot, 'l10n', `server.${language}.json`)),
  });
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const sent = new Map<string, PublishDiagnosticsParams>();
  const logged: string[] = [];
  let wake: () => void = () => undefined;
  const until = async <T>(read: () => T | undefined): Promise<T> => {
    for (;;) {
      const found = read();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    sent.set(params.uri, params);
    wake();
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
  });
  const checked = new Map<string, CheckedParams>();
  connection.onNotification(methods.checked, (params: CheckedParams) => {
    checked.set(params.uri, params);
    wake();
  });
  const asked: string[] = [];
  for (const method of serverRequests)
    connection.onRequest(method, () => {
      asked.push(method);
      wake();
      return method === 'workspace/configuration' ? [settings?.()] : null;
    });
  connection.listen();
  const initialized: InitializeResult = initialize
    ? await connection.sendRequest(InitializeRequest.type, {
        processId: null,
        rootUri: null,
        capabilities,
        initializationOptions,
        ...(locale !== undefined && { locale }),
        workspaceFolders: folders.map((name) => ({ uri: uri(name), name })),
      })
    : { capabilities: {} };
  if (initialize) await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    server,
    initialized,
    logged,
    checked,
    asked,
    setNow: (next) => {
      now = next;
    },
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
    diagnostics: (path, fits = () => true) =>
      until(() => {
        const found = sent.get(uri(path))?.diagnostics;
        return found !== undefined && fits(found) ? found : undefined;
      }),
    sent: (of) => sent.get(of)?.diagnostics,
    until,
    async stop() {
      connection.dispose();
      server.dispose();
      speak('en', undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A record and a note of a client with a clot, and the finding that they raise. */
export const record =
  'id: maria\nconditions:\n  - name: DVT\n    region: calf\n    side: left\n    since: 2026-10-28\n';
export const recordPath = 'clients/maria/client.yaml';
export const note =
  '---\nclient: maria\ndate: 2026-11-20\n---\n## Subjective\n- no fever\n\n## Treatment\n- Deep tissue: L calf\n';
export const notePath = 'clients/maria/2026-11-20.soap.md';
export const dvt = 'contraindication/dvt-deep-absolute';

/** Tells whether diagnostics hold a code. */
export const has =
  (code: string) =>
  (diagnostics: readonly Diagnostic[]): boolean =>
    diagnostics.some((diagnostic) => diagnostic.code === code);
export const hasNot = (code: string) => (diagnostics: readonly Diagnostic[]) => !has(code)(diagnostics);
