// CSV tables: what is in them, RFC 4180, and nothing that a spreadsheet would run.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printCsv } from '../../../server/src/cli/csv';
import { createWorkspace, defaultSettings, selectClients, toTables } from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';
import { runs } from '../../support/runs';

/** Reads RFC 4180 text back; written apart from the writer, so that both must be right. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let row: string[] = [];
  for (let match = field.exec(text); match !== null; match = field.exec(text)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const cells = fc.string({
  unit: fc.constantFrom('a', '=', '+', '-', '@', '"', ',', '\n', '\r', '\t', ' ', 'é', '1'),
});

test('every table reads back as it was written, but for the guard before formulas', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cells, { minLength: 2, maxLength: 2 }), { maxLength: 5 }), (rows) => {
      const read = parseCsv(printCsv([['a', 'b'], ...rows]));
      expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual([['a', 'b'], ...rows]);
    }),
    { numRuns: runs(500) },
  );
});

test.each(['=1+1', '+1', '-2+3', '@SUM(A1)', ' =1', '\t=1', '"=1', '|calc', '＝1'])(
  '%j is no formula',
  (text) => {
    const [, [cell] = []] = parseCsv(printCsv([['a'], [text]]));
    expect(cell).toBe(`'${text}`);
  },
);

test('numbers stay numbers, also below zero; the mark for spreadsheets stands first', () => {
  expect(
    printCsv([
      ['a', 'b'],
      [-1.5, undefined],
    ]),
  ).toBe('a,b\r\n-1.5,\r\n');
  expect(printCsv([['a']], true)).toBe('\ufeffa\r\n');
});

function tablesOf(withoutNames: boolean) {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: '2026-11-23' });
  const note =
    '---\nclient: rosa\ndate: 2026-11-20 14:00\ntherapist: a.rivera\nduration: 60 min\ntype: follow-up\n---\n\n## Subjective\n- Pain 6/10\n## Objective\n- BP 128/82, NDI 18/50\n## Treatment\n- Deep tissue: L calf, 10 min, pressure 4/5\n- Response: pain 6/10 → 3/10\n';
  workspace.set(
    'file:///p/clients/rosa/client.yaml',
    'id: rosa\nconditions:\n  - { name: DVT, region: calf, side: left, since: 2026-10-28 }\n',
  );
  workspace.set('file:///p/clients/rosa/2026-11-20.soap.md', note);
  const clients = selectClients(workspace, {
    named: new Set(workspace.list()),
    clients: [],
    since: undefined,
    until: undefined,
    withoutNames,
    today: '2026-11-23',
  });
  return Object.fromEntries(toTables(clients).map((table) => [table.name, table.rows]));
}

test('sessions, findings, measures and conditions have a row each', () => {
  const { sessions, findings, measures, conditions } = tablesOf(false);
  const file = 'clients/rosa/2026-11-20.soap.md';
  expect(sessions).toEqual([
    ['rosa', '2026-11-20', '14:00', 'a.rivera', 'follow-up', 60, 6, 3, 'Deep tissue massage', 'no', file],
  ]);
  expect(findings).toContainEqual(
    expect.arrayContaining(['rosa', 'contraindication/dvt-deep-absolute', 'error', 'no', file, 14]),
  );
  expect(measures).toEqual([
    ['rosa', '2026-11-20', 'Systolic blood pressure', 128, 'mmHg', undefined, file],
    ['rosa', '2026-11-20', 'Diastolic blood pressure', 82, 'mmHg', undefined, file],
    ['rosa', '2026-11-20', 'Pain before treatment', 6, 'points', 10, file],
    ['rosa', '2026-11-20', 'Pain after treatment', 3, 'points', 10, file],
    ['rosa', '2026-11-20', 'Neck Disability Index', 18, 'points', 50, file],
  ]);
  expect(conditions).toEqual([
    [
      'rosa',
      '2026-11-20',
      'Deep vein thrombosis',
      'I82.4',
      'left calf',
      '2026-10-28',
      'present',
      'stated',
      undefined,
      'clients/rosa/client.yaml',
    ],
  ]);
});

test('without names nothing leads to the client, the therapist or the words of a note', () => {
  const tables = tablesOf(true);
  const text = JSON.stringify(tables);
  expect(['rosa', 'rivera', 'soap.md', 'L calf', 'clients/'].filter((words) => text.includes(words))).toEqual(
    [],
  );
  expect(tables.sessions?.[0]?.slice(0, 2)).toEqual(['client-001', '2026-11-20']);
});
