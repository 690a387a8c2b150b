// Which regions each technique of a statement owns: those of its group, less what a condition in another sentence names.

import type { TermKind } from '../knowledge/model';
import type { Verdict } from './decide';
import type { PhraseMatch } from './lexicon';
import type { RegionMention } from './model';
import type { NamedRegions } from './named-regions';
import { type Clause, clauseAt } from './parts';
import type { Chosen } from './resolve';
import { groupTechniques, type TechniqueGroup } from './technique-groups';
import type { Token } from './tokens';

/** A run of techniques with the regions that belong to it. */
export interface OwnedGroup {
  readonly group: TechniqueGroup;
  readonly regions: readonly RegionMention[];
}

/** A statement whose phrases have been chosen. */
interface Grouped {
  readonly tokens: readonly Token[];
  readonly chosen: readonly Chosen[];
  /** Goes with `chosen`. */
  readonly verdicts: readonly Verdict[];
  readonly clauses: readonly Clause[];
  readonly breaks: ReadonlySet<number>;
  readonly named: NamedRegions;
}

/** The group of each technique, by its first token, with the regions that belong to it. */
export function techniqueGroups(grouped: Grouped): ReadonlyMap<number, OwnedGroup> | undefined {
  // Most statements name no technique: nothing is made for them.
  for (const { kind } of grouped.chosen) if (kind === 'technique') return groupsOf(grouped);
  return undefined;
}

function groupsOf({
  tokens,
  chosen,
  verdicts,
  clauses,
  breaks,
  named: { regions, assertions, sided },
}: Grouped): ReadonlyMap<number, OwnedGroup> {
  const techniques: PhraseMatch[] = [];
  /** Goes with `techniques`. */
  const leftOut: boolean[] = [];
  chosen.forEach(({ match, reading }, index) => {
    if (reading.kind !== 'technique') return;
    techniques.push(match);
    leftOut.push(verdicts[index]?.assertion === 'avoided');
  });
  const ofConditions = clauses.length === 1 ? undefined : conditionClauses(chosen, techniques, clauses);
  const groups = new Map<number, OwnedGroup>();
  const isLeftOut = ({ techniques: at }: TechniqueGroup): boolean =>
    at.every((index) => leftOut[index] === true);
  const findings = chosen.filter(({ reading }) => isFinding(reading.kind)).map(({ match }) => match);
  for (const group of groupTechniques(tokens, techniques, regions, breaks, findings)) {
    // "Heat 10 min. R knee OA": the place of a condition in a sentence of its own is not where the heat was.
    const own = clauseAt(clauses, group.from);
    const owned: RegionMention[] = [];
    // "Foot reflexology to the R foot": a place beside the technique counts more than the one in its name.
    const beside = group.regions.some((region) => regions[region]?.inner !== true);
    for (const region of group.regions) {
      const mention = beside && regions[region]?.inner === true ? undefined : sided[region];
      // What was left out names the place where it was left out: "no deep tissue L calf".
      if (mention === undefined || (assertions[region] !== 'present' && !isLeftOut(group))) continue;
      const clause = ofConditions && clauseAt(clauses, regions[region]?.from ?? 0);
      if (clause === own || ofConditions?.has(clause) !== true) owned.push(mention);
    }
    for (const at of group.techniques) groups.set(techniques[at]?.from ?? -1, { group, regions: owned });
  }
  return groups;
}

const isFinding = (kind: TermKind): boolean => kind === 'condition' || kind === 'sign';

/** The clauses that name a condition and no technique. */
function conditionClauses(
  chosen: readonly Chosen[],
  techniques: readonly PhraseMatch[],
  clauses: readonly Clause[],
): ReadonlySet<Clause | undefined> {
  const ofTechniques = new Set(techniques.map((match) => clauseAt(clauses, match.from)));
  return new Set(
    chosen
      .filter(({ reading }) => isFinding(reading.kind))
      .map(({ match }) => clauseAt(clauses, match.from))
      .filter((clause) => !ofTechniques.has(clause)),
  );
}
