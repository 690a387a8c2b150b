// A practice's own knowledge: what it adds and changes, what it may not, and that no text of it breaks anything.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createWorkspace,
  defaultSettings,
  findHover,
  listCompletions,
  type Workspace,
} from '../../../server/src/core';
import { overlayKnowledge } from '../../../server/src/core/knowledge/overlay';
import { readKnowledgeFile } from '../../../server/src/core/rules/check-knowledge';
import { loadKnowledge } from '../../support/knowledge';
import { runs } from '../../support/runs';

const house = 'file:///p/knowledge/house.yaml';
const note = 'file:///p/clients/ana/2026-11-10.soap.md';
const source = 'sources: [{source: practice, by: Ana, on: 2026-01-01}]';
const technique = `techniques: [{id: sea-wrap, name: Sea wrap, family: spa, depth: light, traits: [], description: A wrap, ${source}}]`;
const rule = (extra = ''): string => `rules:
  - {id: house-wrap, title: No wrap, anyOf: [{condition: pregnancy}], targets: ["tech:sea-wrap"], scope: systemic, level: relative, action: adapt, rationale: r, clearsWhen: c, ${source}${extra}}`;
const change = (text: string): string => `changes: [{${text}, because: b, by: Ana, on: 2026-01-01}]`;
const absolute = 'dvt-deep-absolute';

function open(yaml: string, words = '', trusted = true): Workspace {
  const workspace = createWorkspace({
    kb: loadKnowledge(),
    settings: defaultSettings,
    today: '2026-11-20',
    trusted,
  });
  workspace.set('file:///p/practice.yaml', 'name: P\n');
  workspace.set(house, yaml);
  workspace.set(note, `---\nclient: ana\ndate: 2026-11-10\n---\n${words}`);
  return workspace;
}

const messages = (workspace: Workspace): readonly string[] =>
  (workspace.view(house)?.findings ?? []).map(({ severity, message }) => `${severity}: ${message}`);

describe('what a practice adds', () => {
  test('its technique and rule count in its notes, and only there', () => {
    const words = 'S: 20 weeks pregnant.\nT: Sea wrap, 20 min\n';
    const workspace = open(`${technique}\n${rule()}`, words);
    workspace.set('file:///other/clients/ana/2026-11-10.soap.md', words);
    const rules = (uri: string): readonly string[] =>
      workspace.view(uri)?.findings.map((finding) => finding.rule) ?? [];
    expect(messages(workspace)).toEqual([]);
    expect(rules(note)).toContain('contraindication/house-wrap');
    expect(rules('file:///other/clients/ana/2026-11-10.soap.md')).not.toContain(
      'contraindication/house-wrap',
    );
    expect(workspace.affectedBy(house)).toContain(note);
    workspace.set(house, technique);
    expect(rules(note)).not.toContain('contraindication/house-wrap');
  });

  test.each([
    [rule().replace('sea-wrap', 'sea-wrop'), 'No tech has the id sea-wrop. Did you mean sea-wrap?'],
    [rule().replace('{condition: pregnancy}', '{condition: pregnanci}'), 'Did you mean pregnancy?'],
    [rule().replace(source, 'sources: []'), 'sources'],
    [rule().replace('house-wrap', absolute), 'is a shipped id'],
    [change('rule: dvt-deep-absolut, level: relative'), `Did you mean ${absolute}?`],
    [change(`rule: ${absolute}, strict: true`), 'cannot be narrowed'],
    ['ruls: []', 'Did you mean rules?'],
    ['changes: [{technique: deep-tissue, synonyms: [effleurage]}]', 'already means something else'],
    [rule(', examples: {flags: ["T: Sea wrap"]}'), 'The rule should speak here'],
    [rule(', reviewed: 2020-01-01'), 'hint: This rule was to be read again by 2022-01-01'],
    ['a: [', 'not valid YAML'],
  ])('%s', (yaml, said) => {
    expect(messages(open(`${yaml.startsWith('rules') ? `${technique}\n` : ''}${yaml}`)).join('\n')).toContain(
      said,
    );
  });
});

