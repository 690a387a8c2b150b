// Words that were read as the word of the base that they are one slip away from: said once a word, with the fix.

import { say } from '../../text/say';
import { sliceSpan } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { cut } from '../words';

export const misspeltTerms: Check = { name: 'misspelt-terms', run: listMisspeltTerms };

function listMisspeltTerms({ session }: CheckInput): readonly Finding[] {
  if (!session.mentions.some(({ slip }) => slip !== undefined)) return [];
  const seen = new Set<string>();
  return session.mentions.flatMap(({ slip }): readonly Finding[] => {
    if (slip === undefined) return [];
    const written = sliceSpan(session.note.text, slip.span);
    if (seen.has(written)) return [];
    seen.add(written);
    const right = inCaseOf(written, slip.word);
    return [
      {
        rule: 'note/misspelt-term',
        severity: 'information',
        at: { uri: session.uri, span: slip.span },
        message: cut(say`“${written}” is read as “${right}”.`),
        because: [],
        fixes: [
          {
            title: say`Write “${right}”`,
            preferred: true,
            edits: [{ uri: session.uri, edits: [{ span: slip.span, newText: right }] }],
          },
        ],
      },
    ];
  });
}

/** A word in capitals, with a capital, or small, as another is written. */
function inCaseOf(written: string, word: string): string {
  if (written === written.toUpperCase()) return word.toUpperCase();
  const first = written.charAt(0);
  return first === first.toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
