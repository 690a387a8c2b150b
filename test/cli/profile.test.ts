// `soap-notes check --profile`: what a note must hold, by the command line or by practice.yaml.
import { expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

const note = `---
client: ana-berg
date: 2026-11-19
therapist: a.rivera
type: wellness
consent: written, 2026-11-19
---
S: relaxation, no change in health
O: tight shoulders
T: Swedish: back, 30 min, light
A: relaxed
P: monthly
`;
const record = 'id: ana-berg\nname: Ana Berg\nborn: 1990-05-01\ncontact: 555 0100\n';

const check = async (practice: string, ...argv: readonly string[]) => {
  const folder = createFolder({
    'practice.yaml': practice,
    'clients/ana-berg/client.yaml': record,
    'clients/ana-berg/2026-11-19.soap.md': note,
  });
  return runCli(folder, ['check', ...argv]);
};

test.each<[string, string, readonly string[], number, string]>([
  ['practice.yaml', 'profile: wa-us\n', [], 1, 'error: No duration. WAC 246-830-565 asks for it.'],
  ['the option', '', ['--profile', 'wa-us'], 1, 'error: No duration. WAC 246-830-565 asks for it.'],
  [
    'the option before practice.yaml',
    'profile: wa-us\n',
    ['--profile', 'generic'],
    0,
    'warning: No duration. Payers ask for it.',
  ],
  ['nobody', '', [], 0, 'hint: No duration. Payers ask for it.'],
])('a profile named by %s', async (_, practice, argv, code, line) => {
  const result = await check(practice, ...argv);
  expect(result.out.replace(/\s+/g, ' ')).toContain(
    line.replace(/^(\w+): /, '$1 ').slice(line.indexOf(' ') + 1),
  );
  expect(result.out).toContain(line.slice(0, line.indexOf(':')));
  expect(result.code).toBe(code);
});

test.each(['none', 'wellness'])('the profile %s is content', async (profile) => {
  const result = await check('', '--profile', profile);
  expect(result.out).not.toContain('completeness/');
  expect(result.code).toBe(0);
});

test('an unknown profile is refused with the list', async () => {
  const result = await check('', '--profile', 'atlantis');
  expect(result.code).toBe(2);
  expect(result.err).toContain('wa-us');
});

test('soap-notes explain tells what a completeness finding is about', async () => {
  const result = await check('');
  expect(result.code).toBe(0);
  const explained = await runCli('.', ['explain', 'completeness/duration']);
  expect(explained.code).toBe(0);
  expect(explained.out).toContain('WAC 246-830-565');
});
