// One list for each kind of thing a user can name, compared with its folder: a file that is not listed does nothing.
import { describe, expect, test } from 'vitest';
import { commands } from '../server/src/cli/command-table';
import { reportFormats } from '../server/src/cli/report-table';
import { checks } from '../server/src/core/rules/registry';
import { listFileNames } from './support/sources';

const lists: readonly (readonly [string, readonly { readonly name: string }[]])[] = [
  ['server/src/cli/commands', commands],
  ['server/src/cli/report', reportFormats],
  ['server/src/core/rules/checks', checks],
];

describe.each(lists)('%s', (folder, list) => {
  const names = list.map((entry) => entry.name);

  test('holds exactly the files that are listed', () => {
    expect([...names].sort()).toEqual(listFileNames(folder));
  });

  test('is listed in order, each name once', () => {
    expect(names).toEqual([...new Set(names)].sort());
  });
});
