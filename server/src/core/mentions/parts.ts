// One statement taken apart: its words, the mentions and cues in them, each found by its place in constant time.
import type { TermKind } from '../knowledge/model';
import type { CueMatch } from './cue-trie';
import type { Token } from './tokens';

/** A mention as the engine sees it: token range and kind. */
export interface Target {
  readonly from: number;
  readonly to: number;
  readonly kind: TermKind;
}

/** One clause of a statement: token indexes `[from, to)`. */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

/** A statement with the indexes that scopes are worked out on. Targets and cues are in the order of the text. */
export interface Parts {
  readonly tokens: readonly Token[];
  readonly targets: readonly Target[];
  readonly cues: readonly CueMatch[];
  /** Target index by its first token. */
  readonly targetAt: ReadonlyMap<number, number>;
  /** Target index by its last token. */
  readonly targetEnd: ReadonlyMap<number, number>;
  /** Cue by its first token. */
  readonly cueAt: ReadonlyMap<number, CueMatch>;
  /** Cue by its last token. */
  readonly cueEnd: ReadonlyMap<number, CueMatch>;
}

/** Indexes the parts of a statement. */
export function createParts(
  tokens: readonly Token[],
  targets: readonly Target[],
  cues: readonly CueMatch[],
): Parts {
  const targetAt = new Map<number, number>();
  const targetEnd = new Map<number, number>();
  targets.forEach((target, index) => {
    targetAt.set(target.from, index);
    targetEnd.set(target.to - 1, index);
  });
  const cueAt = new Map(cues.map((cue) => [cue.from, cue]));
  const cueEnd = new Map(cues.map((cue) => [cue.to - 1, cue]));
  return { tokens, targets, cues, targetAt, targetEnd, cueAt, cueEnd };
}

/** The first index of a list, sorted by `from`, whose `from` is at least a value; the length if there is none. */
export function lowerBound(list: readonly { readonly from: number }[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.from ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
