// What hover says of a signature: who, when, and whether it still holds.
import { expect, test } from 'vitest';
import {
  applyEdits,
  createWorkspace,
  defaultSettings,
  findHover,
  parseNote,
  signAddendum,
  signNote,
} from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';

const uri = 'file:///p/clients/ana/2026-11-20.soap.md';
const signer = { by: 'a.rivera', at: '2026-11-20T15:02:11Z' };

function sign(text: string, part: typeof signNote): string {
  const made = part(parseNote(text).value, signer);
  if ('refusal' in made) throw new Error(made.refusal);
  return applyEdits(text, [made.edit]);
}

const signed = sign('---\nclient: ana\ndate: 2026-11-20\n---\n## Plan\n- weekly\n', signNote);
const added = sign(`${signed}\n## Addendum 2026-11-22, a.rivera: call\nBetter.\n`, signAddendum);

function hover(text: string, words: string): string | undefined {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: '2026-11-25' });
  workspace.set(uri, text);
  const view = workspace.view(uri);
  return view && findHover(view, text.indexOf(words) + 2)?.markdown;
}

test('a note that is as it was signed', () => {
  const words = hover(signed, 'signed:');
  expect(words).toContain('Signed and unchanged');
  expect(words).toContain('By a.rivera on 2026\\-11\\-20 at 15:02 UTC.');
});

test('a note that was changed since, and the addendum that follows it', () => {
  const changed = added.replace('weekly', 'every week');
  expect(hover(changed, 'signed:')).toContain('changed after it was signed');
  expect(hover(changed, 'Signed: a.rivera')).toContain('What stands before this addendum');
  expect(hover(added, 'Signed: a.rivera')).toContain('Signed and unchanged');
  expect(hover(added, 'signed:')).toContain('1 addendum follows.');
});

test('elsewhere nothing is said of it', () => {
  expect(hover(signed, 'date:')).toBeUndefined();
});
