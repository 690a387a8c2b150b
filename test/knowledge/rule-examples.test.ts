// Every rule's own examples: notes in which it speaks, and notes in which it must not, of every variety that its data call for.
import { describe, expect, test } from 'vitest';
import { type ExampleReason, type Rule, runExample } from '../../server/src/core';
import { loadKnowledge } from '../support/knowledge';
import { causePlaceOf, restsOnHistory, varietiesOf } from './varieties';

const kb = loadKnowledge();

/** Varieties that mean nothing for a rule, and why. */
const meaningless: Readonly<Record<string, readonly ExampleReason[]>> = {
  // Any pitting oedema is a cause of its own, so that a lower grade changes nothing.
  'oedema-refer': ['below-threshold'],
  // An overactive thyroid has no side.
  'thyroid-neck': ['other-side'],
};

const rules = kb.data.rules.map((rule): [string, Rule] => [rule.id, rule]);

describe('the examples of each rule', () => {
  test.each(rules)('%s', (_, rule) => {
    const wrong = (['flags', 'allows'] as const).flatMap((list) =>
      rule.examples[list].flatMap((example, index) => {
        const { passes, said } = runExample(kb, rule, example, list);
        return passes ? [] : [`${list} ${index + 1} (${example.why ?? ''}): ${said}\n${example.note}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the varieties of examples', () => {
  test.each(rules)('%s', (id, rule) => {
    const { flags, allows } = rule.examples;
    const shown = new Set(allows.map((example) => example.why));
    const missing = [...varietiesOf(kb, rule)].filter(
      (reason) => !shown.has(reason) && !meaningless[id]?.includes(reason),
    );
    expect(missing).toEqual([]);
    expect(allows.filter((example) => example.why === undefined)).toEqual([]);
    expect(flags.length).toBeGreaterThanOrEqual(1);
    if (restsOnHistory(rule)) {
      const places = new Set(flags.map(causePlaceOf));
      expect(places.has('note')).toBe(true);
      expect(places.size).toBeGreaterThanOrEqual(2);
    }
  });

  test('no exemption stands for a variety that is not asked for, or is shown', () => {
    const idle = Object.entries(meaningless).flatMap(([id, reasons]) => {
      const rule = kb.rules.get(id);
      if (rule === undefined) return [id];
      const asked = varietiesOf(kb, rule);
      return reasons
        .filter((reason) => !asked.has(reason) || rule.examples.allows.some((each) => each.why === reason))
        .map((reason) => `${id} ${reason}`);
    });
    expect(idle).toEqual([]);
  });

  test('what is missing is seen: a rule stripped of its examples lacks them', () => {
    const rule = kb.rules.get('varicose-local');
    expect([...(rule === undefined ? [] : varietiesOf(kb, rule))].sort()).toEqual([
      'hypothetical',
      'lighter-pressure',
      'negated',
      'other-person',
      'other-region',
      'other-side',
    ]);
  });
});
