// The cue table as a trie over words, built once for all.
import { type CueRow, cueTable } from './cues';
import { type Token, tokenize } from './tokens';
import { createTrie, growTrie, longestMatch, type Trie } from './trie';

/** A cue found at some tokens; one phrase may stand in several rows (forward and backward, or by kind). */
export interface CueMatch {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly CueRow[];
}

/** All words of the cues. */
export const cueWords: ReadonlySet<string> = new Set(
  cueTable.flatMap((row) =>
    row.phrases.flatMap((phrase) =>
      tokenize(phrase, { start: 0, end: phrase.length }).map((token) => token.norm),
    ),
  ),
);

const root: Trie<CueRow[]> = createTrie();
for (const row of cueTable) {
  for (const phrase of row.phrases) {
    const words = tokenize(phrase, { start: 0, end: phrase.length }).map((token) => token.norm);
    const node = growTrie(root, words);
    node.value ??= [];
    node.value.push(row);
  }
}

/**
 * Finds cues, longest first, left to right. `termEnd` gives the end of the term that a token belongs to, if it does:
 * no cue lies inside a term; one that begins with a term and goes beyond it ("anxious about") counts beside it, and
 * one may end with a whole term ("in her last pregnancy").
 */
export function findCues(
  tokens: readonly Token[],
  termEnd: (index: number) => number | undefined,
): readonly CueMatch[] {
  const found: CueMatch[] = [];
  for (let i = 0; i < tokens.length; ) {
    const term = termEnd(i);
    const match = longestMatch(
      root,
      tokens,
      i,
      (token) => token.norm,
      (_, end) => {
        const last = termEnd(end - 1);
        return (
          (term === undefined || end > term) && (last === undefined || (term === undefined && last === end))
        );
      },
    );
    if (match === undefined) {
      i++;
      continue;
    }
    found.push({ from: i, to: match.end, rows: match.value });
    // "She has not experienced": what only turns back to the client lets the next cue begin inside it.
    i = match.value.every((row) => row.meaning === 'client') ? i + 1 : match.end;
  }
  return found;
}
