// What every value grammar returns, and the few helpers they share.
import { type Span, span } from '../../text/span';
import type { Located } from '../model';

/** A value with the place it was read from. */
export type Found<T> = Located<T>;

/** A span of the text without the white space around it. */
export function trimSpan(text: string, at: Span): Span {
  let { start, end } = at;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return span(start, end);
}

/** Every match of a global expression inside a span, with offsets in the whole text. */
export function matchesIn(
  text: string,
  pattern: RegExp,
  at: Span,
): readonly { readonly match: RegExpExecArray; readonly span: Span }[] {
  const found: { readonly match: RegExpExecArray; readonly span: Span }[] = [];
  const part = at.start === 0 && at.end === text.length ? text : text.slice(at.start, at.end);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(part); match !== null; match = pattern.exec(part)) {
    if (match[0] === '') {
      pattern.lastIndex += 1;
      continue;
    }
    const start = at.start + match.index;
    found.push({ match, span: span(start, start + match[0].length) });
  }
  return found;
}

/** Reads a decimal number written with a point or a comma. */
export const toNumber = (text: string): number => Number(text.replace(',', '.'));

/** Sorts by place and leaves out what overlaps something before it; of two at one place the longer one stays. */
export function withoutOverlaps<T extends { readonly span: Span }>(found: readonly T[]): readonly T[] {
  if (found.length < 2) return found;
  const sorted = [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: T[] = [];
  let end = -1;
  for (const item of sorted) {
    if (item.span.start < end) continue;
    kept.push(item);
    end = item.span.end;
  }
  return kept;
}

/** The whole of `text` as a span, where none is given. */
export const wholeOf = (text: string, at: Span | undefined): Span => at ?? span(0, text.length);
