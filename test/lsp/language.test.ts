// The server speaks the language of the editor: Spanish where the editor says so, else English. What the knowledge base
// says stays English, and so does every word that goes into a note.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  CodeLensRequest,
  type CompletionList,
  CompletionRequest,
  type Diagnostic,
  HoverRequest,
  type TextEdit,
} from 'vscode-languageserver/node';
import { type LetterResult, methods, type PageResult } from '../../server/src/lsp/protocol';
import { projectRoot } from '../support/sources';
import { type Client, note, notePath, record, recordPath, startClient } from './harness';

const files = { [recordPath]: record };
const examples = Object.fromEntries(
  readdirSync(join(projectRoot, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|yaml)$/.test(path) && path !== 'README.md')
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(projectRoot, 'examples', path), 'utf8')]),
);
let client: Client;
afterEach(() => client.stop());

async function findingsOf(locale: string | undefined): Promise<readonly Diagnostic[]> {
  client = await startClient({ files, ...(locale !== undefined && { locale }) });
  await client.server.tools.practice.whenRead();
  await client.open(notePath, note);
  return client.diagnostics(notePath, (found) => found.length > 0);
}

test.each([
  ['es', 'no trate, derive ahora|No trate|derive|omítalo|autorización'],
  ['es-MX', 'no trate, derive ahora|No trate|derive|omítalo|autorización'],
  ['de', 'refer now|leave this out|clearance'],
  [undefined, 'refer now|leave this out|clearance'],
])('findings for the locale %s', async (locale, words) => {
  const messages = (await findingsOf(locale)).map(({ message }) => message).join('\n');
  expect(messages).toMatch(new RegExp(words));
});

test('what is shown and offered is Spanish, what is written into the note is not', async () => {
  const diagnostics = await findingsOf('es');
  const textDocument = { uri: client.uri(notePath) };
  const position = { line: 8, character: 5 };
  const hover = JSON.stringify(
    await client.connection.sendRequest(HoverRequest.type, { textDocument, position }),
  );
  expect(hover).toContain('*Fuente:*');
  expect(hover).toContain('*Más seguro en su lugar:*');
  expect(hover).not.toContain('*Source:*');
  const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: [...diagnostics] },
  })) as readonly CodeAction[];
  const titles = actions.map(({ title }) => title);
  expect(titles).toContainEqual(expect.stringMatching(/^Anular en esta nota, con un motivo: /));
  expect(titles).toContain('Escribirlo como evitado (no hecho)');
  const inserted = actions.flatMap(({ edit }): readonly TextEdit[] =>
    Object.values(edit?.changes ?? {}).flat(),
  );
  expect(inserted.length).toBeGreaterThan(2);
  expect(inserted.map(({ newText }) => newText).join('\n')).not.toMatch(/[áéíóúñ¿«]|Evitad/);
  const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
  expect(lenses?.map(({ command }) => command?.title)).toContain('Sesión 1');
  const { items } = (await client.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position: { line: 8, character: 15 },
  })) as CompletionList;
  expect(items.length).toBeGreaterThan(0);
});

test('no message of the engine is left in English over the whole example practice', async () => {
  const judge = async (locale: string): Promise<ReadonlyMap<string, string>> => {
    client = await startClient({ files: examples, locale });
    await client.server.tools.practice.whenRead();
    const { workspace } = client.server.tools.state;
    return new Map(
      workspace
        .list()
        .flatMap((uri) =>
          (workspace.view(uri)?.findings ?? []).map(
            ({ rule, at, message }, index) =>
              [`${uri.slice(uri.indexOf('/clients/'))} ${index} ${rule} ${at.span.start}`, message] as const,
          ),
        ),
    );
  };
  const english = await judge('en');
  await client.stop();
  const spanish = await judge('es');
  expect([...spanish.keys()]).toEqual([...english.keys()]);
  expect(english.size).toBeGreaterThan(20);
  // A red flag is a text of the knowledge base as a whole.
  const same = [...spanish].filter(
    ([key, message]) => message === english.get(key) && !key.includes(' red-flag/'),
  );
  expect(same).toEqual([]);
});

test('pages are Spanish and say so; a letter to a physician stays in the language of the notes', async () => {
  client = await startClient({ files: examples, locale: 'es' });
  await client.server.tools.practice.whenRead();
  const uri = client.uri('clients/maria-lopez/2026-11-20.soap.md');
  const page = await client.connection.sendRequest<PageResult>(methods.page, { uri });
  expect(page.lang).toBe('es');
  const markup = page.parts.map((part) => part.markup).join('\n');
  for (const word of ['Alertas', 'Mapa corporal', 'Nota de sesión', 'Delante'])
    expect(markup).toContain(word);
  expect(markup).not.toContain('Body map');
  const { key } = await client.connection.sendRequest<{ key: string }>(methods.clientOf, { uri });
  const letter = await client.connection.sendRequest<LetterResult>(methods.referralLetter, {
    key,
    therapist: '',
  });
  expect(letter.text).toContain('left');
  expect(letter.text).not.toMatch(/izquierd|desde/);
});

test('what is worked out for a letter stays in the language of the user', async () => {
  client = await startClient({ files: { ...files, [notePath]: note }, locale: 'es' });
  await client.server.tools.practice.whenRead();
  const { key } = await client.connection.sendRequest<{ key: string }>(methods.clientOf, {
    uri: client.uri(notePath),
  });
  await client.connection.sendRequest<LetterResult>(methods.referralLetter, { key, therapist: '' });
  const { workspace } = client.server.tools.state;
  const messages = workspace.list().flatMap((uri) => workspace.view(uri)?.findings ?? []);
  expect(messages.map(({ message }) => message).join('\n')).toMatch(/No trate|derive|omítalo|autorización/);
});
