// What a client asks for bit by bit: places as they are found, colours by what changed, findings of the practice as they
// change, and the edits that belong to a folder that is renamed.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Location,
  ProgressType,
  ReferencesRequest,
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
  WillRenameFilesRequest,
  type WorkspaceDiagnosticReportPartialResult,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { type Client, dvt, note, notePath, record, recordPath, startClient } from './harness';

let client: Client;
afterEach(() => client.stop());

describe('references', () => {
  const ben = 'clients/ben/2026-11-09.soap.md';
  const files = {
    'practice.yaml': 'name: A practice\n',
    [recordPath]: record,
    [notePath]: note,
    [ben]: '---\nclient: ben\n---\nS: calf pain, no DVT\nT: Swedish: back, left calf\n',
    'clients/ben/client.yaml': 'id: ben\nconditions: [DVT]\n',
    'elsewhere/practice.yaml': 'name: Another practice\n',
    'elsewhere/clients/cy/2026-11-09.soap.md': '---\nclient: cy\n---\nS: calf pain\n',
  };
  const at = (path: string, line: number, character: number, partialResultToken?: string) => ({
    textDocument: { uri: client.uri(path) },
    position: { line, character },
    context: { includeDeclaration: true },
    ...(partialResultToken !== undefined && { partialResultToken }),
  });
  const pathsOf = (found: readonly Location[] | null): readonly string[] =>
    (found ?? []).map(({ uri, range }) => `${uri.slice(client.uri('').length + 1)}:${range.start.line}`);

  test('of a region: the own sessions first, then all others of the practice, and of no other practice', async () => {
    client = await startClient({ files });
    const found = await client.connection.sendRequest(ReferencesRequest.type, at(notePath, 8, 17));
    expect(pathsOf(found)).toEqual([`${notePath}:8`, `${ben}:3`, `${ben}:4`]);
  });

  test('of a condition: records too', async () => {
    client = await startClient({ files });
    const found = await client.connection.sendRequest(ReferencesRequest.type, at(recordPath, 2, 11));
    expect(pathsOf(found)).toEqual([`${recordPath}:2`, `${ben}:3`, 'clients/ben/client.yaml:1']);
  });

  test('of a client: only where that client is named', async () => {
    client = await startClient({ files });
    const found = await client.connection.sendRequest(ReferencesRequest.type, at(notePath, 1, 10));
    expect(pathsOf(found)).toEqual([`${notePath}:1`, `${recordPath}:0`]);
  });

  test('in parts, each place once, and nothing in the end', async () => {
    client = await startClient({ files });
    const parts: Location[][] = [];
    client.connection.onProgress(new ProgressType<Location[]>(), 'parts', (part) => {
      parts.push(part);
    });
    const rest = await client.connection.sendRequest(ReferencesRequest.type, at(notePath, 8, 17, 'parts'));
    expect(rest).toEqual([]);
    expect(parts.map(pathsOf)).toEqual([[`${notePath}:8`], [`${ben}:3`, `${ben}:4`]]);
  });

  test('called off, they end', async () => {
    client = await startClient({ files });
    await client.server.tools.practice.whenRead();
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(ReferencesRequest.type, at(notePath, 8, 17), source.token);
    source.cancel();
    await expect(asked).rejects.toThrow('Cancelled');
  });
});

