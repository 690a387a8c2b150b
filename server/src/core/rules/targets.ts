// Does a rule restrict a technique as it was used?
import { isWithin, type Knowledge } from '../knowledge/knowledge';
import { type Depth, depths, type Rule, type RuleTarget, type TermId, type Trait } from '../knowledge/model';
import { oncePer } from '../text/once';

const atLeast = (depth: Depth, floor: Depth): boolean => depths.indexOf(depth) >= depths.indexOf(floor);

/** A technique with the depth it is used at. */
export interface Dose {
  readonly id: TermId;
  readonly depth: Depth;
}

/** True if one of the rule's targets holds for the technique at this depth. Positions are no techniques: see positions.ts. */
export const restricts = (kb: Knowledge, rule: Rule, dose: Dose): boolean =>
  rule.targets.some((target) => meetsTarget(kb, target, dose));

/** Which rules of the base, by their places in its list, restrict a technique at a depth. It is asked for each use. */
export function restrictionsOn(kb: Knowledge, dose: Dose): readonly boolean[] {
  const known = restrictions(kb)[dose.depth];
  const before = known.get(dose.id);
  if (before !== undefined) return before;
  const made = kb.data.rules.map((rule) => restricts(kb, rule, dose));
  known.set(dose.id, made);
  return made;
}

const restrictions = oncePer(
  (_: Knowledge): Readonly<Record<Depth, Map<TermId, readonly boolean[]>>> => ({
    light: new Map(),
    moderate: new Map(),
    deep: new Map(),
  }),
);

function meetsTarget(kb: Knowledge, target: RuleTarget, dose: Dose): boolean {
  if (target === 'all') return true;
  const technique = kb.techniques.get(dose.id);
  if (technique === undefined) return false;
  const [kind, name] = split(target);
  switch (kind) {
    case 'tech':
      return isWithin(kb.techniques, dose.id, name);
    case 'family':
      return technique.family === name;
    case 'trait':
      switch (name) {
        case 'depth-light-plus':
          return true;
        case 'depth-moderate-plus':
          return atLeast(dose.depth, 'moderate');
        case 'depth-deep':
          return atLeast(dose.depth, 'deep');
        // Blanching pressure is gone once the note says that the pressure was light.
        case 'ischaemic-compression':
          return technique.traits.includes(name) && dose.depth !== 'light';
        default:
          return technique.traits.includes(name as Trait);
      }
    default:
      return false;
  }
}

const split = (target: RuleTarget): readonly [string, string] => {
  const colon = target.indexOf(':');
  return [target.slice(0, colon), target.slice(colon + 1)];
};

/** The position ids that a rule restricts. */
export const positionsOf = (rule: Rule): readonly TermId[] =>
  rule.targets.flatMap((target) =>
    target.startsWith('position:') ? [target.slice('position:'.length)] : [],
  );

/** True if the rule stops the whole session rather than some of its techniques. */
export const stopsSession = (rule: Rule): boolean =>
  rule.scope === 'systemic' && rule.targets.includes('all');
