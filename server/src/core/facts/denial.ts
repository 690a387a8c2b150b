// Statements that something is over: what earlier notes said ends there, and what the record says is in dispute.
import { isWithin, type Knowledge } from '../knowledge/knowledge';
import type { TermId } from '../knowledge/model';
import type { Mention } from '../mentions/model';
import type { CivilDate, PartialDate } from '../note/model';
import { daysBetween } from '../note/values/calendar';
import type { Source } from '../text/span';
import { readingsOf } from './conditions';
import { lapses } from './course';
import type { ConditionFact, MedicationFact, RecordFile, Session } from './model';

/** A statement that a condition is over, or a medicine no longer taken. */
export interface Denial {
  readonly kind: 'condition' | 'medication';
  readonly id: TermId;
  /** How it was said: over and done, or simply not there. */
  readonly says: 'over' | 'absent';
  /** By when it was over: the note's day, or the record's `until`; undefined for a record that gives no day. */
  readonly by: CivilDate | undefined;
  /** The time that the statement gives the condition: 2019 for "DVT 2019, resolved". */
  readonly when: PartialDate | undefined;
  readonly places: ConditionFact['regions'];
  readonly source: Source;
}

/** What a note says is over, absent or stopped, or has ended by what it says is there (a birth ends a pregnancy). */
export function denialsOfNote(kb: Knowledge, session: Session): readonly Denial[] {
  const before = known.get(session);
  if (before !== undefined) return before;
  const made = readDenials(kb, session);
  known.set(session, made);
  return made;
}

// A session is read with one knowledge and never changes; every later note of the client asks for it.
const known = new WeakMap<Session, readonly Denial[]>();

function readDenials(kb: Knowledge, session: Session): readonly Denial[] {
  const denials: Denial[] = [];
  const add = (mention: Mention, id: TermId, says: Denial['says']): void => {
    if (mention.kind !== 'condition' && mention.kind !== 'medication') return;
    denials.push({
      kind: mention.kind,
      id,
      says,
      by: session.date,
      when: mention.when,
      places: mention.regions,
      source: { uri: session.uri, span: mention.span },
    });
  };
  for (const mention of session.mentions) {
    if (mention.match === 'weak' || mention.otherReadings.length > 0) continue;
    if (mention.assertion === 'stopped' || mention.assertion === 'historical')
      add(mention, mention.id, 'over');
    else if (mention.assertion === 'negated') add(mention, mention.id, 'absent');
    else if (mention.assertion === 'present')
      for (const ended of endedBy(kb, mention, session.date)) add(mention, ended, 'over');
  }
  return denials;
}

/** What a condition puts an end to: a birth ends the pregnancy. One of years ago says nothing of today's. */
function endedBy(kb: Knowledge, mention: Mention, on: CivilDate | undefined): readonly TermId[] {
  const course = kb.conditions.get(mention.id)?.course;
  if (mention.kind !== 'condition' || course === undefined || on === undefined) return [];
  return lapses(course, mention.when, on) ? [] : course.ends;
}

/** What a client record says is over by a date. */
export function denialsOfRecord(
  kb: Knowledge,
  { uri, record }: RecordFile,
  asOf: CivilDate,
): readonly Denial[] {
  const conditions = record.conditions.flatMap((entry): readonly Denial[] => {
    const status = entry.status?.value;
    const until = entry.until?.value;
    const isOver = status === 'resolved' || status === 'history' || (until !== undefined && until.to < asOf);
    if (!isOver || (until !== undefined && until.to >= asOf)) return [];
    const region =
      entry.region === undefined ? undefined : readingsOf(kb, entry.region.value, 'region')[0]?.id;
    return readingsOf(kb, entry.name.value, 'condition').map(({ id }) => ({
      kind: 'condition',
      id,
      says: 'over',
      by: until?.to,
      when: entry.since?.value,
      places: region === undefined ? [] : [{ id: region, side: entry.side?.value }],
      source: { uri, span: entry.name.span },
    }));
  });
  const medications = record.medications.flatMap((entry): readonly Denial[] => {
    const until = entry.until?.value;
    if (until === undefined || until.to >= asOf) return [];
    return readingsOf(kb, entry.name.value, 'medication').map(({ id }) => ({
      kind: 'medication',
      id,
      says: 'over',
      by: until.to,
      when: undefined,
      places: [],
      source: { uri, span: entry.name.span },
    }));
  });
  return [...conditions, ...medications];
}

/** What a denial does to an older statement: it ends it, or the two differ; undefined if it speaks of something else. */
export function weighDenial(
  kb: Knowledge,
  denial: Denial,
  fact: ConditionFact | MedicationFact,
): 'ends' | 'differs' | undefined {
  if (denial.kind !== fact.kind) return undefined;
  if (fact.kind === 'medication') return denial.id === fact.id ? 'ends' : undefined;
  const suspected = kb.conditions.get(denial.id)?.suspected === fact.id;
  if (denial.id !== fact.id && !suspected) return undefined;
  if (!mayBeSamePlace(kb, denial.places, fact.regions)) return undefined;
  // "DVT 2019, resolved" is another one than the clot of this year.
  if (denial.when !== undefined && fact.onset !== undefined && denial.when.to < fact.onset.from)
    return undefined;
  if (isOlderEvent(denial, fact)) return undefined;
  const course = kb.conditions.get(fact.id)?.course.kind;
  if (suspected || fact.certainty === 'possible' || course === 'acute' || course === 'episodic')
    return 'ends';
  // "No DVT" weeks after a clot was noted: the two notes differ, and neither is silenced by a guess.
  return denial.says === 'over' ? 'ends' : course === 'event' ? 'differs' : undefined;
}

// An event that is dated half a year or more before another note called it present is not the same one.
const sameEventDays = 180;

function isOlderEvent(denial: Denial, fact: ConditionFact): boolean {
  if (denial.when === undefined || fact.onset !== undefined || fact.statedOn === undefined) return false;
  return (daysBetween(denial.when.to, fact.statedOn) ?? 0) > sameEventDays;
}

/** False only if both name a place and no two of them touch: "no wound on the R leg" says nothing of the L forearm. */
export function mayBeSamePlace(
  kb: Knowledge,
  a: ConditionFact['regions'],
  b: ConditionFact['regions'],
): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((one) =>
    b.some(
      (other) =>
        (isWithin(kb.regions, one.id, other.id) || isWithin(kb.regions, other.id, one.id)) &&
        (one.side === undefined ||
          other.side === undefined ||
          one.side === other.side ||
          one.side === 'bilateral' ||
          other.side === 'bilateral'),
    ),
  );
}
