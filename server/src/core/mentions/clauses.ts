// Where one statement ends and the next begins, inside a paragraph, a list item or a field.
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

/**
 * Marks the tokens that begin a new clause after a full stop, `;`, `!`, `?`, a bullet or a line end that was meant.
 * A line end inside a wrapped paragraph is only a space: it was meant if the next word would have fitted on the line.
 */
export function findClauseStarts(text: string, tokens: readonly Token[]): ReadonlySet<number> {
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
    if (isSentenceEnd(text, tokens, i - 1, newLine)) starts = (starts ?? new Set<number>()).add(i);
    else if (newLine) {
      width ??= widestLine(text, tokens);
      if (isMeantBreak(text, before, token, width) || bullets.has(token.norm))
        starts = (starts ?? new Set<number>()).add(i);
    }
  }
  return starts ?? none;
}

const none: ReadonlySet<number> = new Set();

const bullets: ReadonlySet<string> = new Set(['•', '▪', '●']);

/** True if a line ends in the white space between two tokens. */
export function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return true;
  }
  return false;
}

/** True if a sentence ends with the mark at an index; something stands behind it. */
function isSentenceEnd(text: string, tokens: readonly Token[], at: number, newLine: boolean): boolean {
  const [mark, next] = [tokens[at], tokens[at + 1]];
  if (mark === undefined || next === undefined || mark.word) return false;
  const apart = mark.end < next.start;
  if (mark.norm === ';' || mark.norm === '!' || mark.norm === '•' || mark.norm === '|') return true;
  if (mark.norm === '?') return apart;
  if (mark.norm !== '.' || !apart) return false;
  const word = at > 0 ? tokens[at - 1] : undefined;
  const before = at > 1 ? tokens[at - 2] : undefined;
  if (word === undefined || word.end !== mark.start) return true;
  // `Dr. Osei`, `approx. 3`: a stop after a known short form ends a sentence only before a line end.
  if (neverLast.has(word.norm)) return false;
  if (word.norm === 'no') return !/^\d/.test(next.norm);
  if ((word.norm === 'neg' || word.norm === 'pos') && before?.norm === ':') return true;
  // "X-ray neg for fx. Calf strain": a capital begins the next sentence, as far as capitals tell.
  if (mayBeLast.has(word.norm) && next.word && isCapitalised(text, next)) return true;
  if (word.norm === 'bilat' && before?.word === true && next.word && isCapitalised(text, next)) return true;
  return !(sentenceAbbreviations.has(word.norm) && !newLine && next.word);
}

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
  // No line that was meant to end ends with one of these.
  if (leading.has(before.norm)) return false;
  const lineStart = startOfLine(text, before.end);
  let wordEnd = next.end;
  while (wordEnd < text.length && /\S/.test(text.charAt(wordEnd)) && wordEnd - next.start < 60) wordEnd++;
  // People who break lines by hand leave them ragged: a small letter asks for more room before it counts as a break.
  const first = text.charAt(next.start);
  const slack = first !== first.toLowerCase() && !next.upper ? 0 : ragged;
  return before.end - lineStart + 1 + (wordEnd - next.start) + slack <= Math.max(width, narrowest);
}
