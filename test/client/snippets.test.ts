// Every snippet is a note that the parser reads as meant, whether its tab stops are filled or left empty.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toNewText } from '../../client/src/templates';
import { fieldById } from '../../server/src/core/note/fields';
import { parseNote } from '../../server/src/core/note/parse';
import { sectionTable } from '../../server/src/core/note/sections';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly isFileTemplate?: boolean;
  readonly body: readonly string[];
}

const file = join(__dirname, '..', '..', 'snippets', 'soap-note.code-snippets');
const snippets: readonly (readonly [string, Snippet])[] = Object.entries(
  JSON.parse(readFileSync(file, 'utf8')),
);
const wholeNotes = snippets.filter(([, { isFileTemplate }]) => isFileTemplate);
const fields = snippets.filter(([, { prefix }]) => prefix.startsWith('field-'));

const variables: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '11',
  CURRENT_DATE: '20',
  CURRENT_HOUR: '14',
  CURRENT_MINUTE: '00',
};

const empty = ({ body }: Snippet): string => toNewText(expandVariables(body.join('\n'))).text;
const filled = ({ body }: Snippet): string =>
  expandVariables(body.join('\n')).replace('- $1:', '- Swedish:').replace(/\$\d+/g, '5');
const expandVariables = (text: string): string =>
  text.replace(/\$([A-Z_]+)/g, (all, name: string) => variables[name] ?? all);

test.each(snippets)('%s parses, filled or empty', (_, snippet) => {
  for (const text of [empty(snippet), filled(snippet)]) {
    expect(text).not.toContain('$');
    const grave = parseNote(text).problems.filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    );
    expect(grave).toEqual([]);
  }
});

test.each(wholeNotes)('%s has front matter and the five sections', (_, snippet) => {
  const { frontMatter, sections } = parseNote(filled(snippet)).value;
  expect(frontMatter?.date?.value).toEqual({ date: '2026-11-20', time: '14:00' });
  expect(sections.map(({ id }) => id)).toEqual([
    'subjective',
    'objective',
    'treatment',
    'assessment',
    'plan',
  ]);
});

test('there is a whole note for each type', () => {
  const types = wholeNotes.map(([, snippet]) => parseNote(empty(snippet)).value.frontMatter?.type?.value);
  expect(types).toEqual(['initial', 'follow-up', 'wellness', 'discharge']);
});

test('there is a section for each that the formatter knows, with its heading', () => {
  for (const { id, title } of sectionTable.filter(({ canonical }) => canonical)) {
    const snippet = snippets.find(([, { prefix }]) => prefix === `section-${id}`)?.[1];
    expect(snippet?.body[0]?.startsWith(`## ${title}`)).toBe(true);
    expect(snippet && parseNote(filled(snippet)).value.sections.map((section) => section.id)).toEqual([id]);
  }
});

test.each(fields)('%s is one field, in its own section', (_, snippet) => {
  const id = snippet.prefix.replace('field-', '');
  const known = fieldById(id);
  const heading = sectionTable.find((section) => section.id === (known?.section ?? 'treatment'))?.title;
  const [section] = parseNote(`## ${heading}\n${filled(snippet)}`).value.sections;
  expect(section?.blocks).toHaveLength(1);
  expect(section?.blocks[0]).toMatchObject({ kind: 'field', field: id === 'technique' ? undefined : id });
});
