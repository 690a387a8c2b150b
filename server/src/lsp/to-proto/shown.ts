// What is shown in and above the lines of a note: hints, lenses and colours, in the types of the protocol.
import type { CodeLens, InlayHint, Range, SemanticTokensEdit } from 'vscode-languageserver';
import {
  type LastVisitHint,
  type Lens,
  type LineHint,
  type Span,
  type Token,
  tokenModifiers,
  tokenTypes,
} from '../../core/index';
import type { Positions } from '../encoding';
import { goToCommand } from '../protocol';
import type { Places } from '../state';
import { toLocation } from './edits';

/** Hints that stand in the lines of a range; `full` is what a hint is cut from. */
export function toInlayHints(
  hints: readonly (LineHint | LastVisitHint)[],
  { start, end }: Range,
  positions: Positions,
): InlayHint[] {
  return hints.flatMap((hint) => {
    const position = positions.toPosition(hint.offset);
    if (position.line < start.line || position.line > end.line) return [];
    return [{ position, label: hint.text, paddingLeft: true, ...('full' in hint && { tooltip: hint.full }) }];
  });
}

/** A line above the note. One that leads nowhere has no command. */
export function toCodeLens({ title, target }: Lens, places: Places): CodeLens {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  if (target === undefined) return { range, command: { title, command: '' } };
  const location = toLocation(target, places);
  return { range, command: { title, command: goToCommand, arguments: [location.uri, location.range] } };
}

/** The legend that the numbers of `toTokenData` count in. */
export const tokenLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

/** Tokens as the protocol counts them: five numbers each, places relative to the one before; none crosses a line end. */
export function toTokenData(tokens: readonly Token[], text: string, positions: Positions): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { span, type, modifier } of tokens) {
    for (const piece of linesOf(text, span)) {
      const start = positions.toPosition(piece.start);
      const length = positions.toPosition(piece.end).character - start.character;
      if (length <= 0) continue;
      data.push(
        start.line - line,
        start.line === line ? start.character - character : start.character,
        length,
        tokenTypes.indexOf(type),
        modifier === undefined ? 0 : 1 << tokenModifiers.indexOf(modifier),
      );
      ({ line, character } = start);
    }
  }
  return data;
}

function linesOf(text: string, span: Span): readonly Span[] {
  const pieces: Span[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[^\r\n]+/g))
    pieces.push({ start: span.start + match.index, end: span.start + match.index + match[0].length });
  return pieces;
}

/** The one edit that makes the new numbers of the old ones; none where they are the same. */
export function toTokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const deleteCount = before.length - start - end;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
