// From judged phrases to mentions: sides, regions, times, phases and severity words are attached to each.
import type { Course } from '../knowledge/model';
import type { CivilDate, Side } from '../note/model';
import { type Span, sliceSpan, span } from '../text/span';
import { settleByTime, type Verdict } from './decide';
import { type FindingPlace, isFinding, placeFindings } from './finding-places';
import type { Lexicon, Slip } from './lexicon';
import type { Mention, RegionMention } from './model';
import { nameRegions } from './named-regions';
import { techniqueGroups } from './owned-regions';
import { type Clause, clauseAt, lowerBound } from './parts';
import type { Chosen } from './resolve';
import { sideOf } from './sides';
import type { Token } from './tokens';
import { settleTogether } from './told-together';
import { findTimes, pickTime, readCourseWords, type TimeAt, timeHintsOf } from './when';
import type { Work } from './work';

// A sign of long ago is over: "in 2019 he had a swollen left calf".
const signCourse: Course = {
  kind: 'event',
  lapsesAfterDays: 180,
  untilEnded: false,
  acuteDays: undefined,
  subacuteDays: undefined,
  becomes: undefined,
  ends: [],
};

const goesOn =
  /\b(?:still|ongoing|and\snow|on\sand\soff|comes\sand\sgoes|worse(?:ns|ned|ning)?|(?:persist|continu)[a-z]*)\b/i;

/** True for a time in the same part between commas, in a statement that tells of nothing that goes on. */
const isToldOfThen = (text: string, { span: time }: TimeAt, at: Span, statement: Span): boolean =>
  !/[,;:]/.test(text.slice(Math.min(time.end, at.end), Math.max(time.start, at.start))) &&
  !goesOn.test(sliceSpan(text, statement));

// What speaks of a technique stands near it: beyond this many characters it speaks of something else.
const farthest = 400;

/** Conditions, medications and signs are given times; techniques and places are not. */
const isDated = ({ gestation }: Lexicon, { reading }: Chosen): boolean =>
  reading !== gestation &&
  (reading.kind === 'condition' || reading.kind === 'medication' || reading.kind === 'sign');

/** Makes the mentions of a judged statement. Linear in its words. */
export function attach(work: Work): readonly Mention[] {
  work.named = nameRegions(work);
  work.times = timesOf(work);
  if (work.chosen.some(isFinding)) work.places = placeFindings(work);
  work.groups = techniqueGroups(work);
  const neighbours = work.times.length === 0 ? noNeighbours : listNeighbours(work);
  const mentions: Mention[] = [];
  let found = 0;
  for (const item of work.chosen) {
    const place = isFinding(item) ? work.places[found++] : undefined;
    mentions.push(toMention(work, item, mentions.length, place, neighbours));
  }
  return mentions.length < 2 ? mentions : settleTogether(work, mentions);
}

/** The offsets between which the time of a phrase stands. */
interface Between {
  readonly from: number;
  readonly to: number;
}

const noNeighbours: readonly Between[] = [];

/** Makes the mention of a phrase; `place` is that of a finding. */
function toMention(
  work: Work,
  item: Chosen,
  index: number,
  place: FindingPlace | undefined,
  neighbours: readonly Between[],
): Mention {
  const { lexicon, tokens, clauses, verdicts, date, groups, times } = work;
  const { regions, sided } = work.named;
  const { match, reading, others } = item;
  const { kind } = reading;
  const clause = clauseOf(clauses, item) ?? { from: 0, to: tokens.length };
  const verdict = verdicts[index] ?? { assertion: 'present', cue: undefined };
  const at = offset(work, match.from, match.to);
  let own: readonly RegionMention[] = none;
  let side: Side | undefined;
  let reach = offset(work, clause.from, clause.to);
  if (kind === 'technique') {
    const owned = groups?.get(match.from);
    if (owned !== undefined) {
      own = owned.regions;
      reach = offset(work, owned.group.from, Math.max(owned.group.to, match.to));
    }
    reach = span(Math.max(reach.start, at.start - farthest), Math.min(reach.end, at.end + farthest));
    side = own[0]?.side ?? sideOf(tokens, match.from, match.to, work.parts.taken);
  } else if (place !== undefined) {
    own = place.regions;
    side = place.side;
  } else if (kind === 'medication') {
    // "Fentanyl patch L upper arm": the place right behind it.
    const next = lowerBound(regions, match.to);
    const place = regions[next];
    if (place !== undefined && place.from - match.to <= 1) own = pick(sided, next);
    side = own[0]?.side;
  } else if (kind === 'region') {
    const own = lowerBound(regions, match.from);
    side = regions[own]?.from === match.from ? sided[own]?.side : undefined;
  }
  const when =
    times.length > 0 && isDated(lexicon, item) ? timeOf(work, neighbours[index], at, reach) : undefined;
  const words = place !== undefined ? readCourseWords(tokens, match.from, match.to, clause) : undefined;
  const { condition } = reading;
  const { cue } = verdict;
  const mention: Mention = {
    span: at,
    kind,
    id: reading.id,
    assertion:
      when !== undefined &&
      place !== undefined &&
      (condition !== undefined || isToldOfThen(work.text, when, at, work.statement.span))
        ? settleByTime(verdict, condition?.course ?? signCourse, when, date)
        : endsLater(verdict, when, date)
          ? 'taken'
          : verdict.assertion,
    cue: cue === undefined || cue.to === cue.from ? undefined : offset(work, cue.from, cue.to),
    reach,
    section: work.statement.section,
    side,
    regions: own,
    when: when?.value,
    phase: words?.phase,
    severity: words?.severity,
    otherReadings: others,
    match: match.slip !== undefined ? 'misspelt' : reading.form === 'weak' ? 'weak' : 'exact',
  };
  return match.slip === undefined ? mention : { ...mention, slip: slipOf(tokens, match.slip) };
}

