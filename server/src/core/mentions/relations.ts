// Sides and regions, and which condition or technique they belong to.
import type { Knowledge } from '../knowledge/knowledge';
import type { Side } from '../note/model';
import type { RegionMention } from './model';
import type { Token } from './tokens';

const sideWords: ReadonlyMap<string, Side> = new Map<string, Side>([
  ['l', 'left'],
  ['lt', 'left'],
  ['lft', 'left'],
  ['left', 'left'],
  ['lhs', 'left'],
  ['r', 'right'],
  ['rt', 'right'],
  ['rgt', 'right'],
  ['right', 'right'],
  ['rhs', 'right'],
  ['b', 'bilateral'],
  ['bl', 'bilateral'],
  ['bil', 'bilateral'],
  ['bilat', 'bilateral'],
  ['bilateral', 'bilateral'],
  ['bilaterally', 'bilateral'],
  ['both', 'bilateral'],
  ['bi', 'bilateral'],
]);
const between: ReadonlySet<string> = new Set([
  '(',
  ')',
  'medial',
  'lateral',
  'upper',
  'lower',
  'anterior',
  'posterior',
  'proximal',
  'distal',
  'mid',
  'middle',
  'inner',
  'outer',
  'ant',
  'post',
  'med',
  'lat',
  'prox',
  'dist',
  'sided',
  'side',
  'side of',
  'of',
  'the',
  'her',
  'his',
  'deep',
  'superficial',
  'painful',
  'sore',
  'tight',
  'great',
  'index',
]);
const notSide: ReadonlySet<string> = new Set([
  'now',
  'away',
  'after',
  'before',
  'handed',
  'early',
  'work',
  'feeling',
  'off',
  'then',
  'hand dominant',
  'with',
  'message',
  'without',
  'untreated',
]);

/** The side that the tokens at `i` name, with the index after them. */
export function readSide(
  tokens: readonly Token[],
  i: number,
  relaxed: boolean,
): { readonly side: Side; readonly to: number } | undefined {
  const token = tokens[i];
  if (token === undefined || !token.word) return undefined;
  const side = sideWords.get(token.norm);
  if (side === undefined) return undefined;
  const mark = tokens[i + 1];
  const other = tokens[i + 2];
  if (
    mark !== undefined &&
    other !== undefined &&
    (mark.norm === '/' ||
      mark.norm === '>' ||
      mark.norm === '<' ||
      mark.norm === '=' ||
      mark.norm === '&' ||
      mark.norm === '+' ||
      mark.norm === 'and')
  ) {
    const second = sideWords.get(other.norm);
    const whole = token.norm === 'b' && mark.norm === '/' && other.norm === 'l';
    if (whole) return { side: 'bilateral', to: i + 3 };
    if (second !== undefined && second !== side && mark.norm !== 'and')
      return { side: 'bilateral', to: i + 3 };
    if (second !== undefined && second !== side && token.norm.length > 1 === other.norm.length > 1)
      return { side: 'bilateral', to: i + 3 };
  }
  if (token.norm.length === 1 && !token.upper && !relaxed) return undefined;
  if (mark !== undefined && notSide.has(mark.norm) && token.norm.length > 1) return undefined;
  return { side, to: i + 1 };
}

/** A region phrase in the tokens. */
export interface RegionAt {
  readonly from: number;
  readonly to: number;
  readonly id: string;
}

/** The side that stands right before or behind a region (or another phrase) at `[from, to)`. */
export function sideOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  occupied: (index: number) => boolean,
): Side | undefined {
  for (let i = from - 1, steps = 0; i >= 0 && steps < 4; i--, steps++) {
    const token = tokens[i];
    if (token === undefined || occupied(i)) break;
    // `B/L` and `L>R` begin two tokens earlier.
    const pair = readSide(tokens, i - 2, true);
    if (pair !== undefined && pair.to === i + 1) return pair.side;
    const here = readSide(tokens, i, true);
    if (here !== undefined) return here.side;
    if (!between.has(token.norm)) break;
  }
  let i = to;
  for (let steps = 0; steps < 3; steps++, i++) {
    const token = tokens[i];
    if (token === undefined || occupied(i)) return undefined;
    if (
      token.norm === ',' ||
      token.norm === '(' ||
      token.norm === 'on' ||
      token.norm === 'the' ||
      token.norm === ':' ||
      token.norm === '-'
    )
      continue;
    const here = readSide(tokens, i, token.upper);
    if (here === undefined) return undefined;
    // `calf L hip`: the side belongs to what follows it.
    const next = here.to;
    const nextToken = tokens[next];
    if (nextToken !== undefined && occupied(next) && tokens[to]?.norm === ',') return undefined;
    if (nextToken !== undefined && occupied(next) && steps === 0) return undefined;
    return here.side;
  }
  return undefined;
}

const joining: ReadonlySet<string> = new Set([',', '/', '&', '+', 'and']);

/** Gives each region its side; in `R UT, LS, SCM` the side goes along the list over paired regions. */
export function sideRegions(
  kb: Knowledge,
  tokens: readonly Token[],
  regions: readonly RegionAt[],
  occupied: (index: number) => boolean,
): readonly RegionMention[] {
  const sided: RegionMention[] = [];
  regions.forEach((region, index) => {
    const first = tokens[region.from];
    const last = tokens[region.to - 1];
    if (first === undefined || last === undefined) return;
    let side = sideOf(tokens, region.from, region.to, occupied);
    const before = regions[index - 1];
    const beforeSide = sided[sided.length - 1]?.side;
    if (
      side === undefined &&
      before !== undefined &&
      beforeSide !== undefined &&
      kb.regions.get(region.id)?.laterality === 'paired'
    ) {
      const gap = tokens.slice(before.to, region.from);
      if (gap.length > 0 && gap.length <= 2 && gap.every((token) => joining.has(token.norm)))
        side = beforeSide;
    }
    if (kb.regions.get(region.id)?.laterality === 'midline') side = undefined;
    sided.push({ id: region.id, side, span: { start: first.start, end: last.end } });
  });
  return sided;
}

