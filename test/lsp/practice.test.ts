// The practice as a whole: folders, settings, clients, the check of everything, the day.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { methods } from '../../server/src/lsp/protocol';
import { type Client, dvt, has, hasNot, note, notePath, record, recordPath, startClient } from './harness';

const files = { [recordPath]: record };
const untidy = '---\ncolour: red\n---\n## Plan\n- weekly\n';
let client: Client;
afterEach(() => client.stop());

test('settings are asked for, and followed when they change', async () => {
  let level = 'hint';
  client = await startClient({
    files,
    settings: () => ({ warnings: { level } }),
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
    },
  });
  await client.open(notePath, untidy);
  const some = await client.diagnostics(notePath, (all) => all.length > 0);
  expect(some.every(({ severity }) => severity !== 1)).toBe(true);
  // Without this an editor never tells of a change.
  await client.until(() => client.asked.find((method) => method === 'client/registerCapability'));
  level = 'error';
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.diagnostics(notePath, (all) => all.length === 0);
});

test('settings that come along with the change count where the client cannot be asked', async () => {
  client = await startClient({ files });
  await client.open(notePath, untidy);
  await client.diagnostics(notePath, (all) => all.length > 0);
  await client.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { soapNotes: { warnings: { level: 'error' } } },
  });
  await client.diagnostics(notePath, (all) => all.length === 0);
});

test('folders come and go', async () => {
  client = await startClient({
    files: { [`one/${recordPath}`]: record, [`two/${recordPath}`]: 'id: maria\n' },
    folders: ['two'],
    capabilities: { workspace: { workspaceFolders: true }, textDocument: { publishDiagnostics: {} } },
  });
  const path = `one/${notePath}`;
  const change = (added: string[], removed: string[]) =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: added.map((name) => ({ uri: client.uri(name), name })),
        removed: removed.map((name) => ({ uri: client.uri(name), name })),
      },
    });
  await change(['one'], []);
  await client.open(path, note);
  await client.diagnostics(path, has(dvt));
  await change([], ['one']);
  await client.diagnostics(path, hasNot(dvt));
});

test('reading the folders shows its progress', async () => {
  client = await startClient({ files, capabilities: { window: { workDoneProgress: true } } });
  await client.server.tools.practice.whenRead();
  expect(client.asked).toContain('window/workDoneProgress/create');
});

test('the clients of a practice, read before they are listed', async () => {
  const visit = '---\nclient: maria\ndate: 2026-11-06\n---\n';
  client = await startClient({ files: { ...files, 'clients/maria/2026-11-06.soap.md': visit } });
  expect(await client.connection.sendRequest(methods.clients)).toEqual([
    { id: 'maria', uri: client.uri(recordPath), lastVisit: '2026-11-06' },
  ]);
});

test('a check of the practice counts, shows everything, and keeps it current', async () => {
  client = await startClient({ files: { ...files, [notePath]: note } });
  const check = () => client.connection.sendRequest(methods.checkPractice, {});
  expect(await check()).toMatchObject({ files: 2, findings: { error: 1 } });
  await client.diagnostics(notePath, has(dvt));
  await client.open(recordPath, 'id: maria\n', 'yaml');
  await client.diagnostics(notePath, hasNot(dvt));
  // A change that nobody told of is found by looking.
  rmSync(join(client.folder, notePath));
  expect(await check()).toMatchObject({ files: 1 });
});

test('past midnight it is another day', async () => {
  client = await startClient();
  const text = '---\nconditions:\n  - name: ankle sprain\n    since: 2026-11-19\n---\nT: friction to ankle\n';
  await client.open('a.soap.md', text);
  const before = await client.diagnostics('a.soap.md', (all) =>
    all.some(({ code }) => /^contra/.test(String(code))),
  );
  client.setNow(new Date(2027, 10, 21));
  client.server.lookAtClock();
  const after = await client.diagnostics(
    'a.soap.md',
    (all) => JSON.stringify(all) !== JSON.stringify(before),
  );
  expect(after).not.toEqual(before);
});

test('knowledge of a folder that is not trusted switches off and lowers no shipped rule; trust that is given counts', async () => {
  const lowered = {
    ...files,
    'practice.yaml': 'name: P\n',
    'knowledge/house.yaml': `changes: [{rule: dvt-deep-absolute, level: relative, because: b, by: Ana, on: 2026-01-01}]
rules: [{id: dvt-deep-absolute, title: t, anyOf: [{condition: pregnancy}], targets: [all], scope: systemic, level: relative, action: adapt, rationale: r, clearsWhen: c, sources: [{kind: general-knowledge}]}]
conditions: [{id: own, name: deep vein thrombosis of old, synonyms: [DVT], course: {kind: acute}, sources: [{kind: general-knowledge}]}]
`,
  };
  const severityOf = async (trusted: boolean): Promise<number | undefined> => {
    client = await startClient({ files: lowered, initializationOptions: { trusted } });
    await client.server.tools.practice.whenRead();
    await client.open(notePath, note);
    const found = await client.diagnostics(notePath, has(dvt));
    return found.find(({ code }) => code === dvt)?.severity;
  };
  expect(await severityOf(false)).toBe(1);
  await client.stop();
  // An editor that is given trust starts the server anew.
  expect(await severityOf(true)).toBe(2);
});
