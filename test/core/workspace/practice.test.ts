// The practice file whose settings hold for a note.
import { expect, test } from 'vitest';
import { createWorkspace, defaultSettings } from '../../../server/src/core/index';
import { loadKnowledge } from '../../support/knowledge';

const note = 'file:///a/clients/ana/2026-11-20.soap.md';

const profileOf = (files: Readonly<Record<string, string>>): string | undefined => {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: '2026-11-20' });
  workspace.set(note, 'S: neck pain\n');
  for (const [uri, text] of Object.entries(files)) workspace.set(uri, text);
  const view = workspace.view(note);
  return view?.kind === 'note' ? view.practice?.profile?.value : 'no note';
};

test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
  ['none', {}, undefined],
  ['of the folder above clients', { 'file:///a/practice.yaml': 'profile: a' }, 'a'],
  ['the nearest', { 'file:///practice.yaml': 'profile: root', 'file:///a/practice.yaml': 'profile: a' }, 'a'],
  ['further up', { 'file:///practice.yml': 'profile: root' }, 'root'],
  ['of another practice', { 'file:///b/practice.yaml': 'profile: b' }, undefined],
  [
    'of two the first',
    { 'file:///a/practice.yml': 'profile: y', 'file:///a/practice.yaml': 'profile: a' },
    'a',
  ],
])('%s', (_, files, expected) => {
  expect(profileOf(files)).toBe(expected);
});

test('a changed and a removed practice file count at once', () => {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: '2026-11-20' });
  const profile = (): string | undefined => {
    const view = workspace.view(note);
    return view?.kind === 'note' ? view.practice?.profile?.value : 'no note';
  };
  workspace.set(note, 'S: neck pain\n');
  workspace.set('file:///a/practice.yaml', 'profile: one');
  workspace.set('file:///a/practice.yml', 'profile: second');
  expect(profile()).toBe('one');
  workspace.set('file:///a/practice.yaml', 'profile: two');
  expect(profile()).toBe('two');
  workspace.remove('file:///a/practice.yaml');
  expect(profile()).toBe('second');
  workspace.remove('file:///a/practice.yml');
  expect(profile()).toBeUndefined();
});
