// Every rule's own examples: notes in which it speaks, and notes in which it must not.
import { describe, expect, test } from 'vitest';
import { type Rule, runExample } from '../../server/src/core';
import { loadKnowledge } from '../support/knowledge';

const kb = loadKnowledge();

describe('the examples of each rule', () => {
  test.each(kb.data.rules.map((rule): [string, Rule] => [rule.id, rule]))('%s', (_, rule) => {
    const wrong = (['flags', 'allows'] as const).flatMap((list) =>
      rule.examples[list].flatMap((example, index) => {
        const { passes, said } = runExample(kb, rule, example, list);
        return passes ? [] : [`${list} ${index + 1} (${example.why ?? ''}): ${said}\n${example.note}`];
      }),
    );
    expect(wrong).toEqual([]);
    expect(rule.examples.flags.length).toBeGreaterThanOrEqual(1);
    expect(rule.examples.allows.length).toBeGreaterThanOrEqual(2);
  });
});
