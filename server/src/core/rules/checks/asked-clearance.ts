// A clearance that an earlier note was going to ask for, and that nobody recorded.
import { daysBetween } from '../../note/values/calendar';
import { say } from '../../text/say';
import { sliceSpan, span } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { lineAround } from '../values';
import { aboutVisits, limitOf, mentions, placeOf, sectionsOf } from '../visits/notes';

export const askedClearance: Check = { name: 'asked-clearance', run: listMissing };

const asked =
  /\b(?:ask(?:s|ed|ing)?|get|gets|obtain|request(?:ed|ing)?|needs?|await(?:ing)?|call|email|write to)\b[^.;\n\r]{0,50}\b(?:clearance|letter|written ok)\b/i;
const answered = /\b(?:clearance|letter|cleared|written ok)\b/i;

function listMissing(input: CheckInput): readonly Finding[] {
  // Today's note that speaks of it itself needs no reminder.
  if (mentions(input.session, answered)) return [];
  for (const session of [...input.client.earlier].reverse()) {
    const { date, note, uri } = session;
    if (date === undefined || (daysBetween(date, input.date) ?? 0) > limitOf(input, 'clearance-days')) break;
    for (const section of sectionsOf(note, 'plan')) {
      const match = asked.exec(note.text.slice(section.span.start, section.span.end));
      if (match === null || isConditional(note.text, section.span.start + match.index)) continue;
      const isRecorded = input.client.clearances.some(
        ({ entry }) => entry.on === undefined || entry.on.value.to >= date,
      );
      if (isRecorded) return [];
      const start = section.span.start + match.index;
      return [
        aboutVisits(
          'clearance-missing',
          'information',
          placeOf(input, 'plan'),
          say`On ${date} a clearance was to be asked for; none is recorded. Record it, or what came of it.`,
          [
            {
              at: { uri, span: span(start, start + match[0].length) },
              text: say`Note of ${date}: to be asked for`,
            },
          ],
        ),
      ];
    }
    // A note in between that speaks of it has settled it, or asks anew.
    if (mentions(session, answered)) return [];
  }
  return [];
}

/** True for "no need to get clearance" and "get clearance if the swelling returns": nobody was going to ask. */
function isConditional(text: string, at: number): boolean {
  const line = sliceSpan(text, lineAround(text, span(at, at)));
  return /\b(?:no need|not needed|need not|only if|if)\b/i.test(line);
}
