// The protocol itself: order of messages, cancellation, failures, encodings.

import { afterEach, describe, expect, test } from 'vitest';
import { HoverRequest, InitializeRequest, ShutdownRequest } from 'vscode-languageserver/node';
import { methods } from '../../server/src/lsp/protocol';
import { findTransport } from '../../server/src/lsp/transport';
import { createFramingReader } from '../../server/src/lsp/watchdog';
import { type Client, dvt, has, note, notePath, record, recordPath, startClient } from './harness';

const files = { [recordPath]: record };
const initialize = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: null };

describe('order', () => {
  let client: Client;
  afterEach(() => client.stop());

  test('before initialize requests are refused and notifications dropped', async () => {
    client = await startClient({ initialize: false });
    await expect(client.connection.sendRequest(methods.ping)).rejects.toMatchObject({ code: -32002 });
    await expect(client.connection.sendRequest(ShutdownRequest.type)).rejects.toMatchObject({ code: -32002 });
    await client.open(notePath, note);
    await client.connection.sendRequest(InitializeRequest.type, initialize);
    expect(client.server.tools.state.open.size).toBe(0);
  });

  test('a second initialize is refused', async () => {
    client = await startClient();
    await expect(client.connection.sendRequest(InitializeRequest.type, initialize)).rejects.toMatchObject({
      code: -32600,
    });
  });

  test('after shutdown requests are refused', async () => {
    client = await startClient();
    await client.connection.sendRequest(ShutdownRequest.type);
    await expect(client.connection.sendRequest(methods.ping)).rejects.toMatchObject({ code: -32600 });
    await expect(client.connection.sendRequest(InitializeRequest.type, initialize)).rejects.toMatchObject({
      code: -32600,
    });
  });

  test('a cancelled request is an error, not an empty answer', async () => {
    client = await startClient({ files });
    await client.open(notePath, note);
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      HoverRequest.type,
      { textDocument: { uri: client.uri(notePath) }, position: { line: 8, character: 5 } },
      source.token,
    );
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
  });

  test('an unknown document gives an empty answer', async () => {
    client = await startClient();
    const answer = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: 'file:///nowhere/a.soap.md' },
      position: { line: 0, character: 0 },
    });
    expect(answer).toBeNull();
  });
});

describe('a crash', () => {
  const secret = 'L calf';
  const crash = (client: Client): void => {
    Object.defineProperty(client.server.tools.state, 'workspace', {
      get: () => {
        throw new TypeError(`cannot read ${secret}`);
      },
    });
  };
  let client: Client;
  afterEach(() => client.stop());

  test('of a request says an id and nothing of the note', async () => {
    client = await startClient({ files });
    await client.open(notePath, note);
    await client.diagnostics(notePath);
    crash(client);
    const answer = client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: client.uri(notePath) },
      position: { line: 8, character: 5 },
    });
    await expect(answer).rejects.toMatchObject({
      code: -32603,
      message: expect.stringMatching(/^SOAP Notes could not answer this \(error [0-9a-f]{8}\)\.$/),
    });
    await client.until(() =>
      client.logged.find((words) => words.includes('textDocument/hover failed: TypeError')),
    );
    expect(client.logged.join('\n')).not.toContain(secret);
  });

  test('of a check is a finding, for silence would read as safe', async () => {
    client = await startClient({ files });
    await client.open(notePath, note);
    await client.diagnostics(notePath, has(dvt));
    crash(client);
    client.server.tools.publisher.refresh();
    const [found] = await client.diagnostics(notePath, has('internal/not-checked'));
    expect(found?.message).toContain('could not be checked');
    expect(JSON.stringify([found, client.logged])).not.toContain(secret);
  });
});

describe('encodings', () => {
  let client: Client;
  afterEach(() => client.stop());

  test.each([
    ['utf-8', 17],
    ['utf-16', 11],
    ['utf-32', 10],
  ] as const)('%s', async (encoding, start) => {
    client = await startClient({
      capabilities: { general: { positionEncodings: [encoding] }, textDocument: { publishDiagnostics: {} } },
    });
    expect(client.initialized.capabilities.positionEncoding).toBe(encoding);
    await client.open('a.soap.md', 'S: DVT L calf\nT: – 🙂, → \n');
    // Past the end of its line a position is the line's end.
    await client.change('a.soap.md', 2, {
      range: { start: { line: 1, character: start }, end: { line: 1, character: 99 } },
      text: 'Deep tissue: L calf',
    });
    const [found] = (await client.diagnostics('a.soap.md', has(dvt))).filter(({ code }) => code === dvt);
    expect(found?.range.start).toEqual({ line: 1, character: start });
  });

  test('the first that the client names of ours', async () => {
    client = await startClient({
      capabilities: { general: { positionEncodings: ['utf-7', 'utf-32', 'utf-16'] } },
    });
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-32');
  });
});

describe('framing', () => {
  const read = (...chunks: string[]): readonly string[] => {
    const broken: string[] = [];
    const reader = createFramingReader((reason) => broken.push(reason));
    for (const chunk of chunks) reader(Buffer.from(chunk));
    return broken;
  };
  test('messages in pieces are fine', () =>
    expect(read('Content-Len', 'gth: 2\r\n\r\n{', '}Content-Length: 2\r\n\r\n{}')).toEqual([]));
  test.each([
    ['a missing length', 'Content-Type: x\r\n\r\n'],
    ['noise', 'x'.repeat(5000)],
    ['a length that no message has', 'Content-Length: 99999999999\r\n\r\n'],
    ['a length that is too short', 'Content-Length: 1\r\n\r\n{}Content-Length: 2\r\n\r\n{}'],
  ])('%s is not', (_, chunk) => expect(read(chunk)).toHaveLength(1));
});

test.each([
  [[], { kind: 'stdio' }],
  [['--node-ipc', '--clientProcessId=1'], { kind: 'ipc' }],
  [['--clientProcessId=1', '--socket=5007'], { kind: 'socket', to: { host: '127.0.0.1', port: 5007 } }],
  [['--pipe', '/tmp/x'], { kind: 'socket', to: { path: '/tmp/x' } }],
  [['--socket=x'], { kind: 'unknown' }],
] as const)('arguments %j', (given, transport) => expect(findTransport(given)).toEqual(transport));
