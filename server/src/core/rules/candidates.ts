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
  /** The causes of each rule, in its order. */
  readonly causes: readonly (readonly string[])[];
}

/** The rules that a client's facts make candidates, in the order of the base. */
export const candidatesOf = (kb: Knowledge, client: ClientView): readonly Candidate[] =>
  candidatesIn(kb)(client);

/** The rules that a fact is a cause of, in the order of the base. */
export function rulesCausedBy(kb: Knowledge, fact: Fact): readonly Rule[] {
  const { places } = causeIndex(kb);
  return inOrder(causesNamedBy(kb, fact).flatMap((cause) => places.get(cause) ?? [])).flatMap(
    (at) => kb.data.rules[at] ?? [],
  );
}

const candidatesIn = oncePer((kb: Knowledge) => oncePer((client: ClientView) => listCandidates(kb, client)));

function listCandidates(kb: Knowledge, { facts }: ClientView): readonly Candidate[] {
  const known = new Map<string, (Fact | undefined)[]>([[anybody, [undefined]]]);
  for (const fact of facts) for (const cause of causesNamedBy(kb, fact)) addToList(known, cause, fact);
  const { places, causes } = causeIndex(kb);
  // The facts of each rule; where it is met by several of its causes, they are put in its order below.
  const met = new Map<number, readonly (Fact | undefined)[] | undefined>();
  for (const [cause, own] of known)
    for (const at of places.get(cause) ?? []) met.set(at, met.has(at) || own.length > 1 ? undefined : own);
  const candidates: Candidate[] = [];
  for (const place of [...met.keys()].sort((a, b) => a - b)) {
    const rule = kb.data.rules[place];
    if (rule === undefined) continue;
    // A fact that meets two causes of a rule counts once.
    const own = met.get(place) ?? [
      ...new Set((causes[place] ?? []).flatMap((cause) => known.get(cause) ?? [])),
    ];
    candidates.push({ rule, place, facts: own });
  }
  return candidates;
}

const causeIndex = oncePer((kb: Knowledge): CauseIndex => {
  const places = new Map<string, number[]>();
  const causes = kb.data.rules.map((rule) => rule.anyOf.map(toKey));
  for (const [at, own] of causes.entries()) for (const cause of own) addToList(places, cause, at);
  return { places, causes };
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

/** The causes that a fact is; what is over and told as history is none. */
function causesNamedBy(kb: Knowledge, fact: Fact): readonly string[] {
  if (fact.kind === 'finding') return [`finding ${fact.id}`];
  if (fact.kind === 'condition') return fact.historical ? [] : [`condition ${fact.id}`];
  const medication = kb.medications.get(fact.id);
  const classes = medication === undefined ? [] : [medication.class, ...medication.alsoClasses];
  return [`medication ${fact.id}`, ...classes.map((name) => `class ${name}`)];
}
