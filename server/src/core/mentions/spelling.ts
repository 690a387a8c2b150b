// Misspellings: finds the one word of the knowledge base that a written word is one slip away from.
// The index is that of symmetric deletion: two words are one slip apart only if they share a form with one letter less.
import { editDistance } from '../text/distance';

/** Known words and those that a misspelling may be read as. */
export interface Spelling {
  /** Words of any length that the base or the language knows: they are never read as another. */
  readonly known: ReadonlySet<string>;
  /** Words of the base by themselves and by each form with one letter less. */
  readonly index: ReadonlyMap<string, readonly string[]>;
  readonly answers: Map<string, readonly string[]>;
}

const shortest = 3;
const maximumAnswers = 20_000;

/** Builds the index over words in lower case. `known` holds further words that are right as they stand. */
export function createSpelling(words: Iterable<string>, known: Iterable<string>): Spelling {
  const index = new Map<string, string[]>();
  const all = new Set(words);
  for (const word of all) {
    if (word.length < shortest || !/^[a-z]+$/.test(word)) continue;
    for (const form of formsOf(word)) {
      const list = index.get(form);
      if (list === undefined) index.set(form, [word]);
      else list.push(word);
    }
  }
  return { known: new Set([...all, ...known]), index, answers: new Map() };
}

/** The word itself and every form of it with one letter less. */
function formsOf(word: string): ReadonlySet<string> {
  const forms = new Set([word]);
  for (let i = 0; i < word.length; i++) forms.add(word.slice(0, i) + word.slice(i + 1));
  return forms;
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
  for (const form of formsOf(word))
    for (const candidate of spelling.index.get(form) ?? [])
      if (editDistance(word, candidate, 1) === 1) found.add(candidate);
  return found.size === 0 ? none : [...found];
}
