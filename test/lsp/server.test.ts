// The language server as a client meets it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FileChangeType,
  FoldingRangeRequest,
  HoverRequest,
  ShutdownRequest,
} from 'vscode-languageserver/node';
import { methods } from '../../server/src/lsp/protocol';
import { createFramingReader } from '../../server/src/lsp/watchdog';
import { type Client, startClient } from './harness';

const record =
  'id: maria\nconditions:\n  - name: DVT\n    region: calf\n    side: left\n    since: 2026-10-28\n';
const note =
  '---\nclient: maria\ndate: 2026-11-20\n---\n## Subjective\n- no fever\n\n## Treatment\n- Deep tissue: L calf\n';
const files = { 'clients/maria/client.yaml': record };
const path = 'clients/maria/2026-11-20.soap.md';
const dvt = 'contraindication/dvt-deep-absolute';

let client: Client;
afterEach(() => client.stop());
const has = (code: string) => (diagnostics: readonly { code?: string | number }[]) =>
  diagnostics.some((diagnostic) => diagnostic.code === code);

describe('diagnostics', () => {
  test('are pushed with a link to the line in the record', async () => {
    client = await startClient({ files });
    await client.open(path, note);
    const diagnostics = await client.diagnostics(path, has(dvt));
    const [found] = diagnostics.filter((diagnostic) => diagnostic.code === dvt);
    expect(found).toMatchObject({
      severity: 1,
      source: 'soap-notes',
      range: { start: { line: 8, character: 2 }, end: { line: 8, character: 13 } },
    });
    expect(found?.relatedInformation?.[0]).toMatchObject({
      location: { uri: client.uri('clients/maria/client.yaml'), range: { start: { line: 2 } } },
    });
  });

  test('follow each key', async () => {
    client = await startClient({ files });
    await client.open(path, note.replace('Deep tissue: L calf', ''));
    await client.diagnostics(path);
    await client.change(path, 2, {
      range: { start: { line: 8, character: 2 }, end: { line: 8, character: 2 } },
      text: 'Deep tissue: L calf',
    });
    await client.diagnostics(path, has(dvt));
    await client.change(path, 3, {
      range: { start: { line: 8, character: 0 }, end: { line: 9, character: 0 } },
      text: '',
    });
    expect(await client.diagnostics(path, (diagnostics) => !has(dvt)(diagnostics))).not.toContainEqual(
      expect.objectContaining({ code: dvt }),
    );
  });

  test('a version that goes back is not applied', async () => {
    client = await startClient({ files });
    await client.open(path, note);
    await client.diagnostics(path, has(dvt));
    await client.change(path, 1, {
      range: { start: { line: 8, character: 0 }, end: { line: 9, character: 0 } },
      text: '',
    });
    await client.change(path, 2, {
      range: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } },
      text: '- tired\n',
    });
    expect(
      await client.diagnostics(path, (all) =>
        all.some((diagnostic) => diagnostic.code === dvt && diagnostic.range.start.line === 9),
      ),
    ).toBeDefined();
  });

  test('change when the record on disk does', async () => {
    client = await startClient({ files });
    await client.open(path, note);
    await client.diagnostics(path, has(dvt));
    writeFileSync(join(client.folder, 'clients/maria/client.yaml'), 'id: maria\n');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: client.uri('clients/maria/client.yaml'), type: FileChangeType.Changed }],
    });
    await client.diagnostics(path, (diagnostics) => !has(dvt)(diagnostics));
  });

  test('a note outside the opened folders finds the record beside it', async () => {
    client = await startClient({ files, folders: [] });
    await client.open(path, note);
    await client.diagnostics(path, has(dvt));
  });

  test('an untitled note is checked by its language', async () => {
    client = await startClient();
    const uri = 'untitled:Untitled-1';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri,
        languageId: 'soap-note',
        version: 1,
        text: 'S: DVT L calf\nT: Deep tissue: L calf\n',
      },
    });
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: 4 } },
      context: { diagnostics: [] },
    });
    expect(actions?.length).toBeGreaterThan(0);
  });

  test('are pulled, and unchanged where nothing changed', async () => {
    client = await startClient({
      files,
      capabilities: { textDocument: { diagnostic: { relatedInformation: true } } },
    });
    await client.open(path, note);
    await client.server.tools.practice.start();
    const first = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: client.uri(path) },
    });
    expect(first).toMatchObject({ kind: 'full' });
    expect(first.kind === 'full' && has(dvt)(first.items)).toBe(true);
    const again = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: client.uri(path) },
      ...(first.resultId !== undefined && { previousResultId: first.resultId }),
    });
    expect(again.kind).toBe('unchanged');
  });
});

