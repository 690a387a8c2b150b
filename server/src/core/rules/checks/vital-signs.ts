// Vital signs that cannot be, and units that cannot be meant. The limits are what living people can have, with room to
// spare; they are general-knowledge and no judgement of what is healthy.
import type { Found } from '../../note/values/found';
import { hintsOf } from '../../note/values/value-hints';
import { listWrittenVitals, type WrittenVital } from '../../note/values/written-vitals';
import { say, spoken } from '../../text/say';
import { type Span, sliceSpan } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { aboutValue, bodyOf, fixLikely, lineAround, writeFix } from '../values';

export const vitalSigns: Check = {
  name: 'vital-signs',
  run: (input: CheckInput): readonly Finding[] => {
    const { note } = input.session;
    return listWrittenVitals(note.text, bodyOf(input), hintsOf(note)).flatMap((found) => judge(input, found));
  },
};

interface Limits {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** Above this it can be, but hardly is. */
  readonly unlikely?: number;
  /** What most people have: a number with a slip in it was meant to lie here. */
  readonly usual: readonly [low: number, high: number];
}

/** What can be, in the unit that is named. Source: general-knowledge. */
const limits: Readonly<Record<string, Limits>> = {
  'heart-rate': { name: 'Heart rate', low: 20, high: 250, unit: ' a minute', usual: [40, 180] },
  'respiratory-rate': { name: 'Breathing rate', low: 4, high: 70, unit: ' a minute', usual: [8, 40] },
  spo2: { name: 'Oxygen saturation', low: 50, high: 100, unit: ' %', usual: [80, 100] },
  inr: { name: 'INR', low: 0.5, high: 20, unit: '', unlikely: 10, usual: [0.8, 6] },
  'temperature c': { name: 'Body temperature', low: 25, high: 45, unit: ' °C', usual: [34, 42] },
  'temperature f': { name: 'Body temperature', low: 77, high: 113, unit: ' °F', usual: [93, 108] },
  'blood-glucose mmol/l': { name: 'Blood glucose', low: 0.5, high: 60, unit: ' mmol/L', usual: [2, 30] },
  'blood-glucose mg/dl': { name: 'Blood glucose', low: 10, high: 1100, unit: ' mg/dL', usual: [40, 500] },
  'weight kg': { name: 'Body weight', low: 0, high: 400, unit: ' kg', unlikely: 250, usual: [30, 200] },
  'weight lb': { name: 'Body weight', low: 0, high: 880, unit: ' lb', unlikely: 550, usual: [70, 400] },
};

const systolic: Limits = { name: 'Systolic pressure', low: 50, high: 300, unit: ' mmHg', usual: [80, 220] };
const diastolic: Limits = { name: 'Diastolic pressure', low: 20, high: 200, unit: ' mmHg', usual: [40, 130] };

/** A number in the other unit is certain only here: no fever or chill reaches from one scale into the other. */
const otherUnit: Readonly<
  Record<string, { readonly unit: string; readonly low: number; readonly high: number }>
> = {
  c: { unit: 'F', low: 92, high: 110 },
  f: { unit: 'C', low: 33, high: 43 },
  'mmol/l': { unit: 'mg/dL', low: 61, high: 600 },
  'mg/dl': { unit: 'mmol/L', low: 2, high: 9.99 },
};

const unitNames: Readonly<Record<string, string>> = {
  mmol: 'mmol/l',
  mg: 'mg/dl',
  kgs: 'kg',
  kilo: 'kg',
  kilos: 'kg',
  lbs: 'lb',
  pounds: 'lb',
};

const inside = (value: number, { low, high }: { readonly low: number; readonly high: number }): boolean =>
  low <= value && value <= high;

const liesWithin = (value: number, [low, high]: Limits['usual']): boolean => low <= value && value <= high;
const isUsual = (value: number, scale: 'c' | 'f'): boolean =>
  liesWithin(value, scale === 'c' ? [34, 42] : [93, 108]);

/** The temperature of something other than the client. */
const ofAThing =
  /\b(?:water|stones?|packs?|towels?|rooms?|bath|hydrocollator|oil|lamp|wax|paraffin|outside|weather|sauna|table|pads?|tub|pool)\b/i;

