// Bad input of every kind: one line that says what to do, the right exit code, and nothing on disk is changed.
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { type CliOptions, clotPractice, runCli } from './run-cli';

/** Arguments, what the one line says, and what else differs from a practice with one note. */
interface Case {
  readonly argv: readonly string[];
  readonly says: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly before?: (folder: string) => void;
  readonly options?: CliOptions;
}

const note = 'clients/maria-lopez/2026-11-20.soap.md';
const latin1 = Buffer.from('S: Schulterschmerz, r\xfcckl\xe4ufig\n', 'latin1');
const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const huge = Buffer.alloc(1024 * 1024 + 1, 0x20);
const broken = '---\nclient: [maria\ndate: 2026-11-02\n---\nS: well\n';
const unordered = 'Subjective:\n-  sore neck\n\n\n\nPlan:\n-  weekly\n';

/** A disk on which every writing fails. */
const failing = (code: string): CliOptions => ({
  writeFile: () => {
    throw Object.assign(new Error('secret words'), { code });
  },
});
const empty = { 'practice.yaml': '', [note]: '', 'clients/maria-lopez/client.yaml': '' };
const part = (index: number, count: number): string =>
  JSON.stringify({
    form: 1,
    findings: [],
    checked: { notes: 1, records: 0, clients: 1, context: 0, rules: 1 },
    files: [],
    failures: [],
    level: 'hint',
    known: 0,
    shard: { index, count },
  });

