// Cuts the start of a line into a title and what separates it from the text behind it; what the title means is not asked here.
import { type Span, span } from '../text/span';
import { MARKED_LETTER } from './letters';
import { emphasisAt, isSpaceCode, type Line, skipSpaces } from './lex';

/** The title and separator that a line may begin with. */
export interface Lead {
  readonly title: Span;
  readonly separator: ':' | '-' | '';
  /** After the separator and closing emphasis. */
  readonly end: number;
  readonly bold: boolean;
}

/** Longer titles are sentences. */
export const MAX_TITLE = 60;
const isDash = (code: number): boolean => code === 0x2d || code === 0x2013 || code === 0x2014;

/** The ways to read the start of a line as title and separator, the shortest title first. */
export function listLeads(text: string, start: number, end: number, atx: boolean): readonly Lead[] {
  const marker = emphasisAt(text, start, end);
  if (marker !== undefined) {
    const lead = readBoldLead(text, start, end, marker);
    return lead ? [lead] : [];
  }
  const leads: Lead[] = [];
  const limit = Math.min(end, start + MAX_TITLE);
  const add = (titleEnd: number, separator: ':' | '-' | '', leadEnd: number): void => {
    const title = trimTitle(text, start, titleEnd);
    if (title.end > title.start) leads.push({ title, separator, end: leadEnd, bold: false });
  };
  for (let i = start + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3a || code === 0xff1a) {
      add(i, ':', i + 1);
      break;
    }
    if (!isDash(code) || leads.length > 0) continue;
    if (i + 1 >= end || isSpaceCode(text.charCodeAt(i + 1))) add(i, '-', i + 1);
  }
  if (end - start <= MAX_TITLE && leads.every(({ separator }) => separator !== ':')) {
    const closed = atx ? text.slice(start, end).replace(/\s#+$/, '').length : end - start;
    add(start + closed, '', end);
  }
  return leads;
}

/** `=== PLAN ===`, `--- Plan ---`; `[Plan]`; `<b>Plan:</b>`. */
const FRAMED =
  /^(?:={2,}|-{2,}|~{2,}|\*{4,}|\+{2,})\s?([^=~*+]{1,40}?)[\s:]*(?:={2,}|-{2,}|~{2,}|\*{4,}|\+{2,})$/;
const BRACKETED = /^\[([\p{L} &/-]{1,40})\]:?(?=\s|$)/u;
const TAGGED = /^<(?:b|strong|u|h[1-6])>([^<:]{1,40}):?<\/(?:b|strong|u|h[1-6])>:?/i;

/** A title in the decorations of plain text and HTML, or a letter with the mark that the note uses for its letters. */
export function findDecoratedLead(
  text: string,
  line: Line,
  letterMark: string | undefined,
): Lead | undefined {
  const letter = letterMark === undefined ? undefined : MARKED_LETTER.exec(text.slice(line.first, line.next));
  if (letter && (letter[3] ?? letter[5]) === letterMark) {
    const at = line.first + (letter[1] ?? '').length;
    return { title: span(at, at + 1), separator: ':', end: line.first + letter[0].length, bold: false };
  }
  if (!'=-~*+[<'.includes(text.charAt(line.first))) return undefined;
  const words = text.slice(line.first, Math.min(line.end, line.first + 100));
  const match = FRAMED.exec(words) ?? BRACKETED.exec(words) ?? TAGGED.exec(words);
  const title = match?.[1]?.trim();
  if (!match || title === undefined || title === '') return undefined;
  const at = line.first + match[0].indexOf(title);
  return {
    title: span(at, at + title.length),
    separator: ':',
    end: line.first + match[0].length,
    bold: true,
  };
}

function readBoldLead(text: string, start: number, end: number, marker: string): Lead | undefined {
  const from = start + marker.length;
  const close = text.slice(0, Math.min(end, from + MAX_TITLE + marker.length)).indexOf(marker, from);
  if (close < 0) return undefined;
  let titleEnd = close;
  let after = close + marker.length;
  let separator: Lead['separator'] = '';
  if (text.charAt(titleEnd - 1) === ':') {
    titleEnd -= 1;
    separator = ':';
  } else {
    const next = skipSpaces(text, after, end);
    const char = text.charAt(next);
    const dash = isDash(text.charCodeAt(next)) && isSpaceCode(text.charCodeAt(next + 1));
    if (next < end && (char === ':' || dash)) {
      separator = char === ':' ? ':' : '-';
      after = next + 1;
    }
  }
  const title = trimTitle(text, from, titleEnd);
  // `**Plan** to return` is a sentence; a bold title needs a separator or the line to itself.
  if (separator === '' && skipSpaces(text, after, end) < end) return undefined;
  return title.end > title.start ? { title, separator, end: after, bold: true } : undefined;
}

/** The title without the white space behind it. */
export function trimTitle(text: string, start: number, stop: number): Span {
  let end = stop;
  while (end > start && isSpaceCode(text.charCodeAt(end - 1))) end -= 1;
  return span(start, end);
}
