// One client over all sessions: what holds today, how it went, what is planned, what was decided, what changed.
import type { ClientView, ConditionFact, Fact, MedicationFact, Session } from '../facts/model';
import { orderVisits, viewClient } from '../facts/timeline';
import type { Knowledge } from '../knowledge/knowledge';
import type { Rule, TermId } from '../knowledge/model';
import type { CivilDate, NoteType, Side } from '../note/model';
import { parseNote } from '../note/parse';
import { formatPartial } from '../note/values/calendar';
import { rulesCausedBy } from '../rules/candidates';
import { isComplete } from '../rules/clearances';
import type { Finding } from '../rules/finding';
import { wordsOfField } from '../rules/visits/notes';
import { findPain, findPainAfter } from '../rules/visits/pain';
import { namePlace } from '../rules/words';
import { isSigned } from '../signing/verify';
import type { Source, Uri } from '../text/span';
import { type LedgerEntry, makeLedger } from '../workspace/ledger';
import type { ClientFile, NoteView, View } from '../workspace/model';
import { type Changes, compareStandings, listChanges } from './changes';
import { countFindings } from './summary';
import { listTrends, type Trends } from './trends';

/** All that is known of one client as of a day. */
export interface ClientOverview {
  readonly id: string;
  readonly name: string | undefined;
  /** As exactly as they were written: `1984-03-12`, `1984`. */
  readonly born: string | undefined;
  readonly intake: string | undefined;
  readonly asOf: CivilDate;
  /** What needs care most first. */
  readonly conditions: readonly KnownCondition[];
  readonly medications: readonly KnownMedication[];
  readonly allergies: readonly string[];
  /** Regions that the client wants left out. */
  readonly avoid: readonly string[];
  readonly clearances: readonly KnownClearance[];
  readonly consent: { readonly signed: string | undefined; readonly expires: string | undefined } | undefined;
  readonly trends: Trends;
  readonly plan: KnownPlan;
  readonly ledger: readonly LedgerEntry[];
  /** Newest first. */
  readonly visits: readonly KnownVisit[];
  /** What the last visit brought against the one before it. */
  readonly lastVisit: Changes;
  /** What is different today from the last visit. */
  readonly sinceLastVisit: Changes;
}

/** A rule that speaks of something the client has. */
export type Alert = Pick<Rule, 'id' | 'title' | 'level'>;

/** How a statement stands: `noted` in a note and not in the record; `possible` suspected, or read with a doubt. */
export type Standing = 'recorded' | 'noted' | 'possible' | 'past';

export interface KnownCondition {
  readonly id: TermId;
  readonly name: string;
  readonly places: readonly { readonly id: TermId; readonly side: Side | undefined; readonly name: string }[];
  readonly since: string | undefined;
  readonly standing: Standing;
  readonly severity: string | undefined;
  /** True if statements differ on whether it holds. */
  readonly isDisputed: boolean;
  /** The strongest first. */
  readonly alerts: readonly Alert[];
  readonly at: Source;
}

export interface KnownMedication {
  readonly id: TermId;
  readonly name: string;
  readonly group: string | undefined;
  readonly dose: string | undefined;
  readonly since: string | undefined;
  readonly standing: Standing;
  readonly isDisputed: boolean;
  readonly alerts: readonly Alert[];
  readonly at: Source;
}

export interface KnownClearance {
  readonly for: string;
  readonly by: string | undefined;
  readonly on: string | undefined;
  readonly until: string | undefined;
  readonly allows: readonly string[];
  readonly document: string | undefined;
  readonly state: 'in force' | 'ended' | 'not begun' | 'incomplete';
  readonly at: Source;
}

/** What is planned: the record's plan, and the words of the newest note that plans something. */
export interface KnownPlan {
  readonly frequency: string | undefined;
  readonly until: string | undefined;
  readonly goals: readonly string[];
  readonly nextSession: string | undefined;
  readonly homeCare: string | undefined;
  /** The day of the note that the words of the plan are from. */
  readonly notedOn: CivilDate | undefined;
}

export interface KnownVisit {
  readonly uri: Uri;
  readonly date: CivilDate | undefined;
  readonly therapist: string | undefined;
  readonly type: NoteType | undefined;
  readonly minutes: number | undefined;
  readonly complaint: string | undefined;
  readonly painBefore: number | undefined;
  readonly painAfter: number | undefined;
  readonly signed: boolean;
  readonly findings: Readonly<Record<Finding['severity'], number>>;
}

/**
 * Gathers all that is known of a client as of `today`, or the day of the newest note if that is later. `viewOf` gives
 * the judged view of one of the client's documents. Undefined where the client has neither a note nor a record that
 * can be viewed.
 */
