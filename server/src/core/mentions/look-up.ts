// What tries and lexicons say of a single word, kept with the word so that each is asked once.
import type { Lexicon } from './lexicon';
import { nearestWords } from './spelling';
import { root } from './trie';
import type { Word } from './words';

/** Asks a lexicon about a word: where the phrases that begin with it go on, and whether it is one slip away from a word of the base. */
export function lookUpWord(lexicon: Lexicon, word: Word): Word {
  if (word.askedBy !== lexicon) {
    word.phraseNode = lexicon.phrases.next(root, word.stemNumber);
    word.slips = word.word && nearestWords(lexicon.spelling, word.norm).length > 0;
    word.askedBy = lexicon;
  }
  return word;
}