describe('colours', () => {
  const apply = (data: readonly number[], { edits }: SemanticTokensDelta): readonly number[] =>
    [...edits]
      .sort((a, b) => b.start - a.start)
      .reduce<readonly number[]>(
        (all, { start, deleteCount, data: added = [] }) => [
          ...all.slice(0, start),
          ...added,
          ...all.slice(start + deleteCount),
        ],
        data,
      );

  test('what changed makes of the old ones the new ones, and is less than all', async () => {
    client = await startClient();
    await client.open(notePath, note);
    const textDocument = { uri: client.uri(notePath) };
    const first = (await client.connection.sendRequest(SemanticTokensRequest.type, {
      textDocument,
    })) as SemanticTokens;
    expect(first.data.length).toBeGreaterThan(0);
    await client.change(notePath, 2, {
      range: { start: { line: 8, character: 0 }, end: { line: 8, character: 0 } },
      text: '- Swedish: back, 20 min\n',
    });
    const next = (await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId: first.resultId ?? '',
    })) as SemanticTokensDelta;
    expect(next.resultId).not.toBe(first.resultId);
    const whole = (await client.connection.sendRequest(SemanticTokensRequest.type, {
      textDocument,
    })) as SemanticTokens;
    expect(apply(first.data, next)).toEqual(whole.data);
    const sent = next.edits.flatMap(({ data }) => data ?? []).length;
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(whole.data.length);
  });

  test('nothing where nothing changed; all where the old ones are not known', async () => {
    client = await startClient();
    await client.open(notePath, note);
    const ask = (previousResultId: string) =>
      client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
        textDocument: { uri: client.uri(notePath) },
        previousResultId,
      });
    const whole = await ask('of another life');
    expect(whole).toHaveProperty('data');
    expect(await ask(whole?.resultId ?? '')).toMatchObject({ edits: [] });
  });
});

test('the folder of a client that is renamed is the id of the client, in the record and in notes', async () => {
  client = await startClient({
    files: { 'practice.yaml': 'name: A practice\n', [recordPath]: record, [notePath]: note },
    capabilities: {
      workspace: {
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] },
        fileOperations: { willRename: true },
      },
    },
  });
  await client.server.tools.practice.whenRead();
  const edit = await client.connection.sendRequest(WillRenameFilesRequest.type, {
    files: [{ oldUri: client.uri('clients/maria'), newUri: client.uri('clients/m-lopez') }],
  });
  const texts = (edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change
      ? change.edits.map((one) => [
          change.textDocument.uri.slice(client.uri('').length + 1),
          'newText' in one ? one.newText : '',
        ])
      : [],
  );
  expect(
    texts
      .filter(([, text]) => text?.includes('m-lopez'))
      .map(([path]) => path)
      .sort(),
  ).toEqual([notePath, recordPath]);
});

test('findings of the practice are held open: what changes is sent as it changes, and nothing else', async () => {
  client = await startClient({
    files: { [recordPath]: record, [notePath]: note },
    capabilities: { textDocument: { diagnostic: { relatedInformation: true } } },
  });
  type Item = WorkspaceDiagnosticReportPartialResult['items'][number];
  const items: Item[] = [];
  let wake: () => void = () => undefined;
  client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'held', (part) => {
    items.push(...part.items);
    wake();
  });
  const until = async (isThere: () => boolean): Promise<void> => {
    while (!isThere())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  const source = new CancellationTokenSource();
  let isAnswered = false;
  const held = client.connection
    .sendRequest(
      WorkspaceDiagnosticRequest.type,
      { previousResultIds: [], partialResultToken: 'held' },
      source.token,
    )
    .catch((error: Error) => error)
    .finally(() => {
      isAnswered = true;
    });
  const codesOf = (path: string): readonly (readonly unknown[])[] =>
    items
      .filter(({ uri }) => uri === client.uri(path))
      .map((item) => (item.kind === 'full' ? item.items.map(({ code }) => code) : ['unchanged']));
  await until(() => codesOf(notePath).length > 0 && codesOf(recordPath).length > 0);
  expect(codesOf(notePath)).toEqual([expect.arrayContaining([dvt])]);
  expect(isAnswered).toBe(false);

  writeFileSync(join(client.folder, recordPath), 'id: maria\n');
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: client.uri(recordPath), type: FileChangeType.Changed }],
  });
  await until(() => codesOf(notePath).length > 1);
  expect(codesOf(notePath)).toHaveLength(2);
  expect(codesOf(notePath)[1]).not.toContain(dvt);

  rmSync(join(client.folder, notePath));
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: client.uri(notePath), type: FileChangeType.Deleted }],
  });
  await until(() => codesOf(notePath).length > 2);
  expect(codesOf(notePath)[2]).toEqual([]);
  expect(codesOf(notePath)).not.toContainEqual(['unchanged']);
  expect(isAnswered).toBe(false);
  source.cancel();
  expect(await held).toBeInstanceOf(Error);
});
