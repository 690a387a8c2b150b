// `soap-notes format`: what is written, what is only listed, and that a note is never half-written.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFile } from '../../server/src/io/files';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

const untidy = '##   Subjective\n\n\n\n-   Complaint:   low back pain   \n';
const words = (text: string): string => text.replace(/\s+/g, '');

describe('format', () => {
  test('writes notes, once, and leaves records alone', async () => {
    const folder = createFolder({ 'a.soap.md': untidy, 'client.yaml': 'id:   bo\n' });
    const first = await runCli(folder, ['format']);
    const written = readFileSync(join(folder, 'a.soap.md'), 'utf8');
    expect(first).toEqual({ code: 0, out: 'formatted a.soap.md\nFormatted 1 of 1 note.\n', err: '' });
    expect(written).not.toBe(untidy);
    expect(words(written)).toBe(words(untidy));
    expect(readFileSync(join(folder, 'client.yaml'), 'utf8')).toBe('id:   bo\n');
    expect((await runCli(folder, ['format'])).out).toBe('Formatted 0 of 1 note.\n');
  });

  test('--check writes nothing and exits 1 if something would change', async () => {
    const folder = createFolder({ 'a.soap.md': untidy });
    const before = await runCli(folder, ['format', '--check']);
    expect(before).toMatchObject({ code: 1, out: 'would format a.soap.md\n1 of 1 note would change.\n' });
    expect(readFileSync(join(folder, 'a.soap.md'), 'utf8')).toBe(untidy);
    await runCli(folder, ['format', 'a.soap.md']);
    expect((await runCli(folder, ['format', '--check'])).code).toBe(0);
  });

  test('keeps Windows line ends, the byte order mark and the mode of the file', async () => {
    const folder = createFolder({ 'a.soap.md': `\ufeff${untidy.replaceAll('\n', '\r\n')}` });
    const path = join(folder, 'a.soap.md');
    chmodSync(path, 0o640);
    await runCli(folder, ['format']);
    const written = readFileSync(path, 'utf8');
    expect(written.startsWith('\ufeff#')).toBe(true);
    expect(written.replaceAll('\r\n', '')).not.toContain('\n');
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('leaves no temporary file behind', async () => {
    const folder = createFolder({ 'a.soap.md': untidy });
    await runCli(folder, ['format']);
    expect(readdirSync(folder).sort()).toEqual(['.git', 'a.soap.md']);
  });

  test('only records: said, exit code 2', async () => {
    const { code, err } = await runCli(createFolder({ 'client.yaml': 'id: bo\n' }), ['format']);
    expect(code).toBe(2);
    expect(err).toContain('There is no note to format');
  });

  test('a note that is not UTF-8 is left as it is, exit code 2', async () => {
    const bytes = Buffer.from([0x53, 0x3a, 0x20, 0xe9]);
    const folder = createFolder({ 'a.soap.md': bytes });
    const { code, err } = await runCli(folder, ['format']);
    expect(code).toBe(2);
    expect(err).toContain('a.soap.md: is not UTF-8 text');
    expect(readFileSync(join(folder, 'a.soap.md')).equals(bytes)).toBe(true);
  });

  test('--dry-run prints a diff that git applies, and writes nothing', async () => {
    const folder = createFolder({
      'clients/a.soap.md': untidy,
      'b.soap.md': '## Plan\n\n- Frequency: weekly\n',
    });
    const { code, out } = await runCli(folder, ['format', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(/^--- a\/clients\/a\.soap\.md\n\+\+\+ b\/clients\/a\.soap\.md\n@@ /);
    expect(readFileSync(join(folder, 'clients/a.soap.md'), 'utf8')).toBe(untidy);
    writeFileSync(join(folder, 'change.patch'), out);
    const elsewhere = { ...process.env, GIT_CEILING_DIRECTORIES: folder };
    execFileSync('git', ['apply', 'change.patch'], { cwd: folder, env: elsewhere });
    const applied = readFileSync(join(folder, 'clients/a.soap.md'), 'utf8');
    expect((await runCli(folder, ['format', '--check'])).code).toBe(0);
    expect(words(applied)).toBe(words(untidy));
  });

  test('one note that cannot be written: none is', async () => {
    const folder = createFolder({ 'a.soap.md': untidy, 'b.soap.md': untidy });
    mkdirSync(join(folder, `.b.soap.md.${process.pid}.tmp`));
    const { code, err, out } = await runCli(folder, ['format']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('b.soap.md cannot be written');
    expect(readFileSync(join(folder, 'a.soap.md'), 'utf8')).toBe(untidy);
  });

  test('a signed note stays as it is', async () => {
    const folder = createFolder({ 'a.soap.md': untidy });
    await runCli(folder, ['sign', 'a.soap.md', '--by', 'a.rivera']);
    const signed = readFileSync(join(folder, 'a.soap.md'), 'utf8');
    expect(signed).toContain('signed:');
    expect((await runCli(folder, ['format'])).out).toBe('Formatted 0 of 1 note.\n');
    expect(readFileSync(join(folder, 'a.soap.md'), 'utf8')).toBe(signed);
  });
});

describe('writing a file', () => {
  test('writes through a link inside the practice instead of replacing it', () => {
    const folder = createFolder({ 'real.soap.md': 'old' });
    symlinkSync(join(folder, 'real.soap.md'), join(folder, 'link.soap.md'));
    replaceFile(join(folder, 'link.soap.md'), 'new');
    expect(readFileSync(join(folder, 'real.soap.md'), 'utf8')).toBe('new');
  });

  test('a link planted under the temporary name is not written through; the old text stays', () => {
    const outside = join(createFolder({ 'other.txt': 'other' }), 'other.txt');
    const folder = createFolder({ 'a.soap.md': 'old' });
    symlinkSync(outside, join(folder, `.a.soap.md.${process.pid}.tmp`));
    expect(() => replaceFile(join(folder, 'a.soap.md'), 'new')).toThrow();
    expect(readFileSync(join(folder, 'a.soap.md'), 'utf8')).toBe('old');
    expect(readFileSync(outside, 'utf8')).toBe('other');
  });
});
