// The requests of the editor's views over the protocol: clients by difference, what is due, pages, picks, letters.
import { afterEach, describe, expect, test } from 'vitest';
import { TextDocumentContentRequest } from 'vscode-languageserver/node';
import {
  type ClientAlertsRow,
  type ClientKey,
  type ClientListResult,
  type DueGroup,
  methods,
  type PageDocument,
  type PageResult,
  type PickRegionResult,
  type SessionRow,
} from '../../server/src/lsp/protocol';
import { type Client, note, notePath, record, recordPath, startClient } from './harness';

const ben =
  '---\ntherapist: a.rivera\n---\nS: back pain 6/10\nT: Swedish: back. pain 6/10 → 3/10\nP: Next session: 2026-11-16\n';
const files = {
  [recordPath]: `name: Maria\n${record}`,
  [notePath]: note,
  'clients/ben/2026-11-09.soap.md': ben,
};

let client: Client;
afterEach(() => client.stop());

const ask = <R>(method: string, params: object = {}): Promise<R> =>
  client.connection.sendRequest<R>(method, params);
const list = (version?: number): Promise<ClientListResult> =>
  ask(methods.clientList, version === undefined ? {} : { version });
const keyOf = async (path: string): Promise<string> =>
  (await ask<ClientKey>(methods.clientOf, { uri: client.uri(path) })).key;

describe('the list of clients', () => {
  test('comes whole at first, and then by what changed', async () => {
    client = await startClient({ files });
    await client.server.tools.practice.whenRead();
    const told = new Promise<void>((resolve) => {
      client.connection.onNotification(methods.clientsChanged, () => resolve());
    });
    const first = await list();
    expect(first).toMatchObject({ all: true, removed: [] });
    expect(first.rows).toMatchObject([
      { id: 'ben', lastVisit: '2026-11-09', sessions: 1 },
      { id: 'maria', name: 'Maria', lastVisit: '2026-11-20', sessions: 1, uri: client.uri(recordPath) },
    ]);
    expect(await list(first.version)).toEqual({ version: first.version, all: false, rows: [], removed: [] });

    // A word in a note changes no row.
    await client.open(notePath, note);
    await client.change(notePath, 2, { text: `${note}- more\n` });
    expect((await list(first.version)).rows).toEqual([]);
    await told;

    const another = 'clients/ben/2026-11-23.soap.md';
    await client.open(another, ben);
    const { version, rows, all } = await list(first.version);
    expect([all, rows.map(({ id, lastVisit, sessions }) => [id, lastVisit, sessions])]).toEqual([
      false,
      [['ben', '2026-11-23', 2]],
    ]);
    expect((await list(first.version)).all).toBe(true);
    expect(version).toBeGreaterThan(first.version);
  });

  test('has the sessions of a client, newest first, and what needs care', async () => {
    client = await startClient({ files });
    const [first, second] = (await list()).rows;
    const sessions = await ask<readonly SessionRow[]>(methods.clientSessions, { key: first?.key });
    expect(sessions).toEqual([
      {
        uri: client.uri('clients/ben/2026-11-09.soap.md'),
        date: '2026-11-09',
        therapist: 'a.rivera',
        painBefore: 6,
        painAfter: 3,
        signed: false,
      },
    ]);
    const alerts = await ask<readonly ClientAlertsRow[]>(methods.clientAlerts, {
      keys: [first?.key, second?.key],
    });
    expect(alerts).toEqual([
      { key: first?.key, alerts: [] },
      { key: second?.key, alerts: [{ name: 'Deep vein thrombosis', level: 'absolute' }] },
    ]);
  });
});

test('what is due today leads to its place', async () => {
  client = await startClient({ files });
  const due = await ask<readonly DueGroup[]>(methods.due);
  expect(due).toMatchObject([
    {
      kind: 'missing-note',
      count: 1,
      items: [{ client: 'ben', due: '2026-11-16', uri: client.uri('clients/ben/2026-11-09.soap.md') }],
    },
  ]);
  expect(ben.slice(due[0]?.items[0]?.offset)).toMatch(/^2026-11-16/);
});

test('the page of a note follows its text; a document that is none gives nothing', async () => {
  client = await startClient({ files });
  await client.open(notePath, note);
  const page = (): Promise<PageResult> => ask(methods.page, { uri: client.uri(notePath) });
  const before = await page();
  await client.change(notePath, 2, { text: note.replace('no fever', '<i>o</i>') });
  const after = await page();
  const changed = after.parts.filter(({ markup }, index) => markup !== before.parts[index]?.markup);
  expect(changed.map(({ id }) => id)).toEqual(['note']);
  expect(changed[0]?.markup).toContain('&lt;i&gt;o&lt;/i&gt;');
  expect(after.styles).toContain('--vscode-editor-background');
  expect(await ask(methods.page, { uri: client.uri(recordPath) })).toBeNull();
  expect(await ask(methods.page, { key: 'nobody' })).toBeNull();
  const document = await ask<PageDocument>(methods.pageDocument, { uri: client.uri(notePath) });
  expect(document.html).toMatch(/^<!doctype html>/);
  expect(document.html).not.toMatch(/data-uri|data-region/);
});

test('the summary of a client is a page, a text and the draft of a letter', async () => {
  client = await startClient({ files });
  const key = await keyOf(notePath);
  expect((await ask<PageResult>(methods.page, { key })).title).toBe('Summary of Maria');
  expect(client.initialized.capabilities.workspace?.textDocumentContent).toEqual({ schemes: ['soap-notes'] });
  const read = (query: string) =>
    client.connection.sendRequest(TextDocumentContentRequest.type, {
      uri: `soap-notes:/summary/maria.md?${encodeURIComponent(query)}`,
    });
  expect((await read(key)).text).toMatch(
    /^# Maria\n[\s\S]*- Deep vein thrombosis, left calf, since 2026-10-28/,
  );
  expect((await read('nobody')).text).toContain('no client of this name');
  const letter = await ask<{ text: string }>(methods.referralLetter, { key, therapist: 'a.rivera' });
  expect(letter.text).toContain('Regarding: Maria');
  expect(letter.text).toContain('- Deep vein thrombosis, left calf, since 2026-10-28');
  expect(letter.text).toMatch(/With kind regards,\n\na\.rivera\n$/);
});

describe('a place that is picked on the body map', () => {
  const pick = (region: string, side: string, offset: number): Promise<PickRegionResult | null> =>
    ask(methods.pickRegion, { uri: client.uri(notePath), region, side, offset });

  test('leads to where the note speaks of it, or is written at the cursor', async () => {
    client = await startClient({ files });
    await client.open(notePath, note);
    const start = note.indexOf('calf');
    expect(await pick('calf', 'left', 0)).toMatchObject({ kind: 'jump', end: start + 4 });
    expect(await pick('calf', 'right', note.length)).toEqual({
      kind: 'insert',
      offset: note.length,
      text: 'R calf',
    });
    expect(await pick('sternum', 'right', note.length)).toMatchObject({ text: 'sternum' });
    expect(await pick('tail', 'right', 0)).toBeNull();
  });

  test('is not written into a signed note', async () => {
    client = await startClient({ files });
    await client.open(
      notePath,
      note.replace(
        'date:',
        `signed: { by: a, at: "2026-11-20T15:02:11Z", hash: "sha256:${'0'.repeat(64)}" }\ndate:`,
      ),
    );
    expect(await pick('calf', 'right', note.length)).toBeNull();
    expect(await pick('calf', 'left', 0)).toMatchObject({ kind: 'jump' });
  });
});
