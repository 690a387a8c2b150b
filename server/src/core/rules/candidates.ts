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
  /** The same by the facts that were asked about so far: the things that clients have are few. */
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
  const met: (Fact | undefined)[][] = [];
  const meet = (place: number, fact: Fact | undefined): void => {
    const known = met[place];
    if (known === undefined) met[place] = [fact];
    else known.push(fact);
  };
  for (const place of causeIndex(kb).places.get(anybody) ?? []) meet(place, undefined);
  for (const fact of facts) for (const place of placesCausedBy(kb, fact)) meet(place, fact);
  const candidates: Candidate[] = [];
  for (let place = 0; place < met.length; place++) {
    const [rule, own] = [kb.data.rules[place], met[place]];
    if (rule !== undefined && own !== undefined)
      candidates.push({ rule, place, facts: inOrderOfCauses(kb, rule, own) });
  }
  return candidates;
}

/** Facts in the order in which a rule names what they are. */
function inOrderOfCauses(
  kb: Knowledge,
  rule: Rule,
  facts: readonly (Fact | undefined)[],
): readonly (Fact | undefined)[] {
  if (facts.length < 2) return facts;
  const keys = rule.anyOf.map(toKey);
  const rankOf = (fact: Fact | undefined): number => {
    const own = fact === undefined ? [anybody] : causesNamedBy(kb, fact);
    return keys.findIndex((key) => own.includes(key));
  };
  return [...facts].sort((a, b) => rankOf(a) - rankOf(b));
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
  for (const [place, { anyOf }] of kb.data.rules.entries())
    for (const cause of new Set(anyOf.map(toKey))) addToList(places, cause, place);
  return { places, byFact: { condition: new Map(), medication: new Map(), finding: new Map() } };
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
