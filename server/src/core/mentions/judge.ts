// Judges a statement: the main line of this folder, step by step.
import type { TermKind } from '../knowledge/model';
import { span } from '../text/span';
import { answered } from './answers';
import { attach } from './attach';
import { findClauseStarts } from './clauses';
import { findCues } from './cue-trie';
import type { CueRow } from './cues';
import { decide, settleByTime, type Verdict } from './decide';
import { withGestations } from './gestation-mentions';
import { findPhrases, type Lexicon } from './lexicon';
import { readPrefix, readValue, shots } from './marks';
import type { Mention } from './model';
import { Openings } from './openings';
import type { Clause, Target } from './parts';
import { reachPeople } from './people';
import { applies, type Reached } from './reach';
import { type Chosen, choosePhrases } from './resolve';
import { reachLedLines, reachTargets } from './scope';
import { withSharedSigns } from './shared-signs';
import type { Statement } from './statements';
import { type Token, tokenize } from './tokens';
import { findTimes, pickTime } from './when';
import type { Wanted, Work } from './work';

/** The order of mentions in a text. */
export const byPlace = (a: Mention, b: Mention): number =>
  a.span.start - b.span.start || a.span.end - b.span.end;

/** Judges a statement that has begun. */
export function judge(work: Work): void {
  work.readWords();
  findTerms(work);
  chooseTerms(work);
  if (work.targets.length > 0) {
    lookUpCues(work);
    reachAll(work);
    reachBeside(work);
    decideAll(work);
    work.mentions = attach(work);
  }
  if (work.unsettled.length > 0) addUnsettled(work);
}

function findTerms(work: Work): void {
  const { lexicon, text, tokens, openings } = work;
  openings.find(lexicon, tokens);
  const phrases = findPhrases(lexicon, text, tokens, openings);
  work.phrases = withSharedSigns(lexicon, tokens, withGestations(lexicon, tokens, openings.weeks, phrases));
}

function chooseTerms(work: Work): void {
  const { statement, text, tokens, phrases, wanted, unsettled } = work;
  const extra = wanted && targetOf(tokens, wanted);
  if (phrases.length === 0 && extra === undefined) return;
  work.breaks = findClauseStarts(text, tokens, phrases);
  const found = choosePhrases(statement, tokens, phrases, unsettled);
  work.chosen = extra === undefined ? found : apartFrom(found, extra);
  work.targets = extra === undefined ? found : [...work.chosen, extra];
  work.extra = extra;
}

function lookUpCues(work: Work): void {
  const { tokens, targets, openings, parts, breaks } = work;
  parts.setTargets(tokens, targets);
  parts.setCues(findCues(tokens, openings.cues, parts.taken));
  work.clauses = toClauses(tokens, breaks);
}

/** Adds the cues and the people to the targets that they reach. */
function reachAll(work: Work): void {
  const { tokens, targets, clauses, parts, openings, reached } = work;
  for (const clause of clauses) {
    reachTargets(parts, clause, reached);
    reachPeople(parts, openings.people, clause, reached);
  }
  if (clauses.length > 1) reachLedLines(parts, clauses, reached);
  for (const [index, meaning] of answered(tokens, clauses, targets))
    reached.add(index, structural(meaning, meaning !== 'possible'));
  if (work.statement.lead !== undefined) reachLed(work);
}

function decideAll(work: Work): void {
  const { statement, targets, chosen, reached, extra } = work;
  const verdicts: Verdict[] = [];
  for (let index = 0; index < targets.length; index++) {
    const reading = chosen[index]?.reading;
    const kind = targets[index]?.kind ?? 'condition';
    verdicts.push(decide(kind, statement, reached.of(index), reading?.condition, reading?.technique));
  }
  work.verdicts = verdicts;
  if (extra !== undefined) work.target = settleTarget(work, extra, verdicts.at(-1));
}

function addUnsettled(work: Work): void {
  const open = work.unsettled.map((item) => toOpenMention(work, item));
  work.mentions = [...work.mentions, ...open].sort(byPlace);
}

/** What was chosen, less what stands where a span is asked about. */
const apartFrom = (chosen: readonly Chosen[], { from, to }: Target): readonly Chosen[] =>
  chosen.filter((item) => item.to <= from || item.from >= to);

/** Adds the cues of the line that leads the statement. */
function reachLed({ lexicon, text, statement, targets, reached }: Work): void {
  const led = leadCues(lexicon, text, statement);
  if (led.length === 0) return;
  for (const [index, target] of targets.entries())
    for (const { row, cue } of led)
      if (applies(row, target) && fitsKind(cue, target.kind)) reached.add(index, cue);
}

/** Adds what stands right beside each target: marks, boxes and values. */
function reachBeside({ statement, tokens, targets, breaks, reached }: Work): void {
  const { checked } = statement;
  for (let index = 0; index < targets.length; index++) {
    const target = targets[index];
    if (target === undefined) break;
    const prefix = readPrefix(tokens, target.from);
    const boxed = prefix?.firm === true || (checked !== undefined && index === 0);
    const given =
      (target.kind === 'medication' || target.procedure) && shots.has(tokens[target.to]?.norm ?? '');
    const value = boxed || given ? undefined : readValue(tokens, target.to, breaks);
    if (value !== undefined && target.kind !== 'region') reached.add(index, value);
    if (prefix !== undefined) reached.add(index, prefix);
    if (checked !== undefined && prefix === undefined && index === 0)
      reached.add(index, structural(checked ? 'present' : 'negated', true));
  }
}

/** A short form that nothing settles: only talked about, so that no rule reads it. */
function toOpenMention({ statement, tokens }: Work, { match, reading, others }: Chosen): Mention {
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
  { text, statement, tokens, clauses, chosen, date }: Work,
  target: Target,
  verdict: Verdict | undefined,
): Verdict | undefined {
  if (verdict === undefined || verdict.cue?.meaning === 'present') return verdict;
  const clause = clauses.find(({ from, to }) => from <= target.from && target.from < to);
  const [first, last] = [tokens[target.from], tokens[target.to - 1]];
  if (clause === undefined || first === undefined || last === undefined) return verdict;
  // A time behind the next mention is not its own: "HLD, CAD s/p stent 2025".
  const next = chosen.find(({ match, reading }) => match.from >= target.to && reading.kind !== 'region');
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

const openingsOfLead = new Openings();
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

/** A span as a target among the tokens of its statement. */
export function targetOf(tokens: readonly Token[], wanted: Wanted): Target | undefined {
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
