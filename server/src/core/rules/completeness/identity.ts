// What is asked of the head of a note and of the client record: who, when, how long, by whom, written when.
import type { RequirementKind } from '../../knowledge/profile';
import { findPracticeSettings } from '../../note/practice';
import { addDays, daysBetween } from '../../note/values/calendar';
import { listDurations } from '../../note/values/duration';
import { say } from '../../text/say';
import type { Span } from '../../text/span';
import { type Asked, type Insert, missing, type Reply, type RequirementTable, replyOf, there } from './model';
import { entryAt, withoutRefusals } from './note-parts';

const key = (name: string) => (): Insert => ({ kind: 'key', key: name });

const recordKey =
  (name: string, lines: readonly string[]) =>
  ({ input }: Asked): Insert | undefined =>
    input.client.record === undefined ||
    input.client.record.record.entries.some((entry) => entry.key.value === name)
      ? undefined
      : { kind: 'record', key: name, lines };

/** The place of a key that stands in the front matter with no value that could be read. */
const emptyKey = ({ input }: Asked, name: string): Span | undefined => entryAt(input.session.note, name)?.key;

/** The record answers for itself; without one the note asks for it, once. */
const replyOfRecord = ({ input, profile }: Asked, id: RequirementKind): Reply =>
  input.client.id === undefined ||
  input.client.record !== undefined ||
  (id !== 'client-record' && profile.requirements.some((row) => row.id === 'client-record'))
    ? there
    : missing;

export const identity: RequirementTable<
  | 'client'
  | 'client-record'
  | 'contact'
  | 'born'
  | 'guardian'
  | 'date'
  | 'start-time'
  | 'duration'
  | 'therapist'
  | 'licence'
  | 'entry-date'
  | 'late-entry'
  | 'signature'
> = {
  client: {
    name: 'client',
    place: 'top',
    reply: (asked) => replyOf(asked.input.client.id !== undefined, emptyKey(asked, 'client')),
    insert: key('client'),
  },
  'client-record': {
    name: 'record with the client’s name',
    place: 'top',
    reply: (asked) => replyOfRecord(asked, 'client-record'),
  },
  contact: {
    name: 'how to reach the client',
    sentence: 'The record does not say how to reach the client.',
    place: 'top',
    reply: (asked) => replyOfRecord(asked, 'contact'),
  },
  born: {
    name: 'date of birth',
    place: 'top',
    reply: (asked) => replyOfRecord(asked, 'born'),
  },
  guardian: {
    name: 'guardian’s consent',
    place: 'top',
    reply: replyOfGuardian,
    insert: recordKey('guardian', ['guardian:', '  name: ', '  consent: ']),
  },
  date: {
    name: 'date',
    place: 'top',
    reply: (asked) => replyOf(asked.input.session.date !== undefined, emptyKey(asked, 'date')),
    insert: key('date'),
  },
  'start-time': {
    name: 'start time',
    place: 'top',
    reply: (asked) => {
      const { frontMatter, header } = asked.input.session.note;
      return replyOf(
        (frontMatter?.date ?? header?.date)?.value.time !== undefined ||
          entryAt(asked.input.session.note, 'time')?.filled === true ||
          asked.parts.has('time in'),
        emptyKey(asked, 'time'),
      );
    },
    insert: key('time'),
  },
  duration: {
    name: 'duration',
    place: 'top',
    reply: (asked) => {
      const { note } = asked.input.session;
      return replyOf(
        note.frontMatter?.durationMinutes !== undefined ||
          entryAt(note, 'duration')?.filled === true ||
          asked.parts.has('duration') ||
          note.preamble.some((block) => listDurations(note.text, block.span).length > 0),
        emptyKey(asked, 'duration') ?? asked.parts.empty('duration'),
      );
    },
    insert: key('duration'),
  },
  therapist: {
    name: 'therapist',
    place: 'top',
    reply: (asked) => {
      const { frontMatter, header } = asked.input.session.note;
      return replyOf(
        (frontMatter?.therapist ?? header?.therapist) !== undefined,
        emptyKey(asked, 'therapist'),
      );
    },
    insert: key('therapist'),
  },
  licence: {
    name: 'licence number',
    place: 'top',
    reply: (asked) => {
      const { frontMatter, header } = asked.input.session.note;
      const therapist = (frontMatter?.therapist ?? header?.therapist)?.value.toLowerCase() ?? '';
      const listed = findPracticeSettings(asked.input.practice, 'licences').some(
        ({ value }) => therapist !== '' && value.toLowerCase().startsWith(therapist),
      );
      return replyOf(
        frontMatter?.licence !== undefined || listed || /\d{4}/.test(therapist),
        emptyKey(asked, 'licence'),
      );
    },
    insert: key('licence'),
  },
  'entry-date': {
    name: 'date of entry',
    place: 'top',
    reply: (asked) => {
      const front = asked.input.session.note.frontMatter;
      return replyOf(front?.entered !== undefined || front?.signed !== undefined, emptyKey(asked, 'entered'));
    },
    insert: key('entered'),
  },
  'late-entry': {
    name: 'mark of a late entry',
    place: 'top',
    reply: replyOfLateEntry,
    insert: () => ({ kind: 'key', key: 'late-entry', value: 'true' }),
  },
  signature: {
    name: 'signature',
    place: 'top',
    // A note may wait for its signature until the day after the session.
    reply: ({ input }) =>
      replyOf(input.session.note.frontMatter?.signed !== undefined || input.today <= addDays(input.date, 1)),
  },
};

/** Days that may pass between the session and its entry. */
const entryDays = 1;

function replyOfLateEntry({ input }: Asked): Reply {
  const { note, date } = input.session;
  const entered = note.frontMatter?.entered;
  if (entered === undefined || date === undefined || note.frontMatter?.lateEntry !== undefined) return there;
  const days = daysBetween(date, entered.value.date) ?? 0;
  return days <= entryDays
    ? there
    : {
        state: 'wrong',
        at: entered.span,
        message: say`Written ${days} days after the session and not marked as a late entry.`,
      };
}

const ofAge = 18;

function replyOfGuardian({ input, age }: Asked): Reply {
  const { record } = input.client;
  if (age === undefined || age >= ofAge || record === undefined) return there;
  const said = withoutRefusals(input.session.note.frontMatter?.consent?.value ?? '');
  const isInNote = /\b(?:guardian|parents?|mother|father|mum|mom|dad)\b/i.test(said);
  const { guardian, born } = record.record;
  const agreed = guardian?.consent;
  if (isInNote || (agreed !== undefined && agreed.value.from <= input.date)) return there;
  return {
    state: 'wrong',
    message:
      agreed === undefined
        ? say`The client is ${age}: the guardian’s consent is not in the record.`
        : say`The client is ${age}: the guardian’s consent is dated after this session.`,
    because: [
      ...(born === undefined
        ? []
        : [{ at: { uri: record.uri, span: born.span }, text: say`Client record: born ${born.value.from}` }]),
      ...(agreed === undefined
        ? []
        : [
            {
              at: { uri: record.uri, span: agreed.span },
              text: say`Client record: guardian’s consent of ${agreed.value.from}`,
            },
          ]),
    ],
  };
}
