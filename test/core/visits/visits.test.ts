// Checks across visits: histories give exactly these findings, and near misses give none.
import { expect, test } from 'vitest';
import { applyEdits, createWorkspace, defaultSettings } from '../../../server/src/core';
import { unitsFor } from '../../../server/src/core/rules/checks/billing-units';
import { testHistories } from '../../support/histories';
import { loadKnowledge } from '../../support/knowledge';

testHistories(import.meta.dirname, /^(?:visits|internal)\/|^record\/contradiction$/);

// The table of the 8-minute rule: 8–22 minutes are one unit, 23–37 two, 38–52 three, 53–67 four, 68–82 five.
test.each([
  [7, 0],
  [8, 1],
  [22, 1],
  [23, 2],
  [37, 2],
  [38, 3],
  [52, 3],
  [53, 4],
  [82, 5],
])('%i minutes are %i units', (minutes, units) => expect(unitsFor(minutes)).toBe(units));

test('a reassessment that is due can be begun, once', () => {
  const uri = 'file:///p/clients/ana/2026-11-20.soap.md';
  const open = (text: string) => {
    const workspace = createWorkspace({
      kb: loadKnowledge(),
      settings: defaultSettings,
      today: '2026-11-20',
    });
    workspace.set(
      'file:///p/clients/ana/2026-09-01.soap.md',
      '---\nclient: ana\ndate: 2026-09-01\n---\n## Plan\n- Weekly for 4 weeks, then reassess\n',
    );
    workspace.set(uri, text);
    return workspace.view(uri)?.findings.find(({ rule }) => rule === 'visits/reassessment-due');
  };
  const text = '---\nclient: ana\ndate: 2026-11-20\n---\n## Objective\n- Tone: high\n\n## Plan\n- weekly\n';
  const [fix] = open(text)?.fixes ?? [];
  const after = applyEdits(text, fix?.edits[0]?.edits ?? []);
  expect(after).toBe(text.replace('- Tone: high\n', '- Tone: high\n- Reassessment: \n'));
  // A label alone is no reassessment; it is asked for still, and not added again.
  expect(open(after)?.fixes).toEqual([]);
  expect(open(after.replace('Reassessment: ', 'Reassessment: abduction 150°'))).toBeUndefined();
});
