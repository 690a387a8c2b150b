// Vital signs and laboratory values in running text, each in its measure's own unit.
import { type Span, span } from '../../text/span';
import { type Found, matchesIn, toNumber, wholeOf, withoutOverlaps } from './found';
import { listPainScores } from './pain';
import { mayHold } from './time-hints';
import { readValueHints, valueHints } from './value-hints';

export type VitalMeasure =
  | 'temperature'
  | 'systolic'
  | 'diastolic'
  | 'heart-rate'
  | 'respiratory-rate'
  | 'spo2'
  | 'inr'
  | 'glucose'
  | 'platelets'
  | 'neutrophils'
  | 'haemoglobin'
  | 'calf-difference'
  | 'pitting-oedema'
  | 'pain';

/** A value in its measure's unit: °C, mmHg, a minute, %, mmol/L, 10⁹/L, g/dL, cm, grade; pain as of ten. */
export interface Vital {
  readonly measure: VitalMeasure;
  readonly value: number;
}

const round = (value: number, digits: number): number => {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
};

/** Celsius from a number and its unit; without one by what a living body can have. */
function toCelsius(text: string, unit: string | undefined): number | undefined {
  const number = toNumber(text);
  const kind =
    unit?.toLowerCase() ?? (number >= 33 && number <= 43 ? 'c' : number >= 92 && number <= 110 ? 'f' : '');
  if (kind === 'c') return number >= 25 && number <= 45 ? number : undefined;
  if (kind === 'f') return number >= 77 && number <= 113 ? round(((number - 32) * 5) / 9, 1) : undefined;
  return undefined;
}

const SEPARATOR =
  '(?:\\s{0,2}[:=~]\\s{0,2}|\\s{1,2}(?:(?:is|was|of|at|today|now|this\\sam|\\([\\w ]{1,12}\\))\\s?[:=]?\\s?){0,2})';
const DECIMAL = '(\\d{2,3}(?:[.,]\\d{1,2})?)';
const BEFORE = '(?<![\\w/.,-])';
const DEGREE = '\\s?(?:\u00b0|\u00ba|deg(?:rees)?\\.?)?\\s?';

type Read = (groups: readonly (string | undefined)[], before: string) => readonly Vital[];
const one = (measure: VitalMeasure, value: number | undefined): readonly Vital[] =>
  value === undefined || Number.isNaN(value) ? [] : [{ measure, value }];
const within = (value: number, low: number, high: number): number | undefined =>
  value >= low && value <= high ? value : undefined;

/** A temperature of something other than the client. */
const OF_A_THING =
  /(?:water|stones?|pack|towels?|room|bath|hydrocollator|oil|heat(?:ed)?|lamp|wax|paraffin)\W{0,3}(?:\w+\W{1,3}){0,2}$/i;

function pressure(groups: readonly (string | undefined)[]): readonly Vital[] {
  const systolic = within(Number(groups[1]), 50, 300);
  const diastolic = within(Number(groups[2]), 20, 200);
  if (systolic === undefined || diastolic === undefined || systolic <= diastolic) return [];
  return [
    { measure: 'systolic', value: systolic },
    { measure: 'diastolic', value: diastolic },
  ];
}

function glucose(number: string, unit: string | undefined): number | undefined {
  const value = toNumber(number);
  const isMilligrams = unit === undefined ? value > 35 : /^mg/i.test(unit);
  return isMilligrams ? within(round(value / 18.016, 1), 0.5, 60) : within(value, 0.5, 60);
}

function platelets(number: string, unit: string | undefined): number | undefined {
  const value = Number(number.replace(/[,\s]/g, ''));
  const thousands = value >= 2000 && !/^k|x|\u00d7/i.test(unit ?? '') ? value / 1000 : value;
  return within(round(thousands, 0), 1, 2000);
}

/** Cells per microlitre, or 10⁹/L where the number is too small for that. */
function neutrophils(number: string): number | undefined {
  const value = Number(number.replace(/[, ]/g, ''));
  return within(value >= 50 ? round(value / 1000, 2) : value, 0, 40);
}

/** g/dL; a number beyond what that can be is g/L. */
function haemoglobin(number: string): number | undefined {
  const value = toNumber(number);
  return within(value > 30 ? round(value / 10, 1) : value, 2, 25);
}