const cases: Readonly<Record<string, readonly Case[]>> = {
  paths: [
    { argv: ['check', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['check', 'README.txt'], says: 'README.txt is no note or record.', files: { 'README.txt': '' } },
    { argv: ['check', 'empty'], says: 'empty holds no notes', files: { 'empty/x.txt': '' } },
    { argv: ['check', 'a/n.soap.md'], says: 'n.soap.md holds no notes', files: { 'a/n.soap.md/x.txt': '' } },
    { argv: ['check', 'clients/**/2031-*.soap.md'], says: 'matches no note or record' },
    { argv: ['check', '[a-'], says: '[a- does not exist.' },
    { argv: ['check', 'nowhere/**/*.soap'], says: 'matches no note or record' },
    {
      argv: ['check', 'loop.soap.md'],
      says: 'loop.soap.md is a link that leads nowhere, or in a circle.',
      before: (folder) => symlinkSync('loop.soap.md', join(folder, 'loop.soap.md')),
    },
    {
      argv: ['check', 'gone.soap.md'],
      says: 'gone.soap.md is a link that leads nowhere, or in a circle.',
      before: (folder) => symlinkSync('nothing.soap.md', join(folder, 'gone.soap.md')),
    },
    {
      argv: ['check', 'out.soap.md'],
      says: 'leads out of its practice',
      before: (folder) => symlinkSync('/etc/hostname', join(folder, 'out.soap.md')),
    },
    { argv: ['format', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['format', 'practice.yaml'], says: 'There is no note to format' },
    { argv: ['convert', 'nowhere.txt'], says: 'nowhere.txt does not exist.' },
    { argv: ['convert', 'clients'], says: 'clients is not a file.' },
    { argv: ['sign', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['sign'], says: 'sign needs the notes to sign.' },
    { argv: ['ledger', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['verify', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['report', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['doctor', 'nowhere'], says: 'nowhere is no folder.' },
    { argv: ['import', 'nowhere'], says: 'nowhere' },
    { argv: ['test-rules', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['export', '--format', 'fhir', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['search', '--condition', 'dvt', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['stats', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['due', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['client', 'maria-lopez', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['impact', 'dvt-deep-absolute', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['rename-client', 'maria-lopez', 'c-1', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['config', 'nowhere'], says: 'nowhere does not exist.' },
    { argv: ['client', 'mario-lopez'], says: 'Did you mean maria-lopez?' },
    { argv: ['new', 'mario-lopez'], says: 'Did you mean maria-lopez?' },
    { argv: ['rename-client', 'mario-lopez', 'c-1'], says: 'Did you mean maria-lopez?' },
    { argv: ['new', '../../etc'], says: 'The id of a client is one word' },
    { argv: ['rename-client', 'maria-lopez', '../x'], says: 'Write the new id as one word' },
    { argv: ['new'], says: 'new needs a client' },
    { argv: ['client'], says: 'client needs an id' },
    { argv: ['rename-client', 'maria-lopez'], says: 'rename-client needs the old and the new id' },
    { argv: ['import'], says: 'import needs files or folders' },
    { argv: ['import', 'empty'], says: 'empty holds no text files', files: { 'empty/x.pdf': '' } },
    { argv: ['import', 'x.json'], says: 'x.json is no export of soap-notes', files: { 'x.json': '{}' } },
    {
      argv: ['import', 'x.json'],
      says: 'x.json is no whole JSON',
      files: { 'x.json': '{"format":"soap-notes-practice"' },
    },
    { argv: ['import', 'x.json'], says: 'x.json is not UTF-8 text', files: { 'x.json': latin1 } },
    {
      argv: ['import', 'old.txt', '--to', 'README'],
      says: 'README is a file',
      files: { README: '', 'old.txt': 'S: x\n' },
    },
    {
      argv: ['convert', 'loop.txt'],
      says: 'loop.txt cannot be read',
      before: (folder) => symlinkSync('loop.txt', join(folder, 'loop.txt')),
    },
    {
      argv: ['report', 'loop.soap.md'],
      says: 'loop.soap.md is a link that leads nowhere, or in a circle.',
      before: (folder) => symlinkSync('loop.soap.md', join(folder, 'loop.soap.md')),
    },
    {
      argv: ['doctor', 'loop'],
      says: 'loop is no folder.',
      before: (folder) => symlinkSync('loop', join(folder, 'loop')),
    },
    { argv: ['convert', 'n.txt'], says: 'n.txt is not UTF-8 text', files: { 'n.txt': picture } },
    { argv: ['convert', 'n.txt'], says: 'n.txt is larger than 1 MB', files: { 'n.txt': huge } },
    { argv: ['config'], says: 'practice.yaml is not UTF-8 text', files: { 'practice.yaml': latin1 } },
    { argv: ['init', 'clients'], says: 'belongs to the practice' },
    { argv: ['lsp', '--port', '1'], says: 'Unknown option --port' },
    { argv: ['export', '--format', 'fhir', '--out', 'clients'], says: 'lies in the practice' },
    { argv: ['export', '--format', 'fhir', '--client', 'mario-lopez'], says: 'Did you mean maria-lopez?' },
    { argv: ['mentions', '--jsonl', 'nowhere.jsonl'], says: 'nowhere.jsonl cannot be read' },
  ],
  'standard input and lists': [
    { argv: ['check', '-'], says: '- needs --stdin-filepath' },
    { argv: ['check', '-', '--stdin-filepath', 'note.txt'], says: 'note.txt is no note or record' },
    { argv: ['check', '-', 'clients', '--stdin-filepath', note], says: 'Standard input is one note' },
    { argv: ['check', '-', '--staged', '--stdin-filepath', note], says: 'Standard input is one note' },
    {
      argv: ['check', '-', '--stdin-filepath', note],
      says: 'Standard input is not UTF-8 text; save it as UTF-8',
      options: { stdin: latin1 },
    },
    {
      argv: ['check', '-', '--stdin-filepath', note],
      says: 'Standard input is larger than 1 MB',
      options: { stdin: huge },
    },
    { argv: ['check', '--file-list', 'nowhere'], says: '--file-list nowhere does not exist.' },
    {
      argv: ['check', '--file-list', 'list'],
      says: 'missing.soap.md does not exist.',
      files: { list: 'missing.soap.md\n' },
    },
    { argv: ['convert', '-'], says: 'Standard input is not UTF-8 text', options: { stdin: latin1 } },
  ],
  git: [
    { argv: ['check', '--staged', '--since', 'HEAD'], says: '--staged and --since do not go together' },
    { argv: ['check', '--staged'], says: 'is this folder in a git repository' },
    { argv: ['check', '--since', 'HEAD'], says: 'is this folder in a git repository' },
    { argv: ['verify', '--git'], says: 'is this folder in a git repository' },
    { argv: ['verify', '--since', 'HEAD'], says: '--since goes with --git.' },
  ],
  'options and values': [
    { argv: ['check', '--formt', 'json'], says: 'Did you mean --format?' },
    { argv: ['check', '--format', 'xml'], says: '--format takes github, ' },
    { argv: ['check', '--fail-on', 'fatal'], says: '--fail-on takes error, ' },
    { argv: ['check', '--profile', 'wa'], says: '--profile takes practice, ' },
    { argv: ['check', '--max-warnings', '-1'], says: '--max-warnings' },
    { argv: ['check', '--jobs', '0'], says: '--jobs takes a number from 1' },
    { argv: ['check', '--shard', '5/4'], says: '--shard takes a part such as 1/4' },
    { argv: ['check', '--only', 'visit'], says: 'Did you mean visits?' },
    { argv: ['check', '--only', 'dvt-deep-absolut'], says: 'no family or rule is called' },
    { argv: ['check', '--skip', ','], says: '--skip needs families or rules' },
    { argv: ['check', '--today', '2026-13-01'], says: '--today takes a date' },
    { argv: ['check', '--cache', '--no-cache'], says: '--cache and --no-cache do not go together' },
    { argv: ['chek'], says: 'Did you mean check?' },
    { argv: ['convert', '--write', '-'], says: '--write needs a file' },
    { argv: ['explain', 'dvt-deep-absolut'], says: 'dvt-deep-absolute' },
    { argv: ['impact', 'no-such-rule'], says: 'no-such-rule' },
    { argv: ['completions', 'tcsh'], says: 'Name a shell' },
    { argv: ['export'], says: 'export needs --format' },
    { argv: ['init', '--privacy', 'none'], says: '--privacy takes names, opaque-ids' },
    { argv: ['search'], says: 'Say what to look for' },
    { argv: ['search', '--condition', 'dvtt-of-nobody'], says: 'dvtt-of-nobody' },
    { argv: ['search', '--condition', 'dvt', '--since', 'soon'], says: '--since takes a day, month or year' },
  ],
  'baselines and parts': [
    { argv: ['check', '--baseline', 'known.json'], says: 'known.json does not exist. Write it first' },
    {
      argv: ['check', '--baseline', 'known.json'],
      says: 'is no baseline of this version',
      files: { 'known.json': '{' },
    },
    {
      argv: ['check', '--baseline', 'known.json'],
      says: 'is no baseline of this version',
      files: { 'known.json': '{"form":1,"findings":{"a":{"b":"c"}}}' },
    },
    {
      argv: ['check', '--baseline', 'known.json'],
      says: 'known.json is not UTF-8',
      files: { 'known.json': latin1 },
    },
    { argv: ['check', '--write-baseline'], says: 'need --baseline' },
    {
      argv: ['check', '--baseline', 'b', '--write-baseline', '--update-baseline'],
      says: 'do not go together',
    },
    {
      argv: ['check', '--baseline', 'b', '--write-baseline', '--only', 'visits'],
      says: 'leave --only and --skip out',
    },
    { argv: ['check', '--baseline', 'b', '--write-baseline', '--shard', '1/2'], says: 'leave --shard out' },
    {
      argv: ['check', '--baseline', 'b', '--write-baseline', '--staged'],
      says: 'leave --staged and --since out',
    },
    { argv: ['merge'], says: 'merge needs the parts' },
    { argv: ['merge', 'nowhere.json'], says: 'nowhere.json does not exist.' },
    { argv: ['merge', 'a'], says: 'a is no part of this version', files: { a: '[]' } },
    { argv: ['merge', 'a'], says: 'Part 2 of 2 is missing.', files: { a: part(1, 2) } },
    {
      argv: ['merge', 'a', 'a', 'b'],
      says: 'A part is named twice.',
      files: { a: part(1, 2), b: part(2, 2) },
    },
    { argv: ['merge', 'a', 'b'], says: 'shared out differently', files: { a: part(1, 2), b: part(2, 3) } },
  ],
  writing: [
    {
      argv: ['check', '--output', 'no/where.json'],
      says: 'no/where.json cannot be written: its folder does not exist.',
      files: empty,
    },
    { argv: ['check', '--output', 'clients'], says: 'clients is a folder; name a file.', files: empty },
    { argv: ['check', '--output', '/dev/null'], says: '/dev/null is not a file', files: empty },
    {
      argv: ['check', '--output', 'x'],
      says: 'the disk is full. Nothing was changed',
      files: empty,
      options: failing('ENOSPC'),
    },
    {
      argv: ['check', '--output', 'x'],
      says: 'the disk is read-only',
      files: empty,
      options: failing('EROFS'),
    },
    {
      argv: ['check', '--output', 'x'],
      says: 'check its permissions',
      files: empty,
      options: failing('EACCES'),
    },
    {
      argv: ['check', '--baseline', 'b', '--write-baseline'],
      says: 'b cannot be written: the disk is full.',
      options: failing('ENOSPC'),
    },
    {
      argv: ['convert', '--write', 'n.txt'],
      says: 'n.txt cannot be written: the disk is full.',
      files: { 'n.txt': unordered },
      options: failing('ENOSPC'),
    },
    ...(['ENOSPC', 'EROFS', 'EACCES'] as const).flatMap((code): readonly Case[] => {
      const says = {
        ENOSPC: 'the disk is full',
        EROFS: 'the disk is read-only',
        EACCES: 'check its permissions',
      }[code];
      const options = failing(code);
      const files = { [note]: unordered };
      return [
        { argv: ['format'], says, files, options },
        { argv: ['sign', '.', '--by', 'ana', '--incomplete'], says, options },
        { argv: ['rename-client', 'maria-lopez', 'c-1'], says, options },
        { argv: ['new', 'maria-lopez', '--another'], says, options },
        { argv: ['new', 'bo', '--first'], says, options },
        { argv: ['init'], says, files: { '.git/HEAD': 'ref: refs/heads/main\n' }, options },
        {
          argv: ['import', 'old.txt'],
          says,
          files: { 'old.txt': 'Patient Name: Bo Reed\nDate of Visit: 11/22/2026\nSUBJECTIVE:\nsore neck\n' },
          options,
        },
        { argv: ['merge', 'a', '--output', 'x.json'], says, files: { a: part(1, 1) }, options },
      ];
    }),
  ],
};

/** All files below a folder with what they hold. */
const readAll = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'latin1')]),
  );

describe.each(Object.entries(cases))('%s', (_, list) => {
  test.each(list)('$argv: $says', async ({ argv, says, files, before, options }) => {
    const folder = createFolder({ ...clotPractice, ...files });
    before?.(folder);
    const there = readAll(folder);
    const { code, out, err } = await runCli(folder, argv, options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err).toMatch(/^soap-notes: [^\n]+\n$/);
    expect(err).not.toContain('secret words');
    expect(readAll(folder)).toEqual(there);
  });
});

describe('what cannot be read is said, the rest is still done, and the exit code is 2', () => {
  const others = { ...clotPractice, 'clients/bo/n.soap.md': 'S: well\n' };
  interface BadFile {
    readonly command: string;
    readonly content: string | Uint8Array;
    readonly says: string;
    readonly more?: readonly string[];
  }
  test.each<BadFile>([
    { command: 'check', content: latin1, says: 'is not UTF-8 text' },
    { command: 'check', content: picture, says: 'is not UTF-8 text' },
    { command: 'check', content: huge, says: 'is larger than 1 MB' },
    { command: 'format', content: latin1, says: 'is not UTF-8 text' },
    { command: 'sign', content: latin1, says: 'is not UTF-8 text' },
    { command: 'verify', content: huge, says: 'is larger than 1 MB' },
    { command: 'ledger', content: latin1, says: 'is not UTF-8 text' },
    { command: 'report', content: picture, says: 'is not UTF-8 text' },
    { command: 'stats', content: huge, says: 'is larger than 1 MB' },
    { command: 'due', content: latin1, says: 'is not UTF-8 text' },
    { command: 'test-rules', content: huge, says: 'is larger than 1 MB' },
    { command: 'search', content: latin1, says: 'is not UTF-8 text', more: ['--condition', 'dvt'] },
    { command: 'client', content: latin1, says: 'is not UTF-8 text', more: ['maria-lopez'] },
    { command: 'impact', content: huge, says: 'is larger than 1 MB', more: ['dvt-deep-absolute'] },
    { command: 'rename-client', content: latin1, says: 'is not UTF-8 text', more: ['maria-lopez', 'c-1'] },
    { command: 'export', content: latin1, says: 'is not UTF-8 text', more: ['--format', 'json'] },
    // What is left of a file whose YAML is broken must not pass for all that it says.
    { command: 'report', content: broken, says: 'line 3 is broken YAML' },
    { command: 'stats', content: broken, says: 'line 3 is broken YAML' },
    { command: 'due', content: broken, says: 'line 3 is broken YAML' },
    { command: 'ledger', content: broken, says: 'line 3 is broken YAML' },
    { command: 'search', content: broken, says: 'line 3 is broken YAML', more: ['--condition', 'dvt'] },
    { command: 'client', content: broken, says: 'line 3 is broken YAML', more: ['maria-lopez'] },
    {
      command: 'rename-client',
      content: broken,
      says: 'line 3 is broken YAML',
      more: ['maria-lopez', 'c-1'],
    },
    { command: 'export', content: broken, says: 'line 3 is broken YAML', more: ['--format', 'fhir'] },
  ])('$command, $says, %#', async ({ command, content, says, more = [] }) => {
    const bad = 'clients/maria-lopez/bad.soap.md';
    const folder = createFolder({ ...others, [bad]: content });
    const there = readAll(folder);
    const { code, err } = await runCli(folder, [
      command,
      ...more,
      '.',
      ...(command === 'sign' ? ['--by', 'ana'] : []),
    ]);
    expect(code).toBe(2);
    if (['rename-client', 'export'].includes(command)) expect(readAll(folder)).toEqual(there);
    expect(err).toContain(`${bad}: ${says}`);
    // Comparing a megabyte byte by byte is what takes long in a matcher.
    expect(readFileSync(join(folder, bad)).equals(Buffer.from(content))).toBe(true);
  });

  test('a baseline is not written over half of it', async () => {
    const folder = createFolder({ ...clotPractice, 'bad.soap.md': latin1 });
    const { code, err } = await runCli(folder, ['check', '--baseline', 'b', '--write-baseline']);
    expect(code).toBe(2);
    expect(err).toContain('the baseline was not written');
    expect(readdirSync(folder)).not.toContain('b');
  });
});

test.each([
  ['clients/maria-lopez/client.yaml', 'id: maria-lopez\nconditions: [DVT\n', 'yaml/'],
  ['practice.yaml', 'profile: [generic\n', 'yaml/'],
  ['practice.yaml', 'profile: wa-su\n', 'practice/unknown-profile'],
  [note, '---\nclient: [maria\ndate: 2026-02-30\n---\nS: well\n', 'yaml/'],
  ['knowledge/house-rules.yaml', 'rules: {', 'knowledge/'],
])('broken YAML is a finding with its line: %s, %j', async (path, text, rule) => {
  const folder = createFolder({ ...clotPractice, [path]: text });
  const { out, err } = await runCli(folder, ['check', path]);
  expect(out).toMatch(
    new RegExp(`^${path.replaceAll('.', '\\.')}:\\d+:\\d+: (?:error|warning): .+\\[${rule}`, 'm'),
  );
  expect(err).toBe('');
});
