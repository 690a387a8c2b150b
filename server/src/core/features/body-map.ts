// What a note says of places on the body: conditions, pain, what was worked on and avoided, and the nine customary marks.
import type { ConditionFact, Session } from '../facts/model';
import { isWithin, type Knowledge } from '../knowledge/knowledge';
import type { TermId } from '../knowledge/model';
import { assertionAt } from '../mentions/find';
import { getLexicon, lookUpPhrase } from '../mentions/lexicon';
import type { Mention } from '../mentions/model';
import { listStatements } from '../mentions/statements';
import type { Side } from '../note/model';
import { listPainScores } from '../note/values/pain';
import { namePlace } from '../rules/words';
import { compareText } from '../text/compare';
import { say } from '../text/say';
import { overlapsSpan, type Source, type Span, sliceSpan, span } from '../text/span';
import type { NoteView } from '../workspace/model';
import type { KnownCondition } from './client-summary';

/**
 * The marks that body charts for massage commonly have, as in the legends of printed charts (general-knowledge). Pain
 * is one of them and is found by its words and scores. `conditions` are those that the words of a mark also name.
 */
export const bodyMarks = [
  { id: 'adhesion', name: 'Adhesion', words: /\badhesions?\b|\badhered\b/gi, conditions: [] },
  {
    id: 'rotation',
    name: 'Rotation',
    words: /\brotated\b|\b(?:pelvic|innominate|vertebral|trunk) rotation\b/gi,
    conditions: [],
  },
  {
    id: 'pain',
    name: 'Pain',
    words: /\bpain(?:ful)?\b|\bach(?:e|es|ing|y)\b|\bsore(?:ness)?\b/gi,
    conditions: [],
  },
  { id: 'tender-point', name: 'Tender point', words: /\btender(?:ness)?\b|\bTTP\b/gi, conditions: [] },
  {
    id: 'hypertonicity',
    name: 'Hypertonicity',
    words: /\bHT\b|\bhypertonic(?:ity)?\b|\bhypertonus\b/g,
    conditions: ['muscle-spasm'],
  },
  { id: 'spasm', name: 'Spasm', words: /\bspasm(?:s|ed|ing)?\b/gi, conditions: ['muscle-spasm'] },
  { id: 'inflammation', name: 'Inflammation', words: /\binflam(?:ed|mation)\b/gi, conditions: [] },
  {
    id: 'trigger-point',
    name: 'Trigger point',
    words: /\bM?TrPs?\b|\btrigger points?\b/gi,
    conditions: ['myofascial-pain'],
  },
  // "Elevation 120°" is a movement.
  { id: 'elevation', name: 'Elevation', words: /\belevated\b|\bhigher\b/gi, conditions: [] },
] as const;
export type BodyMark = (typeof bodyMarks)[number]['id'];

export type BodyKind = 'condition' | 'treated' | 'avoided' | BodyMark;

/** One thing that is said of one place. */
export interface BodyEntry {
  readonly kind: BodyKind;
  readonly region: TermId;
  readonly side: Side | undefined;
  /** The place in words: `left calf`. */
  readonly place: string;
  /** What is said of it: a condition, a technique with its depth and minutes, a mark. */
  readonly what: string;
  readonly at: Source;
}

/** Lists what a note, and what is known of its client, say of places on the body; sorted by kind and place. */
export function listBodyEntries(view: NoteView): readonly BodyEntry[] {
  const { kb, session, client } = view;
  const conditions = client.facts.flatMap((fact) => (fact.kind === 'condition' ? [fact] : []));
  return unique([
    ...conditionEntries(kb, conditions),
    ...markEntries(kb, session),
    ...treatedEntries(kb, session),
    ...avoidedEntries(kb, session),
    ...wishEntries(view),
  ]);
}

/** The places of conditions that hold or may hold. */
const conditionEntries = (kb: Knowledge, facts: readonly ConditionFact[]): readonly BodyEntry[] =>
  facts
    .filter((fact) => !fact.historical && !fact.past && !isShownAsMark(fact.id))
    .flatMap((fact) => {
      const name = kb.conditions.get(fact.id)?.name ?? fact.id;
      return fact.regions.map((place) =>
        toEntry(
          kb,
          'condition',
          place,
          fact.certainty === 'possible' ? say`${name} (not certain)` : name,
          fact.source,
        ),
      );
    });

