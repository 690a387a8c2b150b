// Notes of several kinds that the property tests start from: the full form, terse, prose, and pasted from elsewhere.

export const fullNote = `---
client: maria-lopez
date: 2026-11-20 14:00
therapist: a.rivera
duration: 60 min
type: follow-up            # initial | follow-up | wellness | discharge
conditions: [DVT, { name: hypertension, since: 2019 }]
---

## Subjective
- Complaint: low back pain, L > R, 6/10 at worst, worse with sitting
- Health update: started Xarelto 2 wks ago after DVT L calf;
  no fever
### Family history
- mother: stroke

## Objective
- ROM: lumbar flexion 45/60°
- Palpation:
  - HT L QL
  - TrP R UT

## Treatment
- Swedish (effleurage, petrissage): back, bilateral, 20 min, light
- Avoided: L leg

## Assessment
- Improving: sitting tolerance 45 → 70 min

## Plan
- Frequency: weekly for 4 weeks, then reassess

## Addendum 2026-11-22, a.rivera: client called
DVT confirmed
`;

const terse = `S: c/o neck pain 6/10 x 3 wks
no DVT
O: HT B/L UT, T 36.8
T: deep tissue L UT 15 min
P: weekly
`;

const pasted =
  'SUBJECTIVE\r\n\r\nClient is a 54 yo teacher.\r\nPMH:\r\n\u2022 HTN\r\n\u2022 DVT 2019\r\n\r\nMEDICATIONS\r\n\u2022\tlisinopril\r\n\r\nOBJECTIVE\r\n1. ROM: limited\r\n2. Palp:\u00a0tender\r\n\r\nPLAN\r\nReturn in 2 wks\r\n';

const prose = `Client came in with **low back pain**. She sat for long periods
and rates it 4/10 today.

**Treatment:** Swedish massage to the back, then
trigger point work. Response: better.

Plan - return next week
`;

export const noteSamples = [fullNote, terse, pasted, prose];

export const clientSample = `id: maria-lopez
name: Maria Lopez
born: 1984-03-12
conditions:
  - name: DVT
    region: calf
    side: left
    since: 2026-10-28          # a date
    status: active
  - "hypertension"
medications: [Xarelto, { name: metoprolol, since: '2024' }]
surgeries: [{ name: knee replacement, region: knee, side: right, on: 2025-02-11 }]
allergies: none known
pregnancy: { due: 2027-04-02 }
clearances:
  - for: DVT
    by: Dr. Osei
    on: 2026-12-01
    allows: [effleurage, light pressure]
consent: { signed: 2026-01-05, expires: 2027-01-05, sensitive-areas: none }
preferences: { pressure: 3/5, avoid: [feet] }
notes: |
  Two lines
  of text
`;
