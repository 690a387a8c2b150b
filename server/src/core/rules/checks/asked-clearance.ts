// A clearance that an earlier note was going to ask for, and that nobody recorded.
import type { Session } from '../../facts/model';
import { foldVisits } from '../../facts/visits';
import type { Note } from '../../note/model';
import { daysBetween } from '../../note/values/calendar';
import { say } from '../../text/say';
import { type Span, sliceSpan, span } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { lineAround } from '../values';
import { aboutVisits, limitOf, mentions, placeOf, sectionsOf } from '../visits/notes';

export const askedClearance: Check = { name: 'asked-clearance', run: listMissing };

const asked =
  /\b(?:ask(?:s|ed|ing)?|get|gets|obtain|request(?:ed|ing)?|needs?|await(?:ing)?|call|email|write to)\b[^.;\n\r]{0,50}\b(?:clearance|letter|written ok)\b/i;
const answered = /\b(?:clearance|letter|cleared|written ok)\b/i;

const speaksOfIt = (session: Session): boolean => mentions(session, answered);

/** Where the plan of a note says that a clearance is to be asked for. */
function findAsked(note: Note): Span | undefined {
  for (const section of sectionsOf(note, 'plan')) {
    const match = asked.exec(note.text.slice(section.span.start, section.span.end));
    const start = section.span.start + (match?.index ?? 0);
    if (match !== null && !isConditional(note.text, start)) return span(start, start + match[0].length);
  }
  return undefined;
}

/** A note whose plan asks for a clearance. */
interface NoteThatAsks {
  readonly session: Session;
  readonly place: Span;
}

const lastThatAsks = foldVisits<Session, NoteThatAsks | undefined>(undefined, (before, session) => {
  const place = findAsked(session.note);
  return place === undefined ? before : { session, place };
});

function listMissing(input: CheckInput): readonly Finding[] {
  const last = lastThatAsks(input.client.visits);
  const date = last?.session.date;
  if (last === undefined || date === undefined) return [];
  if ((daysBetween(date, input.date) ?? 0) > limitOf(input, 'clearance-days')) return [];
  // A note since then that speaks of it has settled it, and today's needs no reminder.
  const { earlier, clearances } = input.client;
  const since = earlier.slice(earlier.lastIndexOf(last.session) + 1);
  if ([...since, input.session].some(speaksOfIt)) return [];
  if (clearances.some(({ entry: { on } }) => on === undefined || on.value.to >= date)) return [];
  return [
    aboutVisits(
      'clearance-missing',
      'information',
      placeOf(input, 'plan'),
      say`On ${date} a clearance was to be asked for; none is recorded. Record it, or what came of it.`,
      [{ at: { uri: last.session.uri, span: last.place }, text: say`Note of ${date}: to be asked for` }],
    ),
  ];
}

/** True for "no need to get clearance" and "get clearance if the swelling returns": nobody was going to ask. */
function isConditional(text: string, at: number): boolean {
  const line = sliceSpan(text, lineAround(text, span(at, at)));
  return /\b(?:no need|not needed|need not|only if|if)\b/i.test(line);
}
