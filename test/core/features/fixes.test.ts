// Every finding has a fix or a page that helps; a fix, with what it leaves to be written, takes its own finding away and
// leaves texts that read as before.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  createWorkspace,
  defaultSettings,
  type Finding,
  kindOf,
  listFormEdits,
  pageOf,
  parseNote,
  requirementKinds,
  sliceSpan,
  type TextEdit,
} from '../../../server/src/core/index';
import { checks } from '../../../server/src/core/rules/registry';
import { exampleDay, loadExamples } from '../../support/examples';
import { loadKnowledge } from '../../support/knowledge';
import { listSources, projectRoot } from '../../support/sources';
import { open, viewOf } from './practice';

const kb = loadKnowledge();

/** How the source names the codes that the checks, and what reads texts, can give. */
const namings = [
  [/(?:code|rule): '([a-z-]+\/[a-z-]+)'/g, ''],
  [/\baboutVisits\(\s*'([a-z-]+)'/g, 'visits/'],
  [/\baboutValue\(\s*input,\s*'([a-z-]+)'/g, 'value/'],
  [/\breport\(\s*uri,\s*'([a-z-]+)'/g, 'record/'],
] as const;
const codes: readonly string[] = [
  ...new Set(
    listSources('server/src/core').flatMap(({ text }) =>
      namings.flatMap(([pattern, family]) =>
        [...text.matchAll(pattern)].map(([, name]) => `${family}${name ?? ''}`),
      ),
    ),
  ),
];

describe('every code has a page that is there', () => {
  const anchorsOf = (text: string): readonly string[] =>
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
      (title ?? '')
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );
  test.each([
    ...codes,
    ...[...kb.rules.keys()].map((id) => `contraindication/${id}`),
    ...[...kb.redFlags.keys()].map((id) => `red-flag/${id.replace(/^rf-/, '')}`),
    ...requirementKinds.map((kind) => `completeness/${kind}`),
  ])('%s', (code) => {
    const page = pageOf(kb, code);
    const path = join(projectRoot, 'docs', page?.path ?? 'none');
    expect(existsSync(path)).toBe(true);
    if (page?.anchor !== undefined) expect(anchorsOf(readFileSync(path, 'utf8'))).toContain(page.anchor);
  });

  test('every family of the checks is among them', () => {
    expect(codes.length).toBeGreaterThan(40);
    expect(checks.length).toBeGreaterThan(20);
  });
});

/** What a fix leaves to be written by whoever knows it, as somebody would write it. */
const written: readonly (readonly [RegExp, string])[] = [
  [/\bby: *(?:''|"")?(?=[,}\n]|$)/g, 'by: Dr. Lee'],
  [/\bnote: *(?:''|"")?(?=[,}\n]|$)/g, 'note: talked over with the client'],
  [/^(-? ?Reassessment:) *$/gm, '$1 flexion 60 of 60 degrees'],
];

/** The text with a fix in it, and with what the fix leaves to be written. */
const complete = (text: string, edits: readonly TextEdit[]): string =>
  applyEdits(
    text,
    edits.map(({ span, newText }) => ({
      span,
      newText: written.reduce((filled, [gap, words]) => filled.replace(gap, words), newText),
    })),
  );

test('a fix of the examples takes its own finding away, and what it writes reads without new problems', () => {
  const examples = loadExamples();
  const workspace = createWorkspace({ kb, settings: defaultSettings, today: exampleDay });
  for (const uri of examples.all) workspace.set(uri, examples.text(uri));
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const uri of examples.all) {
    for (const finding of examples.findings(uri)) {
      for (const fix of finding.fixes) {
        const kind = `${finding.rule} ${fix.title.replace(/[“"].*?[”"]|\d+/g, '')}`;
        if (seen.has(kind)) continue;
        seen.add(kind);
        for (const { uri: other, edits } of fix.edits) {
          const before = examples.text(other);
          const after = complete(before, edits);
          workspace.set(other, after);
          if (
            kindOf(other) === 'note' &&
            edits.length > 0 &&
            parseNote(after).problems.length > parseNote(before).problems.length
          )
            wrong.push(`${uri}: “${fix.title}” makes a problem`);
        }
        // The same finding at the same words: a rule that speaks once may speak of the next technique then.
        const words = sliceSpan(examples.text(uri), finding.at.span);
        const same = (text: string, findings: readonly Finding[]): number =>
          findings.filter(
            ({ rule, severity, message, answeredBy, at }) =>
              rule === finding.rule &&
              severity === finding.severity &&
              message === finding.message &&
              sliceSpan(text, at.span) === words &&
              answeredBy === undefined,
          ).length;
        const view = workspace.view(uri);
        const left = same(view?.file.text ?? '', view?.findings ?? []);
        // A fact that is put on record still holds: what speaks against a technique rests on the record then.
        const isOnRecord = fix.edits.some(({ uri: file }) =>
          view?.findings.some(
            ({ rule, because }) =>
              rule === finding.rule &&
              because[0]?.at.uri === file &&
              finding.because[0]?.at.uri !== file &&
              kindOf(file) === 'client',
          ),
        );
        if (left >= same(examples.text(uri), examples.findings(uri)) && !isOnRecord)
          wrong.push(`${uri}: “${fix.title}” leaves ${finding.rule}`);
        for (const { uri: other } of fix.edits)
          if (examples.all.includes(other)) workspace.set(other, examples.text(other));
          else workspace.remove(other);
      }
    }
  }
  expect(seen.size).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test.each([
  [
    'clients/ana/2026-11-06.soap.md',
    '---\nclient: ana\n---\nS: well\n',
    '---\nclient: ana\ndate: 2026-11-06\n---\nS: well\n',
  ],
  [
    'a.soap',
    '---\nclinet: ana\ndate: 2026-11-06\n---\nS: well\n',
    '---\nclient: ana\ndate: 2026-11-06\n---\nS: well\n',
  ],
  [
    'a.soap',
    '---\nclient: ana\ndate: 2026-11-06\n## S\n- well\n',
    '---\nclient: ana\ndate: 2026-11-06\n---\n\n## S\n- well\n',
  ],
  ['clients/ana/client.yaml', 'id: ana\nalergies: [nuts]\n', 'id: ana\nallergies: [nuts]\n'],
])(
  'matters of form are put right at once, and a second time there is nothing to do: %s',
  (path, text, expected) => {
    const edits = listFormEdits(viewOf(open({ [path]: text }), path));
    expect(applyEdits(text, edits)).toBe(expected);
    expect(listFormEdits(viewOf(open({ [path]: expected }), path))).toEqual([]);
  },
);

test('layout and form go together, and nothing is offered for a signed note', () => {
  const text = '---\nclinet: ana\ndate: 2026-11-06\n---\n\n\n## S  \n-   well\n';
  const once = applyEdits(text, listFormEdits(viewOf(open({ 'a.soap': text }), 'a.soap')));
  expect(once).toBe('---\nclient: ana\ndate: 2026-11-06\n---\n\n## S\n- well\n');
  const signed = text.replace('date:', 'signed: { by: a, at: 2026-11-06T10:00:00Z, hash: sha256:0 }\ndate:');
  expect(listFormEdits(viewOf(open({ 'a.soap': signed }), 'a.soap'))).toEqual([]);
});
