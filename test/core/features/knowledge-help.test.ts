// Completion and hover in a practice's own knowledge files. `|` stands for the cursor, `[word]` for what is looked at.
import { describe, expect, test } from 'vitest';
import {
  createWorkspace,
  defaultSettings,
  findHover,
  listCompletions,
  type View,
} from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';

const uri = 'file:///p/knowledge/house.yaml';

function open(text: string): View {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: '2026-11-20' });
  workspace.set('file:///p/practice.yaml', 'name: P\n');
  workspace.set(uri, text);
  const view = workspace.view(uri);
  if (view === undefined) throw new Error('the file has no view');
  return view;
}

function complete(marked: string): readonly string[] {
  const offset = marked.indexOf('|');
  return listCompletions(open(marked.replace('|', '')), offset).map(({ insertText }) => insertText);
}

describe('completion', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['|', ['techniques: ', 'rules: ', 'fields: ', 'changes: '], ['id: ']],
    ['rules:\n  - |', ['id: ', 'title: ', 'anyOf: '], ['rules: ', 'label: ']],
    ['rules:\n  - id: a\n    |', ['title: ', 'level: '], ['id: ']],
    ['rules:\n- id: a\n  lev|', ['level: '], ['title: ']],
    ['rules:\n  - id: a\n    level: |', ['absolute', 'local', 'relative'], []],
    ['rules:\n  - id: a\n    anyOf: [{|', ['condition: ', 'medicationClass: '], ['id: ']],
    ['rules:\n  - id: a\n    anyOf: [{condition: deep-v|', ['deep-vein-thrombosis'], ['pregnancy']],
    ['rules:\n  - id: a\n    anyOf:\n      - condition: pregn|', ['pregnancy'], ['deep-vein-thrombosis']],
    ['rules:\n  - id: a\n    targets: [trait:depth-d|', ['"trait:depth-deep"'], []],
    ['rules:\n  - id: a\n    targets:\n      [\n        "tech:swedish|', ['tech:swedish-massage'], []],
    ['rules:\n  - id: a\n    regions: [calf, low-b|', ['low-back'], []],
    ['rules:\n  - id: a\n    sources: [{ref: finucane|', ['finucane-2020'], []],
    ['techniques:\n  - id: a\n    traits: [he|', ['heat'], []],
    ['fields:\n  - id: a\n    section: |', ['subjective', 'objective'], []],
    ['changes:\n  - rule: dvt-deep|', ['dvt-deep-absolute'], []],
    ['changes:\n  - {field: ga|', ['gait'], []],
    [
      'rules:\n  - id: a\n    examples:\n      flags:\n        - |\n          S: DVT |'.replace('- |', '- >'),
      [],
      ['deep-vein-thrombosis'],
    ],
    ['# a comment |', [], ['rules: ']],
  ])('%s', (marked, wanted, unwanted) => {
    const offered = complete(marked);
    expect(offered).toEqual(expect.arrayContaining([...wanted]));
    for (const one of unwanted) expect(offered).not.toContain(one);
  });
});

describe('hover', () => {
  test.each<[string, string]>([
    ['rules:\n  - id: a\n    [anyOf]: []', 'makes the rule a candidate'],
    ['rules:\n  - id: a\n    anyOf: [{condition: [deep-vein-thrombosis]}]', 'Deep vein thrombosis'],
    ['rules:\n  - id: a\n    targets: ["[tech:swedish-massage]"]', 'Swedish massage'],
    ['changes:\n  - rule: [dvt-deep-absolute]', 'Deep vein thrombosis'],
    ['rules:\n  - id: a\n    sources: [{ref: [finucane-2020]}]', 'red flags'],
  ])('%s', (marked, said) => {
    const start = marked.search(/\[(?=\w[\w:-]*\])/);
    const text = marked.replace(/\[(\w[\w:-]*)\]/, '$1');
    expect(findHover(open(text), start + 2)?.markdown).toContain(said);
  });
  test('says nothing in words of a note and at unknown ids', () => {
    const text = 'rules:\n  - id: a\n    examples:\n      flags:\n        - |\n          S: level of pain\n';
    expect(findHover(open(text), text.indexOf('level') + 1)).toBeUndefined();
    expect(findHover(open('changes:\n  - rule: nothing-known\n'), 20)).toBeUndefined();
  });
});

test('a folder of the same name that belongs to no practice is left alone', () => {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: '2026-11-20' });
  const foreign = 'file:///other/knowledge/pages.yaml';
  workspace.set(foreign, 'rules:\n  - ');
  const view = workspace.view(foreign);
  if (view === undefined) throw new Error('the file has no view');
  expect(listCompletions(view, 11)).toEqual([]);
  expect(findHover(view, 2)).toBeUndefined();
});
