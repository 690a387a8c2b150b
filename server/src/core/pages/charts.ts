// Line charts over sessions as SVG, each with a table of the same numbers behind it.
import type { PainAt, Series, Trends } from '../features/trends';
import { daysBetween } from '../note/values/calendar';
import { each, type Html, html, nothing } from './html';
import { round } from './marks';
import { linkTo, type Places } from './places';
import { words } from './words';

const size = { width: 440, height: 170, left: 38, right: 14, top: 14, bottom: 30 } as const;

interface Line {
  readonly name: string;
  readonly look: 'one' | 'two';
  readonly values: readonly { readonly date: string; readonly value: number }[];
}

interface Chart {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly unit: string;
  /** The ends of the scale. */
  readonly from: number;
  readonly to: number;
  /** A value that is aimed at. */
  readonly goal: number | undefined;
  readonly table: Html;
}

/** All charts of a client's trends; a sentence where there is nothing to show. */
export function drawCharts({ pain, motions, outcomes }: Trends, places: Places): Html {
  const charts = [
    ...(pain.length > 0 ? [painChart(pain, places)] : []),
    ...[...motions, ...outcomes].map((series) => seriesChart(series, places)),
  ];
  return charts.length === 0
    ? html`<p class="quiet">${words.noCharts}</p>`
    : html`<div class="columns">${each(charts, drawChart)}</div>`;
}

function painChart(pain: readonly PainAt[], places: Places): Chart {
  const pick = (key: 'before' | 'after') =>
    pain.flatMap((one) => (one[key] === undefined ? [] : [{ date: one.date, value: one[key] }]));
  const lines: readonly Line[] = [
    { name: words.painBefore, look: 'one', values: pick('before') },
    { name: words.painAfter, look: 'two', values: pick('after') },
  ];
  return {
    name: words.pain,
    lines: lines.filter(({ values }) => values.length > 0),
    unit: '',
    from: 0,
    to: 10,
    goal: undefined,
    table: drawTable(
      words.pain,
      [words.painBefore, words.painAfter],
      pain.map(({ date, before, after, at }) => [
        linkTo(places, at, date),
        numberCell(before),
        numberCell(after),
      ]),
    ),
  };
}

function seriesChart({ name, unit, outOf, values }: Series, places: Places): Chart {
  const highest = Math.max(...values.map(({ value }) => value), outOf ?? 0);
  const end = unit === 'points' ? '' : unit;
  return {
    name: unit === '°' || outOf === undefined ? name : `${name}, 0–${outOf}${end}`,
    lines: [{ name, look: 'one', values }],
    unit: end,
    from: 0,
    to: roundUp(highest),
    goal: unit === '°' ? outOf : undefined,
    table: drawTable(
      name,
      [words.value],
      values.map(({ date, value, at }) => [linkTo(places, at, date), html`${value}${end}`]),
    ),
  };
}

const numberCell = (value: number | undefined): Html => (value === undefined ? html`–` : html`${value}`);

const roundUp = (value: number): number => {
  const step = value <= 10 ? 5 : value <= 50 ? 10 : 20;
  return Math.max(step, Math.ceil(value / step) * step);
};

function drawChart(chart: Chart): Html {
  const says = chart.lines.map(
    ({ name, values }) =>
      `${chart.lines.length > 1 ? `${name}: ` : ''}${values.map(({ date, value }) => `${date} ${value}${chart.unit}`).join(', ')}`,
  );
  return html`<figure class="chart"><figcaption>${chart.name}</figcaption>
<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${words.chartSays(chart.name, says.join('; '))}" focusable="false">
${drawScale(chart)}${each(chart.lines, (line) => drawLine(chart, line))}</svg>
${chart.lines.length > 1 && drawLegend(chart.lines)}
<details><summary>${words.chartAsTable}: ${chart.name}</summary>${chart.table}</details></figure>`;
}

const drawLegend = (lines: readonly Line[]): Html =>
  html`<ul class="legend">${each(
    lines,
    ({ name, look }) =>
      html`<li><svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path class="line ${look}" d="M0 8H16"/><circle class="point ${look}" cx="8" cy="8" r="3.5"/></svg>${name}</li>`,
  )}</ul>`;

const toY = ({ from, to }: Chart, value: number): number =>
  round(size.height - size.bottom - ((value - from) / (to - from)) * (size.height - size.top - size.bottom));

/** Days are spread as they lie apart; a single one stands in the middle. */
function toX({ lines }: Chart, date: string): number {
  const dates = lines.flatMap(({ values }) => values.map((one) => one.date)).sort();
  const [first = date, last = date] = [dates[0], dates.at(-1)];
  const all = daysBetween(first, last) ?? 0;
  const width = size.width - size.left - size.right;
  return round(size.left + (all === 0 ? width / 2 : ((daysBetween(first, date) ?? 0) / all) * width));
}

function drawScale(chart: Chart): Html {
  const { from, to, goal, unit, lines } = chart;
  const steps = [from, (from + to) / 2, to];
  const dates = [...new Set(lines.flatMap(({ values }) => values.map(({ date }) => date)))].sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const bottom = size.height - 8;
  return html`${each(
    steps,
    (step) =>
      html`<path class="grid" d="M${size.left} ${toY(chart, step)}H${size.width - size.right}"/><text class="tick" x="${size.left - 6}" y="${toY(chart, step) + 4}" text-anchor="end">${round(step)}${unit}</text>`,
  )}${
    goal !== undefined &&
    html`<path class="goal" d="M${size.left} ${toY(chart, goal)}H${size.width - size.right}"/><text class="tick" x="${size.width - size.right}" y="${toY(chart, goal) - 4}" text-anchor="end">${words.expected} ${goal}${unit}</text>`
  }${
    first === undefined || last === undefined
      ? nothing
      : first === last
        ? html`<text class="tick" x="${toX(chart, first)}" y="${bottom}" text-anchor="middle">${first}</text>`
        : html`<text class="tick" x="${size.left}" y="${bottom}">${first}</text><text class="tick" x="${size.width - size.right}" y="${bottom}" text-anchor="end">${last}</text>`
  }`;
}

function drawLine(chart: Chart, { look, values }: Line): Html {
  const points = values.map(({ date, value }) => ({
    x: toX(chart, date),
    y: toY(chart, value),
    date,
    value,
  }));
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return html`${points.length > 1 && html`<path class="line ${look}" d="${path}"/>`}${each(
    points,
    ({ x, y, date, value }) =>
      html`<circle class="point ${look}" cx="${x}" cy="${y}" r="4"><title>${date}: ${value}${chart.unit}</title></circle>`,
  )}`;
}

const drawTable = (name: string, columns: readonly string[], rows: readonly (readonly Html[])[]): Html =>
  html`<div class="scroll"><table><caption class="hidden">${name}</caption><thead><tr><th scope="col">${words.date}</th>${each(
    columns,
    (column) => html`<th scope="col" class="number">${column}</th>`,
  )}</tr></thead><tbody>${each(
    rows,
    ([head = nothing, ...cells]) =>
      html`<tr><th scope="row" class="date">${head}</th>${each(cells, (cell) => html`<td class="number">${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
