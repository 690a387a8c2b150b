// A client gets another id: the record, the notes, folders and files; what is signed is never touched.
import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  type ClientRename,
  createWorkspace,
  defaultSettings,
  kindOf,
  parseNote,
  renameClient,
  type SourceFile,
  signNote,
} from '../../../server/src/core/index';
import { loadKnowledge } from '../../support/knowledge';

const root = 'file:///p';
const folder = `${root}/clients/ana`;
const noteOf = (client: string, day: string): string =>
  `---\nclient: ${client}\ndate: ${day}\n---\nS: neck pain\n`;
const signedNote = (text: string): string => {
  const signing = signNote(parseNote(text).value, { by: 'a.rivera', at: '2026-11-06T15:02:11Z' });
  if ('refusal' in signing) throw new Error(signing.refusal);
  return applyEdits(text, [signing.edit]);
};

type Texts = Readonly<Record<string, string>>;
const toFiles = (texts: Texts): readonly SourceFile[] =>
  Object.entries(texts).map(([uri, text]) => ({ uri, text, kind: kindOf(uri) ?? 'note' }));

const rename = (
  texts: Texts,
  to = 'c-17',
  more: Partial<Parameters<typeof renameClient>[0]> = {},
): ClientRename =>
  renameClient({
    from: 'ana',
    to,
    root,
    files: toFiles(texts),
    takenIds: [],
    taken: Object.keys(texts),
    ...more,
  });

/** The files as they are when everything was done. */
function carryOut(texts: Texts, result: ClientRename): Texts {
  if ('refusal' in result) throw new Error(result.refusal);
  const edited = Object.entries(texts).map(([uri, text]): readonly [string, string] => [
    uri,
    applyEdits(text, result.edits.find((edit) => edit.uri === uri)?.edits ?? []),
  ]);
  const moved = edited.map(([uri, text]): readonly [string, string] => [
    result.renames.reduce(
      (at, { from, to }) => (at === from || at.startsWith(`${from}/`) ? to + at.slice(from.length) : at),
      uri,
    ),
    text,
  ]);
  return Object.fromEntries([...moved, ...result.creates.map(({ uri, text }) => [uri, text])]);
}

function sessionsOf(texts: Texts, id: string): readonly (string | undefined)[] {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: '2026-11-20' });
  for (const [uri, text] of Object.entries(texts)) workspace.set(uri, text);
  return workspace
    .roster()
    .filter((client) => client.id === id)
    .flatMap(({ sessions }) => sessions.map(({ date }) => date));
}

describe('a client', () => {
  const texts: Texts = {
    [`${folder}/client.yaml`]: '# kept\nid: ana\nname: Ana\n',
    [`${folder}/2026-11-06.soap.md`]: noteOf('ana', '2026-11-06'),
    [`${folder}/ana-2026-11-13.soap.md`]: noteOf('"Ana"', '2026-11-13'),
    [`${root}/loose.soap.md`]: noteOf('ana', '2026-11-20'),
  };

  test('is renamed in record, notes, folder and file names', () => {
    const done = carryOut(texts, rename(texts));
    expect(done).toEqual({
      [`${root}/clients/c-17/client.yaml`]: '# kept\nid: c-17\nname: Ana\n',
      [`${root}/clients/c-17/2026-11-06.soap.md`]: noteOf('c-17', '2026-11-06'),
      [`${root}/clients/c-17/c-17-2026-11-13.soap.md`]: noteOf('"c-17"', '2026-11-13'),
      [`${root}/loose.soap.md`]: noteOf('c-17', '2026-11-20'),
    });
    expect(sessionsOf(done, 'c-17')).toEqual(['2026-11-06', '2026-11-13', '2026-11-20']);
  });

  test('keeps what is signed: the record names the old id, and the notes still belong to the client', () => {
    const closed = { ...texts, [`${folder}/2026-11-06.soap.md`]: signedNote(noteOf('ana', '2026-11-06')) };
    const result = rename(closed);
    const done = carryOut(closed, result);
    expect('signed' in result && result.signed).toEqual([`${folder}/2026-11-06.soap.md`]);
    expect(done[`${root}/clients/c-17/2026-11-06.soap.md`]).toBe(closed[`${folder}/2026-11-06.soap.md`]);
    expect(done[`${root}/clients/c-17/client.yaml`]).toBe('# kept\nid: c-17\nformer-ids: [ana]\nname: Ana\n');
    expect(sessionsOf(done, 'c-17')).toEqual(['2026-11-06', '2026-11-13', '2026-11-20']);
  });

  test('without a record gets one if a signed note names the old id', () => {
    const closed = { [`${folder}/2026-11-06.soap.md`]: signedNote(noteOf('ana', '2026-11-06')) };
    const done = carryOut(closed, rename(closed));
    expect(done[`${root}/clients/c-17/client.yaml`]).toBe('id: c-17\nformer-ids: [ana]\n');
    expect(sessionsOf(done, 'c-17')).toEqual(['2026-11-06']);
  });

  test.each([
    ['id: ana\nformer-ids: [old]\n', 'id: c-17\nformer-ids: [old, ana]\n'],
    ['id: ana\nformer-ids: old\n', 'id: c-17\nformer-ids: [old, ana]\n'],
    ['id: ana\nformer-ids:\n  - old\nname: A\n', 'id: c-17\nformer-ids:\n  - old\n  - ana\nname: A\n'],
    ['id: ana\r\nformer-ids:\r\n', 'id: c-17\r\nformer-ids: [ana]\r\n'],
    ['name: Ana\n', 'former-ids: [ana]\nname: Ana\n'],
    ['id: ana\nformer-ids: [Ana]\n', 'id: c-17\nformer-ids: [Ana]\n'],
  ])('adds to the former ids that are there: %j', (record, expected) => {
    const closed = {
      [`${folder}/client.yaml`]: record,
      [`${folder}/2026-11-06.soap.md`]: signedNote(noteOf('ana', '2026-11-06')),
    };
    expect(carryOut(closed, rename(closed))[`${root}/clients/c-17/client.yaml`]).toBe(expected);
  });

  test('is renamed only once: the same again is refused', () => {
    expect(rename(texts, 'ana')).toHaveProperty('refusal');
  });
});

test.each([
  ['two words', {}],
  ['', {}],
  ['../x', {}],
  ['ben', { takenIds: ['Ben'] }],
  ['ben', { taken: [`${root}/clients/ben/2026-01-01.soap.md`] }],
])('%j is refused in words', (to, more) => {
  const texts = { [`${folder}/2026-11-06.soap.md`]: noteOf('ana', '2026-11-06') };
  const result = rename(texts, to, more);
  expect('refusal' in result && result.refusal.length).toBeGreaterThan(20);
});

test('a file beside the others is not overwritten', () => {
  const texts = { [`${root}/ana.client.yaml`]: 'name: Ana\n' };
  expect(rename(texts, 'ben', { taken: [`${root}/ben.client.yaml`] })).toHaveProperty('refusal');
  expect(carryOut(texts, rename(texts, 'ben'))).toEqual({ [`${root}/ben.client.yaml`]: 'name: Ana\n' });
});
