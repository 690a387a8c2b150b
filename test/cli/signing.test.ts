// `soap-notes sign` and `verify`: in files, in the history of a repository, and with SSH keys. git and ssh-keygen are real.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

const note = '2026-11-20.soap.md';
const text = '---\nclient: ana\ntherapist: a.rivera\n---\n\n## Subjective\n- Complaint: stiff neck\n';

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false', ...args],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );

function createRepository(files: Readonly<Record<string, string>>): string {
  const folder = createFolder(files);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commit(folder, 'begin');
  return folder;
}

function commit(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', message);
}

const change = (folder: string, from: string | RegExp, to: string): void => {
  const path = join(folder, note);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
};

const history = async (folder: string, ...args: readonly string[]): Promise<readonly string[]> => {
  const { out } = await runCli(folder, ['verify', '--git', '--format', 'json', ...args]);
  return (JSON.parse(out) as { history: readonly { what: string }[] }).history.map(({ what }) => what);
};

describe('in files', () => {
  test('a note is signed by its therapist and verifies', async () => {
    const folder = createFolder({ [note]: text });
    expect(await runCli(folder, ['sign', note])).toMatchObject({ code: 0, out: `signed ${note}\n` });
    expect(readFileSync(join(folder, note), 'utf8')).toMatch(
      /signed: \{ by: a\.rivera, at: "2026-11-20T15:02:11Z"/,
    );
    expect(await runCli(folder, ['verify'])).toMatchObject({
      code: 0,
      out: '1 signed, 0 not signed, 0 problems.\n',
    });
  });

  test('a changed word is an error of verify and of check, and no word is quoted', async () => {
    const folder = createFolder({ [note]: text });
    await runCli(folder, ['sign', note]);
    change(folder, 'stiff neck', 'sore neck');
    const { code, out } = await runCli(folder, ['verify']);
    expect(code).toBe(1);
    expect(out).toContain('changed since it was signed (signed by a.rivera, 2026-11-20T15:02:11Z)');
    expect(out).not.toContain('neck');
    expect((await runCli(folder, ['check'])).out).toContain('signature/changed');
  });

  test('an addendum is signed after the note, once', async () => {
    const folder = createFolder({ [note]: text });
    await runCli(folder, ['sign', note]);
    writeFileSync(
      join(folder, note),
      `${readFileSync(join(folder, note), 'utf8')}\n## Addendum 2026-11-22, a.rivera: call\nBetter.\n`,
    );
    expect((await runCli(folder, ['sign', '--addendum', note])).code).toBe(0);
    expect((await runCli(folder, ['verify'])).code).toBe(0);
    expect((await runCli(folder, ['sign', '--addendum', note])).err).toContain(
      'no addendum that is not signed',
    );
    expect((await runCli(folder, ['sign', note])).err).toContain('signed already');
  });

  test('a note that lacks what the profile asks for is signed only as it stands', async () => {
    const folder = createFolder({ 'practice.yaml': 'profile: wa-us\n', [note]: text });
    const refused = await runCli(folder, ['sign', note]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('not signed, because it is not complete.');
    expect(refused.err).toContain('--incomplete');
    expect(readFileSync(join(folder, note), 'utf8')).toBe(text);
    expect((await runCli(folder, ['sign', '--incomplete', note])).code).toBe(0);
    // An addendum is not held up by what the note lacked.
    writeFileSync(
      join(folder, note),
      `${readFileSync(join(folder, note), 'utf8')}\n## Addendum 2026-11-22, a.rivera: call\nBetter.\n`,
    );
    expect((await runCli(folder, ['sign', '--addendum', note])).code).toBe(0);
  });

  test('a note is judged as a signed one is: what check then calls missing is told before', async () => {
    const folder = createFolder({ 'practice.yaml': 'profile: generic\n', [note]: text });
    const refused = await runCli(folder, ['sign', note]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('No duration.');
    // What the profile only recommends holds up nobody.
    expect(refused.err).not.toContain('pressure');
    expect(readFileSync(join(folder, note), 'utf8')).toBe(text);
    await runCli(folder, ['sign', '--incomplete', note]);
    expect((await runCli(folder, ['check'])).out).toContain('Missing: ');
  });

  test.each([
    ['no profile', {}],
    ['a profile of few rows', { 'practice.yaml': 'profile: wellness\n' }],
  ])('a note that says nothing is signed only as it stands: %s', async (_, files) => {
    const blank = '---\nclient: ana\ntherapist: a.rivera\n---\n\n## Subjective\n- Complaint:\n\n## Plan\n';
    const folder = createFolder({ ...files, [note]: blank });
    const refused = await runCli(folder, ['sign', note]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('Nothing is written in any section.');
    expect(readFileSync(join(folder, note), 'utf8')).toBe(blank);
    expect((await runCli(folder, ['sign', '--incomplete', note])).code).toBe(0);
  });

  test('a note of a day to come is signed only as it stands', async () => {
    const folder = createFolder({ [note]: text });
    const refused = await runCli(folder, ['sign', note], { today: '2026-11-19' });
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('The day of the session, 2026-11-20, is still to come.');
    expect((await runCli(folder, ['sign', '--incomplete', note], { today: '2026-11-19' })).code).toBe(0);
  });

  test('an alert that nothing answers is named, by id, and does not hold up the signature', async () => {
    const alarming = `${text}- Takes warfarin\n\n## Treatment\n- Deep tissue: back, 20 min\n`;
    const answer =
      'overrides: [{ rule: anticoagulant-depth, reason: benefit-outweighs-risk, note: agreed }]\n';
    const folder = createFolder({
      [note]: alarming,
      'answered.soap.md': alarming.replace('therapist:', `${answer}therapist:`),
    });
    const signed = await runCli(folder, ['sign', note]);
    expect(signed).toMatchObject({ code: 0, out: `signed ${note}\n` });
    expect(signed.err).toBe(
      `soap-notes: ${note}: signed with an alert that nothing answers: contraindication/anticoagulant-depth.\n`,
    );
    expect(await runCli(folder, ['sign', 'answered.soap.md'])).toMatchObject({ code: 0, err: '' });
  });

  test('nobody is made up as signer', async () => {
    const folder = createFolder({ [note]: '## Subjective\nfine\n' });
    expect((await runCli(folder, ['sign', note])).err).toContain('it names no therapist');
  });
});

describe('in the history', () => {
  async function signedRepository(): Promise<string> {
    const folder = createRepository({ [note]: text });
    await runCli(folder, ['sign', note]);
    commit(folder, 'sign');
    return folder;
  }

  test('signing, an addendum and a new name are in order', async () => {
    const folder = await signedRepository();
    writeFileSync(
      join(folder, note),
      `${readFileSync(join(folder, note), 'utf8')}\n## Addendum 2026-11-22: call\nok\n`,
    );
    commit(folder, 'addendum');
    git(folder, 'mv', note, 'renamed.soap.md');
    commit(folder, 'rename');
    expect(await history(folder)).toEqual([]);
  });

  test.each([
    [
      'a changed word',
      (folder: string) => change(folder, 'stiff', 'sore'),
      'the text differs from what was signed',
    ],
    [
      'a signature taken away',
      (folder: string) => change(folder, /^signed.*\n/m, ''),
      'the signature was taken away',
    ],
    ['a signed note deleted', (folder: string) => rmSync(join(folder, note)), 'a signed note was deleted'],
  ])('%s is found, also once it was put right', async (_, damage, what) => {
    const folder = await signedRepository();
    damage(folder);
    commit(folder, 'damage');
    expect(await history(folder)).toEqual([what]);
    git(folder, 'checkout', '--quiet', 'HEAD~1', '--', '.');
    commit(folder, 'restore');
    expect(await history(folder)).toEqual([what]);
    expect(await history(folder, '--since', 'HEAD~1')).toEqual([]);
  });

  test('a signature over other words is found', async () => {
    const folder = await signedRepository();
    change(folder, /^signed.*\n/m, '');
    change(folder, 'stiff', 'sore');
    await runCli(folder, ['sign', note]);
    commit(folder, 'sign anew');
    expect(await history(folder)).toEqual(['a signed note was signed anew']);
    expect((await runCli(folder, ['verify'])).code).toBe(0);
  });

  test('what came before --since was signed is still known', async () => {
    const folder = await signedRepository();
    change(folder, /^signed.*\n/m, '');
    commit(folder, 'damage');
    expect(await history(folder, '--since', 'HEAD~1')).toEqual(['the signature was taken away']);
  });

  test('a checkout with Windows line ends verifies', async () => {
    const folder = await signedRepository();
    git(folder, 'config', 'core.autocrlf', 'true');
    rmSync(join(folder, note));
    git(folder, 'checkout', '--', note);
    expect(readFileSync(join(folder, note), 'utf8')).toContain('\r\n');
    expect(await runCli(folder, ['verify'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 signed'),
    });
  });

  test('a folder without a repository is told so', async () => {
    const { code, err } = await runCli(createFolder({ [note]: text }), ['verify', '--git']);
    expect(code).toBe(2);
    expect(err).toContain('git repository');
  });
});

describe('with SSH keys', () => {
  async function sshPractice(): Promise<string> {
    const folder = createFolder({
      'practice.yaml': 'name: Example\nsigning: { method: ssh, key: key, allowed-signers: allowed }\n',
      [note]: text,
    });
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'key')]);
    const [type, key] = readFileSync(join(folder, 'key.pub'), 'utf8').split(' ');
    writeFileSync(join(folder, 'allowed'), `a.rivera namespaces="soap-note" ${type} ${key}\n`);
    return folder;
  }

  test('the signature stands beside the note and is checked', async () => {
    const folder = await sshPractice();
    expect((await runCli(folder, ['sign', note])).code).toBe(0);
    expect(readFileSync(join(folder, `${note}.sig`), 'utf8')).toContain('BEGIN SSH SIGNATURE');
    expect((await runCli(folder, ['verify'])).code).toBe(0);
  });

  test('another signer, a missing file and a missing key are told', async () => {
    const folder = await sshPractice();
    await runCli(folder, ['sign', note, '--by', 'j.tremblay']);
    expect((await runCli(folder, ['verify'])).out).toContain('not signed by a key that the practice allows');
    rmSync(join(folder, `${note}.sig`));
    expect((await runCli(folder, ['verify'])).out).toContain('without the SSH signature');
    const other = await sshPractice();
    rmSync(join(other, 'key'));
    rmSync(join(other, 'key.pub'));
    expect((await runCli(other, ['sign', note])).err).toContain('could not sign');
    expect(readFileSync(join(other, note), 'utf8')).toBe(text);
  });
});
