// Weeks of pregnancy and counts of pregnancies exactly as they were written, possible or not.
import type { Span } from '../../text/span';
import { type Found, matchesIn, wholeOf, withoutOverlaps } from './found';
import { mayHold } from './time-hints';
import { readValueHints, valueHints } from './value-hints';

const WEEKS = [
  /(?<![\w/.,-])(\d{2,3})(?:\s?\+\s?[0-6])?[\s-]?(?:w(?:ee)?ks?|w)\s?(?:pregnant|gestation|gest\.|gravid|along in (?:her|the|this) pregnancy)(?![a-z])/gi,
  /(?<![\w/.,-])(?:gestation(?:al age)?|pregnant|pregnancy)\s?[:,]?\s?(?:at\s|of\s)?(\d{2,3})\s?(?:w(?:ee)?ks?|w)(?![a-z])(?!\s(?:ago|postpartum|post|after|later))/gi,
];

/** Finds stated weeks of pregnancy, whether or not a pregnancy lasts that long. */
export function listWrittenWeeks(
  text: string,
  at?: Span,
  hints = readValueHints(text, wholeOf(text, at)),
): readonly Found<number>[] {
  if (!mayHold(hints, valueHints.pregnancy | valueHints.digit)) return [];
  return withoutOverlaps(
    WEEKS.flatMap((pattern) =>
      [...matchesIn(text, pattern, wholeOf(text, at))].map(({ match, span }) => ({
        value: Number(match[1]),
        span,
      })),
    ),
  );
}

/** Pregnancies and births, as in `G2P1`. */
export interface Gravidity {
  readonly pregnancies: number;
  readonly births: number;
}

const COUNTS = /(?<!\w)G(\d{1,2})[\s,/]{0,2}P(\d{1,2})(?!\d|\w*[-\s]?\d{3})/g;

/** Finds counts of pregnancies and births. `P2012` (term, preterm, losses, living) is left alone. */
export function listGravidities(
  text: string,
  at?: Span,
  hints = readValueHints(text, wholeOf(text, at)),
): readonly Found<Gravidity>[] {
  if (!mayHold(hints, valueHints.letterG | valueHints.digit)) return [];
  return [...matchesIn(text, COUNTS, wholeOf(text, at))].map(({ match, span }) => ({
    value: { pregnancies: Number(match[1]), births: Number(match[2]) },
    span,
  }));
}
