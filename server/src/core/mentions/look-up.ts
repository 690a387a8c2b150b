// What a lexicon says of a single word, kept with the word so that each is looked up once.
import type { Lexicon } from './lexicon';
import { nearestWords } from './spelling';
import type { Word, WordInLexicon } from './words';

/** Whether a phrase begins with a word, and whether the word is one slip away from one of the base. */
export function lookUpWord(lexicon: Lexicon, word: Word): WordInLexicon {
  const known = word.inLexicon;
  if (known !== undefined && known.lexicon === lexicon) return known;
  const begins = lexicon.root.children.has(word.stem);
  const slip = nearestWords(lexicon.spelling, word.norm).length > 0;
  word.inLexicon = { lexicon, begins, slip };
  return word.inLexicon;
}
