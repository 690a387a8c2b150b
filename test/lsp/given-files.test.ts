// Folders that are on no disk of the server: the client reads their files and gives them.
import { afterEach, expect, test } from 'vitest';
import {
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
} from 'vscode-languageserver/node';
import { type FilesParams, methods } from '../../server/src/lsp/protocol';
import { type Client, dvt, has, hasNot, note, notePath, record, recordPath, startClient } from './harness';

let client: Client;
afterEach(() => client.stop());

const at = (path: string): string => `vscode-vfs://github/practice/${path}`;
const give = (...files: FilesParams['files']) => client.connection.sendNotification(methods.files, { files });
const open = (path: string, text: string) =>
  client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri: at(path), languageId: 'soap-note', version: 1, text },
  });
const whenSent = (path: string, fits: ReturnType<typeof has>) =>
  client.until(() => {
    const found = client.sent(at(path));
    return found !== undefined && fits(found) ? found : undefined;
  });

test('a record that the client gives counts for its notes, until it is gone', async () => {
  client = await startClient();
  await give({ uri: at(recordPath), text: record });
  await open(notePath, note);
  const found = await whenSent(notePath, has(dvt));
  const because = found.flatMap(({ relatedInformation }) => relatedInformation ?? []);
  expect(because.map(({ location }) => location.uri)).toContain(at(recordPath));
  await give({ uri: at(recordPath) });
  await whenSent(notePath, hasNot(dvt));
});

test('what is typed wins over what was given, and what was given counts again when the editor closes', async () => {
  client = await startClient();
  await open(recordPath, 'id: maria\n');
  await give({ uri: at(recordPath), text: record });
  await open(notePath, note);
  await whenSent(notePath, hasNot(dvt));
  await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
    textDocument: { uri: at(recordPath) },
  });
  await whenSent(notePath, has(dvt));
});
