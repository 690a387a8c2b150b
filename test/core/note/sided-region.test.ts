// A side within the name of a place: read where there is one, left alone where nobody can say which is meant.
import { expect, test } from 'vitest';
import { parseClientRecord } from '../../../server/src/core/note/client';
import { sliceSpan } from '../../../server/src/core/text/span';

const read = (place: string) => {
  const text = `conditions:\n  - { name: sprain, ${place} }\n`;
  const { value, problems } = parseClientRecord(text);
  const [{ region, side } = { region: undefined, side: undefined }] = value.conditions;
  return {
    region: region?.value,
    at: region && sliceSpan(text, region.span),
    side: side?.value,
    problems: problems.map(({ code, span }) => `${code} ${sliceSpan(text, span)}`),
  };
};

test.each([
  ['L calf', 'calf', 'left'],
  ['right shoulder', 'shoulder', 'right'],
  ['R. knee', 'knee', 'right'],
  ['both knees', 'knees', 'bilateral'],
  ['B/L knees', 'knees', 'bilateral'],
  ['left side of the neck', 'neck', 'left'],
  ['calf L', 'calf', 'left'],
  ['calf (left)', 'calf', 'left'],
  ['"calf, left"', 'calf', 'left'],
  ["'L calf'", 'calf', 'left'],
])('region: %s', (written, region, side) =>
  expect(read(`region: ${written}`)).toEqual({ region, at: region, side, problems: [] }),
);

test('a side in the middle leaves the words around it, whose place is the whole', () =>
  expect(read('region: lower R leg')).toMatchObject({
    region: 'lower leg',
    at: 'lower R leg',
    side: 'right',
  }));

test.each(['calf', 'L4', 'lumbar', 'left', 'L and R calf', 'brightly', 'Leftover'])(
  'nothing is taken out of %s',
  (region) => expect(read(`region: ${region}`)).toMatchObject({ region, side: undefined, problems: [] }),
);

test('the key counts, and a difference is told at it', () => {
  expect(read('region: L calf, side: right')).toMatchObject({
    region: 'calf',
    side: 'right',
    problems: ['client/side-conflict right'],
  });
  expect(read('region: L calf, side: L')).toMatchObject({ side: 'left', problems: [] });
});

test.each([
  ['site', 'region'],
  ['Location', 'region'],
  ['laterality', 'side'],
  ['sied', 'side'],
])('%s: is told to be %s', (key, known) => {
  const { problems } = parseClientRecord(`conditions: [{ name: DVT, ${key}: calf }]\n`);
  expect(problems).toMatchObject([{ code: 'client/unknown-key', replacement: known }]);
});
