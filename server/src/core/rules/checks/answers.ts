// Clearances and overrides in a note's front matter that answer nothing as they stand.
import { listAnswerFindings } from '../answers';
import type { Check } from '../check';

export const answers: Check = {
  name: 'answers',
  run: ({ kb, session: { uri, note } }) =>
    listAnswerFindings(kb, uri, note.frontMatter?.clearances ?? [], note.frontMatter?.overrides ?? []),
};
