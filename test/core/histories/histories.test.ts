// Client histories: a record, notes and a date give exactly these findings. The tables are the files beside this one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createWorkspace, defaultSettings, sliceSpan } from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';

const history = z.strictObject({
  /** What the history shows. */
  name: z.string(),
  /** The client record. */
  record: z.string().optional(),
  /** Files of other clients, by path. */
  others: z.record(z.string(), z.string()).optional(),
  /** The client's notes by date; the last one is judged. */
  notes: z.record(z.string(), z.string()),
  /** Its clinical findings: `severity rule: words that it stands at`. */
  expect: z.array(z.string()),
  /** Words that the reasons of the first finding hold. */
  because: z.array(z.string()).optional(),
});

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const topics = files.map((name) => ({
  topic: name.replace('.yaml', ''),
  histories: z
    .strictObject({ histories: z.array(history) })
    .parse(parse(readFileSync(join(folder, name), 'utf8'))).histories,
}));

const clinical = /^(?:contraindication|red-flag|internal)\//;

describe.each(topics)('$topic', ({ histories }) => {
  test.each(histories)('$name', ({ record, others, notes, expect: expected, because }) => {
    const root = 'file:///practice/clients';
    const dates = Object.keys(notes).sort();
    const workspace = createWorkspace({
      kb: loadKnowledge(),
      settings: defaultSettings,
      today: dates.at(-1) ?? '2026-11-20',
    });
    if (record !== undefined) workspace.set(`${root}/pat-doe/client.yaml`, record);
    for (const [path, text] of Object.entries(others ?? {})) workspace.set(`${root}/${path}`, text);
    for (const [date, text] of Object.entries(notes))
      workspace.set(
        `${root}/pat-doe/${date}.soap.md`,
        text.startsWith('---') ? text : `---\nclient: pat-doe\ndate: ${date}\n---\n${text}`,
      );
    const view = workspace.view(`${root}/pat-doe/${dates.at(-1)}.soap.md`);
    if (view?.kind !== 'note') throw new Error('the history has no note');
    const findings = view.findings.filter(({ rule }) => clinical.test(rule));
    const words = findings.map(
      ({ severity, rule, at }) =>
        `${severity} ${rule.replace('contraindication/', '')}: ${sliceSpan(view.file.text, at.span)}`,
    );
    expect(words.sort()).toEqual([...expected].sort());
    const reasons = findings.flatMap((finding) => finding.because.map(({ text }) => text)).join('\n');
    for (const reason of because ?? []) expect(reasons).toContain(reason);
  });
});

test('there are histories of every kind, and no two have the same name', () => {
  const names = topics.flatMap(({ histories }) => histories.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(120);
  expect(new Set(names).size).toBe(names.length);
});
