// `soap-notes config`: every setting with its value and where it came from.
import { expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

interface Row {
  readonly key: string;
  readonly value: string;
  readonly from: string;
}

async function listRows(folder: string): Promise<ReadonlyMap<string, string>> {
  const { out, code } = await runCli(folder, ['config', '--print', '--format', 'json']);
  expect(code).toBe(0);
  const rows = JSON.parse(out) as readonly Row[];
  return new Map(rows.map(({ key, value, from }) => [key, `${value} (${from})`]));
}

test('what practice.yaml sets is shown with its line, all else with what holds', async () => {
  const folder = createFolder({
    'practice.yaml':
      'name: Riverbend\nprofile: wa-us\nlicences:\n  - a.rivera MA1\n  - j.tremblay MA2\nchecks:\n  consent-days: 14\n',
    'knowledge/house-rules.yaml': '',
    'clients/a/client.yaml': '',
  });
  const rows = await listRows(`${folder}/clients/a`);
  expect(Object.fromEntries(rows)).toMatchObject({
    practice: `${folder} (practice.yaml)`,
    knowledge: 'knowledge/house-rules.yaml (the practice)',
    name: 'Riverbend (practice.yaml:1)',
    profile: 'wa-us (practice.yaml:2)',
    licences: 'a.rivera MA1, j.tremblay MA2 (practice.yaml:4)',
    'checks.consent-days': '14 (practice.yaml:7)',
    'checks.cloned-percent': '90 (usual)',
    'signing.method': 'hash (usual)',
  });
});

test('a practice that names no profile, or one that nobody knows, has the usual one with hints only', async () => {
  const none = await listRows(createFolder({ 'practice.yml': 'name: Riverbend\n' }));
  expect(none.get('profile')).toBe('generic (usual; what is missing is a hint only)');
  expect(none.get('name')).toBe('Riverbend (practice.yml:1)');
  const unknown = await listRows(createFolder({ 'practice.yaml': 'profile: mars\n' }));
  expect(unknown.get('profile')).toBe('generic (usual; what is missing is a hint only)');
});

test('in words, and outside a practice', async () => {
  const { out } = await runCli(createFolder({}), ['config']);
  expect(out).toMatch(/^practice +\(none\) +no practice\.yaml and no folder clients here or above$/m);
});

test('settings that cannot be read are refused in one line', async () => {
  const folder = createFolder({ 'practice.yaml': Buffer.from([0x61, 0x3a, 0x20, 0xe9]) });
  const { code, err } = await runCli(folder, ['config']);
  expect(code).toBe(2);
  expect(err).toBe('soap-notes: practice.yaml is not UTF-8 text; save it as UTF-8 and try again.\n');
});
