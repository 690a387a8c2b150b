// Judges labelled sentences with the engine and counts what is right, missed and falsely alarming.
import {
  type Assertion,
  assertionAt,
  findMentions,
  type Knowledge,
  type Mention,
  type Note,
  parseNote,
} from '../../server/src/core';
import { type Expectation, findPhrase, type Sentence } from './read';

/** One phrase as it was judged. */
export interface Verdict {
  readonly sentence: Sentence;
  readonly expectation: Expectation;
  readonly got: Assertion;
  /** False if the engine does not see there what the sentence names. */
  readonly recognised: boolean;
  /** Undefined where the sentence names neither side nor region. */
  readonly placed: boolean | undefined;
}

/** Something that a silent text should not have raised. */
export interface Outcry {
  readonly sentence: Sentence;
  readonly what: string;
}

export interface Score {
  readonly verdicts: readonly Verdict[];
  readonly silent: number;
  readonly outcries: readonly Outcry[];
  /** Parts of one: exactly the label, or one that a careful reader could give too; and the alarms. */
  readonly strictAccuracy: number;
  readonly lenientAccuracy: number;
  readonly missedAlarms: number;
  readonly falseAlarms: number;
  readonly recognised: number;
  readonly placed: number;
}

/** Labels that can lead to a warning. */
export const alarming: ReadonlySet<Assertion> = new Set(['present', 'possible', 'done', 'planned', 'taken']);

export const isRight = ({ expectation, got, recognised }: Verdict): boolean =>
  (got === expectation.is || expectation.or.includes(got)) && (recognised || !alarming.has(expectation.is));

/** A warning that could not arise: only where every label a careful reader could give would have led to one. */
export const isMissedAlarm = ({ expectation, got, recognised }: Verdict): boolean =>
  [expectation.is, ...expectation.or].every((label) => alarming.has(label)) &&
  !(recognised && alarming.has(got));

/** A warning that no careful reader would expect. */
export const isFalseAlarm = ({ expectation, got, recognised }: Verdict): boolean =>
  ![expectation.is, ...expectation.or].some((label) => alarming.has(label)) &&
  recognised &&
  alarming.has(got);

/** Judges all sentences and counts. */
export function scoreSentences(kb: Knowledge, sentences: readonly Sentence[]): Score {
  const labelled = sentences.filter((sentence) => sentence.expect.length > 0);
  const silent = sentences.filter((sentence) => sentence.expect.length === 0);
  const verdicts = labelled.flatMap((sentence) => judgeSentence(kb, sentence));
  const outcries = silent.flatMap((sentence) => listOutcries(kb, sentence));
  const loud = new Set(outcries.map((outcry) => outcry.sentence)).size;
  const alarms = verdicts.filter(({ expectation }) => alarming.has(expectation.is));
  const quiet = verdicts.length - alarms.length + silent.length;
  const placed = verdicts.filter((verdict) => verdict.placed !== undefined);
  return {
    verdicts,
    silent: silent.length,
    outcries,
    strictAccuracy: share(
      verdicts.filter((verdict) => isRight(verdict) && verdict.got === verdict.expectation.is),
      verdicts.length,
    ),
    lenientAccuracy: share(verdicts.filter(isRight), verdicts.length),
    missedAlarms: share(verdicts.filter(isMissedAlarm), alarms.length),
    falseAlarms: (verdicts.filter(isFalseAlarm).length + loud) / Math.max(quiet, 1),
    recognised: share(
      verdicts.filter((verdict) => verdict.recognised),
      verdicts.length,
    ),
    placed: share(
      placed.filter((verdict) => verdict.placed),
      placed.length,
    ),
  };
}

export const share = (part: readonly unknown[], whole: number): number => part.length / Math.max(whole, 1);

/** Judges every phrase of one sentence. */
export function judgeSentence(kb: Knowledge, sentence: Sentence): readonly Verdict[] {
  const { prefix, note, mentions, date } = read(kb, sentence);
  return sentence.expect.map((expectation) => {
    const at = findPhrase(sentence.text, expectation) ?? { start: 0, end: 0 };
    const start = at.start + prefix;
    const end = at.end + prefix;
    const here = mentions.filter((mention) => mention.span.start < end && start < mention.span.end);
    const found =
      expectation.ids.length === 0
        ? here.find((mention) => mention.kind !== 'region')
        : here.find((mention) => names(mention, expectation.ids));
    return {
      sentence,
      expectation,
      got: found?.assertion ?? assertionAt(note, { start, end }, kb, { date }),
      recognised: found !== undefined || expectation.ids.length === 0,
      placed: isPlaced(found, expectation),
    };
  });
}

/** A text as a note, with the length of the heading that is put before it. */
export function toNote(
  section: string | undefined,
  text: string,
): { readonly prefix: number; readonly note: Note } {
  const heading = section === undefined ? '' : `## ${section.charAt(0).toUpperCase()}${section.slice(1)}\n`;
  return { prefix: heading.length, note: parseNote(heading + text).value };
}

function read(kb: Knowledge, { section, text, today: date }: Sentence) {
  const { prefix, note } = toNote(section, text);
  return { prefix, note, mentions: findMentions(note, kb, { date }), date };
}

const names = (mention: Mention, ids: readonly string[]): boolean =>
  ids.includes(mention.id) ||
  mention.otherReadings.some((reading) => 'id' in reading && ids.includes(reading.id));

function isPlaced(mention: Mention | undefined, { side, region }: Expectation): boolean | undefined {
  if (side === undefined && region === undefined) return undefined;
  const sides = [mention?.side, ...(mention?.regions ?? []).map((entry) => entry.side)];
  return (
    (side === undefined || sides.includes(side)) &&
    (region === undefined || (mention?.regions ?? []).some((entry) => entry.id === region))
  );
}

/** Conditions, medications and techniques of clinical weight that a silent text raises all the same. */
function listOutcries(kb: Knowledge, sentence: Sentence): readonly Outcry[] {
  const weighty = listWeightyConditions(kb);
  return read(kb, sentence)
    .mentions.filter(
      ({ kind, id, assertion }) =>
        alarming.has(assertion) &&
        (kind === 'technique' || kind === 'medication' || (kind === 'condition' && weighty.has(id))),
    )
    .map(({ id, assertion, span }) => ({ sentence, what: `${id} ${assertion} at ${span.start}` }));
}

const weights = new WeakMap<Knowledge, ReadonlySet<string>>();

/** A condition has weight if a rule names it. */
function listWeightyConditions(kb: Knowledge): ReadonlySet<string> {
  const known = weights.get(kb);
  if (known !== undefined) return known;
  const causes = [...kb.rules.values()].flatMap((rule) => rule.anyOf);
  const weighty = new Set(causes.flatMap((cause) => ('condition' in cause ? [cause.condition] : [])));
  weights.set(kb, weighty);
  return weighty;
}
