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

/** Finds the openings of a statement. */
export function findOpenings(lexicon: Lexicon, tokens: readonly Token[]): Openings {
  const phrases: number[] = [];
  const cues: number[] = [];
  const people: number[] = [];
  const numbers: number[] = [];
  let lastSlip = -1;
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]?.shared;
    if (word === undefined) break;
    const what = lookUpWord(lexicon, word).begins;
    if (what === 0) continue;
    if ((what & begins.phrase) !== 0) phrases.push(i);
    if ((what & begins.slip) !== 0) lastSlip = i;
    if ((what & begins.cue) !== 0) cues.push(i);
    if ((what & begins.person) !== 0) people.push(i);
    if ((what & begins.number) !== 0) numbers.push(i);
  }
  return { phrases, lastSlip, cues, people, numbers };
}
