// A new note after the last one: what goes on is there, what was found then is not.
import { describe, expect, test } from 'vitest';
import { copyForward, listLastVisitHints, type NewSession, parseNote } from '../../../server/src/core';
import { viewFixture } from '../../support/findings';

const session: NewSession = { client: 'maria', date: '2026-11-20', time: '14:00', therapist: 'a.rivera' };

const last = `-- clients/maria/client.yaml --
id: maria
-- clients/maria/2026-11-06.soap.md --
---
client: maria
date: 2026-11-06 14:00
therapist: j.tremblay
duration: 60 min
type: initial
consent: written, 2026-11-06
---

## Subjective
- Complaint: low back pain, L > R, 6/10 at worst, worse with sitting; L calf stiff
- Onset: 8 wks ago
- Health update: no fever, started Xarelto
- Goal: sit 2 h without pain

## Objective
- Posture: anterior pelvic tilt
- ROM: lumbar flexion 45/60°
- Palpation: HT L QL

## Treatment
- Deep tissue: L QL, 15 min, pressure 3/5
- Response: pain 6/10 → 3/10

## Assessment
- Improving

## Plan
- Frequency: weekly for 4 weeks, then reassess
- Next session: repeat, add hip work
- Home care: walking 20 min/day
`;

test('goals, plan and the place of the complaint go on; scores, findings and work do not', () => {
  const { text, cursor } = copyForward(viewFixture(last), session);
  expect(text).toBe(`---
client: maria
date: 2026-11-20 14:00
therapist: a.rivera
duration: 60 min
type: follow-up
consent: 
---

## Subjective
- Complaint: low back pain, L > R, 
- Health update: 
- Goal: sit 2 h without pain

## Objective
- Palpation: 
- ROM: 
- Posture: 

## Treatment
- 
- Response: 

## Assessment
- 

## Plan
- Frequency: weekly for 4 weeks, then reassess
- Next session: 
- Home care: walking 20 min/day
`);
  expect(text.slice(0, cursor).endsWith('- Complaint: low back pain, L > R, ')).toBe(true);
  expect(parseNote(text).problems).toEqual([]);
});

test('where there is no client file, the conditions of the last note go on as they were written', () => {
  const view = viewFixture(`---
client: maria
date: 2026-11-06
conditions:
  - name: DVT # since the flight
    side: left
medications: [Xarelto]
overrides: [{ rule: heat-general, reason: will-monitor }]
---
S: back pain
`);
  const { text } = copyForward(view, session);
  expect(text).toContain(
    'conditions:\n  - name: DVT # since the flight\n    side: left\nmedications: [Xarelto]\n---',
  );
  expect(text).not.toContain('overrides');
});

test('a note in letters gives the same form', () => {
  const { text } = copyForward(viewFixture('S: headache\nO: HT UT\nP: 2 wks\n'), session);
  expect(parseNote(text).value.sections.map(({ id }) => id)).toEqual([
    'subjective',
    'objective',
    'treatment',
    'assessment',
    'plan',
  ]);
  expect(text).not.toContain('HT UT');
});

test('each complaint, and goals and home care that stand in lists, go on too', () => {
  const { text } = copyForward(
    viewFixture(`-- clients/maria/2026-11-06.soap.md --
---
client: maria
date: 2026-11-06 14:00
---
## Subjective
- Complaint: neck pain R, 6/10, since 3 wks
- Complaint: low back pain 4/10, sharp when bending
- Goals:
  - sit 2 h by March
  - sleep through in 4 visits
## Objective
- ROM: lumbar flexion 45/60
- ROM: neck rotation 60
## Plan
- HEP:
  - chin tucks 10 x 2
`),
    session,
  );
  expect(text).toContain(
    '- Complaint: neck pain R, \n- Complaint: low back pain, \n- Health update: \n- Goals:\n  - sit 2 h by March\n  - sleep through in 4 visits\n',
  );
  expect(text).toContain('- HEP:\n  - chin tucks 10 x 2\n');
  expect(text.match(/ROM/g)).toHaveLength(1);
  expect(parseNote(text).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('what stood at the last visit', () => {
  const today = (note: string) =>
    viewFixture(`${last}-- clients/maria/2026-11-20.soap.md --
---
client: maria
date: 2026-11-20
---
${note}`);

  test('is shown behind labels that are still blank', () => {
    const view = today('## Objective\n- ROM: \n- Palpation: HT L QL\n\n## Plan\n- Next session:\n');
    expect(listLastVisitHints(view).map(({ text }) => text)).toEqual([
      '2026-11-06: lumbar flexion 45/60°',
      '2026-11-06: repeat, add hip work',
    ]);
  });

  test('is not shown in another section, or in the first note', () => {
    expect(listLastVisitHints(today('## Treatment\n- Frequency: \n'))).toEqual([]);
    expect(listLastVisitHints(viewFixture(last))).toEqual([]);
  });
});
