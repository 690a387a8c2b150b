// What is said of a practice's privacy: names in paths, remotes, encryption, keys.
import { describe, expect, test } from 'vitest';
import { judgePrivacy, type PracticePath, type PrivacyFacts } from '../../../server/src/core';

const nothing: PrivacyFacts = { paths: [], clientNames: [], opaqueIds: true, remotes: [], inGit: true };

const ofPath = (path: string, more: Partial<PracticePath> = {}): PracticePath => ({
  path,
  isPrivate: path.startsWith('clients/'),
  filter: undefined,
  isTracked: true,
  ...more,
});

/** The levels and paths of the judgements on a topic. */
const judge = (topic: string, facts: Partial<PrivacyFacts>) =>
  judgePrivacy({ ...nothing, ...facts })
    .filter((judgement) => judgement.topic === topic)
    .map(({ level, paths }) => (paths === undefined ? level : `${level} ${paths.join(' ')}`));

describe('names in paths', () => {
  test.each([
    ['Maria Lopez', 'clients/maria-lopez/client.yaml', 'problem clients/maria-lopez'],
    ['Maria Lopez', 'clients/c-7/2026-11-20-lopez.soap.md', 'problem clients/c-7/2026-11-20-lopez.soap.md'],
    ['Maria Lopez', 'clients/MariaLopez/client.yaml', 'problem clients/MariaLopez'],
    ['María José Núñez', 'clients/maria-nunez.client.yaml', 'problem clients/maria-nunez.client.yaml'],
    ['Maria Lopez', 'clients/c-1042/client.yaml', 'ok'],
    ['Maria Lopez', 'clients/c-1042/2026-11-20.soap.md', 'ok'],
    ['Maria Lopez', 'clients/m-17/consent-form.pdf', 'ok'],
    ['Jo Li', 'clients/c-9/intake-notes.pdf', 'ok'],
    ['Maria Lopez', 'clients/dana-whitlock/client.yaml', 'question clients/dana-whitlock'],
  ])('%s and %s: %s', (name, path, expected) => {
    expect(judge('names', { clientNames: [name], paths: [ofPath(path)] })).toEqual([expected]);
  });

  test('where names are allowed it is asked once, without listing them', () => {
    const paths = [ofPath('clients/maria-lopez/client.yaml'), ofPath('clients/maria-lopez/a.soap.md')];
    expect(judge('names', { opaqueIds: false, clientNames: ['Maria Lopez'], paths })).toEqual(['question']);
    expect(judge('names', { opaqueIds: false, clientNames: ['Bo'], paths })).toEqual([]);
  });
});

describe('remotes', () => {
  test.each([
    ['git@github.com:me/notes.git', ['question']],
    ['https://gitlab.com/me/notes', ['question']],
    ['https://me:ghp_0123@github.com/me/notes', ['problem', 'question']],
    ['https://ghp_0123456789abcdefghij@github.com/me/notes', ['problem', 'question']],
    ['ssh://git@git.riverbend.example/notes.git', ['ok']],
    ['http://git.riverbend.example/notes.git', ['problem']],
    ['git://github.com/me/notes', ['problem', 'question']],
    ['https://gist.github.com/0123', ['problem']],
    ['/mnt/backup/notes.git', ['ok']],
    ['C:\\backup\\notes.git', ['ok']],
    ['file:///mnt/backup/notes.git', ['ok']],
    ['nas:notes.git', ['ok']],
    ['https://notgithub.com/me/notes', ['ok']],
  ])('%s', (url, levels) => {
    const judgements = judgePrivacy({ ...nothing, remotes: [{ name: 'origin', url }] });
    expect(judgements.map(({ level }) => level)).toEqual(levels);
    expect(JSON.stringify(judgements)).not.toMatch(/ghp_|riverbend\.example\/|\/me\//);
  });

  test('none at all is a question of backups; outside git there is nothing to say', () => {
    expect(judge('remotes', {})).toEqual(['question']);
    expect(judgePrivacy({ ...nothing, inGit: false })).toEqual([]);
  });
});

describe('encryption', () => {
  const note = (filter: string | undefined, name = 'a'): PracticePath =>
    ofPath(`clients/c-1/${name}.soap.md`, { filter });

  test.each([
    ['all encrypted', [note('git-crypt'), note('git-crypt-office', 'b')], ['ok']],
    ['nothing encrypted', [note(undefined)], ['question']],
    ['large files elsewhere are not encrypted', [note('lfs')], ['question']],
    ['some forgotten', [note('crypt'), note(undefined, 'b')], ['problem clients/c-1/b.soap.md']],
    ['no notes yet', [ofPath('README.md')], []],
  ] as const)('%s', (_, paths, expected) => {
    expect(judge('encryption', { paths })).toEqual(expected);
  });
});

test.each([
  ['id_ed25519', true, ['problem id_ed25519']],
  ['keys/office.pem', true, ['problem keys/office.pem']],
  ['id_ed25519', false, []],
  ['id_ed25519.pub', true, []],
  ['allowed_signers', true, []],
])('a key in the repository: %s, tracked %s', (path, isTracked, expected) => {
  expect(judge('keys', { paths: [ofPath(path, { isTracked })] })).toEqual(expected);
});
