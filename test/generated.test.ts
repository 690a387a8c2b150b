// Everything that is generated is what its source says; `npm run gen` writes it anew.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listGeneratedFiles } from '../tools/gen';

const root = join(__dirname, '..');
const files = listGeneratedFiles(root);

test.each(files)('$path is up to date', ({ path, toText }) => {
  const current = readFileSync(join(root, path), 'utf8');
  expect(toText(current)).toBe(current);
});

test('docs/rules holds no page of a rule that is gone', () => {
  const pages = files.flatMap(({ path }) =>
    path.startsWith('docs/rules/') ? [path.slice('docs/rules/'.length)] : [],
  );
  expect(readdirSync(join(root, 'docs/rules')).sort()).toEqual([...pages].sort());
});

test('the pages of rules read as sentences: nothing is left out, doubled or put in code', () => {
  const odd = files
    .filter(({ path }) => path.startsWith('docs/rules/'))
    .flatMap(({ path, toText }) => {
      const prose = toText('').replace(/```[\s\S]*?```/g, '');
      return /undefined|\[object|\.\.(?!\.)|: *\.|\s\.(?=\s)|depth-|site-plus|limb-/.test(
        prose.replace(/\]\([^)]*\)/g, ']').replace(/`[^`]*`/g, 'code'),
      )
        ? [path]
        : [];
    });
  expect(odd).toEqual([]);
});