function judge(input: CheckInput, found: Found<WrittenVital>): readonly Finding[] {
  const { measure, value, second, unit, number } = found.value;
  const { text } = input.session.note;
  if (second !== undefined) return judgePressure(input, found.span, found.value.number, value, second);
  if (measure === 'temperature') {
    const line = lineAround(text, found.span);
    if (
      ofAThing.test(
        text.slice(Math.max(line.start, number.start - 60), Math.min(line.end, found.span.end + 30)),
      )
    )
      return [];
    // Without a unit only a lost point is sure: 386 is no temperature on either scale.
    if (unit === undefined)
      return value < 200
        ? []
        : [
            aboutValue(
              input,
              'vital-impossible',
              'warning',
              number,
              say`Body temperature lies within 25–45 °C or 77–113 °F: ${value} cannot be. Is a point missing?`,
              fixLikely(input, number, value, (one) => isUsual(one, 'c') || isUsual(one, 'f')),
            ),
          ];
  }
  const written = unit === undefined ? undefined : (unitNames[unit.value] ?? unit.value);
  const limit = limits[written === undefined ? measure : `${measure} ${written}`];
  if (limit === undefined) return [];
  if (inside(value, limit)) {
    const likely = limit.unlikely === undefined || value <= limit.unlikely;
    return likely
      ? []
      : [
          aboutValue(
            input,
            'vital-unlikely',
            'information',
            number,
            say`${spoken(limit.name)} is hardly ever above ${limit.unlikely}${spoken(limit.unit)}: check ${value}.`,
            fixLikely(input, number, value, (one) => liesWithin(one, limit.usual)),
          ),
        ];
  }
  const other = written === undefined ? undefined : otherUnit[written];
  if (unit !== undefined && other !== undefined && inside(value, other))
    return [
      aboutValue(
        input,
        'vital-unit',
        'warning',
        found.span,
        say`${spoken(limit.name)} lies within ${limit.low}–${limit.high}${spoken(limit.unit)}: ${value} can only be ${other.unit}.`,
        [
          writeFix(
            input,
            unit.span,
            likeWritten(sliceSpan(text, unit.span), other.unit),
            say`Write ${other.unit}`,
          ),
        ],
      ),
    ];
  return [impossible(input, number, limit, value)];
}

/** A unit of one letter keeps the case in which it was written. */
const likeWritten = (written: string, unit: string): string =>
  unit.length === 1 && written === written.toLowerCase() ? unit.toLowerCase() : unit;

const isYear = (value: number): boolean => inside(value, { low: 1900, high: 2100 });

function judgePressure(
  input: CheckInput,
  at: Span,
  number: Span,
  first: number,
  second: { readonly value: number; readonly span: Span },
): readonly Finding[] {
  // 10/28, 04/2026 and 2025/26 may be when it was taken.
  if (isYear(first) || isYear(second.value) || (first <= 12 && second.value <= 31)) return [];
  if (
    first < second.value &&
    inside(second.value, { low: 70, high: 260 }) &&
    inside(first, { low: 30, high: 150 })
  )
    return [
      aboutValue(
        input,
        'blood-pressure-swapped',
        'warning',
        at,
        say`The first number of a blood pressure is the higher one: ${first}/${second.value} looks swapped.`,
        [writeFix(input, at, `${second.value}/${first}`, say`Write ${second.value}/${first}`)],
      ),
    ];
  const wrong = !inside(first, systolic)
    ? impossible(input, number, systolic, first)
    : !inside(second.value, diastolic)
      ? impossible(input, second.span, diastolic, second.value)
      : first <= second.value
        ? aboutValue(
            input,
            'vital-impossible',
            'warning',
            at,
            say`The first number of a blood pressure (systolic) is higher than the second (diastolic). Check both.`,
          )
        : undefined;
  return wrong === undefined ? [] : [wrong];
}

const impossible = (input: CheckInput, at: Span, limit: Limits, value: number): Finding =>
  aboutValue(
    input,
    'vital-impossible',
    'warning',
    at,
    say`${spoken(limit.name)} lies within ${limit.low}–${limit.high}${spoken(limit.unit)}: ${value} cannot be.`,
    fixLikely(input, at, value, (one) => liesWithin(one, limit.usual)),
  );