const PAIR = '(\\d{2,3})\\s?/\\s?(\\d{2,3})(?![\\d/]|\\s?\u00b0)';
const FORMS: readonly {
  /** What a text must hold for this form to be in it. */
  readonly needs: number;
  readonly pattern: RegExp;
  readonly read: Read;
}[] = [
  {
    needs: valueHints.temperature,
    pattern: new RegExp(
      `${BEFORE}(?:temp(?:erature)?\\.?|fever(?:ish)?|febrile)${SEPARATOR}(?:up\\sto\\s)?${DECIMAL}(?![\\d/])(?:${DEGREE}([cf])(?![a-z]))?`,
      'gi',
    ),
    read: ([, number, unit], before) =>
      OF_A_THING.test(before) ? [] : one('temperature', toCelsius(number ?? '', unit)),
  },
  {
    needs: valueHints.letterT,
    // A bare T is a temperature only with a number that can be one: T4-5 and T12 are spinal levels.
    pattern: new RegExp(
      `${BEFORE}T(?:\\s{0,2}[:=]\\s{0,2}|\\s{1,2})${DECIMAL}(?![\\d/-])(?:${DEGREE}([CFcf])(?![a-z]))?`,
      'g',
    ),
    read: ([, number, unit]) => one('temperature', toCelsius(number ?? '', unit)),
  },
  {
    needs: valueHints.degree,
    pattern: new RegExp(`${BEFORE}${DECIMAL}\\s?(?:\u00b0|\u00ba|deg(?:rees)?\\.?)\\s?([cf])(?![a-z])`, 'gi'),
    read: ([, number, unit], before) =>
      OF_A_THING.test(before) ? [] : one('temperature', toCelsius(number ?? '', unit)),
  },
  {
    needs: valueHints.bloodPressure,
    pattern: new RegExp(`${BEFORE}(?:BP|B/P|blood pressure)(?![a-z])[^\\d\\n;.]{0,20}${PAIR}`, 'gi'),
    read: pressure,
  },
  { needs: valueHints.mmHg, pattern: new RegExp(`${BEFORE}${PAIR}\\s?mm\\s?hg`, 'gi'), read: pressure },
  {
    needs: valueHints.pulse,
    pattern: new RegExp(
      `${BEFORE}(?:HR|heart rate|pulse(?! ox)|PR)${SEPARATOR}(\\d{2,3})(?![\\d/.]\\d)`,
      'gi',
    ),
    read: ([, number]) => one('heart-rate', within(Number(number), 20, 250)),
  },
  {
    needs: valueHints.bpm,
    pattern: new RegExp(`${BEFORE}(?:P(?:\\s{0,2}[:=]\\s{0,2}|\\s))?(\\d{2,3})\\s?bpm(?![a-z])`, 'g'),
    read: ([, number]) => one('heart-rate', within(Number(number), 20, 250)),
  },
  {
    needs: valueHints.breathing,
    pattern: new RegExp(
      `${BEFORE}(?:RR|resp(?:iratory|iration)?s?(?:\\srate)?\\.?)${SEPARATOR}(\\d{1,2})(?![\\d/.]\\d|\\d)`,
      'gi',
    ),
    read: ([, number]) => one('respiratory-rate', within(Number(number), 4, 70)),
  },
  {
    needs: valueHints.oxygen,
    pattern: new RegExp(
      `${BEFORE}(?:S[pa]O[2\u2082]|O[2\u2082](?:\\s?sats?)?|sats|sat(?=\\W{1,3}\\d{2,3}\\s?%)|pulse ox(?:imetry)?|oxygen sat(?:uration)?s?)${SEPARATOR}(\\d{2,3})(?:\\s?%|(?![\\d/.]))`,
      'gi',
    ),
    read: ([, number]) => one('spo2', within(Number(number), 50, 100)),
  },
  {
    needs: valueHints.glucose,
    pattern: new RegExp(
      `${BEFORE}(?:(?:blood\\s)?glucose|blood sugar|BGL?|CBG|FBS|RBS|BSL)(?![a-z])(?:\\s\\(?(?:fasting|random|level)\\)?)?${SEPARATOR}(\\d{1,3}(?:[.,]\\d{1,2})?)(?![\\d/])\\s?(mmol(?:/l)?|mg(?:/?dl)?)?`,
      'gi',
    ),
    read: ([, number, unit]) => one('glucose', glucose(number ?? '', unit)),
  },
  {
    needs: valueHints.inr,
    pattern: new RegExp(
      `${BEFORE}INR(?:\\s(?:on|of|from|last|was|checked|at)\\s?[\\w ]{0,16}?(?:was|is|:|at))?${SEPARATOR}(\\d{1,2}(?:[.,]\\d{1,2})?)(?![\\d/])`,
      'gi',
    ),
    read: ([, number]) => one('inr', within(toNumber(number ?? ''), 0.5, 20)),
  },
  {
    needs: valueHints.platelets,
    pattern: new RegExp(
      `${BEFORE}(?:platelets?(?:\\scount)?|plts?)${SEPARATOR}(\\d{1,3}(?:[, ]\\d{3}){0,2}|\\d{1,7})(?![\\d/.])\\s?(k(?![a-z])|[x\u00d7]\\s?10)?`,
      'gi',
    ),
    read: ([, number, unit]) => one('platelets', platelets(number ?? '', unit)),
  },
  {
    needs: valueHints.neutrophils,
    pattern: new RegExp(
      `${BEFORE}(?:neutrophils?(?:\\scount)?|ANC)${SEPARATOR}(\\d{1,2}[, ]\\d{3}|\\d{1,5}(?:\\.\\d{1,2})?)(?![\\d/%]|\\s?%)`,
      'gi',
    ),
    read: ([, number]) => one('neutrophils', neutrophils(number ?? '')),
  },
  {
    needs: valueHints.haemoglobin,
    pattern: new RegExp(
      `${BEFORE}(?:Hb|Hgb|ha?emoglobin)(?!\\s?A1c)${SEPARATOR}(\\d{1,3}(?:[.,]\\d)?)(?![\\d/%]|\\s?%)`,
      'gi',
    ),
    read: ([, number]) => one('haemoglobin', haemoglobin(number ?? '')),
  },
  {
    needs: valueHints.calf,
    pattern: new RegExp(
      `${BEFORE}calf(?:\\sgirth|\\scircumference)?\\s(?:is\\s)?(\\d{1,2}(?:[.,]\\d)?)\\s?cm\\s(?:larger|bigger|greater|wider|more)(?![a-z])`,
      'gi',
    ),
    read: ([, number]) => one('calf-difference', within(toNumber(number ?? ''), 0, 20)),
  },
  {
    needs: valueHints.oedema,
    pattern: new RegExp(
      `${BEFORE}(?:([1-4])\\s?\\+\\s(?:pitting\\s)?o?edema|pitting\\so?edema\\s?[:=(]?\\s?(?:grade\\s)?([1-4])\\s?\\+)`,
      'gi',
    ),
    read: ([, before, after]) => one('pitting-oedema', Number(before ?? after)),
  },
];

