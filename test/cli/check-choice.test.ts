// What `soap-notes check` looks at and what it reports of it: patterns, lists, standard input, rules, limits, baselines.
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { clotPractice, runCli } from './run-cli';

const note = 'clients/maria-lopez/2026-11-20.soap.md';
const two = {
  ...clotPractice,
  'clients/bo/2026-11-01.soap.md':
    '---\nclient: bo\ndate: 2026-11-01\n---\nS: DVT L calf\nTx: deep tissue L calf\n',
  'clients/bo/2026-12-01.soap': 'S: well\n',
};

async function files(folder: string, argv: readonly string[], stdin?: string): Promise<readonly string[]> {
  const { out } = await runCli(
    folder,
    ['check', '--format', 'part', '--show-text', ...argv],
    stdin === undefined ? {} : { stdin },
  );
  return JSON.parse(out).files;
}

describe('what is named', () => {
  test.each([
    [['clients/*/2026-11-*.soap.md'], ['clients/bo/2026-11-01.soap.md', note]],
    [['clients/bo/*.{soap,soap.md}'], ['clients/bo/2026-11-01.soap.md', 'clients/bo/2026-12-01.soap']],
    [['./clients/**/client.yaml'], ['clients/maria-lopez/client.yaml']],
    [
      ['clients', '!clients/bo/**'],
      [note, 'clients/maria-lopez/client.yaml'],
    ],
    [
      ['clients/bo', note],
      ['clients/bo/2026-11-01.soap.md', 'clients/bo/2026-12-01.soap', note],
    ],
  ])('%j', async (argv, expected) => {
    expect(await files(createFolder(two), argv)).toEqual(expected);
  });

  test('a pattern follows no link, in the tree or out of it', async () => {
    const outside = createFolder({ 'secret.soap.md': 'S: DVT\n' });
    const folder = createFolder(two);
    symlinkSync(outside, join(folder, 'clients/linked'));
    symlinkSync(join(outside, 'secret.soap.md'), join(folder, 'clients/secret.soap.md'));
    symlinkSync('.', join(folder, 'clients/loop'));
    expect(await files(folder, ['clients/**'])).toHaveLength(4);
  });

  test.each([
    ['lines', `${note}\r\nclients/bo\n`],
    ['NUL', `${note}\0clients/bo\0`],
  ])('a list of paths parted by %s', async (_, list) => {
    const folder = createFolder({ ...two, list });
    const expected = ['clients/bo/2026-11-01.soap.md', 'clients/bo/2026-12-01.soap', note];
    expect(await files(folder, ['--file-list', 'list'])).toEqual(expected);
    expect(await files(folder, ['--file-list', '-'], list)).toEqual(expected);
  });

  test('an empty list is nothing to check, not everything', async () => {
    expect(await files(createFolder(two), ['--file-list', '-'], '')).toEqual([]);
  });

  test('standard input stands in for a file, with its record and earlier notes', async () => {
    const folder = createFolder(clotPractice);
    const run = (path: string, stdin: string) =>
      runCli(folder, ['check', '-', '--stdin-filepath', path, '--level', 'error'], { stdin });
    const { code, out } = await run('clients/maria-lopez/2026-12-01.soap.md', 'Tx: deep tissue L calf\n');
    expect(code).toBe(1);
    expect(out).toContain('clients/maria-lopez/2026-12-01.soap.md:1:5: error:');
    expect(out).toContain('because clients/maria-lopez/client.yaml');
    expect((await run(note, 'S: no session today\n')).code).toBe(0);
  });
});

describe('what is reported', () => {
  const rules = async (...argv: readonly string[]): Promise<readonly string[]> => {
    const { out } = await runCli(createFolder(two), ['check', '--format', 'json', ...argv]);
    return JSON.parse(out).map(({ rule }: { readonly rule: string }) => rule);
  };

  test('--only and --skip take families and rules', async () => {
    const all = await rules();
    expect(new Set(all.map((rule) => rule.split('/')[0])).size).toBeGreaterThan(1);
    const clinical = all.filter((rule) => rule.startsWith('contraindication/'));
    expect(await rules('--only', 'contraindication')).toEqual(clinical);
    expect(await rules('--skip', 'contraindication')).toEqual(all.filter((rule) => !clinical.includes(rule)));
    const [one = ''] = clinical;
    const same = clinical.filter((rule) => rule === one);
    expect(await rules('--only', one)).toEqual(same);
    expect(await rules('--only', one.split('/')[1] ?? '')).toEqual(same);
    expect(await rules('--only', 'contraindication,note', '--skip', one)).not.toContain(one);
  });

  test('info is short for information', async () => {
    expect(await rules('--level', 'info')).toEqual(await rules('--level', 'information'));
  });

  test.each([
    ['0', 1],
    ['999', 0],
  ])('--max-warnings %s gives %i', async (most, code) => {
    const folder = createFolder({
      'a.soap.md': 'S: hx varicose veins L calf\nTx: petrissage L calf, 10 min, moderate\n',
    });
    const { out } = await runCli(folder, ['check', '--level', 'warning']);
    expect(out).toMatch(/: \d+ warnings?\./);
    const limited = await runCli(folder, ['check', '--max-warnings', most]);
    expect(limited.code).toBe(code);
  });
});