/** Lists the places of a client's conditions that hold or may hold, without a note. */
export const listPlacesOfConditions = (conditions: readonly KnownCondition[]): readonly BodyEntry[] =>
  unique(
    conditions
      .filter(({ standing }) => standing !== 'past')
      .flatMap(({ name, places, standing, at }) =>
        places.map(
          (place): BodyEntry => ({
            kind: 'condition',
            region: place.id,
            side: place.side,
            place: place.name,
            what: standing === 'possible' ? say`${name} (not certain)` : name,
            at,
          }),
        ),
      ),
  );

const isShownAsMark = (condition: TermId): boolean =>
  bodyMarks.some(({ conditions }) => (conditions as readonly string[]).includes(condition));

interface Place {
  readonly id: TermId;
  readonly side: Side | undefined;
}

const toEntry = (kb: Knowledge, kind: BodyKind, place: Place, what: string, at: Source): BodyEntry => ({
  kind,
  region: place.id,
  side: place.side,
  place: namePlace(kb, place),
  what,
  at,
});

function treatedEntries(kb: Knowledge, { uri, techniques }: Session): readonly BodyEntry[] {
  return techniques.flatMap(({ id, status, regions, depth, minutes, mention }) => {
    if (status !== 'done') return [];
    const parts = [
      kb.techniques.get(id)?.name ?? id,
      depth,
      minutes === undefined ? undefined : say`${minutes} min`,
    ];
    const what = parts.filter((part) => part !== undefined).join(', ');
    return regions.map((place) => toEntry(kb, 'treated', place, what, { uri, span: mention.span }));
  });
}

/** What was left out: techniques that were avoided with their places, and places named under "Avoided". */
function avoidedEntries(kb: Knowledge, { uri, note, mentions }: Session): readonly BodyEntry[] {
  const fields = listStatements(note).filter(({ context }) => context === 'avoided');
  return mentions.flatMap((mention): readonly BodyEntry[] => {
    const at = { uri, span: mention.span };
    if (mention.kind === 'technique' && mention.assertion === 'avoided') {
      const name = kb.techniques.get(mention.id)?.name ?? mention.id;
      return mention.regions.map((place) => toEntry(kb, 'avoided', place, say`${name} avoided`, at));
    }
    const isNamed = fields.some((field) => overlapsSpan(field.span, mention.span));
    return mention.kind === 'region' && isNamed
      ? [toEntry(kb, 'avoided', { id: mention.id, side: mention.side }, 'Avoided', at)]
      : [];
  });
}

/** The regions that the client wants left out, as the record says. */
function wishEntries({ kb, client: { record } }: NoteView): readonly BodyEntry[] {
  return (record?.record.avoid ?? []).flatMap(({ value, span: at }) => {
    const side = /^(?:l|left)\b/i.test(value) ? 'left' : /^(?:r|right)\b/i.test(value) ? 'right' : undefined;
    const words = side === undefined ? value : value.replace(/^\w+\s+/, '');
    const region = lookUpPhrase(getLexicon(kb), words).find(({ kind }) => kind === 'region');
    return region === undefined
      ? []
      : [
          toEntry(kb, 'avoided', { id: region.id, side }, say`The client’s wish`, {
            uri: record?.uri ?? '',
            span: at,
          }),
        ];
  });
}

interface MarkWord {
  readonly mark: (typeof bodyMarks)[number];
  readonly span: Span;
}

/** The marks of what was felt, seen and told, each at the places that its words go with. */
function markEntries(kb: Knowledge, session: Session): readonly BodyEntry[] {
  const { note, uri, mentions, date } = session;
  return listStatements(note)
    .filter(({ section }) => section === 'subjective' || section === 'objective')
    .flatMap((statement) => {
      const own = mentions.filter((mention) => overlapsSpan(mention.span, statement.span));
      const words = listMarkWords(note.text, statement.span).filter((word) => {
        const named = own.filter(({ kind, span: at }) => kind !== 'region' && overlapsSpan(at, word.span));
        if (named.length > 0) return named.some((mention) => standsFor(word, mention));
        return assertionAt(note, word.span, kb, { date: date ?? '' }) === 'present';
      });
      if (words.length === 0) return [];
      return narrowest(kb, placesIn(own, note.text)).flatMap((place) => {
        const word = wordFor(note.text, statement.span, words, place.span);
        return word === undefined
          ? []
          : [toEntry(kb, word.mark.id, place, word.mark.name, { uri, span: word.span })];
      });
    });
}

