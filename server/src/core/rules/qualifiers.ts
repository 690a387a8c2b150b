// Words that a rule asks for beyond its cause, such as "new calf pain": looked up in today's note.
import type { Rule } from '../knowledge/model';
import { assertionAt } from '../mentions/find';
import { tokenize } from '../mentions/tokens';
import type { Case } from './match';

/** True if today's note states one of the qualifier's phrases, and not in a negated or hypothetical way. */
export function qualifierMet(at: Case, rule: Rule): boolean {
  const { note } = at.session;
  return (rule.qualifier?.phrases ?? []).some((phrase) => {
    const span = findWords(note.text, phrase);
    return (
      span !== undefined &&
      ['present', 'possible'].includes(assertionAt(at.kb, note, span, { date: at.date }))
    );
  });
}

const wordsOf = new Map<string, readonly string[]>();

/** The first place where the words of a phrase stand one after the other. */
function findWords(
  text: string,
  phrase: string,
): { readonly start: number; readonly end: number } | undefined {
  const words =
    wordsOf.get(phrase) ?? tokenize(phrase, { start: 0, end: phrase.length }).map((token) => token.stem);
  wordsOf.set(phrase, words);
  const [first] = words;
  if (first === undefined) return undefined;
  const tokens = tokenize(text, { start: 0, end: text.length });
  for (let i = 0; i + words.length <= tokens.length; i++) {
    if (tokens[i]?.stem !== first) continue;
    if (words.every((word, at) => tokens[i + at]?.stem === word))
      return { start: tokens[i]?.start ?? 0, end: tokens[i + words.length - 1]?.end ?? 0 };
  }
  return undefined;
}
