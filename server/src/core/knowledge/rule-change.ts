// What a practice may change of a rule: how strict it is, and where and in which phase it speaks.
import { isWithin, type Knowledge } from './knowledge';
import type { Rule } from './model';
import type { PracticeProblem } from './practice-file';
import type { PracticeEntry } from './practice-schema';

/** An entry of `changes:` that names a rule. */
export type RuleChange = Extract<PracticeEntry<'changes'>, { readonly rule: string }>;

const strength = { relative: 0, local: 1, absolute: 2 } as const;

/** The rule as changed; undefined, with the reason reported, where the change may not be made. */
export function changeRule(
  base: Knowledge,
  rule: Rule,
  change: RuleChange,
  trusted: boolean,
  report: (path: readonly string[], message: string, severity?: PracticeProblem['severity']) => void,
): Rule | undefined {
  const level = change.level ?? rule.level;
  const narrows = change.phase !== undefined || change.regions !== undefined || change.strict === true;
  const lowers = strength[level] < strength[rule.level];
  if (!trusted && (lowers || narrows)) {
    report(
      [],
      'This change makes a rule milder, so it is ignored until you trust this folder.',
      'information',
    );
    return undefined;
  }
  if (narrows && rule.level === 'absolute') {
    report(
      [],
      'An absolute rule cannot be narrowed. Answer it for one client with an override and a reason.',
    );
    return undefined;
  }
  const stray = change.regions?.find(
    (id) =>
      !base.regions.has(id) ||
      (rule.regions.length > 0 && !rule.regions.some((own) => isWithin(base.regions, id, own))),
  );
  if (stray !== undefined || (change.regions !== undefined && rule.scope !== 'local')) {
    report(
      ['regions'],
      'These regions do not narrow the rule: they are unknown, or the rule does not reach them.',
    );
    return undefined;
  }
  if (change.phase?.some((phase) => rule.phase.length > 0 && !rule.phase.includes(phase))) {
    report(['phase'], 'This phase does not narrow the rule: the rule does not hold in it.');
    return undefined;
  }
  const local = level === 'local' && rule.scope !== 'local' ? 'relative' : level;
  return {
    ...rule,
    level: local,
    // A rule that was absolute still asks for a clearance: it stays a warning.
    action: lowers && rule.level === 'absolute' ? 'clearance' : rule.action,
    title: lowers ? `${rule.title} (milder here since ${change.on})` : rule.title,
    phase: change.phase ?? rule.phase,
    regions: change.regions ?? rule.regions,
    strict: rule.strict || change.strict === true,
    rationale: `${rule.rationale} Changed by the practice (${change.by}, ${change.on}): ${change.because}`,
  };
}
