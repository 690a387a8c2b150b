// What the doctor says of one thing that it looked at.
import type { PrivacyJudgement } from '../../core/index';

/** One line of the doctor: what it looked at, how it stands, and what to do. */
export interface DoctorLine extends Omit<PrivacyJudgement, 'topic'> {
  readonly topic: string;
}

/** A line about a topic, with advice and paths where there are any. */
export const toLine = (
  topic: string,
  level: DoctorLine['level'],
  message: string,
  advice?: string,
  paths: readonly string[] = [],
): DoctorLine => ({
  topic,
  level,
  message,
  ...(advice !== undefined && { advice }),
  ...(paths.length > 0 && { paths }),
});
