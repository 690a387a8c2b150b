// Which rules the facts of a client make candidates. A base has hundreds of rules and a client a few facts: the rules
// are found from the facts, not the other way round.
import type { ClientView, Fact } from '../facts/model';
import type { Knowledge } from '../knowledge/knowledge';
import type { Rule, RuleCause } from '../knowledge/model';
import { addToList } from '../text/lists';
import { oncePer } from '../text/once';

/** A rule, and the facts that make it a candidate; `undefined` stands for any client. */
export interface Candidate {
  readonly rule: Rule;
  /** Where the rule stands in the list of the base. */
  readonly place: number;
  readonly facts: readonly (Fact | undefined)[];
}

/** The rules of a base by what causes them. Rules are told by their places in its list. */
interface CauseIndex {
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The rules that hold for any client. */
  readonly forAnybody: readonly Candidate[];
  /** The places by the facts that were asked about so far: the things that clients have are few. */
  readonly byFact: Readonly<Record<Fact['kind'], Map<string, readonly number[]>>>;
}

/** The rules that a client's facts make candidates, in the order of the base. */
export const candidatesOf = (kb: Knowledge, client: ClientView): readonly Candidate[] =>
  candidatesIn(kb)(client);

/** The rules that a fact is a cause of, in the order of the base. */
export const rulesCausedBy = (kb: Knowledge, fact: Fact): readonly Rule[] =>
  placesCausedBy(kb, fact).flatMap((place) => kb.data.rules[place] ?? []);

const candidatesIn = oncePer((kb: Knowledge) => oncePer((client: ClientView) => listCandidates(kb, client)));

function listCandidates(kb: Knowledge, { facts }: ClientView): readonly Candidate[] {
  const met = new Map<number, Fact[]>();
  for (const fact of facts) for (const place of placesCausedBy(kb, fact)) addToList(met, place, fact);
  const { forAnybody } = causeIndex(kb);
  const candidates = forAnybody.filter(({ place }) => !met.has(place));
  for (const [place, own] of met) {
    const rule = kb.data.rules[place];
    if (rule !== undefined) candidates.push({ rule, place, facts: inOrderOfCauses(kb, rule, own) });
  }
  return candidates.sort((a, b) => a.place - b.place);
}

/** Facts in the order in which a rule names what they are; `undefined` where it names any client. */
function inOrderOfCauses(kb: Knowledge, rule: Rule, facts: readonly Fact[]): Candidate['facts'] {
  if (rule.anyOf.length < 2) return facts;
  const keys = rule.anyOf.map(toKey);
  const all = keys.includes(anybody) ? [undefined, ...facts] : [...facts];
  const rankOf = (fact: Fact | undefined): number => {
    const own = fact === undefined ? [anybody] : causesNamedBy(kb, fact);
    return keys.findIndex((key) => own.includes(key));
  };
  return all.length < 2 ? all : all.sort((a, b) => rankOf(a) - rankOf(b));
}

/** Where the rules stand that a fact is a cause of; what is over and told as history is none. */
function placesCausedBy(kb: Knowledge, fact: Fact): readonly number[] {
  if (fact.kind === 'condition' && fact.historical) return [];
  const { places, byFact } = causeIndex(kb);
  const known = byFact[fact.kind].get(fact.id);
  if (known !== undefined) return known;
  const met = inOrder(causesNamedBy(kb, fact).flatMap((cause) => places.get(cause) ?? []));
  byFact[fact.kind].set(fact.id, met);
  return met;
}

const causeIndex = oncePer((kb: Knowledge): CauseIndex => {
  const places = new Map<string, number[]>();
  const forAnybody: Candidate[] = [];
  for (const [place, rule] of kb.data.rules.entries())
    for (const cause of new Set(rule.anyOf.map(toKey))) {
      addToList(places, cause, place);
      if (cause === anybody) forAnybody.push({ rule, place, facts: [undefined] });
    }
  return { places, forAnybody, byFact: { condition: new Map(), medication: new Map(), finding: new Map() } };
});

const inOrder = (places: readonly number[]): readonly number[] => [...new Set(places)].sort((a, b) => a - b);

const anybody = 'anybody';

/** A cause as a key that rules and facts share. */
function toKey(cause: RuleCause): string {
  if ('condition' in cause) return `condition ${cause.condition}`;
  if ('finding' in cause) return `finding ${cause.finding}`;
  if ('medication' in cause) return `medication ${cause.medication}`;
  if ('medicationClass' in cause) return `class ${cause.medicationClass}`;
  return anybody;
}

/** The causes that a fact is. */
function causesNamedBy(kb: Knowledge, fact: Fact): readonly string[] {
  if (fact.kind === 'finding') return [`finding ${fact.id}`];
  if (fact.kind === 'condition') return [`condition ${fact.id}`];
  const medication = kb.medications.get(fact.id);
  const classes = medication === undefined ? [] : [medication.class, ...medication.alsoClasses];
  return [`medication ${fact.id}`, ...classes.map((name) => `class ${name}`)];
}
