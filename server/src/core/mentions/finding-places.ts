// Where each condition and sign of a statement is: the places and the side that are named with it, in its own words, in
// the list that it stands in, or in what was told just before: "R calf warm and swollen. ?DVT".
import { isWithin, type Knowledge } from '../knowledge/knowledge';
import type { Side } from '../note/model';
import { type Owners, regionsOfCondition } from './condition-regions';
import type { Verdict } from './decide';
import type { Lexicon } from './lexicon';
import type { RegionMention } from './model';
import type { NamedRegions } from './named-regions';
import { type ByToken, type Clause, clauseAt, IndexTable, lowerBound } from './parts';
import { type Site, siteOf } from './phrase-sites';
import type { Chosen } from './resolve';
import { readSide, sideOf } from './sides';
import type { Statement } from './statements';
import type { Token } from './tokens';

/** A judged statement with its regions. */
interface Told {
  readonly lexicon: Lexicon;
  readonly statement: Statement;
  readonly tokens: readonly Token[];
  readonly chosen: readonly Chosen[];
  /** Goes with `chosen`. */
  readonly verdicts: readonly Verdict[];
  readonly clauses: readonly Clause[];
  readonly named: NamedRegions;
  /** `taken`: for each token that belongs to a phrase, the phrase's end. */
  readonly parts: { readonly taken: ByToken<number> };
}

/** The side and the regions of a finding. */
export interface FindingPlace {
  readonly side: Side | undefined;
  readonly regions: readonly RegionMention[];
}

/** What is known of the place of a finding while the statement is worked out. */
interface Draft {
  readonly item: Chosen;
  readonly verdict: Verdict | undefined;
  readonly clause: Clause;
  readonly site: Site | undefined;
  /** True if it can lie on one side: a fracture can, high blood pressure cannot. */
  readonly sidable: boolean;
  /** True if a place is named beside it, not only in its own words. */
  readonly named: boolean;
  side: Side | undefined;
  regions: readonly RegionMention[];
}

const none: readonly RegionMention[] = [];
const noIndexes: readonly number[] = [];

/** The places of all findings of a statement, in their order in `chosen`. Linear in its words. */
export function placeFindings(told: Told): readonly FindingPlace[] {
  // A region belongs to somebody only where there is one.
  const owners = told.named.regions.length === 0 ? undefined : ownersOf(told.chosen);
  const drafts: Draft[] = [];
  for (let index = 0; index < told.chosen.length; index++) {
    const item = told.chosen[index];
    if (item !== undefined && isFinding(item)) drafts.push(draftOf(told, owners, item, told.verdicts[index]));
  }
  if (drafts.length > 1) shareAlongLists(told, drafts);
  let before: Draft | undefined;
  for (const draft of drafts) {
    if (draft.side === undefined && !draft.named) takeUp(told, draft);
    if (draft.side === undefined && !draft.named) followOn(told, draft, before);
    nameSite(told, draft);
    before = draft;
  }
  return drafts;
}

// Statements are judged one after the other: the tables of one serve the next.
const owners = { from: new IndexTable<true>(), to: new IndexTable<true>() };

function ownersOf(chosen: readonly Chosen[]): Owners {
  owners.from.clear();
  owners.to.clear();
  for (const { from, to, kind } of chosen) {
    if (kind !== 'condition' && kind !== 'technique' && kind !== 'sign') continue;
    owners.from.set(from, true);
    owners.to.set(to, true);
  }
  return owners;
}

/** True for what has a place: a condition or a sign. */
export const isFinding = ({ reading }: Chosen): boolean =>
  reading.kind === 'condition' || reading.kind === 'sign';

