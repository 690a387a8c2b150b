// Who is due on a day, client by client, and what is left alone.
import { describe, expect, test } from 'vitest';
import { createWorkspace, defaultSettings, listDue } from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';

const kb = loadKnowledge();

interface Practice {
  readonly practice?: string;
  readonly record?: string;
  /** Notes by day, without front matter, or with. */
  readonly notes: Readonly<Record<string, string>>;
}

/** What is due on 2026-11-23, as `kind day`. */
function dueOf({ practice, record, notes }: Practice, day = '2026-11-23'): readonly string[] {
  const workspace = createWorkspace({ kb, settings: defaultSettings, today: day });
  workspace.set('file:///p/practice.yaml', practice ?? 'name: P\n');
  if (record !== undefined) workspace.set('file:///p/clients/ana/client.yaml', record);
  for (const [date, text] of Object.entries(notes))
    workspace.set(`file:///p/clients/ana/${date}.soap.md`, text);
  return listDue(workspace, { day, kb, settings: defaultSettings }).map(({ kind, due }) => `${kind} ${due}`);
}

const plan = (words: string): string => `## Subjective\n- Complaint: neck pain 4/10\n\n## Plan\n${words}\n`;
const signed = `---\nsigned: { by: a.rivera, at: "2026-10-01T10:00:00Z", hash: "sha256:${'0'.repeat(64)}" }\n---\n`;

describe('what is due', () => {
  test.each<[string, Practice, readonly string[]]>([
    ['nothing without a plan', { notes: { '2026-11-20': plan('') } }, []],
    [
      'a session that was planned for the day',
      { notes: { '2026-11-16': plan('- Next session: 2026-11-23, neck') } },
      ['follow-up 2026-11-23'],
    ],
    [
      'a session that was planned and has no note',
      { notes: { '2026-11-09': plan('- Next session: 2026-11-16') } },
      ['missing-note 2026-11-16'],
    ],
    [
      'nothing of the kind once there is one',
      { notes: { '2026-11-09': plan('- Next session: 2026-11-16'), '2026-11-16': plan('') } },
      [],
    ],
    [
      'a session in so many weeks',
      { notes: { '2026-11-09': plan('- Next session: in 2 weeks') } },
      ['follow-up 2026-11-23'],
    ],
    [
      'a visit by the rhythm that was planned',
      { notes: { '2026-11-09': plan('- Frequency: weekly') } },
      ['follow-up 2026-11-16'],
    ],
    ['no visit that is still to come', { notes: { '2026-11-09': plan('- Frequency: monthly') } }, []],
    ['nobody who comes when needed', { notes: { '2026-10-09': plan('- Frequency: PRN') } }, []],
    ['nobody who stayed away for months', { notes: { '2026-06-09': plan('- Frequency: weekly') } }, []],
    [
      'nobody who was discharged',
      { notes: { '2026-11-09': `---\ntype: discharge\n---\n${plan('- Frequency: weekly')}` } },
      [],
    ],
    [
      'a reassessment, even if the plan was copied on',
      {
        notes: {
          '2026-10-05': plan('- Frequency: weekly for 4 weeks, then reassess'),
          '2026-11-18': plan('- Frequency: weekly for 4 weeks, then reassess'),
        },
      },
      ['reassessment 2026-11-02'],
    ],
    [
      'no reassessment that a note speaks of',
      {
        notes: {
          '2026-10-05': plan('- Frequency: weekly for 4 weeks, then reassess'),
          '2026-11-18': '## Assessment\n- Reassessed: neck rotation full\n',
        },
      },
      [],
    ],
    [
      'a consent that ends soon',
      { record: 'id: ana\nconsent: {expires: 2026-12-10}\n', notes: { '2026-11-20': plan('') } },
      ['consent 2026-12-10'],
    ],
    [
      'a consent that has ended, as soon as the practice wants to know',
      {
        practice: 'name: P\nchecks: {consent-days: 5}\n',
        record: 'id: ana\nconsent: {expires: 2026-11-10}\n',
        notes: { '2026-11-20': plan('') },
      },
      ['consent 2026-11-10'],
    ],
    [
      'no consent of somebody who has not come for a year',
      { record: 'id: ana\nconsent: {expires: 2025-11-10}\n', notes: { '2025-11-09': plan('') } },
      [],
    ],
    [
      'notes to sign, from the first signed one of the practice on',
      { notes: { '2026-09-20': plan(''), '2026-10-01': signed + plan(''), '2026-10-08': plan('') } },
      ['unsigned 2026-10-08'],
    ],
    [
      'all notes of the last year where the profile asks for a signature',
      {
        practice: 'name: P\nprofile: wa-us\n',
        notes: { '2025-09-20': plan(''), '2026-10-01': plan(''), '2026-10-08': signed + plan('') },
      },
      ['unsigned 2026-10-01'],
    ],
    [
      'nothing of a day that is still to come',
      { notes: { '2026-11-30': plan('- Next session: 2026-12-07') } },
      [],
    ],
  ])('%s', (_, practice, expected) => {
    expect(dueOf(practice)).toEqual(expected);
  });

  test('a message says no word of a note', () => {
    const workspace = createWorkspace({ kb, settings: defaultSettings, today: '2026-11-23' });
    workspace.set('file:///p/clients/ana/2026-11-09.soap.md', plan('- Next session: 2026-11-16, SECRET'));
    const items = listDue(workspace, { day: '2026-11-23', kb, settings: defaultSettings });
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain('SECRET');
  });
});
