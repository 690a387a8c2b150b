// Cuts a note into lines and says of each where its text begins: indentation, bullet and check box left off.
import { type Span, span } from '../text/span';

/** One line of the text. Whoever makes one names all keys in this order: lines of one shape are read fastest. */
export interface Line {
  readonly start: number;
  /** Without the line end and the white space before it. */
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
  /** Columns of white space before the first character; a tab reaches to the next multiple of four. */
  readonly indent: number;
  /** The first character that is not white space; `end` for a blank line. */
  readonly first: number;
  readonly bullet: Bullet | undefined;
  /** The first character after indentation, bullet and check box. */
  readonly content: number;
}

export interface Bullet {
  /** For `  - [x] done` this covers `-`. */
  readonly span: Span;
  /** The number of `1.` or `1)`; undefined for other bullets. */
  readonly number: number | undefined;
  /** The state of a check box `[x]` or `[ ]`, if there is one. */
  readonly checked: boolean | undefined;
}

/** True for every white space that pasted text brings along; the same characters that `\s` stands for. */
export function isSpaceCode(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** True for plain characters with one blank between words: nothing about them needs to be made alike. */
export function isPlain(words: string): boolean {
  let before = 32;
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i);
    if (code < 32 || code > 126 || (code === 32 && before === 32)) return false;
    before = code;
  }
  return before !== 32;
}

/** True for the letters A to Z in either case. */
export const isLatinCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

export const isBlankLine = (line: Line): boolean => line.first === line.end;

/** Cuts `text` from `from` on into lines; LF, CRLF and CR end a line. */
export function listLines(text: string, from = 0): readonly Line[] {
  const lines: Line[] = [];
  let feed = text.indexOf('\n', from);
  let back = text.indexOf('\r', from);
  for (let start = from; start < text.length || lines.length === 0; ) {
    if (feed !== -1 && feed < start) feed = text.indexOf('\n', start);
    if (back !== -1 && back < start) back = text.indexOf('\r', start);
    const stop = back === -1 ? feed : feed === -1 ? back : Math.min(feed, back);
    const end = stop === -1 ? text.length : stop;
    const next = stop === -1 ? end : stop === back && feed === back + 1 ? stop + 2 : stop + 1;
    lines.push(readLine(text, start, end, next));
    start = next;
  }
  return lines;
}

function readLine(text: string, start: number, stop: number, next: number): Line {
  let end = stop;
  while (end > start && isSpaceCode(text.charCodeAt(end - 1))) end -= 1;
  let first = start;
  let indent = 0;
  while (first < end && isSpaceCode(text.charCodeAt(first))) {
    const code = text.charCodeAt(first);
    if (code === 9) indent += 4 - (indent % 4);
    else if (code !== 0xfeff) indent += 1;
    first += 1;
  }
  const marker = readBullet(text, first, end);
  const content = marker ? marker.content : first;
  return { start, end, next, indent, first, bullet: marker?.bullet, content };
}

/** The rest of a line from `at` on as a line of its own, if it begins with a bullet: `S: - neck pain`, `P: 1. rest`. */
export function findItemBehind(text: string, line: Line, at: number): Line | undefined {
  const marker = readBullet(text, at, line.end);
  if (!marker || (marker.bullet.number ?? 1) !== 1) return undefined;
  const { end, next, indent } = line;
  return { start: at, end, next, indent, first: at, bullet: marker.bullet, content: marker.content };
}

/** Bullets that need white space behind them; `-` may also touch a letter. */
const SPACED = '-*\u2013\u2014\u2212';
/** Bullets that word processors paste; they may touch the text. */
const TIGHT = '\u2022\u00b7\u25e6\u2023\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\uf0b7\uf0a7';
const BOXES: Readonly<Record<string, boolean>> = {
  '\u2610': false,
  '\u2611': true,
  '\u2612': true,
  '\u2713': true,
  '\u2714': true,
};

function readBullet(
  text: string,
  first: number,
  end: number,
): { readonly bullet: Bullet; readonly content: number } | undefined {
  if (first >= end) return undefined;
  // Most lines begin with a word, and no bullet is a letter but the `o` of word processors.
  const code = text.charCodeAt(first);
  if (isLatinCode(code) && code !== 111) return undefined;
  const markerEnd = bulletEnd(text, first, end);
  const box = readBox(text, markerEnd === undefined ? first : skipSpaces(text, markerEnd, end), end);
  if (markerEnd === undefined && !box) return undefined;
  const stop = markerEnd ?? box?.end ?? first;
  const digits = /^\d+/.exec(text.slice(first, Math.min(first + 4, stop)));
  const bullet: Bullet = {
    span: span(first, stop),
    number: digits ? Number(digits[0]) : undefined,
    checked: box?.checked,
  };
  return { bullet, content: skipSpaces(text, box?.end ?? stop, end) };
}

/** The end of a bullet at `first`, or undefined where none is. */
function bulletEnd(text: string, first: number, end: number): number | undefined {
  const char = text.charAt(first);
  const after = first + 1;
  const spaceAfter = after >= end || isSpaceCode(text.charCodeAt(after));
  if (TIGHT.includes(char)) return after;
  if (SPACED.includes(char)) {
    if (spaceAfter) return after;
    // `-neck pain` is an item; `-ve`, `--` and `-5` are not.
    const word = text.slice(after, Math.min(after + 4, end));
    return char === '-' && /^[a-z]{2}/i.test(word) && !/^ve(?![a-z])/i.test(word) ? after : undefined;
  }
  // Word processors turn a hollow bullet into `o` and a tab.
  if (char === 'o' && text.charCodeAt(after) === 9) return after;
  const number = /^\d{1,2}[.)](?=\s|$)/.exec(text.slice(first, Math.min(first + 4, end)));
  return number ? first + number[0].length : undefined;
}

function readBox(
  text: string,
  at: number,
  end: number,
): { readonly end: number; readonly checked: boolean } | undefined {
  const sign = BOXES[text.charAt(at)];
  if (sign !== undefined) return { end: at + 1, checked: sign };
  const match = /^\[([ xX\u2713]?)\](?=\s|$)/.exec(text.slice(at, Math.min(at + 4, end)));
  return match ? { end: at + match[0].length, checked: (match[1] ?? '').trim() !== '' } : undefined;
}

/** A rule of dashes, equals signs, stars or underscores: it separates and says nothing. */
const RULE = /^(?:-{3,}|={3,}|\*{3,}|_{3,}|[-*_](?: [-*_]){2,})$/;

/** True for a line such as `-----`. */
export const isRule = (text: string, line: Line): boolean =>
  line.end - line.first <= 80 &&
  '-=*_'.includes(text.charAt(line.first)) &&
  RULE.test(text.slice(line.first, line.end));

/** The stars or underscores at the start of bold or slanted words. */
export const emphasisAt = (text: string, start: number, end: number): string | undefined =>
  '*_'.includes(text.charAt(start))
    ? /^(?:\*{1,3}|_{1,3})(?=[^\s*_])/.exec(text.slice(start, Math.min(start + 4, end)))?.[0]
    : undefined;

/** The first offset from `at` on that is no white space. */
export function skipSpaces(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isSpaceCode(text.charCodeAt(i))) i += 1;
  return i;
}
