// Pain that does not go down over several visits: the plan is asked about, not the therapist.
import type { Session } from '../../facts/model';
import { daysBetween } from '../../note/values/calendar';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { aboutVisits, limitOf } from '../visits/notes';
import { findPain, type PainPoint } from '../visits/pain';

export const progress: Check = { name: 'progress', run: listNoProgress };

// Less pain than this is a client who comes to stay well; a change below two points of ten is none that clients feel
// (about 2 for chronic low back pain, abbott-2014 in knowledge/sources.yaml).
const fewestPoints = 4;
const change = 2;
const fewestDays = 14;

/** True if pain stayed up in all of these, and the last is not below the first by what a client would feel. */
const isStuck = (scores: readonly Score[]): boolean => {
  const [first] = scores;
  return (
    first !== undefined &&
    scores.every(({ points }) => points >= fewestPoints && first.points - points < change)
  );
};

interface Score extends PainPoint {
  readonly session: Session;
}

function listNoProgress(input: CheckInput): readonly Finding[] {
  const visits = limitOf(input, 'no-progress-visits');
  const scores = [...input.client.earlier, input.session].flatMap((session) => scoreOf(session) ?? []);
  const now = scores.at(-1);
  if (now?.session !== input.session) return [];
  // The visits up to today in which pain stayed up and never fell by what a client would feel.
  let from = scores.length;
  while (from > 0 && isStuck(scores.slice(from - 1))) from -= 1;
  const last = scores.slice(from);
  const [first] = last;
  // Once after so many visits, and again after as many more: not at every visit.
  if (first === undefined || last.length === 0 || last.length % visits !== 0) return [];
  if ((daysBetween(first.session.date ?? '', input.date) ?? 0) < fewestDays) return [];
  return [
    aboutVisits(
      'no-progress',
      'information',
      { uri: input.session.uri, span: now.span },
      `Pain was ${first.points}/10 on ${first.session.date} and is ${now.points}/10 after ${last.length} visits. Reassess, change the plan, or refer.`,
      last.slice(0, -1).map(({ session, points, span }) => ({
        at: { uri: session.uri, span },
        text: `Note of ${session.date}: pain ${points}/10`,
      })),
    ),
  ];
}

function scoreOf(session: Session): Score | undefined {
  const pain = findPain(session.note);
  return pain && { session, ...pain };
}
