// The body map: two figures with what a note says of places, a legend, and a table that says the same in words.
import { type BodyEntry, type BodyKind, bodyMarks } from '../features/body-map';
import type { Knowledge } from '../knowledge/knowledge';
import type { TermId } from '../knowledge/model';
import type { Side } from '../note/model';
import { type BodySide, figureBox, innerLines, outline } from './body-figure';
import { pickable, regionShapes } from './body-regions';
import { each, type Html, html, nothing } from './html';
import { drawMark, drawPatterns, drawSign, fillOf, round } from './marks';
import { linkTo, type Places } from './places';
import { words } from './words';

/** How a map is shown. `interactive` adds places that can be picked; the host page tells what was picked. */
export interface BodyMapOptions {
  readonly kb: Knowledge;
  readonly interactive: boolean;
  /** True where the table behind the map stands open: on paper nobody unfolds it. */
  readonly unfolded?: boolean;
  readonly places: Places;
}

const mirror = `translate(${figureBox.width} 0) scale(-1 1)`;
const views: readonly BodySide[] = ['front', 'back'];
const areaKinds: readonly BodyKind[] = ['condition', 'treated', 'avoided'];

/** Draws the map and its table. */
export function drawBodyMap(entries: readonly BodyEntry[], options: BodyMapOptions): Html {
  const kinds = [...areaKinds, ...bodyMarks.map(({ id }) => id)].filter((kind) =>
    entries.some((entry) => entry.kind === kind),
  );
  return html`<div class="body">${each(views, (view) => drawFigure(view, entries, options))}</div>
${
  kinds.length > 0 &&
  html`<ul class="legend" aria-label="${words.legend}">${each(
    kinds,
    (kind) => html`<li>${drawSign(kind, 'body-front')}${words.kinds[kind]}</li>`,
  )}</ul>`
}
${options.interactive ? drawPicker(options.kb) : nothing}
${entries.length === 0 ? html`<p class="quiet">${words.nothingOnMap}</p>` : drawTable(entries, options)}`;
}

function drawFigure(
  view: BodySide,
  entries: readonly BodyEntry[],
  { kb, interactive }: BodyMapOptions,
): Html {
  const prefix = `body-${view}`;
  const drawn = entries.filter(({ region }) => shapeOf(kb, region, view) !== undefined);
  const areas = areaKinds.flatMap((kind) => drawn.filter((entry) => entry.kind === kind));
  const halves = (content: Html): Html => html`${content}<g transform="${mirror}">${content}</g>`;
  const path = outline[view];
  const says =
    drawn.length === 0
      ? words.figureEmpty[view]
      : `${words.figure[view]}: ${drawn.map(({ place, what }) => `${place}, ${what}`).join('; ')}`;
  return html`<figure>
<svg viewBox="0 0 ${figureBox.width} ${figureBox.height}" role="img" aria-label="${says}" focusable="false">
${drawPatterns(prefix)}
<clipPath id="${prefix}-cut"><path d="${path}L100 9Z"/><path transform="${mirror}" d="${path}L100 9Z"/></clipPath>
${halves(html`<path class="skin" d="${path}L100.3 9Z"/>`)}
<g clip-path="url(#${prefix}-cut)">${each(areas, (entry) => drawArea(kb, entry, view, prefix))}</g>
${halves(html`${each(innerLines[view], (line) => html`<path class="inner" d="${line}"/>`)}<path class="edge" d="${path}"/>`)}
${drawMarks(kb, drawn, view)}
${interactive && html`<g clip-path="url(#${prefix}-cut)">${drawPicks(kb, view)}</g>`}
<text class="side-letter" x="30" y="70">${view === 'front' ? words.right : words.left}</text>
<text class="side-letter" x="170" y="70">${view === 'front' ? words.left : words.right}</text>
</svg>
<figcaption>${words.figure[view]}</figcaption>
</figure>`;
}

/** The shape of a region, or of the nearest region around it that this view shows. */
function shapeOf(kb: Knowledge, region: TermId, view: BodySide): string | undefined {
  const own = regionShapes[region];
  if (own !== undefined) return own[view];
  const parent = kb.regions.get(region)?.parent;
  return parent === undefined ? undefined : shapeOf(kb, parent, view);
}

/** Seen from the front, the client's right is on the left of the picture, which is the half that is drawn. */
const halvesOf = (
  side: Side | undefined,
  view: BodySide,
): { readonly own: boolean; readonly other: boolean } => {
  const own = view === 'front' ? 'right' : 'left';
  const both = side === undefined || side === 'bilateral';
  return { own: both || side === own, other: both || side !== own };
};

function drawShape(shape: string, attributes: Html, title: Html): Html {
  if (shape.startsWith('M')) return html`<path d="${shape}"${attributes}>${title}</path>`;
  const { x, y, rx, ry, turn } = readEllipse(shape);
  return html`<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}"${
    turn !== 0 && html` transform="rotate(${turn} ${x} ${y})"`
  }${attributes}>${title}</ellipse>`;
}