export function summarizeClient(
  client: ClientFile,
  viewOf: (uri: Uri) => View | undefined,
  today: CivilDate,
): ClientOverview | undefined {
  const uris = [
    ...(client.record === undefined ? [] : [client.record.uri]),
    ...client.visits.map(({ uri }) => uri),
  ];
  const views = uris.flatMap((uri) => viewOf(uri) ?? []);
  const [first] = views;
  if (first === undefined) return undefined;
  const { kb } = first;
  const notes = views.filter((view): view is NoteView => view.kind === 'note');
  const newest = notes.findLast(({ session }) => session.date !== undefined);
  const newestDay = newest?.session.date ?? today;
  const asOf = newestDay > today ? newestDay : today;
  const now = standingOn(kb, client, notes, asOf);
  const record = client.record?.record;
  return {
    id: client.id,
    name: record?.name?.value,
    born: record?.born && formatPartial(record.born.value),
    intake: record?.intake && formatPartial(record.intake.value),
    asOf,
    conditions: listConditions(kb, now.facts),
    medications: listMedications(kb, now.facts, views),
    allergies: listAllergies(client, notes),
    avoid: record?.avoid.map(({ value }) => value) ?? [],
    clearances: listClearances(client, notes, asOf),
    consent: record?.consent && {
      signed: record.consent.signed && formatPartial(record.consent.signed.value),
      expires: record.consent.expires && formatPartial(record.consent.expires.value),
    },
    trends: listTrends(
      kb,
      notes.map(({ session }) => session),
    ),
    plan: findPlan(client, notes),
    ledger: makeLedger(views, asOf).entries,
    visits: notes.map(toVisit).reverse(),
    lastVisit: newest === undefined ? { since: undefined, changes: [] } : listChanges(newest),
    sinceLastVisit: {
      since: newest?.session.date,
      changes:
        newest === undefined || newestDay === asOf
          ? []
          : compareStandings(
              kb,
              { session: newest.session, client: newest.client, date: newestDay },
              { session: emptySession(asOf), client: now, date: asOf },
            ),
    },
  };
}

/** The client on a day: as at the note of that day, else with all notes before it. */
function standingOn(
  kb: Knowledge,
  client: ClientFile,
  notes: readonly NoteView[],
  day: CivilDate,
): ClientView {
  const ofDay = notes.findLast(({ session }) => session.date === day);
  if (ofDay !== undefined) return ofDay.client;
  const sessions = orderVisits(notes.map(({ session }) => session));
  return viewClient(kb, emptySession(day), client.record, sessions, day);
}

const emptySession = (date: CivilDate): Session => ({
  uri: '',
  note: parseNote('').value,
  date,
  clientId: undefined,
  mentions: [],
  facts: [],
  techniques: [],
  values: [],
});

const levels: readonly Rule['level'][] = ['absolute', 'local', 'relative'];

/** The rules that speak of a fact, the strongest first. */
export const alertsOf = (kb: Knowledge, fact: Fact): readonly Alert[] =>
  rulesCausedBy(kb, fact)
    .map(({ id, title, level }) => ({ id, title, level }))
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || (a.id < b.id ? -1 : 1));

const standingOf = (fact: ConditionFact | MedicationFact): Standing =>
  fact.kind === 'condition' && (fact.historical || fact.past)
    ? 'past'
    : fact.certainty === 'possible'
      ? 'possible'
      : fact.statedOn === undefined
        ? 'recorded'
        : 'noted';

const standings: readonly Standing[] = ['recorded', 'noted', 'possible', 'past'];

interface Ranked {
  readonly standing: Standing;
  readonly alerts: readonly Alert[];
  readonly name: string;
}

const levelOf = ({ alerts: [first] }: Ranked): number =>
  first === undefined ? levels.length : levels.indexOf(first.level);

/** What holds before what may hold and what is over; then the strongest rule. */
const byCare = (a: Ranked, b: Ranked): number =>
  standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
  levelOf(a) - levelOf(b) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const listConditions = (kb: Knowledge, facts: readonly Fact[]): readonly KnownCondition[] =>
  facts
    .flatMap((fact): readonly KnownCondition[] =>
      fact.kind !== 'condition'
        ? []
        : [
            {
              id: fact.id,
              name: kb.conditions.get(fact.id)?.name ?? fact.id,
              places: fact.regions.map((place) => ({
                ...place,
                // A letter names it in another language than the page.
                get name() {
                  return namePlace(kb, place);
                },
              })),
              since: fact.onset && formatPartial(fact.onset),
              standing: standingOf(fact),
              severity: fact.severity,
              isDisputed: fact.against.length > 0 || fact.mayBeOver,
              alerts: alertsOf(kb, fact),
              at: fact.source,
            },
          ],
    )
    .sort(byCare);

