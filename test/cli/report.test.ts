// `soap-notes report`: what the audit counts, for which days, and how it is printed.
import { expect, test } from 'vitest';
import type { Audit } from '../../server/src/core';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

const note = (client: string, date: string, body: string, more = ''): string =>
  `---\nclient: ${client}\ndate: ${date}\n${more}---\n${body}`;

const practice = {
  'practice.yaml': 'name: Example\nprofile: wellness\n',
  'clients/ana/client.yaml': 'id: ana\nmedications: [warfarin]\n',
  'clients/ana/2026-10-10.soap.md': note(
    'ana',
    '2026-10-10',
    'T: Deep tissue: back, 10 min\n',
    'therapist: a.rivera\n',
  ),
  'clients/ana/2026-11-10.soap.md': note(
    'ana',
    '2026-11-10',
    'T: Deep tissue: back, 10 min\n',
    'therapist: a.rivera\noverrides: [{ rule: anticoagulant-depth, reason: benefit-outweighs-risk, note: her doctor agreed }]\n',
  ),
  'clients/ben/2026-11-12.soap.md': note('ben', '2026-11-12', 'T: Swedish: back, 20 min\n'),
};

async function audit(files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<Audit> {
  const { out, err } = await runCli(createFolder(files), ['report', '--format', 'json', ...argv]);
  expect(err).toBe('');
  return JSON.parse(out) as Audit;
}

test('alerts by rule: those that stand, those that are answered, and for how many clients', async () => {
  const { alerts, notes, clients, therapists } = await audit(practice);
  const [first] = alerts;
  expect(first).toMatchObject({ rule: 'contraindication/anticoagulant-depth', answered: 1, clients: 1 });
  expect((first?.open.error ?? 0) + (first?.open.warning ?? 0)).toBe(1);
  expect(notes).toHaveLength(3);
  expect(clients).toBe(2);
  expect(
    therapists.map(({ therapist, notes: own, unsigned, alerts: open }) => [therapist, own, unsigned, open]),
  ).toEqual([
    ['a.rivera', 2, 2, 1],
    [undefined, 1, 1, 0],
  ]);
});

test('days: a month is all of its days; notes without a date count only without days', async () => {
  const files = { ...practice, 'clients/ben/undated.soap.md': '---\nclient: ben\n---\nT: Swedish\n' };
  const count = async (...argv: readonly string[]) => (await audit(files, ...argv)).notes.length;
  expect(await count()).toBe(4);
  expect(await count('--since', '2026-11')).toBe(2);
  expect(await count('--until', '2026-10')).toBe(1);
  expect(await count('--since', '2026-11-11', '--until', '2026')).toBe(1);
  expect(await count('--since', '2027')).toBe(0);
});

test('completeness: what is missing, by how many notes', async () => {
  const { missing, profiles, notes } = await audit({ ...practice, 'practice.yaml': 'profile: wa-us\n' });
  expect(profiles).toEqual([{ id: 'wa-us', isChosen: true }]);
  expect(missing.length).toBeGreaterThan(2);
  for (const { id, notes: lacking } of missing)
    expect(notes.filter((one) => one.missing.includes(id))).toHaveLength(lacking);
});

test('signatures: signed, and changed after it', async () => {
  const folder = createFolder(practice);
  await runCli(folder, ['sign', 'clients/ben/2026-11-12.soap.md', '--by', 'j.tremblay']);
  const signed = await runCli(folder, ['report']);
  expect(signed.out).toContain('1 signed, 2 not signed, 0 changed after they were signed.');
});

test('text names rules and therapists, neither clients nor their words', async () => {
  const { out, code } = await runCli(createFolder(practice), ['report', '--since', '2026-11']);
  expect(code).toBe(0);
  expect(out).toMatch(/^Practice audit from 2026-11-01 to 2026-11-20\n2 notes of 2 clients\.\n/);
  expect(out).toContain('1 override: 1 in force');
  expect(out).not.toMatch(/\bana\b|\bben\b|doctor/);
});

test('CSV has a line for each note', async () => {
  const { out } = await runCli(createFolder(practice), ['report', '--format', 'csv']);
  const [head, first, , third, end] = out.split('\r\n');
  expect(head).toMatch(/^file,client,date,therapist,signed,missing,/);
  expect(first).toMatch(/^clients\/ana\/2026-10-10\.soap\.md,ana,2026-10-10,a\.rivera,unsigned,/);
  expect(third).toMatch(/^clients\/ben\/2026-11-12\.soap\.md,ben,2026-11-12,,unsigned,/);
  expect(end).toBe('');
});

test('HTML is a page of its own in which nothing of the practice becomes markup', async () => {
  const files = { ...practice, 'practice.yaml': 'name: "<script>alert(1)</script>"\nprofile: wellness\n' };
  const { out, code } = await runCli(createFolder(files), ['report', '--format', 'html']);
  expect(code).toBe(0);
  expect(out).toMatch(/^<!doctype html>\n/);
  expect(out).toContain('<h2 id="head-audit-2">Alerts by rule</h2>');
  expect(out).toContain('contraindication/anticoagulant-depth');
  expect(out).toContain('&lt;script&gt;');
  expect(out).not.toMatch(/<script|doctor|\bana\b/);
});
