// Pressure and strength, both on scales of five: pressure 3/5, firm, light to moderate; MMT 4+/5. Pressure of ten too.
import { type Span, span as spanOf } from '../../text/span';
import { type Found, matchesIn, wholeOf, withoutOverlaps } from './found';
import { mayHold } from './time-hints';
import { readValueHints, valueHints } from './value-hints';

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
/** Out of ten, or beyond the scale of five: which is a slip, and deep at least. The written number is checked elsewhere. */
const WRITTEN_PRESSURE = new RegExp(
  `(?<![\\w/.])(?<!blood\\s)${NOUN}(?:\\s?[:=]\\s?|\\s(?:of\\s|at\\s|level\\s){0,2})(\\d{1,2})\\s?/\\s?(5|10)(?![\\d/]|\\.\\d|\\s?%)`,
  'dgi',
);
/** The forms in words, each with what a text must hold for it to be there. */
const NAMED: readonly (readonly [pattern: RegExp, needs: number])[] = [
  [
    new RegExp(
      `(?<![\\w/-])(?:very\\s)?${WORD}(?:\\s?(?:-|\u2013|/|to)\\s?${WORD})?\\s(?:${NOUN}|touch|strokes?)(?![a-z])`,
      'gi',
    ),
    valueHints.pressed,
  ],
  [
    new RegExp(
      `(?<![\\w/-])${NOUN}(?:\\s?[:=]\\s?|\\s(?:was\\s|is\\s)?)(?:very\\s)?${WORD}(?:\\s?(?:-|\u2013|/|to)\\s?${WORD})?(?![a-z])`,
      'gi',
    ),
    valueHints.pressure,
  ],
];
const ALONE_STEP = new RegExp(`(?<![\\w/.])${STEP}`, 'gi');
const ALONE_WORD = new RegExp(`(?<![\\w/-])${WORD}(?:\\s?(?:-|\u2013|/|to)\\s?${WORD})?(?![\\w-])`, 'gi');

/** Finds pressures in running text. `isPressure` says that the field is about pressure, so that `3/5` or `firm` will do. */
export function listPressures(
  text: string,
  at?: Span,
  isPressure = false,
  hints = readValueHints(text, wholeOf(text, at)),
): readonly Found<Pressure>[] {
  if (!isPressure && !mayHold(hints, valueHints.pressed)) return [];
  const within = wholeOf(text, at);
  const found: Found<Pressure>[] = [];
  const addSteps = (pattern: RegExp): void => {
    for (const { match, span } of matchesIn(text, pattern, within)) {
      const step = Math.max(Number(match[1]), Number(match[2] ?? 0));
      found.push({ value: { depth: depthOfStep(step), step }, span });
    }
  };
  if (mayHold(hints, valueHints.pressure | valueHints.digit)) for (const pattern of STEPS) addSteps(pattern);
  if (isPressure) addSteps(ALONE_STEP);
  if (mayHold(hints, valueHints.pressure | valueHints.ofTen)) {
    for (const { match, span } of matchesIn(text, WRITTEN_PRESSURE, within)) {
      const share = Number(match[1]) / Number(match[2]);
      if (share > 0)
        found.push({ value: { depth: depthOfStep(Math.ceil(share * 5)), step: undefined }, span });
    }
  }
  const addWords = (pattern: RegExp): void => {
    for (const { match, span } of matchesIn(text, pattern, within)) {
      const depth = deeperOf(match[1] ?? '', match[2]);
      if (depth) found.push({ value: { depth, step: undefined }, span });
    }
  };
  for (const [pattern, needs] of NAMED) if (mayHold(hints, needs)) addWords(pattern);
  if (isPressure) addWords(ALONE_WORD);
  return withoutOverlaps(found);
}

/** A pressure with its scale, as in `7/5`, whether or not it fits. */
export interface WrittenPressure {
  readonly score: number;
  readonly scale: number;
}

/** Finds pressures with their scale. The span covers the number and the scale. */
export function listWrittenPressures(
  text: string,
  at?: Span,
  hints = readValueHints(text, wholeOf(text, at)),
): readonly Found<WrittenPressure>[] {
  if (!mayHold(hints, valueHints.pressure | valueHints.ofTen)) return [];
  return matchesIn(text, WRITTEN_PRESSURE, wholeOf(text, at)).flatMap(({ match, span }) => {
    const number = match.indices?.[1];
    return number === undefined
      ? []
      : [
          {
            value: { score: Number(match[1]), scale: Number(match[2]) },
            span: spanOf(span.start - match.index + number[0], span.end),
          },
        ];
  });
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
