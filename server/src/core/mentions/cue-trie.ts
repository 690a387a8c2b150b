// The cue table as a trie over words, built once for all.
import { fillers } from './cue-families';
import { type CueRow, cueTable } from './cues';
import { type Token, tokenize } from './tokens';
import { createTrie, growTrie, type Trie } from './trie';
import type { Word } from './words';

/** A cue found at some tokens; one phrase may stand in several rows (forward and backward, or by kind). */
export interface CueMatch {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly CueRow[];
}

interface CueTrie {
  readonly root: Trie<CueRow[]>;
  readonly words: ReadonlySet<string>;
}

let built: CueTrie | undefined;

/** The trie of all cues; built when first asked for. */
function getCueTrie(): CueTrie {
  if (built !== undefined) return built;
  const root: Trie<CueRow[]> = createTrie();
  const words = new Set<string>();
  for (const row of cueTable) {
    for (const phrase of row.phrases) {
      const norms = tokenize(phrase, { start: 0, end: phrase.length }).map((token) => token.norm);
      const node = growTrie(root, norms);
      node.value ??= [];
      node.value.push(row);
      for (const norm of norms) words.add(norm);
    }
  }
  built = { root, words };
  return built;
}

/** All words of the cues. */
export const cueWords = (): ReadonlySet<string> => getCueTrie().words;

/**
 * Finds cues, longest first, left to right. `termEnd` gives the end of the term that a token belongs to, if it does:
 * no cue lies inside a term; one that begins with a term and goes beyond it ("anxious about") counts beside it, and
 * one may end with a whole term ("in her last pregnancy").
 */
export function findCues(
  tokens: readonly Token[],
  termEnd: (index: number) => number | undefined,
): readonly CueMatch[] {
  const { root } = getCueTrie();
  const found: CueMatch[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    if (token === undefined || !beginsCue(root, token.shared)) {
      i++;
      continue;
    }
    const term = termEnd(i);
    const match = longestCue(root, tokens, i, (end) => {
      const last = termEnd(end - 1);
      return (
        (term === undefined || end > term) && (last === undefined || (term === undefined && last === end))
      );
    });
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

// Short ways to write the words of cues.
const aliases: ReadonlyMap<string, string> = new Map([
  ['abt', 'about'],
  ['nxt', 'next'],
  ['prev', 'previous'],
  ['dont', "don't"],
  ['doesnt', "doesn't"],
  ['didnt', "didn't"],
  ['isnt', "isn't"],
  ['wasnt', "wasn't"],
  ['hasnt', "hasn't"],
  ['havent', "haven't"],
  ['cant', "can't"],
  ['wont', "won't"],
]);

/** Whether any cue begins with a word, kept with the word. */
const beginsCue = (root: CueTrie['root'], word: Word): boolean => {
  word.beginsCue ??= root.children.has(aliases.get(word.norm) ?? word.norm);
  return word.beginsCue;
};

// More fillers in a row are no longer part of a cue.
const mostFillers = 2;

/** The longest cue that starts at `from`, read over fillers inside it. */
function longestCue(
  root: Trie<CueRow[]>,
  tokens: readonly Token[],
  from: number,
  accept: (end: number) => boolean,
): { readonly value: CueRow[]; readonly end: number } | undefined {
  let node = root;
  let best: { readonly value: CueRow[]; readonly end: number } | undefined;
  let skipped = 0;
  for (let i = from; i < tokens.length; i++) {
    const written = tokens[i]?.norm ?? '';
    const norm = aliases.get(written) ?? written;
    const next = node.children.get(norm);
    if (next === undefined) {
      if (node === root || skipped >= mostFillers || !fillers.has(norm)) break;
      skipped++;
      continue;
    }
    skipped = 0;
    node = next;
    if (node.value !== undefined && accept(i + 1)) best = { value: node.value, end: i + 1 };
  }
  return best;
}
