// What a lexicon says of a single word, kept with the word so that each is looked up once.
import type { Lexicon } from './lexicon';
import { nearestWords } from './spelling';
import type { Word, WordInLexicon } from './words';

/** The phrases that begin with a word, and whether the word is one slip away from one of the base. */
export function lookUpWord(lexicon: Lexicon, word: Word): WordInLexicon {
  const known = word.inLexicon;
  if (known !== undefined && known.lexicon === lexicon) return known;
  const phrases = lexicon.root.children.get(word.stem);
  const slip = nearestWords(lexicon.spelling, word.norm).length > 0;
  word.inLexicon = { lexicon, phrases, slip };
  return word.inLexicon;
}
