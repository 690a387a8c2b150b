// The spelling of uris is Node's own, worked out without Node, as the server also runs in a browser.
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toOwnUri } from '../../server/src/lsp/uris';
import { runs } from '../support/runs';

const asNode = (uri: string): string => {
  try {
    return pathToFileURL(fileURLToPath(uri)).href;
  } catch {
    return uri;
  }
};

test.each([
  'file:///home/a/notes (2)/client.yaml',
  'file:///home/a/notes%20%282%29/client.yaml',
  'file:///c%3A/Praxis/M%C3%BCller/2026-11-20.soap.md',
  'file:///a/100%25/%23%3F.soap.md',
  'file:///a/b%5Cc/%0A.soap.md',
  'untitled:Untitled-1',
  'vscode-vfs://github/a/b/client.yaml',
])('%s', (uri) => expect(toOwnUri(uri)).toBe(asNode(uri)));

test('every path, however a client escapes it', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      const path = `/${names.map((part) => part.replaceAll(/[/\0]/g, 'x')).join('/')}`;
      const written = `file://${path.split('/').map(encodeURIComponent).join('/')}`;
      expect(toOwnUri(written)).toBe(asNode(written));
      expect(toOwnUri(toOwnUri(written))).toBe(toOwnUri(written));
    }),
    { numRuns: runs(500) },
  );
});
