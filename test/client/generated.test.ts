// Manifest, settings page, grammar and snippets are what their tables say; `npm run gen` writes them anew.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { editorFiles } from '../../tools/gen-editor';

test.each(editorFiles)('$path is up to date', ({ path, toText }) => {
  const current = readFileSync(join(__dirname, '..', '..', path), 'utf8');
  expect(toText(current)).toBe(current);
});
