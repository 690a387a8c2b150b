// Every rule's own examples: notes in which it speaks, and notes in which it must not.
import { describe, expect, test } from 'vitest';
import { createWorkspace, defaultSettings, type Rule } from '../../server/src/core';
import { positions } from '../../server/src/core/rules/checks/positions';
import { matchRules } from '../../server/src/core/rules/match';
import { loadKnowledge } from '../support/knowledge';

const kb = loadKnowledge();

/** The ids of the rules that a lone note meets, whichever of them speaks. */
function rulesMet(text: string): ReadonlySet<string> {
  const workspace = createWorkspace({ kb, settings: defaultSettings, today: '2026-11-20' });
  workspace.set('file:///note.soap.md', text);
  const view = workspace.view('file:///note.soap.md');
  if (view?.kind !== 'note') throw new Error('the example is no note');
  const { session, client, parsed } = view;
  const at = { kb, session, client, date: session.date ?? '2026-11-20' };
  return new Set([
    ...session.techniques.flatMap((use) => matchRules(at, use).map((match) => match.rule.id)),
    ...positions.run({ ...at, parsed }).map((finding) => finding.rule.replace('contraindication/', '')),
  ]);
}

describe('the examples of each rule', () => {
  test.each(kb.data.rules.map((rule): [string, Rule] => [rule.id, rule]))('%s', (id, { examples }) => {
    expect(examples.flags.length).toBeGreaterThanOrEqual(1);
    expect(examples.allows.length).toBeGreaterThanOrEqual(2);
    for (const text of examples.flags) expect(rulesMet(text), text).toContain(id);
    for (const text of examples.allows) expect(rulesMet(text), text).not.toContain(id);
  });
});