function draftOf(told: Told, owners: Owners | undefined, item: Chosen, verdict: Verdict | undefined): Draft {
  const { lexicon, tokens, clauses } = told;
  const { taken } = told.parts;
  const { regions, sided } = told.named;
  const { match, reading } = item;
  const clause = clauseAt(clauses, match.from) ?? { from: 0, to: tokens.length };
  // An "Avoided" line lists places of its own, not those of the conditions it names.
  const indexes =
    owners === undefined || told.statement.context === 'avoided'
      ? noIndexes
      : regionsOfCondition(lexicon.kb, tokens, match, owners, regions, clause);
  const own = pickRegions(sided, indexes);
  const inner = regions[lowerBound(regions, match.from)];
  const innerId = inner !== undefined && inner.to <= match.to ? inner.id : undefined;
  const site = siteOf(lexicon, tokens, item, innerId);
  const { condition } = reading;
  const laterality = site === undefined ? undefined : lexicon.kb.regions.get(site.id)?.laterality;
  const sidable = laterality === 'paired' || (site === undefined && condition?.local === true);
  // `Zoster R T8`: the spine has no sides, what lies along it does.
  const midline = indexes[0] === undefined ? undefined : regions[indexes[0]];
  const side =
    sideWithin(tokens, match.from, match.to) ??
    sideOf(tokens, match.from, match.to, taken) ??
    own.find((region) => region.side !== undefined)?.side ??
    (midline && sideOf(tokens, midline.from, midline.to, taken)) ??
    (sidable || laterality === 'mixed' || own.length > 0
      ? sideInPart(told, owners, match, clause)
      : undefined);
  // "OA knee (R) DVT (L)": a place before it on the other side is that of something else.
  const others =
    side !== undefined &&
    own.every((region) => region.side !== undefined && region.side !== side) &&
    indexes.every((index) => (regions[index]?.to ?? 0) <= match.from);
  const placed = others ? none : side !== undefined && own.length > 0 ? onSide(lexicon, own, side) : own;
  return {
    item,
    verdict,
    clause,
    site,
    sidable,
    named: indexes.some(
      (index) => (regions[index]?.to ?? 0) > match.to || (regions[index]?.from ?? 0) < match.from,
    ),
    side,
    regions: placed,
  };
}

/** "# L NOF": the side that stands inside the words of a finding. */
function sideWithin(tokens: readonly Token[], from: number, to: number): Side | undefined {
  for (let i = from + 1; i < to - 1; i++) {
    const found = readSide(tokens, i, false);
    if (found !== undefined) return found.side;
  }
  return undefined;
}

function pickRegions(sided: readonly RegionMention[], indexes: readonly number[]): readonly RegionMention[] {
  if (indexes.length === 0) return none;
  const picked: RegionMention[] = [];
  for (const index of indexes) {
    const region = sided[index];
    if (region !== undefined) picked.push(region);
  }
  return picked;
}

/** Regions that have two sides and name none lie on the side of what they belong to. */
const onSide = (lexicon: Lexicon, own: readonly RegionMention[], side: Side): readonly RegionMention[] =>
  own.map((region) =>
    region.side === undefined && lexicon.kb.regions.get(region.id)?.laterality === 'paired'
      ? { ...region, side }
      : region,
  );

// A side further behind a finding speaks of something else.
const wordsToSide = 6;
const farthestSide = 24;
// "R/O", "R/V", "L/min".
const notAlone: ReadonlySet<string> = new Set(['/', '-', '=', '+']);
const beforeLeft: ReadonlySet<string> = new Set(['on', 'the', 'her', 'his', '(', 'side']);

/** "Wisdom tooth out 4 days ago R", "spider veins only on R so": the side further behind in the same part. */
function sideInPart(
  { tokens, parts: { taken } }: Told,
  owners: Owners | undefined,
  { to }: { readonly to: number },
  clause: Clause,
): Side | undefined {
  let words = 0;
  for (let i = to; i < Math.min(clause.to, to + farthestSide) && words <= wordsToSide; i++) {
    const token = tokens[i];
    if (token === undefined || token.norm === ';' || owners?.from.has(i) === true) return undefined;
    // "Piriformis syndrome most likely, R."
    if (token.norm === ',') return sideAlone(tokens, i + 1, clause);
    if (taken.has(i)) {
      if (owners === undefined) return undefined;
      continue;
    }
    const found = token.word ? readSide(tokens, i, false) : undefined;
    if (found !== undefined) {
      const next = tokens[found.to];
      if (taken.has(found.to)) return undefined;
      if (/^\d/.test(tokens[i - 1]?.norm ?? '') && token.norm.length === 1 && /^[lr]$/.test(token.norm))
        // "On 2 L of oxygen" is no side, "4 d ago R" has a word between.
        return undefined;
      if (token.norm.length === 1 && next !== undefined && notAlone.has(next.norm)) return undefined;
      const verb = (token.norm === 'left' || token.norm === 'right') && next?.word === true;
      if (
        verb &&
        !beforeLeft.has(tokens[i - 1]?.norm ?? '') &&
        next?.norm !== 'side' &&
        next?.norm !== 'sided'
      )
        return undefined;
      return found.side;
    }
    if (token.word) words++;
  }
  return undefined;
}

/** A side that stands alone between a comma and the end of the part. */
function sideAlone(tokens: readonly Token[], at: number, clause: Clause): Side | undefined {
  const found = at < clause.to ? readSide(tokens, at, false) : undefined;
  if (found === undefined) return undefined;
  const next = tokens[found.to];
  return found.to >= clause.to || next?.word === false ? found.side : undefined;
}

