// Boxes, signs and values right beside a mention: `[x] DVT`, `?DVT`, `+SOB`, `Fever: no`, `pain 0/10`.

import { oncePer } from '../text/once';
import { type CueMeaning, negativeValues, positiveValues, valueTails } from './cues';
import type { Reached } from './reach';
import type { Token } from './tokens';

// "Lymphedema nurse", "cancer charity", "flu shot": the condition only says what kind of thing follows.
const modified: ReadonlySet<string> = new Set(
  'nurse nurses clinic specialist unit ward team centre center club ride bike month packaging mesh walkathon gala marathon claims claim policy policies association society trust appeal campaign services department register walk charity foundation awareness research screening screen test tests kit hotline class group protocol precautions questionnaire season vaccine vaccination jab shot shots insurance prevention prophylaxis risk hospice fundraiser ribbon booster boosters status leaflet handout pathway'.split(
    ' ',
  ),
);

/** How a medicine is given: "heparin shots", "dalteparin prophylaxis". */
export const shots: ReadonlySet<string> = new Set(['shot', 'shots', 'jab', 'prophylaxis']);

const tests: ReadonlySet<string> = new Set([
  'screen',
  'screening',
  'test',
  'tests',
  'testing',
  'swab',
  'serology',
]);

const positiveResults: ReadonlySet<string> = new Set(['positive', 'pos', '+ve']);

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
  const beside = from === 0 ? undefined : tokens[from - 1];
  if (beside === undefined) return undefined;
  // Behind a word only a question mark before it can speak.
  const speaks = beside.word
    ? (from > 1 && tokens[from - 2]?.norm === '?') || (from > 2 && tokens[from - 3]?.norm === '?')
    : prefixMarks.has(beside.norm);
  return speaks ? prefixBefore(tokens, from, beside.norm) : undefined;
}

const prefixMarks: ReadonlySet<string> = new Set(['☐', '☑', '☒', '+', '-', ']', ')', '?']);

/** The same, where the mark right before the mention or a question mark before that may speak. */
function prefixBefore(tokens: readonly Token[], from: number, mark: string): Reached | undefined {
  const cue = (meaning: CueMeaning, first: number, firm: boolean): Reached => ({
    meaning,
    final: false,
    forward: true,
    firm,
    from: first,
    to: from,
  });
  const norm = (index: number): string => tokens[index]?.norm ?? '';
  if (isBoxEnd.has(mark) && boxesFollow(tokens)) return undefined;
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
  // `? early DVT`, `?white coat hypertension`: words may stand between.
  let at = mark === '?' ? from - 1 : -1;
  for (let words = 1; at < 0 && words <= 2 && tokens[from - words]?.word === true; words++)
    if (norm(from - words - 1) === '?' && isGlued(tokens, from - words - 1, words)) at = from - words - 1;
  if (at < 0) return undefined;
  const before = tokens[at - 1];
  if (before !== undefined && before.end === tokens[at]?.start && before.word) return undefined;
  return { ...cue('possible', at, false), insists: true };
}

const isBoxEnd: ReadonlySet<string> = new Set([']', ')', '☐', '☑', '☒']);

/**
 * "Diabetes [x] Asthma [ ]": lines that begin with a name, of which one ends with a box, have each box behind its name.
 * Where a line begins with a box, or has one behind a mark and others behind words, the boxes lead.
 */
const boxesFollow = oncePer((tokens: readonly Token[]): boolean => {
  let follow = false;
  let boxes: number[] = [];
  for (let i = 0, start = 0; i <= tokens.length; i++) {
    if (i > start && (i === tokens.length || tokens[i]?.newLine === true)) {
      const ends = [1, 2, 3].some((length) => i - length > start && readBox(tokens, i - length)?.to === i);
      const [first, ...others] = boxes;
      const isMarked = (at: number): boolean => boxMarks.has(tokens[at - 1]?.norm ?? '');
      if (first === start) return false;
      if (first !== undefined && isMarked(first) && !(ends && others.every(isMarked))) return false;
      follow ||= ends && tokens[start]?.word === true;
      start = i;
      boxes = [];
    }
    if (readBox(tokens, i) !== undefined) boxes.push(i);
  }
  return follow && tokens[0]?.word === true;
});
const boxMarks: ReadonlySet<string> = new Set([':', '-', '–']);

/** True for a mark right before its word; one word may also stand apart from it. */
const isGlued = (tokens: readonly Token[], mark: number, words: number): boolean =>
  words === 1 || tokens[mark]?.end === tokens[mark + 1]?.start;

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

const noBreaks: ReadonlySet<number> = new Set();

/**
 * What stands right behind a mention and decides it: `Fever: no`, `fever - none`, `stroke N, cancer N`, `Diabetes ✓`,
 * `DVT?`, `pain 0/10`, `| DVT | no |`, `fever-free`, `lymphedema nurse`. Takes the index after the mention and
 * where clauses begin: on a form each line is an entry (`thrombosis no`, `eczema yes hands`).
 */
