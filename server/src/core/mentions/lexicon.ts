// The phrases of the knowledge base in one word trie, built once per knowledge base.
import { findTerm, type Knowledge, listTerms } from '../knowledge/knowledge';
import {
  type AmbiguousTerm,
  type Condition,
  type KnowledgeData,
  type Region,
  type Technique,
  type Term,
  type TermId,
  type TermKind,
  type TermRef,
  termKinds,
} from '../knowledge/model';
import { cueWords } from './cue-branches';
import { StatementMemory } from './memory';
import { misspeltMatch } from './misspelt';
import type { Openings } from './openings';
import { acceptsCase, type CaseOfText, caseOf } from './short-forms';
import { sideWords } from './sides';
import { createSpelling, type Spelling } from './spelling';
import { type Token, tokenize } from './tokens';
import { longestMatch, noNode, Trie } from './trie';
import { begins } from './words';

/** One reading of a phrase, with the term that it is of. */
export interface Reading extends TermRef {
  readonly form: 'name' | 'abbreviation' | 'weak';
  readonly condition: Condition | undefined;
  readonly technique: Technique | undefined;
  readonly region: Region | undefined;
  /** True for operations, injections and courses of treatment. */
  readonly procedure: boolean;
}

/** What a phrase of the trie stands for. */
export interface Entry {
  /** True if it has readings. */
  counts: boolean;
  /** A phrase of everyday life, which hides the clinical word in it. */
  readonly everyday: boolean;
  /** True if every reading is a short form. */
  shortForm: boolean;
  /** The reading of a phrase that has no other. */
  only: Reading | undefined;
  ambiguous: AmbiguousTerm | undefined;
  /** The same by the word as it is written, where two have one stem: "MET" and "mets". */
  ambiguousAs: Map<string, AmbiguousTerm> | undefined;
  readonly readings: Reading[];
  /** The phrase as listed, for abbreviations whose case matters. */
  readonly listed: string[];
  /** The same in lower case, and with the plurals that they may take. */
  lower: ReadonlySet<string>;
  plurals: ReadonlySet<string>;
}

/** All phrases, ready to match. */
export interface Lexicon {
  readonly kb: Knowledge;
  readonly phrases: Trie<Entry>;
  readonly spelling: Spelling;
  readonly memory: StatementMemory;
  /** What weeks are read as that stand for a pregnancy without naming it. */
  readonly gestation: Reading;
  /** What twins behind such weeks name. */
  readonly multiples: Reading;
}

/** A phrase found at some tokens. */
export interface PhraseMatch {
  readonly from: number;
  /** Index after the last token. */
  readonly to: number;
  readonly readings: readonly Reading[];
  /** The reading of a phrase that has no other and is not ambiguous. */
  readonly only: Reading | undefined;
  readonly ambiguous: AmbiguousTerm | undefined;
  /** The token that was read as another word, and that word. */
  readonly slip: Slip | undefined;
}

/** A word that was read as the word of the base that it is one slip away from. */
export interface Slip {
  readonly index: number;
  readonly word: string;
}

const built = new WeakMap<Knowledge, Lexicon>();
// A knowledge base that differs from another in its rules alone shares the lexicon: found by the lists it is made of.
const shared: WordLists = { next: new WeakMap() };

interface WordLists {
  readonly next: WeakMap<object, WordLists>;
  lexicon?: Lexicon;
}

/** The lexicon of the words of a knowledge base; built on first use. */
export function getLexicon(kb: Knowledge): Lexicon {
  const known = built.get(kb);
  if (known !== undefined) return known;
  const lists = findWordLists(kb.data);
  lists.lexicon ??= createLexicon(kb);
  built.set(kb, lists.lexicon);
  return lists.lexicon;
}

function findWordLists(data: KnowledgeData): WordLists {
  let at = shared;
  for (const name of wordLists) {
    const next = at.next.get(data[name]) ?? { next: new WeakMap() };
    at.next.set(data[name], next);
    at = next;
  }
  return at;
}

const wordLists = [
  'techniques',
  'conditions',
  'medications',
  'medicationClasses',
  'regions',
  'signs',
  'positions',
  'measures',
  'ambiguousTerms',
  'everydayPhrases',
  'lookAlikes',
] as const satisfies readonly (keyof KnowledgeData)[];

