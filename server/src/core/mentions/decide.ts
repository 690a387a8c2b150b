// From the cues that reached a mention to one assertion.
import type { Condition, Course, TermKind } from '../knowledge/model';
import type { CivilDate } from '../note/model';
import { daysBetween } from '../note/values/calendar';
import { type CueMeaning, negativeValues, positiveValues, valueTails } from './cues';
import type { Assertion } from './model';
import type { Reached } from './scope';
import type { Statement } from './statements';
import type { Token } from './tokens';
import type { TimeAt } from './when';

/** The verdict on one mention and the cue that gave it. */
export interface Verdict {
  readonly assertion: Assertion;
  readonly cue: Reached | undefined;
}

const conditionOrder: readonly CueMeaning[] = [
  'other-person',
  'negated',
  'hypothetical',
  'historical',
  'possible',
  'present',
];
const techniqueOrder: readonly CueMeaning[] = [
  'other-person',
  'avoided',
  'negated',
  'historical',
  'hypothetical',
  'planned',
  'present',
];
const medicationOrder: readonly CueMeaning[] = [
  'other-person',
  'negated',
  'stopped',
  'historical',
  'hypothetical',
  'possible',
  'present',
];
const regionOrder: readonly CueMeaning[] = ['avoided', 'negated', 'other-person'];

const strongest = (order: readonly CueMeaning[], all: readonly Reached[]): Reached | undefined => {
  const reached = settleDoubts(all);
  // A box that is ticked and a value that is written behind a name speak louder than words around them.
  const firm = reached.find((cue) => cue.firm && order.includes(cue.meaning));
  if (firm !== undefined && !reached.some((cue) => cue.meaning === 'other-person')) return firm;
  for (const meaning of order) {
    // A suspicion that is confirmed is certain; a present cue decides only against doubt.
    if (meaning === 'possible' && reached.some((cue) => cue.meaning === 'present')) continue;
    // "h/o hepatitis C, untreated": what goes on is no history.
    if (meaning === 'historical' && goesOn(reached)) continue;
    if (meaning === 'hypothetical' && reached.some((cue) => cue.insists === true)) continue;
    const found =
      reached.find((cue) => cue.meaning === meaning && cue.final) ??
      reached.find((cue) => cue.meaning === meaning);
    if (found !== undefined) return found;
  }
  return undefined;
};

const goesOn = (reached: readonly Reached[]): boolean =>
  reached.some((cue) => cue.meaning === 'present' && cue.final) &&
  !reached.some((cue) => cue.meaning === 'historical' && cue.final);

/**
 * "Until DVT is ruled out" leaves a doubt and "until the rash is gone" says that it is there; "turned out to be a
 * cyst" denies only what was in doubt.
 */
function settleDoubts(reached: readonly Reached[]): readonly Reached[] {
  if (!reached.some((cue) => cue.pending === true || cue.answers === true)) return reached;
  const pending = reached.some((cue) => cue.pending === true);
  const doubted = reached.some((cue) => cue.meaning === 'possible');
  return reached.flatMap((cue): readonly Reached[] => {
    if (cue.pending === true || (cue.answers === true && !doubted)) return [];
    if (!pending || cue.forward || cue.firm) return [cue];
    if (cue.meaning === 'negated') return [{ ...cue, meaning: 'possible' }];
    return cue.meaning === 'historical' ? [] : [cue];
  });
}

/** Decides what a mention of some kind means. `structure` are cues that place or value gave, weaker than words. */
export function decide(
  kind: TermKind,
  statement: Statement,
  reached: readonly Reached[],
  condition: Condition | undefined,
): Verdict {
  switch (kind) {
    case 'technique':
      return decideTechnique(statement, reached);
    case 'medication':
      return decideMedication(statement, reached);
    case 'region': {
      const cue = strongest(regionOrder, reached);
      if (cue === undefined)
        return { assertion: statement.context === 'avoided' ? 'avoided' : 'present', cue };
      return {
        assertion:
          cue.meaning === 'avoided' ? 'avoided' : cue.meaning === 'negated' ? 'negated' : 'other-person',
        cue,
      };
    }
    case 'condition':
    case 'sign':
    case 'measure':
    case 'position':
      return decideCondition(kind, statement, reached, condition);
  }
}