export function readValue(
  tokens: readonly Token[],
  to: number,
  breaks: ReadonlySet<number> = noBreaks,
): Reached | undefined {
  const own = tokens[to];
  if (own === undefined) return undefined;
  if (own.word)
    return valueWords.has(own.norm) ? valueAt(tokens, to, own, breaks) : readLetterBehind(tokens, to);
  // Most mentions stand before one of these, which is no value.
  if (own.norm === ',' || own.norm === ';' || own.norm === ')') return undefined;
  return valueAt(tokens, to, own, breaks);
}

/** The value that begins with a word or mark. */
function valueAt(
  tokens: readonly Token[],
  to: number,
  own: Token,
  breaks: ReadonlySet<number>,
): Reached | undefined {
  const cue = (meaning: CueMeaning, last: number, firm = true): Reached => ({
    meaning,
    final: false,
    forward: false,
    firm,
    from: to,
    to: last,
  });
  const norm = (index: number): string => tokens[index]?.norm ?? '';
  const mark = own.norm;
  if (mark === '') return undefined;
  if (mark === '/') return readSharedValue(tokens, to, breaks);
  const ticked = readAnswerBoxes(tokens, to);
  if (ticked !== undefined) return cue(ticked.meaning, ticked.to);
  const box = isBoxStart.has(mark) && boxesFollow(tokens) ? readBox(tokens, to) : undefined;
  if (box !== undefined) return cue(box.ticked ? 'present' : 'negated', box.to);
  // "Asthma: [ ]".
  const filled = mark === ':' ? readBox(tokens, to + 1) : undefined;
  if (filled !== undefined && (filled.to === tokens.length || tokens[filled.to]?.newLine === true))
    return cue(filled.ticked ? 'present' : 'negated', filled.to);
  if (mark === 'free') return cue('negated', to + 1);
  if (others.has(mark)) return cue('other-person', to + 1, false);
  // "Cauda equina screen neg": the answer of the test.
  if (tests.has(mark) && negativeValues.has(norm(to + 1)) && norm(to + 1) !== '-')
    return cue('negated', to + 2);
  // "HIV status: positive".
  const result = norm(to + 1) === ':' ? to + 2 : to + 1;
  if ((tests.has(mark) || mark === 'status') && positiveResults.has(norm(result)))
    return cue('present', result + 1);
  // "Concussion protocol day 6": who is on it has it.
  if (mark === 'protocol' && stages.has(norm(to + 1))) return undefined;
  if (modified.has(mark)) return cue('hypothetical', to + 1, false);
  if (mark === '?') {
    // "Vertigo ?BPPV": the mark belongs to what follows it.
    const [before, after] = [tokens[to - 1], tokens[to + 1]];
    if (before !== undefined && before.end < own.start && own.end === after?.start) return undefined;
    const answer = norm(to + 1);
    if (negativeValues.has(answer) && answer !== '-') return cue('negated', to + 2);
    if (positiveValues.has(answer) && answer !== '+') return cue('present', to + 2);
    return cue('possible', to + 1, false);
  }
  if (mark === '(' && norm(to + 1) === '?') return cue('possible', to + 2, false);
  if (mark === '0' && norm(to + 1) === '/') return cue('negated', to + 2);
  // "Ozempic 0.5 weekly" is a dose.
  if (mark === '0' && norm(to + 1) === '.' && /^\d/.test(norm(to + 2))) return undefined;
  // "Headache N/V" is nausea and vomiting.
  if (mark === 'n' && norm(to + 1) === '/' && /^[vtd]$/.test(norm(to + 2))) return undefined;
  // A value right behind, with nothing more to the entry: `stroke N, cancer N`.
  const direct = readAnswer(mark);
  if (direct === 'present' && mark !== '+' && ownsLine(tokens, to, breaks)) return cue(direct, to + 1);
  const letter = (mark === 'n' || mark === 'y') && own.upper && tokens[to + 1]?.word !== false;
  if (direct !== undefined && (alone.has(mark) || letter || endsEntry(norm(to + 1)) || breaks.has(to + 1)))
    return cue(direct, to + 1);
  if (isLeader(tokens, to)) {
    let end = to;
    while (leaders.has(norm(end))) end++;
    const filled = readAnswer(norm(end));
    return filled === undefined ? undefined : cue(filled, end + 1);
  }
  if (!valueMarks.has(mark)) return undefined;
  const at = mark === ':' && norm(to + 1) === '-' && norm(to + 2) !== '' ? to + 2 : to + 1;
  const meaning = readAnswer(norm(at));
  if (meaning === undefined) return undefined;
  for (let index = at + 1; index < tokens.length; index++) {
    if (endsEntry(norm(index)) || norm(index) === '(') break;
    if (isNewLine(tokens, index)) break;
    // "diabetes: N cancer: N": the next entry of a list begins.
    if (norm(index + 1) === ':' || norm(index + 2) === ':') break;
    if (!valueTails.has(norm(index))) return undefined;
  }
  return cue(meaning, at + 1);
}

