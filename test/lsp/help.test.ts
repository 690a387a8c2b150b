// What the editor shows and offers, by way of the protocol: completion, hover, outline, folding, formatting, fixes.

import { afterEach, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
} from 'vscode-languageserver/node';
import { methods } from '../../server/src/lsp/protocol';
import { type Client, dvt, has, hasNot, note, notePath, record, recordPath, startClient } from './harness';

const files = { [recordPath]: record };
let client: Client;
afterEach(() => client.stop());

const place = (path: string, line: number, character: number) => ({
  textDocument: { uri: client.uri(path) },
  position: { line, character },
});

test('a contraindicated technique is struck through, last, with its reason; its words come when asked for', async () => {
  client = await startClient({ files });
  await client.server.tools.practice.whenRead();
  await client.open(notePath, '---\nclient: maria\ndate: 2026-11-20\n---\n## Treatment\n- de');
  // The server answers with a list, never with bare items.
  const { items } = (await client.connection.sendRequest(
    CompletionRequest.type,
    place(notePath, 5, 4),
  )) as CompletionList;
  const deep = items.find((item) => item.label === 'Deep tissue massage');
  if (deep === undefined) throw new Error('no deep tissue');
  expect(deep).toMatchObject({ tags: [1], detail: expect.stringContaining('deep vein thrombosis') });
  expect(deep.documentation).toBeUndefined();
  const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  const firstStruck = sorted.findIndex((item) => item.tags?.includes(1));
  expect(sorted.slice(firstStruck).every((item) => item.tags?.includes(1))).toBe(true);
  const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, deep);
  expect(resolved.documentation).toMatchObject({
    kind: 'markdown',
    value: expect.stringContaining('Source'),
  });
});

test('hover says what, why, on what source, and links to the sentence', async () => {
  client = await startClient({ files });
  await client.server.tools.practice.whenRead();
  await client.open(notePath, note);
  const hover = await client.connection.sendRequest(HoverRequest.type, place(notePath, 8, 5));
  const text = JSON.stringify(hover?.contents);
  expect(text).toContain('Do not treat');
  expect(text).toContain('authority');
  expect(text).toContain('client.yaml#L3');
});

test('nothing from a note becomes a link or an image', async () => {
  client = await startClient();
  const text = '---\nconditions: [DVT]\n---\nS: ![x](http://example.invalid/x.png) DVT\nT: Deep tissue\n';
  await client.open('a.soap.md', text);
  const hover = await client.connection.sendRequest(HoverRequest.type, place('a.soap.md', 4, 5));
  expect(JSON.stringify(hover)).toContain('deep vein thrombosis');
  expect(JSON.stringify(hover)).not.toContain('example.invalid');
});

test('without Markdown a hover is plain text', async () => {
  client = await startClient({
    files,
    capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } },
  });
  await client.open(notePath, note);
  const hover = await client.connection.sendRequest(HoverRequest.type, place(notePath, 8, 5));
  expect(hover?.contents).toMatchObject({ kind: 'plaintext', value: expect.not.stringMatching(/\*\*|\]\(/) });
});

test('outline and folding', async () => {
  client = await startClient();
  await client.open(notePath, note);
  const textDocument = { uri: client.uri(notePath) };
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

const convertAt = async (path: string, line: number, only?: string[]): Promise<CodeAction | undefined> => {
  const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.uri(path) },
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
    context: { diagnostics: [], ...(only !== undefined && { only }) },
  })) as CodeAction[];
  return actions.find((action) => action.title === 'Convert to SOAP note');
};

test('a pasted note can be converted, by one edit, at its headings or where refactorings are asked for', async () => {
  client = await startClient();
  await client.open('a.soap.md', 'S: sore neck\nsince May\nP: weekly\n');
  const action = await convertAt('a.soap.md', 0);
  expect(action?.kind).toBe('refactor.rewrite');
  const edits = action?.edit?.changes?.[client.uri('a.soap.md')] ?? [];
  expect(edits.map(({ newText }) => newText)).toEqual([
    '## Subjective\n- sore neck\n  since May\n\n## Plan\n- weekly\n',
  ]);
  expect(await convertAt('a.soap.md', 1)).toBeUndefined();
  expect(await convertAt('a.soap.md', 1, ['refactor'])).toEqual(action);
  expect(await convertAt('a.soap.md', 0, ['quickfix'])).toBeUndefined();
  await client.open('b.soap.md', '## Subjective\n- sore neck\n');
  expect(await convertAt('b.soap.md', 0)).toBeUndefined();
});

test('any text is converted on request, with the client that its header names', async () => {
  client = await startClient({ files: { 'client.yaml': 'id: ml-7\nname: Maria Lopez\n' } });
  const text = 'Patient: Maria Lopez\nS: sore neck\n';
  expect(await client.connection.sendRequest(methods.convert, { text })).toEqual({
    text: '---\nclient: ml-7\n---\n\nPatient: Maria Lopez\n\n## Subjective\n- sore neck\n',
    isNote: true,
  });
  expect(await client.connection.sendRequest(methods.convert, 7)).toEqual({ text: '', isNote: false });
});

test('a quick fix removes its finding', async () => {
  client = await startClient({ files });
  await client.open(notePath, note);
  await client.diagnostics(notePath, has(dvt));
  const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.uri(notePath) },
    range: { start: { line: 8, character: 4 }, end: { line: 8, character: 4 } },
    context: { diagnostics: [] },
  })) as CodeAction[];
  const avoided = actions.find((action) => action.title.startsWith('Write as avoided'));
  const edits = avoided?.edit?.changes?.[client.uri(notePath)] ?? [];
  expect(edits).not.toEqual([]);
  let version = 2;
  for (const edit of [...edits].reverse())
    await client.change(notePath, version++, { range: edit.range, text: edit.newText });
  await client.diagnostics(notePath, hasNot(dvt));
});
