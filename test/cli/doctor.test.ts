// `soap-notes doctor`: what it says of a practice that is well set up, and of each thing that is not.
import { chmodSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lookAtVersions } from '../../server/src/cli/doctor/versions';
import { createFolder } from '../support/folders';
import { loadKnowledge } from '../support/knowledge';
import { createRepository } from '../support/repositories';
import { runCli } from './run-cli';

interface Line {
  readonly topic: string;
  readonly level: string;
  readonly message: string;
  readonly paths?: readonly string[];
}

/** The lines of the doctor that are not `ok`, by topic. */
async function listTroubles(folder: string): Promise<readonly string[]> {
  const { out, err } = await runCli(folder, ['doctor', '--format', 'json']);
  expect(err).toBe('');
  const { lines } = JSON.parse(out) as { lines: readonly Line[] };
  return lines.flatMap(({ topic, level, paths }) =>
    level === 'ok' ? [] : [[level, topic, ...(paths ?? [])].join(' ')],
  );
}

const remote = '[remote "origin"]\n\turl = git@git.riverbend.example:notes.git\n';

test('a practice after init is well but for what only people know', async () => {
  const folder = createRepository({ 'clients/c-1/client.yaml': 'id: c-1\nname: Maria Lopez\n' }, remote);
  await runCli(folder, ['init', '--privacy', 'opaque-ids']);
  const { code, out } = await runCli(folder, ['doctor'], { today: '2026-11-20' });
  expect(code).toBe(0);
  expect(out).toContain(
    `${folder}\nok       roots         practice.yaml marks the root: 0 notes and 1 client record.\n`,
  );
  expect(out).toContain('ok       hooks         Each commit is checked before it is made.\n');
  expect(out).toContain('ok       names         No path tells a name');
  expect(out).toContain('ask      encryption    git stores notes and records as they are');
  expect(out).toMatch(/\n0 problems, 1 question for you\.\n$/);
});

describe('what is not well is named', () => {
  test('in the files', async () => {
    const folder = createFolder({
      'practice.yaml': '',
      'practice.yml': '',
      'clients/a/client.yaml': 'id: same\n',
      'clients/b/client.yaml': 'id: Same\n',
      'clients/b/latin.soap.md': Buffer.from([0x53, 0x3a, 0x20, 0xe9]),
      'clients/b/mangled.soap.md': 'S: client\u00e2\u20ac\u2122s neck\n',
      'clients/b/windows.soap.md': 'S: fine\r\n',
      'clients/c/1.soap.md': '---\nclient: nobody\n---\nS: fine\n',
      'old/practice.yaml': '',
    });
    expect(await listTroubles(folder)).toEqual([
      'problem roots practice.yaml practice.yml',
      'question roots old/practice.yaml',
      'problem records clients/a/client.yaml clients/b/client.yaml',
      'question records clients/c/1.soap.md',
      'problem encoding clients/b/latin.soap.md: is not UTF-8 text; save it as UTF-8 and try again',
      'question encoding clients/b/mangled.soap.md',
      'question encoding',
      'question git',
    ]);
    expect((await runCli(folder, ['doctor'])).code).toBe(1);
  });

  test('in git: no lists, no hook, a hook that is none of ours, one that cannot be run', async () => {
    const folder = createRepository({ 'practice.yaml': '' }, remote);
    expect(await listTroubles(folder)).toEqual(['problem git', 'problem git', 'problem hooks']);
    mkdirSync(join(folder, '.git/hooks'));
    const hook = join(folder, '.git/hooks/pre-commit');
    writeFileSync(hook, '#!/bin/sh\nnpm test\n');
    expect((await runCli(folder, ['doctor'])).out).toContain('The pre-commit hook does not check notes.');
    writeFileSync(hook, '#!/bin/sh\nsoap-notes check --staged\n');
    chmodSync(hook, 0o644);
    expect((await runCli(folder, ['doctor'])).out).toContain('The pre-commit hook cannot be run.');
  });

  test('of encryption: a note that the filter leaves out', async () => {
    const folder = createRepository(
      {
        'practice.yaml': '',
        '.gitattributes': 'clients/** filter=git-crypt\nclients/b/** -filter\n',
        'clients/a/1.soap.md': 'S: fine\n',
        'clients/b/1.soap.md': 'S: fine\n',
      },
      remote,
    );
    expect(await listTroubles(folder)).toContain('problem encryption clients/b/1.soap.md');
  });

  test('of signing: a key and a list that are not there, people whom the list lacks', async () => {
    const practice =
      'licences: [a.rivera MA1, j.tremblay MA2]\nsigning: { method: ssh, key: keys/none, allowed-signers: list }\n';
    const folder = createFolder({ 'practice.yaml': practice });
    const out = async () => (await runCli(folder, ['doctor'])).out;
    expect(await out()).toContain('The key that practice.yaml names is not on this computer.');
    expect(await out()).toContain('The list of allowed signers is not there.');
    writeFileSync(join(folder, 'list'), '# people\na.rivera ssh-ed25519 AAAA\n');
    expect(await out()).toContain(
      'The list of allowed signers lacks j.tremblay, who practice.yaml gives a licence.',
    );
  });

  test.each([
    [{ node: '18.20.1', git: '2.39.5', ssh: '9.2' }, ['Node.js 18.20.1 is older than 20.']],
    [{ node: '20.0.0', git: '2.9.1', ssh: '7.9' }, ['git 2.9.1 is older', 'OpenSSH 7.9 is older']],
    [{ node: '22.1.0', git: undefined, ssh: undefined }, []],
  ])('of versions: %j', (versions, expected) => {
    const lines = lookAtVersions(versions, loadKnowledge(), '2026-11-20');
    const old = lines.filter(({ level }) => level === 'problem').map(({ message }) => message);
    expect(old).toHaveLength(expected.length);
    for (const [index, start] of expected.entries()) expect(old[index]).toContain(start);
  });

  test('of rules past their review', () => {
    const lines = lookAtVersions({ node: '22.1.0', git: '2.40', ssh: '9' }, loadKnowledge(), '2099-01-01');
    expect(lines.at(-1)).toMatchObject({ level: 'question', topic: 'versions' });
  });
});

