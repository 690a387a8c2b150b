// The grammar colours notes as therapists write them, and names every heading of the table of sections.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sectionTable } from '../../server/src/core/index';
import { findGrammarMismatches, tokenizeLines } from './tokenize';

const fixtures = join(__dirname, 'fixtures');

test.each(readdirSync(fixtures))('scopes of %s', async (name) => {
  const fixture = readFileSync(join(fixtures, name), 'utf8').trimEnd();
  expect(await findGrammarMismatches(fixture)).toEqual([]);
});

test('a wrong expectation is seen', async () => {
  expect(await findGrammarMismatches('## Plan\n^^ entity.name.section')).toHaveLength(1);
  expect(await findGrammarMismatches('## Plan\n   ^^^^ !entity.name.section')).toHaveLength(1);
});

test.each(sectionTable)('every spelling of $title is a section heading', async (entry) => {
  const titles = [entry.title, ...entry.headings];
  const lines = [
    ...titles.flatMap((title) => [
      `## ${title}`,
      `# ${title.toUpperCase()}:`,
      `${title}: text`,
      `**${title}**`,
    ]),
    ...entry.letters.flatMap((letter) => [`${letter}: text`, `${letter} - text`, `### ${letter}`, letter]),
  ];
  const tokens = await tokenizeLines(lines);
  const missed = lines.filter((_, index) => {
    const scopes = tokens[index]?.flatMap((token) => token.scopes) ?? [];
    return !scopes.includes(`entity.name.section.${entry.id}.soap-note`);
  });
  expect(missed).toEqual([]);
});

test('a long line of anything is tokenized in time', async () => {
  const hostile = [
    '- '.repeat(5000),
    '*'.repeat(10000),
    '1/'.repeat(5000),
    'a'.repeat(10000),
    ' '.repeat(10000),
  ];
  const start = performance.now();
  await tokenizeLines(hostile);
  expect(performance.now() - start).toBeLessThan(2000);
});
