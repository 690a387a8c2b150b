// What notes plan: the rhythm of visits, the day of the next one, and a reassessment that nobody has done yet.
import type { Session } from '../../facts/model';
import { foldVisits, type Visits } from '../../facts/visits';
import type { CivilDate, Note } from '../../note/model';
import { addDays } from '../../note/values/calendar';
import { listDates } from '../../note/values/dates';
import { type Frequency, listFrequencies } from '../../note/values/frequency';
import { listRelativeTimes } from '../../note/values/relative';
import { oncePer } from '../../text/once';
import type { Source, Span } from '../../text/span';
import { fieldsOf, sectionsOf, wordsOf } from './notes';

/** What of a session its plan is read from. */
type PlanningNote = Pick<Session, 'uri' | 'note' | 'date'>;

/** A rhythm as it stands in a note. */
interface Rhythm {
  readonly frequency: Frequency;
  /** True if the rest of its line asks for a reassessment: "weekly for 4 weeks, then reassess". */
  readonly reassesses: boolean;
  readonly span: Span;
}

/** The rhythm that a note plans, with its place. */
export interface Planned<T extends PlanningNote> {
  readonly session: T;
  readonly frequency: Frequency;
  readonly at: Source;
}

const rhythmsIn = oncePer((note: Note): readonly Rhythm[] =>
  sectionsOf(note, 'plan').flatMap((section) => {
    const [found] = listFrequencies(note.text, section.span);
    if (found === undefined) return [];
    const words = note.text.slice(found.span.start, section.span.end).split(/[\r\n]/)[0] ?? '';
    return [{ frequency: found.value, reassesses: toReassess.test(words), span: found.span }];
  }),
);

const toReassess = /\bre-?(?:assess|eval|check|view)/i;

const toPlan = <T extends PlanningNote>(session: T, { frequency, span }: Rhythm): Planned<T> => ({
  session,
  frequency,
  at: { uri: session.uri, span },
});

/** The rhythms that a note plans, in its order. */
export const plansOf = <T extends PlanningNote>(session: T): readonly Planned<T>[] =>
  rhythmsIn(session.note).map((rhythm) => toPlan(session, rhythm));

/** The days between two visits of a rhythm. */
export const daysApart = ({ everyDays, times }: Frequency): number => everyDays / Math.max(1, times);

/** A reassessment that a plan asks for. */
export interface PlannedReassessment {
  readonly plan: Planned<PlanningNote>;
  readonly due: CivilDate;
}

/**
 * The first plan like "weekly for 4 weeks, then reassess" after which no visit speaks of a reassessment, with the day on
 * which its weeks or visits are over.
 */
export function openReassessment(visits: Visits<PlanningNote> | undefined): PlannedReassessment | undefined {
  const [plan] = openPlans(visits);
  if (plan?.session.date === undefined) return undefined;
  const { visits: count, forDays } = plan.frequency;
  const length = forDays ?? (count === undefined ? undefined : count * daysApart(plan.frequency));
  return length === undefined ? undefined : { plan, due: addDays(plan.session.date, Math.round(length)) };
}

/** The plans that end in a reassessment and of which no visit since speaks, oldest first. */
const openPlans = foldVisits<PlanningNote, readonly Planned<PlanningNote>[]>([], (before, visit) => {
  const { date = '', note } = visit;
  const open =
    before.length > 0 && speaksOfReassessment(note)
      ? before.filter(({ session }) => (session.date ?? '') >= date)
      : before;
  const rhythm = toReassess.test(wordsOf(note, 'plan'))
    ? rhythmsIn(note).find(({ reassesses }) => reassesses)
    : undefined;
  return rhythm === undefined ? open : [...open, toPlan(visit, rhythm)];
});

// A plan that says it again has not done it.
const done = ['subjective', 'objective', 'treatment', 'assessment'] as const;
const reassessed = /\bre-?(?:assess|eval|test|measure|view)(?!\w*:[ \t]*(?:[\r\n]|$))/i;

/** True if a note speaks of a reassessment that was done. */
export const speaksOfReassessment = (note: Note): boolean =>
  done.some((id) => reassessed.test(wordsOf(note, id)));

/** The day that a note names for the next session, with its place; undefined if it names none after its own day. */
export function nextSessionOf({
  note,
  uri,
  date,
}: PlanningNote): { readonly on: CivilDate; readonly at: Source } | undefined {
  if (date === undefined) return undefined;
  for (const { value } of fieldsOf(note, ['next-session'], 'plan')) {
    const dates = [
      ...listDates(note.text, { reference: date, direction: 'future' }, value),
      ...listRelativeTimes(note.text, date, value).flatMap((found) =>
        found.value.kind === 'ahead' && found.value.when !== undefined
          ? [{ value: found.value.when, span: found.span }]
          : [],
      ),
    ].sort((a, b) => a.span.start - b.span.start);
    const next = dates.find(({ value: { from, precision } }) => precision === 'day' && from > date);
    if (next !== undefined) return { on: next.value.from, at: { uri, span: next.span } };
  }
  return undefined;
}
