// One client for a terminal.
import { type ClientOverview, count, type Series } from '../../core/index';
import { toTable } from '../columns';
import { type Paint, toPrintable } from '../console';

/** Prints an overview. Empty parts are left out, but for conditions and medications: there “none” says something. */
export function printClient(overview: ClientOverview, paint: Paint): string {
  const { id, name, born, asOf, lastVisit, sinceLastVisit } = overview;
  const part = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', paint.bold(title), ...lines.map((line) => `  ${line}`)];
  const changes = (list: ClientOverview['lastVisit']): readonly string[] =>
    list.since === undefined
      ? []
      : list.changes.map(({ text, direction }) =>
          toPrintable(direction === undefined ? text : `${text} (${direction})`),
        );
  return `${[
    paint.bold(toPrintable([name ?? id, ...(name === undefined ? [] : [`(${id})`])].join(' '))),
    toPrintable([...(born === undefined ? [] : [`born ${born}`]), `as of ${asOf}`].join(', ')),
    ...part('Conditions', or(toTable(listConditions(overview)), 'none known')),
    ...part('Medications', or(toTable(listMedications(overview)), 'none known')),
    ...part('Allergies', overview.allergies.map(toPrintable)),
    ...part('Leave out', overview.avoid.map(toPrintable)),
    ...part('Clearances', toTable(listClearances(overview))),
    ...part('Plan', listPlan(overview)),
    ...part(
      'Overrides',
      toTable(
        overview.ledger.map(({ rule, reason, state, on, until }) => [
          rule,
          reason ?? '-',
          state,
          on ?? '-',
          until ?? '-',
        ]),
      ),
    ),
    ...part('Changed at the last visit', changes(lastVisit)),
    ...part('Changed since the last visit', changes(sinceLastVisit)),
    ...part('Trends', listTrendLines(overview)),
    ...part('Visits', toTable(listVisits(overview))),
  ].join('\n')}\n`;
}

const or = (lines: readonly string[], nothing: string): readonly string[] =>
  lines.length === 0 ? [nothing] : lines;

type Rows = readonly (readonly string[])[];

const standings = {
  recorded: 'on record',
  noted: 'in a note only',
  possible: 'possible',
  past: 'over',
} as const;

const listConditions = ({ conditions }: ClientOverview): Rows =>
  conditions.map((one) => [
    one.name,
    one.places.map((place) => place.name).join(', ') || '-',
    one.since === undefined ? '-' : `since ${one.since}`,
    `${standings[one.standing]}${one.isDisputed ? ', statements differ' : ''}`,
    one.alerts.length === 0 ? '' : `${count(one.alerts.length, 'rule')}, such as ${one.alerts[0]?.id}`,
  ]);

const listMedications = ({ medications }: ClientOverview): Rows =>
  medications.map((one) => [
    one.name,
    one.dose ?? '-',
    one.since === undefined ? '-' : `since ${one.since}`,
    `${standings[one.standing]}${one.isDisputed ? ', statements differ' : ''}`,
    one.alerts.length === 0 ? '' : `${count(one.alerts.length, 'rule')}, such as ${one.alerts[0]?.id}`,
  ]);

const listClearances = ({ clearances }: ClientOverview): Rows =>
  clearances.map((one) => [
    one.for,
    one.by === undefined ? '-' : `by ${one.by}`,
    one.on ?? '-',
    one.until === undefined ? '-' : `until ${one.until}`,
    one.state,
    one.allows.join(', '),
  ]);

function listPlan({ plan }: ClientOverview): readonly string[] {
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['frequency', plan.frequency],
    ['until', plan.until],
    ['goals', plan.goals.length === 0 ? undefined : plan.goals.join('; ')],
    ['next session', plan.nextSession],
    ['home care', plan.homeCare],
  ];
  return toTable(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Values as small blocks: a line that a terminal shows without drawing. */
const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

function draw(values: readonly number[], most: number): string {
  const top = most > 0 ? most : 1;
  return values
    .map((value) => blocks[Math.max(0, Math.min(7, Math.round((value / top) * 7)))] ?? '')
    .join('');
}

function listTrendLines({ trends }: ClientOverview): readonly string[] {
  const arrived = trends.pain.flatMap(({ before }) => before ?? []);
  const left = trends.pain.flatMap(({ after }) => after ?? []);
  const toRow = (name: string, values: readonly number[], most: number, unit: string): readonly string[] => [
    name,
    draw(values, most),
    values.length === 1 ? `${values[0]}${unit}` : `${values[0]}${unit} → ${values.at(-1)}${unit}`,
  ];
  const series = ({ name, unit, outOf, values }: Series): readonly string[] => {
    const numbers = values.map(({ value }) => value);
    return toRow(name, numbers, outOf ?? Math.max(...numbers), unit === 'points' ? '' : unit);
  };
  return toTable([
    ...(arrived.length === 0 ? [] : [toRow('Pain on arrival', arrived, 10, '/10')]),
    ...(left.length === 0 ? [] : [toRow('Pain after treatment', left, 10, '/10')]),
    ...[...trends.motions, ...trends.outcomes].map(series),
  ]);
}

const listVisits = ({ visits }: ClientOverview): Rows =>
  visits.map(({ date, therapist, type, minutes, painBefore, painAfter, signed, findings, complaint }) => [
    date ?? 'no date',
    therapist ?? '-',
    type ?? '-',
    minutes === undefined ? '-' : `${minutes} min`,
    painBefore === undefined && painAfter === undefined ? '-' : `${painBefore ?? '?'}→${painAfter ?? '?'}/10`,
    signed ? 'signed' : 'not signed',
    findings.error + findings.warning === 0
      ? '-'
      : `${count(findings.error, 'error')}, ${count(findings.warning, 'warning')}`,
    complaint ?? '',
  ]);
