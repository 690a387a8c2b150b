// What is flagged and what is not, note by note. `^^^ id` names the finding on the line above; nothing else may arise.
import { describe, expect, test } from 'vitest';
import { checkFindings, viewFixture } from '../../support/findings';

const dvt = 'contraindication/dvt-deep-absolute';

describe('a clot in the calf', () => {
  test('said in the note', () =>
    checkFindings(`
S: DVT L calf, dx 10/28
T: Deep tissue: L calf
   ^^^^^^^^^^^ ${dvt}
`));

  test('in the front matter of a note that stands alone', () =>
    checkFindings(`
---
conditions: [DVT]
---
Treatment:
- Deep tissue: L calf
  ^^^^^^^^^^^ ${dvt}
`));

  test.each([
    'no DVT',
    'mother had DVT',
    'DVT ruled out',
    'denies DVT',
    'DVT: none',
    'no hx of DVT',
    'if DVT, refer',
    'watch for signs of DVT',
    'her husband has a DVT',
  ])('%s raises nothing', (text) =>
    checkFindings(`
S: ${text}
T: Deep tissue: L calf
`),
  );

  test('long over: a precaution, no alarm', () => {
    const view = viewFixture('S: DVT L calf 2015, resolved\nT: Deep tissue: L calf\n');
    expect(
      view.findings
        .filter((finding) => finding.rule.startsWith('contraindication/'))
        .map((finding) => finding.severity),
    ).toEqual(['information']);
  });

  test('suspected: a warning, not an error', () => {
    const view = viewFixture('S: ?DVT L calf\nT: Deep tissue: L calf\n');
    expect(
      view.findings.filter((finding) => finding.rule === dvt).map((finding) => finding.severity),
    ).toEqual(['warning']);
  });

  test('the record is shown as the reason', () => {
    const view = viewFixture(`
-- clients/maria/client.yaml --
id: maria
conditions:
  - name: DVT
    region: calf
    side: left
    since: 2026-10-28
-- clients/maria/2026-11-20.soap.md --
---
client: maria
date: 2026-11-20
---
## Treatment
- Deep tissue: L calf
`);
    const [finding] = view.findings.filter((candidate) => candidate.rule === dvt);
    expect(finding?.severity).toBe('error');
    expect(finding?.because[0]).toEqual({
      at: { uri: 'file:///practice/clients/maria/client.yaml', span: { start: 32, end: 35 } },
      text: 'Client record: deep vein thrombosis, left calf, since 2026-10-28 (3 weeks)',
    });
    expect(finding?.fixes.map((fix) => fix.title)).toContain('Write as avoided (not done)');
  });

  test('speaks once for the session, at the line nearest to the clot', () =>
    checkFindings(`
S: DVT L calf
T:
- Swedish: back, 20 min
- Effleurage: L calf, 5 min
  ^^^^^^^^^^ ${dvt}
- Petrissage: R arm
`));
});

describe('what was not done is not flagged', () => {
  test.each([
    'Avoided: deep tissue L calf',
    'No deep tissue today',
    'Deep tissue L calf contraindicated, not performed',
    'Declined deep tissue',
    'Deep tissue: declined',
  ])('%s', (line) =>
    checkFindings(`
S: on warfarin
T: ${line}
`),
  );
});

describe('place and side', () => {
  test('a wound on the other arm', () =>
    checkFindings(`
S: open wound R forearm
T: petrissage L forearm, 5 min
`));
  test('a wound under the hands', () =>
    checkFindings(`
S: open wound R forearm
T: petrissage R forearm, 5 min
   ^^^^^^^^^^ contraindication/open-wound-local
`));
});

describe('pressure', () => {
  test('deep on a blood thinner', () =>
    checkFindings(`
S: takes Eliquis
T: Deep tissue: B UT, 10 min
   ^^^^^^^^^^^ contraindication/anticoagulant-depth
`));
  test('a stated light pressure overrides the usual depth', () => {
    const view = viewFixture('S: takes Eliquis\nT: Deep tissue: B UT, 10 min, pressure 2/5\n');
    expect(view.findings.map((finding) => finding.rule)).not.toContain(
      'contraindication/anticoagulant-depth',
    );
  });
});

describe('clearance', () => {
  const note = (date: string): string => `
-- clients/maria/client.yaml --
id: maria
conditions: [{ name: DVT, region: calf, side: left, since: 2026-06-01 }]
clearances:
  - for: DVT
    by: Dr. Osei
    on: 2026-08-01
    until: 2026-09-30
    allows: [effleurage]
-- clients/maria/${date}.soap.md --
---
client: maria
date: ${date}
---
## Treatment
- Effleurage: back
`;
  const rules = (date: string): readonly string[] =>
    viewFixture(note(date)).findings.map((finding) => finding.rule);
  test('holds to its last day', () => expect(rules('2026-09-30')).not.toContain(dvt));
  test('and not a day longer', () => expect(rules('2026-10-01')).toContain(dvt));
  test('nor before it was given', () => expect(rules('2026-07-31')).toContain(dvt));
});

describe('override', () => {
  const overridden = (override: string): readonly string[] =>
    viewFixture(`---\noverrides:\n${override}\n---\nS: takes Eliquis\nT: Deep tissue: B UT, 10 min\n`)
      .findings.filter((finding) => finding.rule === 'contraindication/anticoagulant-depth')
      .map((finding) => finding.severity);
  test('with reason and words it becomes information', () =>
    expect(
      overridden('  - rule: anticoagulant-depth\n    reason: will-monitor\n    note: INR 2.1 this morning'),
    ).toEqual(['information']));
  test('an absolute rule asks for words', () =>
    expect(overridden('  - rule: anticoagulant-depth\n    reason: will-monitor')).toEqual(['error']));
});

test('messages fit on a line', () => {
  const view = viewFixture(
    'S: DVT L calf, on warfarin, pregnant 20 wks, RA flare, fever 39 C\nT: Deep tissue, cupping, hot stone: L calf, back, neck\n',
  );
  for (const finding of view.findings) expect(finding.message.length).toBeLessThanOrEqual(140);
});

test('a signed note gets no fix that would change it', () => {
  const fixes = (key: string): number =>
    viewFixture(
      `---\nclient: maria\n${key}: { by: a.rivera }\n---\nS: DVT L calf\nT: Deep tissue: L calf\n`,
    ).findings.filter((finding) => finding.rule === dvt && finding.fixes.length > 0).length;
  expect([fixes('note'), fixes('signed')]).toEqual([1, 0]);
});

test('at one place the finding that asks to refer stands first', () => {
  const view = viewFixture('S: DVT L calf dx 10/28, on Xarelto\nT: Deep tissue: L calf\n');
  const at = view.findings
    .filter((finding) => finding.severity === 'error')
    .map((finding) => finding.message);
  expect(at.length).toBeGreaterThan(1);
  expect(at[0]).toContain('refer now');
});
