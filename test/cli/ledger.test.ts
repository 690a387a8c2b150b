// `soap-notes ledger`: which overrides there are, what they answer, and which rules are noisy.
import { describe, expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

const practice = {
  'practice.yaml': 'name: Example\n',
  'clients/ana/client.yaml': `id: ana
medications: [warfarin]
overrides:
  - { rule: anticoagulant-depth, reason: benefit-outweighs-risk, note: her doctor agreed, by: a.rivera, on: 2026-11-01 }
  - { rule: heat-general, reason: will-monitor }
  - { rule: no-such-rule, reason: will-monitor }
`,
  'clients/ana/2026-11-10.soap.md': '---\nclient: ana\ndate: 2026-11-10\n---\nT: Deep tissue: back, 10 min\n',
  'clients/ana/2026-10-10.soap.md': '---\nclient: ana\ndate: 2026-10-10\n---\nT: Deep tissue: back, 10 min\n',
  'clients/ben/2026-11-12.soap.md': `---
client: ben
date: 2026-11-12
therapist: j.tremblay
medications: [warfarin]
overrides: [{ rule: anticoagulant-depth, reason: wrong-match, until: 2026-11-15 }]
---
T: Deep tissue: back, 10 min
`,
};

describe('the ledger', () => {
  test('counts what each override answers; one that began later answers nothing before', async () => {
    const { out, code } = await runCli(createFolder(practice), [
      'ledger',
      '--format',
      'json',
      '--today',
      '2026-11-20',
    ]);
    const { rules, overrides } = JSON.parse(out) as {
      rules: readonly unknown[];
      overrides: readonly Record<string, unknown>[];
    };
    expect(code).toBe(0);
    expect(rules[0]).toEqual({
      rule: 'anticoagulant-depth',
      overrides: 2,
      disagreed: 1,
      open: 1,
      answered: 2,
    });
    expect(
      overrides.map(({ rule, client, therapist, state, answers }) => [
        rule,
        client,
        therapist,
        state,
        answers,
      ]),
    ).toEqual([
      ['anticoagulant-depth', 'ana', 'a.rivera', 'in force', 1],
      ['anticoagulant-depth', 'ben', 'j.tremblay', 'ended', 1],
      ['heat-general', 'ana', undefined, 'unused', 0],
      ['no-such-rule', 'ana', undefined, 'unknown rule', 0],
    ]);
    expect(out).not.toContain('her doctor agreed');
  });

  test('in words, by therapist, with the words of the override only if asked for', async () => {
    const folder = createFolder(practice);
    const plain = await runCli(folder, ['ledger', '--by', 'therapist']);
    expect(plain.out).toMatch(/^\(not stated\)\n {2}heat-general, will-monitor, ana, unused/);
    expect(plain.out).not.toContain('her doctor agreed');
    const spoken = await runCli(folder, ['ledger', '--show-text']);
    expect(spoken.out).toContain('(clients/ana/client.yaml:4): “her doctor agreed”');
  });

  test('a practice without overrides', async () => {
    const { out } = await runCli(createFolder({ 'a.soap.md': 'S: fine\n' }), ['ledger']);
    expect(out).toBe('No overrides.\n');
  });
});
