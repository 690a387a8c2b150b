// Treatment entries that add up to more minutes than the session had.

import { say } from '../../text/say';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { listTimedEntries, listTreatmentTimes, totalOf } from '../visits/minutes';
import { aboutVisits, limitOf } from '../visits/notes';

export const minutes: Check = { name: 'minutes', run: listMinuteFindings };

function listMinuteFindings(input: CheckInput): readonly Finding[] {
  const { note, uri } = input.session;
  const duration = note.frontMatter?.durationMinutes;
  if (duration === undefined) return [];
  const most = duration.value + limitOf(input, 'minutes-over');
  const times = listTreatmentTimes(input.session);
  if (totalOf(times) <= most) return [];
  const entries = listTimedEntries(input.session, times);
  const total = totalOf(entries);
  if (entries.length < 2 || total <= most) return [];
  return [
    aboutVisits(
      'minutes-over',
      'warning',
      { uri, span: duration.span },
      say`The treatment entries add up to ${total} min, the session had ${duration.value} min.`,
      entries.slice(0, 6).map(({ span, minutes: own }) => ({ at: { uri, span }, text: say`${own} min` })),
    ),
  ];
}
