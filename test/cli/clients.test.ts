// `soap-notes client`, `due` and `stats`: what they print of a small practice, and what stats keep to themselves.
import { describe, expect, test } from 'vitest';
import type { Stats } from '../../server/src/core';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

const visit = (client: string, date: string, technique: string, pain = 6): string =>
  `---\nclient: ${client}\ndate: ${date}\ntherapist: a.rivera\nduration: 60 min\n---\n\n## Subjective\n- Complaint: low back pain, ${pain}/10\n\n## Treatment\n- ${technique}\n- Response: pain ${pain}/10 → ${pain - 2}/10\n\n## Plan\n- Frequency: weekly\n`;

const one = {
  'practice.yaml': 'name: Example\n',
  'clients/ana/client.yaml':
    'id: ana\nname: Ana Silva\nborn: 1984-03-12\nconditions:\n  - { name: DVT, region: calf, side: left, since: 2026-10-28 }\nmedications: [{ name: Xarelto, dose: 20 mg daily }]\nconsent: { signed: 2026-01-05, expires: 2026-12-01 }\n',
  'clients/ana/2026-10-10.soap.md': visit('ana', '2026-10-10', 'Swedish: back, 20 min'),
  'clients/ana/2026-11-06.soap.md': visit('ana', '2026-11-06', 'Swedish: back, 20 min', 4),
};

describe('client', () => {
  test('shows what is known, the trend and the time line', async () => {
    const { out, code, err } = await runCli(createFolder(one), ['client', 'ANA']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Ana Silva \(ana\)\nborn 1984-03-12, as of 2026-11-20\n/);
    expect(out).toMatch(
      /\n {2}Deep vein thrombosis {2}left calf {2}since 2026-10-28 {2}on record {7}\d+ rules, such as /,
    );
    expect(out).toMatch(/\n {2}rivaroxaban {2}20 mg daily {2}/);
    expect(out).toContain('  Pain on arrival       ▅▄  6/10 → 4/10\n');
    expect(out.indexOf('2026-11-06  a.rivera')).toBeLessThan(out.indexOf('2026-10-10  a.rivera'));
    expect(out).toContain('4→2/10  not signed');
  });

  test('as data, with paths as they are shown', async () => {
    const { out } = await runCli(createFolder(one), ['client', 'ana', '--format', 'json']);
    const { id, visits } = JSON.parse(out) as { id: string; visits: readonly { uri: string }[] };
    expect([id, visits.map(({ uri }) => uri)]).toEqual([
      'ana',
      ['clients/ana/2026-11-06.soap.md', 'clients/ana/2026-10-10.soap.md'],
    ]);
  });

  test.each([
    [['client'], 'client needs an id'],
    [['client', 'anna'], 'No client has the id anna. Did you mean ana?'],
  ])('%j is refused in one line', async (argv, message) => {
    const { code, err } = await runCli(createFolder(one), argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('due', () => {
  test('lists visits and consents, without words of a note', async () => {
    const { out, code } = await runCli(createFolder(one), ['due', '--today', '2026-11-20']);
    expect(code).toBe(0);
    expect(out).toContain(
      'follow-up  2026-11-13  ana  By the plan of 2026-11-06 the next visit was due on 2026-11-13.',
    );
    expect(out).toContain('consent    2026-12-01  ana  The consent ends on 2026-12-01.');
    expect(out).toMatch(/\n2 things due\.\n$/);
    expect(out).not.toContain('low back');
  });

  test('of one kind, as CSV, and on a day on which nothing is due', async () => {
    const folder = createFolder(one);
    const csv = await runCli(folder, ['due', '--kind', 'consent', '--format', 'csv']);
    expect(csv.out).toBe(
      'kind,due,client,message,place\r\nconsent,2026-12-01,ana,The consent ends on 2026-12-01. Renew it at the next visit.,clients/ana/client.yaml:7\r\n',
    );
    expect((await runCli(folder, ['due', '--today', '2026-10-11'])).out).toBe('Nothing is due.\n');
  });
});

describe('stats', () => {
  const names = ['ana', 'ben', 'cleo', 'dan', 'eve', 'fay'];
  const many = {
    'practice.yaml': '',
    ...Object.fromEntries(
      names.flatMap((name, index) => [
        [`clients/${name}/2026-10-10.soap.md`, visit(name, '2026-10-10', 'Swedish: back, 20 min', 3 + index)],
        [
          `clients/${name}/2026-12-10.soap.md`,
          visit(name, '2026-12-10', index < 4 ? 'Cupping: back' : 'Swedish: shoulder', 4),
        ],
      ]),
    ),
    // One client who comes often counts once.
    ...Object.fromEntries(
      ['11', '12', '13', '14', '15', '16'].map((day) => [
        `clients/ana/2026-12-${day}.soap.md`,
        visit('ana', `2026-12-${day}`, 'Myofascial release: neck'),
      ]),
    ),
    'clients/ben/undated.soap.md': '---\nclient: ben\n---\nT: Swedish\n',
  };

  const read = async (...argv: readonly string[]): Promise<Stats> => {
    const { out } = await runCli(createFolder(many), ['stats', '--format', 'json', ...argv]);
    return JSON.parse(out) as Stats;
  };

  test('a cell behind which too few clients stand is withheld, and the total with it', async () => {
    const { periods, sessions, techniques, regions, withheld } = await read();
    expect(periods).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(sessions).toMatchObject({ cells: [6, 0, 12], total: 18 });
    // Cupping: four clients. Myofascial release: six sessions of one client. Neither is even named.
    expect(techniques).toEqual([
      { id: 'swedish-massage', name: 'Swedish massage', cells: [6, 0, 'few'], total: 'few' },
    ]);
    expect(regions.map(({ id, cells }) => [id, cells])).toEqual([['back', [6, 0, 'few']]]);
    expect(withheld).toMatchObject({ techniques: 2, regions: 2 });
  });

  test('means weigh every client alike', async () => {
    const { outcomes } = await read();
    // In December Ana came seven times: six with 6, one with 4, so 5.7; the five others came with 4.
    expect(outcomes.map(({ id, cells }) => [id, cells])).toEqual([
      ['pain/before', [5.5, null, 4.3]],
      ['pain/after', [3.5, null, 2.3]],
    ]);
  });

  test('periods, days and a higher least', async () => {
    expect((await read('--per', 'quarter')).periods).toEqual(['2026-Q4']);
    expect((await read('--per', 'year')).sessions.cells).toEqual([18]);
    expect((await read('--until', '2026-11')).periods).toEqual(['2026-10']);
    expect((await read('--least', '7')).techniques).toEqual([]);
  });

  test('text names no client, and CSV has a column for each period', async () => {
    const folder = createFolder(many);
    const text = await runCli(folder, ['stats']);
    expect(text.out).toMatch(/^Sessions {2}2026-10 {2}2026-11 {2}2026-12 {2}total\nSessions +6 +0 +12 +18\n/);
    expect(text.out).toContain('and 2 of which too few clients are known');
    for (const name of names) expect(text.out).not.toContain(name);
    const csv = await runCli(folder, ['stats', '--format', 'csv']);
    expect(csv.out).toContain('technique,swedish-massage,Swedish massage,6,0,few\r\n');
  });

  test('--least below three would name people', async () => {
    const { code, err } = await runCli(createFolder(many), ['stats', '--least', '1']);
    expect(code).toBe(2);
    expect(err).toContain('--least takes a number from 3 on');
  });
});
