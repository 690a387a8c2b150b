// Findings reach the editor: pushed or pulled, after every kind of change.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  CodeActionRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { type Client, dvt, has, hasNot, note, notePath, record, recordPath, startClient } from './harness';

const files = { [recordPath]: record };
const line = (at: number, from: number, to: number) => ({
  start: { line: at, character: from },
  end: { line: at, character: to },
});

let client: Client;
afterEach(() => client.stop());

const changedOnDisk = (path: string, type: FileChangeType = FileChangeType.Changed) =>
  client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: client.uri(path), type }],
  });

describe('pushed', () => {
  test('with a link to the line in the record', async () => {
    client = await startClient({ files });
    await client.open(notePath, note);
    const [found] = (await client.diagnostics(notePath, has(dvt))).filter(({ code }) => code === dvt);
    expect(found).toMatchObject({ severity: 1, source: 'soap-notes', range: line(8, 2, 13) });
    expect(found?.relatedInformation?.[0]).toMatchObject({
      location: { uri: client.uri(recordPath), range: { start: { line: 2 } } },
    });
  });

  test('after each key', async () => {
    client = await startClient({ files });
    await client.open(notePath, note.replace('Deep tissue: L calf', ''));
    await client.diagnostics(notePath);
    await client.change(notePath, 2, { range: line(8, 2, 2), text: 'Deep tissue: L calf' });
    await client.diagnostics(notePath, has(dvt));
    await client.change(notePath, 3, { range: line(8, 2, 13), text: 'Avoided' });
    await client.diagnostics(notePath, hasNot(dvt));
  });

  test('several changes in one message apply one after the other', async () => {
    client = await startClient({ files });
    await client.open(notePath, note);
    await client.change(
      notePath,
      2,
      { range: line(5, 0, 0), text: '- tired\n' },
      { range: { start: { line: 9, character: 0 }, end: { line: 10, character: 0 } }, text: '' },
      { range: line(8, 12, 999), text: '\n- Deep tissue: L calf' },
    );
    const found = await client.diagnostics(notePath, has(dvt));
    expect(found.find(({ code }) => code === dvt)?.range.start).toEqual({ line: 9, character: 2 });
  });

  test('when the record on disk changes, and when it goes', async () => {
    client = await startClient({ files });
    await client.open(notePath, note);
    await client.diagnostics(notePath, has(dvt));
    writeFileSync(join(client.folder, recordPath), 'id: maria\n');
    await changedOnDisk(recordPath);
    await client.diagnostics(notePath, hasNot(dvt));
    writeFileSync(join(client.folder, recordPath), record);
    await changedOnDisk(recordPath);
    await client.diagnostics(notePath, has(dvt));
    rmSync(join(client.folder, 'clients'), { recursive: true });
    await changedOnDisk('clients', FileChangeType.Deleted);
    await client.diagnostics(notePath, hasNot(dvt));
  });

  test('an open record wins over the disk until it is closed', async () => {
    client = await startClient({ files });
    await client.open(notePath, note);
    await client.diagnostics(notePath, has(dvt));
    await client.open(recordPath, 'id: maria\n', 'yaml');
    await client.diagnostics(notePath, hasNot(dvt));
    await changedOnDisk(recordPath);
    await client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: client.uri(recordPath) },
    });
    await client.diagnostics(notePath, has(dvt));
  });

  test('a note outside the opened folders finds the record beside it', async () => {
    client = await startClient({ files, folders: [] });
    await client.open(notePath, note);
    await client.diagnostics(notePath, has(dvt));
  });

  test('however the client spells the path', async () => {
    const folder = 'Clinic (main)/clients/maria';
    client = await startClient({
      files: { [`${folder}/client.yaml`]: record, [`${folder}/a.soap.md`]: note },
    });
    const spelt = client.uri(`${folder}/a.soap.md`).replace('(', '%28').replace(')', '%29');
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: spelt, languageId: 'soap-note', version: 1, text: note },
    });
    const found = await client.until(() => {
      const sent = client.sent(spelt);
      return sent !== undefined && has(dvt)(sent) ? sent : undefined;
    });
    expect(found.filter(({ code }) => code === dvt)).toHaveLength(1);
    expect((await client.until(() => client.checked.get(spelt))).earlierSessions).toBe(0);
  });

  test('an untitled note is checked by its language', async () => {
    client = await startClient();
    const uri = 'untitled:Untitled-1';
    const text = 'S: DVT L calf\nT: Deep tissue: L calf\n';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'soap-note', version: 1, text },
    });
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: line(1, 4, 4),
      context: { diagnostics: [] },
    });
    expect(actions?.length).toBeGreaterThan(0);
  });

  test('a file that cannot be read says so', async () => {
    client = await startClient({ files });
    await client.open(notePath, note);
    await client.diagnostics(notePath, has(dvt));
    writeFileSync(join(client.folder, recordPath), Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xe9]));
    await changedOnDisk(recordPath);
    expect(await client.diagnostics(recordPath)).toMatchObject([{ code: 'file/not-read', severity: 2 }]);
    writeFileSync(join(client.folder, recordPath), record);
    await changedOnDisk(recordPath);
    await client.diagnostics(recordPath, hasNot('file/not-read'));
  });

  test('what was checked is told with them', async () => {
    client = await startClient({ files });
    await client.server.tools.practice.whenRead();
    await client.open(notePath, note);
    const told = await client.until(() => client.checked.get(client.uri(notePath)));
    expect(told).toMatchObject({ client: 'maria', earlierSessions: 0, findings: { error: 1 } });
    expect(told.rules).toBeGreaterThan(100);
    expect(told.facts).toBeGreaterThan(0);
  });
});

