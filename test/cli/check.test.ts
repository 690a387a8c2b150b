// `soap-notes check`: findings, places, what counts as asked for, exit codes, refusals.
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { loadKnowledge } from '../support/knowledge';
import { clotPractice, runCli } from './run-cli';

const note = 'clients/maria-lopez/2026-11-20.soap.md';
const quiet = { 'a.soap.md': '## Treatment\n- Effleurage: back, 10 min, light\n' };

interface Row {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
  readonly because: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly text?: string;
  }[];
}

async function checkJson(folder: string, ...argv: readonly string[]): Promise<readonly Row[]> {
  const { out } = await runCli(folder, ['check', '--format', 'json', ...argv]);
  return JSON.parse(out) as readonly Row[];
}

describe('findings', () => {
  test('a pasted note without front matter is checked with the record of the client in its header', async () => {
    const pasted =
      'Patient Name: Maria Lopez\nDate of Visit: 11/20/2026\nTREATMENT: Deep tissue: L calf, 10 min\n';
    const folder = createFolder({ ...clotPractice, 'pasted.soap.md': pasted });
    const [clot] = (await checkJson(folder, 'pasted.soap.md')).filter((row) => row.severity === 'error');
    expect(clot).toMatchObject({ file: 'pasted.soap.md', line: 3 });
    expect(clot?.because[0]?.file).toBe('clients/maria-lopez/client.yaml');
  });

  test('a note given alone is checked with its client record, and only the note is reported', async () => {
    const rows = await checkJson(createFolder(clotPractice), note);
    const [clot] = rows.filter((row) => row.severity === 'error');
    expect(clot).toMatchObject({ file: note, line: 7, column: 3, endLine: 7, endColumn: 14 });
    expect(clot?.rule).toContain('dvt');
    expect(clot?.because[0]).toMatchObject({ file: 'clients/maria-lopez/client.yaml', line: 3 });
    expect(new Set(rows.map((row) => row.file))).toEqual(new Set([note]));
  });

  test('rows have exactly the documented keys', async () => {
    const [row] = await checkJson(createFolder(clotPractice), note);
    expect(Object.keys(row ?? {})).toEqual([
      'file',
      'line',
      'column',
      'endLine',
      'endColumn',
      'severity',
      'rule',
      'fingerprint',
      'message',
      'because',
    ]);
  });

  test('earlier notes of the client count too', async () => {
    const folder = createFolder({
      'clients/bo/2026-11-01.soap.md': '---\nclient: bo\ndate: 2026-11-01\n---\nS: DVT L calf\n',
      'clients/bo/2026-11-08.soap.md': '---\nclient: bo\ndate: 2026-11-08\n---\n\nTx: deep tissue L calf\n',
    });
    const rows = await checkJson(folder, 'clients/bo/2026-11-08.soap.md');
    expect(rows.flatMap((row) => row.because.map((why) => why.file))).toContain(
      'clients/bo/2026-11-01.soap.md',
    );
  });

  test('text shows place, severity, rule, reasons, and how much was checked', async () => {
    const { out, code } = await runCli(createFolder(clotPractice), ['check', note]);
    expect(out).toMatch(
      /^clients\/maria-lopez\/2026-11-20\.soap\.md:7:3: error: .+ \[contraindication\/.+\]$/m,
    );
    expect(out).toMatch(/^ {4}because clients\/maria-lopez\/client\.yaml:3:\d+: .+$/m);
    expect(out).toMatch(
      /\nChecked 1 note of 1 client against \d+ rules, with 2 other files of the practice: 1 error.*\.\nWhy, what is safer, and how to answer it: soap-notes explain dvt-deep-absolute\n$/,
    );
    expect(code).toBe(1);
  });

  test('without a path the working folder is checked', async () => {
    const { out } = await runCli(createFolder(clotPractice), ['check']);
    expect(out).toContain('Checked 1 note and 2 records of 1 client');
  });

  test('columns count as in editors: UTF-16 units, Windows line ends, no byte order mark', async () => {
    const text = '\ufeffS: DVT L calf\r\nTx: \ud83d\ude42 deep tissue L calf\r\n';
    const [row] = await checkJson(createFolder({ 'a.soap.md': text }), 'a.soap.md', '--level', 'error');
    expect(row).toMatchObject({ line: 2, column: 8, endColumn: 19 });
  });

  test('findings of two calls are the same bytes', async () => {
    const folder = createFolder(clotPractice);
    const runs = await Promise.all([1, 2].map(() => runCli(folder, ['check', '--format', 'json'])));
    expect(runs[0]?.out).toBe(runs[1]?.out);
  });

  test('clients of two practices do not mix', async () => {
    const folder = createFolder({
      'a/practice.yaml': '',
      'a/clients/bo/client.yaml': 'id: bo\nconditions: [DVT]\n',
      'b/practice.yaml': '',
      'b/clients/bo/2026-11-20.soap.md': '---\nclient: bo\n---\nTx: deep tissue L calf\n',
    });
    expect(await checkJson(folder, '--level', 'error')).toEqual([]);
  });
});

