// Findings are asked of those that a note may meet: whatever meets one, it is found, and all of them in the base's order.
import { expect, test } from 'vitest';
import { findingFactsOf } from '../../../server/src/core/facts/findings';
import type { ConditionFact, Value } from '../../../server/src/core/facts/model';
import { conditionFact } from '../../../server/src/core/facts/model';
import type { FindingTest } from '../../../server/src/core/knowledge/model';
import type { Mention } from '../../../server/src/core/mentions/model';
import { loadKnowledge } from '../../support/knowledge';

const kb = loadKnowledge();
const uri = 'file:///practice/clients/ana/2026-11-20.soap.md';
const span = { start: 0, end: 1 };

interface Said {
  readonly mentions: readonly Mention[];
  readonly facts: readonly ConditionFact[];
  readonly values: readonly Value[];
}

const mentionOf = (kind: 'sign' | 'condition', id: string): Mention => ({
  span,
  kind,
  id,
  assertion: 'present',
  cue: undefined,
  reach: span,
  section: 'subjective',
  side: undefined,
  regions: [],
  when: undefined,
  phase: undefined,
  severity: undefined,
  otherReadings: [],
  match: 'exact',
});

/** What meets a test; the features of a red flag stand as signs, or as the conditions that stand for these. */
function meet(asked: FindingTest, asConditions: boolean): Said {
  const nothing: Said = { mentions: [], facts: [], values: [] };
  if ('condition' in asked) {
    const source = { uri, span };
    const fact = conditionFact({ id: asked.condition, certainty: 'stated', source, statedOn: undefined });
    return { ...nothing, facts: [fact] };
  }
  if ('sign' in asked) return { ...nothing, mentions: [mentionOf('sign', asked.sign)] };
  if ('redFlag' in asked) {
    const mentions = (kb.redFlags.get(asked.redFlag)?.features ?? []).map(({ sign }) => {
      const [condition] = kb.signs.get(sign)?.conditions ?? [];
      return asConditions && condition !== undefined
        ? mentionOf('condition', condition)
        : mentionOf('sign', sign);
    });
    return { ...nothing, mentions };
  }
  const { value: measure, above, atLeast, below, atMost } = asked;
  const value = atLeast ?? atMost ?? (above === undefined ? (below ?? 0) - 0.01 : above + 0.01);
  return { ...nothing, values: [{ measure, value, side: undefined, span }] };
}

/** The ids of the findings that are met by all that is said. */
const findMet = (said: readonly Said[]): readonly string[] =>
  findingFactsOf(
    kb,
    uri,
    said.flatMap(({ mentions }) => mentions),
    said.flatMap(({ facts }) => facts),
    said.flatMap(({ values }) => values),
  ).map((fact) => fact.id);

const groups = kb.data.findings.flatMap(({ id, anyOf }) =>
  anyOf.map(
    (group) => [id, group.map((asked) => Object.values(asked).join(' ')).join(' and '), group] as const,
  ),
);

test.each(groups)('%s: %s', (id, _words, group) => {
  for (const asConditions of [false, true]) {
    expect(findMet(group.map((asked) => meet(asked, asConditions)))).toContain(id);
  }
});

test('nothing said meets nothing, and all said comes in the order of the base', () => {
  expect(findingFactsOf(kb, uri, [], [], [])).toEqual([]);
  const said = groups.flatMap(([, , group]) => group.map((asked) => meet(asked, false))).reverse();
  expect(findMet(said)).toEqual(kb.data.findings.map((finding) => finding.id));
});
