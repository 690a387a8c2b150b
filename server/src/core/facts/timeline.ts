// Everything known of a client as of one session's date: this note, the record, earlier notes, merged.
import { isWithin, type Knowledge } from '../knowledge/knowledge';
import type { CivilDate, ClearanceEntry, OverrideEntry } from '../note/model';
import { daysBetween } from '../note/values/calendar';
import { compareSources, type Source } from '../text/span';
import { conditionFactsOfEntry, lapses, medicationFactsOfEntry, surgeryFactsOf } from './conditions';
import type { ClientView, ConditionFact, Fact, MedicationFact, RecordFile, Session } from './model';
import { pregnancyFactsOfEntry } from './pregnancy';

/**
 * Builds the view of a client. `earlier` are this client's other sessions in any order; those of the same day or later
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
  const facts = mergeFacts(kb, [
    ...(record === undefined ? [] : recordFacts(kb, record, asOf)),
    ...session.facts,
    ...carriedFacts(kb, earlier, session, asOf),
  ]);
  const located = <T>(
    uri: string,
    entries: readonly (T & { readonly span: Source['span'] })[],
  ): readonly { readonly entry: T; readonly source: Source }[] =>
    entries.map((entry) => ({ entry, source: { uri, span: entry.span } }));
  const clearances: readonly { readonly entry: ClearanceEntry; readonly source: Source }[] = [
    ...(record === undefined ? [] : located<ClearanceEntry>(record.uri, record.record.clearances)),
    ...located<ClearanceEntry>(session.uri, session.note.frontMatter?.clearances ?? []),
  ];
  const overrides: readonly { readonly entry: OverrideEntry; readonly source: Source }[] = [
    ...(record === undefined ? [] : located<OverrideEntry>(record.uri, record.record.overrides)),
    ...located<OverrideEntry>(session.uri, session.note.frontMatter?.overrides ?? []),
  ];
  return { id: record?.record.id?.value ?? session.clientId, record, earlier, facts, clearances, overrides };
}

/** The facts of a client record as of a date. */
export function recordFacts(kb: Knowledge, { uri, record }: RecordFile, asOf: CivilDate): readonly Fact[] {
  const stated = { uri, on: undefined, asOf };
  return [
    ...record.conditions
      .filter((entry) => entry.since === undefined || entry.since.value.from <= asOf)
      .flatMap((entry) => conditionFactsOfEntry(kb, entry, stated)),
    ...record.medications
      .filter((entry) => entry.since === undefined || entry.since.value.from <= asOf)
      .flatMap((entry) => medicationFactsOfEntry(kb, entry, stated)),
    ...record.surgeries
      .filter((entry) => entry.on === undefined || entry.on.value.from <= asOf)
      .flatMap((entry) => surgeryFactsOf(kb, entry, stated)),
    ...(record.pregnancy === undefined ? [] : pregnancyFactsOfEntry(kb, uri, record.pregnancy, asOf)),
  ];
}

// An acute condition whose course gives no number is taken to be over after this many days without a new mention.
const defaultLapseDays = 30;

/** What earlier notes said that still holds: the latest statement of each condition and medication decides. */
function carriedFacts(
  kb: Knowledge,
  earlier: readonly Session[],
  session: Session,
  asOf: CivilDate,
): readonly Fact[] {
  const latest = new Map<string, ConditionFact | MedicationFact>();
  for (const other of [...earlier, session]) {
    for (const mention of other.mentions) {
      const key = `${mention.kind}/${mention.id}`;
      // Said to be over, or taken no longer: what earlier notes said of it ends here.
      const over =
        mention.assertion === 'stopped' ||
        (mention.assertion === 'historical' && mention.kind === 'condition') ||
        (mention.assertion === 'negated' && (mention.kind === 'medication' || isPassing(kb, mention.id)));
      if (over) latest.delete(key);
    }
    if (other === session) break;
    for (const fact of other.facts) {
      if (fact.kind === 'finding' || (fact.kind === 'condition' && fact.historical)) continue;
      latest.set(`${fact.kind}/${fact.id}`, fact);
    }
  }
  return [...latest.values()].flatMap((fact): readonly Fact[] => {
    const certainty = fact.certainty === 'possible' ? 'possible' : 'carried';
    if (fact.kind === 'medication') return [{ ...fact, certainty }];
    const condition = kb.conditions.get(fact.id);
    if (condition === undefined) return [];
    if (lapses(condition.course, fact.onset, asOf)) return [];
    const days = fact.statedOn === undefined ? 0 : (daysBetween(fact.statedOn, asOf) ?? 0);
    const passing = condition.course.kind === 'acute' || condition.course.kind === 'event';
    const limit = condition.course.lapsesAfterDays ?? (passing ? defaultLapseDays : undefined);
    if (limit !== undefined && days > limit) return [];
    return [{ ...fact, phase: fact.onset === undefined && passing ? undefined : fact.phase, certainty }];
  });
}

const isPassing = (kb: Knowledge, id: string): boolean => {
  const kind = kb.conditions.get(id)?.course.kind;
  return kind === 'acute' || kind === 'event' || kind === 'episodic';
};

const rank = { stated: 0, carried: 1, possible: 2 } as const;

/** One fact for each thing: the surest statement speaks, the others are kept as further places. */
export function mergeFacts(kb: Knowledge, facts: readonly Fact[]): readonly Fact[] {
  const merged = new Map<string, Fact>();
  for (const fact of facts) {
    const key = `${fact.kind}/${fact.id}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, fact);
    else merged.set(key, mergeTwo(kb, known, fact));
  }
  return [...merged.values()];
}

function mergeTwo(kb: Knowledge, first: Fact, second: Fact): Fact {
  if (first.kind === 'finding' || second.kind === 'finding' || first.kind !== second.kind) return first;
  const [strong, weak] = rank[second.certainty] < rank[first.certainty] ? [second, first] : [first, second];
  const also = [...strong.also, weak.source, ...weak.also].filter(
    (source) => compareSources(source, strong.source) !== 0,
  );
  if (strong.kind === 'medication' || weak.kind === 'medication') return { ...strong, also } as Fact;
  if (strong.historical !== weak.historical && weak.certainty !== 'possible') {
    // One says over, the other active: the active one speaks, with both places shown.
    const active = strong.historical ? weak : strong;
    return { ...active, also: [...active.also, strong.historical ? strong.source : weak.source] };
  }
  const regions = [...strong.regions];
  for (const region of weak.regions) {
    // "DVT" alone means somewhere in the lower leg: it adds nothing to a calf that is named.
    if (region.side === undefined && regions.some((known) => isWithin(kb.regions, known.id, region.id)))
      continue;
    const same = regions.findIndex(
      (known) =>
        known.id === region.id &&
        (known.side === region.side || known.side === undefined || region.side === undefined),
    );
    if (same === -1) regions.push(region);
    else if (regions[same]?.side === undefined) regions[same] = region;
  }
  return {
    ...strong,
    regions,
    also,
    onset: strong.onset ?? weak.onset,
    phase: strong.phase ?? weak.phase,
    severity: strong.severity ?? weak.severity,
  };
}
