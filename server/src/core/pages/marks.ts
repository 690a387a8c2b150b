// The nine marks of a body chart, drawn in a box of 16 around 0,0, and what stands for areas.
import type { BodyKind, BodyMark } from '../features/body-map';
import { type Html, html } from './html';

/** Each mark as drawn on printed charts: X, a turning arrow, a ring, a dot, bars, waves, a sun, a zigzag arrow, a slash. */
const drawings: Readonly<Record<BodyMark, Html>> = {
  adhesion: html`<path d="M-4-4L4 4M4-4L-4 4"/>`,
  rotation: html`<path d="M3.6-3.6A5 5 0 1 0 5 1M4.4-6.4L4-3.2L0.8-3.4"/>`,
  pain: html`<circle r="5"/>`,
  'tender-point': html`<circle class="dot" r="2.6"/>`,
  hypertonicity: html`<path d="M-5-3.5H5M-5 0H5M-5 3.5H5"/>`,
  spasm: html`<path d="M-5.5-2C-3.5-5-2-5 0-2S3.5 1 5.5-2M-5.5 3C-3.5 0-2 0 0 3S3.5 6 5.5 3"/>`,
  inflammation: html`<circle r="2.6"/><path d="M0-6V-4.4M0 6V4.4M-6 0H-4.4M6 0H4.4M-4.2-4.2L-3.1-3.1M4.2-4.2L3.1-3.1M-4.2 4.2L-3.1 3.1M4.2 4.2L3.1 3.1"/>`,
  'trigger-point': html`<path d="M-6 0L-4-3L-2 3L0-3L2 0H6M3.6-2.6L6 0L3.6 2.6"/>`,
  elevation: html`<path d="M-3.5 5L3.5-5"/>`,
};

const isMark = (kind: BodyKind): kind is BodyMark => kind in drawings;

/** A mark at a place; undefined for what is drawn as an area. */
export function drawMark(kind: BodyKind, x: number, y: number): Html | undefined {
  if (!isMark(kind)) return undefined;
  return html`<g class="mark ${kind}" transform="translate(${round(x)} ${round(y)})"><circle class="ground" r="7"/>${drawings[kind]}</g>`;
}

/** The sign of a kind in the legend. */
export function drawSign(kind: BodyKind, prefix: string): Html {
  const inner =
    drawMark(kind, 0, 0) ??
    html`<rect x="-6" y="-6" width="12" height="12" class="area ${kind}"${fillOf(kind, prefix)}/>`;
  return html`<svg viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">${inner}</svg>`;
}

/** The pattern that fills an area; a condition is filled by its colour. Nothing is told by colour alone. */
export const fillOf = (kind: BodyKind, prefix: string): Html =>
  kind === 'treated' || kind === 'avoided' ? html` fill="url(#${prefix}-${kind})"` : html``;

/** Patterns for areas: slanted lines where one worked, a lattice where one kept off. */
export const drawPatterns = (prefix: string): Html => html`<defs>
<pattern id="${prefix}-treated" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch-treated" d="M0 0V5"/></pattern>
<pattern id="${prefix}-avoided" width="6" height="6" patternUnits="userSpaceOnUse"><path class="hatch-avoided" d="M0 0L6 6M6 0L0 6"/></pattern>
</defs>`;

/** A number of a drawing, to a tenth. */
export const round = (value: number): number => Math.round(value * 10) / 10;