describe('a version that goes back', () => {
  const goBack = async () => {
    client = await startClient({ files });
    await client.open(notePath, note);
    await client.diagnostics(notePath, has(dvt));
    await client.change(notePath, 1, { range: line(8, 2, 13), text: 'Avoided' });
    const found = await client.diagnostics(notePath, has('file/out-of-step'));
    expect(has(dvt)(found)).toBe(true);
  };

  test('is not applied, is seen, and a whole text brings all in step', async () => {
    await goBack();
    await client.change(notePath, 2, { text: note.replace('Deep tissue', 'Avoided') });
    await client.diagnostics(notePath, (all) => hasNot('file/out-of-step')(all) && hasNot(dvt)(all));
  });

  test('saving brings all in step', async () => {
    await goBack();
    expect(client.initialized.capabilities.textDocumentSync).toMatchObject({ save: { includeText: true } });
    await client.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: client.uri(notePath) },
      text: note.replace('Deep tissue', 'Avoided'),
    });
    await client.diagnostics(notePath, (all) => hasNot('file/out-of-step')(all) && hasNot(dvt)(all));
  });
});

describe('pulled', () => {
  const capabilities = { textDocument: { diagnostic: { relatedInformation: true } } };
  const pull = (previousResultId?: string) =>
    client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: client.uri(notePath) },
      ...(previousResultId !== undefined && { previousResultId }),
    });

  test('with the record, though asked before the folders were read; unchanged where nothing changed', async () => {
    client = await startClient({ files, capabilities });
    await client.open(notePath, note);
    const first = await pull();
    expect(first.kind === 'full' && has(dvt)(first.items)).toBe(true);
    expect(await pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    expect(client.sent(client.uri(notePath))).toBeUndefined();
  });

  test('for the whole workspace, what has gone included', async () => {
    client = await startClient({ files: { ...files, [notePath]: note }, capabilities });
    const ask = (previousResultIds: { uri: string; value: string }[]) =>
      client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
    const { items } = await ask([]);
    expect(items.map(({ uri, kind }) => [uri, kind])).toEqual([
      [client.uri(notePath), 'full'],
      [client.uri(recordPath), 'full'],
    ]);
    rmSync(join(client.folder, notePath));
    await changedOnDisk(notePath, FileChangeType.Deleted);
    const known = items.flatMap(({ uri, resultId }) =>
      resultId === undefined ? [] : [{ uri, value: resultId }],
    );
    const again = await ask(known);
    expect(again.items.map((item) => [item.uri, item.kind === 'full' ? item.items : 'unchanged'])).toEqual([
      [client.uri(recordPath), 'unchanged'],
      [client.uri(notePath), []],
    ]);
  });

  test('again, as soon as something beside the document changed', async () => {
    client = await startClient({
      files,
      capabilities: { ...capabilities, workspace: { diagnostics: { refreshSupport: true } } },
    });
    await client.open(notePath, note);
    await client.until(() => (client.asked.includes('workspace/diagnostic/refresh') ? true : undefined));
    const before = client.asked.length;
    writeFileSync(join(client.folder, recordPath), 'id: maria\n');
    await changedOnDisk(recordPath);
    await client.until(() =>
      client.asked.slice(before).find((method) => method === 'workspace/diagnostic/refresh'),
    );
    const report = await pull();
    expect(report.kind === 'full' && has(dvt)(report.items)).toBe(false);
  });
});
