// Clearances and overrides: how a practice answers a rule.
import type { Fact } from '../facts/model';
import { readDepth } from '../facts/treatment';
import { isWithin } from '../knowledge/knowledge';
import { type Depth, depths, type Rule } from '../knowledge/model';
import { getLexicon, lookUpPhrase } from '../mentions/lexicon';
import type { CivilDate, ClearanceEntry, OverrideEntry } from '../note/model';
import { say } from '../text/say';
import type { Source } from '../text/span';
import type { Because, Finding } from './finding';
import type { Case, Use } from './match';
import { cut } from './words';

/** What a client's clearances say of a rule. */
export interface ClearanceAnswer {
  /** True if one is in force at the session's date and allows this use. */
  readonly isCleared: boolean;
  /** Why those that speak of the rule do not meet it: ended, not begun, without a name or day, for gentler work. */
  readonly remarks: readonly Because[];
}

/**
 * Asks the client's clearances about a rule and a use of a technique. With `isTakenOver` the rule holds because a
 * clearance met another one: a clearance of the whole does not clear it too, only one that names the use.
 */
export function askClearances(
  at: Case,
  rule: Rule,
  fact: Fact | undefined,
  use: Use,
  isTakenOver = false,
): ClearanceAnswer {
  const remarks: Because[] = [];
  for (const { entry, source } of at.client.clearances) {
    if (!isAbout(at, entry.for.value, rule, fact)) continue;
    if (isTakenOver && entry.allows.length === 0) continue;
    const text = remarkOn(at, entry, use);
    if (text === undefined) return { isCleared: true, remarks: [] };
    remarks.push({ at: source, text });
  }
  return { isCleared: false, remarks };
}

/** True if a clearance says who gave it and on what day; without both nobody can rely on it. */
export const isComplete = (entry: ClearanceEntry): boolean =>
  (entry.by?.value.trim() ?? '') !== '' && entry.on !== undefined;

/** Why a clearance does not hold for a use at the session's date; undefined if it does. */
function remarkOn(at: Case, entry: ClearanceEntry, use: Use): string | undefined {
  if (!isComplete(entry)) return say`This clearance does not count yet: say who gave it (by) and when (on)`;
  const by = entry.by?.value.trim() ?? '';
  if (entry.on !== undefined && at.date < entry.on.value.from)
    return say`The clearance by ${by} holds from ${entry.on.value.from}`;
  if (entry.until !== undefined && entry.until.value.to < at.date)
    return say`The clearance by ${by} ended on ${entry.until.value.to}`;
  if (allows(at, entry, use)) return undefined;
  return say`The clearance by ${by} allows only ${entry.allows.map(({ value }) => value).join(', ')}`;
}

/** A rule's id without its family: `contraindication/dvt-deep-absolute` and the bare id mean the same. */
export const plainRule = (name: string): string => name.replace(/^[a-z-]+\//, '');

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
  return entry.allows.some(({ value }) => {
    const named = lookUpPhrase(getLexicon(at.kb), value).filter((reading) => reading.kind === 'technique');
    if (named.length > 0)
      return named.some(
        (reading) =>
          isWithin(at.kb.techniques, use.id, reading.id) &&
          !isDeeper(use.depth, at.kb.techniques.get(reading.id)?.depth ?? 'deep'),
      );
    const limit = readDepth(value);
    return limit !== undefined && !isDeeper(use.depth, limit);
  });
}

const isDeeper = (used: Depth, allowed: Depth): boolean => depths.indexOf(used) > depths.indexOf(allowed);

/** True on the days for which an override was given. */
export const holdsOn = ({ on, until }: OverrideEntry, date: CivilDate): boolean =>
  (on === undefined || on.value.from <= date) && (until === undefined || date <= until.value.to);

/** An override that answers a rule, with its place. */
export interface Answer {
  readonly entry: OverrideEntry;
  readonly source: Source;
  /** `incomplete`: it lacks the coded reason, or the words that an absolute rule asks for. */
  readonly state: 'answers' | 'incomplete' | 'ended';
}

/**
 * The override that answers a rule at the session's date; else one that would, were it complete or not yet ended. For
 * `wrong-match` its phrase must be the one at hand.
 */
export function overrideFor(at: Case, rule: Rule, phrases: readonly string[]): Answer | undefined {
  let lapsed: Answer | undefined;
  for (const { entry, source } of at.client.overrides) {
    if (plainRule(entry.rule.value.trim()) !== rule.id) continue;
    if (entry.on !== undefined && at.date < entry.on.value.from) continue;
    const wanted = entry.phrase?.value.trim().toLowerCase();
    if (wanted !== undefined && !phrases.some((phrase) => phrase.toLowerCase() === wanted)) continue;
    const found = { entry, source, state: stateOf(entry, rule, at.date) };
    if (found.state === 'answers') return found;
    lapsed ??= found;
  }
  return lapsed;
}

function stateOf(entry: OverrideEntry, rule: Rule, date: string): Answer['state'] {
  if (entry.until !== undefined && entry.until.value.to < date) return 'ended';
  const explained = (entry.note?.value.trim() ?? '') !== '';
  return entry.reason !== undefined &&
    (rule.level !== 'absolute' || explained || entry.reason.value === 'wrong-match')
    ? 'answers'
    : 'incomplete';
}

/** A finding that an override answers: information that names it, or the hint that it was, without fixes. */
export function answered(finding: Finding, reason: string, source: Source): Finding {
  return {
    ...finding,
    severity: finding.severity === 'hint' ? 'hint' : 'information',
    message: cut(say`Overridden (${reason}): ${finding.message}`),
    fixes: [],
    answeredBy: source,
  };
}

/** What an override says, and why it may not count. */
export function wordAnswer({ entry, state }: Answer): string {
  const reason = entry.reason?.value ?? '';
  switch (state) {
    case 'answers':
      return say`Override: ${reason}`;
    case 'ended':
      return say`The override (${reason}) ended on ${entry.until?.value.to ?? ''}`;
    case 'incomplete':
      return say`This override lacks a coded reason, or the words that an absolute rule asks for.`;
  }
}