function decideCondition(
  kind: TermKind,
  statement: Statement,
  reached: readonly Reached[],
  condition: Condition | undefined,
): Verdict {
  const cue = strongest(conditionOrder, reached);
  // "Goal: no migraines by Christmas" tells of what is wished for.
  if (statement.context === 'goal' && cue?.meaning === 'negated') return { assertion: 'hypothetical', cue };
  if (cue !== undefined) {
    switch (cue.meaning) {
      case 'historical':
        return { assertion: isOver(cue, condition) ? 'historical' : 'present', cue };
      case 'negated':
      case 'hypothetical':
      case 'possible':
      case 'other-person':
        return { assertion: cue.meaning, cue };
      default:
        break;
    }
    if (statement.section !== 'family-history' && statement.context !== 'family')
      return { assertion: 'present', cue };
  }
  if (statement.section === 'family-history' || statement.context === 'family')
    return { assertion: 'other-person', cue };
  if (kind === 'position' && statement.context === 'avoided') return { assertion: 'negated', cue };
  if (statement.context === 'education' || statement.context === 'goal')
    return { assertion: 'hypothetical', cue };
  if (statement.section === 'past-history' || statement.context === 'past') {
    return {
      assertion: condition === undefined || isOver(undefined, condition) ? 'historical' : 'present',
      cue,
    };
  }
  return { assertion: 'present', cue };
}

/** A chronic condition under history is present; one that was said to be resolved is over. */
const isOver = (cue: Reached | undefined, condition: Condition | undefined): boolean =>
  cue?.final === true ||
  condition === undefined ||
  condition.course.kind === 'acute' ||
  condition.course.kind === 'event';

function decideTechnique(statement: Statement, reached: readonly Reached[]): Verdict {
  const cue = strongest(techniqueOrder, reached);
  const planned = statement.section === 'plan' || statement.context === 'plan';
  switch (cue?.meaning) {
    case 'avoided':
    case 'negated':
      return { assertion: 'avoided', cue };
    case 'other-person':
    case 'historical':
      return { assertion: cue.meaning, cue };
    case 'hypothetical':
      return { assertion: 'hypothetical', cue };
    case 'planned':
      return { assertion: 'planned', cue };
    default:
      break;
  }
  if (statement.context === 'avoided') return { assertion: 'avoided', cue };
  if (statement.context === 'past' || statement.section === 'past-history')
    return { assertion: 'historical', cue };
  if (statement.context === 'goal') return { assertion: 'hypothetical', cue };
  if (statement.section === 'subjective' && cue === undefined) return { assertion: 'historical', cue };
  return { assertion: planned ? 'planned' : 'done', cue };
}

function decideMedication(statement: Statement, reached: readonly Reached[]): Verdict {
  const cue = strongest(medicationOrder, reached);
  switch (cue?.meaning) {
    case 'stopped':
    case 'historical':
      return { assertion: 'stopped', cue };
    case 'other-person':
    case 'negated':
    case 'hypothetical':
    case 'possible':
      return { assertion: cue.meaning, cue };
    default:
      break;
  }
  if (statement.context === 'allergies') return { assertion: 'hypothetical', cue };
  if (statement.context === 'family' || statement.section === 'family-history')
    return { assertion: 'other-person', cue };
  return { assertion: 'taken', cue };
}

// What counts as recent where a condition's course gives no number: the acute and subacute weeks of common injuries.
const recentDays = 84;

/**
 * Lets the stated time decide between present and historical: "MI 2 wks ago" is present and recent, "DVT 2019" is over,
 * "since March" goes on. Chronic conditions stay present whenever they began. A word such as "resolved" stands.
 */
