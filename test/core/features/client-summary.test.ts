// One client over all sessions: what holds, how it went, what was decided, what changed.
import { describe, expect, test } from 'vitest';
import {
  type ClientOverview,
  createWorkspace,
  defaultSettings,
  listChanges,
  summarizeClient,
} from '../../../server/src/core';
import { exampleDay, loadExamples } from '../../support/examples';
import { viewFixture } from '../../support/findings';
import { loadKnowledge } from '../../support/knowledge';

const { workspace } = loadExamples();

function overviewOf(id: string, today = exampleDay): ClientOverview {
  const client = workspace.clients().find((one) => one.id === id);
  const overview = client && summarizeClient(client, workspace.view, today);
  if (overview === undefined) throw new Error('no such client');
  return overview;
}

describe('the overview of an example client', () => {
  const maria = overviewOf('maria-lopez');

  test('says what holds, what needs care most first, with its place and its rules', () => {
    expect(maria.conditions[0]).toMatchObject({
      id: 'deep-vein-thrombosis',
      places: [{ id: 'calf', side: 'left', name: 'left calf' }],
      since: '2026-10-28',
      standing: 'recorded',
      severity: 'moderate',
    });
    expect(maria.conditions[0]?.alerts.map(({ level }) => level)).toContain('absolute');
    expect(maria.medications).toMatchObject([
      { id: 'rivaroxaban', dose: '20 mg daily', since: '2026-10-29', group: 'Anticoagulants' },
    ]);
    expect([maria.allergies, maria.avoid]).toEqual([['nut oils'], ['feet']]);
  });

  test('shows how it went', () => {
    expect(maria.trends.pain.map(({ before, after }) => [before, after])).toEqual([
      [6, 4],
      [5, 3],
      [4, 2],
      [3, 2],
      [4, undefined],
      [6, 3],
    ]);
    expect(maria.trends.motions).toMatchObject([
      { id: 'motion/low-back/flexion', name: 'Low back flexion', outOf: 60, better: 'higher' },
    ]);
    expect(maria.trends.motions[0]?.values.map(({ value }) => value)).toEqual([50, 45, 50, 45]);
  });

  test('lists sessions newest first, and the plan of the newest note', () => {
    expect(maria.visits.map(({ date }) => date)).toEqual([
      '2026-11-20',
      '2026-11-06',
      '2026-10-23',
      '2026-10-09',
      '2026-09-04',
      '2026-03-06',
    ]);
    expect(maria.visits[0]).toMatchObject({
      painBefore: 6,
      painAfter: 3,
      therapist: 'j.tremblay',
      signed: false,
    });
    expect(maria.plan).toMatchObject({
      frequency: 'weekly for 4 weeks, then reassess',
      until: '2026-12-20',
      notedOn: '2026-11-20',
    });
  });

  test('says what the last visit brought', () => {
    expect(maria.lastVisit.since).toBe('2026-11-06');
    expect(maria.lastVisit.changes.map(({ text, direction }) => [text, direction])).toEqual([
      ['The client told: started Xarelto 3 wks ago after DVT L calf; no fever', undefined],
      ['Pain 6/10, was 4/10', 'worse'],
    ]);
  });

  test('knows of clearances whether they hold', () => {
    const states = (today: string) => overviewOf('ruth-adeyemi', today).clearances.map(({ state }) => state);
    expect(states('2026-11-23')).toEqual(['in force', 'in force']);
    expect(states('2027-01-01')).toEqual(['ended', 'ended']);
  });
});

test('a client with a record and no note has an overview, one with neither has none', () => {
  const own = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: exampleDay });
  own.set('file:///p/clients/ana-diaz/client.yaml', 'id: ana-diaz\nconditions: [hypertension]\n');
  const [client] = own.clients();
  expect(client && summarizeClient(client, own.view, exampleDay)).toMatchObject({
    id: 'ana-diaz',
    conditions: [{ id: 'hypertension' }],
    visits: [],
    lastVisit: { since: undefined, changes: [] },
  });
  own.remove('file:///p/clients/ana-diaz/client.yaml');
  expect(own.clients()).toEqual([]);
});

test('the ledger holds the overrides of this client alone', () => {
  const own = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: exampleDay });
  for (const id of ['ana', 'ben'])
    own.set(
      `file:///p/clients/${id}/client.yaml`,
      `id: ${id}\noverrides: [{rule: dvt-deep-absolute, reason: will-monitor}]\n`,
    );
  const ledgers = own.clients().map((client) => summarizeClient(client, own.view, exampleDay)?.ledger);
  expect(ledgers).toMatchObject([[{ client: 'ana', state: 'unused' }], [{ client: 'ben' }]]);
});

test('a client whose documents stay the same is the same object', () => {
  const own = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: exampleDay });
  const note = (id: string): string => `file:///p/clients/${id}/2026-11-10.soap.md`;
  own.set(note('ana'), 'S: pain 5/10\n');
  own.set(note('ben'), 'S: pain 5/10\n');
  const [ana, ben] = own.clients();
  own.set(note('ben'), 'S: pain 3/10\n');
  expect(own.clientOf(note('ana'))).toBe(ana);
  expect(own.clientOf(note('ben'))).not.toBe(ben);
});

const then = `-- clients/ana/client.yaml --
id: ana
conditions: [{name: DVT, region: calf, side: left, since: 2026-11-12}]
clearances: [{for: DVT, by: Dr. Osei, on: 2026-11-18}]
-- clients/ana/2026-11-06.soap.md --
## Subjective
- Complaint: neck pain 6/10; takes ibuprofen
## Objective
- ROM: neck rotation R 50°
- NDI 22/50
`;

test('changes since the last visit: facts, clearances and values, each with its direction', () => {
  const view = viewFixture(`${then}-- clients/ana/2026-11-20.soap.md --
## Subjective
- Complaint: neck pain 3/10; stopped ibuprofen
## Objective
- ROM: neck rotation R 45°
- NDI 12/50
`);
  expect(listChanges(view).changes.map(({ text, direction }) => `${direction ?? ''}${text}`)).toEqual([
    'New: deep vein thrombosis',
    'No longer current: ibuprofen (non-steroidal anti-inflammatories)',
    'New: clearance for DVT by Dr. Osei',
    'betterPain 3/10, was 6/10',
    'worseRight neck rotation 45°, was 50°',
    'betterNeck Disability Index 12/50, was 22/50',
  ]);
});
