// What a lexicon and the tables of cues and people say of a single word, kept with the word so that it is asked once.
import { branchOf, cuePhrases } from './cue-branches';
import { fillers } from './cue-families';
import { followsWeeks, mayBeWeeks } from './gestation-mentions';
import type { Lexicon } from './lexicon';
import { personNodeOf } from './person-names';
import { nearestWords } from './spelling';
import { noNode, root } from './trie';
import { findWord } from './vocabulary';
import { begins, type NearWord, stemWord, type Word } from './words';

/** Asks about a word: where phrases and cues that begin with it go on, and which words of the base are one slip away. */
export function lookUpWord(lexicon: Lexicon, word: Word): Word {
  if (word.askedBy !== lexicon) {
    word.phraseNode = lexicon.phrases.next(root, word.stemNumber);
    word.phraseSigns = lexicon.phrases.signs(word.phraseNode);
    word.nearest = word.word ? nearestWords(lexicon.spelling, word.norm).map(toNear) : [];
    word.cueNode = branchOf(word.norm);
    word.cueSigns = cuePhrases().signs(word.cueNode);
    word.begins = whatBegins(word);
    word.askedBy = lexicon;
  }
  return word;
}

const ownerWords: ReadonlySet<string> = new Set(['her', 'his', 'their', 'my']);

const toNear = (word: string): NearWord => ({ word, stemNumber: findWord(stemWord(word)) });

function whatBegins({ norm, word, side, phraseNode, nearest, cueNode }: Word): number {
  let what = 0;
  // "# L NOF": the sign of a fracture may lead.
  if ((phraseNode !== noNode || nearest.length > 0) && (word || norm === '#')) what |= begins.phrase;
  if (nearest.length > 0) what |= begins.slip;
  if (cueNode !== noNode) what |= begins.cue;
  if (personNodeOf(norm) !== noNode) what |= begins.person;
  if (mayBeWeeks(norm)) what |= /\D/.test(norm) ? begins.weeks : begins.number;
  if (followsWeeks(norm)) what |= begins.behindNumber;
  if (side !== undefined || ownerWords.has(norm)) what |= begins.insidePhrase;
  if (fillers.has(norm)) what |= begins.insideCue;
  return what;
}
