// `soap-notes check` in a repository: what is staged, and what changed since a commit.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commitAll, git } from '../support/git';
import { createRepository } from '../support/repositories';
import { clotPractice, runCli } from './run-cli';

const note = 'clients/maria-lopez/2026-11-20.soap.md';
const record = 'clients/maria-lopez/client.yaml';
const clean = '---\nclient: maria-lopez\ndate: 2026-11-20\n---\nS: no session today\n';
const healthy = 'id: maria-lopez\n';

const october = 'clients/maria-lopez/2026-10-30.soap.md';
const visit = (day: string, words: string, client = 'maria-lopez'): string =>
  `---\nclient: ${client}\ndate: 2026-${day}\n---\n${words}\n`;

const check = (folder: string, ...argv: readonly string[]) =>
  runCli(folder, ['check', '--level', 'error', ...argv]);
const write = (folder: string, path: string, text: string): void => writeFileSync(join(folder, path), text);

describe('--staged', () => {
  test('reads the index for the note, its record and what came before, whatever lies on disk', async () => {
    const folder = createRepository(clotPractice);
    git(folder, 'add', '--all');
    write(folder, note, clean);
    write(folder, record, healthy);
    const { code, out } = await check(folder, '--staged');
    expect(code).toBe(1);
    expect(out).toContain(`${note}:7:3: error:`);
    expect(out).toContain('  7 | - Deep tissue: L calf, 10 min');
    expect(out).toContain(`because ${record}:3:`);
    git(folder, 'add', record);
    expect((await check(folder, '--staged')).code).toBe(0);
  });

  test('what is on disk alone does not count, and what did not change is not reported', async () => {
    const folder = createRepository(clotPractice);
    commitAll(folder);
    write(folder, 'clients/maria-lopez/2026-11-21.soap.md', clotPractice[note].replace('11-20', '11-21'));
    const { code, out } = await check(folder, '--staged');
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('Checked nothing') });
    write(folder, 'README.md', 'hello');
    git(folder, 'add', 'README.md');
    expect((await check(folder, '--staged')).code).toBe(0);
  });

  test('paths and the folder narrow it', async () => {
    const folder = createRepository({ ...clotPractice, 'clients/bo/a.soap.md': 'S: well\n' });
    git(folder, 'add', '--all');
    expect((await check(folder, '--staged', 'clients/bo')).out).toContain('Checked 1 note of 1 client');
    expect((await check(join(folder, 'clients/bo'), '--staged')).out).toContain('Checked 1 note of 1 client');
  });

  test('a condition added to a record is held against the notes that are there; what was found before is not', async () => {
    const folder = createRepository({ ...clotPractice, [record]: healthy });
    commitAll(folder);
    write(folder, record, clotPractice[record]);
    git(folder, 'add', record);
    const { code, out } = await check(folder, '--staged');
    expect(code).toBe(1);
    expect(out).toContain(`${note}:7:3: error:`);
    git(folder, 'commit', '--quiet', '--message', 'known');
    write(folder, record, `${clotPractice[record]}allergies: [nut oils]\n`);
    git(folder, 'add', record);
    expect((await check(folder, '--staged')).code).toBe(0);
  });

  /** What is added to the practice, what then changes (null: deleted), and what is said of a note that did not. */
  const told: Readonly<
    Record<
      string,
      {
        readonly before: Readonly<Record<string, string>>;
        readonly change: Readonly<Record<string, string | null>>;
        readonly says: string;
      }
    >
  > = {
    'an earlier note that is changed': {
      before: { [record]: healthy, [october]: visit('10-30', 'S: sore neck') },
      change: { [october]: visit('10-30', 'S: DVT L calf, dx 10/28') },
      says: `${note}:7:3: warning:`,
    },
    'an earlier note that is new': {
      before: { [record]: healthy },
      change: { [october]: visit('10-30', 'S: DVT L calf, dx 10/28') },
      says: `${note}:7:3: warning:`,
    },
    'an earlier note that is deleted': {
      before: {
        [record]: healthy,
        [october]: visit('10-30', 'S: DVT L calf, dx 10/28'),
        'clients/maria-lopez/2026-11-10.soap.md': visit('11-10', 'S: DVT ruled out'),
      },
      change: { 'clients/maria-lopez/2026-11-10.soap.md': null },
      says: `${note}:7:3: warning:`,
    },
    'an earlier note that goes to another client': {
      before: {
        [record]: healthy,
        [october]: visit('10-30', 'S: DVT L calf, dx 10/28'),
        'clients/maria-lopez/2026-11-10.soap.md': visit('11-10', 'S: DVT ruled out'),
      },
      change: {
        'clients/maria-lopez/2026-11-10.soap.md': visit('11-10', 'S: DVT ruled out', 'pat-doe'),
      },
      says: `${note}:7:3: warning:`,
    },
    'an earlier note that becomes more certain': {
      before: { [record]: healthy, [october]: visit('10-30', 'S: poss. DVT L calf') },
      change: { [october]: visit('10-30', 'S: DVT L calf, dx 10/28') },
      says: `${note}:7:3: warning:`,
    },
    'a record that takes a clearance with it': {
      before: {
        [record]: `${clotPractice[record]}clearances:\n  - for: DVT\n    by: Dr. Hale\n    on: 2026-11-15\n    allows: deep tissue on the left calf\n`,
      },
      change: { [record]: clotPractice[record] },
      says: `${note}:7:3: error:`,
    },
    'a setting of the practice': {
      before: { [record]: healthy, 'practice.yaml': 'name: Test practice\nprofile: wellness\n' },
      change: { 'practice.yaml': 'name: Test practice\nprofile: wa-us\n' },
      says: `${record}:1:1: warning: No date of birth`,
    },
    'a rule of the practice': {
      before: { [record]: 'id: maria-lopez\nconditions:\n  - name: scoliosis\n' },
      change: {
        'knowledge/house.yaml': [
          'rules:',
          '  - id: house-spine',
          '    title: No deep tissue on a curved spine',
          '    anyOf: [{ condition: scoliosis }]',
          '    targets: ["tech:deep-tissue"]',
          '    scope: systemic',
          '    level: relative',
          '    action: adapt',
          '    rationale: House rule.',
          '    clearsWhen: A physician agrees.',
          '    sources: [{ source: practice, by: Ana, on: 2026-01-01 }]',
          '',
        ].join('\n'),
      },
      says: 'house-spine',
    },
  };
  test.each(Object.keys(told))('widens to notes that did not change: %s', async (name) => {
    const { before, change, says } = told[name] ?? { before: {}, change: {}, says: '' };
    const folder = createRepository({ ...clotPractice, ...before });
    commitAll(folder);
    for (const [path, text] of Object.entries(change))
      if (text === null) rmSync(join(folder, path));
      else {
        mkdirSync(join(folder, path, '..'), { recursive: true });
        write(folder, path, text);
      }
    const warnings = async (...argv: readonly string[]): Promise<string> =>
      (await check(folder, '--level', 'information', ...argv)).out;
    expect(await warnings('--since', 'HEAD')).toContain(says);
    git(folder, 'add', '--all');
    expect(await warnings('--staged')).toContain(says);
    // What is committed is known from then on: the same for all of them.
    if (name !== 'an earlier note that is changed') return;
    git(folder, 'commit', '--quiet', '--message', 'known');
    expect(await warnings('--since', 'HEAD~1')).toContain(says);
    expect(await warnings('--since', 'HEAD')).not.toContain(says);
  });

  test('files that git keeps in another form are read as a checkout has them', async () => {
    const folder = createRepository(
      { ...clotPractice, '.gitattributes': '*.soap.md filter=hide\n' },
      '[filter "hide"]\n\tclean = tr a-z n-za-m\n\tsmudge = tr a-z n-za-m\n',
    );
    git(folder, 'add', '--all');
    expect(git(folder, 'show', `:${note}`)).toContain('Drrc gvffhr');
    expect((await check(folder, '--staged')).out).toContain(`${note}:7:3: error:`);
  });

  test('files in conflict are refused', async () => {
    const folder = createRepository({ ...clotPractice, [note]: clean });
    commitAll(folder);
    git(folder, 'checkout', '--quiet', '-b', 'other');
    write(folder, note, `${clean}P: weekly\n`);
    commitAll(folder);
    git(folder, 'checkout', '--quiet', 'main');
    write(folder, note, `${clean}P: monthly\n`);
    commitAll(folder);
    expect(() => git(folder, 'merge', '--quiet', 'other')).toThrow();
    const { code, err } = await check(folder, '--staged');
    expect(code).toBe(2);
    expect(err).toContain('in conflict');
  });
});

describe('--since', () => {
  test('takes what changed on disk and what is new, not what is ignored or deleted', async () => {
    const folder = createRepository({
      ...clotPractice,
      'clients/bo/a.soap.md': 'S: well\n',
      '.gitignore': 'drafts\n',
    });
    commitAll(folder);
    write(folder, note, `${clotPractice[note]}- Petrissage: back, 10 min\n`);
    rmSync(join(folder, 'clients/bo/a.soap.md'));
    write(folder, 'clients/maria-lopez/new.soap.md', 'S: well\n');
    const { out } = await runCli(folder, ['check', '--since', 'HEAD', '--format', 'part', '--show-text']);
    expect(JSON.parse(out).files).toEqual([note, 'clients/maria-lopez/new.soap.md']);
    commitAll(folder);
    const { out: later } = await runCli(folder, [
      'check',
      '--since',
      'HEAD',
      '--format',
      'part',
      '--show-text',
    ]);
    expect(JSON.parse(later).files).toEqual([]);
    const { out: before } = await runCli(folder, [
      'check',
      '--since',
      'HEAD~1',
      '--format',
      'part',
      '--show-text',
    ]);
    expect(JSON.parse(before).files).toEqual([note, 'clients/maria-lopez/new.soap.md']);
  });
});
