// Notes of other systems in bulk: visits told apart, each with its client and day, and every word kept.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForeign } from '../../../server/src/core';
import { runs } from '../../support/runs';
import { foreignNotes } from '../convert/foreign-notes';

const options = {
  clients: [
    { id: 'rosa-almeida', name: 'Rosa Almeida' },
    { id: 'c-17', name: 'Ann Lee' },
    { id: 'c-18', name: 'Ann Lee' },
    { id: 'ben-ito', name: 'Benjamin Ito' },
  ],
  path: '/old/notes.txt',
  dateOrder: undefined,
  opaqueIds: false,
} as const;

const read = (text: string, more: Partial<Parameters<typeof readForeign>[1]> = {}) =>
  readForeign(text, { ...options, ...more });

const visit = (client: string, date: string, words = 'Neck pain'): string =>
  `Patient: ${client}\nDate of Visit: ${date}\n\nSUBJECTIVE: ${words}\nPLAN: weekly\n`;

describe('visits', () => {
  const three = [
    visit('Rosa Almeida', '11/18/2026', 'first'),
    visit('Rosa Almeida', '2026-11-19', 'second'),
    visit('Ben Okri', 'Nov 20, 2026', 'third'),
  ];

  test.each(['\n', '\n----------\n\n', '\n\f\n', '\n* * *\n'])(
    'are told apart by their headers, with %j between them',
    (between) => {
      const found = read(three.join(between));
      expect(found.map(({ client, date, unplaced }) => [client, date, unplaced])).toEqual([
        ['rosa-almeida', '2026-11-18', undefined],
        ['rosa-almeida', '2026-11-19', undefined],
        ['ben-okri', '2026-11-20', undefined],
      ]);
      expect(
        found.map(({ text }) => ['first', 'second', 'third'].filter((word) => text.includes(word))),
      ).toEqual([['first'], ['second'], ['third']]);
    },
  );

  test('of one client may name it once, and give their days as headings', () => {
    const text =
      'Client: Rosa Almeida\nDate: 2026-11-18\nS: neck\nP: weekly\n\n## 2026-11-19\nS: back\nP: weekly\n\n## 2026-11-20\nS: hip\nP: weekly\n';
    expect(read(text).map(({ client, date }) => [client, date])).toEqual([
      ['rosa-almeida', '2026-11-18'],
      ['rosa-almeida', '2026-11-19'],
      ['rosa-almeida', '2026-11-20'],
    ]);
  });

  test('that cannot be told apart stay one file, and are left', () => {
    const text = `Clinic of the North\n${visit('Rosa Almeida', '2026-11-18')}Clinic of the North\n${visit('Rosa Almeida', '2026-11-19')}`;
    expect(read(text).map(({ unplaced }) => unplaced)).toEqual(['several-visits']);
  });

  test('keep their lines', () => {
    const found = read(three.join('\n---\n'));
    expect(found.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [1, 7],
      [8, 14],
      [15, 19],
    ]);
  });
});

test('notes of other systems with a header stay apart when they stand in one file', () => {
  const whole = foreignNotes.filter(
    ({ text }) => read(text, { dateOrder: 'mdy' })[0]?.unplaced === undefined,
  );
  expect(whole.length).toBeGreaterThanOrEqual(4);
  const apart = whole.flatMap(({ text }) => read(text, { dateOrder: 'mdy' }));
  const together = read(whole.map(({ text }) => text).join('\n-----\n'), { dateOrder: 'mdy' });
  expect(together.map(({ text }) => text)).toEqual(apart.map(({ text }) => text));
});

