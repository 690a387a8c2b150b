// What is told in one breath: a medicine in brackets behind its disease, a course that ended with an old illness, the
// operations of a dated illness, and what an old operation was for.
import type { CivilDate, PartialDate } from '../note/model';
import { daysBetween } from '../note/values/calendar';
import { settleByTime, type Verdict } from './decide';
import type { Assertion, Mention } from './model';
import { type Clause, clauseAt } from './parts';
import type { Chosen } from './resolve';
import type { Statement } from './statements';
import type { Token } from './tokens';

/** A statement whose phrases have been chosen and judged. */
interface Told {
  readonly statement: Statement;
  readonly date: CivilDate;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly chosen: readonly Chosen[];
  /** Goes with `chosen`. */
  readonly verdicts: readonly Verdict[];
}

/** Settles the mentions of a statement by what stands with them; they go with `chosen`. Linear in its words. */
export function settleTogether(told: Told, mentions: readonly Mention[]): readonly Mention[] {
  let settled: Mention[] | undefined;
  let before: number | undefined;
  let dated: number | undefined;
  let drug: number | undefined;
  const at = (index: number | undefined): Mention | undefined =>
    index === undefined ? undefined : (settled ?? mentions)[index];
  for (const [index, mention] of mentions.entries()) {
    const item = told.chosen[index];
    if (item === undefined || mention.kind === 'region') continue;
    const open = told.verdicts[index]?.cue === undefined;
    const next = !open
      ? undefined
      : mention.kind === 'medication' && mention.assertion === 'taken'
        ? (inBrackets(told, before, at(before), item) ?? ofOldCourse(told, dated, at(dated), item))
        : mention.kind === 'condition' && mention.assertion === 'present'
          ? (reactionOf(told, item) ??
            ofStopped(told, drug, at(drug), item) ??
            reasonOf(told, before, at(before), item) ??
            partOfDated(told, dated, at(dated), item, mention))
          : undefined;
    if (next !== undefined) {
      settled ??= [...mentions];
      settled[index] = { ...mention, assertion: next };
    }
    if (mention.kind === 'medication') drug = index;
    if (mention.kind === 'condition' || mention.kind === 'sign') {
      before = index;
      if (mention.when !== undefined) dated = index;
      const taken = at(drug);
      if (drug !== undefined && taken !== undefined && wasTakenFor(told, drug, taken, item, at(index))) {
        settled ??= [...mentions];
        settled[drug] = { ...taken, assertion: 'stopped' };
      }
    }
  }
  return settled ?? mentions;
}

// Between a disease and its bracket stands at most a time: "depression 2012 (fluoxetine)".
const mostBetween = 4;

const ofBracket: Partial<Readonly<Record<Assertion, Assertion>>> = {
  hypothetical: 'hypothetical',
  historical: 'stopped',
  'other-person': 'other-person',
};

/** "Chemo starts Monday (taxol weekly)": what a bracket explains is meant as what stands before it. */
function inBrackets(
  { tokens, chosen }: Told,
  before: number | undefined,
  owner: Mention | undefined,
  { match }: Chosen,
): Assertion | undefined {
  const end = chosen[before ?? -1]?.match.to;
  if (owner === undefined || end === undefined || tokens[match.from - 1]?.norm !== '(') return undefined;
  if (match.from - 1 - end > mostBetween) return undefined;
  for (let i = end; i < match.from - 1; i++)
    if (tokens[i]?.norm === ',' || tokens[i]?.norm === ';') return undefined;
  return ofBracket[owner.assertion];
}

const units: ReadonlyMap<string, number> = new Map([
  ['d', 1],
  ['day', 1],
  ['days', 1],
  ['wk', 7],
  ['wks', 7],
  ['week', 7],
  ['weeks', 7],
  ['mo', 30],
  ['mos', 30],
  ['mth', 30],
  ['mths', 30],
  ['month', 30],
  ['months', 30],
  ['yr', 365],
  ['yrs', 365],
  ['year', 365],
  ['years', 365],
]);
const fractions: ReadonlyMap<string, number> = new Map([
  ['7', 1],
  ['52', 7],
  ['12', 30],
]);
const besideCourse = 5;
const numbers: readonly string[] = 'one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
);

/** "6", "x6", "six". */
function amountOf(norm: string): number | undefined {
  const written = /^x?(\d{1,2})$/.exec(norm)?.[1];
  if (written !== undefined) return Number(written);
  const spelled = numbers.indexOf(norm);
  return spelled === -1 ? undefined : spelled + 1;
}

/** The days of a course named right before or behind a medicine: "6 mo warfarin", "warfarin for 6/12", "fluoxetine 1 yr". */
function courseBeside(tokens: readonly Token[], from: number, to: number): number | undefined {
  const first = Math.max(0, from - 3);
  const last = Math.min(tokens.length - 1, to + besideCourse);
  for (let i = first; i < last; i++) {
    if (i >= from && i < to) continue;
    const amount = amountOf(tokens[i]?.norm ?? '');
    if (tokens[i]?.norm === ',' || tokens[i]?.norm === ';') {
      if (i >= to) return undefined;
      continue;
    }
    if (amount === undefined) continue;
    const next = tokens[i + 1]?.norm ?? '';
    const length = next === '/' ? fractions.get(tokens[i + 2]?.norm ?? '') : units.get(next);
    const behind = tokens[i + (next === '/' ? 3 : 2)]?.norm;
    if (length !== undefined && behind !== 'ago') return amount * length;
  }
  return undefined;
}

// "On warfarin 5 yr" tells how long it has been taken.
const taking: ReadonlySet<string> = new Set([
  'on',
  'still',
  'now',
  'takes',
  'taking',
  'continues',
  'lifelong',
]);

