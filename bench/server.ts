// What the language server costs in a practice of 5,000 clients and 50,000 notes, measured over the protocol.
// `node tools/run-ts.mjs bench/server.ts [<practice folder>] [<clients> <notes>]`; without a folder it makes one and removes it.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CompletionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { createKnowledge } from '../server/src/core';
import { type ClientListResult, type DueGroup, methods } from '../server/src/lsp/protocol';
import { compileKnowledge } from '../tools/compile-knowledge';
import { makePractice } from './synthetic-practice';

const root = process.cwd();
const [given, clientCount = '5000', noteCount = '50000'] = process.argv.slice(2);
const rounds = 120;

/** The resident memory of a process in MB, now and at its highest. */
function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (key: string): number => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

/** The processor time of a process in milliseconds, to a hundredth of a second: what other programs leave alone. */
function processorTimeOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return 10 * (Number(fields[11] ?? 0) + Number(fields[12] ?? 0));
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'soap-notes-bench-'));
  const kb = createKnowledge(compileKnowledge(join(root, 'knowledge')));
  const size = { clients: Number(clientCount), notes: Number(noteCount), seed: 7 };
  for (const { path, text } of makePractice(kb, size)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

const report = (name: string, times: readonly number[], target: number): void => {
  const [p50, p95, worst] = [0.5, 0.95, 1].map((share) => percentile(times, share));
  const verdict = (p95 ?? 0) <= target ? 'holds' : 'DOES NOT HOLD';
  console.log(
    `${name.padEnd(44)} p50 ${p50?.toFixed(1)}  p95 ${p95?.toFixed(1)}  worst ${worst?.toFixed(1)} ms  (p95 ≤ ${target}: ${verdict})`,
  );
};

const folder = given ?? makeFolder();
const child = spawn(process.execPath, [join(root, 'dist/server.cjs'), '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const connection = createProtocolConnection(
  new StreamMessageReader(child.stdout),
  new StreamMessageWriter(child.stdin),
);
connection.onRequest('workspace/diagnostic/refresh', () => null);
connection.listen();
const memory = (when: string): void => {
  const { now, peak } = memoryOf(child.pid ?? 0);
  console.log(`${when.padEnd(44)} memory ${now.toFixed(0)} MB, at most ${peak.toFixed(0)} MB (< 400)`);
};
try {
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'practice' }],
    capabilities: {
      textDocument: {
        diagnostic: {},
        hover: { contentFormat: ['markdown'] },
        completion: { completionItem: { documentationFormat: ['markdown'], tagSupport: { valueSet: [1] } } },
      },
      workspace: { diagnostics: { refreshSupport: true } },
    },
  });
  memory('started');
  const from = performance.now();
  await connection.sendNotification(InitializedNotification.type, {});
  // The side bar asks as soon as the server runs: long before all files are read.
  const early = await connection.sendRequest<ClientListResult>(methods.clientList, {});
  report(`list of clients, ${early.rows.length} of them, at the start`, [performance.now() - from], 300);

  const clients = readdirSync(join(folder, 'clients')).sort();
  const notes = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((share) => {
    const client = join(folder, 'clients', clients[Math.floor(clients.length * share)] ?? '');
    const last = readdirSync(client)
      .filter((name) => name.endsWith('.soap.md'))
      .sort()
      .at(-1);
    return last === undefined ? [] : [join(client, last)];
  });
  const open = notes.map((path) => ({
    uri: pathToFileURL(path).href,
    text: readFileSync(path, 'utf8'),
    version: 1,
  }));

  /** Types a line into each open note, letter by letter, and asks what an editor asks. */
  const work = async (when: string): Promise<void> => {
    const completions: number[] = [];
    const hovers: number[] = [];
    const findings: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const note = open[round % open.length];
      if (note === undefined) break;
      const letter = '\n- Deep tissue: L calf'.charAt(Math.floor(round / open.length) % 21);
      const lines = note.text.split('\n');
      note.text += letter;
      note.version += 1;
      const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: note.uri, version: note.version },
        contentChanges: [{ range: { start: end, end }, text: letter }],
      });
      const place =
        letter === '\n' ? { line: end.line + 1, character: 0 } : { ...end, character: end.character + 1 };
      const start = performance.now();
      await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: note.uri } });
      findings.push(performance.now() - start);
      const then = performance.now();
      await connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri: note.uri },
        position: place,
      });
      completions.push(performance.now() - then);
      const last = performance.now();
      await connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: note.uri },
        position: { line: 12, character: 8 },
      });
      hovers.push(performance.now() - last);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    report(`completion, ${when}`, completions, 30);
    report(`hover, ${when}`, hovers, 20);
    report(`diagnostics after a key, ${when}`, findings, 100);
  };
  /** Opens the views as the side bar does: the list of clients, badges of those in view, sessions, what is due. */
  const openViews = async (): Promise<void> => {
    const time = async <T>(name: string, target: number | undefined, run: () => Promise<T>): Promise<T> => {
      const spent = processorTimeOf(child.pid ?? 0);
      const start = performance.now();
      const result = await run();
      const taken = performance.now() - start;
      const processor = processorTimeOf(child.pid ?? 0) - spent;
      const verdict =
        target === undefined ? '' : ` (≤ ${target}: ${taken <= target ? 'holds' : 'DOES NOT HOLD'})`;
      console.log(`${name.padEnd(44)} ${taken.toFixed(1)} ms, of the processor ${processor} ms${verdict}`);
      return result;
    };
    const ask = <T>(method: string, params: object): Promise<T> => connection.sendRequest<T>(method, params);
    const list = await time('list of clients, first', 300, () =>
      ask<ClientListResult>(methods.clientList, {}),
    );
    const { version, rows } = list;
    await time('list of clients, nothing changed', 30, () => ask(methods.clientList, { version }));
    const keys = rows.slice(100, 130).map(({ key }) => key);
    await time('badges of 30 clients, first', undefined, () => ask(methods.clientAlerts, { keys }));
    await time('sessions of one client', 100, () => ask(methods.clientSessions, { key: keys[0] }));
    await time('page of a note, first', undefined, () => ask(methods.page, { uri: open[0]?.uri }));
    await time('page of a note, again', 100, () => ask(methods.page, { uri: open[0]?.uri }));
    const due = await time('what is due, first', undefined, () => ask<readonly DueGroup[]>(methods.due, {}));
    await time('what is due, nothing changed', 100, () => ask(methods.due, {}));
    console.log(
      `${rows.length} clients; due: ${due.map(({ kind, count }) => `${kind} ${count}`).join(', ')}`,
    );
  };
  for (const note of open)
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: note.uri, languageId: 'soap-note', version: note.version, text: note.text },
    });
  await work('while the folders are read');
  await connection.sendRequest('soapNotes/clients');
  console.log(`${'all files read'.padEnd(44)} ${((performance.now() - from) / 1000).toFixed(1)} s`);
  memory('all files read');
  await openViews();
  memory('views opened');
  await work('all files read');
  memory('after typing');
  let judged = 0;
  const token = 'parts';
  connection.onProgress(WorkspaceDiagnosticRequest.partialResult, token, ({ items }) => {
    judged += items.length;
  });
  void connection
    .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken: token })
    .catch(() => undefined);
  await work('while the practice is judged');
  for (let before = -1; before !== judged; ) {
    before = judged;
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
  console.log(`${'judged unasked'.padEnd(44)} ${judged} documents`);
  memory('the practice judged');
  await work('the practice judged');
  memory('at the end');
  await Promise.race([
    connection.sendRequest(ShutdownRequest.type),
    new Promise((resolve) => setTimeout(resolve, 1000)),
  ]);
} finally {
  child.kill();
  connection.dispose();
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}
