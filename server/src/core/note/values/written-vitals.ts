// Vital signs exactly as they were written, possible or not: what vitals.ts leaves out because no body can have it.
import { type Span, span } from '../../text/span';
import { type Found, matchesIn, toNumber, wholeOf, withoutOverlaps } from './found';
import { mayHold } from './time-hints';
import { readValueHints, valueHints } from './value-hints';

export const writtenMeasures = [
  'blood-pressure',
  'temperature',
  'heart-rate',
  'respiratory-rate',
  'spo2',
  'blood-glucose',
  'inr',
  'weight',
] as const;
export type WrittenMeasure = (typeof writtenMeasures)[number];

/** A number as it was written, with its unit; blood pressure has a second number. */
export interface WrittenVital {
  readonly measure: WrittenMeasure;
  readonly value: number;
  /** The place of the number alone. */
  readonly number: Span;
  readonly second: { readonly value: number; readonly span: Span } | undefined;
  /** Lower case: `c`, `f`, `kg`, `lb`, `mmol/l`, `mg/dl`. */
  readonly unit: { readonly value: string; readonly span: Span } | undefined;
}

const JOIN = '(?:\\s{0,2}[:=~]\\s{0,2}|\\s{1,2}(?:(?:is|was|of|at|today|now)\\s?[:=]?\\s?){0,2})';
const BEFORE = '(?<![\\w/.,-])';
const DECIMAL = '(\\d{1,4}(?:[.,]\\d{1,2})?)';
// A number before a date, a clock or another measure of something else is no value.
const END =
  '(?![\\d/+-]|[.,]\\d|:\\d|\\s?(?:am|pm|%|x|\u00d7|mins?|minutes?|secs?|seconds?|hrs?|hours?|h|days?|wks?|weeks?|months?|yrs?|years?|sessions?|visits?|times)(?![a-z]))';

const FORMS: readonly {
  readonly measure: WrittenMeasure;
  /** What a text must hold for this form to be in it. */
  readonly needs: number;
  readonly pattern: RegExp;
}[] = [
  {
    measure: 'blood-pressure',
    needs: valueHints.bloodPressure,
    pattern: new RegExp(
      `${BEFORE}(?:BP|B/P|blood pressure)(?![a-z])[^\\d\\n;.]{0,20}(\\d{2,4})\\s?/\\s?(\\d{2,4})(?![\\d/]|\\s?kpa)`,
      'dgi',
    ),
  },
  {
    measure: 'temperature',
    needs: valueHints.temperature,
    pattern: new RegExp(
      `${BEFORE}(?:temp(?:erature)?\\.?|fever)${JOIN}(\\d{2,4}(?:[.,]\\d{1,2})?)()(?:\\s?(?:\u00b0|\u00ba|deg(?:rees)?\\.?)?\\s?([cf])(?![a-z]))?${END}`,
      'dgi',
    ),
  },
  {
    measure: 'temperature',
    needs: valueHints.letterT,
    pattern: new RegExp(
      `${BEFORE}T${JOIN}(\\d{2,4}(?:[.,]\\d{1,2})?)()\\s?(?:\u00b0|\u00ba)?\\s?([CF])(?![A-Za-z])`,
      'dg',
    ),
  },
  {
    measure: 'heart-rate',
    needs: valueHints.pulse,
    pattern: new RegExp(
      `${BEFORE}(?<!(?:target|max|peak)\\s)(?:HR|heart rate|pulse(?! ox))${JOIN}(\\d{2,4})${END}`,
      'dgi',
    ),
  },
  {
    measure: 'respiratory-rate',
    needs: valueHints.breathing,
    pattern: new RegExp(`${BEFORE}(?:RR|resp(?:iratory|iration)? rate|resps?)${JOIN}(\\d{2,4})${END}`, 'dgi'),
  },
  {
    measure: 'spo2',
    needs: valueHints.oxygen,
    pattern: new RegExp(
      `${BEFORE}(?:S[pa]O[2\u2082]|O[2\u2082]\\s?sats?|sats|pulse ox(?:imetry)?|oxygen sat(?:uration)?s?)${JOIN}(\\d{2,4})(?:\\s?%|${END})`,
      'dgi',
    ),
  },
  {
    measure: 'blood-glucose',
    needs: valueHints.glucose,
    pattern: new RegExp(
      `${BEFORE}(?:(?:blood\\s)?glucose|blood sugar|BGL?|CBG|FBS|RBS|BSL)(?![a-z])(?:\\s\\(?(?:fasting|random|level)\\)?)?${JOIN}${DECIMAL}()\\s?(mmol(?:/l)?|mg(?:/dl)?)(?![a-z])`,
      'dgi',
    ),
  },
  { measure: 'inr', needs: valueHints.inr, pattern: new RegExp(`${BEFORE}INR${JOIN}${DECIMAL}${END}`, 'dg') },
  {
    measure: 'weight',
    needs: valueHints.weight,
    pattern: new RegExp(
      `${BEFORE}(?:body ?weight|weight|wt\\.?|weighs)${JOIN}${DECIMAL}()\\s?(kgs?|kilos?|lbs?|pounds)(?![a-z])`,
      'dgi',
    ),
  },
];

/** Finds vital signs as they were written, whether or not a body can have them. */
export function listWrittenVitals(
  text: string,
  at?: Span,
  hints = readValueHints(text, wholeOf(text, at)),
): readonly Found<WrittenVital>[] {
  if (!mayHold(hints, valueHints.digit)) return [];
  const found: Found<WrittenVital>[] = [];
  for (const { measure, needs, pattern } of FORMS) {
    if (!mayHold(hints, needs)) continue;
    for (const { match, span: place } of matchesIn(text, pattern, wholeOf(text, at))) {
      const offset = place.start - match.index;
      const part = (group: number): Span | undefined => {
        const indices = match.indices?.[group];
        return indices && indices[0] < indices[1]
          ? span(indices[0] + offset, indices[1] + offset)
          : undefined;
      };
      const [number, second, unit] = [part(1), part(2), part(3)];
      if (number === undefined) continue;
      found.push({
        value: {
          measure,
          value: toNumber(match[1] ?? ''),
          number,
          second: second && { value: Number(match[2]), span: second },
          unit: unit && { value: (match[3] ?? '').toLowerCase(), span: unit },
        },
        span: span(number.start, (unit ?? second ?? number).end),
      });
    }
  }
  return withoutOverlaps(found);
}