describe('exit codes', () => {
  test.each([
    ['nothing found', quiet, [], 0],
    ['an error', clotPractice, [], 1],
    ['an error, never failing', clotPractice, ['--fail-on', 'never'], 0],
    ['an error, asked for warnings', clotPractice, ['--fail-on', 'warning'], 1],
  ] as const)('%s', async (_, files, argv, code) => {
    expect((await runCli(createFolder(files), ['check', ...argv])).code).toBe(code);
  });

  test('a rule that fails is a finding and gives 3 even where nothing may fail; the other rules go on', async () => {
    const kb = loadKnowledge();
    const broken = new Proxy(kb.data.redFlags, {
      get: () => {
        throw new Error('secret words');
      },
    });
    const options = { loadKnowledge: () => ({ ...kb, data: { ...kb.data, redFlags: broken } }) };
    const folder = createFolder(clotPractice);
    const { code, out, err } = await runCli(folder, ['check', '--fail-on', 'never'], options);
    expect({ code, err }).toEqual({ code: 3, err: '' });
    expect(out).toContain('[internal/rule-crashed]');
    expect(out).toContain('[contraindication/dvt-deep-absolute]');
    expect(out).not.toContain('secret words');
  });

  test('a level hides what is below it and says so', async () => {
    const { out } = await runCli(createFolder(clotPractice), ['check', '--level', 'error']);
    expect(out).toContain('Findings below error are not shown.');
  });

  test('the date can be given; it counts where a note has none', async () => {
    const folder = createFolder({
      'clients/bo/client.yaml': 'id: bo\nconditions:\n  - { name: DVT, since: 2026-10-28 }\n',
      'clients/bo/now.soap.md': '---\nclient: bo\n---\nTx: deep tissue L calf\n',
    });
    const { code } = await runCli(folder, ['check', '--today', '2026-11-20']);
    expect(code).toBe(1);
  });
});

describe('refusals end with exit code 2 and one line that says what to do', () => {
  test.each([
    ['a missing path', ['nowhere'], 'nowhere does not exist.'],
    ['a file of another kind', ['README.md'], 'README.md is no note or record.'],
    ['a folder without notes', ['empty'], 'empty holds no notes'],
    ['an unknown option', ['--formt', 'json'], 'Unknown option --formt for check. Did you mean --format?'],
    ['an unknown short option', ['-x'], 'Unknown option -x for check.'],
    [
      'an unknown format',
      ['--format', 'xml'],
      '--format takes github, gitlab, json, jsonl, junit, part, rdjsonl, sarif, text, not "xml".',
    ],
    ['an option without its value', ['--format'], '--format needs a value'],
    ['a day that is none', ['--today', '2026-02-30'], '--today takes a date such as 2026-11-20'],
  ])('%s', async (_, argv, message) => {
    const folder = createFolder({ ...quiet, 'README.md': '#', 'empty/x.txt': '' });
    const { code, out, err } = await runCli(folder, ['check', ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`soap-notes: ${message}`);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a link that leads out of its practice', async () => {
    const outside = createFolder({ 'secret.soap.md': 'S: DVT\n' });
    const folder = createFolder({ 'practice.yaml': '' });
    symlinkSync(join(outside, 'secret.soap.md'), join(folder, 'a.soap.md'));
    const { code, err } = await runCli(folder, ['check', 'a.soap.md']);
    expect(code).toBe(2);
    expect(err).toContain('leads out of its practice');
  });
});

describe('files that cannot be used', () => {
  test.each([
    ['not UTF-8', Buffer.from([0x53, 0x3a, 0xff, 0xfe]), 'bad.soap.md: is not UTF-8 text'],
    ['too large', Buffer.alloc(1024 * 1024 + 1, 0x20), 'bad.soap.md: is larger than 1 MB'],
  ])('%s: said, the others are still checked, exit code 2', async (_, content, message) => {
    const folder = createFolder({ ...clotPractice, 'clients/maria-lopez/bad.soap.md': content });
    const { code, out, err } = await runCli(folder, ['check']);
    expect(code).toBe(2);
    expect(err).toContain(`soap-notes: clients/maria-lopez/${message}`);
    expect(err).toContain('findings may be missing');
    expect(out).toContain(': error: ');
  });

  test('a file that may not be read', async () => {
    const folder = createFolder(quiet);
    chmodSync(join(folder, 'a.soap.md'), 0o000);
    const { code, err } = await runCli(folder, ['check', 'a.soap.md']);
    // An administrator reads it all the same.
    if (process.getuid?.() === 0) expect(code).toBe(0);
    else expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read') });
  });

  test('links to folders, hidden folders and node_modules are left out', async () => {
    const outside = createFolder({ 'b.soap.md': 'S: x\n' });
    const folder = createFolder({ ...quiet, '.cache/c.soap.md': '', 'node_modules/x/d.soap.md': '' });
    symlinkSync(outside, join(folder, 'linked'));
    expect((await runCli(folder, ['check'])).out).toContain('Checked 1 note against');
  });
});
