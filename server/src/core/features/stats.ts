// Figures of a practice over time that name nobody: cells behind which too few clients stand are withheld.
import type { Session } from '../facts/model';
import type { Knowledge } from '../knowledge/knowledge';
import type { TermId } from '../knowledge/model';
import type { CivilDate } from '../note/model';
import { compareText } from '../text/compare';
import { addToList } from '../text/lists';
import type { View } from '../workspace/model';
import { listTrends, type Trends } from './trends';

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export interface StatsOptions {
  readonly since: CivilDate | undefined;
  readonly until: CivilDate | undefined;
  readonly per: PeriodKind;
  /** The least number of different clients behind a cell that is shown. */
  readonly least: number;
}

/** A number, or `few`: withheld, because fewer clients than asked for stand behind it. */
export type Cell = number | 'few';

/** Numbers of sessions by period. The total is withheld where a cell is: it would give the cell away. */
export interface StatsRow {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly total: Cell;
}

/** A mean over clients by period, to one decimal; undefined where nothing was measured. */
export interface MeanRow {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly (Cell | undefined)[];
}

export interface Stats {
  /** `2026-11`, `2026-Q4` or `2026`, oldest first, without gaps. */
  readonly periods: readonly string[];
  readonly sessions: StatsRow;
  /** The most frequent first. */
  readonly techniques: readonly StatsRow[];
  readonly regions: readonly StatsRow[];
  /** Pain on arrival and after treatment, then outcome measures by name. */
  readonly outcomes: readonly MeanRow[];
  /** Rows of which every cell is withheld: they are not even named. */
  readonly withheld: { readonly techniques: number; readonly regions: number; readonly outcomes: number };
}

/** One thing that is counted: of whom, when, how much. */
interface Point {
  readonly client: string;
  readonly period: string;
  readonly value: number;
}

/** Works out the figures. Notes without a day or without a client count nowhere: nobody knows whose they are. */
export function makeStats(kb: Knowledge, views: Iterable<View>, options: StatsOptions): Stats {
  const notes = listNotes(kb, views, options);
  const periods = listPeriods(notes.map(({ date }) => date).sort(), options.per);
  const toRow = (id: string, name: string, points: readonly Point[]): StatsRow => {
    const cells = periods.map((period) => countCell(points, period, options.least));
    const total = cells.includes('few') ? 'few' : points.length;
    return { id, name, cells, total };
  };
  const techniques = countTerms(notes, (note) => note.techniques);
  const regions = countTerms(notes, (note) => note.regions);
  const techniqueRows = [...techniques].map(([id, points]) =>
    toRow(id, kb.techniques.get(id)?.name ?? id, points),
  );
  const regionRows = [...regions].map(([id, points]) => toRow(id, kb.regions.get(id)?.name ?? id, points));
  const outcomeRows = listOutcomes(notes, periods, options);
  const shown = techniqueRows.filter(isShown);
  const shownRegions = regionRows.filter(isShown);
  const shownOutcomes = outcomeRows.filter(({ cells }) => cells.some((cell) => typeof cell === 'number'));
  return {
    periods,
    sessions: toRow(
      'sessions',
      'Sessions',
      notes.map(({ client, period }) => ({ client, period, value: 1 })),
    ),
    techniques: shown.sort(compareRows),
    regions: shownRegions.sort(compareRows),
    outcomes: shownOutcomes,
    withheld: {
      techniques: techniqueRows.length - shown.length,
      regions: regionRows.length - shownRegions.length,
      outcomes: outcomeRows.length - shownOutcomes.length,
    },
  };
}

/** What of a note is counted: all that is kept of it while the next ones are read. */
interface DatedNote {
  readonly date: CivilDate;
  readonly client: string;
  readonly period: string;
  readonly techniques: readonly TermId[];
  readonly regions: readonly TermId[];
  readonly trends: Trends;
}

function listNotes(kb: Knowledge, views: Iterable<View>, options: StatsOptions): readonly DatedNote[] {
  const notes: DatedNote[] = [];
  for (const view of views) {
    if (view.kind !== 'note') continue;
    const { session } = view;
    const { date } = session;
    const client = view.client.id?.toLowerCase();
    if (date === undefined || client === undefined) continue;
    if ((options.since ?? date) > date || (options.until ?? date) < date) continue;
    const done = session.techniques.filter(isDone);
    notes.push({
      date,
      client,
      period: toPeriod(date, options.per),
      techniques: [...new Set(done.map(({ id }) => id))],
      regions: [...new Set(done.flatMap((use) => use.regions.map(({ id }) => id)))],
      trends: listTrends(kb, [session]),
    });
  }
  return notes;
}

