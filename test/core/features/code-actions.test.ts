// The fixes that are offered at a place: each once, and named so that two findings can be told apart.
import { expect, test } from 'vitest';
import { applyEdits, listActions } from '../../../server/src/core';
import { viewFixture } from '../../support/findings';

test('two findings of one technique offer the same change once, and their own answers by name', () => {
  const view = viewFixture(`
-- clients/maria/client.yaml --
id: maria
conditions: [{ name: DVT, region: calf, side: left, since: 2026-10-28 }]
medications: [Xarelto]
-- clients/maria/2026-11-20.soap.md --
---
client: maria
date: 2026-11-20
---
## Treatment
- Deep tissue: L calf
`);
  const at = view.file.text.indexOf('Deep tissue');
  const titles = listActions(view, { start: at, end: at }).map(({ fix }) => fix.title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).toContain('Write as avoided (not done)');
  expect(titles).toContain('Override in this note, with a reason: deep vein thrombosis');
  expect(titles).toContain('Override in this note, with a reason: rivaroxaban (anticoagulants)');
});

test('what the file calls active although its time is over can be recorded as resolved', () => {
  const view = viewFixture(`
-- clients/maria/client.yaml --
conditions: [{ name: DVT, region: calf, side: left, since: 2025-03-01, status: active }] # told in March
-- clients/maria/2026-11-20.soap.md --
---
client: maria
date: 2026-11-20
---
## Treatment
- Deep tissue: L calf
`);
  const at = view.file.text.indexOf('Deep tissue');
  const fix = listActions(view, { start: at, end: at }).find(({ fix: { title } }) =>
    title.startsWith('Record as over'),
  );
  const edits = fix?.fix.edits[0]?.edits ?? [];
  expect(applyEdits(view.client.record?.record.text ?? '', edits)).toBe(
    'conditions: [{ name: DVT, region: calf, side: left, since: 2025-03-01, status: resolved }] # told in March\n',
  );
});
