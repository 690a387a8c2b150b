// The phrases of the knowledge base in one word trie, built once per knowledge base.
import { findTerm, type Knowledge, listTerms } from '../knowledge/knowledge';
import { type AmbiguousTerm, type Term, type TermKind, type TermRef, termKinds } from '../knowledge/model';
import { cueWords } from './cue-trie';
import { lookUpWord } from './look-up';
import { StatementMemory } from './memory';
import { misspeltMatch } from './misspelt';
import { sideWords } from './sides';
import { createSpelling, type Spelling } from './spelling';
import { type Token, tokenize } from './tokens';
import { createTrie, growTrie, longestMatch, type Trie } from './trie';

/** One reading of a phrase. */
export interface Reading extends TermRef {
  readonly form: 'name' | 'abbreviation' | 'weak';
}

/** What a phrase of the trie stands for. */
export interface Entry {
  readonly readings: Reading[];
  /** The phrase as listed, for abbreviations whose case matters. */
  readonly listed: string[];
  /** The same in lower case, and with the plurals that they may take. */
  readonly lower: Set<string>;
  readonly plurals: Set<string>;
  ambiguous: AmbiguousTerm | undefined;
  /** A phrase of everyday life, which hides the clinical word in it. */
  readonly everyday: boolean;
  /** True if every reading is a short form. */
  shortForm: boolean;
}

/** All phrases, ready to match. */
export interface Lexicon {
  readonly kb: Knowledge;
  readonly root: Trie<Entry>;
  readonly spelling: Spelling;
  readonly memory: StatementMemory;
}

/** A phrase found at some tokens. */
export interface PhraseMatch {
  readonly from: number;
  /** Index after the last token. */
  readonly to: number;
  readonly readings: readonly Reading[];
  readonly ambiguous: AmbiguousTerm | undefined;
  /** The token that was read as another word, and that word. */
  readonly slip: Slip | undefined;
}

/** A word that was read as the word of the base that it is one slip away from. */
export interface Slip {
  readonly index: number;
  readonly word: string;
}

// Short forms that are also everyday words or the commonest note shorthand: they count only in capitals.
const everyday: ReadonlySet<string> = new Set(
  (
    'as is it im om oh ad art met pet tap cup strip peg comp vib sit has am pm abs me sis ms hypo sinus or he be at in on to us we so ' +
    'no do go up ok mr dr st vs re cc bb cl ct ft oz lb hr an if my by of add all can did for get had her him his how its let may new not now off ' +
    'old one our out own put run say see set she the too two use was way who why yes you aids aid arr ax bm cas cm cr ed fs gs hd hf hg hl ho hp hs ' +
    'ic ics ich ls mm mo op pcs pd pf pg pn ps pu ra rp rt lt sa sb sd si ss stp tx tn tt tts vm vv ua uc ia pt dt es it ep fb pain bad big day mobs rct sat'
  ).split(' '),
);
// Of these even capitals do not count when the whole line is in capitals.
const words: ReadonlySet<string> = new Set(
  (
    'as is it im oh ad art met pet tap cup strip sit has am pm me or he be at in on to us we so no do go up ok an if my by of add all can did for get had her him his ' +
    'how its let may new not now off old one our out own put run say see set she the too two use was way who why yes you aids aid bad big day sat'
  ).split(' '),
);

const built = new WeakMap<Knowledge, Lexicon>();

/** The lexicon of a knowledge base; built on first use. */
export function getLexicon(kb: Knowledge): Lexicon {
  const known = built.get(kb);
  if (known !== undefined) return known;
  const root = createTrie<Entry>();
  const words = new Set<string>();
  const add = (phrase: string, reading: Reading): void => {
    const tokens = tokenize(phrase, { start: 0, end: phrase.length });
    const stems = tokens.map((token) => token.stem);
    if (stems.length === 0) return;
    if (reading.form !== 'abbreviation') for (const token of tokens) words.add(token.norm).add(token.stem);
    const variants = /[a-z]-[a-z]/i.test(phrase)
      ? [
          stems,
          tokenize(phrase.replaceAll('-', ''), { start: 0, end: phrase.replaceAll('-', '').length }).map(
            (t) => t.stem,
          ),
        ]
      : [stems];
    for (const variant of variants) {
      const node = growTrie(root, variant);
      node.value ??= createEntry(false);
      const rest = node.value.readings;
      const twin = rest.findIndex((other) => other.kind === reading.kind && other.id === reading.id);
      if (twin === -1) rest.push(reading);
      else if (rest[twin]?.form === 'weak') rest[twin] = reading;
      if (reading.form === 'abbreviation') listForm(node.value, phrase);
      node.value.shortForm = rest.every(({ form }) => form === 'abbreviation');
    }
  };
  for (const kind of termKinds) {
    for (const term of listTerms(kb, kind)) addTerm(kind, term, add);
  }
  for (const term of kb.data.ambiguousTerms) {
    const stems = tokenize(term.term, { start: 0, end: term.term.length }).map((token) => token.stem);
    const node = growTrie(root, stems);
    if (node.value === undefined) {
      node.value = createEntry(false);
      listForm(node.value, term.term.toUpperCase());
    }
    node.value.ambiguous = term;
    for (const candidate of term.candidates) {
      if (candidate.kind === 'other' || findTerm(kb, candidate) === undefined) continue;
      if (
        !node.value.readings.some((reading) => reading.kind === candidate.kind && reading.id === candidate.id)
      ) {
        node.value.readings.push({ kind: candidate.kind, id: candidate.id, form: 'abbreviation' });
      }
    }
  }
  for (const phrase of kb.data.everydayPhrases) {
    const stems = tokenize(phrase, { start: 0, end: phrase.length }).map((token) => token.stem);
    growTrie(root, stems).value ??= createEntry(true);
  }
  const right = [
    ...kb.data.lookAlikes.pairs.flat(),
    ...kb.data.lookAlikes.words,
    ...cueWords(),
    ...sideWords.keys(),
  ];
  const lexicon: Lexicon = {
    kb,
    root,
    spelling: createSpelling(words, right),
    memory: new StatementMemory(),
  };
  built.set(kb, lexicon);
  return lexicon;
}

