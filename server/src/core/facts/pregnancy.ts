// Pregnancy: weeks and trimester at a date, from the due date in the record or the weeks stated in a note.
import type { Knowledge } from '../knowledge/knowledge';
import type { Mention } from '../mentions/model';
import type { CivilDate, PregnancyEntry } from '../note/model';
import { addDays, daysBetween } from '../note/values/calendar';
import { listGestations } from '../note/values/relative';
import type { Source, Uri } from '../text/span';
import type { Stated } from './conditions';
import { isStale } from './course';
import { type ConditionFact, conditionFact, type Fact } from './model';

// Full term: the due date lies 280 days after the last period (general knowledge).
const termDays = 280;
// The second trimester begins with 14 weeks (general knowledge; sources differ by a week).
const secondTrimesterWeek = 14;
const postpartumDays = 180;
// No pregnancy is taken to last longer than this.
const longestWeeks = 42;

/** Completed weeks of gestation at a date; above 42 or below 0 the date lies outside the pregnancy. */
export function gestationWeeks(due: CivilDate, asOf: CivilDate): number | undefined {
  const left = daysBetween(asOf, due);
  return left === undefined ? undefined : Math.floor((termDays - left) / 7);
}

/** Facts of the `pregnancy:` entry of a client record as of a date. */
export function pregnancyFactsOfEntry(
  kb: Knowledge,
  uri: Uri,
  entry: PregnancyEntry,
  asOf: CivilDate,
): readonly ConditionFact[] {
  const due = entry.due.value.to;
  const told: Told = { source: { uri, span: entry.due.span }, on: undefined, due, certainty: 'stated' };
  const weeks = gestationWeeks(due, asOf);
  if (weeks === undefined || weeks < 0) return [];
  return weeks > longestWeeks
    ? afterBirth(kb, told, asOf)
    : [...factOf(kb, 'pregnancy', told), ...factOf(kb, trimesterOf(weeks), told)];
}

/** Facts of a note that states the weeks: "14 weeks pregnant", "22/40". */
export function pregnancyFactsOf(
  kb: Knowledge,
  text: string,
  mentions: readonly Mention[],
  stated: Stated,
): readonly ConditionFact[] {
  return mentions.flatMap((mention) => {
    if (mention.kind !== 'condition' || mention.id !== 'pregnancy' || mention.assertion !== 'present')
      return [];
    const around = text.slice(
      Math.max(mention.reach.start, mention.span.start - 40),
      Math.min(mention.reach.end, mention.span.end + 40),
    );
    const weeks = readWeeks(around);
    if (weeks === undefined) return [];
    const told: Told = {
      source: { uri: stated.uri, span: mention.span },
      on: stated.on,
      due: addDays(stated.asOf, termDays - 7 * weeks),
      certainty: 'stated',
    };
    return [...factOf(kb, 'pregnancy', told), ...factOf(kb, trimesterOf(weeks), told)];
  });
}

/** The weeks of gestation stated beside the word: "14 weeks pregnant", "22/40", "pregnant, 14 wks". */
export function readWeeks(text: string): number | undefined {
  const stated = listGestations(text)[0]?.value.weeks;
  if (stated !== undefined) return stated;
  const match = /(?<!\d)(\d{1,2})\s?(?:w(?:ee)?ks?)(?![a-z])/i.exec(text);
  const weeks = match?.[1] === undefined ? undefined : Number(match[1]);
  return weeks !== undefined && weeks <= longestWeeks ? weeks : undefined;
}

const firstTrimester = 'pregnancy-first-trimester';
const laterTrimester = 'pregnancy-second-third';

/** True for the facts whose weeks go on: a pregnancy, and its trimester. */
export const isPregnancy = (fact: Fact): boolean =>
  fact.kind === 'condition' && (fact.id === 'pregnancy' || isTrimester(fact));

/** True for a fact that says which trimester it is. */
export const isTrimester = (fact: Fact): boolean =>
  fact.kind === 'condition' && (fact.id === firstTrimester || fact.id === laterTrimester);

/** What a pregnancy that an earlier note stated has become by `asOf`: a later trimester, a birth, or nothing known. */
export function carryPregnancy(
  kb: Knowledge,
  fact: ConditionFact,
  asOf: CivilDate,
): readonly ConditionFact[] {
  const certainty = fact.certainty === 'possible' ? 'possible' : 'carried';
  const told: Told = { source: fact.source, on: fact.statedOn, due: fact.due, certainty };
  const weeks = fact.due === undefined ? undefined : gestationWeeks(fact.due, asOf);
  if (weeks !== undefined && weeks > longestWeeks)
    return fact.id === 'pregnancy' ? afterBirth(kb, told, asOf) : [];
  if (weeks !== undefined && isTrimester(fact)) return factOf(kb, trimesterOf(weeks), told);
  const course = kb.conditions.get(fact.id)?.course;
  if (course === undefined || !isStale(course, fact.statedOn, asOf)) return [{ ...fact, certainty }];
  // "First trimester", said in words more than fourteen weeks ago: by now it is a later one, if it is still there.
  return fact.id === firstTrimester ? factOf(kb, laterTrimester, { ...told, certainty: 'possible' }) : [];
}

/** Who told of a pregnancy, and when it is due. */
interface Told {
  readonly source: Source;
  readonly on: CivilDate | undefined;
  readonly due: CivilDate | undefined;
  readonly certainty: ConditionFact['certainty'];
}

const trimesterOf = (weeks: number): string =>
  weeks < secondTrimesterWeek ? firstTrimester : laterTrimester;

/** A due date that is past says that there was a birth, unless nobody wrote otherwise: possibly postpartum, for a time. */
function afterBirth(kb: Knowledge, told: Told, asOf: CivilDate): readonly ConditionFact[] {
  const since = told.due === undefined ? undefined : daysBetween(told.due, asOf);
  return since !== undefined && since <= postpartumDays
    ? factOf(kb, 'postpartum', { ...told, certainty: 'possible' })
    : [];
}

const factOf = (kb: Knowledge, id: string, { source, on, due, certainty }: Told): readonly ConditionFact[] =>
  kb.conditions.has(id) ? [conditionFact({ id, certainty, source, statedOn: on, due })] : [];
