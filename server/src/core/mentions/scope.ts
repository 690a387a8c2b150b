// The assertion engine: which cue reaches which mention. One pass over the words of a clause for each cue, bounded by
// its reach, so the work is linear in the text.
import type { TermKind } from '../knowledge/model';
import type { CueMatch } from './cue-trie';
import { assertingVerbs, type CueMeaning, type CueRow, valueTails } from './cues';
import { type Clause, lowerBound, type Parts } from './parts';
import { sideWords } from './sides';
import type { Token } from './tokens';

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

type Class = 'technique' | 'condition' | 'medication' | 'region' | 'other';
const classOf = (kind: TermKind): Class => {
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

const applies = (row: CueRow, kind: TermKind): boolean => {
  const group = classOf(kind);
  return row.only === undefined ? true : group !== 'other' && row.only.includes(group);
};

/**
 * "Denies:" at the end of a line leads the lines below it, up to the next such line: its cues reach every target of
 * theirs, by target index. `isLineEnd` tells whether a new line begins behind a token.
 */
export function reachLedLines(
  parts: Parts,
  clauses: readonly Clause[],
  isLineEnd: (index: number) => boolean,
): ReadonlyMap<number, readonly Reached[]> {
  const reached = new Map<number, readonly Reached[]>();
  let led: readonly Reached[] = [];
  for (const clause of clauses) {
    const colon = lastColonOfLine(parts.tokens, clause, isLineEnd);
    if (colon >= 0) {
      const cue = parts.cues.find((entry) => entry.from >= clause.from && entry.to === colon);
      led = (cue?.rows ?? []).flatMap((row) =>
        row.direction === 'forward' && row.list === true && cue !== undefined ? [toReached(row, cue)] : [],
      );
      continue;
    }
    if (led.length === 0) continue;
    for (let at = lowerBound(parts.targets, clause.from); at < parts.targets.length; at++) {
      const target = parts.targets[at];
      if (target === undefined || target.from >= clause.to) break;
      reached.set(at, led);
    }
  }
  return reached;
}

/** The last colon of a clause that a new line follows, or -1. */
function lastColonOfLine(
  tokens: readonly Token[],
  clause: Clause,
  isLineEnd: (index: number) => boolean,
): number {
  for (let i = clause.to - 1; i >= clause.from; i--) if (tokens[i]?.norm === ':' && isLineEnd(i)) return i;
  return -1;
}

const toReached = (row: CueRow, cue: CueMatch): Reached => ({
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

/** Lists the cues of a clause that reach each target, by target index. */
export function reachTargets(parts: Parts, clause: Clause): ReadonlyMap<number, readonly Reached[]> {
  const { tokens, cues } = parts;
  const reached = new Map<number, Reached[]>();
  const first = lowerBound(cues, clause.from);
  if (first >= cues.length || (cues[first]?.from ?? clause.to) >= clause.to) return reached;
  const context = createContext(parts, clause);
  let count = 0;
  const note = (index: number, row: CueRow, cue: CueMatch): void => {
    count++;
    const list = reached.get(index) ?? [];
    list.push(toReached(row, cue));
    reached.set(index, list);
  };
  for (let at = first; at < cues.length; at++) {
    const cue = cues[at];
    if (cue === undefined || cue.from >= clause.to) break;
    const before = count;
    for (const row of cue.rows) {
      if (
        row.direction !== 'forward' ||
        row.meaning === 'pseudo' ||
        row.meaning === 'end' ||
        row.meaning === 'client'
      )
        continue;
      for (const index of forwardTargets(context, cue, row)) note(index, row, cue);
    }
    // A word that can point both ways ("denied") points back only if it found nothing ahead.
    const vs = tokens[cue.from]?.norm === 'vs' || tokens[cue.from]?.norm === 'versus';
    const both = vs || cue.rows.some((row) => row.both === true);
    if (!both && (count > before || saysOfNext(parts, clause, cue))) continue;
    for (const row of cue.rows) {
      if (row.direction !== 'backward') continue;
      for (const index of backwardTargets(context, cue, row)) note(index, row, cue);
      // "In her last pregnancy": the pregnancy itself is past.
      for (let i = cue.from; i < cue.to; i++) {
        const index = parts.targetAt.get(i);
        if (index !== undefined) note(index, row, cue);
      }
    }
  }
  return reached;
}

/**
 * "Reports neck pain, denies numbness": a word that can point both ways points ahead if anything follows that it can
 * speak of, even what the base does not know. "Denied by client", "negative on the left" point back.
 */
function saysOfNext({ tokens }: Parts, clause: Clause, cue: CueMatch): boolean {
  const both =
    cue.rows.some((row) => row.direction === 'forward' && row.meaning === 'negated') &&
    cue.rows.some((row) => row.direction === 'backward' && row.meaning === 'negated');
  const next = tokens[cue.to];
  if (!both || next === undefined || cue.to >= clause.to || !next.word) return false;
  return (
    !behindDenial.has(next.norm) &&
    !valueTails.has(next.norm) &&
    !sideWords.has(next.norm) &&
    !and.has(next.norm)
  );
}

// What may stand behind "denied" and "negative" when they speak of what stands before them.
const behindDenial: ReadonlySet<string> = new Set(
  'by on in at with after via per as but so this that from for then though however today throughout during since again also too x2 x3 when while to yesterday last both all'.split(
    ' ',
  ),
);

interface Context extends Parts {
  readonly clause: Clause;
  /** For each comma, what follows it; worked out when first asked for. */
  readonly item: (comma: number) => Item | undefined;
}

function createContext(parts: Parts, clause: Clause): Context {
  const { tokens, targets, cues, targetAt, targetEnd, cueAt, cueEnd } = parts;
  let items: ReadonlyMap<number, Item> | undefined;
  const item = (comma: number): Item | undefined => {
    items ??= listItems(parts, clause);
    return items.get(comma);
  };
  return { tokens, targets, cues, targetAt, targetEnd, cueAt, cueEnd, clause, item };
}

const taking: ReadonlySet<string> = new Set(['takes', 'uses', 'took']);
const around: ReadonlySet<string> = new Set(['around', 'near', 'surrounding', 'beside', 'from']);
const and: ReadonlySet<string> = new Set(['and', 'or', 'nor', '&', '/', 'and/or', 'plus']);
const small: ReadonlySet<string> = new Set([
  'any',
  'a',
  'an',
  'the',
  'other',
  'recent',
  'new',
  'of',
  'known',
  'current',
  'acute',
  'active',
  'open',
  'signs',
  'symptoms',
  'in',
  'to',
  'her',
  'his',
  'their',
]);

/** What follows a comma, up to the next one. */
interface Item {
  /** Nothing but mentions, or one unknown word: the list goes on. */
  readonly bare: boolean;
  /** A few words more, which go on only in a list that ends with `or`. */
  readonly loose: boolean;
  /** `or` or `nor` comes in this item or a later one. */
  readonly alternative: boolean;
}

/** Looks at the item after each comma: does it only name things, or does it say something of its own? */
function listItems({ tokens, targetAt, targets, cueAt }: Parts, clause: Clause): ReadonlyMap<number, Item> {
  const raw: { comma: number; others: number; weight: number; or: boolean }[] = [];
  let item = { comma: -1, others: 0, weight: 0, or: false };
  for (let i = clause.from; i <= clause.to; i++) {
    const token = i < clause.to ? tokens[i] : undefined;
    if (token === undefined || token.norm === ',') {
      if (item.comma >= 0) raw.push(item);
      item = { comma: i, others: 0, weight: 0, or: false };
      continue;
    }
    const index = targetAt.get(i);
    const target = index === undefined ? undefined : targets[index];
    if (target !== undefined) {
      // A place, a number or a cue makes the item a statement of its own.
      // Behind "or" a place only says where: "no swelling, redness, or warmth L calf".
      if ((target.kind === 'region' || target.kind === 'position') && !item.or) item.weight++;
      i = target.to - 1;
    } else if (cueAt.has(i) || /\d/.test(token.norm) || assertingVerbs.has(token.norm)) item.weight++;
    else if (token.norm === 'or' || token.norm === 'nor') item.or = true;
    else if (token.word && !and.has(token.norm) && !small.has(token.norm)) item.others++;
  }
  const items = new Map<number, Item>();
  let alternative = false;
  for (const entry of raw.reverse()) {
    alternative ||= entry.or;
    items.set(entry.comma, {
      bare: entry.weight === 0 && entry.others <= 1,
      loose: entry.weight === 0 && entry.others <= 3,
      alternative,
    });
  }
  return items;
}

/** A comma list goes on over bare items once something was covered, and over looser ones that end with `or`. */
const goesOn = (item: Item | undefined, covered: boolean): boolean =>
  item !== undefined && ((item.bare && covered) || (item.loose && item.alternative));

function forwardTargets(context: Context, cue: CueMatch, row: CueRow): readonly number[] {
  const { tokens, clause, targets, targetAt, cueAt } = context;
  const covered: number[] = [];
  let left = row.reach;
  let group: Class | undefined;
  let passed = false;
  // "If you are pregnant, have a fever or take blood thinners": one condition, told in a list that ends with `or`.
  let alternative = false;
  let depth = 0;
  for (let i = cue.to; i < clause.to; i++) {
    const index = targetAt.get(i);
    const target = index === undefined ? undefined : targets[index];
    if (index !== undefined && target !== undefined) {
      const kind = classOf(target.kind);
      if (kind === 'region') {
        if (applies(row, target.kind)) covered.push(index);
        left = Math.max(left, 2);
      } else if (kind !== 'other') {
        // A list of techniques does not go on into the conditions that explain it.
        if (group !== undefined && group !== kind && (passed || group === 'technique')) break;
        if (applies(row, target.kind)) {
          covered.push(index);
          group = kind;
          left = row.reach;
        }
      }
      i = target.to - 1;
      continue;
    }
    const token = tokens[i];
    if (token === undefined) break;
    // "No sign of cellulitis around the wound": what it stands around is there.
    if (covered.length > 0 && around.has(token.norm)) break;
    // "Hx of TIA on clopidogrel": what the client is on is no history.
    if (covered.length > 0 && row.meaning === 'historical' && token.norm === 'on') break;
    if (covered.length > 0 && token.norm === 'just') break;
    const other = cueAt.get(i);
    if (other !== undefined) {
      const meanings = other.rows.map((at) => at.meaning);
      if (
        meanings.includes('end') &&
        covered.length + Number(passed) + Number(!row.list || row.only !== undefined) > 0
      )
        break;
      if (meanings.includes('client') && (covered.length > 0 || row.meaning === 'other-person')) break;
      if (passed && other.rows.some((at) => at.direction === 'forward' && at.meaning !== 'pseudo')) break;
      i = other.to - 1;
      left -= other.to - other.from;
      if (left < 0) break;
      continue;
    }
    if (token.norm === '(') {
      // What stands in brackets explains: "no pressure over L calf (DVT)".
      if (!row.list && i > cue.to) break;
      depth++;
    } else if (token.norm === ')') {
      if (depth === 0) break;
      depth--;
    } else if (token.norm === ',') {
      if (row.meaning === 'other-person' && covered.length === 0) break;
      if (row.until !== undefined && covered.length > 0) break;
      const item = context.item(i);
      alternative = item?.alternative === true;
      if (!row.list && !goesOn(item, covered.length > 0)) break;
      const first = row.open === true && i - cue.to <= 3 && item?.bare === true;
      if (
        row.list &&
        covered.length === 0 &&
        row.meaning !== 'hypothetical' &&
        !first &&
        !(item?.loose === true && item.alternative)
      )
        break;
      passed = true;
    } else if (token.norm === ':' || token.norm === '-') {
      if (covered.length > 0) break;
    } else if (and.has(token.norm)) {
      passed = true;
    } else if (covered.length > 0 && row.until?.includes(token.norm) === true) {
      break;
    } else if (token.word) {
      const conditional = row.meaning === 'hypothetical' && alternative;
      if (assertingVerbs.has(token.norm) && passed && !conditional) break;
      // "If pain is worse she takes tramadol": what is taken is taken.
      if (row.meaning === 'hypothetical' && taking.has(token.norm) && covered.length === 0 && i > cue.to + 1)
        break;
      if (
        !conditional &&
        assertingVerbs.has(token.norm) &&
        covered.length > 0 &&
        token.norm !== 'with' &&
        token.norm !== 'on'
      )
        break;
      left--;
      if (left < 0) break;
    }
  }
  return covered;
}

// Beyond so many words nothing is taken up again.
const farthest = 40;

function backwardTargets(context: Context, cue: CueMatch, row: CueRow): readonly number[] {
  const { tokens, clause, targets, targetEnd, cueAt, cueEnd } = context;
  const covered: number[] = [];
  const regions: number[] = [];
  let left = row.reach;
  let commas = 0;
  // What takes something up again ("has since ruled it out") may look into the sentence before.
  const first = row.anaphoric === true ? Math.max(0, cue.from - farthest) : clause.from;
  for (let i = cue.from - 1; i >= first; i--) {
    const index = targetEnd.get(i);
    const target = index === undefined ? undefined : targets[index];
    if (index !== undefined && target !== undefined) {
      i = target.from;
      if (row.anaphoric === true && !applies(row, target.kind)) continue;
      if (classOf(target.kind) === 'other') continue;
      if (classOf(target.kind) === 'region') {
        if (applies(row, target.kind)) regions.push(index);
        continue;
      }
      // "Warfarin for DVT, now stopped": what only medicines can do passes over the condition.
      if (!applies(row, target.kind) && row.only?.includes('medication') === true) continue;
      if (!applies(row, target.kind)) break;
      covered.push(index);
      break;
    }
    const token = tokens[i];
    if (token === undefined) break;
    if (row.anaphoric !== true) {
      const turns = cueAt.get(i)?.rows.some((at) => at.meaning === 'end' || at.meaning === 'client') === true;
      if (turns && !contrasts.has(token.norm) && !(row.meaning === 'avoided' && asks.has(token.norm))) break;
      // "Phalen's positive, Tinel's negative": what already has its word is not spoken of again.
      if (cueEnd.get(i)?.rows.some((at) => isVerdict(at, row)) === true) break;
      if (token.norm === ',') commas++;
      // "C-section, scar healed": it is the scar that healed.
      if (commas > 1 || (token.norm === ',' && isSubject(tokens[cue.from - 1]))) break;
      if (token.word && and.has(token.norm)) break;
    }
    left -= token.word ? 1 : 0;
    if (left < 0) break;
  }
  const nearest = covered[0];
  if (nearest !== undefined)
    covered.push(...coordinated(context, nearest, row, tokens[cue.from]?.norm === 'all'));
  return [...covered, ...regions];
}

// "Was considered but excluded": nothing else stands between that the cue could speak of.
const contrasts: ReadonlySet<string> = new Set(['but', 'then', 'however', 'subsequently']);

// "Cupping offered, client declined".
const asks: ReadonlySet<string> = new Set(['client', 'clt', 'cl', 'ct', 'pt', 'patient']);

/** True for a word that can be what a cue behind it speaks of; adverbs and pronouns are none. */
const isSubject = (token: Token | undefined): boolean =>
  token?.word === true &&
  token.norm.length > 2 &&
  !token.norm.endsWith('ly') &&
  !noSubject.has(token.norm) &&
  !/\d/.test(token.norm);
const noSubject: ReadonlySet<string> = new Set(
  'this that which all now since has have had was were been says said per are its mostly still then and but both long well also just not never once again ago client patient later'.split(
    ' ',
  ),
);

const isVerdict = (row: CueRow, beside: CueRow): boolean =>
  row.direction === 'backward' &&
  row.meaning !== beside.meaning &&
  (row.meaning === 'negated' || row.meaning === 'present' || row.meaning === 'historical') &&
  (row.only === undefined || row.only.some((kind) => beside.only?.includes(kind) === true));

/** `fever, chills and DVT denied`: the mentions before the nearest one that `and` or `or` ties to it. */
function coordinated(context: Context, first: number, row: CueRow, all: boolean): readonly number[] {
  const { tokens, clause, targets, targetEnd } = context;
  const list: number[] = [];
  // "Cancer, stroke, DVT – all denied": `all` ties the list as `and` does.
  let tied = all;
  let start = targets[first]?.from ?? clause.from;
  for (let i = start - 1; i >= clause.from; i--) {
    const index = targetEnd.get(i);
    const target = index === undefined ? undefined : targets[index];
    const token = tokens[i];
    if (index !== undefined && target !== undefined) {
      if (!applies(row, target.kind) || classOf(target.kind) === 'other' || classOf(target.kind) === 'region')
        break;
      list.push(index);
      start = target.from;
      i = target.from;
      continue;
    }
    if (token === undefined) break;
    if (and.has(token.norm)) tied = true;
    else if (token.norm !== ',' && !small.has(token.norm) && !standsAlone(tokens, i)) break;
  }
  return tied ? list : [];
}

/** True for a single unknown word between commas or conjunctions: an item of the list that the base does not know. */
function standsAlone(tokens: readonly Token[], index: number): boolean {
  const joins = (norm: string | undefined): boolean => norm !== undefined && (norm === ',' || and.has(norm));
  return tokens[index]?.word === true && joins(tokens[index - 1]?.norm) && joins(tokens[index + 1]?.norm);
}
