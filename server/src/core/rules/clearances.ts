// Clearances and overrides: how a practice answers a rule.
import type { Fact } from '../facts/model';
import { readDepth } from '../facts/treatment';
import { isWithin } from '../knowledge/knowledge';
import type { Rule } from '../knowledge/model';
import { getLexicon, lookUpPhrase } from '../mentions/lexicon';
import type { ClearanceEntry, OverrideEntry } from '../note/model';
import type { Source } from '../text/span';
import type { Case, Use } from './match';

/** True if a clearance that is in force at the session's date meets the rule for this use. */
export function clearanceFor(at: Case, rule: Rule, fact: Fact | undefined, use: Use): boolean {
  return at.client.clearances.some(
    ({ entry }) =>
      isInForce(entry, at.date) && isAbout(at, entry.for.value, rule, fact) && allows(at, entry, use),
  );
}

const isInForce = (entry: ClearanceEntry, date: string): boolean =>
  (entry.on === undefined || entry.on.value.from <= date) &&
  (entry.until === undefined || date <= entry.until.value.to);

const plainRule = (name: string): string => name.replace(/^[a-z-]+\//, '');

/** True if a name (rule id, condition, medication or class) speaks of this rule or its cause. */
function isAbout(at: Case, name: string, rule: Rule, fact: Fact | undefined): boolean {
  const plain = name.trim().toLowerCase();
  if (plainRule(plain) === rule.id) return true;
  if (fact === undefined) return false;
  if (plain === fact.id) return true;
  const readings = lookUpPhrase(getLexicon(at.kb), name);
  if (fact.kind === 'medication') {
    const medication = at.kb.medications.get(fact.id);
    const classes = [medication?.class, ...(medication?.alsoClasses ?? [])];
    const named = at.kb.data.medicationClasses.find(
      (entry) => entry.id === plain || entry.name.toLowerCase() === plain,
    );
    if (named !== undefined && classes.includes(named.id)) return true;
    return readings.some(
      (reading) =>
        reading.kind === 'medication' &&
        (reading.id === fact.id || classes.includes(at.kb.medications.get(reading.id)?.class ?? '-')),
    );
  }
  if (fact.kind === 'finding') return false;
  return readings.some((reading) => {
    if (reading.kind !== 'condition') return false;
    const condition = at.kb.conditions.get(reading.id);
    // A clearance for DVT also covers its suspected and its past form.
    return (
      reading.id === fact.id || condition?.suspected === fact.id || condition?.course.becomes === fact.id
    );
  });
}

/** True if the clearance allows this use: it names no limits, or the technique, or a pressure that is not exceeded. */
function allows(at: Case, entry: ClearanceEntry, use: Use): boolean {
  if (entry.allows.length === 0) return true;
  const depths = ['light', 'moderate', 'deep'];
  return entry.allows.some(({ value }) => {
    const named = lookUpPhrase(getLexicon(at.kb), value).filter((reading) => reading.kind === 'technique');
    if (named.length > 0)
      return named.some(
        (reading) => isWithin(at.kb.techniques, use.id, reading.id) && !isDeeper(at, use, reading.id),
      );
    const limit = readDepth(value);
    return limit !== undefined && depths.indexOf(use.depth) <= depths.indexOf(limit);
  });
}

const isDeeper = (at: Case, use: Use, allowed: string): boolean => {
  const depths = ['light', 'moderate', 'deep'];
  return depths.indexOf(use.depth) > depths.indexOf(at.kb.techniques.get(allowed)?.depth ?? 'deep');
};

/** An override that answers a rule, with its place. */
export interface Answer {
  readonly entry: OverrideEntry;
  readonly source: Source;
  /** False if it lacks the coded reason, or the words that an absolute rule asks for. */
  readonly complete: boolean;
}

/** The override that answers a rule at the session's date; for `wrong-match` its phrase must be the one at hand. */
export function overrideFor(at: Case, rule: Rule, phrases: readonly string[]): Answer | undefined {
  for (const { entry, source } of at.client.overrides) {
    if (plainRule(entry.rule.value.trim()) !== rule.id) continue;
    if (entry.until !== undefined && entry.until.value.to < at.date) continue;
    const wanted = entry.phrase?.value.trim().toLowerCase();
    if (wanted !== undefined && !phrases.some((phrase) => phrase.toLowerCase() === wanted)) continue;
    const explained = (entry.note?.value.trim() ?? '') !== '';
    const complete =
      entry.reason !== undefined &&
      (rule.level !== 'absolute' || explained || entry.reason.value === 'wrong-match');
    return { entry, source, complete };
  }
  return undefined;
}
