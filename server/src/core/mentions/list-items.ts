// Lists of mentions: the words that join them, and what each comma of a clause is followed by.
import { assertingVerbs } from './cues';
import type { Clause, Parts } from './parts';

/** Words and marks that tie two mentions. */
export const and: ReadonlySet<string> = new Set(['and', 'or', 'nor', '&', '/', 'and/or', 'plus']);
/** Words that stand before a mention in a list and say nothing. */
export const small: ReadonlySet<string> = new Set([
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
export interface Item {
  /** Nothing but mentions, or one unknown word: the list goes on. */
  readonly bare: boolean;
  /** A few words more, which go on only in a list that ends with `or`. */
  readonly loose: boolean;
  /** `or` or `nor` comes in this item or a later one. */
  readonly alternative: boolean;
}

// "No DVT, Baker's cyst seen": what was seen is there, and what has a dose is taken.
const seen: ReadonlySet<string> = new Set(
  'instead seen noted found confirmed visible evident identified persists shown demonstrated mg mcg od bd bid tds tid qds qid prn nocte'.split(
    ' ',
  ),
);

/** Looks at the item after each comma: does it only name things, or does it say something of its own? */
export function listItems(
  { tokens, targetAt, targets, cueAt }: Parts,
  clause: Clause,
): ReadonlyMap<number, Item> {
  // "Drowsy or worsening headache": what only says how a mention is makes no statement of its own.
  const isModifier = (at: number): boolean => {
    const cue = cueAt.get(at);
    return cue?.rows.every((row) => row.meaning === 'present') === true && targetAt.has(cue.to);
  };
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
    } else if (
      (cueAt.has(i) && !isModifier(i)) ||
      /\d/.test(token.norm) ||
      assertingVerbs.has(token.norm) ||
      seen.has(token.norm)
    )
      item.weight++;
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
export const goesOn = (item: Item | undefined, covered: boolean): boolean =>
  item !== undefined && ((item.bare && covered) || (item.loose && item.alternative));