describe('writing', () => {
  const complete = async (text: string, line: number, character: number): Promise<CompletionList> => {
    client = await startClient({ files });
    await client.server.tools.practice.start();
    await client.open(path, text);
    // The server answers with a list, never with bare items.
    return (await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: client.uri(path) },
      position: { line, character },
    })) as CompletionList;
  };

  test('a contraindicated technique is struck through, last, with its reason', async () => {
    const { items } = await complete('---\nclient: maria\ndate: 2026-11-20\n---\n## Treatment\n- de', 5, 4);
    const deep = items.find((item) => item.label === 'Deep tissue massage');
    expect(deep?.tags).toEqual([1]);
    expect(deep?.sortText?.startsWith('9')).toBe(true);
    expect(deep?.detail).toContain('deep vein thrombosis');
    if (deep === undefined) return;
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, deep);
    expect(JSON.stringify(resolved.documentation)).toContain('deep');
  });

  test.each([
    ['- Deep tissue: L ca', 'calf'],
    ['- Eff', 'Effleurage'],
    ['- Respo', 'Response'],
  ])('in a treatment, %s', async (line, label) => {
    const { items } = await complete(`## Treatment\n${line}`, 1, line.length);
    expect(items.map((item) => item.label)).toContain(label);
  });

  test('sections that are missing, at the start of a line', async () => {
    const { items } = await complete('## Subjective\n- tired\n\nObj', 3, 3);
    const labels = items.map((item) => item.label);
    expect(labels).toContain('Objective');
    expect(labels).not.toContain('Subjective');
  });

  test('keys and client ids in front matter', async () => {
    const { items } = await complete('---\nclient: \n---\n', 1, 8);
    expect(items.map((item) => item.label)).toEqual(['maria']);
  });

  test('conditions in front matter', async () => {
    const { items } = await complete('---\nconditions: [de\n---\n', 1, 15);
    expect(items.map((item) => item.label)).toContain('deep vein thrombosis');
  });
});

describe('reading', () => {
  test('hover says what, why, on what source, and links to the sentence', async () => {
    client = await startClient({ files });
    await client.server.tools.practice.start();
    await client.open(path, note);
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: client.uri(path) },
      position: { line: 8, character: 5 },
    });
    const text = JSON.stringify(hover?.contents);
    expect(text).toContain('Do not treat');
    expect(text).toContain('authority');
    expect(text).toContain('client.yaml#L3');
  });

  test('nothing from a note becomes a link or an image', async () => {
    client = await startClient();
    await client.open(
      'a.soap.md',
      '---\nconditions: [DVT]\n---\nS: ![x](http://example.invalid/x.png) DVT\nT: Deep tissue\n',
    );
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: client.uri('a.soap.md') },
      position: { line: 4, character: 5 },
    });
    expect(JSON.stringify(hover)).not.toContain('example.invalid');
  });

  test('outline and folding', async () => {
    client = await startClient();
    await client.open(path, note);
    const textDocument = { uri: client.uri(path) };
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    expect(symbols?.map((symbol) => symbol.name)).toEqual(['Subjective', 'Treatment']);
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    expect(folds?.map((fold) => [fold.startLine, fold.endLine])).toEqual([
      [0, 3],
      [4, 5],
      [7, 8],
    ]);
  });

  test('formatting', async () => {
    client = await startClient();
    await client.open('a.soap.md', '## Plan   \n*   weekly\n');
    const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri: client.uri('a.soap.md') },
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(edits?.length).toBeGreaterThan(0);
  });
});

