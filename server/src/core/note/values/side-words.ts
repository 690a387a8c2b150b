// The words for a side near a place in the text, and the same words for the other side.
import { type Span, span } from '../../text/span';
import type { Side } from '../model';
import { listSides } from './sides';

const furthest = 30;

/** The word for `side` that stands nearest to a place, in its line; undefined if there is none near. */
export function sideWordNear(text: string, line: Span, at: Span, side: Side): Span | undefined {
  let best: { readonly span: Span; readonly distance: number } | undefined;
  const near = span(Math.max(line.start, at.start - 80), Math.min(line.end, at.end + 80));
  for (const found of listSides(text, near)) {
    if (found.value.side !== side || found.value.more !== undefined) continue;
    // A side mostly stands before its place: what stands behind counts as further off.
    const distance =
      found.span.end <= at.start ? at.start - found.span.end : Math.max(0, found.span.start - at.end) + 2;
    if (distance <= furthest && (best === undefined || distance < best.distance))
      best = { span: found.span, distance };
  }
  return best?.span;
}

const pairs: readonly (readonly [string, string])[] = [
  ['left', 'right'],
  ['lt', 'rt'],
  ['l', 'r'],
  ['\u24c1', '\u24c7'],
];

/** The other side as this one is written: `(L)` becomes `(R)`, `Left-sided` becomes `Right-sided`. */
export function otherSideWord(written: string): string {
  return written.replace(/left|right|lt|rt|l|r|\u24c1|\u24c7/i, (word) => {
    const low = word.toLowerCase();
    const pair = pairs.find(
      ([left, right]) => left === low || right === low || left === word || right === word,
    );
    const other = pair === undefined ? word : pair[0] === low || pair[0] === word ? pair[1] : pair[0];
    if (word === low) return other;
    if (word === word.toUpperCase()) return other.toUpperCase();
    return other.charAt(0).toUpperCase() + other.slice(1);
  });
}
