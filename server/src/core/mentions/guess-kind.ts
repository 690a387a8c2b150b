// What a span that the base does not know most likely is: a medicine by its dose, a technique by its last word.
import { otherMedicines } from './other-medicines';
import type { Statement } from './statements';
import type { Token } from './tokens';

/** What an unknown span can be judged as. */
export type GuessedKind = 'condition' | 'medication' | 'technique';

const drugEnding =
  /(?:pril|sartan|olol|statin|azole|mab|nib|cillin|mycin|micin|floxacin|cycline|azepam|zolam|gliptin|gliflozin|glutide|parin|xaban|gatran|dipine|prazole|tidine|oxetine|triptan|setron|profen|coxib|solone|sone|codone|morphine|morphone|thiazide|semide|lukast|terol|tropium|dronate|dronic|barbital|triptyline|pramine|azine|idone|apine|vastatin|fibrate|formin|gabalin|gabapentin|caine|zepine|vir|prazosin|zosin)$/;
const forms: ReadonlySet<string> = new Set(
  'tablet tablets tab tabs pill pills capsule capsules caps inhaler inhalers puffer cream gel ointment spray drops syrup patch patches suppository lotion nebs nebuliser sachet sachets linctus mouthwash'.split(
    ' ',
  ),
);
const doses: ReadonlySet<string> = new Set(
  'mg mcg micrograms µg iu units puffs puff tabs tablets od bd bid tds tid qid qds prn nocte mane qhs po daily'.split(
    ' ',
  ),
);
const dose = /^\d+(?:mg|mcg|g|iu|units|ug|ml|x)$/;
const number = /^\d+$/;

const techniqueNouns: ReadonlySet<string> = new Set(
  'release releases massage stretch stretches stretching work mobs mobilisation mobilization mobilisations mobilizations therapy technique techniques drainage taping tape needling strokes stroking friction frictions frictioning holds hold rocking traction kneading gliding glides tapotement percussion vibration shaking jostling rolling cupping stripping unwinding wraps wrap scrub scrubs bath packs soak stones effleurage petrissage rubdown'.split(
    ' ',
  ),
);

/** Guesses from the words of a span `[from, to)` and those behind it; a condition where nothing tells. */
export function guessKind(
  tokens: readonly Token[],
  from: number,
  to: number,
  statement: Statement,
): GuessedKind {
  const last = tokens[to - 1]?.norm ?? '';
  if (techniqueNouns.has(last)) return 'technique';
  if (statement.context === 'medications' || forms.has(last) || isDosed(tokens, to)) return 'medication';
  if (takesNext.has(tokens[from - 1]?.norm ?? '') || isReactedTo(tokens, from)) return 'medication';
  for (let i = from; i < to; i++) {
    const norm = tokens[i]?.norm ?? '';
    if (otherMedicines.has(norm) || (norm.length > 6 && drugEnding.test(norm))) return 'medication';
  }
  return statement.section === 'treatment' && opensItem(tokens, from) ? 'technique' : 'condition';
}

const takesNext: ReadonlySet<string> = new Set(
  'taking takes took prescribed commenced ceased discontinued titrating'.split(' '),
);

/** "Allergic to sulfa", "intolerant of statins". */
const isReactedTo = (tokens: readonly Token[], from: number): boolean =>
  (tokens[from - 1]?.norm === 'to' || tokens[from - 1]?.norm === 'of') &&
  /^(?:allerg(?:ic|y)|intoleran(?:t|ce))$/.test(tokens[from - 2]?.norm ?? '');

/** "Advantan 0.1 % bd", "Sinemet 25/100 tds", "Zyrtec prn". */
function isDosed(tokens: readonly Token[], to: number): boolean {
  for (let i = to; i < to + 4; i++) {
    const token = tokens[i];
    if (
      token === undefined ||
      token.norm === ',' ||
      (token.norm === '.' && token.end !== tokens[i + 1]?.start)
    )
      return false;
    if (doses.has(token.norm) || dose.test(token.norm)) return true;
    if (token.word && !number.test(token.norm)) return false;
  }
  return false;
}

/** A treatment is written first in its entry: "GSM to back, lavender blend, 10 min". */
function opensItem(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  return before === undefined || /^[,:;.+&•*-]$/.test(before.norm) || before.norm === 'and';
}
