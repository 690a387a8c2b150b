// Tells the visits of one file apart, where that is plain.
import { isHeaderLine, readHeader } from '../note/header';
import type { CivilDate } from '../note/model';
import { parseNote } from '../note/parse';
import { parseDateTime } from '../note/values/dates';
import { type Span, sliceSpan } from '../text/span';

const separator = /^[\s\-=_*~#\f]*$/;

/** The part of a file that is one visit. */
export interface Part extends Span {
  /** The day as it is written, where it stands alone on the first line. */
  readonly day: string | undefined;
}

/**
 * The visits of a file. They are told apart only where that is plain: each begins with a header that gives its day, and
 * each has sections. Any other file is one visit.
 */
export function splitVisits(text: string): readonly Part[] {
  const lines = [...text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)].filter(([line]) => line !== '');
  const starts = new Map<number, string | undefined>();
  lines.forEach((line, index) => {
    const day = dayAlone(line[0]);
    if (day === undefined && !givesDay(text, line.index, line[0])) return;
    let top = index;
    while (top > 0 && isHeader(lines[top - 1]?.[0] ?? '')) top -= 1;
    const above = lines[top - 1]?.[0];
    const start = lines[top]?.index ?? 0;
    if ((above === undefined || separator.test(above)) && !starts.has(start)) starts.set(start, day);
  });
  const whole = [{ start: 0, end: text.length, day: undefined }];
  if (starts.size < 2) return whole;
  const places = [...starts];
  const parts = places.map(([start, day], index) => ({
    start: index === 0 ? 0 : start,
    end: places[index + 1]?.[0] ?? text.length,
    day,
  }));
  const isPlain = parts.every((part) => {
    const { sections } = parseNote(trimRules(sliceSpan(text, part)).text).value;
    return new Set(sections.map(({ id }) => id)).size > 1;
  });
  return isPlain ? parts : whole;
}

const isHeader = (line: string): boolean => line.trim() !== '' && isHeaderLine(line);

/** True for a line of a header that gives the day. */
const givesDay = (text: string, start: number, line: string): boolean =>
  readHeader(text, start, start + line.length)?.date !== undefined;

/** A day that stands alone on a line, as it is written: `## 2026-11-19`. */
function dayAlone(line: string): string | undefined {
  const words = line.replace(/^[#*_=\s-]+|[#*_=\s:-]+$/g, '');
  if (words.length < 6 || words.length > 40) return undefined;
  const found = parseDateTime(words);
  return found?.span.start === 0 && found.span.end === words.length ? words : undefined;
}

interface Trimmed {
  readonly text: string;
  /** Lines before it. */
  readonly skipped: number;
}

const rule = /^[ \t]*[-=_*~\f]{3,}[ \t]*$/;

/** Without blank lines and the rules that other systems print between two notes. */
export function trimRules(part: string): Trimmed {
  const lines = part.split(/(?<=\n)|(?<=\r)(?!\n)/);
  const holds = (line: string): boolean => line.trim() !== '' && !rule.test(line.replace(/[\r\n]+$/, ''));
  const start = lines.findIndex(holds);
  const end = lines.findLastIndex(holds) + 1;
  return { text: lines.slice(Math.max(0, start), end).join(''), skipped: Math.max(0, start) };
}

/** How many days the labelled dates of a text give: more than one may be several visits that nobody can tell apart. */
export function countDays(text: string): number {
  const days = new Set<CivilDate>();
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const day = readHeader(text, line.index, line.index + line[0].length)?.date?.value.date;
    if (day !== undefined) days.add(day);
  }
  return days.size;
}
