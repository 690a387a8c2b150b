// Every spelling of every section, and what looks like one but is none.
import { expect, test } from 'vitest';
import { fieldByLabel, fieldTable } from '../../../server/src/core/note/fields';
import { parseNote } from '../../../server/src/core/note/parse';
import { sectionByHeading, sectionTable } from '../../../server/src/core/note/sections';

const sectionsOf = (text: string): readonly string[] => parseNote(text).value.sections.map(({ id }) => id);
const canonical = sectionTable.filter(({ canonical }) => canonical);

for (const { id, title, letters } of canonical) {
  const spellings = [
    `## ${title}`,
    `# ${title.toUpperCase()}`,
    `###### ${title.toLowerCase()}:`,
    `${title}:`,
    `${title.toLowerCase()}: text`,
    `**${title}**`,
    `**${title}:** text`,
    `**${title}**: text`,
    title,
    title.toUpperCase(),
    ...(id === 'addendum' ? [] : [`${title} - text`, `__${title}__`]),
    // `Rx:` before Objective is a prescription; see below.
    ...letters
      .filter((letter) => letter !== 'Rx')
      .flatMap((letter) => [
        `${letter}:`,
        `${letter}: text`,
        `## ${letter}`,
        `**${letter}:** text`,
        `${letter} - text`,
      ]),
  ];
  test.each(spellings)(`${id} as %s`, (spelling) => {
    expect(sectionsOf(`\n${spelling}\n`)).toEqual([id]);
  });
}

test.each([
  'Plan to return',
  'A little better',
  'R shoulder',
  'T 36.8',
  'P 5/10',
  'T4-5 restricted',
  'T: 36.8',
  'T: 98.6 F',
  'P: 5/10',
  'P: 72 bpm',
  'T - spine stiff',
  '- Response: better',
  '- P: weekly',
  'Subject: massage',
  '**Plan** to return',
  'plan',
  's',
  'Massage Therapy',
  '# fibula',
  'http://plan: x',
])('no section in %s', (line) => {
  expect(sectionsOf(`${line}\n`)).toEqual([]);
});

test.each([
  ['S: a\nT: deep tissue\nResponse: better\n', ['subjective', 'treatment']],
  ['S: a\nO: b\nResponse: better\n', ['subjective', 'objective', 'assessment']],
  ['S: a\nHome care: did the stretches\n', ['subjective']],
  ['T: a\nHome care: stretches\n', ['treatment', 'plan']],
  ['A: a\nCondition: stable\n', ['assessment']],
  ['## Plan\nTreatment: as before\n', ['plan']],
  ['P: weekly\nTreatment: Swedish\n', ['plan', 'treatment']],
  ['S: a\nRx: metoprolol\n', ['subjective']],
  ['O: a\nRx: Swedish\n', ['objective', 'treatment']],
  ['C: full\nT: limited\nL: full\n', []],
  ['- a\n  Plan: b\n', []],
  ['- Subjective: a\n- Objective: b\n- Plan: c\n', ['subjective', 'objective', 'plan']],
  ['Condition: a\nActions: b\nResponse: c\nEvaluation: d\n', ['subjective', 'treatment', 'assessment']],
  ['C: a\nA: b\nR: c\nE: d\n', ['subjective', 'treatment', 'assessment', 'assessment']],
  ['Data: a\nAssessment: b\nPlan: c\n', ['subjective', 'assessment', 'plan']],
  ['D: a\nA: b\nP: c\n', ['subjective', 'assessment', 'plan']],
])('the sections of %j', (text, sections) => {
  expect(sectionsOf(text)).toEqual(sections);
});

test.each([
  ['## Subjective ##', '## Subjective ##', 'Subjective'],
  ['S: c/o neck pain', 'S:', 'S'],
  ['**Plan:** weekly', '**Plan:**', 'Plan'],
  ['1. Subjective', '1. Subjective', 'Subjective'],
  ['Subjective (client report): a', 'Subjective (client report):', 'Subjective (client report)'],
])('the heading of %s', (text, heading, title) => {
  const [section] = parseNote(text).value.sections;
  expect(text.slice(section?.heading.start, section?.heading.end)).toBe(heading);
  expect(text.slice(section?.title.start, section?.title.end)).toBe(title);
});

test('no heading names two sections, and no label two fields', () => {
  const headings = sectionTable.flatMap(({ title, letters, headings }) => [title, ...letters, ...headings]);
  expect(headings.map((name) => name.toLowerCase())).toHaveLength(
    new Set(headings.map((name) => name.toLowerCase())).size,
  );
  for (const { id, title, letters, headings } of sectionTable) {
    for (const name of [title, ...letters, ...headings]) expect(sectionByHeading(name)?.id).toBe(id);
  }
  for (const { id, name, synonyms, help } of fieldTable) {
    for (const label of [name, ...synonyms]) expect(fieldByLabel(label)?.id, label).toBe(id);
    expect(help.length).toBeLessThan(120);
  }
});

test('labels are found in any case and spelling', () => {
  expect(fieldByLabel('  CHIEF   complaint ')?.id).toBe('complaint');
  expect(fieldByLabel('C/O')?.id).toBe('complaint');
  expect(fieldByLabel('follow\u2010up')?.id).toBe('follow-up');
  expect(fieldByLabel('constructor')).toBeUndefined();
});

test.each([
  ['Pain:7/10', 'Pain', '7/10'],
  ['**ROM:** full', 'ROM', 'full'],
  ['**ROM**: full', 'ROM', 'full'],
  ['-  Swedish (effleurage, petrissage):  back', 'Swedish (effleurage, petrissage)', 'back'],
  ['[x] Consent: given', 'Consent', 'given'],
  ['Goal:', 'Goal', ''],
])('the field %s', (text, label, value) => {
  const [block] = parseNote(text).value.preamble;
  if (block?.kind !== 'field') expect.fail('no field');
  else {
    expect(text.slice(block.label.start, block.label.end)).toBe(label);
    expect(text.slice(block.value.start, block.value.end)).toBe(value);
  }
});

test.each([
  '14:00 start',
  'ratio 2:1',
  'https://example.org',
  'C5: decreased',
  'Client denies: fever',
  'R/O: DVT',
  'No: fever',
  'Sore, but: better',
  'one two three four five six seven: a',
])('no field in %s', (text) => {
  expect(parseNote(text).value.preamble.map(({ kind }) => kind)).toEqual(['text']);
});