/** "Letrozole until 2027": what stops in a year to come is taken till then. */
const endsLater = ({ assertion }: Verdict, when: TimeAt | undefined, date: CivilDate): boolean =>
  assertion === 'stopped' &&
  when !== undefined &&
  when.value.from > date &&
  when.value.to.slice(5) === '12-31' &&
  when.value.from.slice(5) === '01-01';

const none: readonly RegionMention[] = [];
const pick = (sided: readonly RegionMention[], index: number): readonly RegionMention[] => {
  const region = sided[index];
  return region?.side === undefined ? none : [region];
};

/** The offsets of a range of tokens. */
const offset = ({ tokens, statement }: Work, from: number, to: number): Span =>
  span(tokens[from]?.start ?? statement.span.start, tokens[to - 1]?.end ?? statement.span.end);

function timeOf(
  { statement, times }: Work,
  between: Between | undefined,
  at: Span,
  reach: Span,
): TimeAt | undefined {
  const { from, to } = between ?? { from: reach.start, to: reach.end };
  // A time right behind the mention before belongs to that one: "vaccines last week, and fever".
  const first = from === statement.span.start ? from : from + 3;
  return pickTime(times, at, Math.max(first, reach.start), Math.min(to, reach.end));
}

/** The times in the clauses that hold something which has a time. */
function timesOf(work: Work): readonly TimeAt[] {
  const { chosen, clauses, text, date } = work;
  const times: TimeAt[] = [];
  let last: Clause | undefined;
  for (const item of chosen) {
    if (!isDated(work.lexicon, item)) continue;
    const clause = clauseOf(clauses, item);
    if (clause === undefined || clause === last) continue;
    last = clause;
    const hints = timeHintsOf(text, work.tokens, clause);
    if (hints === 0) continue;
    work.byDay = true;
    const found = findTimes(text, offset(work, clause.from, clause.to), date, hints);
    // One by one: a long line holds many clauses.
    for (const time of found) times.push(time);
  }
  return times;
}

const slipOf = (tokens: readonly Token[], { index, word }: Slip): Mention['slip'] => {
  const token = tokens[index];
  return token && { span: { start: token.start, end: token.end }, word };
};

const clauseOf = (clauses: readonly Clause[], { match }: Chosen): Clause | undefined =>
  clauseAt(clauses, match.from);

// "Anaphylaxis to a wasp sting in 2001": one thing told in several names has one time.
const ties: ReadonlySet<string> = new Set('of to at in from with during after by via w'.split(' '));

function isTied(tokens: readonly Token[], from: number, to: number): boolean {
  // "DVT postpartum 1998".
  if (from === to) return true;
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
function listNeighbours(work: Work): readonly Between[] {
  const { tokens, chosen } = work;
  const whole = work.statement.span;
  const bounds = chosen.map(() => ({ from: whole.start, to: whole.end }));
  let before = whole.start;
  for (const [index, item] of chosen.entries()) {
    const own = bounds[index];
    if (own !== undefined) own.from = before;
    if (item.reading.kind !== 'region') before = offset(work, item.match.from, item.match.to).end;
  }
  let after = whole.end;
  for (let index = chosen.length - 1; index >= 0; index--) {
    const own = bounds[index];
    const item = chosen[index];
    if (own === undefined || item === undefined) continue;
    const next = chosen[index + 1];
    const tied = next !== undefined && isTied(tokens, item.match.to, next.match.from);
    own.to = tied ? (bounds[index + 1]?.to ?? after) : after;
    if (item.reading.kind !== 'region') after = offset(work, item.match.from, item.match.to).start;
  }
  return bounds;
}
