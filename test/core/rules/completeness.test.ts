// Completeness profiles: a complete note is silent under each, and what is missing is named with its rule.
import { describe, expect, test } from 'vitest';
import {
  createWorkspace,
  defaultSettings,
  requirementKinds,
  requirementsOf,
  settingsTable,
} from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';
import { asInitial, type Case, complete, findGaps, fixed, without, wordGaps } from './completeness-cases';

const kb = loadKnowledge();
const profiles = kb.data.profiles.filter(({ requirements }) => requirements.length > 0);

test('every profile has its name in the setting', () => {
  expect(Object.keys(settingsTable.profile.values).sort()).toEqual(
    ['practice', ...kb.profiles.keys()].sort(),
  );
});

test('every kind of requirement is asked for somewhere', () => {
  const asked = new Set(kb.data.profiles.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
  expect([...asked].sort()).toEqual([...requirementKinds].sort());
});

// What stays until it is there, however empty the label that the fix adds; and what no fix can add.
const staying = ['guardian', 'sensitive-consent'];
const unfixable = ['signature', 'consent-scope'];

describe.each(profiles.map(({ id }) => id))('%s', (id) => {
  const profile = kb.profiles.get(id);
  const rows = profile === undefined ? [] : requirementsOf(kb, profile);

  test('a complete note is silent', () => {
    expect(wordGaps(findGaps(complete, id))).toEqual([]);
    expect(wordGaps(findGaps(asInitial(complete), id))).toEqual([]);
  });

  test.each(rows)('$id', (row) => {
    const base = row.when === 'initial' ? asInitial(complete) : complete;
    const at = without[row.id](base);
    const found = findGaps(at, id);
    expect(wordGaps(found)).toEqual([`${row.level} completeness/${row.id}`]);
    const [finding] = found;
    expect(finding?.message).toContain(row.rule);
    expect(finding?.message.length).toBeLessThanOrEqual(140);
    expect(finding?.because.map(({ text }) => text).join()).toContain(row.help);

    if (unfixable.includes(row.id)) {
      expect(finding?.fixes).toEqual([]);
      return;
    }
    const after = fixed(at, finding);
    expect([after.note, after.record]).not.toEqual([at.note, at.record]);
    const left = findGaps(after, id);
    if (staying.includes(row.id)) {
      expect(wordGaps(left)).toEqual([`${row.level} completeness/${row.id}`]);
      expect(left[0]?.fixes).toEqual([]);
    } else {
      expect(wordGaps(left)).toEqual(row.id === 'late-entry' ? [] : ['information completeness/empty']);
      expect(left[0]?.fixes ?? []).toEqual([]);
    }
  });
});

test('the profile none asks for nothing', () => {
  expect(
    findGaps({ ...complete, note: '## Treatment\n- Swedish: back\n\n## Plan\n- weekly\n' }, 'none'),
  ).toEqual([]);
});

const many: Case = {
  ...complete,
  note: without.response(without.plan(without.duration(without.therapist(complete)))).note,
};

test('from three on one finding names all, the most serious first', () => {
  const [finding, ...others] = findGaps(many, 'wa-us');
  expect(others).toEqual([]);
  expect(finding?.message).toBe('Missing: duration, therapist, plan, response.');
  expect([finding?.rule, finding?.severity]).toEqual(['completeness/missing', 'error']);
  expect(finding?.because.map(({ text }) => text.split(' (')[0])).toEqual([
    'Duration',
    'Therapist',
    'Plan',
    'Response',
  ]);
  const after = fixed(many, finding);
  expect(after.note).toContain('time: 10:00\ntherapist: \nduration: \ntype: follow-up\n');
  expect(after.note).toContain('- Avoided: feet\n- Response: \n\n## Assessment');
  expect(after.note).toContain('- Home care: pelvic tilts × 10\n- Next session: \n');
  const left = findGaps(after, 'wa-us');
  expect(wordGaps(left)).toEqual(['information completeness/empty']);
  expect(left[0]?.message).toBe('Still empty: duration, therapist, plan, response.');
});

test('without a profile all that is missing is one hint', () => {
  expect(wordGaps(findGaps(many, undefined))).toEqual(['hint completeness/missing']);
  expect(wordGaps(findGaps(complete, undefined))).toEqual([]);
});

test.each<[string, string]>([
  ['one line', 'S: neck pain\n'],
  ['two lines', 'S: neck pain\nT: deep tissue neck\n'],
  [
    'a new note',
    '---\nclient: ana-berg\ndate: 2026-11-20\n---\n\n## Subjective\n- Complaint: \n\n## Treatment\n- \n\n## Plan\n',
  ],
  ['nothing', ''],
])('without a profile %s is left in peace', (_, note) => {
  expect(findGaps({ ...complete, note }, undefined)).toEqual([]);
});

test.each<[string, string]>([
  ['one line', 'S: neck pain\n'],
  [
    'a new note',
    '---\nclient: ana-berg\ndate: 2026-11-20\n---\n\n## Subjective\n- Complaint: \n\n## Treatment\n- \n\n## Plan\n',
  ],
])('with a profile %s has only information while its day lasts', (_, note) => {
  for (const { severity } of findGaps({ ...complete, note }, 'wa-us')) expect(severity).toBe('information');
  expect(findGaps({ ...complete, note }, 'wa-us').length).toBeLessThanOrEqual(2);
});

test('a note of a day that is over is asked in full', () => {
  const note = '---\nclient: ana-berg\ndate: 2026-11-18\n---\nS: neck pain\n';
  expect(wordGaps(findGaps({ ...complete, note }, 'wa-us'))).toEqual(['error completeness/missing']);
});

test('a condition told in an earlier note counts, wherever the complaint of today stands', () => {
  const asking = profiles.find(({ requirements }) =>
    requirements.some(({ id }) => id === 'pre-existing-conditions'),
  );
  const isAsked = (told: string): boolean => {
    const workspace = createWorkspace({ kb, settings: defaultSettings, today: complete.today });
    workspace.set('file:///practice/practice.yaml', `profile: ${asking?.id}\n`);
    workspace.set(
      'file:///practice/ana-berg.client.yaml',
      'id: ana-berg\nmedications: none\nallergies: none\n',
    );
    workspace.set(
      'file:///practice/notes/before.soap.md',
      `---\nclient: ana-berg\ndate: 2026-11-01\n---\n## Subjective\n- ${told}\n`,
    );
    const today = 'file:///practice/notes/today.soap.md';
    workspace.set(
      today,
      `---\nclient: ana-berg\ndate: 2026-11-19\n---\n## Subjective\n- Complaint: low back ache, ${'sore '.repeat(20)}\n`,
    );
    return (workspace.view(today)?.findings ?? []).some(({ because }) =>
      because.some(({ text }) => /^Pre-existing conditions/.test(text)),
    );
  };
  expect(isAsked('Health update: has asthma')).toBe(false);
  expect(isAsked('Complaint: asthma')).toBe(true);
});

test('an empty label of a signed note counts as missing', () => {
  const note = complete.note
    .replace('duration: 60 min', 'duration:')
    .replace('\n---\n\n', '\nsigned: { by: a.rivera, at: 2026-11-19T12:00:00Z, hash: sha256:0 }\n---\n\n');
  expect(wordGaps(findGaps({ ...complete, note }, 'wa-us'))).toEqual(['error completeness/duration']);
});

test('an override answers one missing item', () => {
  const record = `${complete.record}overrides:\n  - { rule: completeness/duration, reason: will-monitor }\n`;
  const found = findGaps({ ...without.duration(complete), record }, 'wa-us');
  expect(found.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    'information Overridden (will-monitor): No duration. WAC 246-830-565 asks for it.',
  ]);
});

