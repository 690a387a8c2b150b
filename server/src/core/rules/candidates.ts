// Which rules the facts of a client make candidates. A base has hundreds of rules and a client a few facts: the rules
// are found from the facts, not the other way round.
import type { ClientView, Fact } from '../facts/model';
import type { Knowledge } from '../knowledge/knowledge';
import type { Rule, RuleCause } from '../knowledge/model';
import { oncePer } from '../text/once';

/** A rule, and the facts that make it a candidate; `undefined` stands for any client. */
export interface Candidate {
  readonly rule: Rule;
  readonly facts: readonly (Fact | undefined)[];
}

/** The rules that a client's facts make candidates, in the order of the base. */
export const candidatesOf = (kb: Knowledge, client: ClientView): readonly Candidate[] =>
  candidatesIn(kb)(client);

/** The rules that a fact is a cause of, in the order of the base. */
export function rulesCausedBy(kb: Knowledge, fact: Fact): readonly Rule[] {
  const index = rulesByCause(kb);
  return inOrder(
    kb,
    causesNamedBy(kb, fact).flatMap((cause) => index.get(cause) ?? []),
  );
}

const candidatesIn = oncePer((kb: Knowledge) => oncePer((client: ClientView) => listCandidates(kb, client)));

function listCandidates(kb: Knowledge, { facts }: ClientView): readonly Candidate[] {
  const known = new Map<string, Fact[]>();
  for (const fact of facts) for (const cause of causesNamedBy(kb, fact)) addTo(known, cause, fact);
  const index = rulesByCause(kb);
  const places = [anybody, ...known.keys()].flatMap((cause) => index.get(cause) ?? []);
  return inOrder(kb, places).map((rule) => ({
    rule,
    // In the order in which the rule names its causes; a fact that meets two of them counts once.
    facts: [...new Set(rule.anyOf.map(toKey).flatMap(causesIn(known)))],
  }));
}

const causesIn =
  (known: ReadonlyMap<string, readonly Fact[]>) =>
  (cause: string): readonly (Fact | undefined)[] =>
    cause === anybody ? [undefined] : (known.get(cause) ?? []);

/** The places of rules in the base, by what causes them. */
const rulesByCause = oncePer((kb: Knowledge): ReadonlyMap<string, readonly number[]> => {
  const index = new Map<string, number[]>();
  for (const [at, rule] of kb.data.rules.entries())
    for (const cause of rule.anyOf) addTo(index, toKey(cause), at);
  return index;
});

const inOrder = (kb: Knowledge, places: readonly number[]): readonly Rule[] =>
  [...new Set(places)].sort((a, b) => a - b).flatMap((at) => kb.data.rules[at] ?? []);

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

function addTo<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