const isDone = ({ status }: Session['techniques'][number]): boolean => status === 'done';

/** Sessions by term; a term counts once a session. */
function countTerms(
  notes: readonly DatedNote[],
  list: (note: DatedNote) => readonly TermId[],
): ReadonlyMap<TermId, readonly Point[]> {
  const points = new Map<TermId, Point[]>();
  for (const note of notes)
    for (const id of list(note)) {
      addToList(points, id, { client: note.client, period: note.period, value: 1 });
    }
  return points;
}

function countCell(points: readonly Point[], period: string, least: number): Cell {
  const own = points.filter((point) => point.period === period);
  return own.length > 0 && countClients(own) < least ? 'few' : own.length;
}

const countClients = (points: readonly Point[]): number => new Set(points.map(({ client }) => client)).size;

/** Pain and outcome measures: first the mean of each client, so that nobody weighs more, then of all. */
function listOutcomes(
  notes: readonly DatedNote[],
  periods: readonly string[],
  { per, least }: StatsOptions,
): readonly MeanRow[] {
  const rows = new Map<string, { readonly name: string; readonly points: Point[] }>();
  const add = (
    id: string,
    name: string,
    client: string,
    date: CivilDate,
    value: number | undefined,
  ): void => {
    if (value === undefined) return;
    const row = rows.get(id) ?? { name, points: [] };
    rows.set(id, row);
    row.points.push({ client, period: toPeriod(date, per), value });
  };
  const sorted = [...notes].sort((a, b) => compareText(a.client, b.client) || compareText(a.date, b.date));
  for (const { client, trends } of sorted) {
    const { pain, outcomes } = trends;
    for (const { date, before, after } of pain) {
      add('pain/before', 'Pain on arrival, 0–10', client, date, before);
      add('pain/after', 'Pain after treatment, 0–10', client, date, after);
    }
    for (const { id, name, unit, values } of outcomes)
      for (const { date, value } of values) add(id, unit === '%' ? `${name}, %` : name, client, date, value);
  }
  const painFirst = (id: string): number => ['pain/before', 'pain/after'].indexOf(id) + 1 || 3;
  return [...rows]
    .map(([id, { name, points }]) => ({
      id,
      name,
      cells: periods.map((period) => meanCell(points, period, least)),
    }))
    .sort((a, b) => painFirst(a.id) - painFirst(b.id) || compareText(a.name, b.name));
}

function meanCell(points: readonly Point[], period: string, least: number): Cell | undefined {
  const own = points.filter((point) => point.period === period);
  if (own.length === 0) return undefined;
  if (countClients(own) < least) return 'few';
  const means = [...new Set(own.map(({ client }) => client))].map((client) =>
    mean(own.filter((point) => point.client === client).map(({ value }) => value)),
  );
  return Math.round(mean(means) * 10) / 10;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const isShown = ({ cells }: StatsRow): boolean => cells.some((cell) => cell !== 'few' && cell > 0);

/** By what is shown, so that the order tells nothing of what is withheld. */
const compareRows = (a: StatsRow, b: StatsRow): number =>
  shownSum(b) - shownSum(a) || compareText(a.name, b.name);

const shownSum = ({ cells }: StatsRow): number =>
  cells.reduce<number>((sum, cell) => sum + (cell === 'few' ? 0 : cell), 0);

function toPeriod(date: CivilDate, per: PeriodKind): string {
  const [year = '', month = ''] = date.split('-');
  switch (per) {
    case 'month':
      return `${year}-${month}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case 'year':
      return year;
  }
}

/** All periods from the first day to the last; at most those of two hundred years, whatever a note says. */
function listPeriods(days: readonly CivilDate[], per: PeriodKind): readonly string[] {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const [from, to] = [toMonths(first), toMonths(last)];
  const months = Array.from({ length: Math.min(to - from, 2400) + 1 }, (_, index) => from + index);
  return [
    ...new Set(
      months.map((month) =>
        toPeriod(
          `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`,
          per,
        ),
      ),
    ),
  ];
}

const toMonths = (date: CivilDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
