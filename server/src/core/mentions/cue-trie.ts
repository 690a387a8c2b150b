// The cue table as a trie over words, built once for all.
import { fillers } from './cue-families';
import { type CueRow, cueTable } from './cues';
import { type Token, tokenize } from './tokens';
import { noNode, root, Trie } from './trie';
import type { Word } from './words';

/** A cue found at some tokens; one phrase may stand in several rows (forward and backward, or by kind). */
export interface CueMatch {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly CueRow[];
}

interface CueTrie {
  readonly phrases: Trie<CueRow[]>;
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
  const phrases = new Trie<CueRow[]>();
  const words = new Set<string>();
  for (const listed of cueTable) {
    const row = withEveryField(listed);
    for (const phrase of row.phrases) {
      const norms = tokenize(phrase, { start: 0, end: phrase.length }).map((token) => token.norm);
      const node = phrases.grow(norms.map((norm) => aliases.get(norm) ?? norm));
      const rows = phrases.get(node);
      if (rows === undefined) phrases.set(node, [row]);
      else if (!rows.includes(row)) rows.push(row);
      for (const norm of norms) words.add(norm);
    }
  }
  for (const [short, word] of aliases) phrases.alsoWrite(word, short);
  built = { phrases, words };
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
  const { phrases } = getCueTrie();
  const found: CueMatch[] = [];
  for (let i = 0; i < tokens.length; ) {
    const word = tokens[i]?.shared;
    const first = word === undefined ? noNode : nodeOf(phrases, word);
    const match = first === noNode ? undefined : longestCue(phrases, first, tokens, i, terms);
    if (match === undefined) {
      i++;
      continue;
    }
    found.push(match);
    // "She has not experienced": what only turns back to the client lets the next cue begin inside it.
    i = match.rows.every(isClient) ? i + 1 : match.to;
  }
  return found;
}

/** Where the cues that begin with a word go on, kept with the word. */
function nodeOf(phrases: CueTrie['phrases'], word: Word): number {
  if (word.cueNode < 0) word.cueNode = phrases.next(root, word.normNumber);
  return word.cueNode;
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
  phrases: Trie<CueRow[]>,
  first: number,
  tokens: readonly Token[],
  from: number,
  terms: TermEnds,
): CueMatch | undefined {
  let node = first;
  let best: CueRow[] | undefined;
  let end = from;
  let skipped = 0;
  for (let to = from + 1; ; to++) {
    if (skipped === 0) {
      const rows = phrases.get(node);
      if (rows !== undefined && mayEnd(terms, from, to)) {
        best = rows;
        end = to;
      }
    }
    const token = tokens[to];
    if (token === undefined || !phrases.goesOn(node)) break;
    const next = phrases.next(node, token.shared.normNumber);
    if (next !== noNode) {
      node = next;
      skipped = 0;
    } else if (skipped < mostFillers && fillers.has(token.norm)) skipped++;
    else break;
  }
  return best && { from, to: end, rows: best };
}
