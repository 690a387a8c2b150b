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

/** Rows that all have the same fields in the same order are read several times as fast as rows with each their own. */
const withEveryField = (row: CueRow): CueRow => ({
  meaning: row.meaning,
  direction: row.direction,
  reach: row.reach,
  list: row.list,
  open: row.open,
  final: row.final,
  until: row.until,
  anaphoric: row.anaphoric,
  pending: row.pending,
  insists: row.insists,
  beside: row.beside,
  both: row.both,
  operation: row.operation,
  answers: row.answers,
  only: row.only,
  phrases: row.phrases,
});

/** The trie of all cues; built when first asked for. */
function getCueTrie(): CueTrie {
  if (built !== undefined) return built;
  const root: Trie<CueRow[]> = createTrie();
  const words = new Set<string>();
  for (const listed of cueTable) {
    const row = withEveryField(listed);
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
    const first = token && cuesFrom(root, token.shared);
    const match = first && longestCue(first, tokens, i, terms);
    if (!match) {
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

/** The node of the cues that begin with a word, kept with the word. */
const cuesFrom = (root: CueTrie['root'], word: Word): Trie<CueRow[]> | null => {
  if (word.cues === undefined) word.cues = root.children.get(aliases.get(word.norm) ?? word.norm) ?? null;
  return word.cues;
};

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
  first: Trie<CueRow[]>,
  tokens: readonly Token[],
  from: number,
  terms: TermEnds,
): { readonly value: CueRow[]; readonly end: number } | undefined {
  let node = first;
  let best: CueRow[] | undefined;
  let end = from;
  let skipped = 0;
  for (let to = from + 1; ; to++) {
    if (skipped === 0 && node.value !== undefined && mayEnd(terms, from, to)) {
      best = node.value;
      end = to;
    }
    const token = tokens[to];
    if (token === undefined || node.children.size === 0) break;
    const norm = aliases.get(token.norm) ?? token.norm;
    const next = node.children.get(norm);
    if (next !== undefined) {
      node = next;
      skipped = 0;
    } else if (skipped < mostFillers && fillers.has(norm)) skipped++;
    else break;
  }
  return best && { value: best, end };
}