function listMedications(
  kb: Knowledge,
  facts: readonly Fact[],
  views: readonly View[],
): readonly KnownMedication[] {
  return facts
    .flatMap((fact): readonly KnownMedication[] => {
      if (fact.kind !== 'medication') return [];
      const medication = kb.medications.get(fact.id);
      return [
        {
          id: fact.id,
          name: medication?.name ?? fact.id,
          group: kb.medicationClasses.get(medication?.class ?? '')?.name,
          dose: doseAt(views, fact.source),
          since: fact.since && formatPartial(fact.since),
          standing: standingOf(fact),
          isDisputed: fact.against.length > 0,
          alerts: alertsOf(kb, fact),
          at: fact.source,
        },
      ];
    })
    .sort(byCare);
}

/** The dose that the entry of a record or of front matter states, which a fact points at. */
function doseAt(views: readonly View[], at: Source): string | undefined {
  const view = views.find(({ file }) => file.uri === at.uri);
  const entries =
    view?.kind === 'client'
      ? view.parsed.value.medications
      : view?.kind === 'note'
        ? (view.session.note.frontMatter?.medications ?? [])
        : [];
  return entries.find(({ span }) => span.start <= at.span.start && at.span.end <= span.end)?.dose?.value;
}

const listAllergies = (client: ClientFile, notes: readonly NoteView[]): readonly string[] => [
  ...new Set([
    ...(client.record?.record.allergies.map(({ value }) => value) ?? []),
    ...notes.flatMap(({ session }) => session.note.frontMatter?.allergies?.map(({ value }) => value) ?? []),
  ]),
];

/** The clearances of the record and of all notes; those in force first, then the newest. */
function listClearances(
  client: ClientFile,
  notes: readonly NoteView[],
  day: CivilDate,
): readonly KnownClearance[] {
  const entries = [
    ...(client.record?.record.clearances.map((entry) => ({ entry, uri: client.record?.uri ?? '' })) ?? []),
    ...notes.flatMap(({ session }) =>
      (session.note.frontMatter?.clearances ?? []).map((entry) => ({ entry, uri: session.uri })),
    ),
  ];
  return entries
    .map(({ entry, uri }): KnownClearance => {
      const { on, until } = entry;
      return {
        for: entry.for.value,
        by: entry.by?.value,
        on: on && formatPartial(on.value),
        until: until && formatPartial(until.value),
        allows: entry.allows.map(({ value }) => value),
        document: entry.document?.value,
        state: !isComplete(entry)
          ? 'incomplete'
          : until !== undefined && until.value.to < day
            ? 'ended'
            : on !== undefined && day < on.value.from
              ? 'not begun'
              : 'in force',
        at: { uri, span: entry.span },
      };
    })
    .sort(
      (a, b) =>
        Number(b.state === 'in force') - Number(a.state === 'in force') ||
        ((a.on ?? '') > (b.on ?? '') ? -1 : (a.on ?? '') < (b.on ?? '') ? 1 : a.for < b.for ? -1 : 1),
    );
}

function findPlan(client: ClientFile, notes: readonly NoteView[]): KnownPlan {
  const plan = client.record?.record.plan;
  const planning = notes.findLast(({ session: { note } }) => note.sections.some(({ id }) => id === 'plan'));
  const written = (field: 'frequency' | 'next-session' | 'home-care'): string | undefined =>
    planning && wordsOfField(planning.session.note, field, 'plan');
  const goals = plan?.goals.map(({ value }) => value) ?? [];
  const noted = notes
    .map(({ session }) => wordsOfField(session.note, 'goals'))
    .findLast((words) => words !== undefined);
  return {
    frequency: written('frequency') ?? plan?.frequency?.value,
    until: plan?.until && formatPartial(plan.until.value),
    goals: goals.length > 0 || noted === undefined ? goals : [noted],
    nextSession: written('next-session'),
    homeCare: written('home-care'),
    notedOn: planning?.session.date,
  };
}

const toVisit = ({ session: { note, uri, date }, findings }: NoteView): KnownVisit => ({
  uri,
  date,
  therapist: note.frontMatter?.therapist?.value,
  type: note.frontMatter?.type?.value,
  minutes: note.frontMatter?.durationMinutes?.value,
  complaint: wordsOfField(note, 'complaint', 'subjective'),
  painBefore: findPain(note)?.points,
  painAfter: findPainAfter(note)?.points,
  signed: isSigned(note),
  findings: countFindings(findings),
});
