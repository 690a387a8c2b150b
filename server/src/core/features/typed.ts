// Which suggestions the typed letters call for. Editors match loosely: they offer `chronic fatigue` for `change`.

/** A slip in a word is looked for from this many letters on; fewer fit too many words. */
const shortestSlip = 4;

/**
 * True if a word of the phrase, or the phrase from one of its words on, begins with what was typed; or if a word has
 * all the typed letters in order and hardly more, as in `swdish` for `Swedish`. Nothing typed calls for everything.
 */
export function isCalledFor(phrase: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return true;
  const text = phrase.toLowerCase();
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return wanted.length >= shortestSlip && text.split(/[^\p{L}\p{N}]+/u).some((word) => isSlip(word, wanted));
}

/** True if `typed` is the word with a few letters left out. */
function isSlip(word: string, typed: string): boolean {
  if (word.charAt(0) !== typed.charAt(0) || word.length < typed.length || typed.length < word.length * 0.7)
    return false;
  let found = 0;
  for (const letter of word) if (letter === typed.charAt(found)) found += 1;
  return found === typed.length;
}
