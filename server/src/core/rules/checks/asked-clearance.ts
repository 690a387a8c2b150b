// A clearance that an earlier note was going to ask for, and that nobody recorded.
import type { Session } from '../../facts/model';
import type { Note } from '../../note/model';
import { daysBetween } from '../../note/values/calendar';
import { oncePer } from '../../text/once';
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

// Each note is asked for its own sake, and by every later note.
const speaksOfIt = oncePer((session: Session): boolean => mentions(session, answered));

/** Where the plan of a note says that a clearance is to be asked for. */
const findAsked = oncePer((note: Note): Span | undefined => {
  for (const section of sectionsOf(note, 'plan')) {
    const match = asked.exec(note.text.slice(section.span.start, section.span.end));
    const start = section.span.start + (match?.index ?? 0);
    if (match !== null && !isConditional(note.text, start)) return span(start, start + match[0].length);
  }
  return undefined;
});

function listMissing(input: CheckInput): readonly Finding[] {
  // Today's note that speaks of it itself needs no reminder.
  if (speaksOfIt(input.session)) return [];
  const { earlier, clearances } = input.client;
  const mostDays = limitOf(input, 'clearance-days');
  for (let at = earlier.length - 1; at >= 0; at--) {
    const session = earlier[at];
    const date = session?.date;
    if (session === undefined || date === undefined || (daysBetween(date, input.date) ?? 0) > mostDays) break;
    if (!speaksOfIt(session)) continue;
    // A note in between that speaks of it has settled it, or asks anew.
    const place = findAsked(session.note);
    const isRecorded = clearances.some(({ entry: { on } }) => on === undefined || on.value.to >= date);
    if (place === undefined || isRecorded) return [];
    return [
      aboutVisits(
        'clearance-missing',
        'information',
        placeOf(input, 'plan'),
        say`On ${date} a clearance was to be asked for; none is recorded. Record it, or what came of it.`,
        [{ at: { uri: session.uri, span: place }, text: say`Note of ${date}: to be asked for` }],
      ),
    ];
  }
  return [];
}

/** True for "no need to get clearance" and "get clearance if the swelling returns": nobody was going to ask. */
function isConditional(text: string, at: number): boolean {
  const line = sliceSpan(text, lineAround(text, span(at, at)));
  return /\b(?:no need|not needed|need not|only if|if)\b/i.test(line);
}
