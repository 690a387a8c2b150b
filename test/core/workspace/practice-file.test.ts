// practice.yaml itself: an unknown profile is found, and profiles and keys are offered.
import { expect, test } from 'vitest';
import {
  applyEdits,
  createWorkspace,
  defaultSettings,
  listCompletions,
  type View,
} from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';

const uri = 'file:///a/practice.yaml';

function viewPractice(text: string): View {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: '2026-11-20' });
  workspace.set(uri, text);
  const view = workspace.view(uri);
  if (view === undefined) throw new Error('the practice file has no view');
  return view;
}

test.each<[string, string]>([
  ['wa', 'wa-us'],
  ['WA_US', 'wa-us'],
  ['wa-su', 'wa-us'],
  ['Washington', 'wa-us'],
  ['Ontario', 'on-ca'],
  ['on', 'on-ca'],
  ['genric', 'generic'],
  ['welness', 'wellness'],
])('profile: %s is read as a slip for %s', (written, meant) => {
  const text = `name: A\nprofile: ${written}\n`;
  const [finding, ...others] = viewPractice(text).findings;
  expect(others).toEqual([]);
  expect([finding?.rule, finding?.severity]).toEqual(['practice/unknown-profile', 'warning']);
  expect(finding?.message).toContain(`Did you mean \`${meant}\`?`);
  const after = applyEdits(text, finding?.fixes[0]?.edits[0]?.edits ?? []);
  expect(after).toBe(`name: A\nprofile: ${meant}\n`);
  expect(viewPractice(after).findings).toEqual([]);
});

test('a profile that is like none is met with the list of all', () => {
  const [finding] = viewPractice('profile: atlantis\n').findings;
  expect(finding?.message).toContain('generic, wa-us, md-us');
  expect(finding?.message.length).toBeLessThanOrEqual(140);
  expect(finding?.fixes).toEqual([]);
});

test('profiles are offered with what they are', () => {
  const view = viewPractice('profile: ');
  const offered = listCompletions(view, 'profile: '.length);
  expect(offered.map(({ label }) => label)).toEqual([...view.kb.profiles.keys()]);
  expect(offered.find(({ label }) => label === 'wa-us')?.detail).toBe(
    'Washington, United States. WAC 246-830-565 for massage therapists.',
  );
});

test('keys that are not there yet are offered with their help', () => {
  const offered = listCompletions(viewPractice('name: A\n\n'), 'name: A\n'.length);
  expect(offered.map(({ label }) => label)).toContain('profile');
  expect(offered.map(({ label }) => label)).not.toContain('name');
  expect(offered.every(({ detail }) => (detail ?? '') !== '')).toBe(true);
});
