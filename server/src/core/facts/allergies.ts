// Allergies as a record lists them: `allergies: [latex, nut oils]`.
import type { Knowledge } from '../knowledge/knowledge';
import type { Located } from '../note/model';
import { readingsOf, type Stated } from './conditions';
import { type ConditionFact, conditionFact } from './model';

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
      conditionFact({ id, certainty: 'stated', source: { uri: stated.uri, span }, statedOn: stated.on }),
    ];
  });
}
