// Sides: left, right, both, and the regions that they stand with.
import type { Region } from '../knowledge/model';
import type { Side } from '../note/model';
import type { RegionMention } from './model';
import type { ByToken } from './parts';
import type { Token } from './tokens';

/** Words for sides, in lower case. */
export const sideWords: ReadonlyMap<string, Side> = new Map<string, Side>([
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
  'canal',
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
  // Asking a list for what stands before its beginning is slow.
  const token = i < 0 ? undefined : tokens[i];
  const side = token?.shared.side;
  if (token === undefined || side === undefined) return undefined;
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
  // `L. calf`, `Rt. knee`: the stop belongs to the short form.
  return {
    side,
    to: mark?.norm === '.' && mark.start === token.end && token.norm.length < 3 ? i + 2 : i + 1,
  };
}

/** A region phrase in the tokens. */
export interface RegionAt {
  readonly from: number;
  readonly to: number;
  readonly id: string;
  readonly laterality: Region['laterality'] | undefined;
  /** True if it is a part of a longer phrase: "knee replacement". */
  readonly inner?: boolean;
}

const isSideInBrackets = (tokens: readonly Token[], close: number): boolean =>
  tokens[close - 2]?.norm === '(' && sideWords.has(tokens[close - 1]?.norm ?? '');

/** The side that stands right before or behind a region (or another phrase) at `[from, to)`. */
export function sideOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  taken: ByToken<number>,
): Side | undefined {
  for (let i = from - 1, steps = 0; i >= 0 && steps < 4; i--, steps++) {
    const token = tokens[i];
    if (token === undefined || taken.has(i)) break;
    // "OA knee (R) DVT (L)": what brackets say belongs to what stands before them.
    if (token.norm === ')' && isSideInBrackets(tokens, i) && i > 2 && taken.has(i - 3)) break;
    // `B/L` and `L>R` begin two tokens earlier.
    const pair = readSide(tokens, i - 2, true);
    if (pair !== undefined && pair.to === i + 1) return pair.side;
    const here = readSide(tokens, i, true);
    if (here !== undefined) return here.side;
    if (token.norm === '.' && readSide(tokens, i - 1, true)?.to === i + 1) continue;
    if (!between.has(token.norm)) break;
  }
  let i = to;
  for (let steps = 0; steps < 3; steps++, i++) {
    const token = tokens[i];
    if (token === undefined || taken.has(i)) return undefined;
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
    const beyond = nextToken?.norm === ')' ? next + 1 : next;
    if (tokens[beyond] !== undefined && taken.has(beyond) && tokens[to]?.norm === ',') return undefined;
    // On the next line something else begins.
    if (nextToken !== undefined && !nextToken.newLine && taken.has(next) && steps === 0) return undefined;
    return here.side;
  }
  return undefined;
}

/** Words and marks that join the items of a list. */
export const joining: ReadonlySet<string> = new Set([',', '/', '&', '+', 'and']);

/** Gives each region its side; in `R UT, LS, SCM` the side goes along the list over paired regions. */
export function sideRegions(
  tokens: readonly Token[],
  regions: readonly RegionAt[],
  taken: ByToken<number>,
): readonly RegionMention[] {
  const sided: RegionMention[] = [];
  for (const [index, region] of regions.entries()) {
    const first = tokens[region.from];
    const last = tokens[region.to - 1];
    if (first === undefined || last === undefined) continue;
    const { laterality } = region;
    // "Rolled L ankle": the side stands inside the phrase with its place.
    const inside = region.inner === true ? readSide(tokens, region.from - 1, false) : undefined;
    let side =
      laterality === 'midline' ? undefined : (inside?.side ?? sideOf(tokens, region.from, region.to, taken));
    const before = index === 0 ? undefined : regions[index - 1];
    const beforeSide = before && sided[sided.length - 1]?.side;
    if (side === undefined && before !== undefined && beforeSide !== undefined && laterality === 'paired') {
      const gap = region.from - before.to;
      if (gap > 0 && gap <= 2 && isJoined(tokens, before.to, region.from)) side = beforeSide;
    }
    sided.push({ id: region.id, side, span: { start: first.start, end: last.end } });
  }
  if (sided.length > 1) shareFromBehind(tokens, regions, sided);
  return sided;
}

/** True if only what joins a list stands in a range of tokens. */
function isJoined(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!joining.has(tokens[i]?.norm ?? '')) return false;
  return true;
}

/** "Glute med/TFL R": a side behind a list that a mark ties holds for all of it. */
function shareFromBehind(
  tokens: readonly Token[],
  regions: readonly RegionAt[],
  sided: RegionMention[],
): void {
  /** The region that took its side from the one behind it last. */
  let shared = -1;
  for (let index = regions.length - 2; index >= 0; index--) {
    const [own, next, mention] = [regions[index], regions[index + 1], sided[index]];
    if (own === undefined || next === undefined || mention === undefined || mention.side !== undefined)
      continue;
    const tied = next.from - own.to === 1 && /^[/+&]$/.test(tokens[own.to]?.norm ?? '');
    if (!tied || own.laterality === 'midline') continue;
    const side = sided[index + 1]?.side;
    const behind = readSide(tokens, next.to, false);
    if (side !== undefined && (behind?.side === side || shared === index + 1)) {
      sided[index] = { ...mention, side };
      shared = index;
    }
  }
}
