// Finds what a note mentions and how each mention is meant: the main line of this folder.
import type { Knowledge } from '../knowledge/knowledge';
import type { TermKind } from '../knowledge/model';
import type { CivilDate, Note, Side } from '../note/model';
import { type Span, span } from '../text/span';
import { findClauseStarts } from './clauses';
import { findCues } from './cue-trie';
import { decide, readPrefix, readValue, settleByTime, type Verdict } from './decide';
import { caseOf, findPhrases, getLexicon, type Lexicon, type PhraseMatch, type Reading } from './lexicon';
import type { Assertion, Mention, RegionMention } from './model';
import { reachPeople } from './people';
import {
  groupTechniques,
  type RegionAt,
  readSide,
  regionsOfCondition,
  sideOf,
  sideRegions,
} from './relations';
import { resolveReading } from './resolve';
import { type Clause, type Reached, reachTargets, type Target } from './scope';
import { listStatements, type Statement } from './statements';
import { type Token, tokenize } from './tokens';
import { findTimes, pickTime, readCourseWords } from './when';

/** What judging a note needs to know besides its text. */
export interface MentionOptions {
  /** The note's date, or today where it has none: "2 wks ago" counts from here. */
  readonly date: CivilDate;
}

/** Finds all mentions of a note, in the order of the text. Linear in the text; never throws. */
export function findMentions(kb: Knowledge, note: Note, options: MentionOptions): readonly Mention[] {
  const lexicon = getLexicon(kb);
  const mentions: Mention[] = [];
  for (const statement of listStatements(note))
    mentions.push(...judge(lexicon, note.text, statement, options, undefined).mentions);
  return mentions.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Judges any span of a note as if a condition stood there. A span outside every statement counts as present. */
export function assertionAt(
  kb: Knowledge,
  note: Note,
  at: { readonly start: number; readonly end: number },
  options: MentionOptions,
): Assertion {
  const lexicon = getLexicon(kb);
  const statement = listStatements(note).find(
    (candidate) => candidate.span.start <= at.start && at.start < candidate.span.end,
  );
  if (statement === undefined) return 'present';
  const known = judge(lexicon, note.text, statement, options, undefined).mentions.find(
    (mention) => mention.kind !== 'region' && mention.span.start < at.end && at.start < mention.span.end,
  );
  if (known !== undefined) return known.assertion;
  return judge(lexicon, note.text, statement, options, at).target ?? 'present';
}

interface Found {
  readonly match: PhraseMatch;
  readonly reading: Reading;
  readonly others: Mention['otherReadings'];
}

interface Judged {
  readonly mentions: readonly Mention[];
  readonly target: Assertion | undefined;
}

function judge(
  lexicon: Lexicon,
  text: string,
  statement: Statement,
  options: MentionOptions,
  wanted: { readonly start: number; readonly end: number } | undefined,
): Judged {
  const tokens = tokenize(text, statement.span);
  if (tokens.length === 0) return { mentions: [], target: undefined };
  const phrases = findPhrases(lexicon, text, tokens, caseOf(tokens));
  const found = resolveAll(statement, tokens, phrases);
  const extra = wanted === undefined ? undefined : targetOf(tokens, wanted);
  const kept =
    extra === undefined
      ? found
      : found.filter((item) => item.match.to <= extra.from || item.match.from >= extra.to);
  if (kept.length === 0 && extra === undefined) return { mentions: [], target: undefined };

  const targets: Target[] = kept.map((item) => ({
    from: item.match.from,
    to: item.match.to,
    kind: item.reading.kind,
  }));
  if (extra !== undefined) targets.push(extra);
  const taken = new Map<number, number>();
  for (const target of targets) for (let i = target.from; i < target.to; i++) taken.set(i, target.to);
  const cues = findCues(tokens, (index) => taken.get(index));
  const breaks = findClauseStarts(text, tokens);
  const clauses = toClauses(tokens, breaks);
  const reached = new Map<number, Reached[]>();
  const add = (index: number, list: readonly Reached[]): void => {
    const known = reached.get(index);
    if (known === undefined) reached.set(index, [...list]);
    else known.push(...list);
  };
  for (const clause of clauses) {
    for (const [index, list] of reachTargets(tokens, clause, targets, cues)) add(index, list);
    for (const [index, cue] of reachPeople(tokens, clause, targets)) add(index, [cue]);
  }
  const led = statement.lead === undefined ? [] : leadCues(text, statement);
  targets.forEach((target, index) => {
    if (led.length > 0)
      add(
        index,
        led.filter((cue) => fitsKind(cue, target.kind)),
      );
    const value = readValue(tokens, target.to, tokens.length);
    if (value !== undefined && !(target.kind === 'region')) add(index, [value]);
    const prefix = readPrefix(tokens, target.from);
    if (prefix !== undefined) add(index, [prefix]);
    if (statement.checked === false) add(index, [structural('negated')]);
    if (statement.checked === true) add(index, [structural('present')]);
  });

  const verdicts = targets.map((target, index): Verdict => {
    const condition =
      target.kind === 'condition' ? lexicon.kb.conditions.get(kept[index]?.reading.id ?? '') : undefined;
    return decide(target.kind, statement, reached.get(index) ?? [], condition);
  });
  const target = extra === undefined ? undefined : verdicts[targets.length - 1]?.assertion;
  return {
    mentions: toMentions(lexicon, text, statement, options, {
      tokens,
      kept,
      verdicts,
      clauses,
      breaks,
      taken,
    }),
    target,
  };
}

const structural = (meaning: Reached['meaning']): Reached => ({
  meaning,
  final: false,
  forward: true,
  from: 0,
  to: 0,
});

const fitsKind = (cue: Reached, kind: TermKind): boolean =>
  cue.meaning === 'avoided' || cue.meaning === 'planned'
    ? kind === 'technique' || kind === 'region'
    : cue.meaning === 'stopped'
      ? kind === 'medication'
      : true;

/** Cues of the line that leads a list ("Client denies:") hold for every item. */
function leadCues(text: string, statement: Statement): readonly Reached[] {
  if (statement.lead === undefined) return [];
  const tokens = tokenize(text, statement.lead).filter(
    (token, index, all) => !(index === all.length - 1 && token.norm === ':'),
  );
  return findCues(tokens, () => undefined)
    .filter((cue) => cue.to === tokens.length)
    .flatMap((cue) =>
      cue.rows
        .filter(
          (row) =>
            row.direction === 'forward' &&
            row.meaning !== 'pseudo' &&
            row.meaning !== 'end' &&
            row.meaning !== 'client',
        )
        .map((row) => structural(row.meaning)),
    );
}

function targetOf(
  tokens: readonly Token[],
  wanted: { readonly start: number; readonly end: number },
): Target | undefined {
  const from = tokens.findIndex((token) => token.end > wanted.start);
  if (from === -1) return undefined;
  let to = from + 1;
  while (to < tokens.length && (tokens[to]?.start ?? wanted.end) < wanted.end) to++;
  return { from, to, kind: 'condition' };
}

function toClauses(tokens: readonly Token[], breaks: ReadonlySet<number>): readonly Clause[] {
  const edges = [0, ...[...breaks].sort((a, b) => a - b), tokens.length];
  return edges.slice(0, -1).map((from, index) => ({ from, to: edges[index + 1] ?? tokens.length }));
}

/** Chooses a reading for every phrase; drops what does not count where it stands. */
function resolveAll(
  statement: Statement,
  tokens: readonly Token[],
  phrases: readonly PhraseMatch[],
): readonly Found[] {
  const found: Found[] = [];
  for (const match of phrases) {
    const besideSide = match.from > 0 && readSide(tokens, match.from - 1, false) !== undefined;
    const resolved = resolveReading(match, statement, besideSide, (word) => isNear(tokens, match, word));
    if (resolved === undefined) continue;
    if (resolved.reading.form === 'weak' && !supportsWeak(statement, tokens, match, phrases)) continue;
    found.push({ match, reading: resolved.reading, others: resolved.others });
  }
  return found;
}

const nearWords = 6;

/** True if a word stands within a few words of a phrase. */
function isNear(tokens: readonly Token[], match: PhraseMatch, word: string): boolean {
  for (let i = Math.max(0, match.from - nearWords); i < Math.min(tokens.length, match.to + nearWords); i++)
    if (tokens[i]?.norm === word) return true;
  return false;
}

const bearing: ReadonlySet<string> = new Set([
  'has',
  'have',
  'had',
  'hx',
  'dx',
  'history',
  'with',
  'of',
  'c/o',
  'reports',
  'complains',
  'noted',
  'severe',
  'mild',
  'moderate',
  'chronic',
  'acute',
  'new',
  'no',
  'denies',
  'is',
  'got',
  'caught',
  'some',
  'diagnosed',
  'still',
  'a',
  'the',
  'any',
  'without',
  'positive',
  'marked',
  'visible',
  'present',
  'pitting',
  'swollen',
  'bad',
  'unexplained',
  'sudden',
  'having',
  'type',
]);

/** An everyday word counts where health is spoken of: beside a place, a side, a number or a word that bears findings. */
function supportsWeak(
  statement: Statement,
  tokens: readonly Token[],
  match: PhraseMatch,
  phrases: readonly PhraseMatch[],
): boolean {
  if (statement.context === 'conditions' || statement.context === 'past' || statement.context === 'family')
    return true;
  // Among treatments "kneading" and "heat" are techniques.
  if (match.readings.some((reading) => reading.kind === 'technique'))
    return statement.section === 'treatment' || statement.section === 'plan';
  const before = tokens[match.from - 1];
  const after = tokens[match.to];
  if (before !== undefined && bearing.has(before.norm)) return true;
  if (
    match.from === 0 &&
    (after === undefined ||
      after.norm === ':' ||
      after.norm === ',' ||
      after.norm === '.' ||
      after.norm === 'in' ||
      after.norm === 'on')
  )
    return true;
  if (before !== undefined && readSide(tokens, match.from - 1, false) !== undefined) return true;
  return phrases.some(
    (other) =>
      (other.to === match.from ||
        other.from === match.to ||
        (other.from === match.to + 1 && (after?.norm === 'in' || after?.norm === 'on')) ||
        (other.from === match.to + 2 && (after?.norm === 'in' || after?.norm === 'on'))) &&
      other.readings.some((reading) => reading.kind === 'region'),
  );
}

interface Judgement {
  readonly tokens: readonly Token[];
  readonly kept: readonly Found[];
  readonly verdicts: readonly Verdict[];
  readonly clauses: readonly Clause[];
  readonly breaks: ReadonlySet<number>;
  readonly taken: ReadonlyMap<number, number>;
}

function toMentions(
  lexicon: Lexicon,
  text: string,
  statement: Statement,
  options: MentionOptions,
  judged: Judgement,
): readonly Mention[] {
  const { tokens, kept, verdicts, clauses, breaks, taken } = judged;
  const occupied = (index: number): boolean => taken.has(index);
  const { regions, assertions } = collectRegions(lexicon, judged);
  const sided = sideRegions(lexicon.kb, tokens, regions, occupied);
  const usable = (index: number): boolean => assertions[index] === 'present';
  const techniques = kept.flatMap((item, index) =>
    item.reading.kind === 'technique' ? [{ index, from: item.match.from, to: item.match.to }] : [],
  );
  const groups = groupTechniques(tokens, techniques, regions, breaks);
  const owners = kept
    .filter(
      (item) =>
        item.reading.kind === 'condition' ||
        item.reading.kind === 'technique' ||
        item.reading.kind === 'sign',
    )
    .map((item) => ({ from: item.match.from, to: item.match.to }));
  const offset = (from: number, to: number): Span =>
    span(tokens[from]?.start ?? statement.span.start, tokens[to - 1]?.end ?? statement.span.end);

  const times = findTimes(text, statement.span, options.date);
  return kept.flatMap((item, index): readonly Mention[] => {
    const { match, reading } = item;
    const clause = clauses.find((at) => at.from <= match.from && match.from < at.to) ?? {
      from: 0,
      to: tokens.length,
    };
    const verdict = verdicts[index] ?? { assertion: 'present', cue: undefined };
    let own: readonly RegionMention[] = [];
    let side: Side | undefined;
    let reach = offset(clause.from, clause.to);
    if (reading.kind === 'technique') {
      const at = techniques.findIndex((technique) => technique.index === index);
      const group = groups.find((candidate) => candidate.techniques.includes(at));
      own = (group?.regions ?? []).filter(usable).flatMap((region) => sided[region] ?? []);
      if (group !== undefined) reach = offset(group.from, Math.max(group.to, match.to));
      side = own[0]?.side ?? sideOf(tokens, match.from, match.to, occupied);
    } else if (reading.kind === 'condition' || reading.kind === 'sign') {
      own =
        statement.context === 'avoided'
          ? []
          : regionsOfCondition(tokens, match, owners, regions, clause).flatMap(
              (region) => sided[region] ?? [],
            );
      side =
        sideOf(tokens, match.from, match.to, occupied) ??
        own.find((region) => region.side !== undefined)?.side;
      if (side !== undefined)
        own = own.map((region) =>
          region.side === undefined && lexicon.kb.regions.get(region.id)?.laterality === 'paired'
            ? { ...region, side }
            : region,
        );
    } else if (reading.kind === 'region') {
      side = sided.find((region) => region.span.start === tokens[match.from]?.start)?.side;
    }
    const when =
      reading.kind === 'condition' || reading.kind === 'medication' || reading.kind === 'sign'
        ? pickTime(times, offset(match.from, match.to), ...timeBounds(kept, index, reach, offset))
        : undefined;
    const words = readCourseWords(tokens, match.from, match.to, clause);
    return [
      {
        span: offset(match.from, match.to),
        kind: reading.kind,
        id: reading.id,
        assertion:
          reading.kind === 'condition' && when !== undefined
            ? settleByTime(verdict, lexicon.kb.conditions.get(reading.id)?.course, when, options.date)
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
        phase: words.phase,
        severity: words.severity,
        otherReadings: item.others,
        match: reading.form === 'weak' ? 'weak' : 'exact',
      },
    ];
  });
}

/** Where to look for the time of a mention: between its neighbours, a region being none ("DVT L calf, dx 10/28"). */
function timeBounds(
  kept: readonly Found[],
  index: number,
  reach: Span,
  offset: (from: number, to: number) => Span,
): readonly [number, number] {
  let from = reach.start;
  let to = reach.end;
  for (let i = index - 1; i >= 0; i--) {
    const before = kept[i];
    if (before === undefined || before.reading.kind === 'region') continue;
    from = Math.max(from, offset(before.match.from, before.match.to).end);
    break;
  }
  for (let i = index + 1; i < kept.length; i++) {
    const next = kept[i];
    if (next === undefined || next.reading.kind === 'region') continue;
    to = Math.min(to, offset(next.match.from, next.match.to).start);
    break;
  }
  return [from, to];
}

/** The regions of a statement, those inside longer phrases included ("knee replacement" names the knee). */
function collectRegions(
  lexicon: Lexicon,
  judged: Judgement,
): { readonly regions: readonly RegionAt[]; readonly assertions: readonly Assertion[] } {
  const regions: (RegionAt & { assertion: Assertion })[] = [];
  judged.kept.forEach((item, index) => {
    const { match, reading } = item;
    if (reading.kind === 'region') {
      regions.push({
        from: match.from,
        to: match.to,
        id: reading.id,
        assertion: judged.verdicts[index]?.assertion ?? 'present',
      });
      return;
    }
    if (reading.kind !== 'condition' || match.to - match.from < 2) return;
    const inner = judged.tokens.slice(match.from, match.to);
    for (let i = 0; i < inner.length; i++) {
      const [phrase] = findPhrases(lexicon, '', inner.slice(i, i + 2), 'lower').filter(
        (at) => at.from === 0 && at.to < inner.length,
      );
      const region = phrase?.readings.find((at) => at.kind === 'region' && at.form === 'name');
      if (phrase === undefined || region === undefined) continue;
      regions.push({
        from: match.from + i,
        to: match.from + i + phrase.to,
        id: region.id,
        assertion: 'present',
      });
      break;
    }
  });
  return { regions, assertions: regions.map((region) => region.assertion) };
}
