// Degrees and per cent of a movement exactly as they were written, possible or not.
import { type Span, span } from '../../text/span';
import { type Found, matchesIn, wholeOf, withoutOverlaps } from './found';
import { mayHold } from './time-hints';
import { readValueHints, valueHints } from './value-hints';

/** A movement with its number: `rotation 800°`, `flexion 120 %`. */
export interface WrittenMotion {
  /** As in the table of norms: `lateral-flexion`. */
  readonly movement: string;
  readonly value: number;
  readonly unit: 'degrees' | 'percent' | undefined;
  /** The place of the number with its unit. */
  readonly number: Span;
}

// A table with one row a movement, longest forms first, so that "lateral flexion" is no flexion.
const MOVEMENTS: readonly (readonly [string, string])[] = [
  ['lateral-flexion', 'lateral flexion|lat\\.? flex(?:ion)?|side[\\s-]?bend(?:ing)?'],
  ['plantarflexion', 'plantar[\\s-]?flex(?:ion)?'],
  ['dorsiflexion', 'dorsi[\\s-]?flex(?:ion)?'],
  ['internal-rotation', 'int(?:ernal|\\.)? rot(?:ation)?'],
  ['external-rotation', 'ext(?:ernal|\\.)? rot(?:ation)?'],
  ['flexion', 'flexion|flex'],
  ['extension', 'extension|ext'],
  ['abduction', 'abduction|abd'],
  ['adduction', 'adduction'],
  ['rotation', 'rotation|rot'],
  ['pronation', 'pronation'],
  ['supination', 'supination'],
  ['inversion', 'inversion'],
  ['eversion', 'eversion'],
];
const NAMES = MOVEMENTS.map(([, words]) => `(${words})`).join('|');
const MOTION = new RegExp(
  `(?<![\\w-])(?<!horizontal |horiz\\.? )(?:${NAMES})\\.?\\s?(?:\\([LR]\\)\\s?|(?:L|R|left|right)\\s)?(?:[:=~]\\s?|(?:to|at|of|is|was|about)\\s)?(?:\\d{1,3}(?:\\s?\u00b0)?\\s?(?:\u2192|-{1,2}>)\\s?)?(\\d{1,4})\\s?(?:/\\s?\\d{1,3}\\s?)?(\u00b0|\u00ba|deg(?:rees)?(?![a-z])|%)?(?![\\d/.,:-]\\d|\\d|\\s?(?:x|\u00d7|reps?|sets?|s|secs?|seconds?|mins?|minutes?|times|cm|mm|in|inch(?:es)?|lbs?|kg|hz|/\\s?[510])(?![a-z]))`,
  'dgi',
);

/** Finds movements with a number in running text. */
export function listWrittenMotions(
  text: string,
  at?: Span,
  hints = readValueHints(text, wholeOf(text, at)),
): readonly Found<WrittenMotion>[] {
  if (!mayHold(hints, valueHints.movement | valueHints.digit)) return [];
  const found: Found<WrittenMotion>[] = [];
  for (const { match, span: place } of matchesIn(text, MOTION, wholeOf(text, at))) {
    const row = MOVEMENTS.findIndex((_, index) => match[index + 1] !== undefined);
    const number = match.indices?.[MOVEMENTS.length + 1];
    const movement = MOVEMENTS[row]?.[0];
    if (number === undefined || movement === undefined) continue;
    const unit = match[MOVEMENTS.length + 2];
    const offset = place.start - match.index;
    found.push({
      value: {
        movement,
        value: Number(match[MOVEMENTS.length + 1]),
        unit: unit === undefined ? undefined : unit === '%' ? 'percent' : 'degrees',
        number: span(number[0] + offset, number[1] + offset),
      },
      span: place,
    });
  }
  return withoutOverlaps(found);
}