const stages: ReadonlySet<string> = new Set('day d wk week stage phase step since started'.split(' '));

// "DVT/PE: no", "fever / chills / sweats: none".
const mostShared = 6;

/** The value behind names that share it. */
function readSharedValue(
  tokens: readonly Token[],
  slash: number,
  breaks: ReadonlySet<number>,
): Reached | undefined {
  for (let i = slash + 1; i < Math.min(slash + mostShared, tokens.length) && !breaks.has(i); i++) {
    const token = tokens[i];
    if (token?.norm === ':' || isBoxStart.has(token?.norm ?? '')) return readValue(tokens, i, breaks);
    if (token?.word !== true && token?.norm !== '/') return undefined;
  }
  return undefined;
}

/** "Aneurysm clip N, cochlear implant N": the answer stands behind the rest of the entry. */
function readLetterBehind(tokens: readonly Token[], to: number): Reached | undefined {
  const answer = tokens[to + 1];
  // "Migraine today N/V" are two more signs.
  if (answer?.norm !== 'n' || !answer.upper || !/^[,.;]?$/.test(tokens[to + 2]?.norm ?? '')) return undefined;
  return { meaning: 'negated', final: false, forward: false, firm: true, from: to + 1, to: to + 2 };
}

// "Pregnant? [ ] Yes [x] No [ ] Not sure".
const isBoxStart: ReadonlySet<string> = new Set(['[', '(', '☐', '☑', '☒']);
const mostBoxes = 4;
const wordsOfBox = 2;

/** The answer boxes behind a question, and which of them is ticked; none ticked leaves the question open. */
function readAnswerBoxes(
  tokens: readonly Token[],
  from: number,
): { readonly meaning: CueMeaning; readonly to: number } | undefined {
  const norm = (index: number): string => tokens[index]?.norm ?? '';
  let at = norm(from) === '?' || norm(from) === ':' ? from + 1 : from;
  if (norm(at) === ':') at++;
  let boxes = 0;
  let meaning: CueMeaning = 'hypothetical';
  for (; boxes < mostBoxes; boxes++) {
    const box = readBox(tokens, at);
    if (box === undefined) break;
    const answer = readAnswer(norm(box.to));
    // A box before anything else is another entry: "Cancer [ ] DVT [x]".
    if (answer === undefined && boxes === 0) return undefined;
    if (box.ticked) meaning = answer ?? 'possible';
    at = box.to;
    for (let words = 0; words < wordsOfBox && tokens[at]?.word === true && norm(at) !== 'x'; words++) at++;
    if (norm(at) === '/' || norm(at) === ',') at++;
  }
  return boxes < 2 ? undefined : { meaning, to: at };
}

/** A box at a token: `[ ]`, `[x]`, `( )`, `☐`, `☑`. */
function readBox(
  tokens: readonly Token[],
  at: number,
): { readonly ticked: boolean; readonly to: number } | undefined {
  const mark = tokens[at]?.norm;
  if (mark === '☐') return { ticked: false, to: at + 1 };
  if (mark === '☑' || mark === '☒') return { ticked: true, to: at + 1 };
  if (mark !== '[' && mark !== '(') return undefined;
  const close = mark === '[' ? ']' : ')';
  if (tokens[at + 1]?.norm === close) return { ticked: false, to: at + 2 };
  if (tokens[at + 2]?.norm !== close || !boxed.has(tokens[at + 1]?.norm ?? '')) return undefined;
  return { ticked: true, to: at + 3 };
}

/** True for the answer in a line of a form: between the beginning of the clause and the answer stands only its entry. */
function ownsLine(tokens: readonly Token[], at: number, breaks: ReadonlySet<number>): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    if (i === 0 || breaks.has(i)) return breaks.size > 0;
    if (tokens[i]?.word !== true && tokens[i]?.norm !== '/') return false;
  }
  return false;
}

/** The words that can be a value; with any other word behind it a mention has none. */
const valueWords: ReadonlySet<string> = new Set([
  'free',
  '0',
  ...others,
  ...modified,
  ...negativeValues,
  ...positiveValues,
]);
const valueMarks: ReadonlySet<string> = new Set([':', '-', '=', '(', '|', '→']);
const leaders: ReadonlySet<string> = new Set(['.', '…', '_', '·']);

/** True for the dots of a form: `Pacemaker ........ none`. */
const isLeader = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.norm === '…' ||
  (leaders.has(tokens[at]?.norm ?? '') && tokens[at + 1]?.norm === tokens[at]?.norm);

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
