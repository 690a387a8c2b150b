// What the server says in Spanish: every text is translated with its places, and a table holds none that is not said.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { listCompletions } from '../../server/src/core';
import { fieldTable } from '../../server/src/core/note/fields';
import {
  clientKeyTable,
  type KeyEntry,
  noteKeyTable,
  practiceKeyTable,
} from '../../server/src/core/note/keys';
import { requirementTable } from '../../server/src/core/rules/completeness/table';
import { language, inEnglish as letIn, phrases, say, speak, spoken } from '../../server/src/core/text/say';
import { viewFixture } from '../support/findings';
import { listServerTexts, placesOf, readTexts } from '../support/words';

const spanish = readTexts('l10n/server.es.json');
afterEach(() => speak('en', undefined));

/** Texts of tables whose other words decide something, said where they are shown (`spoken`). */
const ofTables = [
  ...Object.values(requirementTable).flatMap(({ name, sentence }) => [name, ...(sentence ? [sentence] : [])]),
  ...[
    'left',
    'right',
    'both sides',
    'better',
    'worse',
    'in force',
    'ended',
    'not begun',
    'incomplete',
    'unused',
  ],
  ...['unknown rule', ' a minute'],
  ...[
    'Heart rate',
    'Breathing rate',
    'Oxygen saturation',
    'Body temperature',
    'Blood glucose',
    'Body weight',
  ],
  ...['Systolic pressure', 'Diastolic pressure'],
  ...[
    'is not a file',
    'cannot be read; check its permissions',
    'is not UTF-8 text; save it as UTF-8 and try again',
  ],
  'is larger than 1 MB; split it, or leave it out',
];

/** The help of every field and key, said where it is shown. */
const listHelp = (keys: readonly KeyEntry[]): readonly string[] =>
  keys.flatMap(({ help, keys: below }) => [help, ...listHelp(below ?? [])]);
const helps = [
  ...fieldTable.map(({ help }) => help),
  ...[noteKeyTable, clientKeyTable, practiceKeyTable].flatMap(listHelp),
];

test('every text of the server is translated, and no other', () => {
  const said = listServerTexts();
  expect(said.length).toBeGreaterThan(300);
  expect(Object.keys(spanish).sort()).toEqual([...new Set([...said, ...ofTables, ...helps])].sort());
});

test('a translation has the places of its text and ends as it ends', () => {
  for (const [english, text] of Object.entries(spanish)) {
    // Spanish may leave out a value that only its grammar makes superfluous; none may be new.
    expect(placesOf(text), english).toEqual(placesOf(english));
    expect(/\s$/.test(text), english).toBe(/\s$/.test(english));
    expect(/^\s/.test(text), english).toBe(/^\s/.test(english));
    expect(text.endsWith('.'), english).toBe(english.endsWith('.'));
    expect(text.match(/`[^`]+`/g) ?? [], english).toEqual(english.match(/`[^`]+`/g) ?? []);
  }
});

test('the help of a field is said in Spanish where it is completed', () => {
  speak('es', spanish);
  const view = viewFixture('## Subjective\n- \n');
  const details = listCompletions(view, view.file.text.indexOf('- ') + 2).map(({ detail }) => detail);
  expect(details).toContain('Por qué vino el cliente: lugar, lado, intensidad, qué lo empeora o lo mejora.');
});

test('texts of tables stand in the sources', () => {
  const folders = [
    'server/src/core/rules',
    'server/src/core/features',
    'server/src/core/workspace',
    'server/src/io',
  ];
  const sources = folders
    .flatMap((folder) => {
      const path = join(__dirname, '..', '..', folder);
      return readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(join(path, name), 'utf8'));
    })
    .join('\n');
  expect(ofTables.filter((text) => !sources.includes(`'${text}'`))).toEqual([]);
});

test('a text is said in the language that was set, with its values in the places of the translation', () => {
  const words = { 'The {0} of {1}': 'de {1}, {0}', day: 'día' };
  const table = phrases({ unit: 'day', nested: { unit: 'day' }, count: (value: number) => value + 1 });
  const texts = (): readonly string[] => [
    say`The ${'end'} of ${3}`,
    spoken('day'),
    table.unit,
    table.nested.unit,
  ];
  expect(texts()).toEqual(['The end of 3', 'day', 'day', 'day']);
  speak('es', words);
  expect(texts()).toEqual(['de 3, end', 'día', 'día', 'día']);
  expect([say`Nobody translated ${1}`, spoken('nor this')]).toEqual(['Nobody translated 1', 'nor this']);
  expect(table.count(1)).toBe(2);
  expect(language()).toBe('es');
  expect(letIn(texts)).toEqual(['The end of 3', 'day', 'day', 'day']);
  expect(texts()[1]).toBe('día');
});

test('what a note says cannot fill a place of the text', () => {
  speak('es', { 'Use {0} or {1}': '{0} o {1}' });
  expect(say`Use ${'{1}'} or ${'$&'}`).toBe('{1} o $&');
});
