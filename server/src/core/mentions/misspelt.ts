// Phrases with one slip of the pen: "diabtes", "deep vien thrombosis", "carpel tunnel syndrome".
import { type Entry, type Lexicon, onlyOf, type PhraseMatch, type Reading, type Slip } from './lexicon';
import type { Token } from './tokens';
import { noNode, root } from './trie';
import { unknownWord } from './vocabulary';
import { begins, type NearWord } from './words';

// A single word must be long: short words have too many neighbours.
const shortestAlone = 7;
// Of a phrase the words that are right must say enough by themselves, the more so beside a short one.
const shortestRest = 3;
const shortestWord = 5;
const shortestPhrase = 7;

/**
 * The phrase that starts at `from` if one of its words is read as the only word of the base that it is one slip away
 * from, and it is longer than what stands there exactly (which ends at `exactEnd`). The words have been looked up. A word that is known is never read
 * as another; where two phrases are as near, neither is taken.
 */
export function misspeltMatch(
  lexicon: Lexicon,
  tokens: readonly Token[],
  from: number,
  exactEnd: number,
): PhraseMatch | undefined {
  let best: PhraseMatch | undefined;
  let node = root;
  // The slip may be in any word as long as the words before it are right.
  for (let at = from; at < tokens.length && node !== noNode; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const { shared } = token;
    for (const near of (shared.begins & begins.slip) === 0 ? noWords : shared.nearest) {
      const next = lexicon.phrases.next(node, near.stemNumber);
      const match = next === noNode ? undefined : longestFrom(lexicon, next, tokens, from, at, near.word);
      if (match === undefined || match.to <= exactEnd) continue;
      if (best !== undefined && best.to === match.to && !isSame(best, match)) return undefined;
      if (best === undefined || match.to > best.to) best = match;
    }
    node = at === from ? shared.phraseNode : lexicon.phrases.next(node, shared.stemNumber);
  }
  if (best?.slip !== undefined && best.to - best.from === 1 && !isAlone(lexicon, tokens, best.slip))
    return undefined;
  return best;
}

/** The longest phrase from a node on whose word at `at` was read as `word`. */
function longestFrom(
  { phrases }: Lexicon,
  start: number,
  tokens: readonly Token[],
  from: number,
  at: number,
  word: string,
): PhraseMatch | undefined {
  let node = start;
  let found: PhraseMatch | undefined;
  let rest = 0;
  for (let i = from; i < at; i++) rest += tokens[i]?.norm.length ?? 0;
  for (let to = at + 1; node !== noNode; to++) {
    const entry = phrases.get(node);
    const readings = entry === undefined ? none : namesOf(entry);
    const enough =
      to - from === 1
        ? word.length >= shortestAlone
        : rest >= shortestPhrase || (rest >= shortestRest && word.length >= shortestWord);
    if (readings.length > 0 && enough)
      found = {
        from,
        to,
        readings,
        only: onlyOf(readings, entry?.ambiguous),
        ambiguous: entry?.ambiguous,
        slip: { index: at, word },
      };
    const next = tokens[to];
    if (next === undefined) break;
    node = phrases.next(node, next.shared.stemNumber);
    rest += next.norm.length;
  }
  return found;
}

const none: readonly Reading[] = [];
const noWords: readonly NearWord[] = [];
const knownNames = new WeakMap<Entry, readonly Reading[]>();

/** The readings of a phrase that are no abbreviations: a short form has too many neighbours. */
function namesOf(entry: Entry): readonly Reading[] {
  if (!entry.readings.some(isShort)) return entry.readings;
  const known = knownNames.get(entry) ?? entry.readings.filter((reading) => !isShort(reading));
  knownNames.set(entry, known);
  return known;
}

const isShort = (reading: Reading): boolean => reading.form === 'abbreviation';

const isSame = (a: PhraseMatch, b: PhraseMatch): boolean =>
  a.readings.length === b.readings.length &&
  a.readings.every((reading, index) => {
    const other = b.readings[index];
    return reading.kind === other?.kind && reading.id === other.id;
  });

/** True if no other word of the base is as near: of inflections of one word either may be meant. */
function isAlone({ phrases }: Lexicon, tokens: readonly Token[], slip: Slip): boolean {
  const nearest = tokens[slip.index]?.shared.nearest ?? [];
  const own = nearest.find(({ word }) => word === slip.word)?.stemNumber ?? unknownWord;
  return nearest.every(
    ({ stemNumber }) => stemNumber === own || phrases.next(root, stemNumber) === phrases.next(root, own),
  );
}
