// Which varieties of examples a rule must have, worked out from its own data: a new rule without them fails.
import type { ExampleReason, Knowledge, Rule, RuleExample } from '../../server/src/core';

/** Where the cause of a flagging example stands. */
export type CausePlace = 'note' | 'record' | 'earlier';

/** The place of an example's cause: an earlier note if it has one, else the record, else the note itself. */
export const causePlaceOf = (example: RuleExample): CausePlace =>
  example.earlier.length > 0 ? 'earlier' : example.record === undefined ? 'note' : 'record';

/** The ways of staying silent that a rule must show. */
export function varietiesOf(kb: Knowledge, rule: Rule): ReadonlySet<ExampleReason> {
  return new Set([
    ...byCause(kb, rule),
    ...byTarget(rule),
    ...byPlace(kb, rule),
    ...byStage(rule),
    ...(isCleared(rule) ? (['cleared'] as const) : []),
  ]);
}

/** True if the rule rests on the client's history, so that record and earlier notes can call it up. */
export const restsOnHistory = (rule: Rule): boolean =>
  rule.anyOf.some((cause) => 'condition' in cause || 'medication' in cause || 'medicationClass' in cause);

function byCause(kb: Knowledge, rule: Rule): readonly ExampleReason[] {
  const ids = rule.anyOf.flatMap((cause) => ('condition' in cause ? [cause.condition] : []));
  const passing = ids.flatMap((id) => {
    const course = kb.conditions.get(id)?.course;
    // What becomes another cause of the same rule is never over for it; what flares and rests does not end.
    return course === undefined ||
      course.kind === 'chronic' ||
      (course.kind === 'episodic' && course.lapsesAfterDays === undefined) ||
      (course.becomes !== undefined && ids.includes(course.becomes))
      ? []
      : [course];
  });
  const values = rule.anyOf
    .flatMap((cause) => ('finding' in cause ? (kb.findings.get(cause.finding)?.anyOf ?? []) : []))
    .some((group) => group.some((test) => 'value' in test));
  const drugs = rule.anyOf.some((cause) => 'medication' in cause || 'medicationClass' in cause);
  return [
    ...(ids.length > 0 || drugs ? (['negated', 'other-person', 'hypothetical'] as const) : []),
    ...(passing.length > 0 ? (['historical'] as const) : []),
    ...(passing.some((course) => course.lapsesAfterDays !== undefined) ? (['lapsed'] as const) : []),
    ...(drugs ? (['stopped'] as const) : []),
    ...(values ? (['below-threshold'] as const) : []),
  ];
}

function byTarget(rule: Rule): readonly ExampleReason[] {
  const { targets } = rule;
  const found: ExampleReason[] = [];
  if (targets.some((target) => target.startsWith('position:'))) found.push('other-position');
  const hands = targets.filter((target) => !target.startsWith('position:'));
  if (hands.length === 0) return found;
  // Where every touch counts, only leaving it out is silent.
  if (hands.includes('all') || hands.includes('trait:depth-light-plus')) found.push('avoided');
  else if (hands.some((target) => target.startsWith('trait:depth-'))) found.push('lighter-pressure');
  else found.push('other-technique');
  return found;
}

function byPlace(kb: Knowledge, rule: Rule): readonly ExampleReason[] {
  if (rule.scope === 'systemic') return [];
  const drugsOnly = !rule.anyOf.some((cause) => 'condition' in cause || 'anyClient' in cause);
  // Where a patch or a needle sits is not read, so that such a rule may speak of any place.
  if (drugsOnly && rule.regions.length === 0) return [];
  const isPaired = (id: string | undefined) =>
    id !== undefined && kb.regions.get(id)?.laterality === 'paired';
  const conditions = rule.anyOf.flatMap((cause) => ('condition' in cause ? [cause.condition] : []));
  // Named places are protected on the side of the affected one; a cause without a side protects both.
  const sided =
    rule.regions.length === 0
      ? conditions.length > 0
      : rule.regions.every(isPaired) && conditions.some((id) => isPaired(kb.conditions.get(id)?.region));
  return sided ? ['other-region', 'other-side'] : ['other-region'];
}

function byStage(rule: Rule): readonly ExampleReason[] {
  const trimesters = ['pregnancy-first-trimester', 'pregnancy-second-third'];
  const causes = rule.anyOf.flatMap((cause) => ('condition' in cause ? [cause.condition] : []));
  return [
    ...(rule.phase.length > 0 ? (['wrong-phase'] as const) : []),
    ...(rule.severity.length > 0 ? (['wrong-severity'] as const) : []),
    ...(rule.strict ? (['not-stated'] as const) : []),
    ...(!causes.includes('pregnancy') && causes.filter((id) => trimesters.includes(id)).length === 1
      ? (['other-trimester'] as const)
      : []),
  ];
}

const isCleared = (rule: Rule): boolean =>
  !rule.anyOf.some((cause) => 'anyClient' in cause) &&
  (rule.action === 'clearance' || rule.action === 'refer-emergency' || rule.whenClearedApply.length > 0);
