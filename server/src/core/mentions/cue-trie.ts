// Cues in a text: the longest phrases of the cue table, left to right.
import { cuePhrases } from './cue-branches';
import { type CuePhrase, type CueSays, saysOf } from './cue-says';
import type { CueRow } from './cues';
import type { Indexes } from './openings';
import type { Token } from './tokens';
import { noNode, type Trie } from './trie';
import { begins } from './words';

/** A cue found at some tokens; one phrase may stand in several rows (forward and backward, or by kind). */
export interface CueMatch {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly CueRow[];
  /** What the rows say together. */
  readonly says: CueSays;
}

/** The end of the term that a token belongs to. */
export interface TermEnds {
  get(index: number): number | undefined;
}

/**
 * Finds cues, longest first, left to right; `openings` are where they may begin. `terms` gives the end of the term that a token belongs to, if it does:
 * no cue lies inside a term; one that begins with a term and goes beyond it ("anxious about") counts beside it, and
 * one may end with a whole term ("in her last pregnancy").
 */
export function findCues(tokens: readonly Token[], openings: Indexes, terms: TermEnds): readonly CueMatch[] {
  const phrases = cuePhrases();
  const found: CueMatch[] = [];
  let next = 0;
  for (let at = 0; at < openings.length; at++) {
    const i = openings.at(at);
    const first = tokens[i]?.shared.cueNode ?? noNode;
    const match = i < next ? undefined : longestCue(phrases, first, tokens, i, terms);
    if (match === undefined) continue;
    found.push(match);
    // "She has not experienced": what only turns back to the client lets the next cue begin inside it.
    next = match.says.onlyClient ? i + 1 : match.to;
  }
  return found;
}

// More fillers in a row are no longer part of a cue.
const mostFillers = 2;

/** True if a cue may stand at `[from, to)`, as far as terms go. */
function mayEnd(terms: TermEnds, from: number, to: number): boolean {
  const own = terms.get(from);
  const last = terms.get(to - 1);
  return (own === undefined || to > own) && (last === undefined || (own === undefined && last === to));
}

/** The longest cue that starts at `from`, read over fillers inside it; `first` is the node of that token. */
function longestCue(
  phrases: Trie<CuePhrase>,
  first: number,
  tokens: readonly Token[],
  from: number,
  terms: TermEnds,
): CueMatch | undefined {
  let node = first;
  let best: CuePhrase | undefined;
  let end = from;
  let skipped = 0;
  for (let to = from + 1; ; to++) {
    if (skipped === 0) {
      const phrase = phrases.get(node);
      if (phrase !== undefined && mayEnd(terms, from, to)) {
        best = phrase;
        end = to;
      }
    }
    const token = tokens[to];
    if (token === undefined || !phrases.goesOn(node)) break;
    const next = phrases.next(node, token.shared.normNumber);
    if (next !== noNode) {
      node = next;
      skipped = 0;
    } else if (skipped < mostFillers && (token.shared.begins & begins.insideCue) !== 0) skipped++;
    else break;
  }
  return best && { from, to: end, rows: best.rows, says: saysOf(best) };
}
