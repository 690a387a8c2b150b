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

/** The end of the term that a token belongs to. */
export interface TermEnds {
  get(index: number): number | undefined;
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
 * Finds cues, longest first, left to right. `terms` gives the end of the term that a token belongs to, if it does:
 * no cue lies inside a term; one that begins with a term and goes beyond it ("anxious about") counts beside it, and
 * one may end with a whole term ("in her last pregnancy").
 */
export function findCues(tokens: readonly Token[], terms: TermEnds): readonly CueMatch[] {
  const { root } = getCueTrie();
  const found: CueMatch[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    if (token === undefined || !beginsCue(root, token.shared)) {
      i++;
      continue;
    }
    const match = longestCue(root, tokens, i, terms);
    if (match === undefined) {
      i++;
      continue;
    }
    found.push({ from: i, to: match.end, rows: match.value });
    // "She has not experienced": what only turns back to the client lets the next cue begin inside it.
    i = match.value.every(isClient) ? i + 1 : match.end;
  }
  return found;
}

const isClient = (row: CueRow): boolean => row.meaning === 'client';

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

/** True if a cue may stand at `[from, to)`, as far as terms go. */
function mayEnd(terms: TermEnds, from: number, to: number): boolean {
  const own = terms.get(from);
  const last = terms.get(to - 1);
  return (own === undefined || to > own) && (last === undefined || (own === undefined && last === to));
}

/** The longest cue that starts at `from`, read over fillers inside it. */
function longestCue(
  root: Trie<CueRow[]>,
  tokens: readonly Token[],
  from: number,
  terms: TermEnds,
): { readonly value: CueRow[]; readonly end: number } | undefined {
  let node = root;
  let best: CueRow[] | undefined;
  let end = from;
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
    if (node.value !== undefined && mayEnd(terms, from, i + 1)) {
      best = node.value;
      end = i + 1;
    }
  }
  return best && { value: best, end };
}
