// Questions and the answers behind them: "Any fever? N", "DVT or strain?".
import { negativeValues, personWords, positiveValues } from './cues';
import { type Clause, lowerBound, type Target } from './parts';
import type { Token } from './tokens';

const beforeAnswer: ReadonlySet<string> = new Set(['a', 'ans', 'answer', ':', '-', '"', '“', '”', '=', '→']);

type Answer = 'negated' | 'present' | 'possible' | 'other-person';

const people: ReadonlySet<string> = new Set(personWords);
const longestAnswer = 8;

const between = /^(?:her|his|my|the|for|a)$/;
const links = /^(?:was|is|were|are|it|that|just)$/;

/** "COVID? no, that was her husband". */
function isOfAnother(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > longestAnswer) return false;
  for (let i = from + 1; i < to; i++) {
    if (!people.has(tokens[i]?.norm ?? '')) continue;
    const before = between.test(tokens[i - 1]?.norm ?? '') ? i - 2 : i - 1;
    if (links.test(tokens[before]?.norm ?? '')) return true;
  }
  return false;
}

/** "Any fever in the last 24 h? N": the answer behind a question decides what was asked; "A or B?" is a suspicion. */
export function answered(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  targets: readonly Target[],
): readonly (readonly [number, Answer])[] {
  const found: (readonly [number, Answer])[] = [];
  for (let at = 0; at < clauses.length; at++) {
    const clause = clauses[at];
    if (clause === undefined || tokens[clause.to - 1]?.norm !== '?') continue;
    const next = clauses[at + 1];
    // "Q: diabetes?  A: no", "pregnant? "no way"".
    let first = next?.from ?? 0;
    while (next !== undefined && first < next.to - 1 && beforeAnswer.has(tokens[first]?.norm ?? '')) first++;
    const answer = next === undefined ? '' : (tokens[first]?.norm ?? '');
    // "MI in 2005? No - notes confirm pericarditis".
    const short =
      next !== undefined && (next.to - first <= 3 || /^[-,.–]$/.test(tokens[first + 1]?.norm ?? ''));
    const meaning =
      short && negativeValues.has(answer)
        ? 'negated'
        : short && positiveValues.has(answer)
          ? 'present'
          : undefined;
    const asked = targetsWithin(targets, clause);
    if (next !== undefined && negativeValues.has(answer) && isOfAnother(tokens, first, next.to))
      for (const index of asked) found.push([index, 'other-person']);
    else if (meaning !== undefined) for (const index of asked) found.push([index, meaning]);
    else if (tokens.slice(clause.from, clause.to).some((token) => token.norm === 'or'))
      for (const index of asked.slice(-2)) found.push([index, 'possible']);
    else {
      const doubted = asked.at(-1);
      if (doubted !== undefined && isDoubt(tokens, clause, targets[doubted]))
        found.push([doubted, 'possible']);
    }
  }
  return found;
}

/** The targets of a clause that are no places, by index. All are in order but the last, which may be the span asked about. */
function targetsWithin(targets: readonly Target[], clause: Clause): readonly number[] {
  const found: number[] = [];
  const last = targets.length - 1;
  const add = (index: number): void => {
    const target = targets[index];
    if (target === undefined || target.kind === 'region') return;
    if (target.from >= clause.from && target.to <= clause.to) found.push(index);
  };
  for (let index = lowerBound(targets, clause.from); index < last; index++) {
    if ((targets[index]?.from ?? clause.to) >= clause.to) break;
    add(index);
  }
  if (last >= 0) add(last);
  return found;
}

// So many words may stand between what is doubted and its mark: "TIA last night?", "DVT L calf??".
const wordsToMark = 4;
const openers: ReadonlySet<string> = new Set(
  'any do does did is are was were have has had can could should would will what when where why how who which ever if'.split(
    ' ',
  ),
);

/** True if a statement, not a question, ends in a question mark a few words behind a mention. */
function isDoubt(tokens: readonly Token[], clause: Clause, target: Target | undefined): boolean {
  if (target === undefined || target.kind === 'technique' || openers.has(tokens[clause.from]?.norm ?? ''))
    return false;
  let words = 0;
  for (let i = target.to; i < clause.to; i++) {
    const token = tokens[i];
    if (token?.norm === ',' || token?.norm === '.') return false;
    if (token?.word === true && ++words > wordsToMark) return false;
  }
  return true;
}
