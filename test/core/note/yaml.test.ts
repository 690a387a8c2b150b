// YAML behind its guards: limits first, problems in our own words, places that cover exactly the scalar's text.
import { expect, test } from 'vitest';
import { parseClientRecord } from '../../../server/src/core/note/client';
import { parseNote } from '../../../server/src/core/note/parse';
import { findPracticeSetting, parsePractice } from '../../../server/src/core/note/practice';

const codesOf = (text: string): readonly string[] => parseClientRecord(text).problems.map(({ code }) => code);

test.each([
  ['['.repeat(5000), 'yaml/too-deep'],
  ['{a: '.repeat(100), 'yaml/too-deep'],
  [`a: ${'['.repeat(65)}${']'.repeat(65)}`, 'yaml/too-deep'],
  ['- '.repeat(200), 'yaml/too-deep'],
  ['a: '.repeat(200), 'yaml/too-deep'],
  ['? '.repeat(200), 'yaml/too-deep'],
  [Array.from({ length: 100 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'yaml/too-deep'],
  [`a: "${'x'.repeat(300_000)}"`, 'yaml/too-large'],
  ['"'.repeat(100_000), 'yaml/too-large'],
  [Array.from({ length: 2500 }, (_, i) => `k${i}: 1`).join('\n'), 'yaml/too-many-keys'],
])('what is too much is refused with one problem (%#)', (text, code) => {
  expect(codesOf(text)).toEqual([code]);
});

test('brackets inside quotes and comments are not nesting', () => {
  expect(codesOf(`name: "${'['.repeat(100)}" # ${'{'.repeat(100)}`)).toEqual([]);
});

test('sixty levels of brackets are read', () => {
  expect(codesOf(`notes: ${'['.repeat(60)}${']'.repeat(60)}`)).toEqual([]);
});

test('problems never quote the text', () => {
  const secret = 'Maria: has: "secret';
  for (const text of [`name: ${secret}`, `conditions: [${secret}`, `\tname: ${secret}`, `%${secret}`]) {
    const { problems } = parseClientRecord(text);
    expect(problems.length).toBeGreaterThan(0);
    for (const { message } of problems) expect(message).not.toMatch(/Maria|secret/);
  }
});

test.each([
  ['born: 2026-13-01', 'client/bad-date', '2026-13-01'],
  ['conditions: [{ name: DVT, side: up }]', 'client/bad-value', 'up'],
  ['conditions: [{ name: DVT, status: [a] }]', 'client/wrong-type', '[a]'],
  ['conditions: [{ region: calf }]', 'client/missing-name', '{ region: calf }'],
  ['nmae: Maria', 'client/unknown-key', 'nmae'],
  ['id: a\nid: b', 'client/duplicate-key', 'id'],
  ['pregnancy: { note: yes }', 'client/missing-due', '{ note: yes }'],
  ['just words', 'client/wrong-type', 'just words'],
  ['medications: [*a]', 'yaml/alias', '*a'],
])('the problem of %s', (text, code, place) => {
  expect(
    parseClientRecord(text).problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
  ).toEqual([[code, place]]);
});

test('an unknown key names the one that was probably meant', () => {
  expect(parseClientRecord('allergys: nuts').problems[0]?.message).toContain('`allergies`');
  expect(parseClientRecord('favourite: blue').problems[0]?.message).not.toContain('Did you mean');
});

test.each([
  ['conditions: DVT', ['DVT']],
  ['conditions: [DVT, "diabetes, type 2"]', ['DVT', 'diabetes, type 2']],
  ["conditions:\n  - DVT\n  - name: 'asthma'", ['DVT', 'asthma']],
  ['conditions: { name: DVT, side: L }', ['DVT']],
  ['conditions:\n  - DVT: left calf', ['DVT: left calf']],
  ['conditions: none known', []],
  ['conditions:', []],
])('conditions written as %s', (text, names) => {
  const { value } = parseClientRecord(text);
  expect(value.conditions.map(({ name }) => name.value)).toEqual(names);
  expect(value.conditions.map(({ name }) => text.slice(name.span.start, name.span.end))).toEqual(names);
});

test('a condition since childhood lies in the first years of life', () => {
  const [entry] = parseClientRecord('born: 1984-03-12\nconditions: [{ name: asthma, since: childhood }]')
    .value.conditions;
  expect(entry?.since?.value).toEqual({ from: '1984-01-01', to: '2002-12-31', precision: 'decade' });
});

test('scalars are covered without quotes, spaces and comments', () => {
  const text = `id: 'a-b'   # why\nname:   "Jo  Li"\nnotes: |\n  two\n  lines\n`;
  const { value } = parseClientRecord(text);
  const covered = [value.id, value.name].map((at) => at && text.slice(at.span.start, at.span.end));
  expect(covered).toEqual(['a-b', 'Jo  Li']);
  expect(value.entries.map((entry) => text.slice(entry.value.start, entry.value.end))).toEqual([
    'a-b',
    'Jo  Li',
    'two\n  lines',
  ]);
});

test('a byte order mark, non-breaking spaces and lone carriage returns do no harm', () => {
  const { value, problems } = parseClientRecord('\ufeffid:\u00a0maria\rname: Jo\r');
  expect([value.id?.value, value.name?.value, problems]).toEqual(['maria', 'Jo', []]);
});

test('front matter has its own places and codes', () => {
  const text =
    '---\nclient: maria\ndate: 11/20/2026 2 pm\ntype: Follow up\nconditions: [{ name: DVT, since: 10/28 }]\n---\n';
  const { value, problems } = parseNote(text);
  expect(problems).toEqual([]);
  expect(value.frontMatter?.date?.value).toEqual({ date: '2026-11-20', time: '14:00' });
  expect(value.frontMatter?.type?.value).toBe('follow-up');
  expect(value.frontMatter?.conditions[0]?.since?.value.from).toBe('2026-10-28');
  expect(text.slice(value.frontMatter?.span.start, value.frontMatter?.span.end)).toBe(text.trimEnd());
});

test.each([
  ['---\nclient: a\nS: neck pain\n', 'note/front-matter-unclosed', 'a'],
  ['---\nclient: a\nno yaml here\n', 'note/front-matter-unclosed', 'a'],
])('front matter without its end (%#)', (text, code, client) => {
  const { value, problems } = parseNote(text);
  expect(problems.map((problem) => problem.code)).toEqual([code, 'note/missing-date']);
  expect(value.frontMatter?.client?.value).toBe(client);
  expect(value.sections.length + value.preamble.length).toBe(1);
});

test('a rule at the top of a pasted note is no front matter', () => {
  const { value, problems } = parseNote('---\nS: neck pain\n---\nO: HT UT\n');
  expect(value.frontMatter).toBeUndefined();
  expect(value.sections.map(({ id }) => id)).toEqual(['subjective', 'objective']);
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['note/no-front-matter', 'hint']]);
});

test('an empty text has no problem', () => {
  expect(parseNote('').problems).toEqual([]);
  expect(parseNote(' \n').problems).toEqual([]);
  expect(parseClientRecord('').problems).toEqual([]);
});

test('practice.yaml', () => {
  const { value, problems } = parsePractice('name: Riverbend\nprivacy: secret\n');
  expect([value.name?.value, value.opaqueIds]).toEqual(['Riverbend', false]);
  expect(problems.map(({ code }) => code)).toEqual(['practice/bad-value']);
});

test('settings of a practice are found by their path', () => {
  const { value } = parsePractice('profile: wa-us\nprivacy: opaque-ids\nlater: 1\n');
  expect(value.profile?.value).toBe('wa-us');
  expect(findPracticeSetting(value, 'privacy')?.value).toBe('opaque-ids');
  expect(findPracticeSetting(value, 'later')).toBeUndefined();
  expect(findPracticeSetting(undefined, 'profile')).toBeUndefined();
});
