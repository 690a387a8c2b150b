// Pages printed together: each begins on a new sheet, and no name inside the document comes twice.
import { expect, test } from 'vitest';
import { createWorkspace, defaultSettings, notePage, printPages, toDocument } from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';

test('ids are unique and every reference leads to one of them; words of the note stay as they are', () => {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: '2026-11-23' });
  const words = 'url(#x) id="y"';
  workspace.set(
    'file:///p/clients/a/2026-11-20.soap.md',
    `## Treatment\n- Deep tissue: L calf, 10 min ${words}\n`,
  );
  const view = workspace.view('file:///p/clients/a/2026-11-20.soap.md');
  if (view?.kind !== 'note') throw new Error('no note');
  const page = notePage(view);
  const html = toDocument(printPages([page, page, page]));
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
  const references = [...html.matchAll(/="url\(#([^)]+)\)|aria-labelledby="([^"]+)"/g)].map(
    ([, a, b]) => a ?? b,
  );
  expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  expect(html.match(/<div class="new-page">/g)).toHaveLength(2);
  expect(html.match(/url\(#x\) id=&quot;y&quot;/g)?.length).toBeGreaterThanOrEqual(3);
});
