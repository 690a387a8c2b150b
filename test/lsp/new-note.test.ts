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