/** Finds measured values in running text. A blood pressure gives two values, each with its own number's place. */
export function listVitals(
  text: string,
  at?: Span,
  hints = readValueHints(text, wholeOf(text, at)),
): readonly Found<Vital>[] {
  if (!mayHold(hints, valueHints.digit)) return [];
  const place = wholeOf(text, at);
  const matches: { readonly span: Span; readonly vitals: readonly Vital[] }[] = [];
  for (const { needs, pattern, read } of FORMS) {
    if (!mayHold(hints, needs)) continue;
    for (const { match, span: where } of matchesIn(text, pattern, place)) {
      const before = text.slice(Math.max(place.start, where.start - 40), where.start);
      const vitals = read(match, before);
      if (vitals.length > 0) matches.push({ span: where, vitals });
    }
  }
  const found = withoutOverlaps(matches).flatMap(({ span: where, vitals }) => {
    const [first, second] = vitals;
    if (!first || !second) return vitals.map((value) => ({ value, span: where }));
    const slash = text.indexOf('/', text.slice(where.start, where.end).search(/\d/) + where.start);
    return [
      { value: first, span: span(where.start, slash) },
      { value: second, span: span(slash + 1, where.end) },
    ];
  });
  for (const { value, span: where } of listPainScores(text, place, false, hints)) {
    found.push({ value: { measure: 'pain', value: round((value.to * 10) / value.scale, 1) }, span: where });
  }
  return withoutOverlaps(found);
}
