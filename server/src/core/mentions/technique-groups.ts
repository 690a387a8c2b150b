// Which regions and doses belong to which techniques of a treatment entry.
import { indexesWithin } from './condition-regions';
import { type Clause, lowerBound } from './parts';
import { joining, type RegionAt, readSide } from './sides';
import type { Token } from './tokens';

/** A run of techniques with the regions that belong to them, and the tokens that speak of them. */
export interface TechniqueGroup {
  readonly techniques: readonly number[];
  readonly regions: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * Groups techniques with their regions: a run of techniques owns the regions that follow until the next technique;
 * where the list leads with the places ("L QL MFR 10 min, R UT stripping 5 min"), each owns those before it.
 * Techniques, regions and findings are in the order of the text; the groups hold indexes into the first two.
 */
export function groupTechniques(
  tokens: readonly Token[],
  techniques: readonly Clause[],
  regions: readonly RegionAt[],
  breaks: ReadonlySet<number>,
  findings: readonly Clause[] = [],
): readonly TechniqueGroup[] {
  const runs: { techniques: number[]; from: number; to: number }[] = [];
  techniques.forEach((technique, index) => {
    const last = index === 0 ? undefined : runs[runs.length - 1];
    const before = index === 0 ? undefined : techniques[index - 1];
    if (
      last !== undefined &&
      before !== undefined &&
      isOneRun(tokens, before.to, technique.from, regions, breaks)
    ) {
      last.techniques.push(index);
      last.to = technique.to;
    } else runs.push({ techniques: [index], from: technique.from, to: technique.to });
  });
  const [first] = runs;
  if (first === undefined) return [];
  const ahead = runs.map((run, at) => (at === 0 ? undefined : placeRightBefore(tokens, run.from, regions)));
  const behind = runs.map((run, at) => {
    const own = indexesWithin(regions, run.from, runs[at + 1]?.from ?? tokens.length).filter(
      (index) => index !== ahead[at + 1],
    );
    const before = ahead[at];
    return before === undefined ? own : [before, ...own];
  });
  const leading = indexesWithin(regions, 0, first.from).filter(
    (index) => !crosses(breaks, regions[index]?.to ?? 0, first.from),
  );
  const placesLead =
    leading.length > 0 &&
    !isFindings(findings, regions[leading[leading.length - 1] ?? -1], first.from) &&
    behind.every((own, at) => (at === runs.length - 1) === (own.length === 0));
  return runs.map((run, at) => {
    const own = placesLead
      ? at === 0
        ? leading
        : (behind[at - 1] ?? [])
      : at === 0 && behind[0]?.length === 0
        ? leading
        : (behind[at] ?? []);
    const from =
      at === 0 && own === leading
        ? Math.min(run.from, regions[leading[0] ?? -1]?.from ?? run.from)
        : run.from;
    return { techniques: run.techniques, regions: own, from, to: runs[at + 1]?.from ?? tokens.length };
  });
}

/** "Heat pack + quads stripping": a place between what joins two items and a technique belongs to that technique. */
function placeRightBefore(
  tokens: readonly Token[],
  technique: number,
  regions: readonly RegionAt[],
): number | undefined {
  const index = lowerBound(regions, technique) - 1;
  const region = regions[index];
  if (region === undefined || region.to !== technique) return undefined;
  const first = readSide(tokens, region.from - 1, false) === undefined ? region.from - 1 : region.from - 2;
  return joining.has(tokens[first]?.norm ?? '') ? index : undefined;
}

/** "Groin strain L, MFR adductors, ice": the place that leads is that of a finding. */
function isFindings(findings: readonly Clause[], region: RegionAt | undefined, technique: number): boolean {
  if (region === undefined) return false;
  const next = findings[lowerBound(findings, region.from)];
  return next !== undefined && next.from < technique;
}

/** Two techniques are one run if no place, dose or end of a clause stands between them. */
function isOneRun(
  tokens: readonly Token[],
  from: number,
  to: number,
  regions: readonly RegionAt[],
  breaks: ReadonlySet<number>,
): boolean {
  for (let i = from; i < to; i++) if (/^\d+(?:min|mins|m)?$/.test(tokens[i]?.norm ?? '')) return false;
  return indexesWithin(regions, from, to).length === 0 && !crosses(breaks, from, to);
}

const crosses = (breaks: ReadonlySet<number>, from: number, to: number): boolean => {
  for (let i = from; i <= to; i++) if (breaks.has(i)) return true;
  return false;
};
