// The fast reader of YAML gives what the library gives, or gives up; it does not give up on the records we know.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makePractice } from '../../../bench/synthetic-practice';
import { readPlainYaml } from '../../../server/src/core/note/yaml-plain';
import { readFullYaml } from '../../../server/src/core/note/yaml-read';
import { loadKnowledge } from '../../support/knowledge';
import { runs } from '../../support/runs';
import { mutationsOf } from './arbitrary';
import { clientSample } from './samples';

const usual = fc.constantFrom(
  'low back',
  '2026-10',
  '3:30',
  '[latex]',
  '{ pressure: 3/5, avoid: [right arm, feet] }',
);
const odd = fc.constantFrom(
  'a: b',
  'a:b',
  'a #b',
  'null',
  '~',
  "it's",
  '"q"',
  '[]',
  '[ ]',
  '{}',
  '[nut oils, null , 3/5]',
  '[a, [b, c]]',
  '[a, ]',
  '[a b: c]',
  '[a',
  '[a] b',
  '[a] # c',
  '{ signed: 2026-04-24, sensitive-areas: none }',
  '{a: b}',
  '{ a: null }',
  '{ a: }',
  '{ a }',
  '{ a: b: c }',
  '{ a: b#c, d: e #f }',
  '- a',
  '| ',
  '*a',
  'caf\u00e9, \u2192 [x] {y}',
  '',
  ' ',
);
const value = fc.oneof({ weight: 2, arbitrary: usual }, { weight: 1, arbitrary: odd });
const key = fc.constantFrom('name', 'conditions', 'since', 'region', 'status', 'Key_2', 'null', 'a b', '#');
const pair = fc.tuple(key, fc.constantFrom(': ', ':  ', ':'), value).map((parts) => parts.join(''));
const line = fc
  .tuple(
    fc.constantFrom('', '', '  ', '  ', '    ', '    ', '   '),
    fc.constantFrom('', '', '', '- ', '- ', '-', '-   '),
    fc.oneof({ weight: 6, arbitrary: pair }, { weight: 1, arbitrary: value }),
    fc.constantFrom('', '', '', ' ', '\r', '\n', '\n# c'),
  )
  .map((parts) => parts.join(''));

/** Lines that mostly fit together, as a record has them. */
const item = fc
  .array(pair, { minLength: 1, maxLength: 3 })
  .map((pairs) => pairs.map((text, at) => `  ${at === 0 ? '- ' : '  '}${text}`).join('\n'));
const block = fc
  .tuple(key, fc.array(item, { minLength: 1, maxLength: 3 }))
  .map(([name, items]) => [`${name}:`, ...items].join('\n'));
const record = fc.array(
  fc.oneof({ weight: 3, arbitrary: pair }, { weight: 3, arbitrary: block }, { weight: 1, arbitrary: line }),
  { minLength: 1, maxLength: 3 },
);

const examples = readdirSync('examples/clients', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('client.yaml'))
  .map((path) => readFileSync(join('examples/clients', path), 'utf8'));

/** True if the fast reader read the text. */
function compare(body: string): boolean {
  const plain = readPlainYaml(body, 3);
  if (plain === undefined) return false;
  const { root, problems } = readFullYaml(body, 3);
  expect(problems, body).toEqual([]);
  expect(root?.kind === 'map' ? root.pairs : undefined, body).toEqual(plain.pairs);
  return true;
}

test('what the fast reader gives is what the library gives', () => {
  let compared = 0;
  fc.assert(
    fc.property(record, (lines) => {
      if (compare(`${lines.join('\n')}\n`)) compared += 1;
    }),
    { numRuns: runs(4000), seed: 20261127 },
  );
  expect(compared).toBeGreaterThan(runs(4000) / 20);
});

test('a record with a slip of the hand is read the same, or left to the library', () => {
  fc.assert(
    fc.property(mutationsOf([clientSample, ...examples]), (text) => {
      compare(text);
    }),
    { numRuns: runs(1000), seed: 20261127 },
  );
});

test('it reads the records of the examples and of an invented practice', () => {
  const invented = [...makePractice(loadKnowledge(), { clients: 60, notes: 60 })]
    .filter(({ path }) => path.endsWith('client.yaml'))
    .map(({ text }) => text);
  for (const text of [...examples, ...invented]) expect(compare(text), text).toBe(true);
});
