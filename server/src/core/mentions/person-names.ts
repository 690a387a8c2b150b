// The names of people other than the client as a trie: "mother in law", "sister".
import { personWords } from './cues';
import { type Token, tokenize } from './tokens';
import { longestMatch, root, Trie } from './trie';
import { findWord } from './vocabulary';

const people = new Trie<true>();
for (const phrase of personWords) {
  const norms = tokenize(phrase, { start: 0, end: phrase.length }).map((token) => token.norm);
  people.set(people.grow(norms), true);
}

/** The node of the names that begin with a word, or `noNode`. */
export const personNodeOf = (norm: string): number => people.next(root, findWord(norm));

/** The index after the longest name that begins at a token; undefined if none does. */
export const endOfPerson = (tokens: readonly Token[], from: number): number | undefined =>
  longestMatch(people, tokens, from, (token) => token.shared.normNumber)?.end;
