// The pain that a client came with and left with, as a note scores it.
import type { Note } from '../../note/model';
import { listPainScores } from '../../note/values/pain';
import type { Span } from '../../text/span';
import { sectionsOf } from './notes';

/** A score of 0–10 with its place. */
export interface PainPoint {
  readonly points: number;
  readonly span: Span;
}

/** The pain that the client came with: the first score of the Subjective, of ten; for 4-6/10 the higher one. */
export function findPain(note: Note): PainPoint | undefined {
  for (const section of sectionsOf(note, 'subjective')) {
    const score = listPainScores(note.text, section.span).find(
      ({ value }) => value.scale === 10 && value.stage !== 'after',
    );
    if (score !== undefined) return { points: score.value.to, span: score.span };
  }
  return undefined;
}

/** The pain that the client left with: the last score of ten behind an arrow in the Treatment. */
export function findPainAfter(note: Note): PainPoint | undefined {
  const scores = sectionsOf(note, 'treatment').flatMap((section) =>
    listPainScores(note.text, section.span).filter(
      ({ value }) => value.scale === 10 && value.stage === 'after',
    ),
  );
  const last = scores.at(-1);
  return last && { points: last.value.to, span: last.span };
}
