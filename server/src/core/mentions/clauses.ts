// Where one statement ends and the next begins, inside a paragraph, a list item or a field.
import { lowerBound } from './parts';
import { sideWords } from './sides';
import type { Token } from './tokens';

// After these a sentence may end.
const mayBeLast: ReadonlySet<string> = new Set(
  'wk wks min mins mo mos yr yrs hr hrs fx tx rx sx pt pts meds appt etc avg'.split(' '),
);
const isCapitalised = (text: string, token: Token): boolean =>
  /^\p{Lu}[\p{L}-]/u.test(text.slice(token.start, token.start + 2)) && token.norm.length > 2;

// After these something must follow, on whatever line.
const neverLast: ReadonlySet<string> = new Set([
  'vs',
  'dr',
  'mr',
  'mrs',
  'ms',
  'eg',
  'ie',
  'approx',
  'incl',
  'inc',
  'esp',
  'resp',
]);

const sentenceAbbreviations: ReadonlySet<string> = new Set(
  'dr mr mrs ms approx vs hx dx tx rx sx fx pt pts wk wks min mins mo mos yr yrs hr hrs eg ie etc l r lt rt bilat bil poss prob prev resp med meds temp appt ext flex rot abd add incl esp neg pos st no avg max diff occ reg sup inf ant lat dist prox'.split(
    ' ',
  ),
);

/** The phrases of the knowledge base in the tokens, by first token and the one after the last. */
type TermPlaces = readonly { readonly from: number; readonly to: number }[];
const noPlaces: TermPlaces = [];

/**
 * Marks the tokens that begin a new clause after a full stop, `;`, `!`, `?`, a bullet or a line end that was meant.
 * A line end inside a wrapped paragraph is only a space: it was meant if the next word would have fitted on the line.
 */
export function findClauseStarts(
  text: string,
  tokens: readonly Token[],
  terms: TermPlaces = noPlaces,
): ReadonlySet<number> {
  let starts: Set<number> | undefined;
  // Most statements stand on one line and never ask for it.
  let width: number | undefined;
  for (let i = 1; i < tokens.length; i++) {
    const before = tokens[i - 1];
    const token = tokens[i];
    if (before === undefined || token === undefined) continue;
    const { newLine } = token;
    // Nothing ends behind a word on one line.
    if (before.word && !newLine) continue;
    if (isSentenceEnd(text, tokens, i - 1, newLine, terms)) starts = (starts ?? new Set<number>()).add(i);
    else if (newLine) {
      width ??= widestLine(text, tokens);
      if (
        isMeantBreak(text, before, token, width) ||
        bullets.has(token.norm) ||
        beginsNumbered(tokens, i) ||
        beginsEntry(tokens, i)
      )
        starts = (starts ?? new Set<number>()).add(i);
    }
  }
  return starts ?? none;
}

const none: ReadonlySet<number> = new Set();

const bullets: ReadonlySet<string> = new Set(['•', '▪', '●']);

/** "#10 - dead leg": an entry of a numbered list. */
const beginsNumbered = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.norm === '#' && /^\d+$/.test(tokens[at + 1]?.norm ?? '');

/** True if a line ends in the white space between two tokens. */
export function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return true;
  }
  return false;
}

/** True if a sentence ends with the mark at an index; something stands behind it. */
function isSentenceEnd(
  text: string,
  tokens: readonly Token[],
  at: number,
  newLine: boolean,
  terms: TermPlaces,
): boolean {
  const [mark, next] = [tokens[at], tokens[at + 1]];
  if (mark === undefined || next === undefined || mark.word) return false;
  const apart = mark.end < next.start;
  if (mark.norm === ';' || mark.norm === '!' || mark.norm === '•' || mark.norm === '|') return true;
  // "“Feels like a knot.” R shoulder pain".
  if (quotes.has(mark.norm)) return apart && stops.has(tokens[at - 1]?.norm ?? '');
  // "Radiculopathy? or piriformis": the doubt goes on.
  if (mark.norm === '?') return apart && next.norm !== 'or' && next.norm !== 'vs';
  if (mark.norm !== '.' || !apart) return false;
  const word = at > 0 ? tokens[at - 1] : undefined;
  const before = at > 1 ? tokens[at - 2] : undefined;
  if (word === undefined || word.end !== mark.start) return true;
  // `Dr. Osei`, `approx. 3`: a stop after a known short form ends a sentence only before a line end.
  // "Nifedipine MR. ANA neg": behind a medicine it is no title.
  if (neverLast.has(word.norm)) return word.norm === 'mr' && isEndOf(terms, at - 1);
  if (word.norm === 'no') return !/^\d/.test(next.norm);
  // "SLR neg. Imp: low back pain" has its answer; "neg. for fever" and a "Neg." that leads go on.
  if (word.norm === 'neg' || word.norm === 'pos')
    return before !== undefined && (before.word || before.norm === ':') && next.norm !== 'for';
  if (sideWords.has(word.norm) && before?.word === true && next.word && isSideBehind(tokens, at, terms))
    return true;
  // "No change to health hx. Meds same": no title, so a sentence ends.
  if (
    word.norm === 'hx' &&
    before !== undefined &&
    ofHealth.has(before.norm) &&
    next.word &&
    isCapitalised(text, next)
  )
    return true;
  // "X-ray neg for fx. Calf strain": a capital begins the next sentence, as far as capitals tell.
  if (mayBeLast.has(word.norm) && next.word && isCapitalised(text, next)) return true;
  if (word.norm === 'bilat' && before?.word === true && next.word && isCapitalised(text, next)) return true;
  return !(sentenceAbbreviations.has(word.norm) && !newLine && next.word);
}

