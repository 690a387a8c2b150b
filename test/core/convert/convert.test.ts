// Convert to SOAP note: no word is lost or changed, nothing is meant otherwise, and converting twice is converting once.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertNote } from '../../../server/src/core/convert/convert-note';
import { findMentions } from '../../../server/src/core/mentions/find';
import { parseNote } from '../../../server/src/core/note/parse';
import { formatText } from '../../../server/src/core/note/print';
import { loadKnowledge } from '../../support/knowledge';
import { runs } from '../../support/runs';
import { anyText, mutationsOf } from '../note/arbitrary';
import { anyForeignNote, foreignNotes } from './foreign-notes';
import { keepsLetters, keepsWords } from './words';

const kb = loadKnowledge();
const today = { date: '2026-11-20' };
const seed = 20261120;

/** The sections of a note, one behind another of the same kind counted once. */
const sectionsOf = (text: string): readonly string[] =>
  parseNote(text)
    .value.sections.map(({ id }) => id)
    .filter((id, index, all) => id !== all[index - 1]);

/** What a note mentions, and how each is meant. */
const mentionsOf = (text: string): readonly string[] =>
  findMentions(parseNote(text).value, kb, today).map(({ span, kind, id, assertion, side, regions }) =>
    JSON.stringify([
      text.slice(span.start, span.end).replace(/\s+/g, ' '),
      kind,
      id,
      assertion,
      side,
      regions.map((region) => [region.id, region.side]),
    ]),
  );

/** The same without sides and regions. */
const assertionsOf = (text: string): readonly string[] =>
  findMentions(parseNote(text).value, kb, today).map(
    ({ span, kind, id, assertion }) =>
      `${kind} ${id} ${assertion}: ${text.slice(span.start, span.end).replace(/\s+/g, ' ')}`,
  );

test.each([
  ['S: R knee', '## Subjective\n- knee'],
  ['S: no fever', '## Subjective\n- fever'],
  ['S: a\n- b', '## Subjective\n- b\n- a'],
  ['Plan: see the plan A', '## Plan\n- see the A'],
  ['S: pain 3/10', '## Subjective\n- pain 3'],
])('a lost or changed word is seen: %j', (before, after) => {
  expect(keepsWords(before, after)).toBe(false);
});

describe.each(foreignNotes)('$kind', ({ text, sections }) => {
  const converted = convertNote(text);

  test('is read into its sections without editing, and stands under canonical headings', () => {
    expect(sectionsOf(text)).toEqual(sections.filter((id, index) => id !== sections[index - 1]));
    expect(sectionsOf(converted)).toEqual(sectionsOf(text));
    if (sections.length > 0) expect(converted).toMatch(/^## (?:Subjective|Objective)/m);
  });

  test('keeps every word and what it means', () => {
    expect(keepsWords(text, converted)).toBe(true);
    expect(mentionsOf(converted)).toEqual(mentionsOf(text));
  });

  test('once is enough, and the formatter has nothing to do', () => {
    expect(convertNote(converted)).toBe(converted);
    if (sections.length > 0) expect(formatText(converted)).toBe(converted);
  });

  test('with Windows line ends gives the same with Windows line ends', () => {
    expect(convertNote(text.replaceAll('\n', '\r\n'))).toBe(converted.replaceAll('\n', '\r\n'));
  });
});

describe('front matter', () => {
  const header = 'Patient Name: Maria Lopez\nDate of Visit: 11/18/2026\nTherapist: A. Rivera\nS: neck pain\n';
  const clients = [{ id: 'maria-lopez', name: 'Maria Lopez' }];

  test('is what the header says for certain; the header stays', () => {
    expect(convertNote(header, { clients })).toBe(
      `---\nclient: maria-lopez\ndate: 2026-11-18\ntherapist: A. Rivera\n---\n\n${header.replace('S: neck pain', '\n## Subjective\n- neck pain')}`,
    );
  });

  test('names no client where two have the name, and no date that may be two days', () => {
    const two = [...clients, { id: 'm-lopez', name: 'maria lopez' }];
    const text = header.replace('11/18/2026', '05/06/2026');
    expect(convertNote(text, { clients: two })).toMatch(/^---\ntherapist: A. Rivera\n---\n/);
  });

  test('that is there already is left alone', () => {
    const text = `---\nclient: x\n---\n\n${header}`;
    expect(convertNote(text, { clients }).startsWith('---\nclient: x\n---\n')).toBe(true);
  });
});

test.each([
  [
    'canonical',
    '---\ndate: 2026-11-20\n---\n\n## Subjective\nFree words.\n- ROM: full\n\n### Family history\n- none\n',
  ],
  ['signed', '---\nsigned: { by: a, at: 2026-11-20, hash: x }\n---\nS: neck pain\n'],
  ['without headings', 'Neck pain, better after massage.\n'],
  ['empty', ' \n'],
])('a note that is %s comes back as it is', (_, text) => {
  expect(convertNote(text)).toBe(text);
});

test('a heading that says more than the canonical one keeps its words', () => {
  expect(
    convertNote('Chief complaint: neck pain\nSleep: poor\nPhysical exam: HT UT\nPlan (by phone): weekly\n'),
  ).toBe(
    '## Subjective\n- Chief complaint: neck pain\n- Sleep: poor\n\n## Objective\n\n### Physical exam\n- HT UT\n\n## Plan (by phone)\n- weekly\n',
  );
});

test('the example of docs/format.md is what comes out', () => {
  const doc = readFileSync(new URL('../../../docs/format.md', import.meta.url), 'utf8');
  const [, foreign, canonical] = /```foreign\n([^`]*)```\n\n```canonical\n([^`]*)```/.exec(doc) ?? [];
  expect(convertNote(foreign ?? '')).toBe(canonical);
});

describe('any text', () => {
  const anyNote = fc.oneof(anyText, mutationsOf(foreignNotes.map(({ text }) => text)));

  test('keeps its words in their order, and converting twice is converting once', () => {
    fc.assert(
      fc.property(anyNote, (text) => {
        const converted = convertNote(text);
        expect(keepsLetters(text, converted)).toBe(true);
        expect(convertNote(converted)).toBe(converted);
      }),
      { numRuns: runs(2000), seed },
    );
  });

  test('of the ways to write a note means the same afterwards', () => {
    fc.assert(
      fc.property(anyForeignNote, (text) => {
        expect(assertionsOf(convertNote(text))).toEqual(assertionsOf(text));
      }),
      { numRuns: runs(800), seed },
    );
  });
});
