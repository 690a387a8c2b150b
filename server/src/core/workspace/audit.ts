// The audit of a practice: is its record complete, is it signed, which alerts stand, what was overridden.

import type { CivilDate } from '../note/model';
import { listGapIds } from '../rules/checks/completeness';
import { findProfile } from '../rules/completeness/profile';
import type { Severity } from '../rules/finding';
import { verifyNote } from '../signing/verify';
import { compareText } from '../text/compare';
import type { Uri } from '../text/span';
import { createLedger, type Ledger } from './ledger';
import type { NoteView, View } from './model';

/** Which notes are looked at. A note without a date is looked at only where no days are named. */
export interface AuditOptions {
  readonly today: CivilDate;
  readonly since: CivilDate | undefined;
  readonly until: CivilDate | undefined;
}

export type SignedState = 'signed' | 'unsigned' | 'changed';

/** One note as the audit sees it. */
export interface AuditedNote {
  readonly uri: Uri;
  readonly client: string | undefined;
  readonly date: CivilDate | undefined;
  readonly therapist: string | undefined;
  readonly signed: SignedState;
  /** Ids of what is missing, such as `consent`; each once, sorted. */
  readonly missing: readonly string[];
  /** Findings that stand, without those of completeness. */
  readonly open: Readonly<Record<Severity, number>>;
  /** Findings that an override answers. */
  readonly answered: number;
}

/** What became of the findings of one rule. */
export interface AuditedRule {
  readonly rule: string;
  readonly open: Readonly<Record<Severity, number>>;
  readonly answered: number;
  /** Different clients with a finding that stands. */
  readonly clients: number;
}

/** The notes of one therapist. */
export interface AuditedTherapist {
  /** Undefined for notes that name nobody. */
  readonly therapist: string | undefined;
  readonly notes: number;
  readonly incomplete: number;
  readonly unsigned: number;
  /** Errors and warnings that stand. */
  readonly alerts: number;
}

export interface Audit {
  readonly options: AuditOptions;
  /** The profiles that say what a note must hold, with whether anybody chose them; sorted. */
  readonly profiles: readonly { readonly id: string; readonly isChosen: boolean }[];
  /** Sorted by client, day and place. */
  readonly notes: readonly AuditedNote[];
  readonly clients: number;
  /** How many notes miss what, the most first. */
  readonly missing: readonly { readonly id: string; readonly notes: number }[];
  /** The gravest and most frequent first. Findings of form and completeness are no alerts and are left out. */
  readonly alerts: readonly AuditedRule[];
  readonly ledger: Ledger;
  readonly therapists: readonly AuditedTherapist[];
}

const completeness = 'completeness/';

/** Makes the audit of the notes and records given, as of a day. */
export function makeAudit(views: Iterable<View>, options: AuditOptions): Audit {
  // Of each view only what is counted is kept: all of a large practice at once would not fit.
  const notes: AuditedNote[] = [];
  const profiles = new Map<string, boolean>();
  const alerts: AlertCounts = new Map();
  const ledger = createLedger(options.today);
  for (const view of views) {
    if (view.kind === 'note' && !isWithin(view, options)) continue;
    ledger.add(view);
    if (view.kind !== 'note') continue;
    notes.push(auditNote(view));
    addProfile(profiles, view);
    addAlerts(alerts, view);
  }
  notes.sort(compareNotes);
  return {
    options,
    profiles: [...profiles]
      .map(([id, isChosen]) => ({ id, isChosen }))
      .sort((a, b) => compareText(a.id, b.id)),
    notes,
    clients: new Set(notes.flatMap(({ client }) => client?.toLowerCase() ?? [])).size,
    missing: countMissing(notes),
    alerts: listAlerts(alerts),
    ledger: ledger.make(),
    therapists: countTherapists(notes),
  };
}

/** True if a note's day lies within the days that are asked about. */
function isWithin({ session: { date } }: NoteView, { since, until }: AuditOptions): boolean {
  if (since === undefined && until === undefined) return true;
  return (
    date !== undefined && (since === undefined || since <= date) && (until === undefined || date <= until)
  );
}

