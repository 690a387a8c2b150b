// Whether a short form counts as it is written: by its capitals, its neighbours and the case of the text around it.
import type { AmbiguousTerm } from '../knowledge/model';
import type { Entry } from './lexicon';
import { sideWords } from './sides';
import type { Token } from './tokens';

// Short forms that are also everyday words or the commonest note shorthand: they count only in capitals.
const everyday: ReadonlySet<string> = new Set(
  (
    'as is it im om oh ad art met pet tap cup strip peg comp vib sit has am pm abs me sis ms hypo sinus or he be at in on to us we so ' +
    'no do go up ok mr dr st vs re cc bb cl ct ft oz lb hr an if my by of add all can did for get had her him his how its let may new not now off ' +
    'old one our out own put run say see set she the too two use was way who why yes you aids aid arr ax bm cas cm cr ed fs gs hd hf hg hl ho hp hs ' +
    'ic ics ich ls mm mo op pcs pd pf pg pn ps pu ra rp rt lt sa sb sd si ss stp tx tn tt tts vm vv ua uc ia pt dt es it ep fb pain bad big day mobs rct sat pts ice spa low cuts'
  ).split(' '),
);
// Of these even capitals do not count when the whole line is in capitals.
const words: ReadonlySet<string> = new Set(
  (
    'as is it im oh ad art met pet tap cup strip sit has am pm me or he be at in on to us we so no do go up ok an if my by of add all can did for get had her him his ' +
    'how its let may new not now off old one our out own put run say see set she the too two use was way who why yes you aids aid bad big day sat spa low cuts'
  ).split(' '),
);

// Two letters that are no word and mean one thing to every reader.
const plainShort: ReadonlySet<string> = new Set(['fx', 'oa']);

/** How the letters around a short form are written: it decides whether its case says anything. */
export type CaseOfText = 'mixed' | 'lower' | 'upper';

/** Finds the case of a stretch of tokens. */
export function caseOf(tokens: readonly Token[]): CaseOfText {
  let capitals = 0;
  let small = 0;
  let capitalised = 0;
  for (const token of tokens) {
    if (!token.word || token.end - token.start < 2) continue;
    if (token.upper) capitals++;
    else small++;
    if (token.norm.length > 3 && token.upper) capitalised++;
  }
  if (small === 0 && capitals > 1 && capitalised > 0) return 'upper';
  return capitals === 0 ? 'lower' : 'mixed';
}

const capitalPlural = /^\p{Lu}.*(?:\p{Lu}|\d)(?:['’]?s|S)$/u;

/** True if a short form, the word at `from`, counts as it is written: it may ask for its capitals. `style` tells the case around. */
export function acceptsCase(
  entry: Entry,
  text: string,
  tokens: readonly Token[],
  from: number,
  style: () => CaseOfText,
): boolean {
  const token = tokens[from];
  if (token === undefined) return false;
  if (isTitle(tokens, from)) return false;
  const exact = entry.lower.has(token.norm);
  // A short form is no word to be put in the singular: "ten" is not TENS.
  if (entry.listed.length > 0 && !exact && !entry.plurals.has(token.norm)) return false;
  // DVTs, TrPs: a plural counts if the short form before it is in capitals: "does" is not DOE.
  if (entry.listed.length > 0 && !exact && !capitalPlural.test(text.slice(token.start, token.end)))
    return false;
  const risky = everyday.has(token.norm) || (token.norm.length <= 2 && !plainShort.has(token.norm));
  if (!risky) return true;
  if (isNearItsKind(entry, tokens, from)) return true;
  if (style() === 'upper')
    return !words.has(token.norm) || (terse.has(token.norm) && leadsNoSentence(tokens[from + 1]));
  const written = text.slice(token.start, token.end);
  // "HAs" are headaches, "HAS" is the word.
  if (words.has(token.norm) && /[a-z]/.test(entry.listed.join('')) && !entry.listed.includes(written))
    return false;
  if (token.upper || entry.listed.includes(written)) return token.norm.length > 1 || token.upper;
  // DVTs, TrPs: capitals with a plural ending.
  return /^[A-Z]{2,}['’]?s$/.test(written);
}

/** "MS. LOPEZ arrived": a title at the beginning, with a stop and a name behind it. */
const isTitle = (tokens: readonly Token[], at: number): boolean => {
  const [token, stop, name] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return (
    at === 0 && token?.norm === 'ms' && stop?.norm === '.' && stop.start === token.end && name?.word === true
  );
};

// Short forms that stand before a place, a mark or nothing, where the everyday word would go on: "ART R SUBSCAP".
const terse: ReadonlySet<string> = new Set(['art', 'as', 'met']);
const leadsNoSentence = (next: Token | undefined): boolean =>
  next === undefined || !next.word || sideWords.has(next.norm) || terseNext.has(next.norm);
const terseNext: ReadonlySet<string> = new Set(
  'hamstrings hamstring ham hams quad quads glute glutes piriformis neck back shoulder shoulders hip hips ut qs ql subscap infra supra levator traps trap rhomboids pecs pec scalenes lats delts forearm forearms itb tfl adductors gastroc soleus scm psoas calf it for to on x'.split(
    ' ',
  ),
);

const nearWords = 8;

const nearOf = new WeakMap<AmbiguousTerm, ReadonlySet<string>>();

/** The words that speak for any clinical reading of an ambiguous short form. */
function wordsNear(term: AmbiguousTerm): ReadonlySet<string> {
  const known = nearOf.get(term);
  if (known !== undefined) return known;
  const near = new Set(
    term.candidates.flatMap((candidate) => (candidate.kind === 'other' ? [] : candidate.near)),
  );
  nearOf.set(term, near);
  return near;
}

/** True if a word stands near that speaks for one reading of an ambiguous short form: then its case says nothing. */
function isNearItsKind(entry: Entry, tokens: readonly Token[], at: number): boolean {
  if (entry.ambiguous === undefined) return false;
  const near = wordsNear(entry.ambiguous);
  if (near.size === 0) return false;
  for (let i = Math.max(0, at - nearWords); i <= Math.min(tokens.length - 1, at + nearWords); i++)
    if (near.has(tokens[i]?.norm ?? '')) return true;
  return false;
}