/** Something that regions can belong to. */
export interface Owner {
  readonly from: number;
  readonly to: number;
}

/**
 * The regions of a condition: named right behind it ("DVT L calf"), else right before it ("R knee OA"), in the same
 * part between commas; else alone in the next part ("DVT, L calf"). Indexes into `regions`.
 */
export function regionsOfCondition(
  tokens: readonly Token[],
  owner: Owner,
  owners: readonly Owner[],
  regions: readonly RegionAt[],
  clause: Owner,
): readonly number[] {
  const isBreak = (index: number): boolean => tokens[index]?.norm === ',' || tokens[index]?.norm === ';';
  let end = owner.to;
  while (end < clause.to && !isBreak(end) && !owners.some((other) => other.from === end)) end++;
  const behind = indexesWithin(regions, owner.to, end);
  if (behind.length > 0) return withList(tokens, regions, behind, clause);
  const inner = indexesWithin(regions, owner.from, owner.to);
  if (inner.length > 0) return inner;
  let start = owner.from;
  while (start > clause.from && !isBreak(start - 1) && !owners.some((other) => other.to === start)) start--;
  const ahead = indexesWithin(regions, start, owner.from);
  if (ahead.length > 0) return ahead.slice(-1);
  if (isBreak(end)) {
    let next = end + 1;
    while (next < clause.to && !isBreak(next)) next++;
    const alone = indexesWithin(regions, end + 1, next);
    if (alone.length > 0 && !owners.some((other) => other.from > end && other.from < next)) return alone;
  }
  return [];
}

/** `DVT L calf and thigh`: regions that follow in the same list. */
function withList(
  tokens: readonly Token[],
  regions: readonly RegionAt[],
  found: readonly number[],
  clause: Owner,
): readonly number[] {
  const first = found[0] ?? 0;
  const list = [first];
  for (let index = first + 1; index < regions.length; index++) {
    const before = regions[index - 1];
    const region = regions[index];
    if (before === undefined || region === undefined || region.to > clause.to) break;
    const gap = tokens.slice(before.to, region.from);
    if (gap.length > 3 || !gap.some((token) => joining.has(token.norm))) break;
    if (!gap.every((token) => joining.has(token.norm) || sideWords.has(token.norm))) break;
    list.push(index);
  }
  return list;
}

const indexesWithin = (regions: readonly RegionAt[], from: number, to: number): readonly number[] =>
  regions.flatMap((region, index) => (region.from >= from && region.to <= to ? [index] : []));

/** A run of techniques with the regions that belong to them, and the tokens that speak of them. */
export interface TechniqueGroup {
  readonly techniques: readonly number[];
  readonly regions: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * Groups techniques with their regions: a run of techniques owns the regions that follow until the next technique;
 * a run with none behind it owns those before it in its own part ("L QL MFR 10 min").
 */
export function groupTechniques(
  tokens: readonly Token[],
  techniques: readonly Owner[],
  regions: readonly RegionAt[],
  breaks: ReadonlySet<number>,
): readonly TechniqueGroup[] {
  const groups: { techniques: number[]; regions: number[]; from: number; to: number }[] = [];
  techniques.forEach((technique, index) => {
    const last = groups[groups.length - 1];
    const before = techniques[index - 1];
    const separate =
      before === undefined ||
      regions.some((region) => region.from >= before.to && region.to <= technique.from) ||
      hasDose(tokens, before.to, technique.from) ||
      crosses(breaks, before.to, technique.from);
    if (last === undefined || separate)
      groups.push({ techniques: [index], regions: [], from: technique.from, to: technique.to });
    else {
      last.techniques.push(index);
      last.to = technique.to;
    }
  });
  groups.forEach((group, at) => {
    const next = groups[at + 1];
    const until = next === undefined ? tokens.length : next.from;
    group.regions.push(...indexesWithin(regions, group.from, until));
    group.to = until;
  });
  // A list that leads with the place: "L QL MFR 10 min, R UT TrP 5 min".
  const first = groups[0];
  if (first !== undefined) {
    const leading = indexesWithin(regions, 0, first.from).filter(
      (index) => !crosses(breaks, regions[index]?.to ?? 0, first.from),
    );
    const leads =
      leading.length > 0 &&
      groups.every((group, at) =>
        at === groups.length - 1 ? group.regions.length === 0 : group.regions.length > 0,
      );
    if (leads && groups.length > 1 && groups[groups.length - 1]?.regions.length === 0) {
      for (let at = groups.length - 1; at > 0; at--) {
        const group = groups[at];
        const before = groups[at - 1];
        if (group !== undefined && before !== undefined) group.regions = before.regions;
      }
      first.regions = [...leading];
    } else if (first.regions.length === 0) first.regions.push(...leading);
    if (first.regions.length > 0 && leading.length > 0)
      first.from = Math.min(first.from, regions[leading[0] ?? 0]?.from ?? first.from);
  }
  return groups;
}

const crosses = (breaks: ReadonlySet<number>, from: number, to: number): boolean => {
  for (let i = from; i <= to; i++) if (breaks.has(i)) return true;
  return false;
};

/** True if minutes or a pressure stand between two techniques: then they are two entries. */
const hasDose = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (/^\d+(?:min|mins|m)?$/.test(tokens[i]?.norm ?? '')) return true;
  return false;
};
