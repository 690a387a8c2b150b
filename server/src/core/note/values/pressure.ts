// Pressure and strength, both on scales of five: pressure 3/5, firm, light to moderate; MMT 4+/5.
import type { Span } from '../../text/span';
import { type Found, matchesIn, wholeOf, withoutOverlaps } from './found';

/** How deep the work went. */
export interface Pressure {
  readonly depth: 'light' | 'moderate' | 'deep';
  /** The step of five, where one was written. */
  readonly step: number | undefined;
}

const WORDS: Readonly<Record<string, Pressure['depth']>> = {
  light: 'light',
  lighter: 'light',
  gentle: 'light',
  superficial: 'light',
  feather: 'light',
  soft: 'light',
  lt: 'light',
  moderate: 'moderate',
  medium: 'moderate',
  mod: 'moderate',
  med: 'moderate',
  firm: 'deep',
  firmer: 'deep',
  deep: 'deep',
  deeper: 'deep',
  heavy: 'deep',
  strong: 'deep',
};
const WORD = `(${Object.keys(WORDS).join('|')})`;
const RANK = ['light', 'moderate', 'deep'] as const;
const STEP =
  '([1-5])(?:\\s?[-\u2013]\\s?([1-5]))?\\s?(/\\s?5)?(?![\\d/]|\\.\\d|\\s?(?:min|x|\u00d7|%|cm|mm))';
const NOUN = '(?:pressure|press\\.?|depth)';
const STEPS = [
  new RegExp(`(?<![\\w/.])${NOUN}(?:\\s?[:=]\\s?|\\s(?:of\\s|at\\s|level\\s){0,2})${STEP}`, 'gi'),
  new RegExp(`(?<![\\w/.])${STEP}\\s${NOUN}(?![a-z])`, 'gi'),
];
const NAMED = [
  new RegExp(
    `(?<![\\w/-])(?:very\\s)?${WORD}(?:\\s?(?:-|\u2013|/|to)\\s?${WORD})?\\s(?:${NOUN}|touch|strokes?)(?![a-z])`,
    'gi',
  ),
  new RegExp(
    `(?<![\\w/-])${NOUN}(?:\\s?[:=]\\s?|\\s(?:was\\s|is\\s)?)(?:very\\s)?${WORD}(?:\\s?(?:-|\u2013|/|to)\\s?${WORD})?(?![a-z])`,
    'gi',
  ),
];
const ALONE_STEP = new RegExp(`(?<![\\w/.])${STEP}`, 'gi');
const ALONE_WORD = new RegExp(`(?<![\\w/-])${WORD}(?:\\s?(?:-|\u2013|/|to)\\s?${WORD})?(?![\\w-])`, 'gi');

/** Finds pressures in running text. `isPressure` says that the field is about pressure, so that `3/5` or `firm` will do. */
export function listPressures(text: string, at?: Span, isPressure = false): readonly Found<Pressure>[] {
  const within = wholeOf(text, at);
  const found: Found<Pressure>[] = [];
  for (const pattern of isPressure ? [...STEPS, ALONE_STEP] : STEPS) {
    for (const { match, span } of matchesIn(text, pattern, within)) {
      const step = Math.max(Number(match[1]), Number(match[2] ?? 0));
      found.push({ value: { depth: depthOfStep(step), step }, span });
    }
  }
  for (const pattern of isPressure ? [...NAMED, ALONE_WORD] : NAMED) {
    for (const { match, span } of matchesIn(text, pattern, within)) {
      const depth = deeperOf(match[1] ?? '', match[2]);
      if (depth) found.push({ value: { depth, step: undefined }, span });
    }
  }
  return withoutOverlaps(found);
}

/** Of five steps the first two are light, the third is moderate, the others are deep. */
const depthOfStep = (step: number): Pressure['depth'] =>
  step <= 2 ? 'light' : step === 3 ? 'moderate' : 'deep';

/** Of `light to moderate` the deeper one counts. */
function deeperOf(first: string, second: string | undefined): Pressure['depth'] | undefined {
  const depths = [first, second ?? first].map((word) => WORDS[word.toLowerCase()]);
  return RANK.findLast((depth) => depths.includes(depth));
}

/** A muscle's strength: `4+/5` is grade 4 with a plus. */
export interface Strength {
  readonly grade: number;
  readonly sign: '+' | '-' | undefined;
}

const GRADE = /(?<![\w/.])([0-5])([+\u2212-])?\s?\/\s?5(?![\d/]|\.\d)/g;
const STRENGTH_BEFORE = /(?:strength|mmt|muscle test(?:ing)?|resisted|power|str)\b[^\n;.]{0,40}$/i;

/** Finds strengths in running text; outside a field about strength only behind a word for it. */
export function listStrengths(text: string, at?: Span, isStrength = false): readonly Found<Strength>[] {
  const within = wholeOf(text, at);
  const found: Found<Strength>[] = [];
  for (const { match, span } of matchesIn(text, GRADE, within)) {
    const before = text.slice(Math.max(within.start, span.start - 60), span.start);
    if (!isStrength && !STRENGTH_BEFORE.test(before)) continue;
    const sign = match[2] === undefined ? undefined : match[2] === '+' ? '+' : '-';
    found.push({ value: { grade: Number(match[1]), sign }, span });
  }
  return found;
}
