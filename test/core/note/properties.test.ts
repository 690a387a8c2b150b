// What holds for every text, however broken: it parses, its spans lie inside it, and formatting changes layout alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseClientRecord } from '../../../server/src/core/note/client';
import { parseNote } from '../../../server/src/core/note/parse';
import { parsePractice } from '../../../server/src/core/note/practice';
import { formatNote } from '../../../server/src/core/note/print';
import { toShape } from '../../../server/src/core/note/shape';
import { readPlainYaml } from '../../../server/src/core/note/yaml-plain';
import { readFullYaml } from '../../../server/src/core/note/yaml-read';
import { applyEdits } from '../../../server/src/core/text/edit';
import { runs } from '../../support/runs';
import { anyText, checkBlocks, checkInside, checkSpans, mutationsOf } from './arbitrary';
import { clientSample, noteSamples } from './samples';

const anyNote = fc.oneof(
  { weight: 4, arbitrary: anyText },
  { weight: 1, arbitrary: mutationsOf(noteSamples) },
);
const seed = 20261120;

test('10,000 texts parse, with every span inside the text and every child inside its parent', () => {
  fc.assert(
    fc.property(anyNote, (text) => {
      const parsed = parseNote(text);
      checkSpans(text, parsed);
      const { preamble, sections } = parsed.value;
      const whole = { start: 0, end: text.length };
      checkBlocks(whole, preamble);
      let end = 0;
      for (const section of sections) {
        if (section.span.start < end) expect.fail(`sections overlap at ${section.span.start}`);
        end = section.span.end;
        checkInside(section.span, section.heading);
        checkInside(section.heading, section.title);
        checkBlocks(section.span, section.blocks);
      }
    }),
    { numRuns: runs(10_000), seed },
  );
});

test('client records and practice files parse, whatever they hold', () => {
  const anyRecord = fc.oneof(anyText, mutationsOf([clientSample]));
  fc.assert(
    fc.property(anyRecord, (text) => {
      checkSpans(text, parseClientRecord(text));
      checkSpans(text, parsePractice(text));
    }),
    { numRuns: runs(300), seed },
  );
});

test('formatting is idempotent, keeps every character that is not white space, and says the same', () => {
  fc.assert(
    fc.property(anyNote, (text) => {
      const formatted = applyEdits(text, formatNote(text));
      if (formatted.replace(/\s/g, '') !== text.replace(/\s/g, '')) expect.fail('a character was lost');
      if (toShape(parseNote(formatted).value) !== toShape(parseNote(text).value))
        expect.fail('it says other things');
      if (formatNote(formatted).length > 0) expect.fail('it changes again');
    }),
    { numRuns: runs(1000), seed },
  );
});

test('the fast reader of front matter gives what the library gives', () => {
  const word = fc.constantFrom(
    'a',
    'maria-lopez',
    '2026-11-20 14:00',
    '60 min',
    'a: b',
    'a:b',
    'a #b',
    'a#b',
    '# c',
    'null',
    '~',
    'true',
    '1',
    '0x1f',
    "it's",
    '"q"',
    '[a]',
    '{a}',
    'a, b',
    '- a',
    '|',
    '>',
    '&a',
    '*a',
    '!t',
    '%',
    '@',
    '',
    ' ',
    'caf\u00e9',
    '\u2192',
    'a\tb',
    '...',
  );
  const key = fc.constantFrom(
    'client',
    'date',
    'type',
    'Key_2',
    'a b',
    '---',
    ' x',
    '#',
    '-',
    '? k',
    'a:b',
    '',
  );
  const line = fc
    .tuple(key, fc.constantFrom(':', ': ', ':  ', ' : ', ''), word, fc.constantFrom('', ' ', '  # c', '\r'))
    .map((parts) => parts.join(''));
  let compared = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 2 }), (lines) => {
      const body = `${lines.join('\n')}\n`;
      const plain = readPlainYaml(body, 3);
      if (!plain) return;
      compared += 1;
      const full = readFullYaml(body, 3);
      expect(full.problems).toEqual([]);
      expect(full.root?.kind === 'map' ? full.root.pairs : undefined).toEqual(plain.pairs);
    }),
    { numRuns: 1500, seed },
  );
  expect(compared).toBeGreaterThan(60);
});

test('lists may be nested as deep as they like', () => {
  const text = Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n');
  expect(parseNote(text).value.preamble).toHaveLength(1);
});
