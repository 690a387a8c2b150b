// Client histories as data: a record, notes and a date give exactly these findings of the families that are asked about.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { createWorkspace, defaultSettings, sliceSpan } from '../../server/src/core';
import { loadKnowledge } from './knowledge';

const history = z.strictObject({
  /** What the history shows. */
  name: z.string(),
  /** The settings of the practice. */
  practice: z.string().optional(),
  /** The client record. */
  record: z.string().optional(),
  /** Files of other clients, by path. */
  others: z.record(z.string(), z.string()).optional(),
  /** The client's notes by date; the last one is judged. */
  notes: z.record(z.string(), z.string()),
  /** Its findings: `severity rule: words that it stands at`. */
  expect: z.array(z.string()),
  /** Words that the reasons hold. */
  because: z.array(z.string()).optional(),
});
type History = z.infer<typeof history>;

/** Runs all histories of the YAML files in a folder as tests; returns their names. */
export function testHistories(folder: string, families: RegExp): readonly string[] {
  const topics = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      topic: name.replace('.yaml', ''),
      histories: z
        .strictObject({ histories: z.array(history) })
        .parse(parse(readFileSync(join(folder, name), 'utf8'))).histories,
    }));
  describe.each(topics)('$topic', ({ histories }) => {
    test.each(histories)('$name', (one) => {
      const { words, reasons } = judge(one, families);
      expect(words.sort()).toEqual([...one.expect].sort());
      for (const reason of one.because ?? []) expect(reasons).toContain(reason);
    });
  });
  return topics.flatMap(({ histories }) => histories.map(({ name }) => name));
}

function judge({ practice, record, others, notes }: History, families: RegExp) {
  const root = 'file:///practice';
  const client = `${root}/clients/pat-doe`;
  const dates = Object.keys(notes).sort();
  const workspace = createWorkspace({
    kb: loadKnowledge(),
    settings: defaultSettings,
    today: dates.at(-1) ?? '2026-11-20',
  });
  if (practice !== undefined) workspace.set(`${root}/practice.yaml`, practice);
  if (record !== undefined) workspace.set(`${client}/client.yaml`, record);
  for (const [path, text] of Object.entries(others ?? {})) workspace.set(`${root}/clients/${path}`, text);
  for (const [date, text] of Object.entries(notes))
    workspace.set(
      `${client}/${date}.soap.md`,
      text.startsWith('---') ? text : `---\nclient: pat-doe\ndate: ${date}\n---\n${text}`,
    );
  const view = workspace.view(`${client}/${dates.at(-1)}.soap.md`);
  if (view?.kind !== 'note') throw new Error('the history has no note');
  const findings = view.findings.filter(({ rule }) => families.test(rule));
  return {
    words: findings.map(
      ({ severity, rule, at }) =>
        `${severity} ${rule.replace('contraindication/', '').replace('visits/', '')}: ${sliceSpan(view.file.text, at.span)}`,
    ),
    reasons: findings.flatMap((finding) => finding.because.map(({ text }) => text)).join('\n'),
  };
}
