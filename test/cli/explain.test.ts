// `soap-notes explain`: pages for every kind, by id, by finding id and by name.
import { describe, expect, test } from 'vitest';
import { parseClientRecord } from '../../server/src/core';
import { loadKnowledge } from '../support/knowledge';
import { runCli } from './run-cli';

const explain = async (...words: readonly string[]) => runCli('/', ['explain', ...words]);

describe('explain', () => {
  test('a rule: what, when, why, what clears it, sources with year and authority', async () => {
    const { code, out } = await explain('dvt-deep-absolute');
    expect(code).toBe(0);
    for (const label of ['What', 'Applies when', 'Why', 'Safer instead', 'What clears it', 'Sources'])
      expect(out).toContain(`\n${label}\n`);
    expect(out).toMatch(/\(\d{4}\??, (high|medium|low) authority\)/);
    expect(out).toContain('Confidence: ');
  });

  test('a rule: the lines that answer it are read as they stand, once who and when are filled in', async () => {
    const { out } = await explain('dvt-deep-absolute');
    const lines = [...out.matchAll(/^ {2}((?:clearances|overrides): .*)$/gm)].map(([, line = '']) =>
      line
        .replace('WHO', 'Dr. Osei')
        .replace('DAY', '2026-11-01')
        .replace('DAY', '2027-02-01')
        .replace('REASON', 'will-monitor')
        .replace('WHY', 'agreed with her doctor'),
    );
    const { value, problems } = parseClientRecord(`id: maria-lopez\n${lines.join('\n')}\n`);
    expect(problems).toEqual([]);
    expect(value.clearances[0]?.for.value).toBe('dvt-deep-absolute');
    expect(value.overrides[0]?.rule.value).toBe('dvt-deep-absolute');
  });

  test('the id of a finding leads to its rule', async () => {
    const [plain, finding] = await Promise.all([
      explain('dvt-deep-absolute'),
      explain('contraindication/dvt-deep-absolute'),
    ]);
    expect(finding.out).toBe(plain.out);
  });

  test.each([
    ['red-flag/dvt', '(red flag rf-dvt)'],
    ['note/missing-date', 'About form, nothing clinical (finding note/missing-date)'],
    ['DVT', '(condition deep-vein-thrombosis)'],
    ['deep tissue', '(technique deep-tissue)'],
    ['Xarelto', '(medication rivaroxaban)'],
    ['anticoagulant', '(medication class anticoagulant)'],
    ['rf-dvt', '(red flag rf-dvt)'],
  ])('%s is found by name or id', async (words, heading) => {
    const { code, out } = await explain(...words.split(' '));
    expect(code).toBe(0);
    expect(out).toContain(heading);
  });

  test('every rule, condition, technique, medication and red flag has a page that names its confidence', async () => {
    const { data } = loadKnowledge();
    const entries = [
      ...data.rules,
      ...data.conditions,
      ...data.techniques,
      ...data.medications,
      ...data.medicationClasses,
      ...data.redFlags,
    ];
    const pages = await Promise.all(entries.map(({ id }) => explain(id)));
    const bad = entries.filter((_, i) => !(pages[i]?.code === 0 && pages[i].out.includes('Confidence: ')));
    expect(bad.map(({ id }) => id)).toEqual([]);
    expect(pages.filter(({ out }) => /undefined|\[object/.test(out))).toEqual([]);
  });

  test('alone it lists the kinds with their number', async () => {
    const { code, out } = await explain();
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`\\b${loadKnowledge().data.rules.length} rules: `));
  });

  test.each([
    ['dvt-deep-absolut', 'Did you mean dvt-deep-absolute'],
    ['deep tisue', 'Did you mean deep-tissue'],
    ['xyzzy', 'Run soap-notes explain for what can be explained.'],
  ])('an unknown %s', async (words, message) => {
    const { code, out, err } = await explain(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
