// Finds what a note mentions and how each mention is meant: the main line of this folder.
import type { Knowledge } from '../knowledge/knowledge';
import type { TermKind } from '../knowledge/model';
import type { CivilDate, Note } from '../note/model';
import { parseNote } from '../note/parse';
import { span } from '../text/span';
import { answered } from './answers';
import { attach } from './attach';
import { findClauseStarts } from './clauses';
import { findCues } from './cue-trie';
import type { CueRow } from './cues';
import { decide, settleByTime, type Verdict } from './decide';
import { withGestations } from './gestation-mentions';
import { type GuessedKind, guessKind } from './guess-kind';
import { findPhrases, getLexicon, type Lexicon } from './lexicon';
import { readPrefix, readValue, shots } from './marks';
import type { Assertion, Mention } from './model';
import { Openings } from './openings';
import { type Clause, createParts, endsOfTargets, type Target } from './parts';
import { reachPeople } from './people';
import { applies, type Reached, ReachedCues } from './reach';
import { type Chosen, choosePhrases } from './resolve';
import { reachLedLines, reachTargets } from './scope';
import { listStatements, type Statement } from './statements';
import { type Token, tokenize, tokenizeStatement } from './tokens';
import { findTimes, pickTime } from './when';

/** What judging a note needs to know besides its text. */
export interface MentionOptions {
  /** The note's date, or today where it has none: "2 wks ago" counts from here. */
  readonly date: CivilDate;
}

/** Finds all mentions of a note or text, in the order of the text. Linear in the text; never throws. */
export function findMentions(
  text: string | Note,
  kb: Knowledge,
  options: MentionOptions,
): readonly Mention[] {
  const note = typeof text === 'string' ? parseNote(text).value : text;
  const lexicon = getLexicon(kb);
  const mentions: Mention[] = [];
  for (const statement of listStatements(note)) {
    const found = lexicon.memory.recall(
      note.text,
      statement,
      options.date,
      () => judge(lexicon, note.text, statement, options, undefined).mentions,
    );
    // One by one: an endless line holds more mentions than a call takes arguments.
    for (const mention of found) mentions.push(mention);
  }
  return isInOrder(mentions) ? mentions : mentions.sort(byPlace);
}

const byPlace = (a: Mention, b: Mention): number => a.span.start - b.span.start || a.span.end - b.span.end;

function isInOrder(mentions: readonly Mention[]): boolean {
  for (let i = 1; i < mentions.length; i++) {
    const [before, own] = [mentions[i - 1], mentions[i]];
    if (before !== undefined && own !== undefined && byPlace(before, own) > 0) return false;
  }
  return true;
}

/**
 * Judges any span of a note or text: as the mention that stands there, else as if a condition stood there.
 * A span outside every statement counts as present.
 */
export function assertionAt(
  text: string | Note,
  at: { readonly start: number; readonly end: number },
  kb: Knowledge,
  options: MentionOptions,
): Assertion {
  const note = typeof text === 'string' ? parseNote(text).value : text;
  const lexicon = getLexicon(kb);
  const statement = listStatements(note).find(
    (candidate) => candidate.span.start <= at.start && at.start < candidate.span.end,
  );
  if (statement === undefined) return 'present';
  const known = judge(lexicon, note.text, statement, options, undefined).mentions.find(
    (mention) =>
      mention.kind !== 'region' &&
      mention.unsettled !== true &&
      mention.span.start < at.end &&
      at.start < mention.span.end,
  );
  if (known !== undefined) return known.assertion;
  return judgeUnknown(lexicon, note.text, statement, options, at);
}

/**
 * What the base does not know is judged as what it most likely is. Taken for a condition of which nothing is said, it
 * may still be a medicine that was stopped or a technique that was left out.
 */
function judgeUnknown(
  lexicon: Lexicon,
  text: string,
  statement: Statement,
  options: MentionOptions,
  at: { readonly start: number; readonly end: number },
): Assertion {
  const tokens = tokenize(text, statement.span);
  const place = targetOf(tokens, { ...at, kind: 'condition' });
  if (place === undefined) return 'present';
  const guess = guessKind(tokens, place.from, place.to, statement);
  const judgeAs = (kind: GuessedKind): Verdict | undefined =>
    judge(lexicon, text, statement, options, { ...at, kind }).target;
  const verdict = judgeAs(guess);
  if (guess !== 'condition' || verdict === undefined) return verdict?.assertion ?? 'present';
  if (verdict.assertion !== 'present' || verdict.cue !== undefined) return verdict.assertion;
  const medicine = judgeAs('medication');
  if (medicine?.cue !== undefined && medicine.assertion === 'stopped') return 'stopped';
  const technique = judgeAs('technique');
  const told = technique?.assertion === 'avoided' || technique?.assertion === 'planned';
  return technique?.cue !== undefined && told ? technique.assertion : 'present';
}