/** True if a mention says of the client what the mark stands for: "low back pain" pain, HT hypertonicity. */
const standsFor = ({ mark }: MarkWord, { kind, id, assertion }: Mention): boolean =>
  (kind === 'condition' || kind === 'sign') &&
  assertion === 'present' &&
  (mark.conditions.length === 0 || (mark.conditions as readonly string[]).includes(id));

function listMarkWords(text: string, within: Span): readonly MarkWord[] {
  const words = bodyMarks.flatMap((mark) =>
    [...sliceSpan(text, within).matchAll(mark.words)].map(({ 0: word, index }) => ({
      mark,
      span: span(within.start + index, within.start + index + word.length),
    })),
  );
  const pain = bodyMarks.find(({ id }) => id === 'pain');
  const scores =
    pain === undefined ? [] : listPainScores(text, within).map((score) => ({ mark: pain, span: score.span }));
  return [...words, ...scores].sort((a, b) => a.span.start - b.span.start);
}

interface PlaceAt extends Place {
  readonly span: Span;
}

/** The regions of a statement, and those that its conditions name: "low back pain" is at the low back. */
const placesIn = (mentions: readonly Mention[], text: string): readonly PlaceAt[] =>
  mentions.flatMap((mention): readonly PlaceAt[] => {
    if (mention.kind === 'region') return [{ id: mention.id, side: mention.side, span: mention.span }];
    if (mention.kind !== 'condition' || mention.assertion !== 'present') return [];
    return /pain|ache/i.test(sliceSpan(text, mention.span))
      ? mention.regions.map(({ id, side }) => ({ id, side, span: mention.span }))
      : [];
  });

/** Without a region that only says where the next one is: of "lumbar erectors" the erectors. */
const narrowest = (kb: Knowledge, places: readonly PlaceAt[]): readonly PlaceAt[] =>
  places.filter(
    (place) =>
      !places.some(
        (other) =>
          other.id !== place.id &&
          isWithin(kb.regions, other.id, place.id) &&
          other.span.start <= place.span.end + 1 &&
          place.span.start <= other.span.end + 1,
      ),
  );

/**
 * The mark that a place goes with: of the words between the same commas the one before it, else the one behind it; where
 * there is none, the last one before those commas. A semicolon or full stop divides.
 */
function wordFor(text: string, within: Span, words: readonly MarkWord[], place: Span): MarkWord | undefined {
  const part = around(text, within, place, /[;.](?=\s|$)|[\r\n]/g);
  const near = around(text, part, place, /,/g);
  const isIn = (outer: Span) => (word: MarkWord) =>
    outer.start <= word.span.start && word.span.end <= outer.end;
  const close = words.filter(isIn(near));
  return (
    close.findLast((word) => word.span.start <= place.start) ??
    close[0] ??
    words.filter(isIn(part)).findLast((word) => word.span.start < near.start)
  );
}

/** The stretch between two dividers in which a place lies. */
function around(text: string, within: Span, place: Span, divider: RegExp): Span {
  let { start, end } = within;
  for (const match of sliceSpan(text, within).matchAll(divider)) {
    const at = within.start + match.index;
    if (at < place.start) start = at + match[0].length;
    else if (at >= place.end) {
      end = at;
      break;
    }
  }
  return span(start, end);
}

const kinds: readonly BodyKind[] = ['condition', 'treated', 'avoided', ...bodyMarks.map(({ id }) => id)];

function unique(entries: readonly BodyEntry[]): readonly BodyEntry[] {
  const found = new Map<string, BodyEntry>();
  for (const entry of entries) {
    const key = `${entry.kind}/${entry.region}/${entry.side ?? ''}/${entry.what}`;
    if (!found.has(key)) found.set(key, entry);
  }
  return [...found.values()].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      compareText(a.place, b.place) ||
      compareText(a.what, b.what),
  );
}
