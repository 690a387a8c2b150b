// The example practice against what a careful clinician expects of each note (expectations.yaml, written first).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createLineIndex, type Finding, lineAt, severities } from '../../server/src/core';
import { loadExamples } from '../support/examples';

interface Expected {
  readonly rule: string;
  readonly severity: string | readonly string[];
  readonly line?: string;
  readonly anyLine?: boolean;
  readonly because?: { readonly file: string; readonly text: string | readonly string[] };
}

interface NoteExpectation {
  readonly silent?: boolean;
  readonly expect?: readonly Expected[];
  readonly may?: readonly Expected[];
}

// Written by hand in this repository; its shape is checked by every use below.
const { notes } = parse(readFileSync(join(import.meta.dirname, 'expectations.yaml'), 'utf8')) as {
  readonly notes: Readonly<Record<string, NoteExpectation>>;
};
const examples = loadExamples();
const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

function lineOf(uri: string, offset: number): string {
  const text = examples.text(uri);
  return text.split('\n')[lineAt(createLineIndex(text), offset)] ?? '';
}

function meets(finding: Finding, expected: Expected): boolean {
  return finding.rule === expected.rule && (expected.anyLine === true || expected.line === undefined || lineOf(finding.at.uri, finding.at.span.start) === expected.line);
}

const isClinical = (finding: Finding): boolean => /^(?:contraindication|red-flag|internal)\//.test(finding.rule);

describe('the example practice', () => {
  test('every note has an expectation', () => {
    expect(Object.keys(notes).sort()).toEqual(examples.notes.map((uri) => examples.path(uri)).sort());
  });

  test.each(Object.entries(notes))('%s', (path, expectation) => {
    const findings = examples.findings(examples.uri(path)).filter(isClinical);
    const left = [...findings];
    for (const expected of expectation.expect ?? []) {
      const at = left.findIndex((finding) => meets(finding, expected));
      expect(at, `${expected.rule} on “${expected.line ?? 'any line'}”`).toBeGreaterThanOrEqual(0);
      const [finding] = left.splice(at, 1);
      expect(listOf(expected.severity)).toContain(finding?.severity);
      if (expected.because !== undefined) {
        const { file, text } = expected.because;
        const places = finding?.because.filter((reason) => examples.path(reason.at.uri) === file).map((reason) => lineOf(reason.at.uri, reason.at.span.start));
        expect(places?.some((line) => listOf(text).some((words) => line.includes(words))), `the reason of ${expected.rule}`).toBe(true);
      }
    }
    const unexpected = left.filter(
      (finding) =>
        !(expectation.may ?? []).some(
          (allowed) => meets(finding, allowed) && listOf(allowed.severity).some((severity) => severities.indexOf(finding.severity) >= severities.findIndex((known) => known === severity)),
        ),
    );
    expect(unexpected.map((finding) => `${finding.severity} ${finding.rule}: ${finding.message}`)).toEqual([]);
  });
});