/** A span to judge, and as what. */
interface Wanted {
  readonly start: number;
  readonly end: number;
  readonly kind: GuessedKind;
}

interface Judged {
  readonly mentions: readonly Mention[];
  readonly target: Verdict | undefined;
}

// Statements are judged one after the other: what holds the openings and the cues of one serves the next.
const openingsOfStatement = new Openings();
const openingsOfLead = new Openings();
const reached = new ReachedCues();

const nothing: Judged = { mentions: [], target: undefined };

function judge(
  lexicon: Lexicon,
  text: string,
  statement: Statement,
  options: MentionOptions,
  wanted: Wanted | undefined,
): Judged {
  const tokens = tokenizeStatement(text, statement.span);
  if (tokens.length === 0) return nothing;
  const openings = openingsOfStatement.find(lexicon, tokens);
  const phrases = withGestations(
    lexicon,
    tokens,
    openings.weeks,
    findPhrases(lexicon, text, tokens, openings),
  );
  if (phrases.length === 0 && wanted === undefined) return nothing;
  const breaks = findClauseStarts(text, tokens, phrases);
  const unsettled: Chosen[] = [];
  const found = choosePhrases(statement, tokens, phrases, unsettled);
  const extra = wanted === undefined ? undefined : targetOf(tokens, wanted);
  const kept = extra === undefined ? found : apartFrom(found, extra);
  if (kept.length === 0 && extra === undefined)
    return unsettled.length === 0
      ? nothing
      : { mentions: toOpenMentions(statement, tokens, unsettled), target: undefined };

  const targets: readonly Target[] = extra === undefined ? kept : [...kept, extra];
  const taken = endsOfTargets(targets);
  const parts = createParts(tokens, targets, findCues(tokens, openings.cues, taken));
  const clauses = toClauses(tokens, breaks);
  reached.clear();
  for (const clause of clauses) {
    reachTargets(parts, clause, reached);
    reachPeople(parts, openings.people, clause, reached);
  }
  if (clauses.length > 1) reachLedLines(parts, clauses, reached);
  for (const [index, meaning] of answered(tokens, clauses, targets))
    reached.add(index, structural(meaning, meaning !== 'possible'));
  if (statement.lead !== undefined) reachLed(targets, leadCues(lexicon, text, statement));
  reachBeside(statement, tokens, targets, breaks);

  const verdicts: Verdict[] = [];
  for (let index = 0; index < targets.length; index++) {
    const reading = kept[index]?.reading;
    const kind = targets[index]?.kind ?? 'condition';
    verdicts.push(decide(kind, statement, reached.of(index), reading?.condition, reading?.technique));
  }
  const target =
    extra === undefined
      ? undefined
      : settleTarget(text, statement, tokens, clauses, kept, extra, verdicts.at(-1), options);
  const mentions = attach({
    lexicon,
    text,
    statement,
    date: options.date,
    tokens,
    chosen: kept,
    verdicts,
    clauses,
    breaks,
    taken,
  });
  if (unsettled.length === 0) return { mentions, target };
  const open = toOpenMentions(statement, tokens, unsettled);
  return { mentions: [...mentions, ...open].sort(byPlace), target };
}

/** What was chosen, less what stands where a span is asked about. */
const apartFrom = (chosen: readonly Chosen[], { from, to }: Target): readonly Chosen[] =>
  chosen.filter((item) => item.to <= from || item.from >= to);

/** Adds the cues of the line that leads the statement. */
function reachLed(targets: readonly Target[], led: readonly LeadCue[]): void {
  for (const [index, target] of targets.entries())
    for (const { row, cue } of led)
      if (applies(row, target) && fitsKind(cue, target.kind)) reached.add(index, cue);
}

/** Adds what stands right beside each target: marks, boxes and values. */
function reachBeside(
  { checked }: Statement,
  tokens: readonly Token[],
  targets: readonly Target[],
  breaks: ReadonlySet<number>,
): void {
  for (let index = 0; index < targets.length; index++) {
    const target = targets[index];
    if (target === undefined) break;
    const prefix = readPrefix(tokens, target.from);
    const boxed = prefix?.firm === true || (checked !== undefined && index === 0);
    const given = target.kind === 'medication' && shots.has(tokens[target.to]?.norm ?? '');
    const value = boxed || given ? undefined : readValue(tokens, target.to, breaks);
    if (value !== undefined && target.kind !== 'region') reached.add(index, value);
    if (prefix !== undefined) reached.add(index, prefix);
    if (checked !== undefined && prefix === undefined && index === 0)
      reached.add(index, structural(checked ? 'present' : 'negated', true));
  }
}