export function settleByTime(
  verdict: Verdict,
  course: Course | undefined,
  when: TimeAt,
  date: CivilDate,
): Assertion {
  const age = daysBetween(when.value.to, date);
  if (course === undefined || age === undefined) return verdict.assertion;
  const passing =
    course.kind === 'acute' ||
    course.kind === 'event' ||
    (course.kind === 'episodic' && course.lapsesAfterDays !== undefined);
  const limit = course.lapsesAfterDays ?? recentDays;
  if (verdict.assertion === 'present' && passing && !when.ongoing && age > limit) return 'historical';
  const over = verdict.cue?.final === true && verdict.cue.operation !== true;
  if (verdict.assertion === 'historical' && !over && age <= limit) return 'present';
  return verdict.assertion;
}

// "Lymphedema nurse", "cancer charity", "flu shot": the condition only says what kind of thing follows.
const modified: ReadonlySet<string> = new Set(
  'nurse nurses clinic specialist unit ward team centre center association society trust appeal campaign services department register walk charity foundation awareness research screening screen test tests kit hotline class group protocol precautions questionnaire season vaccine vaccination jab shot shots insurance prevention prophylaxis risk hospice fundraiser ribbon'.split(
    ' ',
  ),
);

// "Dementia patients": the condition is theirs.
const others: ReadonlySet<string> = new Set(
  'patients pts clients residents people sufferers survivors victims inmates kids children adults families'.split(
    ' ',
  ),
);

/**
 * What stands right before a mention and decides it: `?DVT`, `? early DVT`, and the boxes `[ ] DVT`, `[x] DVT`, `☐ DVT`,
 * `( ) DVT`, several of which may stand on a line.
 */
export function readPrefix(tokens: readonly Token[], from: number): Reached | undefined {
  const cue = (meaning: CueMeaning, first: number, firm: boolean): Reached => ({
    meaning,
    final: false,
    forward: true,
    firm,
    from: first,
    to: from,
  });
  const norm = (index: number): string => tokens[index]?.norm ?? '';
  const mark = norm(from - 1);
  if (mark === '☐') return cue('negated', from - 1, true);
  if (mark === '☑' || mark === '☒') return cue('present', from - 1, true);
  const sign = readSign(tokens, from);
  if (sign !== undefined) return cue(sign === '+' ? 'present' : 'negated', from - 1, true);
  if (mark === ']' || mark === ')') {
    const open = mark === ']' ? '[' : '(';
    if (norm(from - 2) === open) return cue('negated', from - 2, true);
    if (norm(from - 3) === open && boxed.has(norm(from - 2))) return cue('present', from - 3, true);
    return undefined;
  }
  // `? early DVT`: one word may stand between.
  const at =
    mark === '?' ? from - 1 : norm(from - 2) === '?' && tokens[from - 1]?.word === true ? from - 2 : -1;
  if (at < 0) return undefined;
  const before = tokens[at - 1];
  if (before !== undefined && before.end === tokens[at]?.start && before.word) return undefined;
  return cue('possible', at, false);
}

// So many words around a sign are looked at to tell what it is.
const signWindow = 24;

/**
 * The sign that stands before a mention and belongs to it: `+SOB -CP`, `+ SOB, - CP`, `(+) nausea (-) vomiting`. A dash
 * is a sign only beside other signs; in `nausea (+) vomiting (-)` each belongs to what stands before it.
 */
