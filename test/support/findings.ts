// The one helper that calls the engine for tests: a note with carets and the findings they name.
import { expect } from 'vitest';
import {
  createWorkspace,
  defaultSettings,
  type Finding,
  type NoteView,
  type Settings,
} from '../../server/src/core';
import { loadKnowledge } from './knowledge';

/** Files of a test: one text with `-- path --` lines, or a single note without. */
export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  /** Lines `^^^ id` found under the text: file, offset range, rule id. */
  readonly expected: readonly {
    readonly path: string;
    readonly start: number;
    readonly end: number;
    readonly rule: string;
  }[];
}

const today = '2026-11-20';

/** Reads the notation: `-- path --` starts a file, `^^^ id` expects a finding on the line above. */
export function readFixture(text: string): Fixture {
  const files = new Map<string, string>();
  const expected: { path: string; start: number; end: number; rule: string }[] = [];
  let path = 'note.soap.md';
  let body = '';
  let lineStart = 0;
  const close = (): void => {
    if (body.trim() !== '') files.set(path, body);
    body = '';
    lineStart = 0;
  };
  for (const line of text.replace(/^\n/, '').split('\n')) {
    const header = /^-- (.+) --$/.exec(line);
    const caret = /^(\s*)(\^+) (\S+)$/.exec(line);
    if (header?.[1] !== undefined) {
      close();
      path = header[1];
    } else if (caret !== null) {
      const start = lineStart + (caret[1] ?? '').length;
      expected.push({ path, start, end: start + (caret[2] ?? '').length, rule: caret[3] ?? '' });
    } else {
      lineStart = body.length;
      body += `${line}\n`;
    }
  }
  close();
  return { files, expected };
}

/** The view of the last note of a fixture. */
export function viewFixture(text: string, settings: Settings = defaultSettings): NoteView {
  const { files } = readFixture(text);
  const workspace = createWorkspace({ kb: loadKnowledge(), settings, today });
  for (const [path, body] of files) workspace.set(`file:///practice/${path}`, body);
  const last = [...files.keys()].filter((path) => /\.soap(?:\.md)?$/.test(path)).at(-1) ?? 'note.soap.md';
  const view = workspace.view(`file:///practice/${last}`);
  if (view?.kind !== 'note') throw new Error('the fixture holds no note');
  return view;
}

/** Findings that are asked about: the clinical ones; form hints only where a test names one. */
const isClinical = (finding: Finding): boolean =>
  /^(?:contraindication|red-flag|internal)\//.test(finding.rule);

/** Checks that exactly the findings under the carets arise in the last note (all clinical ones, no more). */
export function checkFindings(text: string): void {
  const { expected } = readFixture(text);
  const view = viewFixture(text);
  const named = new Set(expected.map((entry) => entry.rule));
  const found = view.findings
    .filter((finding) => isClinical(finding) || named.has(finding.rule))
    .map((finding) => `${finding.rule} at ${finding.at.span.start}-${finding.at.span.end}`);
  expect(found.sort()).toEqual(
    expected.map((entry) => `${entry.rule} at ${entry.start}-${entry.end}`).sort(),
  );
}
