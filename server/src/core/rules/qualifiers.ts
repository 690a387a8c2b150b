// Words that a rule asks for beyond its cause, such as "new calf pain": looked up in today's note.
import type { Rule } from '../knowledge/model';
import { assertionAt } from '../mentions/find';
import { type Token, tokenize } from '../mentions/tokens';
import type { Note } from '../note/model';
import { oncePer } from '../text/once';
import type { Span } from '../text/span';
import type { Case } from './match';

const answersOf = oncePer((_: Note) => new Map<string, boolean>());
const wordsOf = oncePer(({ text }: Note) => tokenize(text, { start: 0, end: text.length }));
const phrasesOf = oncePer((rule: Rule) =>
  (rule.qualifier?.phrases ?? []).map((phrase) =>
    tokenize(phrase, { start: 0, end: phrase.length }).map(({ stem }) => stem),
  ),
);

/** True if today's note states one of the qualifier's phrases, and not in a negated or hypothetical way. */
export function qualifierMet(at: Case, rule: Rule): boolean {
  const known = answersOf(at.session.note);
  const answer = known.get(rule.id) ?? isStated(at, rule);
  known.set(rule.id, answer);
  return answer;
}

function isStated(at: Case, rule: Rule): boolean {
  const { note } = at.session;
  return phrasesOf(rule).some((phrase) => {
    const span = findWords(wordsOf(note), phrase);
    return (
      span !== undefined &&
      ['present', 'possible'].includes(assertionAt(note, span, at.kb, { date: at.date }))
    );
  });
}

/** The first place where these words stand one after the other. */
function findWords(tokens: readonly Token[], wanted: readonly string[]): Span | undefined {
  const [first] = wanted;
  for (let i = 0; first !== undefined && i + wanted.length <= tokens.length; i++) {
    if (tokens[i]?.stem !== first) continue;
    if (wanted.every((word, at) => tokens[i + at]?.stem === word))
      return { start: tokens[i]?.start ?? 0, end: tokens[i + wanted.length - 1]?.end ?? 0 };
  }
  return undefined;
}
