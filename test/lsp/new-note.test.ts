// A new note over the protocol: the server carries the last visit forward, and hints at what stood there.
import { afterEach, expect, test } from 'vitest';
import { InlayHintRequest } from 'vscode-languageserver/node';
import { methods, type NewNoteResult } from '../../server/src/lsp/protocol';
import { type Client, startClient } from './harness';

const last =
  '---\nclient: ana\ndate: 2026-11-06\n---\n## Objective\n- ROM: neck 50/80°\n\n## Plan\n- Home care: chin tucks\n';
const today = '---\nclient: ana\ndate: 2026-11-20\n---\n## Objective\n- ROM: \n\n## Plan\n- Home care: \n';
const session = { client: 'ana', date: '2026-11-20', time: '09:00', therapist: '' };

let client: Client;
afterEach(() => client.stop());

test('the new note goes on where the last one ended', async () => {
  client = await startClient({ files: { 'clients/ana/2026-11-06.soap.md': last } });
  const { text } = await client.connection.sendRequest<NewNoteResult>(methods.newNote, session);
  expect(text).toContain('- ROM: \n');
  expect(text).toContain('- Home care: chin tucks\n');
  const other = await client.connection.sendRequest(methods.newNote, { ...session, client: 'an' });
  expect(other).toBeNull();
});

test('blank fields of the asked lines have the last value behind them', async () => {
  const path = 'clients/ana/2026-11-20.soap.md';
  client = await startClient({ files: { 'clients/ana/2026-11-06.soap.md': last, [path]: today } });
  await client.open(path, today);
  const hints = await client.connection.sendRequest(InlayHintRequest.type, {
    textDocument: { uri: client.uri(path) },
    range: { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } },
  });
  expect(hints).toEqual([
    {
      position: { line: 5, character: 7 },
      label: '2026-11-06: neck 50/80°',
      tooltip: '2026-11-06: neck 50/80°',
      paddingLeft: true,
    },
  ]);
});

test('a note is signed, refused a second time, and takes an addendum', async () => {
  client = await startClient();
  const ask = (
    method: string,
    params: object,
  ): Promise<{ offset: number; newText: string; refusal: string }> =>
    client.connection.sendRequest(method, params);
  const signer = { by: 'a.rivera', at: '2026-11-20T15:02:11Z', part: 'note' };
  const { offset, newText } = await ask(methods.sign, { text: last, ...signer });
  const signed = last.slice(0, offset) + newText + last.slice(offset);
  expect(signed).toMatch(/date: 2026-11-06\nsigned: \{ by: a\.rivera, .*\}\n---\n/);
  expect((await ask(methods.sign, { text: signed, ...signer })).refusal).toContain('signed already');
  const addendum = await ask(methods.addendum, { text: signed, on: '2026-11-22', by: 'a.rivera' });
  expect(addendum).toMatchObject({
    offset: signed.length,
    newText: '\n## Addendum 2026-11-22, a.rivera: \n',
  });
});

test('a note that says nothing is signed only if that is said, also where nobody knows its file', async () => {
  client = await startClient();
  const params = { text: 'S:\nP:\n', by: 'a.rivera', at: '2026-11-20T15:02:11Z', part: 'note' };
  const asked: { missing: readonly string[] } = await client.connection.sendRequest(methods.sign, params);
  expect(asked.missing).toEqual(['Nothing is written in any section.']);
  const signed: { newText: string } = await client.connection.sendRequest(methods.sign, {
    ...params,
    incomplete: true,
  });
  expect(signed.newText).toContain('signed: { by: a.rivera');
});

test('a note that lacks what the practice asks for is signed only if that is said', async () => {
  const path = 'clients/ana/2026-11-20.soap.md';
  const text = '---\nclient: ana\ndate: 2026-11-20\n---\n## Treatment\n- Swedish: back\n\n## Plan\n- 2 wks\n';
  client = await startClient({ files: { 'practice.yaml': 'profile: wa-us\n' } });
  await client.open(path, text);
  const params = { text, uri: client.uri(path), by: 'a.rivera', at: '2026-11-20T15:02:11Z', part: 'note' };
  const asked: { missing: readonly string[] } = await client.connection.sendRequest(methods.sign, params);
  expect(asked.missing.join(' ')).toContain('WAC 246-830-565');
  const signed: { newText: string } = await client.connection.sendRequest(methods.sign, {
    ...params,
    incomplete: true,
  });
  expect(signed.newText).toContain('signed: { by: a.rivera');
});
