// The server as a process of its own: it ends when nobody is left to serve, and says why where that is a mistake.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compactKnowledge } from '../../server/src/core/knowledge/compact';
import { loadKnowledge } from '../support/knowledge';
import { projectRoot } from '../support/sources';

const bundle = join(projectRoot, 'out', `server-${process.pid}.cjs`);
const knowledge = join(projectRoot, 'out', `knowledge-${process.pid}.json`);

beforeAll(async () => {
  await build({
    entryPoints: [join(projectRoot, 'server/src/lsp/main.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
  });
  writeFileSync(knowledge, JSON.stringify(compactKnowledge(loadKnowledge().data)));
});
afterAll(() => {
  rmSync(bundle, { force: true });
  rmSync(knowledge, { force: true });
});

const frame = (message: object): string => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};
const initialize = frame({
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
});

/** Starts the server, writes to it, and waits for its end. */
async function run(input: string, end: boolean, args: readonly string[] = [], file = knowledge) {
  const server = spawn(process.execPath, [bundle, ...args], {
    env: { ...process.env, SOAP_NOTES_KNOWLEDGE: file },
  });
  let stdout = '';
  let stderr = '';
  server.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  server.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  server.stdin.on('error', () => undefined);
  server.stdin.write(input);
  if (end) server.stdin.end();
  const [code] = await once(server, 'close');
  return { code, stdout, stderr };
}

test('a client that says goodbye leaves it well', async () => {
  const input = initialize + frame({ id: 2, method: 'shutdown' }) + frame({ method: 'exit' });
  expect(await run(input, false)).toMatchObject({ code: 0, stderr: '' });
});

test('a client that is gone takes it along', async () => {
  expect(await run(initialize, true)).toMatchObject({ code: 1, stderr: '' });
});

test.each([
  ['noise', 'GET / HTTP/1.1\r\nHost: L calf\r\n\r\n'],
  ['a message that is none', 'Content-Length: 16\r\n\r\n{"x": "L calf" ?'],
])('%s ends it with a line that quotes nothing', async (_, input) => {
  const { code, stderr } = await run(initialize + input, false);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^soap-notes server: [^\n]+\n$/);
  expect(stderr).not.toContain('L calf');
});

test.each([
  ['es-MX', 'así que no hay nada que firmar'],
  ['xx', 'so there is nothing to sign'],
])('an editor in %s is answered from the file of that language, if there is one', async (locale, words) => {
  const server = spawn(process.execPath, [bundle], {
    env: { ...process.env, SOAP_NOTES_KNOWLEDGE: knowledge },
  });
  server.stdin.write(
    frame({
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {}, locale },
    }),
  );
  server.stdin.write(frame({ method: 'initialized', params: {} }));
  const params = { text: '---\nclient: a\n---\n', part: 'note', by: 'a', at: '2026-11-20T15:02:11Z' };
  server.stdin.write(frame({ id: 2, method: 'soapNotes/sign', params }));
  let answer = '';
  while (!answer.includes('"id":2')) answer += (await once(server.stdout, 'data'))[0];
  server.stdin.end();
  await once(server, 'close');
  expect(answer).toContain(words);
});

test('without its knowledge it says so', async () => {
  const { code, stderr } = await run('', false, [], '/nowhere/knowledge.json');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^soap-notes server: its knowledge file is missing[^\n]*\n$/);
});

test('a socket is served, and its end is the end', async () => {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const ended = run('', false, [`--socket=${port}`]);
  const [socket] = await once(listener, 'connection');
  socket.write(initialize);
  let answer = '';
  while (!answer.includes('"serverInfo"')) answer += (await once(socket, 'data'))[0];
  socket.end();
  listener.close();
  expect(await ended).toMatchObject({ code: 1, stderr: '' });
});
