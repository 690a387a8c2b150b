// The command line and the language server say the same about the example practice and 500 invented notes, in the same order.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { makePractice } from '../../bench/synthetic-practice';
import { toFilePath, toFileUri, walkFolder } from '../../server/src/io/files';
import { writeCompiledKnowledge } from '../../tools/compile-knowledge';
import { loadKnowledge } from '../support/knowledge';
import { runs } from '../support/runs';
import { projectRoot } from '../support/sources';
import { runCli } from './run-cli';

const folder = join(projectRoot, 'out', `server-${process.pid}`);
const examples = join(projectRoot, 'examples');
const generated = join(folder, 'practice');
// 500 in the whole run.
const notes = runs(500);
let server: ChildProcess;
let connection: ProtocolConnection;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  await writeCompiledKnowledge({ root: projectRoot, to: join(folder, 'knowledge.json') });
  for (const { path, text } of makePractice(loadKnowledge(), { clients: notes / 8, notes, seed: 5 })) {
    mkdirSync(dirname(join(generated, path)), { recursive: true });
    writeFileSync(join(generated, path), text);
  }
  const outfile = join(folder, 'server.cjs');
  const entryPoints = [join(projectRoot, 'server/src/lsp/main.ts')];
  const mainFields = ['module', 'main'];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', mainFields });
  server = spawn(process.execPath, [outfile, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (server.stdout === null || server.stdin === null) throw new Error('the server has no pipes');
  connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const rootUri = toFileUri(examples);
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [
      { uri: rootUri, name: 'examples' },
      { uri: toFileUri(generated), name: 'invented' },
    ],
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      textDocument: {
        diagnostic: {},
        publishDiagnostics: { relatedInformation: true },
      },
    },
  });
  await connection.sendNotification('initialized', {});
});

afterAll(async () => {
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

const severities = ['error', 'warning', 'information', 'hint'];
const toShown = (uri: string): string => relative(projectRoot, toFilePath(uri) ?? uri);

const toRow = (file: string, diagnostic: Diagnostic) => ({
  file,
  line: diagnostic.range.start.line + 1,
  column: diagnostic.range.start.character + 1,
  endLine: diagnostic.range.end.line + 1,
  endColumn: diagnostic.range.end.character + 1,
  severity: severities[(diagnostic.severity ?? 1) - 1],
  rule: diagnostic.code,
  message: diagnostic.message,
  because: (diagnostic.relatedInformation ?? []).map(({ location, message }) => ({
    file: toShown(location.uri),
    line: location.range.start.line + 1,
    column: location.range.start.character + 1,
    text: message,
  })),
});

/** What the editor shows for every file of a folder, in the rows of `check --format json`. */
async function readEditor(folder: string): Promise<readonly unknown[]> {
  const rows = [];
  for (const { path } of [...walkFolder(folder)].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const uri = toFileUri(path);
    const text = readFileSync(path, 'utf8');
    const languageId = path.endsWith('.yaml') ? 'yaml' : 'soap-note';
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
    });
    if (report.kind === 'full') rows.push(...report.items.map((item) => toRow(toShown(uri), item)));
  }
  return rows;
}

/** What the command line says, without the fingerprints, which an editor has no use for. */
async function readCommandLine(path: string): Promise<readonly unknown[]> {
  const { out } = await runCli(projectRoot, ['check', '--no-cache', '--format', 'json', path]);
  return JSON.parse(out).map(({ fingerprint: _, ...row }: { readonly fingerprint: string }) => row);
}

test.each([
  ['examples', examples, 10],
  ['invented notes', generated, notes / 2],
])('soap-notes check gives what the Problems panel shows: %s', async (_, path, least) => {
  const rows = await readEditor(path);
  expect(rows.length).toBeGreaterThan(least);
  expect(rows).toEqual(await readCommandLine(relative(projectRoot, path)));
});
