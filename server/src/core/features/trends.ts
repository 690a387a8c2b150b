// Pain, range of motion and outcome measures over the sessions of a client.
import type { Session } from '../facts/model';
import { isWithin, type Knowledge } from '../knowledge/knowledge';
import type { CivilDate, Side } from '../note/model';
import { listOutcomeScores } from '../note/values/outcome-measures';
import { listRangesOfMotion } from '../note/values/range-of-motion';
import { listWrittenMotions } from '../note/values/written-motion';
import { lineAround } from '../rules/values';
import { sectionsOf } from '../rules/visits/notes';
import { findPain, findPainAfter } from '../rules/visits/pain';
import { overlapsSpan, type Source, sliceSpan } from '../text/span';

/** The pain of one session, 0–10. */
export interface PainAt {
  readonly date: CivilDate;
  /** What the client came with, and left with. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly at: Source;
}

/** One measured value of a series. */
export interface ValueAt {
  readonly date: CivilDate;
  readonly value: number;
  readonly at: Source;
}

/** Values of one kind over sessions, oldest first, with one value a session: the last that it states. */
export interface Series {
  /** Stable: `motion/low-back/flexion`, `outcome/ndi/50`. */
  readonly id: string;
  /** `Lumbar flexion`, `Neck Disability Index`. */
  readonly name: string;
  readonly unit: '°' | '%' | 'points';
  /** The end of the scale: the expected degrees where a note states them, the total of a score; undefined if unknown. */
  readonly outOf: number | undefined;
  readonly better: 'higher' | 'lower' | undefined;
  readonly values: readonly ValueAt[];
}

/** What is measured over all sessions. */
export interface Trends {
  readonly pain: readonly PainAt[];
  /** Sorted by name. */
  readonly motions: readonly Series[];
  readonly outcomes: readonly Series[];
}

/** Gathers the trends of sessions; those without a day are left out. */
export function listTrends(kb: Knowledge, sessions: readonly Session[]): Trends {
  const dated = sessions
    .flatMap((session) => (session.date === undefined ? [] : [{ session, date: session.date }]))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const pain = dated.flatMap(({ session, date }): readonly PainAt[] => {
    const before = findPain(session.note);
    const after = findPainAfter(session.note);
    const place = before ?? after;
    return place === undefined
      ? []
      : [
          {
            date,
            before: before?.points,
            after: after?.points,
            at: { uri: session.uri, span: place.span },
          },
        ];
  });
  return {
    pain,
    motions: toSeries(dated.flatMap(({ session, date }) => listMotions(kb, session, date))),
    outcomes: toSeries(dated.flatMap(({ session, date }) => listOutcomes(kb, session, date))),
  };
}

interface Point extends Omit<Series, 'values'>, ValueAt {}

/** Groups points by their series; of several on one day the last counts. */
function toSeries(points: readonly Point[]): readonly Series[] {
  const series = new Map<
    string,
    { readonly head: Omit<Series, 'values'>; readonly byDay: Map<string, ValueAt> }
  >();
  for (const { date, value, at, ...head } of points) {
    const known = series.get(head.id) ?? { head, byDay: new Map<string, ValueAt>() };
    known.byDay.set(`${date} ${at.uri}`, { date, value, at });
    // The latest word on what is expected holds.
    series.set(head.id, { head: { ...head, outOf: head.outOf ?? known.head.outOf }, byDay: known.byDay });
  }
  return [...series.values()]
    .map(({ head, byDay }) => ({ ...head, values: [...byDay.values()] }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

const measured = ['objective', 'treatment', 'assessment'] as const;

/** The degrees that a session measured, each at the joint that its line names. */
function listMotions(kb: Knowledge, session: Session, date: CivilDate): readonly Point[] {
  const { note, uri, mentions } = session;
  const regions = mentions.filter(({ kind }) => kind === 'region');
  return measured.flatMap((id) =>
    sectionsOf(note, id).flatMap((section) => {
      const ranges = listRangesOfMotion(note.text, section.span);
      return listWrittenMotions(note.text, section.span).flatMap(
        ({ value: motion, span }): readonly Point[] => {
          if (motion.unit !== 'degrees') return [];
          const line = lineAround(note.text, span);
          const named = regions.findLast(
            (region) => region.span.start >= line.start && region.span.end <= span.start,
          );
          const range = ranges.find((one) => overlapsSpan(one.span, span) && one.value.kind === 'degrees');
          const joint = named === undefined ? undefined : jointOf(kb, named.id);
          const side = writtenSide(sliceSpan(note.text, span)) ?? named?.side;
          const movement = motion.movement.replaceAll('-', ' ');
          const words = [side === 'bilateral' ? 'both' : side, joint?.name.toLowerCase(), movement];
          return [
            {
              id: ['motion', joint?.id, side, motion.movement].filter((part) => part !== undefined).join('/'),
              name: capital(words.filter((word) => word !== undefined).join(' ')),
              unit: '°',
              outOf: range?.value.kind === 'degrees' ? range.value.expected : undefined,
              better: 'higher',
              date,
              value: motion.value,
              at: { uri, span: motion.number },
            },
          ];
        },
      );
    }),
  );
}

/** The joint of the table of norms that a region belongs to, else the region itself. */
function jointOf(kb: Knowledge, region: string): { readonly id: string; readonly name: string } | undefined {
  const norm = kb.data.rangeOfMotion.find(
    (one) => one.region === region || isWithin(kb.regions, region, one.region),
  );
  const entry = kb.regions.get(norm?.region ?? region);
  return entry && { id: entry.id, name: entry.name };
}

function writtenSide(words: string): Side | undefined {
  const side = /\((L|R)\)|\b(L|R|left|right)\b/.exec(words);
  const found = side?.[1] ?? side?.[2];
  return found === undefined ? undefined : found.startsWith('L') || found === 'left' ? 'left' : 'right';
}

/** The scores of outcome measures; per cent and points of one measure are different series. */
function listOutcomes(kb: Knowledge, { note, uri }: Session, date: CivilDate): readonly Point[] {
  const measures = kb.data.measures.filter(({ totals }) => totals.length > 0);
  const body = { start: note.frontMatter?.span.end ?? 0, end: note.text.length };
  const plans = sectionsOf(note, 'plan');
  return listOutcomeScores(note.text, measures, body).flatMap(({ value: found, span }): readonly Point[] => {
    const measure = kb.measures.get(found.measure);
    // A score of the plan is a goal.
    if (measure === undefined || plans.some((plan) => overlapsSpan(plan.span, span))) return [];
    const outOf = found.percent ? 100 : (found.total?.value ?? measure.range?.[1]);
    return [
      {
        id: `outcome/${measure.id}/${found.percent ? '%' : (outOf ?? 'points')}`,
        name: measure.name,
        unit: found.percent ? '%' : 'points',
        outOf,
        better: /worse/.test(measure.direction ?? '') ? 'lower' : 'higher',
        date,
        value: found.score,
        at: { uri, span: found.number },
      },
    ];
  });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