const toOpenMentions = (
  statement: Statement,
  tokens: readonly Token[],
  unsettled: readonly Chosen[],
): readonly Mention[] => unsettled.map((item) => toOpenMention(statement, tokens, item));

/** A short form that nothing settles: only talked about, so that no rule reads it. */
function toOpenMention(
  statement: Statement,
  tokens: readonly Token[],
  { match, reading, others }: Chosen,
): Mention {
  const at = span(
    tokens[match.from]?.start ?? statement.span.start,
    tokens[match.to - 1]?.end ?? statement.span.end,
  );
  return {
    span: at,
    kind: reading.kind,
    id: reading.id,
    assertion: 'hypothetical',
    cue: undefined,
    reach: at,
    section: statement.section,
    side: undefined,
    regions: [],
    when: undefined,
    phase: undefined,
    severity: undefined,
    otherReadings: others,
    match: 'exact',
    unsettled: true,
  };
}

// What the base does not know is taken for something that passes, an operation sooner than a disease.
const unknownLapse = 180;
const operationLapse = 84;
const unknownCourse = {
  kind: 'event',
  acuteDays: undefined,
  subacuteDays: undefined,
  becomes: undefined,
  ends: [],
  untilEnded: false,
} as const;
const operation =
  /(?:ectomy|otomy|plasty|ostomy|pexy|scopy|desis|surgery|repair|bypass|operation|procedure|transplant)s?$/;

/** The label of a target that is no known mention, settled by the time that stands with it: "appendectomy 2005". */
function settleTarget(
  text: string,
  statement: Statement,
  tokens: readonly Token[],
  clauses: readonly Clause[],
  known: readonly Chosen[],
  target: Target,
  verdict: Verdict | undefined,
  { date }: MentionOptions,
): Verdict | undefined {
  if (verdict === undefined || verdict.cue?.meaning === 'present') return verdict;
  const clause = clauses.find(({ from, to }) => from <= target.from && target.from < to);
  const [first, last] = [tokens[target.from], tokens[target.to - 1]];
  if (clause === undefined || first === undefined || last === undefined) return verdict;
  // A time behind the next mention is not its own: "HLD, CAD s/p stent 2025".
  const next = known.find(({ match, reading }) => match.from >= target.to && reading.kind !== 'region');
  const end = Math.min(clause.to, next?.match.from ?? clause.to);
  const to = tokens[end - 1]?.end ?? last.end;
  const own = span(first.start, last.end);
  const when = pickTime(findTimes(text, statement.span, date), own, own.end, to);
  if (when === undefined) return verdict;
  const lapsesAfterDays = operation.test(last.norm) ? operationLapse : unknownLapse;
  return { ...verdict, assertion: settleByTime(verdict, { ...unknownCourse, lapsesAfterDays }, when, date) };
}

const structural = (meaning: Reached['meaning'], firm = false): Reached => ({
  meaning,
  final: false,
  forward: true,
  firm,
  from: 0,
  to: 0,
});

const fitsKind = (cue: Reached, kind: TermKind): boolean =>
  cue.meaning === 'avoided' || cue.meaning === 'planned'
    ? kind === 'technique' || kind === 'region'
    : cue.meaning === 'stopped'
      ? kind === 'medication'
      : true;

interface LeadCue {
  readonly row: CueRow;
  readonly cue: Reached;
}

const noTerms = { get: (): undefined => undefined };

/** Cues of the line that leads a list ("Client denies:") hold for every item. */
function leadCues(lexicon: Lexicon, text: string, statement: Statement): readonly LeadCue[] {
  if (statement.lead === undefined) return [];
  const tokens = tokenize(text, statement.lead).filter(
    (token, index, all) => !(index === all.length - 1 && token.norm === ':'),
  );
  return findCues(tokens, openingsOfLead.find(lexicon, tokens).cues, noTerms)
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
        .map((row) => ({ row, cue: structural(row.meaning) })),
    );
}

function targetOf(tokens: readonly Token[], wanted: Wanted): Target | undefined {
  const from = tokens.findIndex((token) => token.end > wanted.start);
  if (from === -1) return undefined;
  let to = from + 1;
  while (to < tokens.length && (tokens[to]?.start ?? wanted.end) < wanted.end) to++;
  const procedure = wanted.kind === 'condition' && operation.test(tokens[to - 1]?.norm ?? '');
  return { from, to, kind: wanted.kind, procedure };
}

/** The clauses between the breaks, which are in order. */
function toClauses(tokens: readonly Token[], breaks: ReadonlySet<number>): readonly Clause[] {
  if (breaks.size === 0) return [{ from: 0, to: tokens.length }];
  const clauses: Clause[] = [];
  let from = 0;
  for (const to of breaks) {
    clauses.push({ from, to });
    from = to;
  }
  clauses.push({ from, to: tokens.length });
  return clauses;
}