function createLexicon(kb: Knowledge): Lexicon {
  const phrases = new Trie<Entry>();
  /** The entry of a phrase, made where it is new. */
  const entryOf = (stems: readonly string[], everyday: boolean): Entry => {
    const node = phrases.grow(stems);
    const known = phrases.get(node);
    if (known !== undefined) return known;
    const entry = createEntry(everyday);
    phrases.set(node, entry);
    entries.push(entry);
    return entry;
  };
  const entries: Entry[] = [];
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
      const entry = entryOf(variant, false);
      const rest = entry.readings;
      const twin = rest.findIndex((other) => other.kind === reading.kind && other.id === reading.id);
      if (twin === -1) rest.push(reading);
      else if (rest[twin]?.form === 'weak') rest[twin] = reading;
      if (reading.form === 'abbreviation') listForm(entry, phrase);
      entry.shortForm = rest.every(({ form }) => form === 'abbreviation');
    }
  };
  for (const kind of termKinds) {
    for (const term of listTerms(kb, kind)) addTerm(kb, kind, term, add);
  }
  for (const term of kb.data.ambiguousTerms) {
    const stems = tokenize(term.term, { start: 0, end: term.term.length }).map((token) => token.stem);
    const isNew = phrases.get(phrases.grow(stems)) === undefined;
    const entry = entryOf(stems, false);
    if (isNew) listForm(entry, term.term.toUpperCase());
    if (entry.ambiguous === undefined) entry.ambiguous = term;
    else entry.ambiguousAs = new Map([...(entry.ambiguousAs ?? []), [term.term.toLowerCase(), term]]);
    for (const candidate of term.candidates) {
      if (candidate.kind === 'other' || findTerm(kb, candidate) === undefined) continue;
      if (!entry.readings.some((reading) => reading.kind === candidate.kind && reading.id === candidate.id))
        entry.readings.push(readingOf(kb, candidate.kind, candidate.id, 'abbreviation'));
    }
  }
  for (const phrase of kb.data.everydayPhrases) {
    const stems = tokenize(phrase, { start: 0, end: phrase.length }).map((token) => token.stem);
    entryOf(stems, true);
  }
  for (const entry of entries) {
    entry.counts = entry.readings.length > 0;
    entry.only = onlyOf(entry.readings, entry.ambiguous);
  }
  const right = [
    ...kb.data.lookAlikes.pairs.flat(),
    ...kb.data.lookAlikes.words,
    ...cueWords(),
    ...sideWords.keys(),
  ];
  return {
    kb,
    phrases,
    spelling: createSpelling(words, right),
    memory: new StatementMemory(),
    gestation: readingOf(kb, 'condition', 'pregnancy', 'name'),
    multiples: readingOf(kb, 'condition', 'pregnancy-high-risk', 'name'),
  };
}

function readingOf(kb: Knowledge, kind: TermKind, id: TermId, form: Reading['form']): Reading {
  const condition = kind === 'condition' ? kb.conditions.get(id) : undefined;
  return {
    kind,
    id,
    form,
    condition,
    technique: kind === 'technique' ? kb.techniques.get(id) : undefined,
    region: kind === 'region' ? kb.regions.get(id) : undefined,
    procedure: condition !== undefined && isProcedure(condition),
  };
}

const isProcedure = ({ category, course }: Condition): boolean =>
  category === 'procedure' ||
  category === 'post-surgical' ||
  (category === 'oncology' && course.kind === 'event');

const noForms: ReadonlySet<string> = new Set();

const createEntry = (everyday: boolean): Entry => ({
  counts: false,
  everyday,
  shortForm: true,
  only: undefined,
  ambiguous: undefined,
  ambiguousAs: undefined,
  readings: [],
  listed: [],
  lower: noForms,
  plurals: noForms,
});

/** The reading of a phrase that has no other and is not ambiguous. */
export const onlyOf = (
  readings: readonly Reading[],
  ambiguous: AmbiguousTerm | undefined,
): Reading | undefined => (readings.length === 1 && ambiguous === undefined ? readings[0] : undefined);

function listForm(entry: Entry, form: string): void {
  const lower = form.toLowerCase();
  entry.listed.push(form);
  entry.lower = new Set([...entry.lower, lower]);
  entry.plurals = new Set([...entry.plurals, `${lower}s`, `${lower}'s`]);
}

