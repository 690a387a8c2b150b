// The body map: every region of the base has its place, sides are the client's, marks go with their words.
import { describe, expect, test } from 'vitest';
import { type BodyEntry, listBodyEntries } from '../../../server/src/core';
import { drawBodyMap } from '../../../server/src/core/pages/body-map';
import { pickable, regionShapes } from '../../../server/src/core/pages/body-regions';
import { viewFixture } from '../../support/findings';
import { loadKnowledge } from '../../support/knowledge';

const kb = loadKnowledge();

test('every region of the base has its place on the figure, and nothing else has', () => {
  expect(Object.keys(regionShapes).sort()).toEqual(kb.data.regions.map(({ id }) => id).sort());
  for (const id of pickable) expect(regionShapes[id]).toBeDefined();
});

test('shapes are paths or ellipses of the half that is drawn', () => {
  for (const shapes of Object.values(regionShapes)) {
    const all = [shapes.front, shapes.back].filter((shape) => shape !== undefined);
    expect(all.length).toBeGreaterThan(0);
    for (const shape of all) {
      expect(shape).toMatch(/^(?:M[\d.MCLHVZ ,-]+Z|e( -?[\d.]+){4,5})$/);
      const numbers = shape.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
      expect(Math.max(...numbers)).toBeLessThanOrEqual(470);
    }
  }
});

const entry = (more: Partial<BodyEntry>): BodyEntry => ({
  kind: 'condition',
  region: 'calf',
  side: 'left',
  place: 'left calf',
  what: 'DVT',
  at: { uri: 'file:///a', span: { start: 0, end: 0 } },
  ...more,
});
const draw = (one: BodyEntry): string => drawBodyMap([one], { kb, interactive: false, places: {} }).markup;
const figures = (markup: string): readonly string[] => markup.match(/<figure>.*?<\/figure>/gs) ?? [];
/** Shapes of an area in a figure: those of the half that is drawn, and those that are mirrored. */
const halves = (figure = ''): readonly [number, number] => {
  const mirrored = figure.match(
    /<g transform="translate\(200 0\) scale\(-1 1\)"><(?:path|ellipse)[^>]* class="area/g,
  );
  return [(figure.match(/class="area/g)?.length ?? 0) - (mirrored?.length ?? 0), mirrored?.length ?? 0];
};

test('the client’s left is on the left from behind and on the right from the front', () => {
  const [front, back] = figures(draw(entry({})));
  expect([halves(front), halves(back)]).toEqual([
    [0, 0],
    [1, 0],
  ]);
  const both = figures(draw(entry({ region: 'knee', place: 'left knee' })));
  expect(both.map(halves)).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('a side that is not stated is drawn on both, and as unsure', () => {
  const [front] = figures(draw(entry({ region: 'knee', side: undefined })));
  expect(halves(front)).toEqual([1, 1]);
  expect(front).toContain('class="area condition unsure"');
});

test('every region can be picked by keys', () => {
  const markup = drawBodyMap([], { kb, interactive: true, places: {} }).markup;
  for (const { id } of kb.data.regions) expect(markup).toContain(`<option value="${id}">`);
  expect(drawBodyMap([], { kb, interactive: false, places: {} }).markup).not.toContain('data-region');
});

const note = (objective: string, subjective = ''): string =>
  `## Subjective\n- Complaint: ${subjective}\n\n## Objective\n- Palpation: ${objective}\n`;

describe('marks', () => {
  test.each<[string, readonly string[]]>([
    [
      'HT L QL and lumbar erectors B',
      ['hypertonicity left quadratus lumborum', 'hypertonicity lumbar erector spinae, both sides'],
    ],
    ['TrP L GMed; HT R UT', ['hypertonicity right upper trapezius', 'trigger-point left gluteus medius']],
    ['R shoulder elevated', ['elevation right shoulder']],
    ['HT L QL, R shoulder elevated', ['hypertonicity left quadratus lumborum', 'elevation right shoulder']],
    ['R IT band adhesions; L knee inflamed', ['adhesion right iliotibial band', 'inflammation left knee']],
    ['R forearm tender; no tenderness L forearm', ['tender-point right forearm']],
    ['R ilium rotated at the R SI joint', ['rotation right sacroiliac joint']],
    ['spasm R calf', ['spasm right calf']],
    ['L QL soft, even', []],
    ['shoulder elevation 120°', []],
  ])('%s', (words, expected) => {
    const marks = listBodyEntries(viewFixture(note(words, 'tired')))
      .filter(({ kind }) => kind !== 'condition')
      .map(({ kind, place }) => `${kind} ${place}`);
    expect(marks).toEqual(expected);
  });

  test('pain is where the complaint says', () => {
    const entries = listBodyEntries(viewFixture(note('', 'R knee 6/10 on stairs')));
    expect(entries.map(({ kind, place }) => `${kind} ${place}`)).toContain('pain right knee');
  });
});

test('what was treated, avoided, and wished to be left out', () => {
  const entries = listBodyEntries(
    viewFixture(`-- clients/ana/client.yaml --
id: ana
preferences: {avoid: [feet]}
-- clients/ana/2026-11-20.soap.md --
## Treatment
- Swedish: back, 20 min, light
- Avoided: L calf
`),
  );
  expect(entries.map(({ kind, place, what }) => `${kind} ${place}: ${what}`)).toEqual([
    'treated back: Swedish massage, light, 20 min',
    'avoided foot: The client’s wish',
    'avoided left calf: Avoided',
  ]);
});

test('the table behind the map is folded on a screen and open on paper', () => {
  const markupOf = (unfolded: boolean): string =>
    drawBodyMap([entry({})], { kb, interactive: false, places: {}, unfolded }).markup;
  expect(markupOf(true)).toContain('<details open="">');
  expect(markupOf(false)).toContain('<details>');
});
