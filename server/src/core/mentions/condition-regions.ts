// Which regions belong to a condition.
import { isWithin, type Knowledge } from '../knowledge/knowledge';
import { type ByToken, type Clause, lowerBound } from './parts';
import { joining, type RegionAt, sideWords } from './sides';
import type { Token } from './tokens';

/** Where conditions, signs and techniques begin and end, by token: a region behind one belongs to that one. */
export interface Owners {
  readonly from: ByToken<true>;
  readonly to: ByToken<true>;
}

// A place named further away than this belongs to something else.
const farthest = 40;

/**
 * The regions of a condition: named right behind it ("DVT L calf"), else right before it ("R knee OA"), in the same
 * part between commas; else alone in the next part ("DVT, L calf"). Gives indexes into `regions`, which are sorted.
 */
export function regionsOfCondition(
  kb: Knowledge,
  tokens: readonly Token[],
  owner: Clause,
  owners: Owners,
  regions: readonly RegionAt[],
  clause: Clause,
): readonly number[] {
  const isBreak = (index: number): boolean => tokens[index]?.norm === ',' || tokens[index]?.norm === ';';
  const last = Math.min(clause.to, owner.to + farthest);
  let end = owner.to;
  while (end < last && !isBreak(end) && !owners.from.has(end)) end++;
  // "L calf: r/o DVT before any leg work": the place that leads the line is meant.
  const led = leadingRegion(tokens, regions, clause);
  const inner = indexesWithin(regions, owner.from, owner.to);
  const behind = indexesWithin(regions, owner.to, end);
  const leading = led === undefined ? undefined : regions[led];
  if (led !== undefined && leading !== undefined && leading.to <= owner.from) {
    // "Legs: oedema both ankles": the closer place counts.
    const closer = [...inner, ...behind].filter((index) => {
      const id = regions[index]?.id;
      return id !== undefined && id !== leading.id && isWithin(kb.regions, id, leading.id);
    });
    return closer[0] === undefined ? [led] : [closer[0]];
  }
  if (behind[0] !== undefined) return [...inner, ...withList(tokens, regions, behind[0], clause)];
  if (inner.length > 0) return inner;
  const first = Math.max(clause.from, owner.from - farthest);
  let start = owner.from;
  while (start > first && !isBreak(start - 1) && !owners.to.has(start)) start--;
  const ahead = indexesWithin(regions, start, owner.from);
  if (ahead.length > 0) return ahead.slice(-1);
  if (!isBreak(end)) return [];
  let next = end + 1;
  // "Chemo finished in August, port still in L chest": words of its own make the next part speak of something else.
  let words = 0;
  const found = lowerBound(regions, end + 1);
  const named = regions[found]?.from ?? last;
  while (next < last && !isBreak(next)) {
    if (owners.from.has(next)) return [];
    const token = tokens[next];
    // "Lumpectomy, no axilla".
    if (next < named && token?.norm === 'no') return [];
    if (next < named && token?.word === true && !sideWords.has(token.norm) && !placing.has(token.norm))
      words++;
    next++;
  }
  return words > 1 ? [] : indexesWithin(regions, end + 1, next);
}

const placing: ReadonlySet<string> = new Set([
  'in',
  'on',
  'at',
  'the',
  'her',
  'his',
  'mainly',
  'mostly',
  'esp',
  'both',
]);

/** The region before a colon at the beginning of a clause. */
function leadingRegion(
  tokens: readonly Token[],
  regions: readonly RegionAt[],
  clause: Clause,
): number | undefined {
  const index = lowerBound(regions, clause.from);
  const region = regions[index];
  if (region === undefined || region.from > clause.from + 2 || tokens[region.to]?.norm !== ':')
    return undefined;
  return index;
}

// More places than this are a list of everything.
const longestList = 12;

/** `DVT L calf and thigh`: the regions that follow the first one in the same list. */
function withList(
  tokens: readonly Token[],
  regions: readonly RegionAt[],
  first: number,
  clause: Clause,
): readonly number[] {
  const list = [first];
  for (let index = first + 1; index < regions.length && list.length < longestList; index++) {
    const before = regions[index - 1];
    const region = regions[index];
    if (before === undefined || region === undefined || region.to > clause.to) break;
    const gap = tokens.slice(before.to, Math.min(region.from, before.to + 4));
    if (gap.length > 3 || !gap.some((token) => joining.has(token.norm))) break;
    if (!gap.every((token) => joining.has(token.norm) || sideWords.has(token.norm))) break;
    list.push(index);
  }
  return list;
}

/** The indexes of the regions that lie in a range of tokens. */
export function indexesWithin(regions: readonly RegionAt[], from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let index = lowerBound(regions, from); index < regions.length; index++) {
    const region = regions[index];
    if (region === undefined || region.to > to) break;
    found.push(index);
  }
  return found;
}
