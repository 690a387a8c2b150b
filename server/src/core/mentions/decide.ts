// From the cues that reached a mention to one assertion.
import type { Condition, Course, Technique, TermKind } from '../knowledge/model';
import type { CivilDate } from '../note/model';
import { daysBetween } from '../note/values/calendar';
import type { CueMeaning } from './cues';
import type { Assertion } from './model';
import type { Reached } from './reach';
import type { Statement } from './statements';
import type { TimeAt } from './when';

/** The verdict on one mention and the cue that gave it. */
export interface Verdict {
  readonly assertion: Assertion;
  readonly cue: Reached | undefined;
}

const conditionOrder: readonly CueMeaning[] = [
  'other-person',
  'negated',
  'hypothetical',
  'historical',
  'possible',
  'present',
];
const techniqueOrder: readonly CueMeaning[] = [
  'other-person',
  'avoided',
  'negated',
  'historical',
  'hypothetical',
  'planned',
  'present',
];
const medicationOrder: readonly CueMeaning[] = [
  'other-person',
  'negated',
  'stopped',
  'historical',
  'hypothetical',
  'possible',
  'present',
];
const regionOrder: readonly CueMeaning[] = ['avoided', 'negated', 'other-person'];

const strongest = (order: readonly CueMeaning[], all: readonly Reached[]): Reached | undefined => {
  if (all.length === 0) return undefined;
  const reached = settleDoubts(all);
  // A box that is ticked and a value that is written behind a name speak louder than words around them.
  const firm = reached.find((cue) => cue.firm && order.includes(cue.meaning));
  if (firm !== undefined && !reached.some((cue) => cue.meaning === 'other-person')) return firm;
  for (const meaning of order) {
    // A suspicion that is confirmed is certain; a present cue decides only against doubt.
    if (meaning === 'possible' && reached.some((cue) => cue.meaning === 'present')) continue;
    // "h/o hepatitis C, untreated": what goes on is no history.
    if (meaning === 'historical' && goesOn(reached)) continue;
    // "Hx of gout, ?DVT": what the mark asks is asked now.
    if (meaning === 'historical' && isAsked(reached)) continue;
    if (meaning === 'hypothetical' && reached.some((cue) => cue.insists === true)) continue;
    if (meaning === 'negated' && isAnswered(reached)) continue;
    // "Held for the biopsy, back on it now".
    if (meaning === 'stopped' && reached.some((cue) => isResumed(cue))) continue;

    const found =
      reached.find((cue) => cue.meaning === meaning && cue.final) ??
      reached.find((cue) => cue.meaning === meaning);
    if (found !== undefined) return found;
  }
  return undefined;
};

/**
 * "Used to get panic attacks, none now" is over rather than absent, "GTN prn, not used for months" is still taken, and
 * "not on warfarin any more" was stopped: a denial from behind gives way to what says more.
 */
const isAnswered = (reached: readonly Reached[]): boolean =>
  reached.some((cue) => cue.meaning === 'stopped' && cue.final) ||
  (reached.every((cue) => cue.meaning !== 'negated' || (!cue.forward && !cue.firm && !cue.final)) &&
    reached.some(
      (cue) =>
        (cue.meaning === 'historical' && cue.final && (cue.forward || isBeforeDenial(cue, reached))) ||
        (cue.meaning === 'possible' && cue.insists === true && !cue.forward) ||
        (cue.meaning === 'present' && cue.insists === true),
    ));

/** "Preeclampsia with her first, none this time": what stands nearer counts. */
const isBeforeDenial = ({ from }: Reached, reached: readonly Reached[]): boolean =>
  reached.every((cue) => cue.meaning !== 'negated' || from < cue.from);

const isResumed = (cue: Reached): boolean =>
  cue.meaning === 'present' && cue.insists === true && (!cue.forward || cue.final);

const isAsked = (reached: readonly Reached[]): boolean =>
  reached.some((cue) => cue.meaning === 'possible' && cue.insists === true) &&
  !reached.some((cue) => cue.meaning === 'historical' && cue.final);

const goesOn = (reached: readonly Reached[]): boolean =>
  reached.some((cue) => cue.meaning === 'present' && cue.final) &&
  !reached.some((cue) => cue.meaning === 'historical' && cue.final);

/**
 * "Until DVT is ruled out" leaves a doubt and "until the rash is gone" says that it is there; "turned out to be a
 * cyst" denies only what was in doubt.
 */
function settleDoubts(reached: readonly Reached[]): readonly Reached[] {
  if (!reached.some((cue) => cue.pending === true || cue.answers === true)) return reached;
  const pending = reached.some((cue) => cue.pending === true);
  const doubted = reached.some((cue) => cue.meaning === 'possible');
  const wished = pending && reached.some((cue) => !cue.forward && !cue.firm && cue.meaning === 'negated');
  return reached.flatMap((cue): readonly Reached[] => {
    // "Wants PAD ruled out": it is the ruling out that is wished for.
    if (wished && cue.meaning === 'hypothetical') return [];
    if (cue.pending === true || (cue.answers === true && !doubted)) return [];
    if (!pending || cue.forward || cue.firm) return [cue];
    if (cue.meaning === 'negated') return [{ ...cue, meaning: 'possible' }];
    return cue.meaning === 'historical' ? [] : [cue];
  });
}

