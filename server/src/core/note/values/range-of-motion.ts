// Range of motion: 45/60°, flexion 45°, ext 20 → 30°, flexion ↓, rotation WNL, full, limited.
import type { Span } from '../../text/span';
import { type Found, matchesIn, wholeOf, withoutOverlaps } from './found';

/** Degrees found, and expected where they were written; or a judgement without a number. */
export type RangeOfMotion =
  | {
      readonly kind: 'degrees';
      /** The movement as it was written, lower case: `flexion`. */
      readonly movement: string | undefined;
      readonly degrees: number;
      readonly expected: number | undefined;
      /** The degrees before treatment, for `20 → 30°`. */
      readonly before: number | undefined;
    }
  | {
      readonly kind: 'judgement';
      readonly movement: string | undefined;
      readonly judgement: 'normal' | 'decreased' | 'increased';
    };

const MOVEMENT =
  '(?:lateral flexion|lat\\.? flex(?:ion)?|side[\\s-]?bend(?:ing)?|plantar\\s?flex(?:ion)?|dorsi\\s?flex(?:ion)?|flexion|flex|extension|ext|abduction|abd|adduction|add|(?:internal|external|int|ext)\\.? rot(?:ation)?|rotation|rot|pronation|supination|inversion|eversion|elevation|depression|protraction|retraction|slr|sb|df|pf|ir|er)';
const MOVED = `(?<![\\w-])(?:(${MOVEMENT})\\.?\\s?(?:\\((?:[LRlr]|B/L)\\)\\s?|(?:[LR]|B/L|left|right)\\s)?(?:[:=~]\\s?|(?:to|at|of|is|was|about)\\s)?)?`;
const DEGREE = '\\s?(?:\u00b0|\u00ba|deg(?:rees)?(?![a-z])\\.?)';
const ANGLE = '(\\d{1,3})';
const ARROW = '\\s?(?:\u2192|-{1,2}>|to)\\s?';
const CHANGE = new RegExp(
  `${MOVED}(?<![\\d/.])${ANGLE}(?:${DEGREE})?${ARROW}${ANGLE}(?:\\s?/\\s?${ANGLE})?${DEGREE}`,
  'gi',
);
const DEGREES = new RegExp(
  `${MOVED}(?<![\\d/.])${ANGLE}(?:(?:${DEGREE})?\\s?(?:/|of)\\s?${ANGLE})?${DEGREE}(?!\\s?[cf](?![a-z]))`,
  'gi',
);
const DOWN = '(?:\u2193{1,3}|decreased|limited|restricted|reduced|impaired|\u2193d)';
const UP = '(?:\u2191{1,3}|increased|improved|hypermobile)';
const NORMAL = '(?:wnl|wfl|full|normal|within normal limits|within functional limits|unrestricted)';
const SUBJECT = `(?:${MOVEMENT}|[ap]?a?rom|range of motion)`;
const BEFORE = new RegExp(`(?<![\\w-])(?:(${DOWN})|(${UP})|(${NORMAL}))\\s?(${SUBJECT})(?![\\w])`, 'gi');
const BEHIND = new RegExp(
  `(?<![\\w-])(${SUBJECT})\\s?(?:\\((?:[LRlr]|B/L)\\)\\s?|(?:[LR]|B/L|left|right)\\s)?(?:[:=]\\s?|(?:is|was|are)\\s)?(?:slightly\\s|mildly\\s|moderately\\s|severely\\s)?(?:(${DOWN})|(${UP})|(${NORMAL}))(?![\\w])`,
  'gi',
);
const ALONE = new RegExp(`(?<![\\w-])(?:(${DOWN})|(${UP})|(${NORMAL}))(?![\\w])`, 'gi');

/** Finds ranges of motion in running text. `isMotion` says that the field is about motion, so that `WNL` alone will do. */
export function listRangesOfMotion(
  text: string,
  at?: Span,
  isMotion = false,
): readonly Found<RangeOfMotion>[] {
  const within = wholeOf(text, at);
  const found: Found<RangeOfMotion>[] = [];
  for (const { match, span } of matchesIn(text, CHANGE, within)) {
    const [, movement, before, degrees, expected] = match;
    const value = toDegrees(movement, degrees, expected, before);
    if (value) found.push({ value, span });
  }
  for (const { match, span } of matchesIn(text, DEGREES, within)) {
    const value = toDegrees(match[1], match[2], match[3], undefined);
    if (value) found.push({ value, span });
  }
  const judged = (
    movement: string | undefined,
    groups: readonly (string | undefined)[],
    span: Span,
  ): void => {
    const judgement =
      groups[0] !== undefined ? 'decreased' : groups[1] !== undefined ? 'increased' : 'normal';
    found.push({ value: { kind: 'judgement', movement: movement?.toLowerCase(), judgement }, span });
  };
  for (const { match, span } of matchesIn(text, BEFORE, within)) judged(match[4], match.slice(1, 4), span);
  for (const { match, span } of matchesIn(text, BEHIND, within)) judged(match[1], match.slice(2, 5), span);
  if (isMotion) {
    for (const { match, span } of matchesIn(text, ALONE, within)) judged(undefined, match.slice(1, 4), span);
  }
  return withoutOverlaps(found);
}

function toDegrees(
  movement: string | undefined,
  degrees: string | undefined,
  expected: string | undefined,
  before: string | undefined,
): RangeOfMotion | undefined {
  const numbers = [degrees, expected, before].map((part) => (part === undefined ? undefined : Number(part)));
  const [found, wanted, first] = numbers;
  if (found === undefined || numbers.some((value) => (value ?? 0) > 220)) return undefined;
  return {
    kind: 'degrees',
    movement: movement?.toLowerCase(),
    degrees: found,
    expected: wanted,
    before: first,
  };
}