describe('fields of a practice', () => {
  const fields = `fields:
  - {id: comfort, label: Wrap comfort, synonyms: [Comfort], section: treatment, value: choice, values: [good, too warm], required: true, help: How the wrap felt.}
  - {id: scar-height, label: Scar height, section: objective, value: number, from: 0, to: 20, help: In millimetres.}
changes: [{field: gait, values: [free, limping], because: b, by: Ana, on: 2026-01-01}]`;
  const said = (words: string): readonly string[] =>
    (open(fields, words).view(note)?.findings ?? [])
      .filter(({ rule: id }) => id.startsWith('practice/'))
      .map(({ message }) => message);
  test.each<[string, readonly string[]]>([
    ['## Treatment\n- Wrap comfort: good, no sweat\n', []],
    ['## Treatment\n- comfort: Too warm\n', []],
    ['## Treatment\n- Comfort: cold\n', ['“Wrap comfort” is one of: good, too warm.']],
    ['## Treatment\n- Swedish: back\n', ['This practice asks for “Wrap comfort”. How the wrap felt.']],
    [
      '## Objective\n- Scar height: 25 mm\n- Gait: stiff\n## Treatment\n- Comfort: good\n',
      ['“Scar height” is a number from 0 to 20.', '“Gait” is one of: free, limping.'],
    ],
    ['## Objective\n- Scar height: 2,5 mm\n- Gait: free\n## Treatment\n- Comfort: good\n', []],
  ])('%s', (words, wanted) => {
    expect(said(words)).toEqual(wanted);
  });

  test('they are completed in their section, with their values, and explained', () => {
    const words = '## Treatment\n- Comfort: \n- \n## Objective\n- \n';
    const view = open(fields, words).view(note);
    if (view?.kind !== 'note') throw new Error('no view');
    const { text } = view.file;
    const labels = (at: number): readonly string[] => listCompletions(view, at).map(({ label }) => label);
    expect(labels(text.indexOf('Comfort: ') + 9).slice(0, 2)).toEqual(['good', 'too warm']);
    expect(labels(text.indexOf('- \n## Obj') + 2)).not.toContain('Wrap comfort');
    expect(labels(text.lastIndexOf('- ') + 2)).toContain('Scar height');
    expect(findHover(view, text.indexOf('Comfort') + 2)?.markdown).toContain('One of: good, too warm.');
  });

  test.each([
    ['fields: [{id: a, label: ROM, section: objective, help: h}]', '“ROM” is a shipped label'],
    ['fields: [{id: a, label: Own, section: objective, value: choice, help: h}]', 'a choice has values'],
    ['fields: [{id: a, label: Own, section: head, help: h}]', 'section'],
    [change('field: gaits'), 'No field has this id. Did you mean gait?'],
  ])('%s', (yaml, wanted) => {
    expect(messages(open(yaml)).join()).toContain(wanted);
  });
});

describe('techniques and conditions as they are here', () => {
  const kbOf = (yaml: string, trusted = true) => open(yaml, '', trusted).view(note)?.kb;
  test('a technique may be deeper and bring more along, not lighter', () => {
    const deeper = change('technique: swedish-massage, depth: deep, traits: [heat]');
    expect(kbOf(deeper, false)?.techniques.get('swedish-massage')).toMatchObject({
      depth: 'deep',
      traits: expect.arrayContaining(['heat']),
    });
    const lighter = change('technique: deep-tissue, depth: light');
    expect(kbOf(lighter)?.techniques.get('deep-tissue')?.depth).toBe('deep');
    expect(messages(open(lighter)).join()).toContain('can only be deeper here');
  });
  test('a condition may count longer; sooner only where no absolute rule rests on it, and with trust', () => {
    const days = (yaml: string, id: string, trusted?: boolean) =>
      kbOf(yaml, trusted)?.conditions.get(id)?.course.lapsesAfterDays;
    expect(days(change('condition: fever, lapsesAfterDays: 7'), 'fever', false)).toBe(7);
    expect(days(change('condition: fever, lapsesAfterDays: 1'), 'fever')).toBe(3);
    expect(days(change('condition: cough-cold, lapsesAfterDays: 5'), 'cough-cold')).toBe(5);
    expect(days(change('condition: cough-cold, lapsesAfterDays: 5'), 'cough-cold', false)).toBe(10);
    expect(messages(open('changes: [{condition: cough-cold, lapsesAfterDays: 5}]')).join()).toContain(
      'say because',
    );
  });
});

describe('what a practice lowers', () => {
  const lower = change(`rule: ${absolute}, level: relative`);
  const level = (trusted: boolean) => {
    const view = open(lower, '', trusted).view(note);
    return view?.kb.rules.get(absolute);
  };
  test('a trusted one makes an absolute rule a clearance that names the change', () => {
    expect(level(true)).toMatchObject({ level: 'relative', action: 'clearance' });
    expect(level(true)?.title).toContain('milder here since 2026-01-01');
  });
  test('an untrusted one lowers nothing, and its file says so', () => {
    expect(level(false)).toEqual(loadKnowledge().rules.get(absolute));
    expect(messages(open(lower, '', false)).join()).toContain('information: This change makes a rule milder');
  });
  test('trust that is given later counts', () => {
    const workspace = open(lower, '', false);
    expect(workspace.setTrusted(true)).toBe(true);
    expect(workspace.view(note)?.kb.rules.get(absolute)?.level).toBe('relative');
  });
});

test('any text is read without a throw, and untrusted it changes no shipped rule', () => {
  const kb = loadKnowledge();
  const shipped = JSON.stringify(kb.data.rules);
  const piece = fc.constantFrom(
    technique,
    rule(),
    change(`rule: ${absolute}, level: relative`),
    'rules: [',
    '- a',
    '{}',
    '&a [*a]',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 5 }), (parts) => {
      const { kb: made } = overlayKnowledge(kb, [readKnowledgeFile(parts.join('\n'))], false);
      expect(JSON.stringify(made.data.rules.slice(0, kb.data.rules.length))).toBe(shipped);
    }),
    { numRuns: runs(60) },
  );
  expect(JSON.stringify(kb.data.rules)).toBe(shipped);
});
