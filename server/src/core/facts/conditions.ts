// Turns statements about conditions and medications into facts: from mentions in a note, from entries of records.
import type { Knowledge } from '../knowledge/knowledge';
import type { TermId } from '../knowledge/model';
import { getLexicon, lookUpPhrase, type Reading } from '../mentions/lexicon';
import type { Mention } from '../mentions/model';
import type { CivilDate, ConditionEntry, MedicationEntry, PartialDate, SurgeryEntry } from '../note/model';
import { oncePer, oncePerText } from '../text/once';
import type { Uri } from '../text/span';
import { isPassing, lapses, phaseAt } from './course';
import { type Certainty, type ConditionFact, conditionFact, type MedicationFact } from './model';

/** Where and when something was stated. */
export interface Stated {
  readonly uri: Uri;
  /** The date of the note, or undefined for a record, which holds until changed. */
  readonly on: CivilDate | undefined;
  /** The date as of which phases are worked out. */
  readonly asOf: CivilDate;
}

/** Facts of one mention; an undecided short form gives one doubtful fact for each reading. */
export function conditionFactsOf(kb: Knowledge, mention: Mention, stated: Stated): readonly ConditionFact[] {
  if (mention.kind !== 'condition') return [];
  if (
    mention.assertion !== 'present' &&
    mention.assertion !== 'possible' &&
    mention.assertion !== 'historical'
  )
    return [];
  const readings = [
    mention.id,
    ...mention.otherReadings.flatMap((other) => (other.kind === 'condition' ? [other.id] : [])),
  ];
  return readings.flatMap((id) => {
    const condition = kb.conditions.get(id);
    if (condition === undefined) return [];
    const doubtful =
      mention.assertion === 'possible' || mention.match === 'weak' || mention.otherReadings.length > 0;
    return [
      settle(
        kb,
        conditionFact({
          id,
          certainty: doubtful ? 'possible' : 'stated',
          historical: mention.assertion === 'historical',
          regions:
            mention.regions.length > 0
              ? mention.regions.map(({ id: region, side }) => ({ id: region, side }))
              : defaultRegion(kb, id, mention.side),
          onset: mention.when,
          phase: mention.phase ?? phaseAt(condition.course, mention.when, stated.asOf),
          severity: mention.severity,
          weak: mention.match === 'weak',
          readAs: mention.slip?.word,
          source: { uri: stated.uri, span: mention.span },
          statedOn: stated.on,
        }),
        mention.assertion === 'possible',
      ),
    ];
  });
}

const defaultRegion = (kb: Knowledge, id: TermId, side: Mention['side']): ConditionFact['regions'] => {
  const region = kb.conditions.get(id)?.region;
  return region === undefined ? [] : [{ id: region, side }];
};

/** An old attack becomes its "past" entry, a suspicion its "suspected" entry, where the base has one. */
function settle(kb: Knowledge, fact: ConditionFact, suspected: boolean): ConditionFact {
  const [past] = fact.historical ? toPast(kb, fact) : [];
  if (past !== undefined) return past;
  const suspicion = suspected ? kb.conditions.get(fact.id)?.suspected : undefined;
  return suspicion === undefined ? fact : { ...fact, id: suspicion };
}

/**
 * What a condition leaves once it is over, such as a history of clots, which is itself never over; nothing for one that
 * leaves nothing.
 */
export function toPast(kb: Knowledge, fact: ConditionFact): readonly ConditionFact[] {
  const past = pastFormsOf(kb).has(fact.id) ? fact.id : kb.conditions.get(fact.id)?.course.becomes;
  return past === undefined ? [] : [{ ...fact, id: past, historical: false, past: true, phase: 'chronic' }];
}

/** The conditions that others become. */
const pastFormsOf = oncePer(
  (kb: Knowledge): ReadonlySet<TermId> =>
    new Set(kb.data.conditions.flatMap(({ course }) => course.becomes ?? [])),
);

/** Facts of one medication mention. */
export function medicationFactsOf(
  kb: Knowledge,
  mention: Mention,
  stated: Stated,
): readonly MedicationFact[] {
  if (mention.kind !== 'medication' || !kb.medications.has(mention.id)) return [];
  if (mention.assertion !== 'taken' && mention.assertion !== 'possible') return [];
  const doubtful =
    mention.assertion === 'possible' || mention.match === 'weak' || mention.otherReadings.length > 0;
  return [
    {
      kind: 'medication',
      id: mention.id,
      certainty: doubtful ? 'possible' : 'stated',
      since: mention.when,
      weak: mention.match === 'weak',
      readAs: mention.slip?.word,
      source: { uri: stated.uri, span: mention.span },
      also: [],
      against: [],
      statedOn: stated.on,
    },
  ];
}

