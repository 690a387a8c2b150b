// The only place that turns offsets into lines and characters, and back.
import { countPassing } from './lists';

/** Start offsets of every line of one text. Lines end with LF, CRLF or CR, as in the Language Server Protocol. */
export interface LineIndex {
  readonly starts: readonly number[];
  readonly length: number;
}

/** A place as editors count it: both numbers from 0, characters in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Finds where lines start. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (unit === 10 || unit === 13) starts.push(i + 1);
  }
  return { starts, length: text.length };
}

/** The line that holds an offset; offsets outside the text count as its nearest end. */
export function lineAt(index: LineIndex, offset: number): number {
  const { starts } = index;
  return Math.max(0, countPassing(starts.length, (line) => (starts[line] ?? 0) <= offset) - 1);
}

/** Turns an offset into line and character. */
export function toLinePosition(index: LineIndex, offset: number): LinePosition {
  const bounded = Math.max(0, Math.min(offset, index.length));
  const line = lineAt(index, bounded);
  return { line, character: bounded - (index.starts[line] ?? 0) };
}

/** Turns line and character into an offset; a place past the end of its line counts as the line's end. */
export function toOffset(index: LineIndex, position: LinePosition): number {
  if (position.line < 0) return 0;
  const start = index.starts[position.line];
  if (start === undefined) return index.length;
  const next = index.starts[position.line + 1] ?? index.length;
  return Math.max(start, Math.min(start + Math.max(0, position.character), next));
}

/** The line end that a text uses: CRLF if there is any, else LF. */
export const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
