// Each knowledge file names its JSON Schema, and no schema is left over.
import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { fileKindOf } from '../../server/src/core/knowledge/schema';
import { readKnowledgeFiles } from '../../tools/compile-knowledge';
import { schemaFiles } from '../../tools/gen-schemas';

const root = join(__dirname, '..', '..');

test('no schema is left over', () => {
  const committed = readdirSync(join(root, 'knowledge/schemas')).map((name) => `knowledge/schemas/${name}`);
  expect(committed.sort()).toEqual(schemaFiles.map((file) => file.path).sort());
});

test.each(readKnowledgeFiles(join(root, 'knowledge')))('$path names its schema', ({ path, text }) => {
  const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? '';
  expect(posix.join(posix.dirname(path), named)).toBe(`schemas/${fileKindOf(path)}.schema.json`);
});
