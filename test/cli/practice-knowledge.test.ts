// `soap-notes test-rules` and `soap-notes impact`, over the example practice and a practice with a mistake.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { runCli } from './run-cli';

const examples = join(import.meta.dirname, '../../examples');

test('the examples of the example practice hold', async () => {
  const { out, code } = await runCli(examples, ['test-rules']);
  expect(out).toBe('2 examples run, 0 problems.\n');
  expect(code).toBe(0);
});

test('a failing example is named with its file and line', async () => {
  const folder = createFolder({
    'practice.yaml': 'name: P\n',
    'knowledge/a.yaml': `rules:
  - id: own
    title: Own
    anyOf: [{condition: pregnancy}]
    targets: [all]
    scope: systemic
    level: relative
    action: adapt
    rationale: r
    clearsWhen: c
    sources: [{kind: general-knowledge}]
    examples:
      allows:
        - "S: 20 weeks pregnant. T: Effleurage, 10 min"
        - "S: Well. T: Effleurage, 10 min"
      flags:
        - "S: Well"
`,
    'clients/ana/2026-11-10.soap.md':
      '---\nclient: ana\ndate: 2026-11-10\n---\n# S\n20 weeks pregnant\n# T\nEffleurage: back, 10 min\n',
  });
  const tested = await runCli(folder, ['test-rules']);
  expect(tested.out).toContain('knowledge/a.yaml:17 own: example 1 of flags fails. It was silent');
  expect(tested.code).toBe(1);
  const touched = await runCli(folder, ['impact', 'own', '--format', 'json']);
  expect(JSON.parse(touched.out)).toMatchObject({
    clients: 1,
    notes: [{ client: 'ana', date: '2026-11-10' }],
  });
  expect(touched.out).not.toContain('Effleurage');
  expect((await runCli(folder, ['impact', 'no-such-rule'])).code).toBe(2);
});

test('a rule for which a stronger one speaks is not missed', async () => {
  const folder = createFolder({
    'practice.yaml': 'name: P\n',
    'clients/ana/client.yaml': 'conditions: [{name: DVT, region: calf, side: left, since: 2026-11-01}]\n',
    'clients/ana/2026-11-10.soap.md':
      '---\nclient: ana\ndate: 2026-11-10\n---\n# T\nManual lymphatic drainage: L leg, 10 min\nEffleurage: back\n',
  });
  const weaker = await runCli(folder, ['impact', 'mld-vte-absolute', '--format', 'json']);
  expect(JSON.parse(weaker.out)).toMatchObject({ notes: [{ line: 6, severity: 'error' }] });
  const all = await runCli(folder, ['impact', 'dvt-deep-absolute', '--format', 'json']);
  expect(JSON.parse(all.out)).toMatchObject({ notes: [{ line: 6 }, { line: 7 }] });
});
