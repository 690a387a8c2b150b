// What the reader could not use as written, as findings.
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';

export const noteProblems: Check = {
  name: 'note-problems',
  run: ({ parsed, session }: CheckInput): readonly Finding[] =>
    parsed.problems.map((problem) => ({
      rule: problem.code,
      severity: problem.severity,
      at: { uri: session.uri, span: problem.span },
      message: problem.message,
      because: [],
      fixes: [],
    })),
};
