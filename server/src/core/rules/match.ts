// The one interpreter of the YAML rules: which rules a technique meets for a client, how surely, and how serious it is.
import type { ClientView, Fact, Session } from '../facts/model';
import { isWithin, type Knowledge } from '../knowledge/knowledge';
import type { Rule } from '../knowledge/model';
import type { RegionMention } from '../mentions/model';
import { oncePer } from '../text/once';
import { candidatesOf } from './candidates';
import { askClearances } from './clearances';
import type { Because, Severity } from './finding';
import { overlapOf, type Place, protectedPlaces } from './overlap';
import { qualifierMet } from './qualifiers';
import { type Dose, restrictionsOn, restricts } from './targets';

/** A technique as it was used, or might be. */
export interface Use extends Dose {
  readonly regions: readonly Pick<RegionMention, 'id' | 'side'>[];
}

/** Why a match is less than certain; each doubt lowers the severity. */
export type Doubt =
  | 'past'
  | 'suspected'
  | 'earlier-note'
  | 'sources-differ'
  | 'may-be-over'
  | 'phase-unknown'
  | 'severity-unknown'
  | 'question'
  | 'no-place'
  | 'site-unknown'
  | 'side-unknown'
  | 'weak-evidence'
  | 'misspelt'
  | 'everyday-word';

/** A rule that a technique meets, with the fact that makes it apply; `fact` is undefined for rules that hold for everybody. */
export interface RuleMatch {
  readonly rule: Rule;
  readonly fact: Fact | undefined;
  readonly severity: Severity;
  readonly doubts: readonly Doubt[];
  /** Why the client's clearances do not meet it. */
  readonly remarks: readonly Because[];
}

/** What the rules are asked about. */
export interface Case {
  readonly kb: Knowledge;
  readonly session: Session;
  readonly client: ClientView;
  /** The session's date. */
  readonly date: string;
}

/** Lists the rules that a use of a technique meets, unsorted. */
export function matchRules(at: Case, use: Use): readonly RuleMatch[] {
  const matches: RuleMatch[] = [];
  const isRestricted = restrictionsOn(at.kb, use);
  for (const { place, rule, facts } of candidatesOf(at.kb, at.client)) {
    if (isRestricted[place] !== true) continue;
    for (const fact of facts) {
      const match = matchRule(at, rule, fact, use, false);
      for (const found of match ?? []) matches.push(found);
    }
  }
  return matches;
}

/** Matches one rule for one cause; a cleared rule hands over to the rules that then apply. */
function matchRule(
  at: Case,
  rule: Rule,
  fact: Fact | undefined,
  use: Use,
  cleared: boolean,
): readonly RuleMatch[] | undefined {
  const doubts: Doubt[] = [];
  if (rule.scope === 'local') {
    const places = placesOf(at.kb, rule, fact);
    // A rule for everybody speaks of work right there, not of a larger region around it.
    const overlap =
      fact === undefined
        ? use.regions.some((place) => places.some((site) => isWithin(at.kb.regions, place.id, site.id)))
          ? 'sure'
          : 'none'
        : overlapOf(at.kb, use.regions, places);
    if (overlap === 'none') return undefined;
    if (!weigh(at, rule, fact, cleared, doubts)) return undefined;
    if (overlap === 'unsure')
      doubts.push(
        use.regions.length === 0 ? 'no-place' : places.length === 0 ? 'site-unknown' : 'side-unknown',
      );
  } else if (!weigh(at, rule, fact, cleared, doubts)) return undefined;
  const { isCleared, remarks } = askClearances(at, rule, fact, use, cleared);
  if (isCleared) {
    return rule.whenClearedApply.flatMap((id) => {
      const next = at.kb.rules.get(id);
      return next === undefined || cleared || !restricts(at.kb, next, use)
        ? []
        : (matchRule(at, next, fact, use, true) ?? []);
    });
  }
  return [{ rule, fact, severity: severityOf(rule, fact, doubts), doubts, remarks }];
}

/** What makes a fact less than certain for this session. */
export function doubtsOf(at: Case, fact: Fact): readonly Doubt[] {
  if (fact.kind === 'finding') return [];
  const doubts: Doubt[] = [];
  if (fact.certainty === 'possible') doubts.push('suspected');
  if (fact.certainty === 'carried') doubts.push('earlier-note');
  if (fact.readAs !== undefined) doubts.push('misspelt');
  if (fact.weak) doubts.push('everyday-word');
  if (fact.kind === 'condition' && fact.past) doubts.push('past');
  if (fact.kind === 'condition' && fact.mayBeOver) doubts.push('may-be-over');
  // What today's note states is not put in doubt by what was written before.
  if (fact.against.length > 0 && fact.source.uri !== at.session.uri) doubts.push('sources-differ');
  return doubts;
}

/** Checks phase, severity words and qualifier; notes what is not known. False: the rule does not apply. */
function weigh(at: Case, rule: Rule, fact: Fact | undefined, cleared: boolean, doubts: Doubt[]): boolean {
  if (fact !== undefined) doubts.push(...doubtsOf(at, fact));
  const isCondition = fact?.kind === 'condition';
  if (rule.phase.length > 0 && isCondition && !cleared) {
    if (fact.phase === undefined) {
      if (rule.strict) return false;
      doubts.push('phase-unknown');
    } else if (!rule.phase.includes(fact.phase)) return false;
  }
  if (rule.severity.length > 0 && isCondition) {
    if (fact.severity === undefined) {
      if (rule.strict) return false;
      doubts.push('severity-unknown');
    } else if (!rule.severity.includes(fact.severity)) return false;
  }
  if (rule.qualifier !== undefined && fact?.kind !== 'finding' && !qualifierMet(at, rule)) {
    if (rule.strict) return false;
    doubts.push('question');
  }
  if (rule.confidence === 'low') doubts.push('weak-evidence');
  return true;
}

/** The places that a local rule protects for a cause. */
export const placesOf = (kb: Knowledge, rule: Rule, fact: Fact | undefined): readonly Place[] =>
  fact?.kind === 'condition' && fact.regions.length > 0
    ? protectedPlaces(kb, rule.localExtent, rule.regions, fact.regions)
    : placesOfRule(kb)(rule);

/** The places that a local rule protects by itself, whatever is affected. */
const placesOfRule = oncePer((kb: Knowledge) =>
  oncePer((rule: Rule) => protectedPlaces(kb, rule.localExtent, rule.regions, [])),
);

const order: readonly Severity[] = ['error', 'warning', 'information'];

/**
 * Error: an affirmed absolute contraindication. Warning: keep off an area, or get clearance first. Information: adapt.
 * Every doubt lowers by one step, a misspelt word among them; an everyday word, a place left open or something over and done by two; nothing is lowered below information, so nothing is hidden.
 */
export function severityOf(rule: Rule, fact: Fact | undefined, doubts: readonly Doubt[]): Severity {
  let at =
    rule.level === 'absolute'
      ? 0
      : rule.level === 'local' ||
          rule.action === 'clearance' ||
          rule.action === 'withhold' ||
          rule.action === 'refer-emergency'
        ? 1
        : 2;
  // A rule for everybody rests on no finding of this client.
  if (fact === undefined) at = Math.max(at, 1);
  for (const doubt of doubts)
    at +=
      doubt === 'everyday-word' ||
      doubt === 'no-place' ||
      doubt === 'past' ||
      // A medicine says nothing of where: its patch or needle may be anywhere.
      (doubt === 'site-unknown' && fact?.kind === 'medication')
        ? 2
        : 1;
  return order[Math.min(at, order.length - 1)] ?? 'information';
}
