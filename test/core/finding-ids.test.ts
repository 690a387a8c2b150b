// The table of the ids of findings, held to the sources: what is emitted is in it, and what is in it is emitted.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingNames } from '../../server/src/core';
import { requirementKinds } from '../../server/src/core/knowledge/profile';
import { projectRoot } from '../support/sources';

const core = join(projectRoot, 'server/src/core');
const sources = readdirSync(core, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('rules/ids.ts'))
  .map((path) => readFileSync(join(core, path), 'utf8'))
  .join('\n');

const listed = (family: string): readonly string[] => findingNames[family] ?? [];
const matches = (pattern: RegExp): readonly string[] =>
  [...sources.matchAll(pattern)].map((match) => match.slice(1).join('/'));

test('ids that stand in full in the sources are in the table', () => {
  const families = Object.keys(findingNames).join('|');
  const found = matches(new RegExp(`(?:rule|code)(?:: | =|: \\n\\s*).*?'(${families})/([a-z-]+)'`, 'g'));
  expect(found.length).toBeGreaterThan(10);
  for (const id of found)
    expect(listed(id.slice(0, id.indexOf('/'))), id).toContain(id.slice(id.indexOf('/') + 1));
});

test.each([
  ['visits', /aboutVisits\(\s*'([a-z-]+)'/g, 15],
  ['value', /aboutValue\(\s*input,\s*'([a-z-]+)'/g, 10],
  ['practice', /\babout\('([a-z-]+)', /g, 2],
  ['knowledge', /\b(?:say|failed)\(\s*'knowledge\/([a-z-]+)'/g, 3],
  ['yaml', /'yaml\/([a-z-]+)'/g, 5],
])('names that a helper gives a family are in the table: %s', (family, pattern, least) => {
  const found = matches(pattern);
  expect(found.length).toBeGreaterThanOrEqual(least);
  for (const name of found) expect(listed(family), name).toContain(name);
});

test('what the reader of YAML says is in the table of each family that it reads', () => {
  const found = matches(/report\(\s*'(?:error|warning|information|hint)',\s*'([a-z-]+)'/g);
  expect(found.length).toBeGreaterThan(8);
  for (const family of ['client', 'note', 'practice'])
    for (const name of found) expect(listed(family), name).toContain(name);
});

test('every name of the table stands in the sources', () => {
  const dynamic = new Set<string>([
    ...requirementKinds,
    'unknown-condition',
    'unknown-medication',
    'unknown-region',
  ]);
  for (const [family, names] of Object.entries(findingNames))
    for (const name of names)
      if (!dynamic.has(name))
        expect(new RegExp(`['/\`]${name}['\`]|\\b${name}: `).test(sources), `${family}/${name}`).toBe(true);
});
