// Questions and the answers behind them: "Any fever? N", "DVT or strain?".
import { negativeValues, positiveValues } from './cues';
import type { Clause, Target } from './parts';
import type { Token } from './tokens';

const beforeAnswer: ReadonlySet<string> = new Set(['a', 'ans', 'answer', ':', '-', '"', '“', '”', '=', '→']);

/** "Any fever in the last 24 h? N": the answer behind a question decides what was asked; "A or B?" is a suspicion. */
export function answered(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  targets: readonly Target[],
): readonly (readonly [number, 'negated' | 'present' | 'possible'])[] {
  const found: (readonly [number, 'negated' | 'present' | 'possible'])[] = [];
  for (let at = 0; at < clauses.length; at++) {
    const clause = clauses[at];
    if (clause === undefined || tokens[clause.to - 1]?.norm !== '?') continue;
    const next = clauses[at + 1];
    // "Q: diabetes?  A: no", "pregnant? "no way"".
    let first = next?.from ?? 0;
    while (next !== undefined && first < next.to - 1 && beforeAnswer.has(tokens[first]?.norm ?? '')) first++;
    const answer = next === undefined ? '' : (tokens[first]?.norm ?? '');
    const short = next !== undefined && next.to - first <= 3;
    const meaning =
      short && negativeValues.has(answer)
        ? 'negated'
        : short && positiveValues.has(answer)
          ? 'present'
          : undefined;
    const asked = targets.flatMap((target, index) =>
      target.from >= clause.from && target.to <= clause.to && target.kind !== 'region' ? [index] : [],
    );
    if (meaning !== undefined) for (const index of asked) found.push([index, meaning]);
    else if (tokens.slice(clause.from, clause.to).some((token) => token.norm === 'or'))
      for (const index of asked.slice(-2)) found.push([index, 'possible']);
  }
  return found;
}
