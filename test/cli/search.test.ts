// `soap-notes search`: what is found by meaning, where and when, and how it is printed.
import { describe, expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

const practice = {
  'practice.yaml': 'name: Example\n',
  'clients/ana/client.yaml':
    'id: ana\nconditions:\n  - { name: DVT, region: calf, side: left, since: 2026-10-28 }\nmedications: [Xarelto]\n',
  'clients/ana/2026-11-06.soap.md':
    '---\nclient: ana\ndate: 2026-11-06\n---\n## Subjective\n- Health update: blood clot in left calf\n\n## Treatment\n- Deep tissue: R calf, 10 min\n',
  'clients/ben/2026-01-12.soap.md':
    '---\nclient: ben\ndate: 2026-01-12\n---\n## Subjective\nDenies DVT. His mother had a blood clot.\n\n## Treatment\n- Swedish: back, 20 min\n- Avoided: deep tissue on legs\n',
  'clients/cleo/2026-02-01.soap.md':
    '---\nclient: cleo\ndate: 2026-02-01\nconditions: [{ name: DVT, region: calf, status: history }]\nmedications: [warfarin]\n---\n## Treatment\n- Deep tissue: L quads\n',
};

/** `client line assertion` of what is found. */
async function find(...argv: readonly string[]): Promise<readonly string[]> {
  const { out, code, err } = await runCli(createFolder(practice), ['search', '--format', 'json', ...argv]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const rows = JSON.parse(out) as readonly Readonly<Record<string, unknown>>[];
  return rows.map(({ client, line, assertion }) => `${client} ${line} ${assertion}`);
}

describe('by meaning', () => {
  test.each<[readonly string[], readonly string[]]>([
    [
      ['--condition', 'dvt'],
      ['ana 6 present', 'ana 3 present', 'ben 6 negated', 'ben 6 other-person', 'cleo 4 historical'],
    ],
    [
      ['--condition', 'Blood Clot', '--assertion', 'present'],
      ['ana 6 present', 'ana 3 present'],
    ],
    [
      ['--condition', 'dvt', '--since', '2026-02'],
      ['ana 6 present', 'cleo 4 historical'],
    ],
    [
      ['--condition', 'dvt', '--until', '2026-01'],
      ['ben 6 negated', 'ben 6 other-person'],
    ],
    [['--condition', 'dvt', '--client', 'ANA', '--until', '2026'], ['ana 6 present']],
    [
      ['--technique', 'deep tissue', '--assertion', 'done'],
      ['ana 9 done', 'cleo 8 done'],
    ],
    [
      ['--technique', 'deep tissue', '--region', 'leg'],
      ['ana 9 done', 'ben 10 avoided', 'cleo 8 done'],
    ],
    [['--technique', 'deep tissue', '--side', 'right'], ['ana 9 done']],
    [['--region', 'lower-leg', '--side', 'left', '--since', '2026-01'], ['ana 6 present']],
    [['--medication', 'rivaroxaban'], ['ana 4 taken']],
    [
      ['--medication', 'anticoagulants'],
      ['ana 4 taken', 'cleo 5 taken'],
    ],
    [
      ['--medication', 'warfarin', '--technique', 'deep tissue', '--assertion', 'done'],
      ['cleo 5 taken', 'cleo 8 done'],
    ],
    [['--medication', 'warfarin', '--technique', 'swedish'], []],
  ])('%j', async (argv, found) => {
    expect(await find(...argv)).toEqual(found);
  });
});

test('in words, without those of the note unless asked for', async () => {
  const argv = ['search', '--condition', 'dvt', '--client', 'ana'];
  const plain = await runCli(createFolder(practice), argv);
  expect(plain.out).toContain(
    'clients/ana/2026-11-06.soap.md:6:18  2026-11-06  ana  Deep vein thrombosis  present  left calf\n',
  );
  expect(plain.out).toContain(
    'clients/ana/client.yaml:3:13         record      ana  Deep vein thrombosis  present  left calf\n',
  );
  expect(plain.out).toMatch(/\n2 places in 2 files of 1 client\.\n$/);
  expect(plain.out).not.toContain('“');
  const spoken = await runCli(createFolder(practice), [...argv, '--show-text']);
  expect(spoken.out).toContain('left calf  “blood clot”\n');
});

test('as CSV, in which no cell is a formula', async () => {
  const folder = createFolder({ '=1+1/client.yaml': 'id: "=1+1"\nconditions: [DVT]\n' });
  const { out } = await runCli(folder, ['search', '--condition', 'dvt', '--format', 'csv']);
  expect(out.split('\r\n')).toEqual([
    'file,line,column,client,date,kind,id,name,assertion,where',
    "'=1+1/client.yaml,2,14,'=1+1,,condition,deep-vein-thrombosis,Deep vein thrombosis,present,lower leg",
    '',
  ]);
});

test('nothing found', async () => {
  const { out, code } = await runCli(createFolder(practice), ['search', '--technique', 'hot stone']);
  expect({ out, code }).toEqual({ out: 'Nothing found.\n', code: 0 });
});

test.each([
  [['search'], 'Say what to look for: --condition, --medication, --technique or --region.'],
  [['search', '--condition', 'dvtt'], 'No condition is called dvtt. Did you mean DVT'],
  [['search', '--condition', 'dvt', '--since', '2026-13'], '--since takes a day, month or year such as'],
])('%j is refused in one line', async (argv, message) => {
  const { code, err } = await runCli(createFolder(practice), argv);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
