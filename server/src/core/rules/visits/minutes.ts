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

/** Lists the durations in the Treatment that stand on a line with a technique that was done; each is counted once. */
export function listTimedEntries({ note, techniques }: Session): readonly TimedEntry[] {
  const done = techniques.filter(({ status }) => status === 'done').map(({ mention }) => mention.span.start);
  return sectionsOf(note, 'treatment').flatMap((section) =>
    listDurations(note.text, span(section.heading.end, section.span.end)).flatMap((found) => {
      const line = lineAround(note.text, found.span);
      const isTimed = done.some((start) => line.start <= start && start < line.end);
      return isTimed ? [{ minutes: found.value, span: found.span }] : [];
    }),
  );
}

/** The sum of the minutes. */
export const totalOf = (entries: readonly TimedEntry[]): number =>
  entries.reduce((sum, { minutes }) => sum + minutes, 0);