function addTerm(
  kb: Knowledge,
  kind: TermKind,
  term: Term,
  add: (phrase: string, reading: Reading) => void,
): void {
  const name = readingOf(kb, kind, term.id, 'name');
  const abbreviation = readingOf(kb, kind, term.id, 'abbreviation');
  const weak = readingOf(kb, kind, term.id, 'weak');
  add(term.name, name);
  for (const phrase of term.synonyms) add(phrase, name);
  for (const phrase of term.abbreviations) add(phrase, abbreviation);
  for (const phrase of term.weakSynonyms) add(phrase, weak);
}

/** The longest phrase from a token on that counts as it is written; `first` is the node of that token. */
function longestPhrase(
  { phrases }: Lexicon,
  first: number,
  text: string,
  tokens: readonly Token[],
  from: number,
  style: () => CaseOfText,
): { readonly value: Entry; readonly end: number } | undefined {
  let node = first;
  let best: Entry | undefined;
  let end = from;
  let over = false;
  for (let to = from + 1; node !== noNode; to++) {
    const entry = phrases.get(node);
    if (
      entry !== undefined &&
      // "Blood clot in left calf" says no more of what it is than "blood clot".
      !(over && isSameTerm(entry, best)) &&
      (entry.everyday ||
        (entry.counts &&
          (!entry.shortForm || to - from > 1 || acceptsCase(entry, text, tokens, from, style))))
    ) {
      best = entry;
      end = to;
    }
    const next = tokens[to];
    if (next === undefined || !phrases.goesOn(node)) break;
    const step = phrases.next(node, next.shared.stemNumber);
    const after = step === noNode && standsInside(tokens, to) ? tokens[to + 1] : undefined;
    if (after === undefined) node = step;
    else {
      node = phrases.next(node, after.shared.stemNumber);
      over = true;
      to++;
    }
  }
  return best && { value: best, end };
}

const isSameTerm = (entry: Entry, other: Entry | undefined): boolean =>
  other !== undefined && entry.readings[0]?.id === other.readings[0]?.id;

/** "Rolled L ankle", "broke her wrist": the side and the owner stand inside the phrase. */
function standsInside(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.shared;
  if (word === undefined || (word.begins & begins.insidePhrase) === 0 || tokens[at + 1]?.word !== true)
    return false;
  return !sideWords.has(word.norm) || word.norm.length > 2 || word.upper;
}

const none: readonly PhraseMatch[] = [];

/**
 * Finds the longest known phrases, left to right, not overlapping. `tokens` are of `text`, with their openings; `known`
 * is their case.
 */
export function findPhrases(
  lexicon: Lexicon,
  text: string,
  tokens: readonly Token[],
  { phrases: openings, lastSlip }: Openings,
  known?: CaseOfText,
): readonly PhraseMatch[] {
  if (openings.length === 0) return none;
  const found: PhraseMatch[] = [];
  let ofText = known;
  const style = (): CaseOfText => {
    ofText ??= caseOf(tokens);
    return ofText;
  };
  let next = 0;
  for (let at = 0; at < openings.length; at++) {
    const i = openings.at(at);
    if (i < next) continue;
    const first = tokens[i]?.shared.phraseNode ?? noNode;
    const match = first === noNode ? undefined : longestPhrase(lexicon, first, text, tokens, i, style);
    const misspelt = i <= lastSlip ? misspeltMatch(lexicon, tokens, i, match?.end ?? i) : undefined;
    if (misspelt !== undefined) found.push(misspelt);
    else if (match !== undefined && !match.value.everyday)
      found.push({
        from: i,
        to: match.end,
        readings: match.value.readings,
        only: match.value.only,
        ambiguous: match.value.ambiguousAs?.get(tokens[i]?.norm ?? '') ?? match.value.ambiguous,
        slip: undefined,
      });
    next = misspelt?.to ?? match?.end ?? i + 1;
  }
  return found;
}

/** The readings of one whole phrase, for `conditions: [DVT]`; any case counts. */
export function lookUpPhrase(lexicon: Lexicon, phrase: string): readonly Reading[] {
  const words = tokenize(phrase, { start: 0, end: phrase.length });
  const match = longestMatch(lexicon.phrases, words, 0, (token) => token.shared.stemNumber);
  return match !== undefined && match.end === words.length ? match.value.readings : [];
}
