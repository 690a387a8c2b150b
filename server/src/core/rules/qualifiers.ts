// Words that a rule asks for beyond its cause, such as "new calf pain": looked up in today's note.
import type { Rule } from '../knowledge/model';
import { assertionAt } from '../mentions/find';
import { type Token, tokenize } from '../mentions/tokens';
import type { Note } from '../note/model';
import type { Span } from '../text/span';
import type { Case } from './match';

const answers = new WeakMap<Note, Map<string, boolean>>();
const words = new WeakMap<Note, readonly Token[]>();

/** True if today's note states one of the qualifier's phrases, and not in a negated or hypothetical way. */
export function qualifierMet(at: Case, rule: Rule): boolean {
  const { note } = at.session;
  const known = answers.get(note) ?? new Map<string, boolean>();
  answers.set(note, known);
  const answer = known.get(rule.id) ?? isStated(at, rule);
  known.set(rule.id, answer);
  return answer;
}

function isStated(at: Case, rule: Rule): boolean {
  const { note } = at.session;
  const tokens = words.get(note) ?? tokenize(note.text, { start: 0, end: note.text.length });
  words.set(note, tokens);
  return (rule.qualifier?.phrases ?? []).some((phrase) => {
    const span = findWords(tokens, phrase);
    return (
      span !== undefined &&
      ['present', 'possible'].includes(assertionAt(note, span, at.kb, { date: at.date }))
    );
  });
}

/** The first place where the words of a phrase stand one after the other. */
function findWords(tokens: readonly Token[], phrase: string): Span | undefined {
  const wanted = tokenize(phrase, { start: 0, end: phrase.length }).map((token) => token.stem);
  const [first] = wanted;
  for (let i = 0; first !== undefined && i + wanted.length <= tokens.length; i++) {
    if (tokens[i]?.stem !== first) continue;
    if (wanted.every((word, at) => tokens[i + at]?.stem === word))
      return { start: tokens[i]?.start ?? 0, end: tokens[i + wanted.length - 1]?.end ?? 0 };
  }
  return undefined;
}
