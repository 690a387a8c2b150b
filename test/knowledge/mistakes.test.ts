// Each kind of mistake in a knowledge file is reported at its place.
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../server/src/core/knowledge/load';

const known = 'sources: [{kind: general-knowledge}]';

/** The mistakes as `path:line: message`, for files given as path and text. */
function listMistakes(files: Readonly<Record<string, string>>): readonly string[] {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }));
  return loadKnowledge(given).problems.map(({ path, line, message }) => `${path}:${line}: ${message}`);
}

const sign = (id: string, more = ''): string => `  - id: ${id}\n    name: ${id}\n    ${known}\n${more}`;
const signs = (...entries: readonly string[]): string => `signs:\n${entries.join('')}`;

const region = (id: string, more = ''): string =>
  `  - id: ${id}\n    name: ${id}\n    kind: region\n    laterality: paired\n${more}`;

const rule = (more: string): string =>
  [
    'rules:',
    '  - id: spare',
    '    title: Spare it',
    '    scope: systemic',
    '    level: relative',
    '    action: adapt',
    '    rationale: It hurts.',
    '    clearsWhen: it has healed',
    '    bestSourceAuthority: low',
    '    confidence: low',
    `    ${known}`,
    `${more}`,
  ].join('\n');
const everybody = '    anyOf: [{anyClient: true}]\n';

test('entries that are right raise nothing', () => {
  expect(listMistakes({ 'signs.yaml': signs(sign('chill'), sign('rash')) })).toEqual([]);
});

test.each([
  ['a file of no kind', { 'other.yaml': 'a: 1\n' }, 'other.yaml:1: No kind of knowledge file has this name.'],
  ['text that is no YAML', { 'signs.yaml': 'signs:\n  - [\n' }, 'signs.yaml:3: This is not valid YAML'],
  ['an id that is not kebab-case', { 'signs.yaml': signs(sign('Chill_1')) }, 'signs.yaml:2: signs.0.id'],
  ['an unknown key', { 'signs.yaml': signs(sign('chill', '    colour: red\n')) }, 'signs.yaml:2: signs.0'],
  [
    'no source',
    { 'signs.yaml': 'signs:\n  - id: chill\n    name: Chill\n' },
    'signs.yaml:2: signs.0.sources',
  ],
  [
    'an id used twice',
    { 'signs.yaml': signs(sign('chill'), sign('chill')) },
    'signs.yaml:5: The id chill is already used',
  ],
  [
    'an unknown source',
    { 'signs.yaml': 'signs:\n  - id: chill\n    name: Chill\n    sources: [{ref: nowhere}]\n' },
    'signs.yaml:4: No source has the id nowhere.',
  ],
  [
    'an unknown condition of a sign',
    { 'signs.yaml': signs(sign('chill', '    conditions: [flue]\n')) },
    'signs.yaml:5: No condition has the id flue.',
  ],
  [
    'an unknown parent',
    { 'regions.yaml': `regions:\n${region('calf', '    parent: lowerleg\n')}` },
    'regions.yaml:6: No region has the id lowerleg.',
  ],
  [
    'a cycle of parents',
    {
      'regions.yaml': `regions:\n${region('calf', '    parent: leg\n')}${region('leg', '    parent: calf\n')}`,
    },
    'regions.yaml:6: calf is its own ancestor.',
  ],
  [
    'an unknown cause of a rule',
    { 'rules/x.yaml': rule('    anyOf: [{condition: flue}]\n    targets: [all]\n') },
    'rules/x.yaml:12: No condition has the id flue.',
  ],
  [
    'an unknown target of a rule',
    { 'rules/x.yaml': rule(`${everybody}    targets: ["trait:hot"]\n`) },
    'rules/x.yaml:13: No trait has the id hot.',
  ],
  [
    'an unknown safer technique',
    { 'rules/x.yaml': rule(`${everybody}    targets: [all]\n    saferAlternatives: [hugs]\n`) },
    'rules/x.yaml:14: No technique has the id hugs.',
  ],
  [
    'an unknown rule to apply next',
    { 'rules/x.yaml': rule(`${everybody}    targets: [all]\n    whenClearedApply: [later]\n`) },
    'rules/x.yaml:14: No rule has the id later.',
  ],
  [
    'a strict rule with nothing to be strict about',
    { 'rules/x.yaml': rule(`${everybody}    targets: [all]\n    strict: true\n`) },
    'rules/x.yaml:14: A strict rule needs',
  ],
  [
    'a phrase of two entries, in another case',
    { 'signs.yaml': signs(sign('chill'), sign('rash', '    synonyms: [CHILL]\n')) },
    'signs.yaml:8: “CHILL” is also a phrase of sign/chill',
  ],
])('%s', (_, files, expected) => {
  expect(listMistakes(files)).toContainEqual(expect.stringContaining(expected));
});

test('a phrase of two entries is fine once it is listed with both', () => {
  const candidates = '[{kind: sign, id: chill}, {kind: sign, id: rash}]';
  const listed = `ambiguousTerms:\n  - term: chill\n    candidates: ${candidates}\n    hint: Ask.\n`;
  const two = signs(sign('chill'), sign('rash', '    synonyms: [CHILL]\n'));
  expect(listMistakes({ 'signs.yaml': two, 'ambiguous-terms.yaml': listed })).toEqual([]);
});

test('a phrase that is listed without one of its claimants is a mistake', () => {
  const listed =
    'ambiguousTerms:\n  - term: chill\n    candidates: [{kind: sign, id: chill}]\n    hint: Ask.\n';
  const two = signs(sign('chill'), sign('rash', '    synonyms: [CHILL]\n'));
  expect(listMistakes({ 'signs.yaml': two, 'ambiguous-terms.yaml': listed })).toHaveLength(1);
});
