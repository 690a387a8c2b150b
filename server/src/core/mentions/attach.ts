// From judged phrases to mentions: sides, regions, times, phases and severity words are attached to each.
import type { CivilDate, Side } from '../note/model';
import { type Span, span } from '../text/span';
import { type Owners, regionsOfCondition } from './condition-regions';
import { settleByTime, type Verdict } from './decide';
import { findPhrases, type Lexicon, type PhraseMatch, type Slip } from './lexicon';
import type { Assertion, Mention, RegionMention } from './model';
import { type ByToken, type Clause, lowerBound } from './parts';
import type { Chosen } from './resolve';
import { type RegionAt, sideOf, sideRegions } from './sides';
import type { Statement } from './statements';
import { groupTechniques, type TechniqueGroup } from './technique-groups';
import type { Token } from './tokens';
import { findTimes, pickTime, readCourseWords } from './when';

/** A statement whose phrases have been chosen and judged; `verdicts` go with `chosen`. */
export interface Judgement {
  readonly lexicon: Lexicon;
  readonly text: string;
  readonly statement: Statement;
  readonly date: CivilDate;
  readonly tokens: readonly Token[];
  readonly chosen: readonly Chosen[];
  readonly verdicts: readonly Verdict[];
  /** In order, without gaps. */
  readonly clauses: readonly Clause[];
  readonly breaks: ReadonlySet<number>;
  /** For each token that belongs to a phrase, the phrase's end. */
  readonly taken: ByToken<number>;
}

// What speaks of a technique stands near it: beyond this many characters it speaks of something else.
const farthest = 400;

/** Conditions, medications and signs are given times; techniques and places are not. */
const isDated = ({ reading }: Chosen): boolean =>
  reading.kind === 'condition' || reading.kind === 'medication' || reading.kind === 'sign';

