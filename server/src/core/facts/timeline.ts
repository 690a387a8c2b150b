// Everything known of a client as of one session's date: this note, the record, earlier notes, merged.
import type { Knowledge } from '../knowledge/knowledge';
import type { CivilDate, ClearanceEntry, OverrideEntry } from '../note/model';
import type { Source } from '../text/span';
import { allergyFactsOf } from './allergies';
import { carryFacts } from './carry';
import { conditionFactsOfEntry, hasBegun, medicationFactsOfEntry, surgeryFactsOf } from './conditions';
import { type Denial, denialsOfNote, denialsOfRecord, weighDenial } from './denial';
import { mergeFacts } from './merge';
import type { ClientView, Fact, RecordFile, Session } from './model';
import { isTrimester, pregnancyFactsOfEntry } from './pregnancy';

/**
 * Builds the view of a client. `others` are this client's other sessions in any order; those of the same day or later
 * are left out. Facts of the record come first, then this note's, then those carried over.
 */
export function viewClient(
  kb: Knowledge,
  session: Session,
  record: RecordFile | undefined,
  others: readonly Session[],
  today: CivilDate,
): ClientView {
  const asOf = session.date ?? today;
  const earlier = others
    .filter((other) => other.uri !== session.uri && other.date !== undefined && other.date < asOf)
    .sort((a, b) =>
      (a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : a.uri < b.uri ? -1 : 1,
    );
  const recorded = record === undefined ? [] : recordFacts(kb, record, asOf);
  const stated = [...recorded, ...session.facts];
  const over = record === undefined ? [] : denialsOfRecord(kb, record, asOf);
  const carried = carryFacts(kb, earlier, session, over, asOf).filter(
    // Weeks that are known today go before those that were told at an earlier visit.
    (fact) => !isTrimester(fact) || !stated.some(isTrimester),
  );
  const denials = recorded.length === 0 ? [] : [...earlier, session].flatMap((one) => denialsOfNote(kb, one));
  const facts = mergeFacts(kb, [
    ...recorded.map((fact) => dispute(kb, fact, denials)),
    ...session.facts,
    ...carried,
  ]);
  return {
    id: record?.record.id?.value ?? session.clientId,
    record,
    earlier,
    facts,
    clearances: [
      ...(record === undefined ? [] : located<ClearanceEntry>(record.uri, record.record.clearances)),
      ...located<ClearanceEntry>(session.uri, session.note.frontMatter?.clearances ?? []),
    ],
    overrides: [
      ...(record === undefined ? [] : located<OverrideEntry>(record.uri, record.record.overrides)),
      ...located<OverrideEntry>(session.uri, session.note.frontMatter?.overrides ?? []),
    ],
  };
}

const located = <T extends { readonly span: Source['span'] }>(
  uri: string,
  entries: readonly T[],
): readonly { readonly entry: T; readonly source: Source }[] =>
  entries.map((entry) => ({ entry, source: { uri, span: entry.span } }));

/** The facts of a client record as of a date. */
export function recordFacts(kb: Knowledge, { uri, record }: RecordFile, asOf: CivilDate): readonly Fact[] {
  const stated = { uri, on: undefined, asOf };
  return [
    ...record.conditions
      .filter((entry) => hasBegun(entry.since?.value, asOf))
      .flatMap((entry) => conditionFactsOfEntry(kb, entry, stated)),
    ...record.medications
      .filter((entry) => hasBegun(entry.since?.value, asOf))
      .flatMap((entry) => medicationFactsOfEntry(kb, entry, stated)),
    ...record.surgeries
      .filter((entry) => hasBegun(entry.on?.value, asOf))
      .flatMap((entry) => surgeryFactsOf(kb, entry, stated)),
    ...allergyFactsOf(kb, record.allergies, stated),
    ...(record.pregnancy === undefined ? [] : pregnancyFactsOfEntry(kb, uri, record.pregnancy, asOf)),
  ];
}

/** Marks a fact of the record that a note of its time calls over: both are shown, and neither is dropped. */
function dispute(kb: Knowledge, fact: Fact, denials: readonly Denial[]): Fact {
  if (fact.kind === 'finding' || (fact.kind === 'condition' && fact.historical)) return fact;
  const since = fact.kind === 'condition' ? fact.onset?.from : fact.since?.from;
  const against = denials
    .filter(
      (denial) =>
        denial.says === 'over' &&
        denial.by !== undefined &&
        (since === undefined || since <= denial.by) &&
        weighDenial(kb, denial, fact) !== undefined,
    )
    .map(({ source }) => source);
  return against.length === 0 ? fact : { ...fact, against: [...fact.against, ...against] };
}
