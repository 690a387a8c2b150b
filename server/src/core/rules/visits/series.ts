// Values of several visits in a row: pain by complaint, scores of outcome measures.

import { mayBeSamePlace } from '../../facts/denial';
import type { Session } from '../../facts/model';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Measure } from '../../knowledge/model';
import { listOutcomeScores } from '../../note/values/outcome-measures';
import { listPainScores } from '../../note/values/pain';
import { oncePer } from '../../text/once';
import { type Span, sliceSpan, span } from '../../text/span';
import type { Place } from '../overlap';
import { lineAround } from '../values';
import { sectionsOf } from './notes';

/** One value of one visit. */
export interface Reading {
  readonly session: Session;
  readonly value: number;
  readonly span: Span;
  /** As it was written. */
  readonly words: string;
}

/** A pain score with the places that its line names; none where it names none. */
export interface PainReading extends Reading {
  readonly places: readonly Place[];
}

const known = new WeakMap<Session, readonly PainReading[]>();

/** The pain that the client came with, of ten, one score for each complaint of the Subjective; for 4-6/10 the higher one. */
export function listComplaints(kb: Knowledge, session: Session): readonly PainReading[] {
  const before = known.get(session);
  if (before !== undefined) return before;
  const { text } = session.note;
  const readings: PainReading[] = [];
  for (const section of sectionsOf(session.note, 'subjective'))
    for (const { value, span: at } of listPainScores(text, section.span)) {
      if (value.scale !== 10 || value.stage === 'after') continue;
      const places = placesNear(session, lineAround(text, at), at);
      const isKnown = readings.some(
        (other) => (other.places.length === 0 && places.length === 0) || isSame(kb, other, { places }),
      );
      if (!isKnown) readings.push({ session, value: value.to, span: at, words: `${value.to}/10`, places });
    }
  known.set(session, readings);
  return readings;
}

/** The places that a line names before a score; of a line that names none before it, those behind it. */
function placesNear({ mentions }: Session, line: Span, at: Span): readonly Place[] {
  const placesIn = (part: Span): readonly Place[] =>
    mentions
      .filter(({ span: own }) => part.start <= own.start && own.end <= part.end)
      .flatMap(({ kind, id, side, regions }): readonly Place[] =>
        kind === 'region' ? [{ id, side }] : regions,
      );
  const ahead = placesIn(span(line.start, at.start));
  return ahead.length > 0 ? ahead : placesIn(span(at.end, line.end));
}

const isSame = (
  kb: Knowledge,
  a: { readonly places: readonly Place[] },
  b: { readonly places: readonly Place[] },
) => a.places.length > 0 && b.places.length > 0 && mayBeSamePlace(kb, a.places, b.places);

/**
 * The readings of a complaint, today's first and then back from visit to visit: who reads them stops early. In a visit
 * with one score alone that score is taken where either of the two names no place.
 */
export function* seriesOf(
  kb: Knowledge,
  sessions: readonly Session[],
  now: PainReading,
): Generator<PainReading> {
  yield now;
  const isAlone = listComplaints(kb, now.session).length === 1;
  for (let at = sessions.length - 1; at >= 0; at--) {
    const session = sessions[at];
    const all = session === undefined ? [] : listComplaints(kb, session);
    const [only] = all;
    const isOpen = isAlone && all.length === 1 && (only?.places.length === 0 || now.places.length === 0);
    const reading = all.find((one) => isSame(kb, one, now)) ?? (isOpen ? only : undefined);
    if (reading !== undefined) yield reading;
  }
}

/** The scores of an outcome measure in per cent of its range, oldest first, one for each visit: the last that it names. */
export const scoresOf = (measure: Measure, sessions: readonly Session[]): readonly Reading[] =>
  sessions.flatMap((session) => scoreIn(session, measure) ?? []);

/** The scored measures that a note names by the abbreviations that people write before a score; most notes name none. */
export const measuresNamedIn = (kb: Knowledge, session: Session): readonly Measure[] => namedIn(kb)(session);

const namedIn = oncePer((kb: Knowledge) => {
  const scored = kb.data.measures.filter(({ family, totals }) => family === 'outcome' || totals.length > 0);
  return oncePer(({ note: { text } }: Session) =>
    scored.filter(({ abbreviations }) => abbreviations.some((name) => text.includes(name))),
  );
});

// Every later note of the client asks for it again.
const scoresIn = oncePer((_: Session) => new Map<Measure, Reading | undefined>());

/** The score of an outcome measure in a note; undefined if it has none. */
export function scoreIn(session: Session, measure: Measure): Reading | undefined {
  const known = scoresIn(session);
  if (!known.has(measure)) known.set(measure, readScore(measure, session));
  return known.get(measure);
}

function readScore(measure: Measure, session: Session): Reading | undefined {
  const from = session.note.frontMatter?.span.end ?? 0;
  const { text } = session.note;
  const found = listOutcomeScores(text, [measure], span(from, text.length)).at(-1);
  if (found === undefined) return undefined;
  const { score, total, percent } = found.value;
  const most = percent ? 100 : (total?.value ?? measure.range?.[1] ?? 100);
  return { session, value: (100 * score) / most, span: found.span, words: sliceSpan(text, found.span) };
}

/** True if a value is better than another by a change that matters; all three in per cent of the range. */
export const isBetter = (measure: Measure, before: number, after: number, change: number): boolean =>
  (measure.direction === 'higher is better' ? after - before : before - after) >= change;

/** The change that matters, in per cent of the range; undefined where no source gives one. */
export const importantPercent = ({ important }: Measure): number | undefined =>
  important === undefined ? undefined : (100 * important.change) / important.of;
