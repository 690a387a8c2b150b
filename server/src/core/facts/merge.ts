// One fact for each thing: the surest statement speaks, the others are kept as further places.
import { isWithin, type Knowledge } from '../knowledge/knowledge';
import type { PartialDate } from '../note/model';
import { daysBetween } from '../note/values/calendar';
import { addToList } from '../text/lists';
import { compareSources, type Source } from '../text/span';
import { mayBeSamePlace } from './denial';
import { type ConditionFact, type Fact, isLooselyWritten, type MedicationFact } from './model';

/**
 * Merges statements of the same thing, in the order given. Two wounds at different places, or two fractures years
 * apart, stay two facts: each has its own phase and place.
 */
export function mergeFacts(kb: Knowledge, facts: readonly Fact[]): readonly Fact[] {
  const merged: Fact[] = [];
  const byId = new Map<string, number[]>();
  for (const fact of facts) {
    const index = byId.get(fact.id)?.find((at) => {
      const other = merged[at];
      return other?.kind === fact.kind && isSameThing(kb, other, fact);
    });
    const other = index === undefined ? undefined : merged[index];
    if (index === undefined || other === undefined) {
      addToList(byId, fact.id, merged.length);
      merged.push(fact);
    } else merged[index] = mergeTwo(kb, other, fact);
  }
  return foldPast(kb, merged);
}

/** A past clot at the place of a present one adds nothing but its own statement. */
function foldPast(kb: Knowledge, facts: readonly Fact[]): readonly Fact[] {
  const past = facts.filter((fact): fact is ConditionFact => fact.kind === 'condition' && fact.past);
  if (past.length === 0) return facts;
  const folded = new Set<Fact>();
  const present = facts.map((fact) => {
    if (fact.kind !== 'condition' || fact.past || fact.historical) return fact;
    const becomes = kb.conditions.get(fact.id)?.course.becomes;
    const own = past.filter((old) => old.id === becomes && mayBeSamePlace(kb, old.regions, fact.regions));
    for (const old of own) folded.add(old);
    return own.length === 0 ? fact : { ...fact, also: [...fact.also, ...own.map(({ source }) => source)] };
  });
  return present.filter((fact) => !folded.has(fact));
}

function isSameThing(kb: Knowledge, a: Fact, b: Fact): boolean {
  if (a.kind !== 'condition' || b.kind !== 'condition') return true;
  return mayBeSamePlace(kb, a.regions, b.regions) && !isAnotherTime(kb, a, b);
}

// Two onsets of the same acute thing that lie further apart than this are two of them.
const sameOnsetDays = 60;

/** True if both say when they began and that cannot be the same fracture, clot or flare. */
function isAnotherTime(kb: Knowledge, a: ConditionFact, b: ConditionFact): boolean {
  if (a.onset === undefined || b.onset === undefined) return false;
  if (kb.conditions.get(a.id)?.course.acuteDays === undefined) return false;
  return gapBetween(a.onset, b.onset) > sameOnsetDays;
}

function gapBetween(a: PartialDate, b: PartialDate): number {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  return daysBetween(first.to, second.from) ?? 0;
}

const certaintyRank = { stated: 0, carried: 1, possible: 2 } as const;

/** The lower, the surer: what is written in full speaks before the same thing misspelt. */
const rankOf = (fact: ConditionFact | MedicationFact): number =>
  certaintyRank[fact.certainty] + Number(isLooselyWritten(fact));

function mergeTwo(kb: Knowledge, first: Fact, second: Fact): Fact {
  if (first.kind === 'finding' || second.kind === 'finding') return first;
  const [strong, weak] = rankOf(second) < rankOf(first) ? [second, first] : [first, second];
  if (strong.kind === 'condition' && weak.kind === 'condition') return mergeConditions(kb, strong, weak);
  return { ...strong, also: placesOf(strong, weak), against: strong.against } as MedicationFact;
}

function mergeConditions(kb: Knowledge, strong: ConditionFact, weak: ConditionFact): ConditionFact {
  if (strong.historical !== weak.historical && weak.certainty !== 'possible') {
    // One says over, the other active: the active one speaks, and the other is shown as saying otherwise.
    const [active, over] = strong.historical ? [weak, strong] : [strong, weak];
    return { ...active, against: [...active.against, over.source] };
  }
  return {
    ...strong,
    regions: mergeRegions(kb, strong.regions, weak.regions),
    also: placesOf(strong, weak),
    onset: strong.onset ?? weak.onset,
    phase: strong.phase ?? weak.phase,
    severity: strong.severity ?? weak.severity,
    due: strong.due ?? weak.due,
    against: [...strong.against, ...weak.against],
  };
}

function mergeRegions(
  kb: Knowledge,
  named: ConditionFact['regions'],
  more: ConditionFact['regions'],
): ConditionFact['regions'] {
  const regions = [...named];
  for (const region of more) {
    // "DVT" alone means somewhere in the lower leg: it adds nothing to a calf that is named.
    if (region.side === undefined && regions.some((known) => isWithin(kb.regions, known.id, region.id)))
      continue;
    const same = regions.findIndex(
      (known) =>
        known.id === region.id &&
        (known.side === region.side || known.side === undefined || region.side === undefined),
    );
    if (same === -1) regions.push(region);
    else if (regions[same]?.side === undefined) regions[same] = region;
  }
  return regions;
}

const placesOf = (
  strong: ConditionFact | MedicationFact,
  weak: ConditionFact | MedicationFact,
): readonly Source[] =>
  [...strong.also, weak.source, ...weak.also].filter((source) => compareSources(source, strong.source) !== 0);