test.each<[string, string, string, readonly string[]]>([
  ['a year old, on its last day', 'wa-us', '{ signed: 2025-11-19, sensitive-areas: breast }', []],
  [
    'a year and a day old',
    'wa-us',
    '{ signed: 2025-11-18, sensitive-areas: breast }',
    ['error completeness/consent'],
  ],
  [
    'a year and a day old, where no term is set',
    'generic',
    '{ signed: 2025-11-18, sensitive-areas: breast }',
    [],
  ],
  [
    'ended',
    'generic',
    '{ signed: 2026-01-01, expires: 2026-11-18, sensitive-areas: breast }',
    ['warning completeness/consent'],
  ],
  ['on its last day', 'generic', '{ signed: 2026-01-01, expires: 2026-11-19, sensitive-areas: breast }', []],
  [
    'signed after the session',
    'wa-us',
    '{ signed: 2026-11-20, sensitive-areas: breast }',
    ['error completeness/consent'],
  ],
])('written consent %s', (_, profile, consent, expected) => {
  const note = complete.note.replace(
    'written, 2026-11-19, breast',
    profile === 'generic' ? '' : 'verbal, breast',
  );
  const record = complete.record.replace(/consent: .*/, `consent: ${consent}`);
  expect(wordGaps(findGaps({ ...complete, note, record }, profile))).toEqual(expected);
});