/** The readings of a name written in a record, of one kind, strongest form first. */
export const readingsOf = (kb: Knowledge, name: string, kind: Reading['kind']): readonly Reading[] =>
  readingsIn(kb)(name).filter((reading) => reading.kind === kind);

// Every note of a client asks for the names in its record, and many clients have the same.
const readingsIn = oncePer((kb: Knowledge) => oncePerText((name) => lookUpPhrase(getLexicon(kb), name)));

/** Facts of an entry of `conditions:`. A name that the base does not know gives none; the caller says so. */
export function conditionFactsOfEntry(
  kb: Knowledge,
  entry: ConditionEntry,
  stated: Stated,
): readonly ConditionFact[] {
  const status = entry.status?.value ?? 'active';
  const readings = readingsOf(kb, entry.name.value, 'condition');
  const region = entry.region === undefined ? undefined : readingsOf(kb, entry.region.value, 'region')[0]?.id;
  return readings.flatMap((reading) => {
    const condition = kb.conditions.get(reading.id);
    if (condition === undefined) return [];
    const over = status === 'resolved' || status === 'history' || isPast(entry.until?.value, stated.asOf);
    // What passes is over in its time: a fever of spring, a heart attack of three years ago. If the record says in so
    // many words that it is active, or it is a therapy of which only the start is told, it stays, with the doubt said.
    const lapsed = isPassing(condition.course) && lapses(condition.course, entry.since?.value, stated.asOf);
    const insists = entry.status?.value === 'active' || condition.course.untilEnded;
    const certainty: Certainty = status === 'suspected' || readings.length > 1 ? 'possible' : 'stated';
    const side = entry.side?.value;
    return [
      settle(
        kb,
        conditionFact({
          id: reading.id,
          certainty,
          historical: over || (lapsed && !insists),
          regions:
            region !== undefined
              ? [{ id: region, side }]
              : condition.region === undefined
                ? []
                : [{ id: condition.region, side }],
          onset: entry.since?.value,
          phase: phaseAt(condition.course, entry.since?.value, stated.asOf),
          severity: entry.severity?.value.toLowerCase(),
          source: { uri: stated.uri, span: entry.name.span },
          mayBeOver: lapsed && insists,
          statedOn: stated.on,
        }),
        status === 'suspected',
      ),
    ];
  });
}

/** Facts of an entry of `medications:`. */
export function medicationFactsOfEntry(
  kb: Knowledge,
  entry: MedicationEntry,
  stated: Stated,
): readonly MedicationFact[] {
  if (isPast(entry.until?.value, stated.asOf)) return [];
  return readingsOf(kb, entry.name.value, 'medication')
    .slice(0, 1)
    .map((reading) => ({
      kind: 'medication',
      id: reading.id,
      certainty: 'stated',
      since: entry.since?.value,
      weak: false,
      readAs: undefined,
      source: { uri: stated.uri, span: entry.name.span },
      also: [],
      against: [],
      statedOn: stated.on,
    }));
}

/** Facts of an entry of `surgeries:`: recent surgery for its weeks, and the condition that its name says. */
export function surgeryFactsOf(kb: Knowledge, entry: SurgeryEntry, stated: Stated): readonly ConditionFact[] {
  const named: readonly TermId[] = readingsOf(kb, entry.name.value, 'condition').map((reading) => reading.id);
  const region = entry.region === undefined ? undefined : readingsOf(kb, entry.region.value, 'region')[0]?.id;
  return [...new Set([...named, 'surgery-recent'])].flatMap((id) => {
    const condition = kb.conditions.get(id);
    if (condition === undefined || lapses(condition.course, entry.on?.value, stated.asOf)) return [];
    return [
      conditionFact({
        id,
        certainty: entry.on === undefined ? 'possible' : 'stated',
        regions:
          region !== undefined
            ? [{ id: region, side: entry.side?.value }]
            : condition.region === undefined
              ? []
              : [{ id: condition.region, side: entry.side?.value }],
        onset: entry.on?.value,
        phase: phaseAt(condition.course, entry.on?.value, stated.asOf),
        source: { uri: stated.uri, span: entry.name.span },
        statedOn: stated.on,
      }),
    ];
  });
}

/** True unless an entry of a record gives a day that is still to come. */
export const hasBegun = (date: PartialDate | undefined, asOf: CivilDate): boolean =>
  date === undefined || date.from <= asOf;

const isPast = (date: PartialDate | undefined, asOf: CivilDate): boolean =>
  date !== undefined && date.to < asOf;
