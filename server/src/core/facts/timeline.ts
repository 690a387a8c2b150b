// Everything known of a client as of one session's date: this note, the record, earlier notes, merged.
import type { Knowledge } from '../knowledge/knowledge';
import type { CivilDate, ClearanceEntry, OverrideEntry } from '../note/model';
import { countPassing } from '../text/lists';
import { oncePer } from '../text/once';
import type { Source } from '../text/span';
import { allergyFactsOf } from './allergies';
import { carryFacts } from './carry';
import { conditionFactsOfEntry, hasBegun, medicationFactsOfEntry, surgeryFactsOf } from './conditions';
import { type Denial, denialsOfNote, denialsOfRecord, weighDenial } from './denial';
import { mergeFacts } from './merge';
import type { ClientView, Fact, RecordFile, Session } from './model';
import { isTrimester, pregnancyFactsOfEntry } from './pregnancy';
import { chainVisits, foldVisits, type Visits } from './visits';

/**
 * The sessions of a client by their days, oldest first, each with those before it; those without a day are left out.
 * `known` is the chain as it was before something changed.
 */
export const orderVisits = (
  sessions: readonly Session[],
  known?: readonly Visits<Session>[],
): readonly Visits<Session>[] =>
  chainVisits(
    sessions
      .filter(({ date }) => date !== undefined)
      .sort((a, b) =>
        (a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : a.uri < b.uri ? -1 : 1,
      ),
    known,
  );

/**
 * Builds the view of a client. `all` are this client's visits by their days; this one itself, and those of the same day
 * or later are left out. Facts of the record come first, then this note's, then those carried over.
 */
export function viewClient(
  kb: Knowledge,
  session: Session,
  record: RecordFile | undefined,
  all: readonly Visits<Session>[],
  today: CivilDate,
): ClientView {
  const asOf = session.date ?? today;
  const count = countPassing(all.length, (at) => (all[at]?.visit.date ?? '') < asOf);
  const visits = all[count - 1];
  const recorded = record === undefined ? [] : recordFacts(kb, record, asOf);
  const stated = [...recorded, ...session.facts];
  const ended = record === undefined ? [] : denialsOfRecord(kb, record, asOf);
  const carried = carryFacts(kb, visits, session, ended, asOf).filter(
    // Weeks that are known today go before those that were told at an earlier visit.
    (fact) => !isTrimester(fact) || !stated.some(isTrimester),
  );
  const over = recorded.length === 0 ? [] : [...calledOverBy(kb)(visits), ...calledOver(kb, session)];
  const facts = mergeFacts(kb, [
    ...recorded.map((fact) => dispute(kb, fact, over)),
    ...session.facts,
    ...carried,
  ]);
  return {
    id: record?.record.id?.value ?? session.clientId,
    record,
    earlier: all.slice(0, count).map(({ visit }) => visit),
    visits,
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

/** What a note calls over by its day, or stopped. */
const calledOver = (kb: Knowledge, session: Session): readonly Denial[] =>
  denialsOfNote(kb, session).filter(({ says, by }) => says === 'over' && by !== undefined);

const calledOverBy = oncePer((kb: Knowledge) =>
  foldVisits<Session, readonly Denial[]>([], (before, session) => {
    const own = calledOver(kb, session);
    return own.length === 0 ? before : [...before, ...own];
  }),
);

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

/** Marks a fact of the record that a note of its time says is `over`: both are shown, and neither is dropped. */
function dispute(kb: Knowledge, fact: Fact, over: readonly Denial[]): Fact {
  if (fact.kind === 'finding' || (fact.kind === 'condition' && fact.historical)) return fact;
  const since = fact.kind === 'condition' ? fact.onset?.from : fact.since?.from;
  const against = over
    .filter(
      (denial) =>
        denial.by !== undefined &&
        (since === undefined || since <= denial.by) &&
        weighDenial(kb, denial, fact) !== undefined,
    )
    .map(({ source }) => source);
  return against.length === 0 ? fact : { ...fact, against: [...fact.against, ...against] };
}
