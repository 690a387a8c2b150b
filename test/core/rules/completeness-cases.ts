// A note and a record that hold everything, and for each requirement what takes away exactly that.
import {
  applyEdits,
  createWorkspace,
  defaultSettings,
  type Finding,
  type RequirementKind,
} from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';

/** The files of a case, and the day it is. */
export interface Case {
  readonly note: string;
  readonly record: string;
  readonly today: string;
}

const noteUri = 'file:///practice/notes/session.soap.md';
const recordUri = 'file:///practice/ana-berg.client.yaml';

const record = `id: ana-berg
name: Ana Berg
born: 1990-05-01
contact: 555 0100
conditions: none
medications: none
allergies: none known
consent: { signed: 2026-06-01, sensitive-areas: breast }
preferences: { avoid: [feet] }
`;

const note = `---
client: ana-berg
date: 2026-11-19
time: 10:00
therapist: a.rivera
duration: 60 min
type: follow-up
consent: written, 2026-11-19, breast
entered: 2026-11-19
licence: MA60123456
---

## Subjective
- Complaint: low back ache 4/10
- Health update: no change
- Contraindications: none

## Objective
- Palpation: tight lumbar muscles

## Treatment
- Swedish: low back, 20 min, pressure 2/5
- Lymphatic drainage: L breast, 10 min, light
- Rationale: the scar pulls
- Avoided: feet
- Response: 4/10 → 2/10

## Assessment
- Impression: muscular
- Progress: better than last time

## Plan
- Next session: in two weeks
- Home care: pelvic tilts × 10
`;

/** A case in which nothing is missing. */
export const complete: Case = { note, record, today: '2026-11-20' };

/** The same as a first session. */
export const asInitial = (at: Case): Case => ({
  ...at,
  note: at.note.replace('type: follow-up', 'type: initial'),
});

const cut = (text: string, ...lines: readonly string[]): string =>
  lines.reduce((rest, line) => {
    if (!rest.includes(line)) throw new Error(`the text has no “${line}”`);
    return rest.replace(line, '');
  }, text);
const swap = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`the text has no “${from}”`);
  return text.replace(from, to);
};
const inNote =
  (...lines: readonly string[]) =>
  (at: Case): Case => ({ ...at, note: cut(at.note, ...lines) });
const inRecord =
  (...lines: readonly string[]) =>
  (at: Case): Case => ({ ...at, record: cut(at.record, ...lines) });

const breast = ['- Lymphatic drainage: L breast, 10 min, light\n', '- Rationale: the scar pulls\n'];

/** Takes away what a requirement asks for, and nothing else. */
export const without: Readonly<Record<RequirementKind, (at: Case) => Case>> = {
  client: inNote('client: ana-berg\n'),
  'client-record': inRecord('name: Ana Berg\n'),
  contact: inRecord('contact: 555 0100\n'),
  born: inRecord('born: 1990-05-01\n'),
  guardian: (at) => ({ ...at, record: swap(at.record, '1990-05-01', '2010-05-01') }),
  date: inNote('date: 2026-11-19\n'),
  'start-time': inNote('time: 10:00\n'),
  duration: inNote('duration: 60 min\n'),
  therapist: inNote('therapist: a.rivera\n'),
  licence: inNote('licence: MA60123456\n'),
  'entry-date': inNote('entered: 2026-11-19\n'),
  'late-entry': (at) => ({ ...at, note: swap(at.note, 'entered: 2026-11-19', 'entered: 2026-11-22') }),
  signature: (at) => ({ ...at, today: '2026-11-25' }),
  reason: (at) => ({
    ...at,
    note: swap(cut(at.note, '- Complaint: low back ache 4/10\n'), 'no change', 'asthma, no change'),
  }),
  'health-update': inNote('- Health update: no change\n'),
  'pre-existing-conditions': inRecord('conditions: none\n'),
  contraindications: inNote('- Contraindications: none\n', '- Avoided: feet\n'),
  medications: inRecord('medications: none\n'),
  allergies: inRecord('allergies: none known\n'),
  objective: inNote('## Objective\n- Palpation: tight lumbar muscles\n\n'),
  'outcome-measure': (at) => ({
    ...at,
    note: swap(swap(at.note, 'ache 4/10', 'ache'), '4/10 → 2/10', 'softer'),
  }),
  techniques: (at) => ({
    ...at,
    note: swap(
      cut(at.note, ...breast),
      '- Swedish: low back, 20 min, pressure 2/5\n',
      '- Areas treated: low back\n- Pressure: 2/5\n',
    ),
  }),
  'areas-treated': (at) => ({
    ...at,
    note: swap(cut(at.note, ...breast, '- Avoided: feet\n'), 'Swedish: low back, 20', 'Swedish: 20'),
  }),
  'areas-avoided': (at) => ({
    ...at,
    note: cut(at.note, '- Avoided: feet\n'),
    record: cut(at.record, 'preferences: { avoid: [feet] }\n'),
  }),
  pressure: (at) => ({
    ...at,
    note: swap(swap(at.note, ', pressure 2/5', ''), '10 min, light', '10 min'),
  }),
  response: inNote('- Response: 4/10 → 2/10\n', '- Progress: better than last time\n'),
  change: (at) => ({
    ...at,
    note: swap(
      cut(at.note, '- Progress: better than last time\n'),
      'Health update: no change',
      'Medications: none',
    ),
  }),
  assessment: inNote('## Assessment\n- Impression: muscular\n- Progress: better than last time\n\n'),
  plan: inNote('- Next session: in two weeks\n'),
  'home-care': inNote('- Home care: pelvic tilts × 10\n'),
  consent: (at) => ({
    ...at,
    note: swap(cut(at.note, ...breast), 'consent: written, 2026-11-19, breast\n', ''),
    record: cut(at.record, 'consent: { signed: 2026-06-01, sensitive-areas: breast }\n'),
  }),
  'session-consent': inNote('consent: written, 2026-11-19, breast\n'),
  'sensitive-consent': (at) => ({
    ...at,
    note: swap(at.note, 'written, 2026-11-19, breast', 'written, 2026-11-19'),
    record: swap(at.record, 'sensitive-areas: breast', 'sensitive-areas: none'),
  }),
  'sensitive-rationale': inNote('- Rationale: the scar pulls\n'),
  'consent-scope': (at) => ({
    ...at,
    record: swap(at.record, 'sensitive-areas: breast', 'sensitive-areas: breast, areas: [breast]'),
  }),
};

/** What completeness finds in the note and the record of a case under a profile; `undefined` leaves the profile to nobody. */
export function findGaps(at: Case, profile: string | undefined): readonly Finding[] {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: at.today });
  if (profile !== undefined) workspace.set('file:///practice/practice.yaml', `profile: ${profile}\n`);
  workspace.set(recordUri, at.record);
  workspace.set(noteUri, at.note);
  return [noteUri, recordUri]
    .flatMap((uri) => workspace.view(uri)?.findings ?? [])
    .filter(({ rule }) => /^(?:completeness|internal)\//.test(rule));
}

/** A finding as `severity rule`. */
export const wordGaps = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ severity, rule }) => `${severity} ${rule}`);

/** The case after the finding's first fix. */
export function fixed(at: Case, finding: Finding | undefined): Case {
  const edits = finding?.fixes[0]?.edits ?? [];
  const after = (uri: string, text: string): string =>
    applyEdits(text, edits.find((entry) => entry.uri === uri)?.edits ?? []);
  return { ...at, note: after(noteUri, at.note), record: after(recordUri, at.record) };
}
