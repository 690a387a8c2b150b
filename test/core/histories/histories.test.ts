// Client histories: a record, notes and a date give exactly these clinical findings. The tables are the files beside this one.
import { expect, test } from 'vitest';
import { testHistories } from '../../support/histories';

const names = testHistories(
  import.meta.dirname,
  /^(?:contraindication|red-flag|internal|record\/(?:two-ids|another-client)$)/,
);

test('there are histories of every kind, and no two have the same name', () => {
  expect(names.length).toBeGreaterThanOrEqual(120);
  expect(new Set(names).size).toBe(names.length);
});
