// Which measured values a text can hold at all: one look at its words and signs spares it the grammars of the others.
import { oncePer } from '../../text/once';
import { span } from '../../text/span';
import { isSpaceCode } from '../lex';
import type { Note } from '../model';
import { type HintRows, hintReader } from './word-hints';

/** What a text holds, as bits; a form of a value names the bits that it needs. */
export const valueHints = {
  digit: 1,
  /** A number of five, ten or a hundred: 3/5, 6 / 10, 7 out of 10. */
  ofTen: 1 << 1,
  /** An arrow, or a word that stands for one: 6 → 3, 6 to 3. */
  change: 1 << 2,
  pain: 1 << 3,
  temperature: 1 << 4,
  letterT: 1 << 5,
  degree: 1 << 6,
  bloodPressure: 1 << 7,
  mmHg: 1 << 8,
  pulse: 1 << 9,
  bpm: 1 << 10,
  breathing: 1 << 11,
  oxygen: 1 << 12,
  glucose: 1 << 13,
  inr: 1 << 14,
  platelets: 1 << 15,
  neutrophils: 1 << 16,
  haemoglobin: 1 << 17,
  calf: 1 << 18,
  oedema: 1 << 19,
  weight: 1 << 20,
  movement: 1 << 21,
  pressure: 1 << 22,
  /** A pressure, or what has one: a touch, a stroke. */
  pressed: 1 << 23,
  hour: 1 << 24,
  minute: 1 << 25,
  light: 1 << 26,
  moderate: 1 << 27,
  deep: 1 << 28,
  pregnancy: 1 << 29,
  letterG: 1 << 30,
} as const;

// Weeks and what they are weeks of may stand as one word: `12wkpregnant`.
const pregnancy = ['', 'w', 'wk', 'wks', 'week', 'weeks']
  .flatMap((unit) => ['pregnan*', 'gest*', 'gravid*', 'along'].map((word) => unit + word))
  .join(' ');

/** The words of each hint; `min*` stands for every word that begins so. */
const words: HintRows = [
  [valueHints.ofTen, 'out'],
  [valueHints.change, 'to'],
  [valueHints.pain, 'pain nprs nrs vas ache soreness discomfort headache'],
  [valueHints.temperature, 'temp temperature fever feverish febrile'],
  [valueHints.letterT, 't'],
  [valueHints.degree, 'deg*'],
  [valueHints.bloodPressure, 'bp b blood'],
  [valueHints.mmHg, 'mm mmhg*'],
  [valueHints.pulse, 'hr heart pulse pr'],
  [valueHints.bpm, 'bpm*'],
  [valueHints.breathing, 'rr resp resps respiratory respiratorys respiration respirations'],
  [valueHints.oxygen, 'spo sao o sat sats ox oximetry oxygen'],
  [valueHints.glucose, 'glucose sugar bg bgl cbg fbs rbs bsl'],
  [valueHints.inr, 'inr'],
  [valueHints.platelets, 'platelet platelets plt plts'],
  [valueHints.neutrophils, 'neutrophil neutrophils anc'],
  [valueHints.haemoglobin, 'hb hgb haemoglobin hemoglobin'],
  [valueHints.calf, 'calf'],
  [valueHints.oedema, 'edema* oedema*'],
  [valueHints.weight, 'body bodyweight weight wt weighs'],
  [
    valueHints.movement,
    'flex* ext* abd* adduction* rot* side sidebend* plantarflex* dorsiflex* pronation* supination* inversion* eversion*',
  ],
  [valueHints.pressure, 'pressure press depth'],
  [valueHints.pressed, 'pressure press depth touch stroke strokes'],
  [valueHints.hour, 'h hr hrs* hrand hour*'],
  [valueHints.minute, 'm min*'],
  [valueHints.light, 'feather* light lightly lighter gentle gently superficial soft'],
  [valueHints.moderate, 'moderate moderately medium mod'],
  [valueHints.deep, 'deep deeply deeper firm firmly firmer heavy strong strongly intense'],
  [valueHints.pregnancy, pregnancy],
  [valueHints.letterG, 'g'],
];

/** The hints of single characters. */
const signs: HintRows = [
  [valueHints.digit, '0123456789'],
  [valueHints.change, '>\u2192\u27f6\u279c'],
  [valueHints.degree, '\u00b0\u00ba'],
  [valueHints.minute, "'\u2019\u2032"],
];

/** The hints of a stretch of text, as bits. */
export const readValueHints = hintReader(words, signs, (text, at, code) => {
  if (code !== slash) return 0;
  const arrow = text.charCodeAt(at + 1) === slash ? valueHints.change : 0;
  return isOfTen(text, at) ? arrow | valueHints.ofTen : arrow;
});
const slash = 47;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether a number stands before a slash, and five or ten behind it. */
function isOfTen(text: string, at: number): boolean {
  const before = isSpaceCode(text.charCodeAt(at - 1)) ? at - 2 : at - 1;
  if (!isDigit(text.charCodeAt(before))) return false;
  const behind = isSpaceCode(text.charCodeAt(at + 1)) ? at + 2 : at + 1;
  return text.startsWith('5', behind) || text.startsWith('10', behind);
}

/** The hints of a note below its front matter: several checks ask for them. */
export const hintsOf = oncePer(({ text, frontMatter }: Note) =>
  readValueHints(text, span(frontMatter?.span.end ?? 0, text.length)),
);
