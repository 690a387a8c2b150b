// Labels inside a line: "HTN, gout. Meds: amlodipine. Plan: MFR". What stands behind one is read by it.
import type { FieldContext } from '../note/fields';
import type { SectionId } from '../note/sections';
import type { Span } from '../text/span';
import { kindAt, kinds } from './characters';
import { wordAt } from './words';

/** What a label says about what stands behind it; neither: it is told of as in the line's own place. */
export interface InlineLabel {
  readonly section?: SectionId;
  readonly context?: FieldContext;
  /** It counts behind any word, not only where a sentence begins. */
  readonly anywhere?: true;
}

const rows: readonly (readonly [string, InlineLabel])[] = [
  ['fhx|fh|fam hx|family hx|family history|family', { context: 'family', anywhere: true }],
  [
    'pmh|pmhx|phx|past hx|past history|past medical history|psh|pshx|past surgical history',
    { context: 'past', anywhere: true },
  ],
  [
    'meds|current meds|medications|current medications|medication|dh|dhx|drug history',
    { context: 'medications', anywhere: true },
  ],
  [
    'past meds|past medication|past medications|past drugs|past rx|previous meds|previous medication|previous medications|previous drugs|prev meds|old meds|former meds|stopped meds|ceased meds|discontinued meds|inactive meds',
    { context: 'medications', anywhere: true },
  ],
  [
    'allergies|adverse reactions|drug reactions|adrs|intolerances|sensitivities',
    { context: 'allergies', anywhere: true },
  ],
  // "Latex allergy: no latex gloves" is none.
  ['allergy', { context: 'allergies' }],
  [
    'plan|plans|a/p|tx plan|rx plan|treatment plan|management|mgmt|plan of care|poc|request|requests|recs|recommendations|next|next visit|next session|next time|next tx|next appt|next appointment|next treatment|next week|next wk|nxt|nxt visit|nxt time',
    { section: 'plan', context: 'plan' },
  ],
  [
    'homecare|home care|hep|homework|home exercises|self care|self-care',
    { section: 'plan', context: 'plan' },
  ],
  ['avoid|avoided', { context: 'avoided' }],
  ['hold|on hold', { section: 'plan', context: 'avoided' }],
  ['education|advice|safety net|safety netting|safety-netting', { context: 'education' }],
  ['goal|goals|client goal', { context: 'goal' }],
  [
    'tx|rx|treatment|treatment today|treated today|tx today|rx today|done today|did|worked|work done|today tx|tx given|treatment given',
    { section: 'treatment' },
  ],
  ['o/e|oe|on exam|on examination|exam|examination|obs|objective|obj', { section: 'objective' }],
  [
    'imp|impression|assessment|assess|dx|diagnosis|diagnoses|ddx|working dx',
    { section: 'assessment', anywhere: true },
  ],
  [
    'self|own|own hx|personal hx|c/o|pc|hpc|hpi|hx|history|social hx|social history|social|shx|sh|today|subjective|subj|ix|ixs|investigations|bloods|results|bp|updates|update',
    {},
  ],
];
const labels: ReadonlyMap<string, InlineLabel> = new Map(
  rows.flatMap(([names, label]) => names.split('|').map((name) => [name, label] as const)),
);
// Single letters count only as capitals.
const letters: ReadonlyMap<string, InlineLabel> = new Map<string, InlineLabel>([
  ['S', {}],
  ['O', { section: 'objective' }],
  ['A', { section: 'assessment' }],
  ['P', { section: 'plan' }],
  ['T', { section: 'treatment' }],
]);

/** A stretch of a line that begins with a label. */
export interface Labelled {
  readonly start: number;
  readonly label: InlineLabel;
}

const longest = 26;
const nameBefore = /[\p{L}][\p{L}/-]*(?:[ \u00a0][\p{L}][\p{L}-]*){0,2}[ \u00a0]?$/u;

// No label ends with another word: what else stands before a colon is not looked at again.
const lastWords: ReadonlySet<string> = new Set(
  [...labels.keys(), ...letters.keys()].map((name) => name.slice(lastWordOf(name)).toLowerCase()),
);

/** Where the letters begin that a name ends with. */
function lastWordOf(name: string): number {
  let from = name.length;
  while (from > 0 && kindAt(name, from - 1) === kinds.letter) from--;
  return from;
}

/** The colons of a text one after the other, each looked for once. */
export class Colons {
  readonly #text: string;
  /** The colon that was found last, and from where on there is none before it. */
  #colon = -1;
  #from = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first colon from an offset on; the end of the text if there is none. */
  next(from: number): number {
    if (from < this.#from || from > this.#colon) {
      const found = this.#text.indexOf(':', from);
      this.#colon = found === -1 ? this.#text.length : found;
      this.#from = from;
    }
    return this.#colon;
  }
}

/** The labels of a stretch of text, in order; one may stand at its very beginning. */
export function findLabels(text: string, at: Span, colons: Colons): readonly Labelled[] {
  let found: Labelled[] | undefined;
  for (let i = colons.next(at.start); i < at.end; i = colons.next(i + 1)) {
    const labelled = labelBefore(text, at.start, i);
    if (labelled === undefined) continue;
    found ??= [];
    found.push(labelled);
  }
  return found ?? none;
}

const none: readonly Labelled[] = [];

function labelBefore(text: string, from: number, colon: number): Labelled | undefined {
  const first = Math.max(from, colon - longest);
  if (!mayEndLabel(text, first, colon)) return undefined;
  const name = nameBefore.exec(text.slice(first, colon))?.[0];
  if (name === undefined) return undefined;
  // The longest name counts: "past history", not "history".
  for (let start = 0; start !== -1 && start < name.length; start = nextWord(name, start)) {
    const written = name.slice(start).trim();
    const label = labels.get(written.toLowerCase().replace('\u00a0', ' ')) ?? letterAt(text, colon, written);
    const place = colon - name.length + start;
    if (label !== undefined && (label.anywhere === true || beginsSentence(text, from, place)))
      return { start: place, label };
  }
  return undefined;
}

/** True if the word before a colon, or before one blank and a colon, is the last one of a label. */
function mayEndLabel(text: string, from: number, colon: number): boolean {
  const before = text.charCodeAt(colon - 1);
  const blank = colon > from && (before === 32 || before === 0xa0);
  const end = blank ? colon - 1 : colon;
  let start = end;
  while (start > from && kindAt(text, start - 1) === kinds.letter) start--;
  return start < end && lastWords.has(wordAt(text, start, end).norm);
}

/** "Q: seizures? A: none" is an answer, not the assessment. */
const letterAt = (text: string, colon: number, written: string): InlineLabel | undefined =>
  /\?\s*$/.test(text.slice(Math.max(0, colon - 6), colon - written.length)) ||
  // "T: 38.2" is a temperature.
  (written === 'T' && /^\s*\d/.test(text.slice(colon + 1, colon + 4)))
    ? undefined
    : letters.get(written);

const nextWord = (name: string, from: number): number => {
  const gap = /[ \u00a0]/.exec(name.slice(from));
  return gap === null ? -1 : from + gap.index + 1;
};

function beginsSentence(text: string, from: number, at: number): boolean {
  let i = at - 1;
  while (i >= from && /[ \t\u00a0]/.test(text.charAt(i))) i--;
  return i < from || /[.;!?|)\]\r\n,–—-]/.test(text.charAt(i));
}
