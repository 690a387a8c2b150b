// The grammar sees one line at a time, the parser the whole note: on real notes they name the same headings and labels.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Block } from '../../server/src/core/note/model';
import { parseNote } from '../../server/src/core/note/parse';
import { tokenizeLines } from './tokenize';

const examples = join(__dirname, '..', '..', 'examples');
const notes = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.soap(?:\.md)?$/.test(path),
);

test('headings and labels of the example practice are coloured as the parser reads them', async () => {
  let agreed = 0;
  const differing: string[] = [];
  for (const path of notes) {
    const text = readFileSync(join(examples, path), 'utf8');
    const [parsed, coloured] = [listParsed(text), await listColoured(text)];
    for (const [place, kind] of parsed) {
      if (coloured.get(place) === kind) agreed += 1;
      else differing.push(`${path} ${place}: ${kind}, but coloured as ${coloured.get(place)}`);
    }
    for (const [place, kind] of coloured)
      if (!parsed.has(place)) differing.push(`${path} ${place}: coloured as ${kind}`);
  }
  expect(agreed).toBeGreaterThan(200);
  // Where only the lines around tell, they may differ now and then.
  expect(differing.length > agreed / 50 ? differing : []).toEqual([]);
});

type Kinds = ReadonlyMap<number, string>;

/** What the parser finds, by the offset at which a title or label starts. */
function listParsed(text: string): Kinds {
  const { preamble, sections } = parseNote(text).value;
  const listLabels = (blocks: readonly Block[]): readonly [number, string][] =>
    blocks.flatMap((block): readonly [number, string][] => [
      ...(block.kind === 'field' ? [[block.label.start, 'label'] as [number, string]] : []),
      ...listLabels(block.children),
    ]);
  return new Map([
    ...listLabels(preamble),
    ...sections.flatMap((section): readonly [number, string][] => [
      [section.title.start, section.id],
      ...listLabels(section.blocks),
    ]),
  ]);
}

/** What the grammar colours, likewise. */
async function listColoured(text: string): Promise<Kinds> {
  const rows = text.split('\n');
  const tokens = await tokenizeLines(rows.map((row) => row.replace(/\r$/, '')));
  const found = new Map<number, string>();
  let start = 0;
  rows.forEach((row, index) => {
    for (const token of tokens[index] ?? []) {
      const kind = token.scopes
        .map((scope) => /^entity\.name\.section\.([\w-]+)|^variable\.other\.(label)/.exec(scope))
        .flatMap((match) => match?.[1] ?? match?.[2] ?? [])[0];
      // `**Plan:**` is coloured in two pieces; the colon alone is no title.
      if (kind !== undefined && /\p{L}/u.test(row.slice(token.start, token.end)))
        found.set(start + token.start, kind);
    }
    start += row.length + 1;
  });
  return found;
}