function auditNote(view: NoteView): AuditedNote {
  const { session, client, findings } = view;
  const { main, addenda } = verifyNote(session.note);
  const states = [main, ...addenda].map(({ state }) => state);
  const others = findings.filter(({ rule }) => !rule.startsWith(completeness));
  return {
    uri: view.file.uri,
    client: client.id,
    date: session.date,
    therapist: session.note.frontMatter?.therapist?.value,
    signed:
      main.state === 'unsigned'
        ? 'unsigned'
        : states.every((state) => state === 'valid' || state === 'unsigned')
          ? 'signed'
          : 'changed',
    missing: [...new Set(listGapIds({ ...view, date: session.date ?? view.today }))].sort(),
    open: count(others.filter(({ answeredBy }) => answeredBy === undefined).map(({ severity }) => severity)),
    answered: others.filter(({ answeredBy }) => answeredBy !== undefined).length,
  };
}

function count(severities: readonly Severity[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const severity of severities) counts[severity] += 1;
  return counts;
}

function addProfile(found: Map<string, boolean>, { kb, settings, practice }: NoteView): void {
  const chosen = findProfile(kb, settings.profile, practice);
  if (chosen !== undefined) found.set(chosen.profile.id, chosen.isChosen);
}

function countMissing(notes: readonly AuditedNote[]): Audit['missing'] {
  const counts = new Map<string, number>();
  for (const id of notes.flatMap(({ missing }) => missing)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, amount]) => ({ id, notes: amount }))
    .sort((a, b) => b.notes - a.notes || compareText(a.id, b.id));
}

/** Families of findings that speak of the client's safety, and of signed text. */
const alertFamilies: readonly string[] = ['contraindication', 'red-flag', 'signature', 'value', 'record'];

type AlertCounts = Map<string, { open: Severity[]; answered: number; clients: Set<string> }>;

function addAlerts(rules: AlertCounts, { findings, client, file }: NoteView): void {
  for (const { rule, severity, answeredBy } of findings) {
    if (!alertFamilies.includes(rule.slice(0, rule.indexOf('/')))) continue;
    const entry = rules.get(rule) ?? { open: [], answered: 0, clients: new Set<string>() };
    rules.set(rule, entry);
    if (answeredBy !== undefined) entry.answered += 1;
    else {
      entry.open.push(severity);
      entry.clients.add(client.id?.toLowerCase() ?? file.uri);
    }
  }
}

const listAlerts = (rules: AlertCounts): readonly AuditedRule[] =>
  [...rules]
    .map(([rule, { open, answered, clients }]) => ({
      rule,
      open: count(open),
      answered,
      clients: clients.size,
    }))
    .sort(
      (a, b) =>
        b.open.error - a.open.error ||
        b.open.warning - a.open.warning ||
        b.open.information - a.open.information ||
        b.answered - a.answered ||
        compareText(a.rule, b.rule),
    );

function countTherapists(notes: readonly AuditedNote[]): readonly AuditedTherapist[] {
  const people = [...new Set(notes.map(({ therapist }) => therapist))].sort((a, b) =>
    a === undefined ? 1 : b === undefined ? -1 : compareText(a, b),
  );
  return people.map((therapist) => {
    const own = notes.filter((note) => note.therapist === therapist);
    return {
      therapist,
      notes: own.length,
      incomplete: own.filter(({ missing }) => missing.length > 0).length,
      unsigned: own.filter(({ signed }) => signed === 'unsigned').length,
      alerts: own.reduce((sum, { open }) => sum + open.error + open.warning, 0),
    };
  });
}

const compareNotes = (a: AuditedNote, b: AuditedNote): number =>
  compareText(a.client ?? '', b.client ?? '') ||
  compareText(a.date ?? '', b.date ?? '') ||
  compareText(a.uri, b.uri);
