// What the reader could not use as written, as findings.
import type { Check } from '../check';
import { findingsOf } from '../finding';

export const noteProblems: Check = {
  name: 'note-problems',
  run: ({ parsed, session }) => findingsOf(session.uri, parsed.problems),
};
