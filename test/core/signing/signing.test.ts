// Signing: what is signed verifies through every change of form, and no change of words goes unnoticed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addAddendum,
  applyEdits,
  parseNote,
  signAddendum,
  signNote,
  touchesSigned,
  verifyNote,
} from '../../../server/src/core';
import { loadExamples } from '../../support/examples';
import { runs } from '../../support/runs';

const examples = loadExamples();

const signer = { by: 'a.rivera', at: '2026-11-20T15:02:11Z' };
const later = { by: 'j.tremblay', at: '2026-11-22T09:10:00Z' };

const plain = `---
client: maria
date: 2026-11-20
---

## Subjective
- Complaint: low back pain, señora, 6/10

## Treatment
- Swedish: back, 20 min
`;

function sign(text: string): string {
  const signing = signNote(parseNote(text).value, signer);
  if ('refusal' in signing) throw new Error(signing.refusal);
  return applyEdits(text, [signing.edit]);
}

function addAndSign(text: string, words: string): string {
  const begun = applyEdits(text, [
    addAddendum(parseNote(text).value, { on: '2026-11-22', by: 'j.tremblay' }).edit,
  ]);
  const written = `${begun}${words}\n`;
  const signing = signAddendum(parseNote(written).value, later);
  if ('refusal' in signing) throw new Error(signing.refusal);
  return applyEdits(written, [signing.edit]);
}

const states = (text: string): readonly string[] => {
  const { main, addenda } = verifyNote(parseNote(text).value);
  return [main, ...addenda].map(({ state }) => state);
};

const signed = sign(plain);
const twice = addAndSign(addAndSign(signed, 'Client called: no more pain.'), 'Wrong side noted, R not L.');

test('a signature is one line of the front matter, and nothing else changes', () => {
  expect(signed).toBe(plain.replace('\n---\n\n', `\n${signed.split('\n')[3]}\n---\n\n`));
  expect(signed.split('\n')[3]).toMatch(
    /^signed: \{ by: a\.rivera, at: "2026-11-20T15:02:11Z", hash: "sha256:[0-9a-f]{64}" \}$/,
  );
  expect(parseNote(signed).problems).toEqual([]);
});

describe('a signed note verifies', () => {
  test.each([
    ['as it was signed', twice],
    ['after a checkout with Windows line ends', twice.replaceAll('\n', '\r\n')],
    ['with letters taken apart', twice.normalize('NFD')],
    ['with a byte order mark', `\uFEFF${twice}`],
    ['without its last line end', twice.trimEnd()],
    ['with blank lines at the end', `${twice}\n\n`],
  ])('%s', (_, text) => expect(states(text)).toEqual(['valid', 'valid', 'valid']));

  test('whatever line ends it was signed with', () => {
    const windows = sign(plain.replaceAll('\n', '\r\n'));
    expect(states(windows.replaceAll('\r\n', '\n'))).toEqual(['valid']);
  });

  test('if it had no front matter', () => {
    const bare = sign('S: back pain\nT: Swedish\n');
    expect(bare).toMatch(/^---\nsigned: .*\n---\nS: back pain\n/);
    expect(states(bare)).toEqual(['valid']);
    expect(states(bare.replace('pain', 'gain'))).toEqual(['changed']);
  });

  test.each(examples.notes.map((uri) => [examples.path(uri), uri] as const))('%s, signed', (_, uri) => {
    const open = examples
      .text(uri)
      .replace(/^signed: .*\r?\n/m, '')
      .replace(/\n## Addendum[\s\S]*$/, '\n');
    expect(states(sign(open))).toEqual(['valid']);
  });
});

describe('a change is seen', () => {
  test.each([
    ['a word', twice.replace('low back', 'low beck'), ['changed', 'unchained', 'unchained']],
    [
      'a line more',
      twice.replace('- Swedish', '- Cupping: back\n- Swedish'),
      ['changed', 'unchained', 'unchained'],
    ],
    ['who signed', twice.replace('by: a.rivera', 'by: b.rivera'), ['changed', 'unchained', 'unchained']],
    ['when it was signed', twice.replace('15:02:11', '14:02:11'), ['changed', 'unchained', 'unchained']],
    [
      'the signature in another form',
      twice.replace('signed: {', 'signed:  {'),
      ['malformed', 'unchained', 'unchained'],
    ],
    ['a word of the first addendum', twice.replace('no more', 'no less'), ['valid', 'changed', 'unchained']],
    ['a word of the last addendum', twice.replace('R not L', 'L not R'), ['valid', 'valid', 'changed']],
  ])('%s', (_, text, expected) => expect(states(text)).toEqual(expected));

  test('the first addendum taken out', () => {
    const from = twice.indexOf('## Addendum');
    const to = twice.lastIndexOf('## Addendum');
    expect(states(twice.slice(0, from) + twice.slice(to))).toEqual(['valid', 'changed']);
  });

  test('any byte flipped', () => {
    const bytes = new TextEncoder().encode(twice);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (index, bit) => {
        const flipped = bytes.slice();
        flipped[index] = (flipped[index] ?? 0) ^ (1 << bit);
        expect(states(new TextDecoder('utf-8', { ignoreBOM: true }).decode(flipped))).not.toEqual([
          'valid',
          'valid',
          'valid',
        ]);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('what is refused', () => {
  test.each([
    ['a note that is signed', signed, signer],
    [
      'a note with an addendum before it was signed',
      `${plain}\n## Addendum 2026-11-22: late\nwords\n`,
      signer,
    ],
    ['a text without sections', 'back pain\n', signer],
    ['a signer of two words', plain, { ...signer, by: 'a rivera' }],
    ['a time of day without a day', plain, { ...signer, at: '15:02' }],
    ['front matter that is not closed', '---\nclient: maria\n## Subjective\nfine\n', signer],
  ])('%s', (_, text, by) => expect(signNote(parseNote(text).value, by)).toHaveProperty('refusal'));

  test('an addendum after text that was changed', () => {
    const changed = `${signed.replace('low', 'high')}\n## Addendum 2026-11-22, x: y\nwords\n`;
    expect(signAddendum(parseNote(changed).value, later)).toHaveProperty('refusal');
  });
});

test('a note that speaks of signing is not taken for signed', () => {
  const text = plain.replace('## Treatment', 'signed: consent form\n\n## Treatment');
  expect(states(text)).toEqual(['unsigned']);
});

test('edits of signed text are known, edits behind it are free', () => {
  const note = parseNote(signed).value;
  const at = signed.indexOf('low back');
  expect(touchesSigned(note, [{ span: { start: at, end: at + 3 }, newText: 'mid' }])).toBe(true);
  expect(touchesSigned(note, [addAddendum(note, { on: '2026-11-22', by: '' }).edit])).toBe(false);
  expect(touchesSigned(parseNote(plain).value, [{ span: { start: 0, end: 3 }, newText: '' }])).toBe(false);
});