describe('places', () => {
  const placed = (text: string, more: Partial<Parameters<typeof readForeign>[1]> = {}) =>
    read(text, more).map(({ client, date, unplaced }) => unplaced ?? `${client} ${date}`);

  test.each([
    ['a known name', visit('rosa  almeida', '2026-11-18'), 'rosa-almeida 2026-11-18'],
    ['a name turned round', visit('Almeida, Rosa', '2026-11-18'), 'rosa-almeida 2026-11-18'],
    ['an id', 'Client ID: c-17\nDate: 2026-11-18\nS: a\nP: b\n', 'c-17 2026-11-18'],
    ['a new name', visit('Émile Zola', '18.11.2026'), 'emile-zola 2026-11-18'],
    ['two of one name', visit('Ann Lee', '2026-11-18'), 'namesakes'],
    ['an id that is another’s', visit('Ben Ito', '2026-11-18'), 'other-name'],
    ['no name', 'Date: 2026-11-18\nS: a\nP: b\n', 'no-client'],
    ['an id that leads away', '---\nclient: ../../etc\ndate: 2026-11-18\n---\n\n## Plan\n- a\n', 'no-client'],
    ['no day', 'Patient: Rosa Almeida\n\nS: a\nP: b\n', 'no-date'],
    ['a day of two readings', visit('Rosa Almeida', '05/06/2026'), 'date-order'],
    ['no sections', 'Patient: Rosa Almeida\nDate: 2026-11-18\n\nSome words.\n', 'no-sections'],
  ])('%s', (_, text, expected) => {
    expect(placed(text)).toEqual([expected]);
  });

  test('the order of days that the user gives', () => {
    const text = visit('Rosa Almeida', '05/06/2026');
    expect(placed(text, { dateOrder: 'mdy' })).toEqual(['rosa-almeida 2026-05-06']);
    expect(placed(text, { dateOrder: 'dmy' })).toEqual(['rosa-almeida 2026-06-05']);
    expect(read(text, { dateOrder: 'dmy' })[0]?.text).toContain('\ndate: 2026-06-05\n');
  });

  test('a file’s own name and folder tell what its text does not', () => {
    const text = 'S: neck pain\nP: weekly\n';
    expect(placed(text, { path: '/old/c-17/2026-11-18 visit.txt' })).toEqual(['c-17 2026-11-18']);
    expect(read(text, { path: '/old/c-17/2026-11-18.txt' })[0]?.text).toMatch(
      /^---\nclient: c-17\ndate: 2026-11-18\n---\n/,
    );
  });

  test.each([
    ['/old/Rosa Almeida/2026-11-18.txt', 'rosa-almeida 2026-11-18'],
    ['/old/2026/Almeida, Rosa.txt', 'no-date'],
    ['/old/Ann Lee/2026-11-18.txt', 'no-client'],
    ['/old/others/2026-11-18.txt', 'no-client'],
  ])('the client by the file %s', (path, expected) => {
    expect(placed('S: neck pain\nP: weekly\n', { path })).toEqual([expected]);
  });

  test('where names may not stand in paths, nobody new gets an id from a name', () => {
    expect(placed(visit('Émile Zola', '2026-11-18'), { opaqueIds: true })).toEqual(['opaque-ids']);
    expect(placed(visit('Rosa Almeida', '2026-11-18'), { opaqueIds: true })).toEqual([
      'rosa-almeida 2026-11-18',
    ]);
  });
});

test('what is not understood is counted, with its line and words', () => {
  const [found] = read(
    'Patient: Rosa Almeida\nDate: 2026-11-18\nClinic of the North\n\nSUBJECTIVE\nNeck pain\n\n### Zodiac\nLeo\n\nPLAN\nweekly\n',
  );
  expect(found?.unread.map(({ what, line, words }) => [what, line, words])).toEqual([
    ['before-sections', 3, 'Clinic of the North'],
    ['heading', 8, '### Zodiac'],
  ]);
});

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}/]+/gu) ?? [];

test('every word of a file is in its visits, in its order', () => {
  const line = fc.constantFrom(
    'Patient: Rosa Almeida',
    'Date: 2026-11-18',
    'Date: 11/19/2026',
    '---',
    '',
    'S: neck pain 6/10',
    'OBJECTIVE',
    'HT L QL',
    'P: weekly',
    'Clinic of the North',
    '# 2026-11-20',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 24 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
      const text = lines.join(end);
      const kept = read(text).flatMap((one) => wordsOf(one.text));
      // A heading may become the canonical one of the same meaning; its letter or capitals are no words of the note.
      const plain = (words: readonly string[]): readonly string[] =>
        words.filter((word) => !/^(?:S|P|OBJECTIVE|Subjective|Objective|Plan)$/.test(word));
      let at = 0;
      for (const word of plain(kept)) if (word === plain(wordsOf(text))[at]) at += 1;
      expect(at).toBe(plain(wordsOf(text)).length);
    }),
    { numRuns: runs(300) },
  );
});
