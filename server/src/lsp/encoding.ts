// Positions at the edge: lines and characters in the encoding that client and server agreed on.

import { type Position, PositionEncodingKind, type Range } from 'vscode-languageserver';
import { type LineIndex, type Span, toLinePosition } from '../core/index';

/** Turns offsets of one text into protocol positions and back. */
export interface Positions {
  toPosition(offset: number): Position;
  toRange(span: Span): Range;
  toOffset(position: Position): number;
  toSpan(range: Range): Span;
}

/** The encoding to use: the client's first choice among those that we speak; UTF-16 where it names none. */
export function chooseEncoding(offered: readonly string[] | undefined): PositionEncodingKind {
  const ours: readonly string[] = [
    PositionEncodingKind.UTF16,
    PositionEncodingKind.UTF8,
    PositionEncodingKind.UTF32,
  ];
  return offered?.find((encoding) => ours.includes(encoding)) ?? PositionEncodingKind.UTF16;
}

/** Makes the converter for one text. */
export function createPositions(text: string, lines: LineIndex, encoding: PositionEncodingKind): Positions {
  const toPosition = (offset: number): Position => {
    const { line, character } = toLinePosition(lines, offset);
    if (encoding === PositionEncodingKind.UTF16) return { line, character };
    const start = lines.starts[line] ?? 0;
    return { line, character: countUnits(text.slice(start, start + character), encoding) };
  };
  const fromPosition = (position: Position): number => {
    const start = lines.starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : text.length;
    // A character past the end of its line counts as the line's end, before the line break.
    const line = text
      .slice(start, lines.starts[position.line + 1] ?? text.length)
      .replace(/(?:\r\n|\r|\n)$/, '');
    if (encoding === PositionEncodingKind.UTF16)
      return start + Math.max(0, Math.min(position.character, line.length));
    return start + unitsToOffset(line, position.character, encoding);
  };
  return {
    toPosition,
    toRange: (span) => ({ start: toPosition(span.start), end: toPosition(span.end) }),
    toOffset: fromPosition,
    toSpan: (range) => ({ start: fromPosition(range.start), end: fromPosition(range.end) }),
  };
}

const unitsOf = (character: string, encoding: PositionEncodingKind): number => {
  if (encoding === PositionEncodingKind.UTF32) return 1;
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

function countUnits(text: string, encoding: PositionEncodingKind): number {
  let units = 0;
  for (const character of text) units += unitsOf(character, encoding);
  return units;
}

function unitsToOffset(line: string, units: number, encoding: PositionEncodingKind): number {
  let left = units;
  let offset = 0;
  for (const character of line) {
    if (left <= 0) break;
    left -= unitsOf(character, encoding);
    offset += character.length;
  }
  return offset;
}
