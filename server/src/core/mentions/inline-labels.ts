// Labels inside a line: "HTN, gout. Meds: amlodipine. Plan: MFR". What stands behind one is read by it.
import type { FieldContext } from '../note/fields';
import type { SectionId } from '../note/sections';
import { type Span, span } from '../text/span';

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

/** The labels inside a stretch of text, in order; one at its very beginning is not listed. */
export function findInlineLabels(text: string, at: Span): readonly Labelled[] {
  let found: Labelled[] | undefined;
  // Not by `indexOf`, which would look for the next colon through all that follows the stretch.
  for (let i = at.start; i < at.end; i++) {
    if (text.charCodeAt(i) !== colonCode) continue;
    const labelled = labelBefore(text, at.start, i);
    if (labelled === undefined || labelled.start <= at.start) continue;
    found ??= [];
    found.push(labelled);
  }
  return found ?? none;
}

const colonCode = 58;

const none: readonly Labelled[] = [];

/** The label at the very beginning of a line that no field of the note took: "Tx plan: 4 x 60 min". */
export function labelAtStart(text: string, at: Span): InlineLabel | undefined {
  const colon = text.indexOf(':', at.start);
  if (colon === -1 || colon >= at.end || colon - at.start > longest) return undefined;
  const labelled = labelBefore(text, at.start, colon);
  return labelled?.start === at.start ? labelled.label : undefined;
}

function labelBefore(text: string, from: number, colon: number): Labelled | undefined {
  const first = Math.max(from, colon - longest);
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

/** The stretches of a text between its labels; the first one has none. */
export function splitAtLabels(
  text: string,
  at: Span,
): readonly { readonly span: Span; readonly label: InlineLabel | undefined }[] {
  const found = findInlineLabels(text, at);
  if (found.length === 0) return [{ span: at, label: undefined }];
  return [undefined, ...found].map((labelled, index) => ({
    span: span(labelled?.start ?? at.start, found[index]?.start ?? at.end),
    label: labelled?.label,
  }));
}