const ties: ReadonlySet<string> = new Set(['+', '/', '&', 'vs', 'versus', 'or', 'and', 'with']);

/** "L mastectomy + ALND", "bursitis vs cuff tear on R": what a list ties lies on the side that is said once. */
function shareAlongLists({ tokens, lexicon }: Told, drafts: readonly Draft[]): void {
  const tied = (before: Draft, after: Draft): boolean => {
    const [from, to] = [before.item.match.to, after.item.match.from];
    if (to - from > 2) return false;
    for (let i = from; i < to; i++)
      if (!ties.has(tokens[i]?.norm ?? '') && tokens[i]?.norm !== '?') return false;
    return true;
  };
  const share = (from: Draft | undefined, to: Draft | undefined): void => {
    if (from === undefined || to === undefined) return;
    if (from.side === undefined || to.side !== undefined || to.named || !to.sidable) return;
    to.side = from.side;
    to.regions = to.site === undefined ? from.regions : onSide(lexicon, to.regions, from.side);
  };
  for (let i = 1; i < drafts.length; i++) {
    const [before, own] = [drafts[i - 1], drafts[i]];
    if (before !== undefined && own !== undefined && tied(before, own)) share(before, own);
  }
  for (let i = drafts.length - 2; i >= 0; i--) {
    const [own, after] = [drafts[i], drafts[i + 1]];
    if (own !== undefined && after !== undefined && tied(own, after)) share(after, own);
  }
}

// What was told longer ago is no longer spoken of.
const farthest = 60;
const mostPlaces = 6;

/**
 * "L calf swelling after a flight. Imp: probable DVT": a finding that is there or suspected, and names no place, is at
 * the place told of before it, if it can be there. What can be anywhere is only there if it is a suspicion.
 */
function takeUp({ lexicon, statement, named: { regions, sided, assertions } }: Told, draft: Draft): void {
  const { item, site, verdict } = draft;
  if (verdict?.assertion !== 'present' && verdict?.assertion !== 'possible') return;
  if (statement.context === 'past' || statement.context === 'avoided') return;
  if (site === undefined && (verdict.assertion !== 'possible' || !draft.sidable)) return;
  const first = lowerBound(regions, item.match.from) - 1;
  for (let at = first; at >= Math.max(0, first - mostPlaces + 1); at--) {
    const [region, place] = [regions[at], sided[at]];
    if (region === undefined || place === undefined || item.match.from - region.to > farthest) return;
    if (assertions[at] !== 'present' || place.side === undefined) continue;
    const { kb } = lexicon;
    const closer = site === undefined || isWithin(kb.regions, place.id, site.id);
    const around = site !== undefined && isWithin(kb.regions, site.id, place.id);
    if (!closer && !around && !onOneLimb(kb, site, place)) continue;
    draft.side = place.side;
    draft.regions = closer || !site.said ? [place] : onSide(lexicon, draft.regions, place.side);
    return;
  }
}

const treats: ReadonlySet<string> = new Set(['procedure', 'post-surgical']);
const wordsBetween = 8;

/** "Frozen shoulder L, steroid inj 5 days ago": what was done about a finding was done where it is. */
function followOn({ lexicon }: Told, draft: Draft, before: Draft | undefined): void {
  if (before?.side === undefined || before.clause !== draft.clause) return;
  const { match, reading } = draft.item;
  if (match.from - before.item.match.to > wordsBetween || !draft.sidable) return;
  const { condition } = reading;
  if (!treats.has(condition?.category ?? '')) return;
  draft.side = before.side;
  draft.regions = draft.site === undefined ? before.regions : onSide(lexicon, draft.regions, before.side);
}

/** A clot whose usual place is the lower leg may be in the thigh. */
const onOneLimb = (kb: Knowledge, site: Site, place: RegionMention): boolean => {
  const limb = kb.regions.get(site.id)?.limb;
  return limb !== undefined && limb === kb.regions.get(place.id)?.limb;
};

/** Gives a finding without a place the one that its words say, or with its side the one that goes without saying. */
function nameSite({ tokens, lexicon }: Told, draft: Draft): void {
  const { site, side, item } = draft;
  if (draft.regions.length > 0 || site === undefined || !(site.said || side !== undefined)) return;
  const [first, last] = [tokens[item.match.from], tokens[item.match.to - 1]];
  if (first === undefined || last === undefined) return;
  const midline = lexicon.kb.regions.get(site.id)?.laterality === 'midline';
  draft.regions = [
    { id: site.id, side: midline ? undefined : side, span: { start: first.start, end: last.end } },
  ];
}
