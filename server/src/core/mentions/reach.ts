// What a cue that reached a mention says, and the parts of a clause that scopes are worked out on.
import type { TermKind } from '../knowledge/model';
import type { CueMatch } from './cue-trie';
import type { CueMeaning, CueRow } from './cues';
import { type Item, listItems } from './list-items';
import { type Clause, IndexTable, type Parts, type Target } from './parts';

/** A cue that reached a mention. */
export interface Reached {
  readonly meaning: CueMeaning;
  readonly final: boolean;
  readonly forward: boolean;
  /** True for a ticked box or a written value: it decides whatever else is said around it. */
  readonly firm: boolean;
  /** Still to come, or only an answer to a doubt: as in the cue table. */
  readonly pending?: boolean;
  readonly answers?: boolean;
  readonly insists?: boolean;
  readonly operation?: boolean;
  /** Token range of the cue; empty where structure (a heading, a check box) said it. */
  readonly from: number;
  readonly to: number;
}

const none: readonly Reached[] = [];

/** The cues that reached each target of a statement, by target index. */
export class ReachedCues {
  readonly #lists = new IndexTable<Reached[]>();

  /** Takes all out: the cues of the next statement follow. */
  clear(): void {
    this.#lists.clear();
  }

  /** Adds a cue behind those that reached the target before. */
  add(index: number, cue: Reached): void {
    const list = this.#lists.get(index);
    if (list === undefined) this.#lists.set(index, [cue]);
    else list.push(cue);
  }

  /** The cues of a target in the order in which they were added. */
  of(index: number): readonly Reached[] {
    return this.#lists.get(index) ?? none;
  }
}

/** Makes a reached cue of a row and the place where it was found. */
export const toReached = (row: CueRow, cue: CueMatch): Reached => ({
  meaning: row.meaning,
  final: row.final === true,
  forward: row.direction === 'forward',
  firm: false,
  pending: row.pending === true,
  answers: row.answers === true,
  insists: row.insists === true,
  operation: row.operation === true,
  from: cue.from,
  to: cue.to,
});

/** What a cue may be limited to. */
export type Class = 'technique' | 'condition' | 'medication' | 'region' | 'other';
/** The class of a kind: signs and measures count as conditions. */
export const classOf = (kind: TermKind): Class => {
  switch (kind) {
    case 'technique':
      return 'technique';
    case 'medication':
      return 'medication';
    case 'condition':
    case 'sign':
    case 'measure':
      return 'condition';
    case 'region':
      return 'region';
    case 'position':
      return 'other';
  }
};

/** True if a row speaks of such a mention. */
export const applies = (row: CueRow, { kind, procedure }: Target): boolean => {
  if (row.only === undefined) return true;
  if (procedure === true && row.only.includes('procedure')) return true;
  const group = classOf(kind);
  return group !== 'other' && row.only.includes(group);
};

/** A clause with its statement, and what stands behind its commas. */
export class Context implements Parts {
  readonly tokens: Parts['tokens'];
  readonly targets: Parts['targets'];
  readonly cues: Parts['cues'];
  readonly targetAt: Parts['targetAt'];
  readonly targetEnd: Parts['targetEnd'];
  readonly cueAt: Parts['cueAt'];
  readonly cueEnd: Parts['cueEnd'];
  readonly clause: Clause;
  /** Where the first mention of the clause ends and the last one begins; where there is none, nothing lies between. */
  readonly firstEnd: number;
  readonly lastFrom: number;
  #items: ReadonlyMap<number, Item> | undefined;

  constructor(parts: Parts, clause: Clause) {
    this.tokens = parts.tokens;
    this.targets = parts.targets;
    this.cues = parts.cues;
    this.targetAt = parts.targetAt;
    this.targetEnd = parts.targetEnd;
    this.cueAt = parts.cueAt;
    this.cueEnd = parts.cueEnd;
    this.clause = clause;
    let first = clause.from;
    while (first < clause.to && !this.targetEnd.has(first)) first++;
    let last = clause.to - 1;
    while (last >= clause.from && !this.targetAt.has(last)) last--;
    this.firstEnd = first;
    this.lastFrom = last;
  }

  /** What follows a comma; worked out for all of them when first asked for. */
  item(comma: number): Item | undefined {
    this.#items ??= listItems(this, this.clause);
    return this.#items.get(comma);
  }
}
