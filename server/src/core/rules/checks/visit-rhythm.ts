// The plan against what came: visits that came much later, a reassessment that is due, a plan whose day has passed.
import { daysBetween } from '../../note/values/calendar';
import { say } from '../../text/say';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { aboutVisits, lastVisit, limitOf, placeOf, reassessFix } from '../visits/notes';
import { daysApart, openReassessment, plansOf, speaksOfReassessment } from '../visits/plans';

export const visitRhythm: Check = {
  name: 'visit-rhythm',
  run: (input) => {
    const due = reassessment(input);
    // Who is told that the plan was not kept need not hear it twice.
    return [...(due.length > 0 ? due : late(input)), ...planEnded(input)];
  },
};

/** A visit after several times the planned gap. The plan may have changed; then it should say so. */
function late(input: CheckInput): readonly Finding[] {
  const last = lastVisit(input);
  if (last === undefined) return [];
  const gap = daysBetween(last.date ?? '', input.date) ?? 0;
  if (gap <= limitOf(input, 'late-days')) return [];
  const planned = plansOf(last).find(({ frequency }) => !frequency.asNeeded);
  if (planned === undefined) return [];
  const wanted = daysApart(planned.frequency);
  if (wanted > 31 || gap <= limitOf(input, 'late-times') * wanted + limitOf(input, 'late-days')) return [];
  return [
    aboutVisits(
      'later-than-planned',
      'hint',
      placeOf(input, 'plan'),
      say`The plan of ${last.date} was a visit every ${wordDays(wanted)}; this one comes after ${wordDays(gap)}.`,
      [{ at: planned.at, text: say`Note of ${last.date}: the planned rhythm` }],
    ),
  ];
}

/** "Weekly for 4 weeks, then reassess": the weeks or visits are over, and no note since speaks of it. */
function reassessment(input: CheckInput): readonly Finding[] {
  const open = openReassessment(input.client.visits);
  if (open === undefined) return [];
  const { plan, due } = open;
  const graceDays = limitOf(input, 'reassessment-days');
  // Said at the first visit after it was due, and not again.
  const isFirst = (daysBetween(due, lastVisit(input)?.date ?? '') ?? 0) <= graceDays;
  if ((daysBetween(due, input.date) ?? 0) <= graceDays || !isFirst) return [];
  if (speaksOfReassessment(input.session.note)) return [];
  return [
    aboutVisits(
      'reassessment-due',
      'information',
      placeOf(input, 'objective'),
      say`A reassessment was due by ${due}, as planned on ${plan.session.date}. No note since speaks of one.`,
      [{ at: plan.at, text: say`Note of ${plan.session.date}: the plan` }],
      () => reassessFix(input),
    ),
  ];
}

/** The plan of the client file has ended. */
function planEnded(input: CheckInput): readonly Finding[] {
  const until = input.client.record?.record.plan?.until;
  const uri = input.client.record?.uri;
  if (until === undefined || uri === undefined || input.date <= until.value.to) return [];
  return [
    aboutVisits(
      'plan-ended',
      'information',
      placeOf(input, 'plan'),
      say`The plan in the client file ended on ${until.value.to}. Agree on a new one.`,
      [{ at: { uri, span: until.span }, text: say`Client record: the end of the plan` }],
    ),
  ];
}

function wordDays(days: number): string {
  if (days < 14) return days === 1 ? say`day` : days === 7 ? say`week` : say`${Math.round(days)} days`;
  return say`${Math.round(days / 7)} weeks`;
}
