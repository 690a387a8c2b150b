// `soap-notes convert`: what is printed, what is written, and what is refused.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

const pasted = 'Patient Name: Maria Lopez\nDate of Visit: 11/18/2026\nS: sore neck\nP: weekly\n';
const body =
  'Patient Name: Maria Lopez\nDate of Visit: 11/18/2026\n\n## Subjective\n- sore neck\n\n## Plan\n- weekly\n';
const converted = `---\ndate: 2026-11-18\n---\n\n${body}`;

describe('convert', () => {
  test('prints the note and leaves the file, whatever it is called', async () => {
    const folder = createFolder({ 'pasted.txt': pasted });
    expect(await runCli(folder, ['convert', 'pasted.txt'])).toEqual({ code: 0, out: converted, err: '' });
    expect(readFileSync(join(folder, 'pasted.txt'), 'utf8')).toBe(pasted);
    expect((await runCli(folder, ['convert', '-'], { stdin: pasted })).out).toBe(converted);
  });

  test('--write replaces the file once, with its line ends and byte order mark, and leaves nothing else', async () => {
    const folder = createFolder({ 'a.soap.md': `\ufeff${pasted.replaceAll('\n', '\r\n')}` });
    const run = () => runCli(folder, ['convert', '--write', 'a.soap.md']);
    expect((await run()).out).toBe('converted a.soap.md\n');
    const written = readFileSync(join(folder, 'a.soap.md'), 'utf8');
    expect(written).toBe(`\ufeff${converted.replaceAll('\n', '\r\n')}`);
    expect((await run()).out).toBe('unchanged a.soap.md\n');
    expect(readdirSync(folder).sort()).toEqual(['.git', 'a.soap.md']);
  });

  test('several files are written, or none; --dry-run shows how', async () => {
    const folder = createFolder({ 'a.txt': pasted, 'b.txt': pasted });
    const dry = await runCli(folder, ['convert', '--dry-run', 'a.txt', 'b.txt']);
    expect(dry.out.match(/^\+\+\+ b\/[ab]\.txt$/gm)).toHaveLength(2);
    expect(dry.out).toContain('\n+## Subjective\n');
    const failed = await runCli(folder, ['convert', '--write', 'a.txt', 'missing.txt']);
    expect(failed.code).toBe(2);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(pasted);
    await runCli(folder, ['convert', '--write', 'a.txt', 'b.txt']);
    for (const name of ['a.txt', 'b.txt']) expect(readFileSync(join(folder, name), 'utf8')).toBe(converted);
  });

  test('names the client of the practice whom the header names', async () => {
    const folder = createFolder({
      'practice.yaml': 'name: Test practice\n',
      'clients/ml-7/client.yaml': 'id: ml-7\nname: Maria Lopez\n',
      'pasted.txt': pasted,
    });
    expect((await runCli(folder, ['convert', 'pasted.txt'])).out).toBe(
      `---\nclient: ml-7\ndate: 2026-11-18\n---\n\n${body}`,
    );
  });

  test.each([
    [[], 'convert needs a note'],
    [['--write', '-'], '--write needs a file'],
    [['--dry-run', '-'], '--dry-run needs a file'],
    [['a.txt', 'b.txt'], 'Only one note can be printed'],
    [['missing.txt'], 'missing.txt does not exist'],
  ])('convert %j: exit code 2 and a plain line', async (argv, words) => {
    const { code, err } = await runCli(createFolder({}), ['convert', ...argv]);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