/** Makes the mentions of one statement. Linear in its words. */
export function attach(judged: Judgement): readonly Mention[] {
  const { lexicon, text, statement, date, tokens, chosen, verdicts, clauses, breaks, taken } = judged;
  const occupied = (index: number): boolean => taken.has(index);
  const { regions, assertions } = collectRegions(judged);
  const sided = sideRegions(lexicon.kb, tokens, regions, occupied);
  const sideAt = new Map(sided.map((region) => [region.span.start, region.side]));
  const techniques = chosen.filter((item) => item.reading.kind === 'technique').map((item) => item.match);
  const ofTechniques = new Set(techniques.map((match) => clauseAt(clauses, match.from)));
  const ofConditions = new Set(
    chosen
      .filter(({ reading }) => reading.kind === 'condition' || reading.kind === 'sign')
      .map(({ match }) => clauseAt(clauses, match.from))
      .filter((clause) => !ofTechniques.has(clause)),
  );
  const groupAt = new Map<number, TechniqueGroup>();
  const ownOf = new Map<TechniqueGroup, readonly RegionMention[]>();
  for (const group of groupTechniques(tokens, techniques, regions, breaks)) {
    for (const at of group.techniques) groupAt.set(techniques[at]?.from ?? -1, group);
    // "Heat 10 min. R knee OA": the place of a condition in a sentence of its own is not where the heat was.
    const own = clauseAt(clauses, group.from);
    ownOf.set(
      group,
      group.regions
        .filter((region) => {
          const clause = clauseAt(clauses, regions[region]?.from ?? 0);
          return assertions[region] === 'present' && (clause === own || !ofConditions.has(clause));
        })
        .flatMap((region) => sided[region] ?? []),
    );
  }
  const bearers = chosen.filter(
    ({ reading }) => reading.kind === 'condition' || reading.kind === 'technique' || reading.kind === 'sign',
  );
  const owners: Owners = {
    from: new Set(bearers.map((item) => item.match.from)),
    to: new Set(bearers.map((item) => item.match.to)),
  };
  const offset = (from: number, to: number): Span =>
    span(tokens[from]?.start ?? statement.span.start, tokens[to - 1]?.end ?? statement.span.end);
  const dated = new Set(chosen.flatMap((item) => (isDated(item) ? (clauseOf(clauses, item) ?? []) : [])));
  const times = [...dated].flatMap((clause) => findTimes(text, offset(clause.from, clause.to), date));
  // `Zoster R T8`: the spine has no sides, what lies along it does.
  const regionAt = new Map(sided.map((region, index) => [region.span.start, regions[index]]));
  const sideOfMidline = ([first]: readonly RegionMention[]): Side | undefined => {
    const at = first && regionAt.get(first.span.start);
    return at && sideOf(tokens, at.from, at.to, occupied);
  };
  const neighbours = listNeighbours(tokens, chosen, offset, statement.span);

  return chosen.map((item, index): Mention => {
    const { match, reading } = item;
    const clause = clauseOf(clauses, item) ?? { from: 0, to: tokens.length };
    const verdict = verdicts[index] ?? { assertion: 'present', cue: undefined };
    const at = offset(match.from, match.to);
    let own: readonly RegionMention[] = [];
    let side: Side | undefined;
    let reach = offset(clause.from, clause.to);
    if (reading.kind === 'technique') {
      const group = groupAt.get(match.from);
      own = group === undefined ? [] : (ownOf.get(group) ?? []);
      if (group !== undefined) reach = offset(group.from, Math.max(group.to, match.to));
      reach = span(Math.max(reach.start, at.start - farthest), Math.min(reach.end, at.end + farthest));
      side = own[0]?.side ?? sideOf(tokens, match.from, match.to, occupied);
    } else if (reading.kind === 'condition' || reading.kind === 'sign') {
      // An "Avoided" line lists places of its own, not those of the conditions it names.
      if (statement.context !== 'avoided')
        own = regionsOfCondition(tokens, match, owners, regions, clause).flatMap(
          (region) => sided[region] ?? [],
        );
      side =
        sideOf(tokens, match.from, match.to, occupied) ??
        own.find((region) => region.side !== undefined)?.side ??
        sideOfMidline(own);
      own = own.map((region) =>
        region.side === undefined &&
        side !== undefined &&
        lexicon.kb.regions.get(region.id)?.laterality === 'paired'
          ? { ...region, side }
          : region,
      );
    } else if (reading.kind === 'region') side = sideAt.get(at.start);
    const { from, to } = neighbours[index] ?? { from: reach.start, to: reach.end };
    const when = isDated(item)
      ? // A time right behind the mention before belongs to that one: "vaccines last week, and fever".
        pickTime(
          times,
          at,
          Math.max(from === statement.span.start ? from : from + 3, reach.start),
          Math.min(to, reach.end),
        )
      : undefined;
    const words =
      reading.kind === 'condition' || reading.kind === 'sign'
        ? readCourseWords(tokens, match.from, match.to, clause)
        : undefined;
    const condition = reading.kind === 'condition' ? lexicon.kb.conditions.get(reading.id) : undefined;
    return {
      span: at,
      kind: reading.kind,
      id: reading.id,
      assertion:
        condition !== undefined && when !== undefined
          ? settleByTime(verdict, condition.course, when, date)
          : verdict.assertion,
      cue:
        verdict.cue === undefined || verdict.cue.to === verdict.cue.from
          ? undefined
          : offset(verdict.cue.from, verdict.cue.to),
      reach,
      section: statement.section,
      side,
      regions: own,
      when: when?.value,
      phase: words?.phase,
      severity: words?.severity,
      otherReadings: item.others,
      match: match.slip !== undefined ? 'misspelt' : reading.form === 'weak' ? 'weak' : 'exact',
      ...(match.slip === undefined ? {} : { slip: slipOf(tokens, match.slip) }),
    };
  });
}

