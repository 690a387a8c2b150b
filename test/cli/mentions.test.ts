// `soap-notes mentions`: offsets, assertions, input from a file or a pipe.
import { describe, expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

interface Row {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: string;
  readonly id: string;
  readonly assertion: string;
  readonly side?: string;
  readonly region?: string;
}

async function list(text: string): Promise<readonly Row[]> {
  const { out } = await runCli('/', ['mentions', '--json', '-'], { stdin: text });
  return JSON.parse(out) as readonly Row[];
}

describe('mentions', () => {
  test('gives span, text, kind, id, assertion, side and region', async () => {
    const text = 'S: DVT L calf\nTx: deep tissue R shoulder\n';
    const rows = await list(text);
    expect(rows.find((row) => row.kind === 'condition')).toEqual({
      start: 3,
      end: 6,
      text: 'DVT',
      kind: 'condition',
      id: 'deep-vein-thrombosis',
      assertion: 'present',
      side: 'left',
      region: 'calf',
    });
    expect(rows.find((row) => row.kind === 'technique')).toMatchObject({
      id: 'deep-tissue',
      assertion: 'done',
    });
    expect(rows.every((row) => text.slice(row.start, row.end) === row.text)).toBe(true);
  });

  test('offsets count UTF-16 units and no byte order mark; line ends are kept', async () => {
    const rows = await list('\ufeffS: ok \ud83d\ude42\r\nO: no DVT\r\n');
    expect(rows.find((row) => row.kind === 'condition')).toMatchObject({
      start: 16,
      end: 19,
      assertion: 'negated',
    });
  });

  test('any file is read as a note', async () => {
    const folder = createFolder({ 'note.txt': 'S: denies DVT\n' });
    const { code, out } = await runCli(folder, ['mentions', 'note.txt']);
    expect(code).toBe(0);
    expect(out).toMatch(/^1:11 +negated +condition +deep-vein-thrombosis +.*DVT$/m);
  });

  test('nothing recognised: an empty array, or a line that says so', async () => {
    expect(await list('')).toEqual([]);
    expect((await runCli('/', ['mentions', '-'], { stdin: '' })).out).toBe('Nothing recognised.\n');
  });

  test.each([
    ['no file', [], 'mentions needs a note'],
    ['two files', ['a', 'b'], 'mentions takes one argument, not 2.'],
    ['a missing file', ['nowhere.soap.md'], 'nowhere.soap.md does not exist.'],
    ['a folder', ['.'], '. is not a file.'],
  ])('%s is refused', async (_, argv, message) => {
    const { code, err } = await runCli(createFolder({}), ['mentions', ...argv]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('a pipe that is not UTF-8 or endless is refused', async () => {
    const bad = await runCli('/', ['mentions', '-'], { stdin: Buffer.from([0xff]) });
    const long = await runCli('/', ['mentions', '-'], { stdin: 'x'.repeat(1024 * 1024 + 1) });
    expect([bad.code, long.code]).toEqual([2, 2]);
    expect(bad.err).toContain('Standard input is not UTF-8 text');
    expect(long.err).toContain('Standard input is larger than 1 MB');
  });
});

describe('mentions --jsonl', () => {
  const ask = async (lines: readonly string[]) => {
    const result = await runCli('/', ['mentions', '--jsonl', '-'], { stdin: `${lines.join('\n')}\n` });
    return {
      ...result,
      answers: result.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    };
  };

  test('answers each line with mentions and with an assertion for each target', async () => {
    const text = 'Denies DVT. MI 2 wks ago. Mother had wobbling.';
    const { code, answers } = await ask([
      JSON.stringify({
        text,
        today: '2026-11-20',
        targets: [
          [7, 10],
          [36, 45],
        ],
      }),
      '',
      JSON.stringify({ text: 'MI 2 wks ago' }),
    ]);
    expect(code).toBe(0);
    expect(answers).toHaveLength(2);
    expect(answers[0].targets).toEqual(['negated', 'other-person']);
    expect(answers[0].mentions).toMatchObject([
      { start: 7, end: 10, text: 'DVT', id: 'deep-vein-thrombosis', assertion: 'negated' },
      { text: 'MI', assertion: 'present' },
    ]);
    expect(answers[1].targets).toEqual([]);
  });

  test('answers a line that cannot be read with an error, quotes nothing of it, and goes on', async () => {
    const { code, out, answers } = await ask([
      'secret words',
      '{"text": 7}',
      '{"text": "fever", "today": "soon"}',
      '{"text": "fever", "targets": [[3, 99]]}',
      '{"text": "fever"}',
    ]);
    expect(code).toBe(2);
    expect(out).not.toContain('secret');
    expect(answers.map((answer) => 'error' in answer)).toEqual([true, true, true, true, false]);
  });

  test('reads a file, and says in one line that there is none', async () => {
    const folder = createFolder({ 'texts.jsonl': '{"text": "fever"}' });
    const { out } = await runCli(folder, ['mentions', '--jsonl', 'texts.jsonl']);
    expect(JSON.parse(out).mentions).toHaveLength(1);
    const { code, err } = await runCli(folder, ['mentions', '--jsonl', 'missing.jsonl']);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
