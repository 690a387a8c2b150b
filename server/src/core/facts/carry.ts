// What earlier notes said that still holds at the session's date.
import type { Knowledge } from '../knowledge/knowledge';
import type { CivilDate } from '../note/model';
import { oncePer } from '../text/once';
import { toPast } from './conditions';
import { carriedPhase, isPassing, isStale, lapses } from './course';
import { type Denial, denialsOfNote, mayBeSamePlace, weighDenial } from './denial';
import { type ConditionFact, isGuess, isSurelyStated, type MedicationFact, type Session } from './model';
import { carryPregnancy, isPregnancy } from './pregnancy';
import { foldVisits, type Visits } from './visits';

type Carried = ConditionFact | MedicationFact;

/**
 * Facts of earlier visits, oldest first, that still hold at `asOf`: what no later note and no record ended, and what
 * its course has not let lapse. `record` are the record's own denials.
 */
export function carryFacts(
  kb: Knowledge,
  earlier: Visits<Session> | undefined,
  session: Session,
  record: readonly Denial[],
  asOf: CivilDate,
): readonly Carried[] {
  let held = heldBy(kb)(earlier);
  for (const denial of [...denialsOfNote(kb, session), ...record]) held = deny(kb, held, denial);
  const carried: Carried[] = [];
  for (const fact of held) for (const still of carry(kb, fact, asOf)) carried.push(still);
  return carried;
}

/** What holds after visits, by what each of them says. */
const heldBy = oncePer((kb: Knowledge) =>
  foldVisits<Session, readonly Carried[]>([], (before, note) => heldAfter(kb, note, before)),
);

/** What holds after a note, of what held before it. */
function heldAfter(kb: Knowledge, note: Session, before: readonly Carried[]): readonly Carried[] {
  let held = before;
  for (const denial of denialsOfNote(kb, note)) held = deny(kb, held, denial);
  for (const fact of note.facts) {
    if (fact.kind === 'finding' || (fact.kind === 'condition' && fact.historical)) continue;
    held = hold(kb, held, fact);
  }
  return held;
}

/** Takes out what a denial ends, and marks what it differs from. A record without a day only differs. */
function deny(kb: Knowledge, held: readonly Carried[], denial: Denial): readonly Carried[] {
  // Most of what is denied was never there.
  if (!held.some((fact) => weighDenial(kb, denial, fact) !== undefined)) return held;
  return held.flatMap((fact): readonly Carried[] => {
    const verdict = weighDenial(kb, denial, fact);
    if (verdict === undefined) return [fact];
    const { by } = denial;
    // Stated anew after that day: it has come back.
    if (by !== undefined && fact.statedOn !== undefined && by < fact.statedOn) return [fact];
    return verdict === 'ends' && by !== undefined
      ? []
      : [{ ...fact, against: [...fact.against, denial.source] }];
  });
}

/** A newer statement of the same thing replaces the older one and keeps the onset that it gave. */
function hold(kb: Knowledge, held: readonly Carried[], fact: Carried): readonly Carried[] {
  const same = held.find(
    (known) =>
      known.kind === fact.kind &&
      known.id === fact.id &&
      (known.kind !== 'condition' ||
        fact.kind !== 'condition' ||
        mayBeSamePlace(kb, known.regions, fact.regions)),
  );
  if (same === undefined) return [...held, fact];
  // A doubt that is told later, or a misspelt word, takes nothing from what was stated.
  if (isGuess(fact) && isSurelyStated(same)) return [...held, fact];
  const others = held.filter((known) => known !== same);
  const also = [same.source, ...same.also].slice(0, 2);
  if (fact.kind === 'condition' && same.kind === 'condition')
    return [
      ...others,
      {
        ...fact,
        also,
        onset: fact.onset ?? (isOver(kb, same, fact.statedOn) ? undefined : same.onset),
        regions: fact.regions.length > 0 ? fact.regions : same.regions,
        due: fact.due ?? same.due,
      },
    ];
  return [...others, { ...fact, also }];
}

/** True if an older statement no longer counted on the day of a newer one, which so speaks of another flu. */
function isOver(kb: Knowledge, fact: ConditionFact, on: CivilDate | undefined): boolean {
  const course = kb.conditions.get(fact.id)?.course;
  return (
    course === undefined ||
    on === undefined ||
    isStale(course, fact.statedOn, on) ||
    lapses(course, fact.onset, on)
  );
}

function carry(kb: Knowledge, fact: Carried, asOf: CivilDate): readonly Carried[] {
  const certainty = fact.certainty === 'possible' ? 'possible' : 'carried';
  if (fact.kind === 'medication') return [{ ...fact, certainty }];
  if (isPregnancy(fact)) return carryPregnancy(kb, fact, asOf);
  const condition = kb.conditions.get(fact.id);
  if (condition === undefined) return [];
  if (lapses(condition.course, fact.onset, asOf) || isStale(condition.course, fact.statedOn, asOf))
    return toPast(kb, fact).map((past) => ({ ...past, certainty }));
  const phase =
    fact.onset === undefined && isPassing(condition.course) && fact.phase === undefined
      ? undefined
      : carriedPhase(condition.course, fact, asOf);
  return [{ ...fact, phase, certainty }];
}
