// One statement taken apart: its words, the mentions and cues in them, each found by its place in constant time.
import type { TermKind } from '../knowledge/model';
import { countPassing } from '../text/lists';
import type { CueMatch } from './cue-trie';
import type { Token } from './tokens';

/** A mention as the engine sees it: token range and kind. */
export interface Target {
  readonly from: number;
  readonly to: number;
  readonly kind: TermKind;
  /** True for an operation, injection or course of treatment: it can be planned, offered and declined. */
  readonly procedure?: boolean;
}

/** One clause of a statement: token indexes `[from, to)`. */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

/** Something found by the index of a token or target. */
export interface ByToken<T> {
  get(index: number): T | undefined;
  has(index: number): boolean;
}

/** A list of values by such an index; quicker to fill and to ask than a map, and to be emptied and used again. */
export class IndexTable<T> implements ByToken<T> {
  #values: (T | undefined)[] = [];
  /** The indexes that were set, as many as the count says: to shorten a list would be to make it anew. */
  #set: number[] = [];
  #count = 0;

  get(index: number): T | undefined {
    return this.#values[index];
  }

  has(index: number): boolean {
    return this.#values[index] !== undefined;
  }

  /** Sets a value; indexes beyond the end are filled up so that the list keeps no holes. */
  set(index: number, value: T): void {
    const values = this.#values;
    while (values.length < index) values.push(undefined);
    values[index] = value;
    this.#set[this.#count++] = index;
  }

  /** Takes all values out. What an endless line made large is given back. */
  clear(): this {
    if (this.#values.length > mostKept) {
      this.#values = [];
      this.#set = [];
      this.#count = 0;
      return this;
    }
    for (let i = 0; i < this.#count; i++) {
      const index = this.#set[i];
      if (index !== undefined) this.#values[index] = undefined;
    }
    this.#count = 0;
    return this;
  }
}

const mostKept = 1_000;
const none: readonly never[] = [];

/** A statement with the indexes that scopes are worked out on. Targets and cues are in the order of the text. */
export interface Parts {
  readonly tokens: readonly Token[];
  readonly targets: readonly Target[];
  readonly cues: readonly CueMatch[];
  /** Target index by its first token. */
  readonly targetAt: ByToken<number>;
  /** Target index by its last token. */
  readonly targetEnd: ByToken<number>;
  /** Cue by its first token. */
  readonly cueAt: ByToken<CueMatch>;
  /** Cue by its last token. */
  readonly cueEnd: ByToken<CueMatch>;
}

/** The parts of one statement after the other. */
export class StatementParts implements Parts {
  tokens: readonly Token[] = none;
  targets: readonly Target[] = none;
  cues: readonly CueMatch[] = none;
  readonly targetAt = new IndexTable<number>();
  readonly targetEnd = new IndexTable<number>();
  readonly cueAt = new IndexTable<CueMatch>();
  readonly cueEnd = new IndexTable<CueMatch>();
  /** For each token that belongs to a target, the target's end. */
  readonly taken = new IndexTable<number>();

  setTargets(tokens: readonly Token[], targets: readonly Target[]): void {
    this.tokens = tokens;
    this.targets = targets;
    for (let index = 0; index < targets.length; index++) {
      const target = targets[index];
      if (target === undefined) break;
      const { from, to } = target;
      this.targetAt.set(from, index);
      this.targetEnd.set(to - 1, index);
      for (let i = from; i < to; i++) this.taken.set(i, to);
    }
  }

  setCues(cues: readonly CueMatch[]): void {
    this.cues = cues;
    for (const cue of cues) {
      this.cueAt.set(cue.from, cue);
      this.cueEnd.set(cue.to - 1, cue);
    }
  }

  /** Takes all out. */
  clear(): void {
    this.tokens = none;
    this.targets = none;
    this.cues = none;
    this.targetAt.clear();
    this.targetEnd.clear();
    this.cueAt.clear();
    this.cueEnd.clear();
    this.taken.clear();
  }
}

/** The first index of a list, sorted by `from`, whose `from` is at least a value; the length if there is none. */
export const lowerBound = (list: readonly { readonly from: number }[], value: number): number =>
  countPassing(list.length, (index) => (list[index]?.from ?? 0) < value);

/** The clause that a token stands in; clauses are in order, without gaps. */
export const clauseAt = (clauses: readonly Clause[], token: number): Clause | undefined =>
  clauses[Math.max(0, lowerBound(clauses, token + 1) - 1)];
