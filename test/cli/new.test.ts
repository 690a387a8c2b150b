// `soap-notes new`: what a new note carries, where it is written, and that nothing is replaced.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseNote } from '../../server/src/core';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

const last = `---
client: Ana
date: 2026-11-06 10:00
therapist: a.rivera
duration: 60 min
---

## Subjective
- Complaint: low back pain, 6/10

## Treatment
- Swedish: back, 20 min

## Plan
- Home care: walking 20 min/day
`;

const practice = {
  'practice.yaml': '',
  'clients/ana/client.yaml': 'id: Ana\n',
  'clients/ana/2026-11-06.soap.md': last,
  'clients/ben/client.yaml': 'id: ben\n',
};

describe('a note', () => {
  test('carries on from the last one and begins now', async () => {
    const folder = createFolder(practice);
    const { code, out, err } = await runCli(folder, ['new', 'ana']);
    expect({ code, out, err }).toEqual({ code: 0, out: 'clients/ana/2026-11-20.soap.md\n', err: '' });
    const text = readFileSync(join(folder, 'clients/ana/2026-11-20.soap.md'), 'utf8');
    expect(text).toContain('client: Ana\ndate: 2026-11-20 14:05\ntherapist: a.rivera\nduration: 60 min\n');
    expect(text).toContain('- Home care: walking 20 min/day\n');
    expect(text).not.toContain('6/10');
    expect(parseNote(text).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('from a folder of the practice, for another day, time and person', async () => {
    const folder = createFolder(practice);
    const argv = ['new', 'ben', '--today', '2026-12-01', '--time', '09:30', '--therapist', 'j.tremblay'];
    expect((await runCli(join(folder, 'clients', 'ana'), argv)).code).toBe(0);
    const text = readFileSync(join(folder, 'clients/ben/2026-12-01.soap.md'), 'utf8');
    expect(text).toContain('date: 2026-12-01 09:30\ntherapist: j.tremblay\n');
    expect(text).toContain('type: initial\n');
    expect(text).toContain('- Medications: \n');
  });

  test.each(['wellness', 'discharge'])('of the type %s is blank', async (type) => {
    const { out } = await runCli(createFolder(practice), ['new', 'ana', '--type', type, '--dry-run']);
    expect(out).toContain(`type: ${type}\n`);
    expect(out).not.toContain('walking');
  });

  test('is not written in a dry run', async () => {
    const folder = createFolder(practice);
    const { out } = await runCli(folder, ['new', 'ana', '--dry-run']);
    expect(out).toMatch(/^---\nclient: Ana\n/);
    expect(readdirSync(join(folder, 'clients/ana'))).toEqual(['2026-11-06.soap.md', 'client.yaml']);
  });

  test('never takes the place of one that is there', async () => {
    const folder = createFolder(practice);
    const argv = ['new', 'ana', '--today', '2026-11-06'];
    const { code, err } = await runCli(folder, argv);
    expect(code).toBe(2);
    expect(err).toContain('clients/ana/2026-11-06.soap.md is there already.');
    expect((await runCli(folder, [...argv, '--another'])).out).toBe('clients/ana/2026-11-06-2.soap.md\n');
    expect((await runCli(folder, [...argv, '--another'])).out).toBe('clients/ana/2026-11-06-3.soap.md\n');
    expect(readFileSync(join(folder, 'clients/ana/2026-11-06.soap.md'), 'utf8')).toBe(last);
  });
});

test('a new client begins with a record', async () => {
  const folder = createFolder({ 'practice.yaml': '' });
  expect((await runCli(folder, ['new', 'c-1042', '--first'])).code).toBe(0);
  expect(readFileSync(join(folder, 'clients/c-1042/client.yaml'), 'utf8')).toBe(
    'id: c-1042\nintake: 2026-11-20\n',
  );
  expect(readFileSync(join(folder, 'clients/c-1042/2026-11-20.soap.md'), 'utf8')).toContain(
    'type: initial\n',
  );
});

describe('refusals', () => {
  test.each([
    [['new'], 'new needs a client'],
    [['new', 'anna'], 'No client has the id anna. Did you mean Ana? A new client begins with --first.'],
    [['new', '../ana'], 'The id of a client is one word'],
    [['new', 'ben', '--first'], 'There is a client ben already'],
    [['new', 'ana', '--time', '25:00'], '--time takes a time such as 14:00'],
  ])('%j', async (argv, message) => {
    const folder = createFolder(practice);
    const { code, err } = await runCli(folder, argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(join(folder, 'clients/ana/2026-11-20.soap.md'))).toBe(false);
  });

  test('outside a practice', async () => {
    const { code, err } = await runCli(createFolder({}), ['new', 'ana']);
    expect(code).toBe(2);
    expect(err).toContain('There is no practice here.');
  });
});
