// Whether an everyday word counts where it stands: "rash" beside a place, "traction" among techniques, "nuts" as an allergy.
import type { PhraseMatch } from './lexicon';
import { readPrefix, readValue } from './marks';
import { lowerBound } from './parts';
import { readSide } from './sides';
import type { Statement } from './statements';
import type { Token } from './tokens';

const bearing: ReadonlySet<string> = new Set([
  'has',
  'have',
  'had',
  'hx',
  'dx',
  'history',
  'with',
  'of',
  'c/o',
  'reports',
  'complains',
  'noted',
  'severe',
  'mild',
  'moderate',
  'chronic',
  'acute',
  'new',
  'no',
  'denies',
  'is',
  'got',
  'caught',
  'some',
  'diagnosed',
  'still',
  'a',
  'the',
  'any',
  'without',
  'positive',
  'marked',
  'visible',
  'present',
  'pitting',
  'swollen',
  'bad',
  'unexplained',
  'sudden',
  'having',
  'type',
  'her',
  'his',
  'for',
  'to',
  'nil',
  'ø',
  'neg',
  'possible',
  'get',
  'gets',
  'developed',
  'known',
  'controlled',
  'spreading',
  'itchy',
  'red',
]);

const leavesOut: ReadonlySet<string> = new Set(['no', 'refused', 'declined', 'avoided', 'skipped']);

const namesRegion = (phrase: PhraseMatch | undefined, from: number): boolean =>
  phrase?.from === from && phrase.readings.some(({ kind }) => kind === 'region');

/** What an allergy is to; elsewhere it is food or a glove. */
export const substances: ReadonlySet<string> = new Set([
  'allergy-nut',
  'allergy-latex',
  'fragrance-sensitivity',
]);
const allergic: ReadonlySet<string> = new Set(
  'allergic allergy allergies anaphylaxis anaphylactic anaphylactoid sensitive intolerant reacts reacted'.split(
    ' ',
  ),
);
const wordsToAllergy = 6;

/** "Allergic to penicillin and latex", "nuts (anaphylaxis)"; not "latex allergy: no latex gloves". */
function isToldAsAllergy(tokens: readonly Token[], match: PhraseMatch): boolean {
  for (let i = match.from - 1; i >= Math.max(0, match.from - wordsToAllergy); i--) {
    const norm = tokens[i]?.norm ?? '';
    if (allergic.has(norm)) return true;
    if (norm === ':' || norm === '.' || norm === ';') return false;
  }
  return tokens[match.to]?.norm === '(' && allergic.has(tokens[match.to + 1]?.norm ?? '');
}

const opensItem: ReadonlySet<string> = new Set([
  ',',
  '+',
  '&',
  '/',
  ':',
  'and',
  'w',
  'with',
  'gentle',
  'then',
  '-',
  '.',
]);
const closesItem: ReadonlySet<string> = new Set([
  ',',
  '+',
  '&',
  '/',
  '.',
  ';',
  ')',
  'and',
  'then',
  'to',
  'over',
  'through',
  'after',
  '-',
]);
const nearTechnique = 16;

/** "DTM upper traps, MET levator, traction": an everyday word is a technique among others in a list. */
function isListedWithTechniques(
  tokens: readonly Token[],
  match: PhraseMatch,
  phrases: readonly PhraseMatch[],
): boolean {
  const before = tokens[match.from - 1]?.norm;
  const after = tokens[match.to];
  const opens = before === undefined || opensItem.has(before);
  const closes =
    after === undefined ||
    closesItem.has(after.norm) ||
    /^(?:x?\d|only$)/.test(after.norm) ||
    readSide(tokens, match.to, false) !== undefined ||
    namesRegion(phrases[lowerBound(phrases, match.to)], match.to);
  if (!opens || !closes) return false;
  for (let i = lowerBound(phrases, match.from - nearTechnique); i < phrases.length; i++) {
    const other = phrases[i];
    if (other === undefined || other.from > match.from + nearTechnique) return false;
    const sure = other !== match && other.ambiguous === undefined;
    if (sure && other.readings.some(({ kind, form }) => kind === 'technique' && form !== 'weak')) return true;
  }
  return false;
}

/** An everyday word counts where health is spoken of: beside a place, a side, a number or a word that bears findings. */
export function supportsWeak(
  statement: Statement,
  tokens: readonly Token[],
  match: PhraseMatch,
  phrases: readonly PhraseMatch[],
): boolean {
  // "Allergies: nuts, latex": elsewhere nuts are food.
  if (match.readings.some(({ id }) => substances.has(id)))
    return statement.context === 'allergies' || isToldAsAllergy(tokens, match);
  if (statement.context === 'conditions' || statement.context === 'past' || statement.context === 'family')
    return true;
  // Among treatments "kneading" and "heat" are techniques.
  const before = match.from === 0 ? undefined : tokens[match.from - 1];
  // And where they are left out: "no thrust", "refused ice".
  if (match.readings.some((reading) => reading.kind === 'technique'))
    return (
      statement.section === 'treatment' ||
      statement.section === 'plan' ||
      (statement.section !== 'objective' && leavesOut.has(before?.norm ?? '')) ||
      (statement.section === undefined && isListedWithTechniques(tokens, match, phrases))
    );
  // A value, a box or an owner makes it a finding: "rash +", "[x] rash", "her diabetes".
  if (readValue(tokens, match.to) !== undefined || readPrefix(tokens, match.from) !== undefined) return true;
  const after = tokens[match.to];
  if (before !== undefined && bearing.has(before.norm)) return true;
  if (after !== undefined && ['present', 'is', 'was', 'noted', 'visible', 'over', 'but'].includes(after.norm))
    return true;
  if (
    match.from === 0 &&
    (after === undefined ||
      after.norm === ':' ||
      after.norm === ',' ||
      after.norm === '.' ||
      after.norm === '-' ||
      after.norm === '–' ||
      after.norm === '(' ||
      after.norm === 'in' ||
      after.norm === 'on')
  )
    return true;
  // "Fentanyl patch. Catheter. No pain": a sentence of its own.
  if (before?.norm === '.' && (after === undefined || after.norm === '.')) return true;
  if (before !== undefined && readSide(tokens, match.from - 1, false) !== undefined) return true;
  // "Lump L axilla".
  if (after?.upper === true && readSide(tokens, match.to, false) !== undefined) return true;
  return phrases.some(
    (other) =>
      (other.to === match.from ||
        other.from === match.to ||
        (other.from === match.to + 1 && (after?.norm === 'in' || after?.norm === 'on')) ||
        (other.from === match.to + 2 && (after?.norm === 'in' || after?.norm === 'on'))) &&
      other.readings.some((reading) => reading.kind === 'region'),
  );
}
