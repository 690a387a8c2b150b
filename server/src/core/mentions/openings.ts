// Where phrases, cues, people and numbers may begin in a statement, found in one pass over its words. Most words begin
// none of them and are not looked at again.
import type { Lexicon } from './lexicon';
import { lookUpWord } from './look-up';
import type { Token } from './tokens';
import { begins } from './words';

/** Indexes of tokens, in order. */
export interface Openings {
  /** Phrases of the base, as they are written or with a slip of the pen. */
  readonly phrases: readonly number[];
  /** The last word that may be a slip of the pen; -1 where there is none. */
  readonly lastSlip: number;
  readonly cues: readonly number[];
  readonly people: readonly number[];
  readonly numbers: readonly number[];
}

const none: readonly number[] = [];

/** A list with an index more; most statements need none of the lists, and none is made for them. */
function append(list: number[] | undefined, index: number): number[] {
  if (list === undefined) return [index];
  list.push(index);
  return list;
}

/** Finds the openings of a statement. */
export function findOpenings(lexicon: Lexicon, tokens: readonly Token[]): Openings {
  let phrases: number[] | undefined;
  let cues: number[] | undefined;
  let people: number[] | undefined;
  let numbers: number[] | undefined;
  let lastSlip = -1;
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]?.shared;
    if (word === undefined) break;
    const what = lookUpWord(lexicon, word).begins;
    if (what === 0) continue;
    if ((what & begins.phrase) !== 0) phrases = append(phrases, i);
    if ((what & begins.slip) !== 0) lastSlip = i;
    if ((what & begins.cue) !== 0) cues = append(cues, i);
    if ((what & begins.person) !== 0) people = append(people, i);
    if ((what & begins.number) !== 0) numbers = append(numbers, i);
  }
  return {
    phrases: phrases ?? none,
    lastSlip,
    cues: cues ?? none,
    people: people ?? none,
    numbers: numbers ?? none,
  };
}