test('a quick fix removes its finding', async () => {
  client = await startClient({ files });
  await client.open(path, note);
  await client.diagnostics(path, has(dvt));
  const range = { start: { line: 8, character: 4 }, end: { line: 8, character: 4 } };
  const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.uri(path) },
    range,
    context: { diagnostics: [] },
  })) as CodeAction[];
  const avoided = actions.find((action) => action.title.startsWith('Write as avoided'));
  const edits = avoided?.edit?.changes?.[client.uri(path)] ?? [];
  expect(edits).not.toEqual([]);
  let version = 2;
  for (const edit of [...edits].reverse())
    await client.change(path, version++, { range: edit.range, text: edit.newText });
  await client.diagnostics(path, (diagnostics) => !has(dvt)(diagnostics));
});

describe('the protocol', () => {
  test('a request before initialize is refused', async () => {
    client = await startClient({ initialize: false });
    await expect(client.connection.sendRequest(methods.ping)).rejects.toMatchObject({ code: -32002 });
  });

  test('a request after shutdown is refused', async () => {
    client = await startClient();
    await client.connection.sendRequest(ShutdownRequest.type);
    await expect(client.connection.sendRequest(methods.ping)).rejects.toMatchObject({ code: -32600 });
  });

  test('a cancelled request is an error, not an empty answer', async () => {
    client = await startClient({ files });
    await client.open(path, note);
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      HoverRequest.type,
      { textDocument: { uri: client.uri(path) }, position: { line: 8, character: 5 } },
      source.token,
    );
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
  });

  test('a crash says an id and nothing of the note', async () => {
    client = await startClient({ files });
    await client.open(path, note);
    await client.diagnostics(path);
    const secret = 'L calf';
    Object.defineProperty(client.server.tools.state, 'workspace', {
      get: () => {
        throw new TypeError(`cannot read ${secret}`);
      },
    });
    const answer = client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: client.uri(path) },
      position: { line: 8, character: 5 },
    });
    await expect(answer).rejects.toMatchObject({
      code: -32603,
      message: expect.not.stringContaining(secret),
    });
    expect(client.logged.join('\n')).not.toContain(secret);
  });

  test.each([
    ['utf-8', 13],
    ['utf-16', 11],
    ['utf-32', 10],
  ] as const)('positions in %s', async (encoding, character) => {
    client = await startClient({
      capabilities: { general: { positionEncodings: [encoding] }, textDocument: { publishDiagnostics: {} } },
    });
    expect(client.initialized.capabilities.positionEncoding).toBe(encoding);
    await client.open('a.soap.md', 'S: DVT L calf\nT: – 🙂, → Deep tissue: L calf\n');
    const [found] = (await client.diagnostics('a.soap.md', has(dvt))).filter(
      (diagnostic) => diagnostic.code === dvt,
    );
    const expected = { 'utf-8': 17, 'utf-16': 11, 'utf-32': 10 }[encoding];
    expect(found?.range.start).toEqual({ line: 1, character: expected });
    expect(character).toBeGreaterThan(0);
  });

  test('the clients of a practice', async () => {
    client = await startClient({
      files: { ...files, 'clients/maria/2026-11-06.soap.md': '---\nclient: maria\ndate: 2026-11-06\n---\n' },
    });
    await client.server.tools.practice.start();
    expect(await client.connection.sendRequest(methods.clients)).toEqual([
      { id: 'maria', uri: client.uri('clients/maria/client.yaml'), lastVisit: '2026-11-06' },
    ]);
  });

  test('a check of the practice counts and sends everything', async () => {
    client = await startClient({ files: { ...files, [path]: note } });
    await client.server.tools.practice.start();
    const result = await client.connection.sendRequest(methods.checkPractice, {});
    expect(result).toMatchObject({ files: 2, findings: { error: 1 } });
    await client.diagnostics(path, has(dvt));
  });
});

describe('framing', () => {
  const read = (...chunks: string[]): readonly string[] => {
    const broken: string[] = [];
    const reader = createFramingReader((reason) => broken.push(reason));
    for (const chunk of chunks) reader(Buffer.from(chunk));
    return broken;
  };
  test('messages in pieces are fine', async () => {
    client = await startClient();
    expect(read('Content-Len', 'gth: 2\r\n\r\n{', '}Content-Length: 2\r\n\r\n{}')).toEqual([]);
  });
  test('a missing length and noise are not', async () => {
    client = await startClient();
    expect(read('Content-Type: x\r\n\r\n')).toHaveLength(1);
    expect(read('x'.repeat(5000))).toHaveLength(1);
  });
});
