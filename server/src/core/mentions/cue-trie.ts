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
  ofDisease: row.ofDisease,
  closes: row.closes,
  definite: row.definite,
  only: row.only,
  phrases: row.phrases,
});

/** The trie of all cues; built when first asked for. */
function getCueTrie(): CueTrie {
  if (built !== undefined) return built;
  const phrases = new Trie<CueRow[]>();
  const words = new Set<string>();
  const written: (readonly string[])[] = [];
  for (const listed of cueTable) {
    const row = withEveryField(listed);
    for (const phrase of row.phrases) {
      const norms = tokenize(phrase, { start: 0, end: phrase.length }).map((token) => plainNorm(token.norm));
      for (const variant of shortened(norms)) {
        written.push(variant);
        const node = phrases.grow(variant);
        const rows = phrases.get(node);
        if (rows === undefined) phrases.set(node, [row]);
        else if (!rows.includes(row)) rows.push(row);
      }
      for (const norm of norms) words.add(norm);
    }
  }
  inherit(phrases, written);
  for (const [short, word] of aliases) if (words.has(word)) phrases.alsoWrite(word, short);
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

const kinds = ['technique', 'condition', 'medication', 'region'] as const;

/**
 * A longer phrase that speaks of one kind only leaves the others to the shorter phrase that it begins with: "would like
 * to try" speaks of medicines, "would like" of everything.
 */
function inherit(phrases: CueTrie['phrases'], written: readonly (readonly string[])[]): void {
  const done = new Set<number>();
  // Shorter phrases first: what they took over goes on to the longer ones.
  for (const words of [...written].sort((a, b) => a.length - b.length)) {
    let above: readonly CueRow[] = [];
    for (let length = words.length - 1; length > 0 && above.length === 0; length--)
      above = phrases.get(phrases.grow(words.slice(0, length))) ?? [];
    const node = phrases.grow(words);
    const own = phrases.get(node);
    if (own === undefined || above.length === 0 || done.has(node)) continue;
    done.add(node);
    const spoken = new Set(own.flatMap((row) => row.only ?? kinds));
    const silent = own.some(
      ({ meaning }) => meaning === 'pseudo' || meaning === 'end' || meaning === 'client',
    );
    const left = kinds.filter((kind) => !spoken.has(kind));
    if (!silent && left.length > 0) own.push(...above.flatMap((row) => restrict(row, left)));
  }
}

function restrict(row: CueRow, to: readonly (typeof kinds)[number][]): readonly CueRow[] {
  // "Not safe with Eliquis" does not deny the medicine.
  if (row.meaning !== 'hypothetical' && row.meaning !== 'possible' && row.meaning !== 'historical') return [];
  const only = to.filter((kind) => row.only === undefined || row.only.includes(kind));
  return only.length === 0 ? [] : [{ ...row, only }];
}

/** "With" and "without" inside a phrase are written `w`, `w/` and `w/o` as well. */
function shortened(norms: readonly string[]): readonly (readonly string[])[] {
  const at = norms.findIndex((norm) => norm === 'with' || norm === 'without');
  const short = at === -1 || norms.length === 1 ? undefined : norms[at];
  if (short === undefined) return [norms];
  const ways =
    short === 'with'
      ? [['w'], ['w', '/']]
      : [
          ['w', '/', 'o'],
          ['w', '/', 'out'],
        ];
  return [norms, ...ways.map((way) => [...norms.slice(0, at), ...way, ...norms.slice(at + 1)])];
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
  ['couldnt', "couldn't"],
  ['wouldnt', "wouldn't"],
  ['shouldnt', "shouldn't"],
  ['arent', "aren't"],
  ['werent', "weren't"],
  ['hadnt', "hadn't"],
  ['havnt', "haven't"],
  ['wk', 'week'],
  ['wks', 'weeks'],
  ['yr', 'year'],
  ['yrs', 'years'],
  ['mth', 'month'],
  ['mths', 'months'],
  ['appt', 'appointment'],
  ['tmrw', 'tomorrow'],
  ['tmw', 'tomorrow'],
  ['b4', 'before'],
  ['bc', 'because'],
  ['cos', 'because'],
  ['coz', 'because'],
  ['altho', 'although'],
  ['thru', 'through'],
  ['poss', 'possible'],
  ['prob', 'probable'],
  ['probs', 'problems'],
]);

const plainNorm = (norm: string): string => aliases.get(norm) ?? norm;
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
