// Who belongs to whom: ids of records and notes, former ids; and what is laid aside and read again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWorkspace, defaultSettings, parseNote, type Workspace } from '../../../server/src/core/index';
import { parseHead } from '../../../server/src/core/note/head';
import { loadExamples } from '../../support/examples';
import { loadKnowledge } from '../../support/knowledge';
import { anyText, mutationsOf } from '../note/arbitrary';
import { noteSamples } from '../note/samples';

const ana = 'file:///p/clients/ana';
const noteOf = (client: string, day: string, body = 'S: neck pain\n'): string =>
  `---\nclient: ${client}\ndate: ${day}\n---\n${body}`;

const createPractice = (readAgain?: (uri: string) => string | undefined): Workspace =>
  createWorkspace({
    kb: loadKnowledge(),
    settings: defaultSettings,
    today: '2026-11-20',
    ...(readAgain && { readAgain }),
  });
const shape = (workspace: Workspace): readonly string[] =>
  workspace
    .roster()
    .map(
      ({ id, record, sessions }) =>
        `${id}${record === undefined ? '' : ' with record'}: ${sessions.map(({ date }) => date).join(' ')}`,
    );

describe('clients', () => {
  test('are those whom records and notes name, with their sessions by day', () => {
    const workspace = createPractice();
    workspace.set(`${ana}/2026-11-13.soap.md`, noteOf('Ana', '2026-11-13'));
    workspace.set(`${ana}/b.soap.md`, noteOf('ana', '2026-11-06'));
    workspace.set('file:///p/ben.soap', noteOf('ben', '2026-11-01'));
    expect(shape(workspace)).toEqual(['ana: 2026-11-06 2026-11-13', 'ben: 2026-11-01'].sort());
    workspace.set(`${ana}/client.yaml`, 'name: Ana B\n');
    expect(workspace.entryOf(`${ana}/b.soap.md`)).toMatchObject({ id: 'ana', name: 'Ana B' });
    workspace.remove(`${ana}/client.yaml`);
    workspace.remove('file:///p/ben.soap');
    expect(shape(workspace)).toEqual(['ana: 2026-11-06 2026-11-13']);
  });

  test('keep the notes of a former id, whichever comes first, until somebody else has a record of it', () => {
    const old = noteOf('ana', '2026-11-06');
    const record = ['file:///p/clients/c-17/client.yaml', 'id: c-17\nformer-ids: [ana]\n'] as const;
    const files = [['file:///p/clients/c-17/2026-11-06.soap.md', old] as const, record];
    for (const order of [files, [...files].reverse()]) {
      const workspace = createPractice();
      for (const [uri, text] of order) workspace.set(uri, text);
      expect(shape(workspace)).toEqual(['c-17 with record: 2026-11-06']);
      workspace.set(`${ana}/client.yaml`, 'name: Another Ana\n');
      expect(shape(workspace)).toEqual(['ana with record: 2026-11-06', 'c-17 with record: ']);
      workspace.remove(`${ana}/client.yaml`);
      expect(shape(workspace)).toEqual(['c-17 with record: 2026-11-06']);
      workspace.remove(record[0]);
      expect(shape(workspace)).toEqual(['ana: 2026-11-06']);
    }
  });

  test('of two practices never mix', () => {
    const workspace = createPractice();
    workspace.set(`${ana}/2026-11-06.soap.md`, noteOf('ana', '2026-11-06'));
    workspace.set('file:///q/clients/ana/2026-11-07.soap.md', noteOf('ana', '2026-11-07'));
    expect(shape(workspace)).toEqual(['ana: 2026-11-06', 'ana: 2026-11-07']);
  });
});

test('the head of a note says whose it is and of which day, as the whole note does', () => {
  const heads = fc.oneof(anyText, mutationsOf([...noteSamples, noteOf('ana', '2026-11-06')]));
  fc.assert(
    fc.property(heads, (text) => {
      const whole = parseNote(text).value;
      const head = parseHead(text);
      expect(head.frontMatter?.client).toEqual(whole.frontMatter?.client);
      expect(head.frontMatter?.date).toEqual(whole.frontMatter?.date);
      expect(head.frontMatter?.signed).toEqual(whole.frontMatter?.signed);
    }),
    { numRuns: 500, seed: 20261127 },
  );
});

test('a practice whose texts are laid aside is judged as one whose texts are kept', () => {
  const examples = loadExamples();
  const read: string[] = [];
  const workspace = createWorkspace({
    kb: loadKnowledge(),
    settings: defaultSettings,
    today: '2026-11-23',
    readAgain(uri) {
      read.push(uri);
      return examples.text(uri);
    },
  });
  for (const uri of examples.all) expect(workspace.shelve(uri, examples.text(uri))).toBe(true);
  expect(read).toEqual([]);
  for (const uri of examples.all) expect(workspace.view(uri)?.findings).toEqual(examples.findings(uri));
  expect(read.length).toBeGreaterThan(0);
  expect(workspace.shelve(examples.notes[0] ?? '', examples.text(examples.notes[0] ?? ''))).toBe(false);
});

test('what was deleted meanwhile is not there, and an open document is not read again', () => {
  let onDisk: string | undefined = noteOf('ana', '2026-11-06', 'S: DVT L calf\n');
  const workspace = createPractice(() => onDisk);
  workspace.shelve(`${ana}/a.soap.md`, onDisk);
  workspace.set(`${ana}/b.soap.md`, noteOf('ana', '2026-11-20', 'T: deep tissue L calf\n'));
  const rules = (): readonly string[] =>
    (workspace.view(`${ana}/b.soap.md`)?.findings ?? []).map(({ rule }) => rule);
  expect(rules()).toContain('contraindication/dvt-deep-absolute');
  onDisk = undefined;
  workspace.remove(`${ana}/a.soap.md`);
  expect(rules()).not.toContain('contraindication/dvt-deep-absolute');
  expect(workspace.file(`${ana}/b.soap.md`)?.text).toContain('deep tissue');
});
