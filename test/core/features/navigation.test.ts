// Ways through the practice: definitions, references, highlights, links, names, selections.
import { expect, test } from 'vitest';
import {
  findNamed,
  listDefinitions,
  listHighlights,
  listLinks,
  listReferences,
  listSelections,
  pageOf,
  sliceSpan,
} from '../../../server/src/core/index';
import { loadKnowledge } from '../../support/knowledge';
import { ana, at, base, documentsOf, files, open, viewOf, wordsAt } from './practice';

const note = `${ana}2026-11-20.soap.md`;
const workspace = open(files);
const view = viewOf(workspace, note);
const documents = documentsOf(workspace, note);

const definitions = (path: string, words: string): readonly string[] => {
  const one = viewOf(workspace, path);
  return listDefinitions(one, at(one, words), documents).map((definition) =>
    definition.kind === 'page' ? definition.code : wordsAt(workspace, definition.at),
  );
};

test.each([
  [note, 'ana', [`${ana}client.yaml: ana`]],
  [note, 'Deep tissue', [`${ana}client.yaml: DVT`]],
  [note, 'Swedish', []],
  [`${ana}client.yaml`, 'ana', []],
])('what words rest on: %s %s', (path, words, expected) => {
  expect(definitions(path, words).map((one) => one.split('\n')[0])).toEqual(
    expected.map((one) => expect.stringContaining(one.slice(0, one.indexOf(':') + 1))),
  );
});

test('a condition of a note leads to the sentence that established it, an override to the page of its rule', () => {
  const own = open({
    ...files,
    [`${ana}2026-11-21.soap.md`]:
      '---\nclient: ana\ndate: 2026-11-21\noverrides:\n  - { rule: dvt-deep-absolute, reason: will-monitor }\n---\nS: DVT no worse\n',
  });
  const path = `${ana}2026-11-21.soap.md`;
  const last = viewOf(own, path);
  const [page] = listDefinitions(last, at(last, 'dvt-deep'), documentsOf(own, path));
  expect(page).toEqual({ kind: 'page', code: 'dvt-deep-absolute' });
  const [place] = listDefinitions(last, at(last, 'DVT no'), documentsOf(own, path));
  expect(place?.kind === 'place' && place.at.uri).toBe(`${base}${ana}client.yaml`);
});

test('a condition, technique or region is found in all sessions and in the record', () => {
  const found = (words: string): readonly string[] =>
    listReferences(view, at(view, words), documents).map((source) => wordsAt(workspace, source));
  expect(found('Swedish')).toEqual([`${ana}2026-11-06.soap.md: Swedish`, `${note}: Swedish`]);
  expect(found('low back').length).toBeGreaterThan(1);
  expect(found('ana')).toEqual([`${ana}2026-11-06.soap.md: ana`, `${note}: ana`, `${ana}client.yaml: ana`]);
  expect(found('---')).toEqual([]);
});

test('the same term is marked in the note, whatever it is called', () => {
  const one = viewOf(
    open({ 'a.soap': 'S: neck pain\nT: massage of neck\nO: cervical region tight, neck' }),
    'a.soap',
  );
  const marked = listHighlights(one, at(one, 'neck tight'.slice(0, 4)));
  expect(marked.length).toBeGreaterThan(0);
  expect(listHighlights(one, one.file.text.length)).toEqual(listHighlights(one, one.file.text.length - 1));
});

test('links lead to letters beside the record or from the root, and to the session of a day', () => {
  const own = open({
    ...files,
    [`${ana}client.yaml`]:
      'id: ana\nclearances:\n  - { for: DVT, by: Dr. O, on: 2026-11-07, document: letters/a b.pdf }\n',
  });
  const links = (path: string): readonly unknown[] =>
    listLinks(viewOf(own, path), own.entryOf(`${base}${path}`)).map((link) =>
      link.kind === 'file' ? link.uris : link.url,
    );
  expect(links(`${ana}client.yaml`)).toEqual([
    [`${base}${ana}letters/a%20b.pdf`, `${base}letters/a%20b.pdf`],
  ]);
  expect(links(note)).toEqual([[`${base}${ana}2026-11-06.soap.md`]]);
});

test('clients, sessions and conditions are found by a part of their name', () => {
  const found = (query: string): readonly string[] =>
    findNamed(query, workspace.roster(), workspace.factsOf).map(({ kind, name }) => `${kind} ${name}`);
  expect(found('berg')).toContain('client Ana Berg (ana)');
  expect(found('dvt')).toEqual(['condition DVT']);
  expect(found('2026-11-06')).toEqual(['session 2026-11-06 ana']);
  expect(found('nobody')).toEqual([]);
});

test('a selection grows from the word to the note, each step around the one before', () => {
  const steps = listSelections(view, at(view, 'tissue')).map((span) => sliceSpan(view.file.text, span));
  expect(steps.slice(0, 3)).toEqual(
    ['tissue', 'Deep tissue', 'Deep tissue: L calf, 10 min'].slice(0, steps.length),
  );
  expect(steps.at(-1)).toBe(view.file.text);
  for (const [index, step] of steps.slice(1).entries()) expect(step).toContain(steps[index]);
});

test('every rule has its page, and so has every family of checks', () => {
  const kb = loadKnowledge();
  expect(pageOf(kb, 'contraindication/dvt-deep-absolute')?.path).toBe('rules/dvt-deep-absolute.md');
  expect(pageOf(kb, 'visits/no-progress')).toEqual({ path: 'rules.md', anchor: 'across-visits' });
  expect(pageOf(kb, 'nonsense')).toBeUndefined();
});
