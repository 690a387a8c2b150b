// The indexes over the rules give what asking rule by rule gives.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionFact, type Fact } from '../../../server/src/core/facts/model';
import type { RuleCause } from '../../../server/src/core/knowledge/model';
import { depths } from '../../../server/src/core/knowledge/model';
import { candidatesOf } from '../../../server/src/core/rules/candidates';
import { restrictionsOn, restricts } from '../../../server/src/core/rules/targets';
import { loadKnowledge } from '../../support/knowledge';
import { runs } from '../../support/runs';

const kb = loadKnowledge();
const source = { uri: 'file:///x', span: { start: 0, end: 1 } };

const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...kb.data.conditions), fc.boolean())
    .map(([{ id }, historical]) =>
      conditionFact({ id, historical, certainty: 'stated', source, statedOn: undefined }),
    ),
  fc.constantFrom(...kb.data.medications).map(
    ({ id }): Fact => ({
      kind: 'medication',
      id,
      certainty: 'stated',
      since: undefined,
      weak: false,
      readAs: undefined,
      source,
      also: [],
      against: [],
      statedOn: undefined,
    }),
  ),
  fc
    .constantFrom(...kb.data.findings)
    .map(({ id }): Fact => ({ kind: 'finding', id, certainty: 'stated', source })),
);

function meets(cause: RuleCause, fact: Fact): boolean {
  if ('condition' in cause)
    return fact.kind === 'condition' && fact.id === cause.condition && !fact.historical;
  if ('finding' in cause) return fact.kind === 'finding' && fact.id === cause.finding;
  if (fact.kind !== 'medication') return false;
  if ('medication' in cause) return fact.id === cause.medication;
  if (!('medicationClass' in cause)) return false;
  const medication = kb.medications.get(fact.id);
  return [medication?.class, ...(medication?.alsoClasses ?? [])].includes(cause.medicationClass);
}

test('the rules that facts make candidates', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 25 }), (facts) => {
      const client = {
        id: 'x',
        record: undefined,
        earlier: [],
        visits: undefined,
        facts,
        clearances: [],
        overrides: [],
      };
      const plain = kb.data.rules.flatMap((rule, place) => {
        const met = new Set(
          rule.anyOf.flatMap((cause) =>
            'anyClient' in cause ? [undefined] : facts.filter((fact) => meets(cause, fact)),
          ),
        );
        return met.size === 0 ? [] : [{ rule, place, facts: [...met] }];
      });
      expect(candidatesOf(kb, client)).toEqual(plain);
    }),
    { numRuns: runs(200), seed: 20261120 },
  );
});

test.each(depths)('the rules that restrict a technique at a depth: %s', (depth) => {
  for (const { id } of kb.data.techniques)
    expect(restrictionsOn(kb, { id, depth })).toEqual(
      kb.data.rules.map((rule) => restricts(kb, rule, { id, depth })),
    );
});