const slipOf = (tokens: readonly Token[], { index, word }: Slip): Mention['slip'] => {
  const token = tokens[index];
  return token && { span: { start: token.start, end: token.end }, word };
};

const clauseAt = (clauses: readonly Clause[], token: number): Clause | undefined =>
  clauses[lowerBound(clauses, token + 1) - 1];
const clauseOf = (clauses: readonly Clause[], { match }: Chosen): Clause | undefined =>
  clauseAt(clauses, match.from);

// "Anaphylaxis to a wasp sting in 2001": one thing told in several names has one time.
const ties: ReadonlySet<string> = new Set('of to at in from with during after by via w'.split(' '));

function isTied(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 5) return false;
  let tied = false;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || !token.word || /^(?:and|or|on|\d.*)$/.test(token.norm)) return false;
    tied ||= ties.has(token.norm);
  }
  return tied;
}

/** For each phrase the offsets between its neighbours; a region is none ("DVT L calf, dx 10/28"). */
function listNeighbours(
  tokens: readonly Token[],
  chosen: readonly Chosen[],
  offset: (from: number, to: number) => Span,
  whole: Span,
): readonly { readonly from: number; readonly to: number }[] {
  const bounds = chosen.map(() => ({ from: whole.start, to: whole.end }));
  let before = whole.start;
  for (const [index, item] of chosen.entries()) {
    const own = bounds[index];
    if (own !== undefined) own.from = before;
    if (item.reading.kind !== 'region') before = offset(item.match.from, item.match.to).end;
  }
  let after = whole.end;
  for (let index = chosen.length - 1; index >= 0; index--) {
    const own = bounds[index];
    const item = chosen[index];
    if (own === undefined || item === undefined) continue;
    const next = chosen[index + 1];
    const tied = next !== undefined && isTied(tokens, item.match.to, next.match.from);
    own.to = tied ? (bounds[index + 1]?.to ?? after) : after;
    if (item.reading.kind !== 'region') after = offset(item.match.from, item.match.to).start;
  }
  return bounds;
}

/** The regions of a statement, those inside longer phrases included ("knee replacement" names the knee). */
function collectRegions({ lexicon, tokens, chosen, verdicts }: Judgement): {
  readonly regions: readonly RegionAt[];
  readonly assertions: readonly Assertion[];
} {
  const regions: RegionAt[] = [];
  const assertions: Assertion[] = [];
  chosen.forEach(({ match, reading }, index) => {
    if (reading.kind === 'region') {
      regions.push({ from: match.from, to: match.to, id: reading.id });
      assertions.push(verdicts[index]?.assertion ?? 'present');
      return;
    }
    if (reading.kind !== 'condition' || match.to - match.from < 2) return;
    const inner = regionWithin(lexicon, tokens, match);
    if (inner === undefined) return;
    regions.push({ from: match.from + inner.from, to: match.from + inner.to, id: inner.id });
    assertions.push('present');
  });
  return { regions, assertions };
}

const known = new WeakMap<PhraseMatch['readings'], RegionAt | undefined>();

/** The region that a phrase names within itself, counted from its first token: "knee replacement". */
function regionWithin(lexicon: Lexicon, tokens: readonly Token[], match: PhraseMatch): RegionAt | undefined {
  if (known.has(match.readings)) return known.get(match.readings);
  const inner = findRegionWithin(lexicon, tokens.slice(match.from, match.to));
  known.set(match.readings, inner);
  return inner;
}

function findRegionWithin(lexicon: Lexicon, phrase: readonly Token[]): RegionAt | undefined {
  for (let from = 0; from < phrase.length; from++) {
    for (const length of [2, 1]) {
      if (length === phrase.length) continue;
      const [part] = findPhrases(lexicon, '', phrase.slice(from, from + length), 'lower');
      const region = part?.readings.find((at) => at.kind === 'region' && at.form === 'name');
      if (part?.from === 0 && region !== undefined) return { from, to: from + part.to, id: region.id };
    }
  }
  return undefined;
}
