// The minutes that the treatment entries of a note add up to.
import type { Session } from '../../facts/model';
import { listDurations } from '../../note/values/duration';
import { type Span, span } from '../../text/span';
import { lineAround } from '../values';
import { sectionsOf } from './notes';

/** One stated duration of a technique that was done. */
export interface TimedEntry {
  readonly minutes: number;
  readonly span: Span;
}

/** Lists the durations in the Treatment; each is counted once. */
export const listTreatmentTimes = ({ note }: Session): readonly TimedEntry[] =>
  sectionsOf(note, 'treatment').flatMap((section) =>
    listDurations(note.text, span(section.heading.end, section.span.end)).map((found) => ({
      minutes: found.value,
      span: found.span,
    })),
  );

/** Of the durations in the Treatment those that stand on a line with a technique that was done. */
export function listTimedEntries(
  session: Session,
  times: readonly TimedEntry[] = listTreatmentTimes(session),
): readonly TimedEntry[] {
  const { note, techniques } = session;
  const done = techniques.filter(({ status }) => status === 'done').map(({ mention }) => mention.span.start);
  return times.filter(({ span: at }) => {
    const line = lineAround(note.text, at);
    return done.some((start) => line.start <= start && start < line.end);
  });
}

/** The sum of the minutes. */
export const totalOf = (entries: readonly TimedEntry[]): number =>
  entries.reduce((sum, { minutes }) => sum + minutes, 0);
