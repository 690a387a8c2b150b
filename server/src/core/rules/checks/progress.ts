// No progress over several visits, complaint by complaint, in pain and in outcome measures: the plan is asked about, not
// the therapist. What change matters to clients, and on what source, stands with each measure in knowledge/measures.yaml.
import type { Measure } from '../../knowledge/model';
import { daysBetween } from '../../note/values/calendar';
import { say } from '../../text/say';
import type { Check, CheckInput } from '../check';
import type { Because, Finding } from '../finding';
import { aboutVisits, isReassessed, limitOf, reassessFix } from '../visits/notes';
import {
  importantPercent,
  isBetter,
  listComplaints,
  type PainReading,
  type Reading,
  scoresOf,
  seriesOf,
} from '../visits/series';
import { namePlace } from '../words';

export const progress: Check = {
  name: 'progress',
  run: (input) => {
    // Who reassesses today does what would be asked for.
    if (isReassessed(input)) return [];
    const measures = input.kb.data.measures.filter(
      ({ family, important }) => family === 'outcome' && important !== undefined,
    );
    return [...listPain(input, measures), ...measures.flatMap((measure) => judgeMeasure(input, measure))];
  },
};

/** The readings up to today in which nothing got better by a change that matters, from the first of them on. */
function stuckPart<R extends Reading>(
  all: readonly R[],
  isStuck: (first: R, later: R) => boolean,
): readonly R[] {
  let from = all.length;
  for (; from > 0; from--) {
    const first = all[from - 1];
    if (first === undefined || !all.slice(from - 1).every((later) => isStuck(first, later))) break;
  }
  return all.slice(from);
}

/** True once after so many readings, and again after as many more: not at every visit. */
function isDue(input: CheckInput, stuck: readonly Reading[], count: number): boolean {
  const days = daysBetween(stuck[0]?.session.date ?? '', input.date) ?? 0;
  return stuck.length > 0 && stuck.length % count === 0 && days >= limitOf(input, 'no-progress-days');
}

function listPain(input: CheckInput, measures: readonly Measure[]): readonly Finding[] {
  const { kb, client, session } = input;
  const complaints = listComplaints(kb, session);
  const nprs = kb.measures.get('nprs')?.important;
  if (nprs === undefined) return [];
  const change = (10 * nprs.change) / nprs.of;
  const fewest = limitOf(input, 'no-progress-pain');
  return complaints.flatMap((now) => {
    const stuck = stuckPart(
      seriesOf(kb, client.earlier, now),
      (first, later) => Math.min(first.value, later.value) >= fewest && first.value - later.value < change,
    );
    const [first] = stuck;
    if (first === undefined || !isDue(input, stuck, limitOf(input, 'no-progress-visits'))) return [];
    // Who can do more again makes progress, even if it still hurts.
    if (measures.some((measure) => hasImproved(input, measure, first))) return [];
    return [
      aboutVisits(
        'no-progress',
        'information',
        { uri: session.uri, span: now.span },
        say`${nameComplaint(input, complaints, now)} was ${first.words} on ${first.session.date} and is ${now.words} after ${stuck.length} visits. Reassess, change the plan, or refer.`,
        listBecause(stuck, say`pain `),
        () => reassessFix(input),
      ),
    ];
  });
}

/** `Pain`; with several complaints the place of this one. */
function nameComplaint(
  { kb }: CheckInput,
  all: readonly PainReading[],
  { places: [place] }: PainReading,
): string {
  return all.length < 2 || place === undefined ? say`Pain` : say`Pain (${namePlace(kb, place)})`;
}

function hasImproved(input: CheckInput, measure: Measure, since: Reading): boolean {
  const change = importantPercent(measure);
  const scores = scoresOf(measure, [...input.client.earlier, input.session]).filter(
    ({ session }) => (session.date ?? '') >= (since.session.date ?? ''),
  );
  const [first, last] = [scores[0], scores.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    change !== undefined &&
    isBetter(measure, first.value, last.value, change)
  );
}

function judgeMeasure(input: CheckInput, measure: Measure): readonly Finding[] {
  const change = importantPercent(measure);
  const scores = scoresOf(measure, [...input.client.earlier, input.session]);
  const [before, now] = [scores.at(-2), scores.at(-1)];
  if (change === undefined || before === undefined || now?.session !== input.session) return [];
  const at = { uri: input.session.uri, span: now.span };
  const name = measure.abbreviations[0] ?? measure.name;
  const matters = say`The change that matters: ${measure.importantChange ?? ''}`;
  const why = (readings: readonly Reading[]): readonly Because[] => [
    ...listBecause(readings, `${name} `),
    { at, text: matters },
    ...measure.sources.flatMap((source) => {
      const entry = 'ref' in source ? input.kb.sources.get(source.ref) : undefined;
      return entry === undefined
        ? []
        : [{ at, text: say`Source: ${entry.title}${entry.year === undefined ? '' : ` (${entry.year})`}` }];
    }),
  ];
  if (isBetter(measure, now.value, before.value, change))
    return [
      aboutVisits(
        'measure-worse',
        'information',
        at,
        say`${name} got worse since ${before.session.date} by more than matters to clients. Reassess, change the plan, or refer.`,
        why([before, now]),
        () => reassessFix(input),
      ),
    ];
  const best = measure.direction === 'higher is better' ? 100 : 0;
  const stuck = stuckPart(
    scores,
    // Near the best score nothing can get better by that much.
    (first, later) =>
      Math.abs(best - first.value) >= change && !isBetter(measure, first.value, later.value, change),
  );
  const [first] = stuck;
  if (first === undefined || !isDue(input, stuck, limitOf(input, 'no-progress-measurements'))) return [];
  return [
    aboutVisits(
      'no-progress-measure',
      'information',
      at,
      say`${name} was ${shown(first)} on ${first.session.date} and is ${shown(now)}: no change that matters in ${stuck.length} scores. Reassess or refer.`,
      why(stuck),
      () => reassessFix(input),
    ),
  ];
}

const shown = ({ words }: Reading): string => words.replace(/\s+/g, ' ').slice(0, 20);

const listBecause = (readings: readonly Reading[], what: string): readonly Because[] =>
  readings.slice(0, -1).map(({ session, span, words }) => ({
    at: { uri: session.uri, span },
    text: say`Note of ${session.date}: ${what}${words}`,
  }));