function readEllipse(shape: string) {
  const [x = 0, y = 0, rx = 0, ry = 0, turn = 0] = shape.split(' ').slice(1).map(Number);
  return { x, y, rx, ry, turn };
}

function drawHalves(
  shape: string,
  side: Side | undefined,
  view: BodySide,
  attributes: Html,
  title: Html = nothing,
): Html {
  const { own, other } = halvesOf(side, view);
  const drawn = drawShape(shape, attributes, title);
  return html`${own && drawn}${other && html`<g transform="${mirror}">${drawn}</g>`}`;
}

function drawArea(kb: Knowledge, { kind, region, side }: BodyEntry, view: BodySide, prefix: string): Html {
  const shape = shapeOf(kb, region, view);
  if (shape === undefined) return nothing;
  // A paired region without a side may be either.
  const unsure = side === undefined && kb.regions.get(region)?.laterality === 'paired' ? ' unsure' : '';
  return drawHalves(shape, side, view, html` class="area ${kind}${unsure}"${fillOf(kind, prefix)}`);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of a shape. Paths of regions are written with M, C, L, H, V and Z, all absolute. */
function middleOf(shape: string): Point {
  if (!shape.startsWith('M')) return readEllipse(shape);
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, command, rest = ''] of shape.matchAll(/([MCLHV])([^MCLHVZ]*)/g)) {
    const numbers = rest.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
    numbers.forEach((value, index) => {
      const isAcross = command === 'H' || (command !== 'V' && index % 2 === 0);
      (isAcross ? xs : ys).push(value);
    });
  }
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  return { x: middle(xs), y: middle(ys) };
}

/** Marks stand at the middle of their region; those that would cover each other stand side by side. */
function drawMarks(kb: Knowledge, entries: readonly BodyEntry[], view: BodySide): Html {
  const taken: Point[] = [];
  const place = ({ x, y }: Point): Point => {
    for (let step = 0; step < 9; step++) {
      const shift = (step % 2 === 1 ? -1 : 1) * Math.ceil(step / 2) * 13;
      const free = { x, y: y + shift };
      if (taken.some((other) => Math.hypot(other.x - free.x, other.y - free.y) < 12)) continue;
      taken.push(free);
      return free;
    }
    return { x, y };
  };
  const drawn = entries.flatMap(({ kind, region, side }): readonly Html[] => {
    const shape = areaKinds.includes(kind) ? undefined : shapeOf(kb, region, view);
    if (shape === undefined) return [];
    const middle = middleOf(shape);
    const { own, other } = halvesOf(side, view);
    // Without a side, and in the midline, one mark in the middle says it; a paired region has one on each side.
    const isMiddle = side === undefined && kb.regions.get(region)?.laterality !== 'paired';
    const at = isMiddle
      ? [{ x: figureBox.middle, y: middle.y }]
      : [...(own ? [middle] : []), ...(other ? [{ x: figureBox.width - middle.x, y: middle.y }] : [])];
    return at.map(place).flatMap(({ x, y }) => drawMark(kind, round(x), round(y)) ?? []);
  });
  return html`${drawn}`;
}

/** Places to pick with the pointer, large ones below small ones. Who uses keys has the list of regions. */
const drawPicks = (kb: Knowledge, view: BodySide): Html =>
  html`${each(pickable, (region) => {
    const shape = regionShapes[region]?.[view];
    const name = kb.regions.get(region)?.name ?? region;
    if (shape === undefined) return nothing;
    return html`${each(['left', 'right'] as const, (side) =>
      drawHalves(
        shape,
        side,
        view,
        html` class="pick" data-region="${region}" data-side="${side}"`,
        html`<title>${words.sides[side]} ${name}</title>`,
      ),
    )}`;
  })}`;

/** The list of all regions with their side, for the keyboard and for screen readers. */
function drawPicker(kb: Knowledge): Html {
  const regions = kb.data.regions
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return html`<form class="screen" data-picker="region"><p>
<label for="pick-region">${words.pickRegion}</label>
<select id="pick-region">${each(regions, ({ id, name }) => html`<option value="${id}">${name}</option>`)}</select>
<label for="pick-side">${words.pickSide}</label>
<select id="pick-side"><option value="">${words.noSide}</option>${each(
    ['left', 'right', 'bilateral'] as const,
    (side) => html`<option value="${side}">${words.sides[side]}</option>`,
  )}</select>
<button type="submit">${words.pick}</button>
</p></form>`;
}

function drawTable(entries: readonly BodyEntry[], { places, unfolded }: BodyMapOptions): Html {
  return html`<details${unfolded === true && html` open=""`}><summary>${words.mapAsTable}</summary><div class="scroll"><table>
<caption class="hidden">${words.mapTable}</caption>
<thead><tr><th scope="col">${words.place}</th><th scope="col">${words.kind}</th><th scope="col">${words.what}</th></tr></thead>
<tbody>${each(
    entries,
    ({ place, kind, what, at }) =>
      html`<tr><th scope="row">${linkTo(places, at, place)}</th><td>${words.kinds[kind]}</td><td>${what}</td></tr>`,
  )}</tbody></table></div></details>`;
}