function readSign(tokens: readonly Token[], from: number): '+' | '-' | undefined {
  const norm = (index: number): string => tokens[index]?.norm ?? '';
  const isSign = (index: number): boolean => norm(index) === '+' || norm(index) === '-';
  const sign = (index: number): '+' | '-' => (norm(index) === '+' ? '+' : '-');
  const isInBrackets = (index: number): boolean =>
    isSign(index) && norm(index - 1) === '(' && norm(index + 1) === ')';
  const opens = (index: number): boolean => index < 0 || /^[,;:.(]$/.test(norm(index));
  if (isInBrackets(from - 2)) {
    let first = from - 2;
    for (let i = from - 2; i >= Math.max(1, from - signWindow); i--) if (isInBrackets(i)) first = i;
    return opens(first - 2) ? sign(from - 2) : undefined;
  }
  if (!isSign(from - 1)) return undefined;
  const leads = (index: number): boolean => {
    const [before, own, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
    if (own === undefined || after === undefined || !after.word || !isSign(index)) return false;
    const apart = before === undefined || before.end < own.start;
    return (apart && own.end === after.start) || opens(index - 1);
  };
  if (!leads(from - 1)) return undefined;
  for (let i = Math.max(0, from - signWindow); i < Math.min(tokens.length, from + signWindow); i++)
    if (i !== from - 1 && leads(i)) return sign(from - 1);
  return norm(from - 1) === '+' ? '+' : undefined;
}

const boxed: ReadonlySet<string> = new Set(['x', '✓', '✔', 'yes', 'y', '*', '•']);

/**
 * What stands right behind a mention and decides it: `Fever: no`, `fever - none`, `stroke N, cancer N`, `Diabetes ✓`,
 * `DVT?`, `pain 0/10`, `| DVT | no |`, `fever-free`, `lymphedema nurse`. Takes the index after the mention.
 */
export function readValue(tokens: readonly Token[], to: number): Reached | undefined {
  const cue = (meaning: CueMeaning, last: number, firm = true): Reached => ({
    meaning,
    final: false,
    forward: false,
    firm,
    from: to,
    to: last,
  });
  const norm = (index: number): string => tokens[index]?.norm ?? '';
  const mark = norm(to);
  if (mark === '') return undefined;
  if (mark === 'free') return cue('negated', to + 1);
  if (others.has(mark)) return cue('other-person', to + 1, false);
  if (modified.has(mark)) return cue('hypothetical', to + 1, false);
  if (mark === '?') {
    const answer = norm(to + 1);
    if (negativeValues.has(answer) && answer !== '-') return cue('negated', to + 2);
    if (positiveValues.has(answer) && answer !== '+') return cue('present', to + 2);
    return cue('possible', to + 1, false);
  }
  if (mark === '(' && norm(to + 1) === '?') return cue('possible', to + 2, false);
  if (mark === '0' && norm(to + 1) === '/') return cue('negated', to + 2);
  // A value right behind, with nothing more to the entry: `stroke N, cancer N`.
  const direct = readAnswer(mark);
  const letter =
    (mark === 'n' || mark === 'y') && tokens[to]?.upper === true && tokens[to + 1]?.word !== false;
  if (direct !== undefined && (alone.has(mark) || letter || endsEntry(norm(to + 1))))
    return cue(direct, to + 1);
  if (mark !== ':' && mark !== '-' && mark !== '=' && mark !== '(' && mark !== '|') return undefined;
  const at = mark === ':' && norm(to + 1) === '-' && norm(to + 2) !== '' ? to + 2 : to + 1;
  const meaning = readAnswer(norm(at));
  if (meaning === undefined) return undefined;
  for (let index = at + 1; index < tokens.length; index++) {
    if (endsEntry(norm(index)) || norm(index) === '(') break;
    if (isNewLine(tokens, index)) break;
    if (!valueTails.has(norm(index))) return undefined;
  }
  return cue(meaning, at + 1);
}

const alone: ReadonlySet<string> = new Set(['✓', '✔', '✗', '✘', '☑', '☐']);
const endsEntry = (norm: string): boolean =>
  norm === '' ||
  norm === ',' ||
  norm === '.' ||
  norm === ';' ||
  norm === ')' ||
  norm === '/' ||
  norm === '|' ||
  norm === '[' ||
  norm === '☐' ||
  norm === '☑';
// Items of a list typed on lines of their own: a bullet or dash begins the next.
const isNewLine = (tokens: readonly Token[], index: number): boolean =>
  ['-', '*', '•', '–'].includes(tokens[index]?.norm ?? '');

const readAnswer = (word: string): CueMeaning | undefined => {
  if (word === '✗' || word === '✘' || negativeValues.has(word)) return 'negated';
  return word === '✔' || (positiveValues.has(word) && word !== 'active' && word !== 'current' && word !== 'x')
    ? 'present'
    : undefined;
};
