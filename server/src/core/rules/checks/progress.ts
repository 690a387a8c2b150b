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
  measuresNamedIn,
  type PainReading,
  type Reading,
  scoreIn,
  scoresOf,
  seriesOf,
} from '../visits/series';
import { namePlace } from '../words';

export const progress: Check = {
  name: 'progress',
  run: (input) => {
    // Who reassesses today does what would be asked for.
    if (isReassessed(input)) return [];
    const named = measuresNamedIn(input.kb, input.session).filter(isJudged);
    return [...listPain(input), ...named.flatMap((measure) => judgeMeasure(input, measure))];
  },
};

/** True for an outcome measure of which a source says what change matters. */
const isJudged = ({ family, important }: Measure): boolean => family === 'outcome' && important !== undefined;

/**
 * The readings up to today in which nothing got better by a change that matters, oldest first. They are read from today
 * back, each against the best that came after it.
 */
function stuckPart(
  latestFirst: Iterable<Reading>,
  best: (a: number, b: number) => number,
  isStuck: (first: number, bestSince: number) => boolean,
): readonly Reading[] {
  const stuck: Reading[] = [];
  let since: number | undefined;
  for (const reading of latestFirst) {
    since = since === undefined ? reading.value : best(since, reading.value);
    if (!isStuck(reading.value, since)) break;
    stuck.push(reading);
  }
  return stuck.reverse();
}

/** True once after so many readings, and again after as many more: not at every visit. */
function isDue(input: CheckInput, stuck: readonly Reading[], count: number): boolean {
  const days = daysBetween(stuck[0]?.session.date ?? '', input.date) ?? 0;
  return stuck.length > 0 && stuck.length % count === 0 && days >= limitOf(input, 'no-progress-days');
}

/** False while the client has come too seldom, or for too short a time, for progress to be missed. */
function isLongEnough(input: CheckInput, visits: number): boolean {
  const { earlier } = input.client;
  const days = daysBetween(earlier[0]?.date ?? '', input.date) ?? 0;
  return earlier.length + 1 >= visits && days >= limitOf(input, 'no-progress-days');
}

function listPain(input: CheckInput): readonly Finding[] {
  const { kb, client, session } = input;
  const nprs = kb.measures.get('nprs')?.important;
  const visits = limitOf(input, 'no-progress-visits');
  if (nprs === undefined || !isLongEnough(input, visits)) return [];
  const complaints = listComplaints(kb, session);
  const change = (10 * nprs.change) / nprs.of;
  const fewest = limitOf(input, 'no-progress-pain');
  return complaints.flatMap((now) => {
    const stuck = stuckPart(
      seriesOf(kb, client.earlier, now),
      Math.min,
      (first, least) => least >= fewest && first - least < change,
    );
    const [first] = stuck;
    if (first === undefined || !isDue(input, stuck, visits)) return [];
    // Who can do more again makes progress, even if it still hurts.
    if (kb.data.measures.filter(isJudged).some((measure) => hasImproved(input, measure, first))) return [];
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
  const now = scoreIn(input.session, measure);
  if (change === undefined || now === undefined) return [];
  const earlier = scoresOf(measure, input.client.earlier);
  const before = earlier.at(-1);
  if (before === undefined) return [];
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
  const [best, better] = measure.direction === 'higher is better' ? [100, Math.max] : [0, Math.min];
  const stuck = stuckPart(
    [now, ...[...earlier].reverse()],
    better,
    // Near the best score nothing can get better by that much.
    (first, since) => Math.abs(best - first) >= change && !isBetter(measure, first, since, change),
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
