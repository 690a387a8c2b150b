// Numbers for words: the phrases of the base and of the cue table are kept and looked up as numbers, not as texts.

const numbers = new Map<string, number>();

/** The number of a word that no phrase holds. */
export const unknownWord = 0;

/** The number of a word of a phrase; a new word gets the next one. */
export function enterWord(word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size + 1);
  return numbers.size;
}

/** The number of a word, or `unknownWord`. */
export const findWord = (word: string): number => numbers.get(word) ?? unknownWord;

/** How many words have a number: what was found out before it grew may be out of date. */
export const countWords = (): number => numbers.size;