describe('fingerprints', () => {
  const prints = async (text: string): Promise<readonly string[]> => {
    const folder = createFolder({ ...clotPractice, [note]: text });
    const { out } = await runCli(folder, ['check', '--format', 'json', '--level', 'error', note]);
    return JSON.parse(out).map(({ fingerprint }: { readonly fingerprint: string }) => fingerprint);
  };
  const text = clotPractice[note];

  test('stay when lines move, and differ between findings', async () => {
    const [print = ''] = await prints(text);
    expect(print).toMatch(/^[0-9a-f]{32}$/);
    expect(await prints(text.replace('## Treatment', 'S: well\n\n\n## Treatment'))).toEqual([print]);
    expect(await prints(text.replaceAll('\n', '\r\n'))).toEqual([print]);
    expect(await prints(text.replace('Deep tissue', 'Cupping'))).not.toContain(print);
  });

  test('are the same from another folder and on another machine', async () => {
    const from = async (cwd: string, path: string) =>
      JSON.parse((await runCli(cwd, ['check', '--format', 'json', path])).out).map(
        ({ fingerprint }: { readonly fingerprint: string }) => fingerprint,
      );
    const [a, b] = [createFolder(clotPractice), createFolder(clotPractice)];
    expect(await from(a, note)).toEqual(await from(join(b, 'clients/maria-lopez'), '2026-11-20.soap.md'));
  });
});

describe('a baseline', () => {
  const run = (folder: string, ...argv: readonly string[]) =>
    runCli(folder, ['check', '--baseline', 'known.json', ...argv]);

  test('takes all findings of now as known, holds no words, and only new ones fail', async () => {
    const folder = createFolder(two);
    const { code, out } = await run(folder, '--write-baseline');
    expect(code).toBe(0);
    expect(out).toMatch(/^Wrote \d+ findings to known\.json\./);
    const written = readFileSync(join(folder, 'known.json'), 'utf8');
    expect(written).not.toMatch(/Deep tissue|calf|DVT/);
    expect(written).toContain('contraindication/');
    const quiet = await run(folder, '--fail-on', 'hint');
    expect(quiet.code).toBe(0);
    expect(quiet.out).toMatch(/: nothing new\. \d+ findings of the baseline are not shown\.\n$/);
    writeFileSync(join(folder, note), clotPractice[note].replace('- Deep', '\n\n- Deep'));
    expect((await run(folder)).code).toBe(0);
    const later = 'clients/maria-lopez/2026-11-27.soap.md';
    writeFileSync(
      join(folder, later),
      clotPractice[note].replace('11-20', '11-27').replace('L calf', 'both calves'),
    );
    const fails = await run(folder);
    expect(fails.code).toBe(1);
    expect(fails.out).toContain(`${later}:7:3: error:`);
    expect(fails.out).not.toContain(`${note}:`);
  });

  test('--update-baseline takes out what is gone, adds nothing, and leaves other files alone', async () => {
    const folder = createFolder(two);
    await run(folder, '--write-baseline');
    const path = join(folder, 'known.json');
    const before = JSON.parse(readFileSync(path, 'utf8')).findings;
    writeFileSync(
      join(folder, note),
      '---\nclient: maria-lopez\ndate: 2026-11-20\n---\nTx: cupping L calf\n',
    );
    const { code, err } = await run(folder, '--update-baseline', 'clients/maria-lopez');
    expect(err).toMatch(/\d+ of \d+ findings of known\.json are gone/);
    expect(code).toBe(1);
    const after = JSON.parse(readFileSync(path, 'utf8')).findings;
    expect(after['clients/bo/2026-11-01.soap.md']).toEqual(before['clients/bo/2026-11-01.soap.md']);
    expect(JSON.stringify(after)).not.toContain('dvt-deep-absolute","');
    expect(Object.keys(after[note] ?? {}).length).toBeLessThan(Object.keys(before[note]).length);
    expect((await run(folder)).code).toBe(1);
  });

  test('is written the same way twice', async () => {
    const folder = createFolder(two);
    const write = async () => {
      await run(folder, '--write-baseline');
      return readFileSync(join(folder, 'known.json'), 'utf8');
    };
    expect(await write()).toBe(await write());
  });
});

describe('--only and --skip take what there is, and nothing else', () => {
  test.each([
    ['visits/minutes-ower', 'Did you mean visits/minutes-over'],
    ['visits/minutes', 'no family or rule is called "visits/minutes"'],
    ['minuts-over', 'Did you mean minutes-over'],
    ['value/vital-unlikley', 'Did you mean value/vital-unlikely'],
    ['completeness/consnet', 'Did you mean completeness/consent'],
    ['note/unknown-keys', 'Did you mean note/unknown-key'],
    ['unknown-key', 'no family or rule is called "unknown-key"'],
    ['contraindication/dvt-deep-absolut', 'Did you mean contraindication/dvt-deep-absolute'],
    ['red-flag', undefined],
    ['visits/minutes-over', undefined],
    ['minutes-over', undefined],
    ['dvt-deep-absolute', undefined],
    ['note/unknown-key,yaml/syntax,signature', undefined],
    ['house-spine', undefined],
    ['contraindication/house-spine', undefined],
  ])('%s', async (entry, says) => {
    const folder = createFolder({
      ...clotPractice,
      'knowledge/house.yaml': 'rules:\n  - id: house-spine\n    title: House rule\n',
    });
    for (const option of ['--only', '--skip']) {
      const { code, err } = await runCli(folder, ['check', 'clients', option, entry]);
      if (says === undefined) expect(err).toBe('');
      else expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) });
    }
  });
});
