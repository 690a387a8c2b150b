// How single statements are read: term, assertion, side and region. Larger sets stand in test/sentences.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertionAt, findMentions } from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';
import { runs } from '../../support/runs';

const kb = loadKnowledge();
const options = { date: '2026-11-20' };

/** `id=assertion@side.region`, regions themselves left out. */
const read = (text: string): string =>
  findMentions(text, kb, options)
    .filter((mention) => mention.kind !== 'region')
    .map(
      (mention) =>
        `${mention.id}=${mention.assertion}${mention.regions.map((region) => `@${region.side === undefined ? '' : `${region.side.charAt(0)}.`}${region.id}`).join('')}`,
    )
    .join(' ');

describe('assertion', () => {
  test.each([
    ['S: DVT L calf, dx 10/28', 'deep-vein-thrombosis=present@l.calf'],
    ['S: denies fever but has DVT L calf', 'fever=negated deep-vein-thrombosis=present@l.calf'],
    ['S: no fever, DVT L calf confirmed by US', 'fever=negated deep-vein-thrombosis=present@l.calf'],
    [
      'S: no DVT, PE, recent surgery',
      'deep-vein-thrombosis=negated pulmonary-embolism=negated surgery-recent=negated',
    ],
    ['S: fever: none', 'fever=negated'],
    ['S: DVT – denied', 'deep-vein-thrombosis=negated'],
    ['S: is negative for DVT', 'deep-vein-thrombosis=negated'],
    ['S: SLR neg, DVT L calf', 'deep-vein-thrombosis=present@l.calf'],
    ['S: cannot rule out DVT', 'deep-vein-thrombosis=possible'],
    ['S: ?DVT L calf', 'deep-vein-thrombosis=possible@l.calf'],
    ['S: DVT?', 'deep-vein-thrombosis=possible'],
    ['S: Fever? No.', 'fever=negated'],
    ['S: denies no fever', 'fever=present'],
    ['S: 48 h fever-free', 'fever=negated'],
    ['S: hx of DVT', 'deep-vein-thrombosis=historical'],
    ['S: hx of asthma', 'asthma=present'],
    ['S: DVT 2019', 'deep-vein-thrombosis=historical'],
    ['S: MI 2 wks ago', 'myocardial-infarction=present'],
    ['S: has DVT, fever resolved', 'deep-vein-thrombosis=present fever=historical'],
    ['S: her husband has influenza', 'influenza=other-person'],
    [
      'S: father died of heart attack, client denies MI',
      'myocardial-infarction=other-person myocardial-infarction=negated',
    ],
    ['S: stroke (mother), hypertension', 'stroke-acute=other-person hypertension=present'],
    ['S: carrying daughter, sciatica since', 'sciatica=present'],
    ['S: her mother takes blood thinners', 'anticoagulant-unspecified=other-person'],
    ['S: advised to watch for DVT signs', 'deep-vein-thrombosis=hypothetical'],
    ['S: sees her lymphedema nurse', 'lymphoedema=hypothetical'],
    ['S: off warfarin since May', 'warfarin=stopped'],
    ['T: avoid deep tissue due to DVT', 'deep-tissue=avoided deep-vein-thrombosis=present'],
    ['T: no deep work with DVT', 'deep-tissue=avoided deep-vein-thrombosis=present'],
    ['P: next visit: MFR L QL', 'myofascial-release=planned@l.quadratus-lumborum'],
    ['S:\n- [ ] fever\n- [x] DVT', 'fever=negated deep-vein-thrombosis=present'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('relations', () => {
  test.each([
    ['S: R knee OA, L hip fine', 'knee-osteoarthritis=present@r.knee'],
    [
      'T: L QL MFR 10 min, R UT stripping 5 min',
      'myofascial-release=done@l.quadratus-lumborum muscle-stripping=done@r.upper-trapezius',
    ],
    ['T: Deep tissue 10 min L calf, effleurage 5 min R leg', 'deep-tissue=done@l.calf effleurage=done@r.leg'],
    ['T: effleurage, petrissage to back', 'effleurage=done@back petrissage=done@back'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('short forms', () => {
  test.each([
    ['S: ten minutes late', ''],
    ['S: Ms. Lopez feels well as always', ''],
    ['S: DVTs in both legs', 'deep-vein-thrombosis=present@b.leg'],
    ['S: dvt l calf', 'deep-vein-thrombosis=present@l.calf'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('layout changes nothing', () => {
  const sentences = [
    'Client reports a DVT in the left calf diagnosed three weeks ago and denies fever, chills or recent surgery.',
    'Her mother had a stroke at sixty and her father takes warfarin, but she herself has hypertension and takes lisinopril.',
    'No history of cancer, diabetes or heart disease; was worried about a blood clot after the flight, ultrasound was negative.',
  ];
  test.each(sentences)('%s', (sentence) => {
    const plain = read(`S: ${sentence}`);
    expect(plain).not.toBe('');
    const wrapped = `S: ${sentence}`.replace(/(.{1,40})(?:\s|$)/g, '$1\n');
    expect(read(wrapped)).toBe(plain);
    expect(read(wrapped.replaceAll('\n', '\r\n'))).toBe(plain);
    expect(read(`S: ${sentence}`.toUpperCase())).toBe(plain);
    expect(read(`S: ${sentence}`.replaceAll(' ', '\u00a0'))).toBe(plain);
  });
});

test('any span can be judged', () => {
  const text = 'S: denies wibbling, mother had wobbling, has wubbling';
  const at = (word: string): string => {
    const start = text.indexOf(word);
    return assertionAt(text, { start, end: start + word.length }, kb, options);
  };
  expect([at('wibbling'), at('wobbling'), at('wubbling')]).toEqual(['negated', 'other-person', 'present']);
});

test('any text is read without a throw, mentions inside it', () => {
  const word = fc.constantFrom(
    'no',
    'DVT',
    'denies',
    'mother',
    ',',
    'L',
    'calf',
    'deep tissue',
    ':',
    '\n',
    '- ',
    '?',
    '(',
    ')',
    'resolved',
    'and',
    '2 wks ago',
    'warfarin',
    '[ ]',
    '→',
    'S:',
    '##',
    '\t',
    '’',
    'PE',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 40 }), (words) => {
      const text = words.join(' ');
      for (const mention of findMentions(text, kb, options)) {
        expect(mention.span.start).toBeGreaterThanOrEqual(0);
        expect(mention.span.end).toBeLessThanOrEqual(text.length);
        expect(mention.span.end).toBeGreaterThan(mention.span.start);
      }
    }),
    { numRuns: runs(1000) },
  );
});

test('a line with more mentions than a call takes arguments is read to its end', () => {
  const count = 130_000;
  expect(findMentions(`S: ${'fever '.repeat(count)}`, kb, options)).toHaveLength(count);
});

test('control characters beside a condition are read past', () => {
  expect(read('S: DVT \u0010\u0019 L calf')).toBe(read('S: DVT L calf'));
});
