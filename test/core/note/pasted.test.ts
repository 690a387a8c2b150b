// What comes along with pasted notes: headers of other systems, frames around headings, and marks behind letters.
import { describe, expect, test } from 'vitest';
import { clientIdOfNote, dateOfNote } from '../../../server/src/core/facts/session';
import { parseNote } from '../../../server/src/core/note/parse';
import type { Uri } from '../../../server/src/core/text/span';

const sectionsOf = (text: string): string =>
  parseNote(text)
    .value.sections.map(({ id }) => id)
    .join(' ');

const headerOf = (text: string): readonly (string | undefined)[] => {
  const { header } = parseNote(text).value;
  return [header?.client?.value, header?.clientId?.value, header?.date?.value.date, header?.therapist?.value];
};

describe('a header', () => {
  test.each([
    [
      'Patient Name: Rosa Almeida\nDate of Visit: 11/18/2026\nDOB: 3/4/1980\n',
      ['Rosa Almeida', undefined, '2026-11-18', undefined],
    ],
    [
      '**Client:** Bo Lind | **DOS:** 2026-11-18 | **Therapist:** Dana Reyes, LMT',
      ['Bo Lind', undefined, '2026-11-18', 'Dana Reyes, LMT'],
    ],
    [
      'Name: Ana Cruz   Date of Birth: 1/2/1990   Date: Nov 18, 2026',
      ['Ana Cruz', undefined, '2026-11-18', undefined],
    ],
    ['Client ID: ml-7\nSession date: 18.11.2026 14:00', [undefined, 'ml-7', '2026-11-18', undefined]],
    ['Date of Birth: 1/2/1990', [undefined, undefined, undefined, undefined]],
    ['Seen again; date: 11/18/2026 is the next', [undefined, undefined, undefined, undefined]],
    ['S: neck pain\nDate: 11/18/2026', [undefined, undefined, undefined, undefined]],
  ])('%j', (text, expected) => {
    expect(headerOf(text)).toEqual(expected);
  });

  test('gives date and client where front matter and folder give none', () => {
    const note = parseNote('Patient Name: María López\nDate of Visit: 11/18/2026\nS: neck pain\n').value;
    expect(dateOfNote(note)).toBe('2026-11-18');
    expect(clientIdOfNote('file:///p/pasted.soap.md' as Uri, note)).toBe('maria-lopez');
    expect(clientIdOfNote('file:///p/clients/rosa/pasted.soap.md' as Uri, note)).toBe('rosa');
    const own = parseNote(
      '---\nclient: x\ndate: 2026-01-05\n---\nPatient: Bo Lind\nDate: 11/18/2026\n',
    ).value;
    expect(dateOfNote(own)).toBe('2026-01-05');
    expect(clientIdOfNote('file:///p/pasted.soap.md' as Uri, own)).toBe('x');
  });
});

test.each([
  ['=== SUBJECTIVE ===\na\n--- Plan: ---\nb', 'subjective plan'],
  ['[Subjective]\na\n[Plan] b', 'subjective plan'],
  ['<b>Subjective:</b> a\n<strong>Plan</strong>: b', 'subjective plan'],
  ['(S) a\n(O) b\n(P) c', 'subjective objective plan'],
  ['S. a\nO. b\nA. c\nP. d', 'subjective objective assessment plan'],
  ['S\ta\nO\tb\nP\tc', 'subjective objective plan'],
  ['SUBJECTIVE: a OBJECTIVE: b PLAN: c', 'subjective objective plan'],
  ['Chief complaint\na\n\nPhysical exam: b\nA/P: c', 'subjective objective plan'],
])('%j has sections', (text, expected) => {
  expect(sectionsOf(text)).toBe(expected);
});

test.each([
  'A. a\nP. b',
  'S. a\nA. b\nO. c',
  '(S) a\nO. b\nP/ c',
  '[x] a\n[Low back]\nb',
  'neck pain --- Plan: later',
  'Plan of attack SUBJECTIVE: a OBJECTIVE: b',
])('%j has none', (text) => {
  expect(sectionsOf(text)).toBe('');
});
