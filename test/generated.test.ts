// Everything that is generated is what its source says; `npm run gen` writes it anew.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../tools/gen';

test.each(generatedFiles)('$path is up to date', ({ path, toText }) => {
  const current = readFileSync(join(__dirname, '..', path), 'utf8');
  expect(toText(current)).toBe(current);
});
