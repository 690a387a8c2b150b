// Labelled phrases judged by their span alone: whether or not the base knows what stands there.
import { type Assertion, assertionAt, type Knowledge } from '../../server/src/core';
import { type Expectation, findPhrase, type Sentence } from './read';
import { alarming, share, toNote } from './score';

/** A span with the label that it was given. */
export interface SpanVerdict {
  readonly sentence: Sentence;
  readonly expectation: Expectation;
  readonly got: Assertion;
}

export interface SpanScore {
  readonly wrong: readonly SpanVerdict[];
  /** Of all phrases, those whose span gets a label of theirs; of the present and possible ones, those that it silences. */
  readonly accuracy: number;
  readonly silenced: number;
}

// What is so, of findings, techniques and medicines: a span does not say which of them it is.
const so: ReadonlySet<Assertion> = new Set(['present', 'done', 'taken']);

const isRight = ({ expectation, got }: SpanVerdict): boolean =>
  [expectation.is, ...expectation.or].some((label) => label === got || (so.has(label) && so.has(got)));

const isFinding = ({ expectation }: SpanVerdict): boolean =>
  expectation.is === 'present' || expectation.is === 'possible';

/** A finding that is present or possible and whose span gets a label that keeps silent. */
export const isSilenced = (verdict: SpanVerdict): boolean =>
  isFinding(verdict) &&
  [verdict.expectation.is, ...verdict.expectation.or].every((label) => alarming.has(label)) &&
  !alarming.has(verdict.got);

/** Judges the span of every labelled phrase. */
export function scoreSpans(kb: Knowledge, sentences: readonly Sentence[]): SpanScore {
  const verdicts = sentences.flatMap((sentence) => judgeSpans(kb, sentence));
  const findings = verdicts.filter(isFinding);
  return {
    wrong: verdicts.filter((verdict) => !isRight(verdict)),
    accuracy: share(verdicts.filter(isRight), verdicts.length),
    silenced: share(findings.filter(isSilenced), findings.length),
  };
}

function judgeSpans(kb: Knowledge, sentence: Sentence): readonly SpanVerdict[] {
  const { section, text, today: date } = sentence;
  const { prefix, note } = toNote(section, text);
  return sentence.expect.map((expectation) => {
    const at = findPhrase(text, expectation) ?? { start: 0, end: 0 };
    const span = { start: at.start + prefix, end: at.end + prefix };
    return { sentence, expectation, got: assertionAt(note, span, kb, { date }) };
  });
}
