// What a practice changes of a shipped technique or condition: how deep it is done here, what it brings along, how long
// it counts. Nothing that an absolute rule rests on can be made less by it.
import { type Condition, depths, type KnowledgeData, type Technique, type Term } from './model';
import type { PracticeProblem } from './practice-file';

/** What a change may say of a technique or condition beside phrases. */
export interface TermChange {
  readonly depth?: Technique['depth'] | undefined;
  readonly traits: Technique['traits'];
  readonly lapsesAfterDays?: number | undefined;
}

type Report = (path: readonly string[], message: string, severity?: PracticeProblem['severity']) => void;

/** The term as changed; as it was, with the reason reported, where the change may not be made. */
export function changeTerm(
  data: KnowledgeData,
  list: string,
  term: Term,
  change: TermChange,
  trusted: boolean,
  report: Report,
): Term {
  if (list === 'techniques') return changeTechnique(term as Technique, change, report);
  if (list === 'conditions') return changeCondition(data, term as Condition, change, trusted, report);
  if (change.depth !== undefined || change.traits.length > 0 || change.lapsesAfterDays !== undefined)
    report(
      [],
      'Only techniques have a depth and traits, and only conditions have days after which they lapse.',
    );
  return term;
}

/** A technique may be deeper here, and bring more along. Lighter work is noted with its pressure. */
function changeTechnique(
  term: Technique,
  { depth, traits, lapsesAfterDays }: TermChange,
  report: Report,
): Technique {
  if (lapsesAfterDays !== undefined) report(['lapsesAfterDays'], 'A technique does not lapse.');
  const isLighter = depth !== undefined && depths.indexOf(depth) < depths.indexOf(term.depth);
  if (isLighter)
    report(
      ['depth'],
      'A shipped technique can only be deeper here. Note lighter work with its pressure: 1/5.',
    );
  return {
    ...term,
    depth: depth === undefined || isLighter ? term.depth : depth,
    traits: [...new Set([...term.traits, ...traits])],
  };
}

/** A condition may count longer; shorter only in a trusted folder, and never where an absolute rule rests on it. */
function changeCondition(
  data: KnowledgeData,
  term: Condition,
  { depth, traits, lapsesAfterDays: days }: TermChange,
  trusted: boolean,
  report: Report,
): Condition {
  if (depth !== undefined || traits.length > 0) report([], 'A condition has no depth and no traits.');
  if (days === undefined) return term;
  const isShorter = days < (term.course.lapsesAfterDays ?? Number.POSITIVE_INFINITY);
  const isAbsolute = data.rules.some(
    ({ level, anyOf }) =>
      level === 'absolute' && anyOf.some((cause) => 'condition' in cause && cause.condition === term.id),
  );
  if (isShorter && isAbsolute) {
    report(['lapsesAfterDays'], 'An absolute rule rests on this condition, so it cannot lapse sooner here.');
    return term;
  }
  if (isShorter && !trusted) {
    report(
      [],
      'This change makes a rule milder, so it is ignored until you trust this folder.',
      'information',
    );
    return term;
  }
  return { ...term, course: { ...term.course, lapsesAfterDays: days } };
}
