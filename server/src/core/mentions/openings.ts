// Where phrases, cues, people and weeks may begin in a statement, found in one pass over its words. Most words begin
// none of them and are not looked at again.
import { countPassing } from '../text/lists';
import type { Lexicon } from './lexicon';
import { lookUpWord } from './look-up';
import type { Token } from './tokens';
import { mayEnd, mayGoOn } from './trie';
import { begins, createWord, type Word } from './words';

/** Indexes of tokens, in order; emptied and filled again, for what thousands of statements need one after the other. */
export class Indexes {
  /** As many as `length` says: to shorten a list would be to make it anew. */
  #values: number[] = [];
  length = 0;

  /** The index at a place before `length`. */
  at(place: number): number {
    return this.#values[place] ?? -1;
  }

  add(index: number): void {
    if (this.length < this.#values.length) this.#values[this.length] = index;
    else this.#values.push(index);
    this.length++;
  }

  /** Takes all out. What an endless line made large is given back. */
  clear(): void {
    if (this.length > mostKept) this.#values = [];
    this.length = 0;
  }

  /** The first place whose index is at least a value; the length if there is none. */
  firstFrom(value: number): number {
    return countPassing(this.length, (place) => this.at(place) < value);
  }
}

const mostKept = 10_000;

// What stands behind the last word.
const nothing = createWord('', '', '', false, false);

/** True if a phrase may end with a word, go on with the next one or over it, or if one of them is a slip of the pen. */
const beginsPhrase = (word: Word, next: Word): boolean =>
  mayEnd(word.phraseSigns) ||
  mayGoOn(word.phraseSigns, next.stemNumber) ||
  (word.begins & begins.slip) !== 0 ||
  (next.begins & (begins.slip | begins.insidePhrase)) !== 0;

/** True if a cue may end with a word, or go on with the next one or over it. */
const beginsCue = (word: Word, next: Word): boolean =>
  mayEnd(word.cueSigns) || mayGoOn(word.cueSigns, next.normNumber) || (next.begins & begins.insideCue) !== 0;

const beginsWeeks = (what: number, next: number): boolean =>
  (what & begins.weeks) !== 0 || ((what & begins.number) !== 0 && (next & begins.behindNumber) !== 0);

/** The openings of one statement after the other. */
export class Openings {
  /** Phrases of the base, as they are written or with a slip of the pen. */
  readonly phrases = new Indexes();
  /** The last word that may be a slip of the pen; -1 where there is none. */
  lastSlip = -1;
  readonly cues = new Indexes();
  readonly people = new Indexes();
  /** Numbers that may be the weeks of a pregnancy. */
  readonly weeks = new Indexes();

  /** Finds the openings of a statement; those of the one before are gone. */
  find(lexicon: Lexicon, tokens: readonly Token[]): this {
    this.phrases.clear();
    this.cues.clear();
    this.people.clear();
    this.weeks.clear();
    this.lastSlip = -1;
    let after = tokens[0]?.shared;
    if (after !== undefined) lookUpWord(lexicon, after);
    for (let i = 0; after !== undefined; i++) {
      const word: Word = after;
      after = tokens[i + 1]?.shared;
      const next = after === undefined ? nothing : lookUpWord(lexicon, after);
      const what = word.begins;
      if (what === 0) continue;
      if ((what & begins.phrase) !== 0 && beginsPhrase(word, next)) this.phrases.add(i);
      if ((what & begins.slip) !== 0) this.lastSlip = i;
      if ((what & begins.cue) !== 0 && beginsCue(word, next)) this.cues.add(i);
      if ((what & begins.person) !== 0) this.people.add(i);
      if (beginsWeeks(what, next.begins)) this.weeks.add(i);
    }
    return this;
  }
}