/** Decides what a mention of some kind means. `structure` are cues that place or value gave, weaker than words. */
export function decide(
  kind: TermKind,
  statement: Statement,
  reached: readonly Reached[],
  condition: Condition | undefined,
  technique: Technique | undefined,
): Verdict {
  switch (kind) {
    case 'technique':
      return decideTechnique(statement, reached, technique);
    case 'medication':
      return decideMedication(statement, reached);
    case 'region': {
      const cue = strongest(regionOrder, reached);
      if (cue === undefined)
        return { assertion: statement.context === 'avoided' ? 'avoided' : 'present', cue };
      return {
        assertion:
          cue.meaning === 'avoided' ? 'avoided' : cue.meaning === 'negated' ? 'negated' : 'other-person',
        cue,
      };
    }
    case 'condition':
    case 'sign':
    case 'measure':
    case 'position':
      return decideCondition(kind, statement, reached, condition);
  }
}

function decideCondition(
  kind: TermKind,
  statement: Statement,
  reached: readonly Reached[],
  condition: Condition | undefined,
): Verdict {
  const cue = strongest(conditionOrder, reached);
  // "Goal: no migraines by Christmas" tells of what is wished for.
  if (statement.context === 'goal' && cue?.meaning === 'negated') return { assertion: 'hypothetical', cue };
  // "Education: signs of DVT".
  if (statement.context === 'education' && cue?.meaning === 'possible')
    return { assertion: 'hypothetical', cue };
  if (cue !== undefined) {
    switch (cue.meaning) {
      case 'historical':
        return { assertion: isOver(cue, condition) ? 'historical' : 'present', cue };
      case 'negated':
      case 'hypothetical':
      case 'possible':
      case 'other-person':
        return { assertion: cue.meaning, cue };
      default:
        break;
    }
    if (cue.insists === true || (statement.section !== 'family-history' && statement.context !== 'family'))
      return { assertion: 'present', cue };
  }
  if (statement.section === 'family-history' || statement.context === 'family')
    return { assertion: 'other-person', cue };
  if (kind === 'position' && statement.context === 'avoided') return { assertion: 'negated', cue };
  if (statement.context === 'education' || statement.context === 'goal')
    return { assertion: 'hypothetical', cue };
  if (statement.section === 'past-history' || statement.context === 'past') {
    return {
      assertion:
        condition === undefined
          ? kind === 'condition'
            ? 'present'
            : 'historical'
          : isOver(undefined, condition)
            ? 'historical'
            : 'present',
      cue,
    };
  }
  return { assertion: 'present', cue };
}

/** A chronic condition under history is present; one that was said to be resolved is over. */
const isOver = (cue: Reached | undefined, condition: Condition | undefined): boolean =>
  cue?.final === true ||
  condition === undefined ||
  condition.course.kind === 'acute' ||
  condition.course.kind === 'event';

/** "Allergies: almond oil": an oil that is not used. Other work told on that line was done: "Allergies: nil. DTM L calf". */
const isSubstance = ({ context, section }: Statement, technique: Technique | undefined): boolean =>
  context === 'allergies' && section !== 'treatment' && section !== 'plan' && technique?.depth === 'light';

function decideTechnique(
  statement: Statement,
  reached: readonly Reached[],
  technique: Technique | undefined,
): Verdict {
  const cue = strongest(techniqueOrder, reached);
  // What is taught is for home.
  const planned =
    statement.section === 'plan' || statement.context === 'plan' || statement.context === 'education';
  switch (cue?.meaning) {
    case 'avoided':
    case 'negated':
      return { assertion: 'avoided', cue };
    case 'other-person':
    case 'historical':
      return { assertion: cue.meaning, cue };
    case 'hypothetical':
      return { assertion: 'hypothetical', cue };
    case 'planned':
      return { assertion: 'planned', cue };
    default:
      break;
  }
  if (statement.context === 'avoided' || isSubstance(statement, technique))
    return { assertion: 'avoided', cue };
  if (statement.context === 'past' || statement.section === 'past-history')
    return { assertion: 'historical', cue };
  if (statement.context === 'goal') return { assertion: 'hypothetical', cue };
  if (statement.section === 'subjective' && cue === undefined) return { assertion: 'historical', cue };
  return { assertion: planned ? 'planned' : 'done', cue };
}

function decideMedication(statement: Statement, reached: readonly Reached[]): Verdict {
  const cue = strongest(medicationOrder, reached);
  switch (cue?.meaning) {
    case 'stopped':
    case 'historical':
      return { assertion: 'stopped', cue };
    case 'other-person':
    case 'negated':
    case 'hypothetical':
    case 'possible':
      return { assertion: cue.meaning, cue };
    default:
      break;
  }
  if (statement.context === 'allergies') return { assertion: 'hypothetical', cue };
  // "FH: mother T2DM. Taking folic acid": what is taken without a person named is the client's.
  const ofFamily = statement.context === 'family' || statement.section === 'family-history';
  if (ofFamily && cue?.meaning !== 'present') return { assertion: 'other-person', cue };
  return { assertion: 'taken', cue };
}

// What counts as recent where a condition's course gives no number: the acute and subacute weeks of common injuries.
const recentDays = 84;

/**
 * Lets the stated time decide between present and historical: "MI 2 wks ago" is present and recent, "DVT 2019" is over,
 * "since March" goes on. Chronic conditions stay present whenever they began. A word such as "resolved" stands.
 */
export function settleByTime(
  verdict: Verdict,
  course: Course | undefined,
  when: TimeAt,
  date: CivilDate,
): Assertion {
  const age = daysBetween(when.value.to, date);
  if (course === undefined || age === undefined) return verdict.assertion;
  const passing =
    course.kind === 'acute' ||
    course.kind === 'event' ||
    (course.kind === 'episodic' && course.lapsesAfterDays !== undefined);
  const limit = course.lapsesAfterDays ?? recentDays;
  if (verdict.assertion === 'present' && passing && !when.ongoing && age > limit) return 'historical';
  const over = verdict.cue?.final === true && verdict.cue.operation !== true;
  if (verdict.assertion === 'historical' && !over && age <= limit) return 'present';
  return verdict.assertion;
}