const quotes: ReadonlySet<string> = new Set(['"', '”']);
const stops: ReadonlySet<string> = new Set(['.', '!', '?']);

const ofHealth: ReadonlySet<string> = new Set(['health', 'med', 'medical']);

/** "Ganglion wrist R. Offered aspiration": the side belongs to what stands before it, not to what follows. */
function isSideBehind(tokens: readonly Token[], stop: number, terms: TermPlaces): boolean {
  const next = tokens[stop + 1]?.norm ?? '';
  if (besideSide.has(next)) return false;
  return isEndOf(terms, stop - 1)
    ? !placeWords.has(next)
    : terms[lowerBound(terms, stop + 1)]?.from !== stop + 1;
}

/** True if one of the phrases, which are in order, ends right before a token. */
const isEndOf = (terms: TermPlaces, token: number): boolean =>
  terms[lowerBound(terms, token) - 1]?.to === token;

const besideSide: ReadonlySet<string> = new Set(
  'sided side upper lower medial lateral anterior posterior proximal distal mid inner outer and or with >'.split(
    ' ',
  ),
);
const placeWords: ReadonlySet<string> = new Set(
  'shoulder knee hip ankle wrist elbow calf thigh leg arm hand foot neck back'.split(' '),
);

const maxLine = 400;

function widestLine(text: string, tokens: readonly Token[]): number {
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  if (first === undefined || last === undefined) return 0;
  let widest = 0;
  let from = text.lastIndexOf('\n', first.start) + 1;
  for (let at = first.start; at <= last.end; at++) {
    if (text.charCodeAt(at) !== 10 && at !== last.end) continue;
    widest = Math.max(widest, at - from);
    from = at + 1;
  }
  return Math.min(widest, maxLine);
}

function startOfLine(text: string, at: number): number {
  let start = at;
  while (start > 0 && !hasLineEnd(text, start - 1, start)) start--;
  return start;
}

// "Thrombosis no": the entry of a form has its answer.
const answers: ReadonlySet<string> = new Set(['no', 'n', 'yes', 'y', 'none', 'nil', 'neg']);
const longestEntry = 6;
// What is asked before an answer, and no more: "high/low blood pressure".
const isEntry = (text: string): boolean => /^\s*[\p{L}/]+(?:[ /-][\p{L}/]+){0,3}[\s:?-]*$/u.test(text);

/** "Recent surgery? N": a question of a form with its answer, at the beginning of a line. */
function beginsEntry(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + longestEntry; i++) {
    if (tokens[i]?.norm === '?') return i > at && answers.has(tokens[i + 1]?.norm ?? '');
    if (tokens[i]?.word !== true && tokens[i]?.norm !== '/') return false;
  }
  return false;
}

// Lines shorter than this are hardly ever wrapped text: a break there was meant.
const narrowest = 36;
const ragged = 12;

const leading: ReadonlySet<string> = new Set(
  'of for with without to the a an and or nor in on from by at no not any her his their is are was were has had have as than about recent possible w w/o b/c due denies her'.split(
    ' ',
  ),
);

function isMeantBreak(text: string, before: Token, next: Token, width: number): boolean {
  if (/\n[^\S\n]*\r?\n/.test(text.slice(before.end, next.start))) return true;
  if (
    before.norm === ',' ||
    before.norm === '-' ||
    before.norm === '/' ||
    before.norm === '&' ||
    before.norm === '(' ||
    before.norm === ':'
  )
    return false;
  const lineStart = startOfLine(text, before.end);
  const answered = answers.has(before.norm) && isEntry(text.slice(lineStart, before.start));
  // No line that was meant to end ends with one of these.
  if (leading.has(before.norm) && !answered) return false;
  let wordEnd = next.end;
  while (wordEnd < text.length && /\S/.test(text.charAt(wordEnd)) && wordEnd - next.start < 60) wordEnd++;
  // People who break lines by hand leave them ragged: a small letter asks for more room before it counts as a break.
  const first = text.charAt(next.start);
  const slack = answered || (first !== first.toLowerCase() && !next.upper) ? 0 : ragged;
  return before.end - lineStart + 1 + (wordEnd - next.start) + slack <= Math.max(width, narrowest);
}
