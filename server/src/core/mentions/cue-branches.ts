// The cue table as a trie over words. It holds tens of thousands of phrases, and a text begins few of them: the branch of
// a first word is made when a text first holds that word.

import { addToList } from '../text/lists';
import type { CuePhrase } from './cue-says';
import { type CueRow, listCues } from './cues';
import { tokenize } from './tokens';
import { noNode, root, Trie } from './trie';
import { enterWord, findWord } from './vocabulary';

/** A phrase of the table and its row. */
interface Listed {
  readonly phrase: string;
  readonly row: CueRow;
}

/** All cues. */
interface CueTrie {
  readonly phrases: Trie<CuePhrase>;
  readonly words: ReadonlySet<string>;
  /** The phrases whose branches are still to be made, by first word. */
  readonly waiting: Map<string, Listed[]>;
  /** The words of a piece of a phrase, a piece being what stands between blanks. */
  readonly read: (piece: string) => readonly string[];
}

let begun: CueTrie | undefined;

/** The trie of all cues, begun when first asked for. */
function getCueTrie(): CueTrie {
  begun ??= beginTrie();
  return begun;
}

/** The phrases that a cue may be, with the branches that were asked for. */
export const cuePhrases = (): Trie<CuePhrase> => getCueTrie().phrases;

/** All words of the cues. */
export const cueWords = (): ReadonlySet<string> => getCueTrie().words;

/** The node of the cues that begin with a word, or `noNode`. */
export function branchOf(norm: string): number {
  const trie = getCueTrie();
  const first = plainNorm(norm);
  const listed = trie.waiting.get(first);
  if (listed !== undefined) {
    trie.waiting.delete(first);
    growBranch(trie, first, listed);
  }
  return trie.phrases.next(root, findWord(norm));
}

function beginTrie(): CueTrie {
  const { words, read } = createReader();
  const waiting = new Map<string, Listed[]>();
  for (const listed of listCues()) {
    const row = withEveryField(listed);
    for (const phrase of row.phrases) {
      const pieces = phrase.split(' ');
      for (const piece of pieces) read(piece);
      const [first] = read(pieces[0] ?? '');
      if (first === undefined) continue;
      addToList(waiting, first, { phrase, row });
      if (first === 'with' || first === 'without') addToList(waiting, 'w', { phrase, row });
    }
  }
  // The words of a text get their numbers before its cues are asked for: all that a branch may hold have theirs now.
  for (const word of [...words, ...aliases.keys(), 'w', '/', 'o', 'out']) enterWord(word);
  return { phrases: new Trie(), words, waiting, read };
}

/** Reads phrases piece by piece: there are a hundred times as many in the table as different ones. */
function createReader(): Pick<CueTrie, 'words' | 'read'> {
  const known = new Map<string, readonly string[]>();
  const words = new Set<string>();
  const read = (piece: string): readonly string[] => {
    const before = known.get(piece);
    if (before !== undefined) return before;
    const norms = tokenize(piece, { start: 0, end: piece.length }).map(({ norm }) => plainNorm(norm));
    for (const norm of norms) words.add(norm);
    known.set(piece, norms);
    return norms;
  };
  return { words, read };
}

/** Makes the branch of a first word, and of the other ways to write it. */
function growBranch({ phrases, read }: CueTrie, first: string, listed: readonly Listed[]): void {
  const written: (readonly string[])[] = [];
  for (const { phrase, row } of listed)
    for (const variant of shortened(phrase.split(' ').flatMap(read))) {
      if (variant[0] !== first) continue;
      written.push(variant);
      const node = grow(phrases, variant);
      const rows = phrases.get(node)?.rows;
      if (rows === undefined) phrases.set(node, { rows: [row], says: undefined });
      else if (!rows.includes(row)) rows.push(row);
    }
  inherit(phrases, written);
}

/** The node of a phrase, made where it is new; every other way to write one of its words leads there too. */
function grow(phrases: Trie<CuePhrase>, norms: readonly string[]): number {
  let node = root;
  for (const norm of norms) {
    const word = enterWord(norm);
    let next = phrases.next(node, word);
    if (next === noNode) {
      next = phrases.step(node, word);
      for (const other of otherWays.get(norm) ?? []) phrases.lead(node, enterWord(other), next);
    }
    node = next;
  }
  return node;
}

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
      above = phrases.get(phrases.grow(words.slice(0, length)))?.rows ?? [];
    const node = phrases.grow(words);
    const own = phrases.get(node)?.rows;
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

/** The short ways to write a word. */
const otherWays: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(aliases.values())].map((word) => [
    word,
    [...aliases].flatMap(([short, other]) => (other === word ? [short] : [])),
  ]),
);

const plainNorm = (norm: string): string => aliases.get(norm) ?? norm;
