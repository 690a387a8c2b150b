// The grammar colours notes as therapists write them, and names every heading of the table of sections.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type SectionId, sectionTable } from '../../server/src/core/note/sections';
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

/** With text behind it, such a title is a field of the section it stands in. */
const isHistory = (id: SectionId): boolean => id === 'family-history' || id === 'past-history';

test.each(sectionTable)('every spelling of $title is a section heading', async (entry) => {
  const { title, headings, letters } = entry;
  const lines = [
    ...[title, ...headings].flatMap((each) => [
      `## ${each}`,
      `# ${each.toUpperCase()}:`,
      `**${each}**`,
      `${each}:`,
      each,
    ]),
    ...letters.map((each) => `### ${each}`),
    ...(isHistory(entry.id)
      ? []
      : [title, ...letters].flatMap((each) => [`${each}: text`, `**${each}:** text`, `**${each}**: text`])),
    ...(isHistory(entry.id) ? [] : letters.map((each) => `${each.toUpperCase()} - text`)),
  ];
  const tokens = await tokenizeLines(lines);
  const missed = lines.filter((_, index) => {
    const scopes = tokens[index]?.flatMap((token) => token.scopes) ?? [];
    return !scopes.includes(`entity.name.section.${entry.id}.soap-note`);
  });
  expect(missed).toEqual([]);
});

test('a long line of anything is tokenized', async () => {
  const hostile = [
    '- '.repeat(5000),
    '*'.repeat(10000),
    '1/'.repeat(5000),
    'a'.repeat(10000),
    ' '.repeat(10000),
  ];
  expect(await tokenizeLines(hostile)).toHaveLength(hostile.length);
});
