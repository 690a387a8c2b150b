// Checks across visits: histories give exactly these findings, and near misses give none.
import { expect, test } from 'vitest';
import { unitsFor } from '../../../server/src/core/rules/checks/billing-units';
import { testHistories } from '../../support/histories';

testHistories(import.meta.dirname, /^(?:visits|internal)\/|^record\/contradiction$/);

// The table of the 8-minute rule: 8–22 minutes are one unit, 23–37 two, 38–52 three, 53–67 four, 68–82 five.
test.each([
  [7, 0],
  [8, 1],
  [22, 1],
  [23, 2],
  [37, 2],
  [38, 3],
  [52, 3],
  [53, 4],
  [82, 5],
])('%i minutes are %i units', (minutes, units) => expect(unitsFor(minutes)).toBe(units));
