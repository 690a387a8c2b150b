// What is kept of a client's earlier notes changes nothing: each note is judged as by somebody who has just read them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorkspace, defaultSettings, type Workspace } from '../../../server/src/core/index';
import { loadKnowledge } from '../../support/knowledge';
import { runs } from '../../support/runs';

const today = '2026-11-20';
const folder = 'file:///practice/clients/x-1';

const line = (...lines: readonly string[]) => fc.constantFrom(...lines);
const visit = fc
  .record({
    subjective: line(
      '- Pain: 6/10 R shoulder',
      '- Pain: 6/10 L calf, swelling',
      '- Pain 5/10 neck, NDI 24/50',
      '- Complaint: sciatica, takes warfarin',
      '- DVT L calf since last month',
      '- No DVT. Stopped warfarin',
      '- Goals: run 5 km in 3 weeks',
      '- Medications: none, healthy',
    ),
    objective: line('- ROM: lumbar flexion 45/60°', '- Reassessment: flexion 55°', '- Palpation: HT L UT'),
    treatment: line(
      '- Deep tissue: L calf, 20 min',
      '- Swedish: back, prone, 30 min',
      '- Kneading: R shoulder',
    ),
    assessment: line(
      '- Same pattern of lumbar tension after long days of sitting at work',
      '- Goals met',
      '- L shoulder better',
    ),
    plan: line(
      '- Frequency: weekly for 4 weeks, then reassess',
      '- Ask for clearance from Dr Chen before deep work',
      '- Clearance arrived',
      '- Next session: 2026-09-20',
    ),
    gap: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ gap, ...sections }) => ({
    gap,
    text: Object.entries(sections)
      .map(([name, words]) => `## ${name}\n${words}\n`)
      .join('\n'),
  }));

const record = line(
  '',
  'id: x-1\nconditions:\n  - name: osteoporosis\nallergies: [nut oils]\n',
  'id: x-1\nconditions:\n  - { name: DVT, since: 2026-02, until: 2026-05-01 }\nmedications:\n  - name: warfarin\n',
);

const client = fc.record({ record, visits: fc.array(visit, { minLength: 2, maxLength: 7 }) }).map((one) => {
  let day = Date.parse('2026-01-05');
  return {
    record: one.record,
    notes: one.visits.map(({ gap, text }, index): readonly [uri: string, text: string] => {
      day += gap * 86_400_000;
      const date = new Date(day).toISOString().slice(0, 10);
      return [`${folder}/${date}-${index}.soap.md`, `---\nclient: x-1\ndate: ${date}\n---\n\n${text}`];
    }),
  };
});

function open(record: string, notes: readonly (readonly [uri: string, text: string])[]): Workspace {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today });
  if (record !== '') workspace.set(`${folder}/client.yaml`, record);
  for (const [uri, text] of notes) workspace.set(uri, text);
  return workspace;
}

const judge = (workspace: Workspace, uri: string) => JSON.stringify(workspace.view(uri)?.findings);

test('notes that are judged one after the other are judged as each alone with those before it', () => {
  fc.assert(
    fc.property(client, fc.boolean(), ({ record: file, notes }, isReversed) => {
      const all = open(file, notes);
      for (const [uri] of isReversed ? [...notes].reverse() : notes)
        expect(judge(all, uri)).toBe(judge(open(file, notes), uri));
    }),
    { numRuns: runs(16), seed: 20261120 },
  );
});

test('a note that changes changes what is said of those behind it', () => {
  fc.assert(
    fc.property(client, visit, fc.nat(), ({ record: file, notes }, { text }, at) => {
      const all = open(file, notes);
      for (const [uri] of notes) judge(all, uri);
      const changed = notes.map(([uri, before], index): readonly [string, string] => [
        uri,
        index === at % notes.length ? `${before.slice(0, before.indexOf('\n\n'))}\n\n${text}` : before,
      ]);
      for (const [uri, words] of changed) all.set(uri, words);
      for (const [uri] of changed) expect(judge(all, uri)).toBe(judge(open(file, changed), uri));
    }),
    { numRuns: runs(16), seed: 20261120 },
  );
});
