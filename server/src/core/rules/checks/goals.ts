// A goal of an earlier note or of the client file whose day, or whose visits, have passed without a word of it.
import type { Session } from '../../facts/model';
import { foldVisits } from '../../facts/visits';
import type { Block } from '../../note/model';
import { type Deadline, findDeadline } from '../../note/values/deadlines';
import { say } from '../../text/say';
import type { Source, Span } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { aboutVisits, fieldsOf, mentions, placeOf } from '../visits/notes';

export const goals: Check = { name: 'goals', run: listPastGoals };

/** A goal with the day by which it was to be reached. */
interface Goal {
  readonly by: string;
  readonly at: Source;
  /** Where it stands, in words. */
  readonly where: string;
}

function listPastGoals(input: CheckInput): readonly Finding[] {
  const set = [...goalsOfNotes(input), ...goalsOfRecord(input)];
  if (set.length === 0) return [];
  const [goal] = set.filter(({ by }) => by < input.date).sort((a, b) => (a.by < b.by ? -1 : 1));
  if (goal === undefined || mentions(input.session, /\bgoals?\b/i)) return [];
  const isSpokenOf = [...input.client.earlier, input.session].some(
    ({ date, note }) => (date ?? '') > goal.by && fieldsOf(note, ['goals', 'goals-met']).length > 0,
  );
  if (isSpokenOf) return [];
  return [
    aboutVisits(
      'goal-past',
      'information',
      placeOf(input, 'assessment'),
      say`A goal was set for ${goal.by}. Say whether it was met, and set the next one.`,
      [{ at: goal.at, text: say`${goal.where}: the goal` }],
    ),
  ];
}

/** The goals of the last note that sets any with a day: a newer note takes the place of an older one. */
function goalsOfNotes(input: CheckInput): readonly Goal[] {
  for (let at = lastWithGoals(input.client.visits); at !== undefined; at = at.before) {
    const { session, goals } = at;
    const found = goals.flatMap((goal) => toGoal(input, session, goal));
    if (found.length > 0) return found;
  }
  return [];
}

/** A note that sets goals, with those before it that do. */
interface NoteWithGoals {
  readonly session: Session;
  readonly goals: readonly DatedGoal[];
  readonly before: NoteWithGoals | undefined;
}

const lastWithGoals = foldVisits<Session, NoteWithGoals | undefined>(undefined, (before, session) => {
  const goals = goalsIn(session);
  return goals.length === 0 ? before : { session, goals, before };
});

/** A goal of a note, with what it says of its end. */
interface DatedGoal {
  readonly place: Span;
  readonly deadline: Deadline;
}

const goalsIn = ({ note, date }: Session): readonly DatedGoal[] =>
  fieldsOf(note, ['goals'])
    .flatMap(placesOf)
    .flatMap((place) => {
      const deadline = findDeadline(note.text, date, place)?.value;
      return deadline === undefined ? [] : [{ place, deadline }];
    });

const placesOf = (block: Block): readonly Span[] => [
  block.kind === 'field' ? block.value : block.content,
  ...block.children.flatMap(placesOf),
];

function toGoal(input: CheckInput, session: Session, { place, deadline }: DatedGoal): readonly Goal[] {
  const by = deadline.kind === 'day' ? deadline.by : dayOfVisit(input, session.date, deadline.visits);
  return by === undefined
    ? []
    : [{ by, at: { uri: session.uri, span: place }, where: say`Note of ${session.date}` }];
}

/** The day of the visit that was so many visits after a day, if it has been. */
const dayOfVisit = ({ client }: CheckInput, from: string | undefined, visits: number): string | undefined =>
  client.earlier.filter(({ date }) => (date ?? '') > (from ?? ''))[visits - 1]?.date;

/** The goals of the client file. Its plan has no day of its own: it counts from the first history, where that is told. */
function goalsOfRecord({ client }: CheckInput): readonly Goal[] {
  if (client.record === undefined) return [];
  const { record, uri } = client.record;
  return (record.plan?.goals ?? []).flatMap(({ value, span }) => {
    const deadline = findDeadline(value, record.intake?.value.to)?.value;
    return deadline?.kind === 'day'
      ? [{ by: deadline.by, at: { uri, span }, where: say`Client record` }]
      : [];
  });
}