test.each<[string, string, string, readonly string[]]>([
  ['the day before the 18th birthday', '2008-11-20', '', ['error completeness/guardian']],
  ['on the 18th birthday', '2008-11-19', '', []],
  ['with a guardian who agreed', '2010-05-01', 'guardian: { name: Rosa Berg, consent: 2026-06-01 }\n', []],
  [
    'with a guardian who agreed on the day',
    '2010-05-01',
    'guardian: { name: Rosa Berg, consent: 2026-11-19 }\n',
    [],
  ],
  [
    'with a guardian who agreed later',
    '2010-05-01',
    'guardian: { name: Rosa Berg, consent: 2026-11-20 }\n',
    ['error completeness/guardian'],
  ],
  ['with a guardian alone', '2010-05-01', 'guardian: Rosa Berg\n', ['error completeness/guardian']],
])('a client %s', (_, born, guardian, expected) => {
  const record = complete.record.replace('1990-05-01', born) + guardian;
  expect(wordGaps(findGaps({ ...complete, record }, 'wa-us'))).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ['the next day', 'entered: 2026-11-20', []],
  ['two days later', 'entered: 2026-11-21', ['warning completeness/late-entry']],
  ['two days later and marked', 'entered: 2026-11-21\nlate-entry: true', []],
  ['two days later and marked with words', 'entered: 2026-11-21\nlate-entry: power cut', []],
  [
    'two days later and not marked',
    'entered: 2026-11-21\nlate-entry: no',
    ['warning completeness/late-entry'],
  ],
])('an entry of %s', (_, entered, expected) => {
  const note = complete.note.replace('entered: 2026-11-19', entered);
  expect(wordGaps(findGaps({ ...complete, note }, 'wa-us'))).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ['written, 2026-11-19, breast', 'none', []],
  ['written, 2026-11-19, sensitive areas', 'none', []],
  ['verbal, breast', 'none', ['error completeness/sensitive-consent']],
  ['written, not breast', 'none', ['error completeness/sensitive-consent']],
  ['written, no sensitive areas', 'none', ['error completeness/sensitive-consent']],
  ['written, chest', 'none', ['error completeness/sensitive-consent']],
  ['written', 'breast', []],
  ['written', '[breast, gluteal cleft]', []],
  ['written', 'all', []],
  ['written', 'gluteal cleft', ['error completeness/sensitive-consent']],
  ['written', 'not breast', ['error completeness/sensitive-consent']],
])('breast massage with consent “%s” and “%s” on file', (said, onFile, expected) => {
  const note = complete.note.replace('written, 2026-11-19, breast', said);
  const record = complete.record.replace('sensitive-areas: breast', `sensitive-areas: ${onFile}`);
  expect(wordGaps(findGaps({ ...complete, note, record }, 'wa-us'))).toEqual(expected);
});

test.each(['declined', 'no', 'refused today'])('consent “%s” is none', (said) => {
  const note = without.consent(complete).note.replace('type: follow-up', `type: follow-up\nconsent: ${said}`);
  const record = without.consent(complete).record;
  expect(wordGaps(findGaps({ ...complete, note, record }, 'generic'))).toEqual([
    'warning completeness/consent',
  ]);
});

test('in Texas consent to breast massage stands in each note, elsewhere the record is enough', () => {
  const note = complete.note.replace('written, 2026-11-19, breast', 'written, 2026-11-19');
  expect(wordGaps(findGaps({ ...complete, note }, 'wa-us'))).toEqual([]);
  expect(wordGaps(findGaps({ ...complete, note }, 'tx-us'))).toEqual([
    'error completeness/sensitive-consent',
  ]);
});

test.each<[string, readonly string[]]>([
  [
    'sensitive-areas: breast, areas: [back, breast], techniques: [Swedish massage, manual lymphatic drainage]',
    [],
  ],
  ['sensitive-areas: breast, areas: [breast]', ['warning completeness/consent-scope']],
  ['sensitive-areas: breast, techniques: [Swedish massage]', ['warning completeness/consent-scope']],
])('work is held against a consent of %s', (consent, expected) => {
  const record = complete.record.replace('sensitive-areas: breast', consent);
  expect(wordGaps(findGaps({ ...complete, record }, 'tx-us'))).toEqual(expected);
});

test('a note that says that no session was given is not asked for techniques', () => {
  const note = complete.note.replace(/## Treatment\n[\s\S]*?\n\n/, '## Treatment\n- No massage today\n\n');
  expect(wordGaps(findGaps({ ...complete, note }, 'wa-us'))).toEqual([]);
});

test.each<[string, string]>([
  ['letters', 'S: neck pain, no fever\nO: HT UT\nT: Swedish neck 20 min 2/5\nA: better\nP: weekly\n'],
  ['one line', 'S: neck pain, no fever O: HT UT T: Swedish neck 20 min 2/5 A: better P: weekly\n'],
  [
    'Windows line ends',
    '## Subjective\r\n- neck pain, no fever\r\n\r\n## Treatment\r\n- Swedish: neck, 2/5\r\n\r\n## Assessment\r\n- better\r\n',
  ],
  [
    'sentences',
    '**Subjective**\n\nNeck pain, no fever.\n\n**Treatment**\n\nSwedish massage to the neck, light.\n\n**Assessment**\n\nShe felt better.\n',
  ],
])('a fix fits a note in %s and asks for nothing again', (_, note) => {
  let at: Case = { ...complete, note };
  for (let step = 0; step < 6; step += 1) {
    const finding = findGaps(at, 'on-ca').find(({ fixes }) => fixes.length > 0);
    if (finding === undefined) break;
    const after = fixed(at, finding);
    expect(after.note.length).toBeGreaterThan(at.note.length);
    expect(wordGaps(findGaps(after, 'on-ca'))).not.toContain(`${finding.severity} ${finding.rule}`);
    at = after;
  }
  for (const line of note.split(/\r?\n/)) expect(at.note).toContain(line);
  expect(at.note.includes('\r\n')).toBe(note.includes('\r\n'));
  expect(/[^\r]\n/.test(at.note)).toBe(!note.includes('\r\n'));
});
