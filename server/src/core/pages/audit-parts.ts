// The audit as titled tables: what a terminal and a page show alike.
import { count } from '../text/count';
import type { Audit, AuditedRule } from '../workspace/audit';

/** One part of the audit: a sentence, and a table with a head where there is more to say. */
export interface AuditPart {
  readonly title: string;
  readonly sentence: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The title of the audit: its days. */
export function titleAudit({ options: { since, until, today } }: Audit): string {
  if (since === undefined && until === undefined) return `Practice audit as of ${today}`;
  return `Practice audit ${since === undefined ? '' : `from ${since} `}${until === undefined ? `to ${today}` : `to ${until}`}`;
}

/** What was looked at. */
export const nameAudited = ({ notes, clients }: Audit): string =>
  `${count(notes.length, 'note')} of ${count(clients, 'client')}.`;

/** Lists the parts of an audit. */
export const listAuditParts = (audit: Audit): readonly AuditPart[] => [
  completeness(audit),
  signing(audit),
  alerts(audit),
  overrides(audit),
  therapists(audit),
];

function completeness({ notes, missing, profiles }: Audit): AuditPart {
  const whole = notes.filter((note) => note.missing.length === 0).length;
  const asked = profiles
    .map(({ id, isChosen }) => (isChosen ? id : `${id}, which nobody chose: hints only`))
    .join('; ');
  return {
    title: 'Completeness',
    sentence: `${whole} of ${count(notes.length, 'note')} ${whole === 1 ? 'holds' : 'hold'} all that is asked for${asked === '' ? '' : ` (profile ${asked})`}.`,
    head: ['missing', 'notes'],
    rows: missing.map((entry) => [entry.id, entry.notes]),
  };
}

function signing({ notes }: Audit): AuditPart {
  const of = (state: string): number => notes.filter(({ signed }) => signed === state).length;
  return {
    title: 'Signatures',
    sentence: `${of('signed')} signed, ${of('unsigned')} not signed, ${of('changed')} changed after they were signed.`,
    head: [],
    rows: [],
  };
}

function alerts(audit: Audit): AuditPart {
  const { alerts: rules } = audit;
  const sum = (pick: (rule: AuditedRule) => number): number =>
    rules.reduce((total, rule) => total + pick(rule), 0);
  return {
    title: 'Alerts by rule',
    sentence: `${count(
      sum(({ open }) => open.error),
      'error',
    )} and ${count(
      sum(({ open }) => open.warning),
      'warning',
    )} stand; ${count(
      sum(({ answered }) => answered),
      'finding',
    )} answered by an override.`,
    head: ['rule', 'error', 'warning', 'information', 'hint', 'answered', 'clients'],
    rows: rules.map(({ rule, open, answered, clients }) => [
      rule,
      open.error,
      open.warning,
      open.information,
      open.hint,
      answered,
      clients,
    ]),
  };
}

function overrides({ ledger: { entries, rules } }: Audit): AuditPart {
  const of = (state: string): number => entries.filter((entry) => entry.state === state).length;
  return {
    title: 'Overrides',
    sentence:
      entries.length === 0
        ? 'Nothing was overridden.'
        : `${count(entries.length, 'override')}: ${of('in force')} in force, ${of('ended')} ended, ${of('unused')} answering nothing, ${of('unknown rule')} of a rule that is not known.`,
    head: ['rule', 'overrides', 'in disagreement', 'answered', 'open'],
    rows: rules.map(({ rule, overrides: amount, disagreed, answered, open }) => [
      rule,
      amount,
      disagreed,
      answered,
      open,
    ]),
  };
}

const therapists = ({ therapists: people }: Audit): AuditPart => ({
  title: 'Therapists',
  sentence: nameTherapists(people),
  head: ['therapist', 'notes', 'incomplete', 'unsigned', 'errors and warnings'],
  rows: people.map(({ therapist, notes, incomplete, unsigned, alerts: open }) => [
    therapist ?? '(not stated)',
    notes,
    incomplete,
    unsigned,
    open,
  ]),
});

function nameTherapists(people: Audit['therapists']): string {
  const named = people.filter(({ therapist }) => therapist !== undefined).length;
  const nobody = people.find(({ therapist }) => therapist === undefined)?.notes ?? 0;
  const rest = nobody === 0 ? '' : `; ${count(nobody, 'note')} ${nobody === 1 ? 'names' : 'name'} nobody`;
  return `${count(named, 'therapist')}${rest}.`;
}
