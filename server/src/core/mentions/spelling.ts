// Misspellings: finds the one word of the knowledge base that a written word is one slip away from.
import { editDistance } from '../text/distance';
import { SlipIndex } from './slip-index';

/** Known words and those that a misspelling may be read as. */
export interface Spelling {
  /** Words of any length that the base or the language knows: they are never read as another. */
  readonly known: ReadonlySet<string>;
  readonly index: SlipIndex;
  readonly answers: Map<string, readonly string[]>;
}

const shortest = 3;
const maximumAnswers = 20_000;

/** Builds the index over words in lower case. `known` holds further words that are right as they stand. */
export function createSpelling(words: Iterable<string>, known: Iterable<string>): Spelling {
  const all = new Set(words);
  const index = new SlipIndex([...all].filter((word) => word.length >= shortest && /^[a-z]+$/.test(word)));
  for (const word of known) all.add(word);
  return { known: all, index, answers: new Map() };
}

/**
 * The words of the base that are one slip away: a letter too many, too few, wrong, or swapped with its neighbour.
 * Empty for a word that is known. Takes a word in lower case.
 */
export function nearestWords(spelling: Spelling, word: string): readonly string[] {
  const before = spelling.answers.get(word);
  if (before !== undefined) return before;
  const answer = look(spelling, word);
  if (spelling.answers.size >= maximumAnswers) spelling.answers.clear();
  if (word.length <= longest) spelling.answers.set(word, answer);
  return answer;
}

const longest = 40;
const none: readonly string[] = [];

function look(spelling: Spelling, word: string): readonly string[] {
  if (word.length < shortest || word.length > longest || !/^[a-z]+$/.test(word) || spelling.known.has(word))
    return none;
  const found = new Set<string>();
  for (const candidate of spelling.index.candidates(word))
    if (editDistance(word, candidate, 1) === 1) found.add(candidate);
  return found.size === 0 ? none : [...found];
}
