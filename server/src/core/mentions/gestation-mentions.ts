// Weeks that stand for a pregnancy without naming it: "28/40", "34 wks, baby active", "G2P1 31+2".
import type { Lexicon, PhraseMatch, Reading } from './lexicon';
import type { Indexes } from './openings';
import { lowerBound } from './parts';
import type { Token } from './tokens';

const fullTerm = '40';
// Of a birth, of a medicine begun then, or of a score: not of how far she is.
const notHers: ReadonlySet<string> = new Set(
  'at from until till by born delivered score scored index scale test since before after prev previous last ndi odi dash lefs psfs koos'.split(
    ' ',
  ),
);
const ofPregnancy: ReadonlySet<string> = new Set(
  'baby bump twins gest gestation iup lmp edd edc due fundal midwife ob antenatal prenatal primip primigravida multip multigravida gravida bub foetal fetal singleton trimester sidelying preeclampsia eclampsia hyperemesis cerclage labour labor obgyn obstetrician ultrasound anomaly breech placenta folic pregnant nausea nauseous preterm pgp spd kicks kicking obs labetalol fm fmf srom mau contractions'.split(
    ' ',
  ),
);
const parity = /^g\d{1,2}(?:p\d{1,2})?$/;
// "31w3d" counts nothing else.
const weeksAndDays = /^(\d{1,2})w[0-6]d?$/;
const weekWords: ReadonlySet<string> = new Set(['wk', 'wks', 'week', 'weeks', 'w']);
const weeksAlone = /^(\d{1,2})(?:w|wk|wks)?$/;

/** True for a word that may name the weeks of a pregnancy: "28", "34wks", "31w3d". */
export function mayBeWeeks(norm: string): boolean {
  const weeks = Number((weeksAndDays.exec(norm) ?? weeksAlone.exec(norm))?.[1]);
  return weeks >= 4 && weeks <= 42;
}

/** True for what stands behind a number that is weeks: "28/40", "28+3", "28 wks". */
export const followsWeeks = (norm: string): boolean => norm === '/' || norm === '+' || weekWords.has(norm);

const nearWords = 7;

/**
 * Adds what only its weeks name to the phrases of a statement, in order; the same list where there is nothing. `weeks`
 * are the tokens that may be weeks.
 */
export function withGestations(
  lexicon: Lexicon,
  tokens: readonly Token[],
  weeks: Indexes,
  phrases: readonly PhraseMatch[],
): readonly PhraseMatch[] {
  let found: PhraseMatch[] | undefined;
  let next = 0;
  for (let at = 0; at < weeks.length; at++) {
    const i = weeks.at(at);
    if (i < next) continue;
    const to = weeksAndDays.test(tokens[i]?.norm ?? '') ? i + 1 : endOfWeeks(tokens, i);
    if (to === undefined) continue;
    // "G1 at 31/40" is hers all the same.
    const told = parity.test(tokens[i - 2]?.norm ?? '');
    if (!told && notHers.has(tokens[i - 1]?.norm ?? '')) continue;
    // The phrases are in order: only the last that begins before the end of the weeks can stand in their way.
    const before = phrases[lowerBound(phrases, to) - 1];
    if ((before?.to ?? 0) > i) continue;
    if (before?.to === i && before.readings.some(({ kind }) => kind === 'measure')) continue;
    found ??= [];
    found.push(toMatch(i, to, lexicon.gestation));
    next = to;
    const twins = endOfTwins(tokens, to);
    if (twins > to) found.push(toMatch(twins - 1, twins, lexicon.multiples));
  }
  return found === undefined ? phrases : [...phrases, ...found].sort((a, b) => a.from - b.from);
}

const toMatch = (from: number, to: number, only: Reading): PhraseMatch => ({
  from,
  to,
  readings: [only],
  only,
  ambiguous: undefined,
  slip: undefined,
});

const joins: ReadonlySet<string> = new Set([',', 'w', '/', 'with']);

/** "34/40, twins": the token behind them, or `from` where there are none. */
function endOfTwins(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + 2 && joins.has(tokens[at]?.norm ?? '')) at++;
  return tokens[at]?.norm === 'twins' ? at + 1 : from;
}

const farWords = 30;

/** "36 wks, on labetalol": an item of its own says how far she is. */
function standsAlone(tokens: readonly Token[], from: number, to: number): boolean {
  const opens = from === 0 || /^[,.;:+-]$/.test(tokens[from - 1]?.norm ?? '');
  return opens && /^(?:[,.;+-]|)$/.test(tokens[to]?.norm ?? '');
}

/** Behind "28/40", "28+3/40"; behind "34 wks" only where the words around speak of a pregnancy. */
function endOfWeeks(tokens: readonly Token[], from: number): number | undefined {
  let at = from + 1;
  const exact = tokens[at]?.norm === '+' && /^[0-6]$/.test(tokens[at + 1]?.norm ?? '');
  if (exact) at += 2;
  if (tokens[at]?.norm === '/' && tokens[at + 1]?.norm === fullTerm && tokens[at + 2]?.norm !== '/')
    return at + 2;
  const spelled = /w/.test(tokens[from]?.norm ?? '') || weekWords.has(tokens[at]?.norm ?? '');
  // "34+2, reduced FM".
  if (!spelled && !(exact && standsAlone(tokens, from, at))) return undefined;
  const to = weekWords.has(tokens[at]?.norm ?? '') ? at + 1 : at;
  if (/^(?:ago|post|postpartum|pp|old|since|later|x)$/.test(tokens[to]?.norm ?? '')) return undefined;
  const window = standsAlone(tokens, from, to) ? farWords : nearWords;
  for (let i = Math.max(0, from - window); i < Math.min(tokens.length, to + window); i++) {
    const norm = tokens[i]?.norm ?? '';
    if (ofPregnancy.has(norm) || parity.test(norm)) return to;
  }
  return undefined;
}
