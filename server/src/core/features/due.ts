// Who is due on a day: notes to sign, notes that are missing, reassessments, consents that end, visits that are due.
import { chainVisits } from '../facts/visits';
import type { Knowledge } from '../knowledge/knowledge';
import type { CivilDate } from '../note/model';
import { addDays, daysBetween } from '../note/values/calendar';
import { findProfile, requirementsOf } from '../rules/completeness/profile';
import { limitOf } from '../rules/visits/notes';
import { daysApart, nextSessionOf, openReassessment, plansOf } from '../rules/visits/plans';
import type { Settings } from '../settings';
import { isSigned } from '../signing/verify';
import { compareText } from '../text/compare';
import { say } from '../text/say';
import { type Source, span } from '../text/span';
import type { ClientEntry, ClientFile, Visit, Workspace } from '../workspace/model';

/** What can be due, in the order in which it is listed. */
export const dueKinds = ['missing-note', 'unsigned', 'follow-up', 'reassessment', 'consent'] as const;
export type DueKind = (typeof dueKinds)[number];

/** One thing that is due for one client. */
export interface DueItem {
  readonly kind: DueKind;
  /** As `ClientFile.key`. */
  readonly key: string;
  readonly client: string;
  readonly name: string | undefined;
  /** The day on which it fell due, or will. */
  readonly due: CivilDate;
  /** One plain sentence without words of a note. */
  readonly message: string;
  readonly at: Source;
}

/** What due things are judged by. */
export interface DueOptions {
  /** The day that is asked about. */
  readonly day: CivilDate;
  readonly kb: Knowledge;
  readonly settings: Settings;
}

// How long things are spoken of, in days; all our judgement (general-knowledge). A client who did not come for so long
// has ended, and a list that never forgets is not read.
const visitReach = 90;
const signReach = 366;

/** Lists what is due on a day, sorted by kind, day and client. */
export function listDue(
  workspace: Workspace,
  options: DueOptions,
  isAsked: (client: ClientEntry) => boolean = () => true,
): readonly DueItem[] {
  const roster = workspace.roster();
  const signed = firstSignedDays(roster);
  const from = addDays(options.day, -signReach);
  // Client after client: the texts of a large practice at once would not fit into memory.
  return roster
    .flatMap((entry): readonly DueItem[] => {
      const last = entry.sessions.at(-1);
      if (last?.date === undefined || last.date < from || !isAsked(entry)) return [];
      const client = workspace.clientOf(entry.record ?? last.uri);
      return client === undefined ? [] : listDueOf(client, options, signed.get(entry.root));
    })
    .sort(compareItems);
}

/**
 * Lists what is due for one client. `signedSince` is the day of the first note that anybody in the practice signed: a
 * practice that signs no notes, and whose profile does not ask for it, is not reminded of it.
 */
export function listDueOf(
  client: ClientFile,
  options: DueOptions,
  signedSince: CivilDate | undefined,
): readonly DueItem[] {
  const { day } = options;
  const visits = client.visits.filter(({ date }) => date !== undefined && date <= day);
  const last = visits.at(-1);
  if (last?.date === undefined) return [];
  const item = (kind: DueKind, due: CivilDate, message: string, at: Source): DueItem => ({
    kind,
    key: client.key,
    client: client.id,
    name: client.record?.record.name?.value,
    due,
    message,
    at,
  });
  const unsigned = visits.filter((visit) => isToBeSigned(client, visit, options, signedSince));
  const items = unsigned.map((visit) =>
    item('unsigned', visit.date ?? day, say`The note of ${visit.date} is not signed.`, {
      uri: visit.uri,
      span: span(0, 0),
    }),
  );
  const since = daysBetween(last.date, day) ?? 0;
  // Who was discharged, or has not come for a year, is not waited for.
  if (last.note.frontMatter?.type?.value === 'discharge' || since > signReach) return items;
  const open = openReassessment(chainVisits(visits).at(-1));
  if (open !== undefined && open.due <= day)
    items.push(
      item(
        'reassessment',
        open.due,
        say`A reassessment was planned on ${open.plan.session.date} and was due by ${open.due}.`,
        open.plan.at,
      ),
    );
  return [...items, ...nextVisit(last, day, item), ...consent(client, day, item)].sort(compareItems);
}

type MakeItem = (kind: DueKind, due: CivilDate, message: string, at: Source) => DueItem;

/** The next visit: on the day that the last note names, else after the gap that it plans. */
function nextVisit(last: Visit, day: CivilDate, item: MakeItem): readonly DueItem[] {
  const date = last.date ?? day;
  const named = nextSessionOf(last);
  if (named !== undefined) {
    const late = daysBetween(named.on, day) ?? 0;
    if (late < 0 || late > visitReach) return [];
    return late === 0
      ? [item('follow-up', day, say`A session is planned for today, as noted on ${date}.`, named.at)]
      : [
          item(
            'missing-note',
            named.on,
            say`A session was planned for ${named.on}, and there is no note of it. Write it, or note that it was cancelled.`,
            named.at,
          ),
        ];
  }
  const planned = plansOf(last).find(({ frequency }) => !frequency.asNeeded);
  if (planned === undefined) return [];
  const due = addDays(date, Math.round(daysApart(planned.frequency)));
  const late = daysBetween(due, day) ?? 0;
  return late < 0 || late > visitReach
    ? []
    : [item('follow-up', due, say`By the plan of ${date} the next visit was due on ${due}.`, planned.at)];
}

/** A consent on file that has ended or ends soon; how soon says `checks.consent-days` of the practice. */
function consent(client: ClientFile, day: CivilDate, item: MakeItem): readonly DueItem[] {
  const expires = client.record?.record.consent?.expires;
  const uri = client.record?.uri;
  if (expires === undefined || uri === undefined) return [];
  const left = daysBetween(day, expires.value.to) ?? 0;
  if (left > limitOf(client, 'consent-days')) return [];
  const says =
    left < 0 ? say`The consent ended on ${expires.value.to}.` : say`The consent ends on ${expires.value.to}.`;
  return [
    item('consent', expires.value.to, say`${says} Renew it at the next visit.`, { uri, span: expires.span }),
  ];
}

function isToBeSigned(
  client: ClientFile,
  { note, date }: Visit,
  { day, kb, settings }: DueOptions,
  signedSince: CivilDate | undefined,
): boolean {
  if (date === undefined || isSigned(note) || (daysBetween(date, day) ?? 0) > signReach) return false;
  const profile = findProfile(kb, settings.profile, client.practice)?.profile;
  const asked = profile !== undefined && requirementsOf(kb, profile).some(({ id }) => id === 'signature');
  return asked || (signedSince !== undefined && signedSince <= date);
}

/** The day of the first signed note of each practice, by its root. */
export function firstSignedDays(clients: readonly ClientEntry[]): ReadonlyMap<string, CivilDate> {
  const days = new Map<string, CivilDate>();
  for (const { root, sessions } of clients)
    for (const { date, signed } of sessions)
      if (signed === true && date !== undefined && date < (days.get(root) ?? '9999')) days.set(root, date);
  return days;
}

const compareItems = (a: DueItem, b: DueItem): number =>
  dueKinds.indexOf(a.kind) - dueKinds.indexOf(b.kind) ||
  compareText(a.due, b.due) ||
  compareText(a.key, b.key) ||
  compareText(a.at.uri, b.at.uri);
