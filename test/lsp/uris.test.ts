// One spelling for every file, worked out without Node, as the server also runs in a browser.
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toOwnUri } from '../../server/src/lsp/uris';
import { runs } from '../support/runs';

test.each([
  ['file:///home/a/notes%20%282%29/client.yaml', 'file:///home/a/notes%20(2)/client.yaml'],
  ['file:///home/a/notes (2)/client.yaml', 'file:///home/a/notes%20(2)/client.yaml'],
  ['file:///home/a/%5B2026%5D~/client.yaml', 'file:///home/a/[2026]~/client.yaml'],
  ['file:///c%3A/Praxis/M%C3%BCller/2026-11-20.soap.md', 'file:///c:/Praxis/M%C3%BCller/2026-11-20.soap.md'],
  ['file:///a/100%25/%23%3F.soap.md', 'file:///a/100%25/%23%3F.soap.md'],
  ['file:///a/%E0%A4.soap.md', 'file:///a/%E0%A4.soap.md'],
  ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ['vscode-vfs://github/a/b/client.yaml', 'vscode-vfs://github/a/b/client.yaml'],
])('%s', (uri, own) => {
  expect(toOwnUri(uri)).toBe(own);
  expect(toOwnUri(own)).toBe(own);
});

test('every path, however a client escapes it, has one spelling and stays the path it is', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      const parts = names.map((part) => part.replaceAll(/[/\0]/g, 'x')).filter((part) => !/^\.+$/.test(part));
      const path = `/notes/${parts.join('/')}`;
      const own = toOwnUri(pathToFileURL(path).href);
      expect(fileURLToPath(own)).toBe(path);
      expect(toOwnUri(own)).toBe(own);
      expect(toOwnUri(`file://${path.split('/').map(encodeURIComponent).join('/')}`)).toBe(own);
    }),
    { numRuns: runs(500) },
  );
});
