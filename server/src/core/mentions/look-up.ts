// What a lexicon says of a single word, kept with the word so that it is asked once.
import type { Lexicon } from './lexicon';
import { nearestWords } from './spelling';
import { root } from './trie';
import { findWord } from './vocabulary';
import { type NearWord, stemWord, type Word } from './words';

/** Asks a lexicon about a word: where the phrases that begin with it go on, and which of its words are one slip away. */
export function lookUpWord(lexicon: Lexicon, word: Word): Word {
  if (word.askedBy !== lexicon) {
    word.phraseNode = lexicon.phrases.next(root, word.stemNumber);
    word.nearest = word.word ? nearestWords(lexicon.spelling, word.norm).map(toNear) : [];
    word.askedBy = lexicon;
  }
  return word;
}

const toNear = (word: string): NearWord => ({ word, stemNumber: findWord(stemWord(word)) });