const createEntry = (everyday: boolean): Entry => ({
  readings: [],
  listed: [],
  lower: new Set(),
  plurals: new Set(),
  ambiguous: undefined,
  everyday,
  shortForm: true,
});

function listForm(entry: Entry, form: string): void {
  const lower = form.toLowerCase();
  entry.listed.push(form);
  entry.lower.add(lower);
  entry.plurals.add(`${lower}s`).add(`${lower}'s`);
}

function addTerm(kind: TermKind, term: Term, add: (phrase: string, reading: Reading) => void): void {
  const { id } = term;
  add(term.name, { kind, id, form: 'name' });
  for (const phrase of term.synonyms) add(phrase, { kind, id, form: 'name' });
  for (const phrase of term.abbreviations) add(phrase, { kind, id, form: 'abbreviation' });
  for (const phrase of term.weakSynonyms) add(phrase, { kind, id, form: 'weak' });
}

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

function acceptsCase(
  entry: Entry,
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  style: CaseOfText,
): boolean {
  if (to - from !== 1 || !entry.shortForm) return true;
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
  if (isNearItsKind(entry, tokens, from, to)) return true;
  if (style === 'upper')
    return !words.has(token.norm) || (terse.has(token.norm) && leadsNoSentence(tokens[to]));
  const written = text.slice(token.start, token.end);
  if (token.upper || entry.listed.includes(written)) return token.norm.length > 1 || token.upper;
  // DVTs, TrPs: capitals with a plural ending.
  return /^[A-Z]{2,}s$/.test(written);
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
function isNearItsKind(entry: Entry, tokens: readonly Token[], from: number, to: number): boolean {
  if (entry.ambiguous === undefined) return false;
  const near = wordsNear(entry.ambiguous);
  if (near.size === 0) return false;
  for (let i = Math.max(0, from - nearWords); i < Math.min(tokens.length, to + nearWords); i++)
    if (near.has(tokens[i]?.norm ?? '')) return true;
  return false;
}

// Two letters that are no word and mean one thing to every reader.
const plainShort: ReadonlySet<string> = new Set(['fx', 'oa']);

/** The longest phrase from a token on that counts as it is written; `first` is the node of that token. */
function longestPhrase(
  first: Trie<Entry>,
  text: string,
  tokens: readonly Token[],
  from: number,
  style: CaseOfText,
): { readonly value: Entry; readonly end: number } | undefined {
  let node: Trie<Entry> | undefined = first;
  let best: Entry | undefined;
  let end = from;
  for (let to = from + 1; node !== undefined; to++) {
    const entry = node.value;
    if (
      entry !== undefined &&
      (entry.everyday || (entry.readings.length > 0 && acceptsCase(entry, text, tokens, from, to, style)))
    ) {
      best = entry;
      end = to;
    }
    if (node.children.size === 0) break;
    node = node.children.get(tokens[to]?.stem ?? '');
  }
  return best && { value: best, end };
}

/** Finds the longest known phrases, left to right, not overlapping. `tokens` are of `text`. */
export function findPhrases(
  lexicon: Lexicon,
  text: string,
  tokens: readonly Token[],
  style: CaseOfText,
): readonly PhraseMatch[] {
  const found: PhraseMatch[] = [];
  const slips = tokens.some((token) => token.word && lookUpWord(lexicon, token.shared).slip);
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    // "# L NOF": the sign of a fracture may lead.
    if (token === undefined || (!token.word && token.norm !== '#')) {
      i++;
      continue;
    }
    const { phrases, slip } = lookUpWord(lexicon, token.shared);
    if (phrases === undefined && !slip) {
      i++;
      continue;
    }
    const match = phrases && longestPhrase(phrases, text, tokens, i, style);
    const misspelt = slips ? misspeltMatch(lexicon, tokens, i, match?.end ?? i) : undefined;
    if (misspelt !== undefined) found.push(misspelt);
    else if (match !== undefined && !match.value.everyday)
      found.push({
        from: i,
        to: match.end,
        readings: match.value.readings,
        ambiguous: match.value.ambiguous,
        slip: undefined,
      });
    i = misspelt?.to ?? match?.end ?? i + 1;
  }
  return found;
}

/** The readings of one whole phrase, for `conditions: [DVT]`; any case counts. */
export function lookUpPhrase(lexicon: Lexicon, phrase: string): readonly Reading[] {
  const stems = tokenize(phrase, { start: 0, end: phrase.length });
  const match = longestMatch(lexicon.root, stems, 0, (token) => token.stem);
  return match !== undefined && match.end === stems.length ? match.value.readings : [];
}
