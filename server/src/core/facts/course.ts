// What time does to a condition: its phase, and when it is over by itself.
import type { Course, Phase } from '../knowledge/model';
import type { CivilDate, PartialDate } from '../note/model';
import { daysBetween } from '../note/values/calendar';
import type { ConditionFact } from './model';

/** The phase of a condition that began at `onset`, as of a date; undefined where its course does not say. */
export function phaseAt(course: Course, onset: PartialDate | undefined, asOf: CivilDate): Phase | undefined {
  const days = onset === undefined ? undefined : daysBetween(onset.to, asOf);
  if (days === undefined || course.acuteDays === undefined)
    return course.kind === 'chronic' ? 'chronic' : undefined;
  if (days <= course.acuteDays) return 'acute';
  return days <= course.acuteDays + (course.subacuteDays ?? 0) ? 'subacute' : 'chronic';
}

/** True if by `asOf` a condition of this course that began at `onset` is over by itself. */
export function lapses(course: Course, onset: PartialDate | undefined, asOf: CivilDate): boolean {
  if (course.lapsesAfterDays === undefined || onset === undefined) return false;
  const days = daysBetween(onset.to, asOf);
  return days !== undefined && days > course.lapsesAfterDays;
}

/** True for what passes by itself: an illness of days, an event that recedes. */
export const isPassing = (course: Course): boolean => course.kind === 'acute' || course.kind === 'event';

// A passing condition whose course gives no number is taken to be over after this many days without a new mention.
const defaultLapseDays = 30;

/** True if a condition last stated on `statedOn` no longer counts at `asOf` without a new statement. */
export function isStale(course: Course, statedOn: CivilDate | undefined, asOf: CivilDate): boolean {
  const limit = course.lapsesAfterDays ?? (isPassing(course) ? defaultLapseDays : undefined);
  const days = statedOn === undefined ? undefined : daysBetween(statedOn, asOf);
  return limit !== undefined && days !== undefined && days > limit;
}

/**
 * The phase at `asOf` of a condition that an earlier note stated. With an onset it is reckoned; without one the day of
 * that note is the latest it can have begun, which bounds the phase from below.
 */
export function carriedPhase(course: Course, fact: ConditionFact, asOf: CivilDate): Phase | undefined {
  if (fact.onset !== undefined) return phaseAt(course, fact.onset, asOf);
  if (fact.statedOn === undefined || fact.phase === 'chronic') return fact.phase;
  const stated: PartialDate = { from: fact.statedOn, to: fact.statedOn, precision: 'day' };
  const atLeast = phaseAt(course, stated, asOf);
  if (atLeast === 'chronic' || atLeast === undefined) return atLeast ?? fact.phase;
  // A later phase than stated is certain only for what was stated to be early.
  return atLeast === 'subacute' ? (fact.phase === undefined ? undefined : 'subacute') : fact.phase;
}
