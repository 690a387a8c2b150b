// The baseline: findings that were there when a practice began to check, so that only new ones fail.
// It holds rule ids, paths and hashes, no word of a note, and is meant to be committed.
import { maximumReportBytes, readTextFile } from '../../io/files';
import { UsageError } from '../command';
import type { CliIo } from '../console';
import { writeOutput } from '../output';
import type { ReportedFinding } from '../report';

/** By file (from the root of the practice), then by rule: the fingerprints. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** A finding with the file it is in, as the baseline names it. */
export interface Placed {
  readonly place: string;
  readonly finding: ReportedFinding;
}

const form = 1;

/** Reads a baseline. Throws a `UsageError` that says what to do if there is none, or it is damaged. */
export function readBaseline(path: string, shown: string): Baseline {
  const read = readTextFile(path, maximumReportBytes);
  if (!read.ok && read.reason === 'missing')
    throw new UsageError(
      `${shown} does not exist. Write it first: soap-notes check --write-baseline --baseline ${shown}`,
    );
  if (!read.ok) throw new UsageError(`${shown} ${read.message}.`);
  const baseline = parseBaseline(read.text);
  if (baseline === undefined)
    throw new UsageError(
      `${shown} is no baseline of this version. Restore it from git, or write it anew with --write-baseline.`,
    );
  return baseline;
}

function parseBaseline(text: string): Baseline | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMap(value) || value.form !== form || !isMap(value.findings)) return undefined;
  const files = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const [file, rules] of Object.entries(value.findings)) {
    if (!isMap(rules)) return undefined;
    const known = new Map<string, readonly string[]>();
    for (const [rule, prints] of Object.entries(rules)) {
      if (!Array.isArray(prints) || !prints.every((print) => typeof print === 'string')) return undefined;
      known.set(rule, prints);
    }
    files.set(file, known);
  }
  return files;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True if the baseline knows the finding. A failure of ours is never known. */
export const isKnown = (baseline: Baseline, { place, finding }: Placed): boolean =>
  !finding.rule.startsWith('internal/') &&
  baseline.get(place)?.get(finding.rule)?.includes(finding.fingerprint) === true;

/** A baseline of these findings. */
export function makeBaseline(findings: readonly Placed[]): Baseline {
  const files = new Map<string, Map<string, string[]>>();
  for (const { place, finding } of findings) {
    if (finding.rule.startsWith('internal/')) continue;
    const rules = files.get(place) ?? new Map<string, string[]>();
    files.set(place, rules);
    rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), finding.fingerprint]);
  }
  return files;
}

/**
 * The baseline without what is not found any more in the files that were checked. What other files hold stays, except
 * for files that are gone.
 */
export function pruneBaseline(
  baseline: Baseline,
  findings: readonly Placed[],
  state: (place: string) => 'checked' | 'there' | 'gone',
): Baseline {
  const found = makeBaseline(findings);
  const kept = new Map<string, Map<string, readonly string[]>>();
  for (const [place, rules] of baseline) {
    const now = state(place);
    if (now === 'gone') continue;
    const left = new Map<string, readonly string[]>();
    for (const [rule, prints] of rules) {
      const still =
        now === 'there' ? prints : prints.filter((print) => found.get(place)?.get(rule)?.includes(print));
      if (still.length > 0) left.set(rule, still);
    }
    if (left.size > 0) kept.set(place, left);
  }
  return kept;
}

export const countKnown = (baseline: Baseline): number =>
  [...baseline.values()].reduce(
    (sum, rules) => sum + [...rules.values()].reduce((own, prints) => own + prints.length, 0),
    0,
  );

/** Writes a baseline, sorted, so that its changes read well in git. Throws a `UsageError` if it cannot be written. */
export function writeBaseline(path: string, shown: string, baseline: Baseline, io: CliIo): void {
  const sorted = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const findings = Object.fromEntries(
    sorted(baseline).map(([file, rules]) => [
      file,
      Object.fromEntries(sorted(rules).map(([rule, prints]) => [rule, [...prints].sort()])),
    ]),
  );
  writeOutput(path, shown, `${JSON.stringify({ form, findings }, undefined, 2)}\n`, io);
}
