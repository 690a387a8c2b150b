// Allergies as a record lists them: `allergies: [latex, nut oils]`.
import type { Knowledge } from '../knowledge/knowledge';
import type { Located } from '../note/model';
import { readingsOf, type Stated } from './conditions';
import type { ConditionFact } from './model';

/** Facts of `allergies:`. A bare substance is read as an allergy to it; one that the base does not know gives none. */
export function allergyFactsOf(
  kb: Knowledge,
  allergies: readonly Located<string>[],
  stated: Stated,
): readonly ConditionFact[] {
  return allergies.flatMap(({ value, span }) => {
    const name = value.trim();
    const readings = [`${name} allergy`, `allergic to ${name}`, name].map((words) =>
      readingsOf(kb, words, 'condition'),
    );
    const id = readings.find(([reading]) => reading !== undefined)?.[0]?.id;
    if (id === undefined) return [];
    return [
      {
        kind: 'condition',
        id,
        certainty: 'stated',
        historical: false,
        past: false,
        regions: [],
        onset: undefined,
        phase: undefined,
        severity: undefined,
        weak: false,
        source: { uri: stated.uri, span },
        also: [],
        against: [],
        mayBeOver: false,
        statedOn: stated.on,
      },
    ];
  });
}