/** "PE 2008, warfarin for 6/12": a course that began with an illness of long ago is over. */
function ofOldCourse(
  { tokens, clauses, chosen, date }: Told,
  dated: number | undefined,
  owner: Mention | undefined,
  { match }: Chosen,
): Assertion | undefined {
  const start = chosen[dated ?? -1]?.match.to;
  if (owner?.when === undefined || start === undefined) return undefined;
  if (clauseAt(clauses, start - 1) !== clauseAt(clauses, match.from)) return undefined;
  const before = tokens[match.from - 1]?.norm ?? '';
  // "AF since 2015, warfarin 2 yr": what is treated goes on, and so does the medicine; a bracket tells of then.
  if (taking.has(before) || (owner.assertion !== 'historical' && before !== '(')) return undefined;
  const age = ageOf(owner.when, date);
  const days = courseBeside(tokens, match.from, match.to);
  return age !== undefined && days !== undefined && age > days + 30 ? 'stopped' : undefined;
}

const ageOf = (when: PartialDate, date: CivilDate): number | undefined => daysBetween(when.to, date);

const reactions: ReadonlySet<string> = new Set(['-', '–', '→', '=', 'causes', 'caused', 'gives', 'gave']);
const longestBracket = 12;
// A clot or a fracture is nothing that a substance did, on whatever line it stands.
const ofReactions: ReadonlySet<string> = new Set(['skin', 'systemic', 'respiratory']);

/** "Allergies: penicillin (rash), Bactrim – hives": what a substance did is not there today. */
function reactionOf({ statement, tokens }: Told, { match, reading }: Chosen): Assertion | undefined {
  if (statement.context !== 'allergies') return undefined;
  if (!ofReactions.has(reading.condition?.category ?? '')) return undefined;
  if (reactions.has(tokens[match.from - 1]?.norm ?? '')) return 'historical';
  for (let i = match.from - 1; i >= Math.max(0, match.from - longestBracket); i--) {
    const norm = tokens[i]?.norm;
    if (norm === ')') return undefined;
    if (norm === '(') return 'historical';
  }
  return undefined;
}

/** "Stopped sulfasalazine (rash)": what a medicine did that was given up is over. */
function ofStopped(
  { tokens, chosen }: Told,
  drug: number | undefined,
  owner: Mention | undefined,
  { match, reading }: Chosen,
): Assertion | undefined {
  if (owner?.assertion !== 'stopped' || tokens[match.from - 1]?.norm !== '(') return undefined;
  if (chosen[drug ?? -1]?.match.to !== match.from - 1) return undefined;
  return ofReactions.has(reading.condition?.category ?? '') ? 'historical' : undefined;
}

const onceTaken: ReadonlySet<string> = new Set(['took', 'had', 'received', 'needed', 'given']);

/** "Took antibiotics for pneumonia in 2019": a medicine of then for an illness that is over. */
function wasTakenFor(
  { tokens, chosen, verdicts }: Told,
  drug: number,
  taken: Mention,
  { match }: Chosen,
  illness: Mention | undefined,
): boolean {
  const own = chosen[drug]?.match;
  return (
    own !== undefined &&
    own.to === match.from - 1 &&
    tokens[own.to]?.norm === 'for' &&
    onceTaken.has(tokens[own.from - 1]?.norm ?? '') &&
    taken.assertion === 'taken' &&
    verdicts[drug]?.cue === undefined &&
    illness?.assertion === 'historical' &&
    illness.when !== undefined
  );
}

// Operations that take away what they are for; a stent or a graft does not.
const curative =
  /(?:ectomy|otomy|plasty|repair|removal|removed|excision|excised|release|surgery|operation|op|resection|decompression|fusion|ablation|out)s?$/;

/** "Hysterectomy 2008 for fibroids": what an old operation was for is over with it. */
function reasonOf(
  { tokens, chosen }: Told,
  before: number | undefined,
  owner: Mention | undefined,
  { match }: Chosen,
): Assertion | undefined {
  const own = chosen[before ?? -1]?.match;
  if (owner?.assertion !== 'historical' || own === undefined || match.from - own.to > 6) return undefined;
  if (!curative.test(tokens[own.to - 1]?.norm ?? '') || tokens[match.from - 1]?.norm !== 'for')
    return undefined;
  for (let i = own.to; i < match.from - 1; i++)
    if (tokens[i]?.norm === ',' || tokens[i]?.norm === ';' || tokens[i]?.norm === '.') return undefined;
  return 'historical';
}

const explains: ReadonlySet<string> = new Set(['-', '–', ':', '(', '→']);

/** "Breast ca 2017 - WLE, radiotherapy": what was done about a dated illness was done then. */
function partOfDated(
  { tokens, clauses, chosen, date }: Told,
  dated: number | undefined,
  owner: Mention | undefined,
  { match, reading }: Chosen,
  mention: Mention,
): Assertion | undefined {
  const start = chosen[dated ?? -1]?.match.to;
  const { condition } = reading;
  if (owner?.when === undefined || start === undefined || condition?.course.kind !== 'event')
    return undefined;
  if (mention.when !== undefined || clauseAt(clauses, start - 1) !== clauseAt(clauses, match.from))
    return undefined;
  let explained = false;
  for (let i = start; i < Math.min(match.from, start + 8); i++)
    if (explains.has(tokens[i]?.norm ?? '')) explained = true;
  if (!explained || match.from - start > 24) return undefined;
  const verdict: Verdict = { assertion: 'present', cue: undefined };
  const then = { span: owner.span, value: owner.when, ongoing: false };
  const settled = settleByTime(verdict, condition.course, then, date);
  return settled === 'present' ? undefined : settled;
}