test.each([
  [['doctor', 'nowhere'], 'nowhere is no folder. Name the folder of a practice.'],
  [['doctor'], 'There is no practice here'],
])('%j is refused in one line', async (argv, message) => {
  const { code, err } = await runCli(createFolder({}), argv);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

describe('what a command has left that was ended in the middle', () => {
  const journal = (steps: readonly unknown[]): string =>
    JSON.stringify({ form: 'soap-notes journal 1', process: 2 ** 22 + 1, host: hostname(), steps });
  const files = { 'practice.yaml': '', 'clients/a/client.yaml': 'id: a\n' };

  test.each([
    ['is named', journal([{ do: 'move', path: 'x', to: 'y' }]), 'problem writing'],
    [
      'with the files that have changed since',
      journal([{ do: 'place', path: 'clients/a/client.yaml', from: 'x', hash: 'y' }]),
      'problem writing clients/a/client.yaml',
    ],
    ['even if it cannot be read', '{', 'problem writing'],
  ])('%s', async (_, text, line) => {
    const folder = createFolder({ ...files, '.soap-notes/writing.json': text });
    expect(await listTroubles(folder)).toContain(line);
  });

  test('is named too where an export has left it beside the practice, but not while one is at work', async () => {
    const top = createFolder(
      Object.fromEntries([
        ...Object.entries(files).map(([path, text]) => [`practice/${path}`, text]),
        [`.fhir.${2 ** 22 + 1}.tmp/a.json`, '{}'],
        [`.csv.${process.pid}.tmp/sessions.csv`, ''],
      ]),
    );
    const { code, out } = await runCli(join(top, 'practice'), ['doctor']);
    expect(code).toBe(1);
    expect(out).toContain(join(realpathSync(top), `.fhir.${2 ** 22 + 1}.tmp`));
    expect(out).not.toContain('.csv.');
  });

  test('is said by every command that cannot put it back', async () => {
    const folder = createFolder({ ...files, '.soap-notes/writing.json': '{' });
    const { err } = await runCli(folder, ['due']);
    expect(err).toBe(
      'soap-notes: an earlier command was ended in the middle, and not all of its changes could be taken back. Run soap-notes doctor.\n',
    );
  });
});
