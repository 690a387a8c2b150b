// New notes and client records: what is known is filled in, the rest stays empty, and ids can name folders.
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  findIdProblem,
  toClientId,
  toClientSnippet,
  toLocalDateTime,
  toNewText,
  toNoteSnippet,
} from '../../client/src/templates';
import { parseClientRecord } from '../../server/src/core/note/client';
import { inEnglish } from '../support/words';

const body = [
  '---',
  'client: $1',
  'date: $CURRENT_YEAR',
  'therapist: $2',
  'type: initial',
  '---',
  '- Goal: $0',
];

test('a note gets what is known, and the cursor goes to the first place that is left', () => {
  const known = { client: 'maria-lopez', date: '2026-11-20 14:00', therapist: '' };
  const { text, cursor } = toNewText(toNoteSnippet(body, known));
  expect(`${text.slice(0, cursor)}|${text.slice(cursor)}`).toBe(
    '---\nclient: maria-lopez\ndate: 2026-11-20 14:00\ntherapist: |\ntype: initial\n---\n- Goal: ',
  );
});

test('what is typed stays as it is', () => {
  const note = { client: 'x', date: '2026-11-20 14:00', therapist: 'a.$1}\\' };
  const { text, cursor } = toNewText(toNoteSnippet(body, note));
  expect(text).toContain('therapist: a.$1}\\\n');
  expect(cursor).toBe(text.length);
});

test.each(['Maria Lopez', "Siân O'Neill", 'Null', 'a: b', '“x” $1 }', '# no', 'Zoë “Z” \\ Ng'])(
  'the record of %s is YAML with that name',
  (name) => {
    const text = toNewText(toClientSnippet({ id: 'x-1', name, intake: '2026-11-20' })).text;
    expect(parse(text)).toMatchObject({ id: 'x-1', name, conditions: null, medications: null });
  },
);

test('a new record is read without a problem, and claims nothing', () => {
  const text = toNewText(toClientSnippet({ id: 'ml-0412', name: '', intake: '2026-11-20' })).text;
  const { value, problems } = parseClientRecord(text);
  expect(problems).toEqual([]);
  expect(value.id?.value).toBe('ml-0412');
  expect([value.conditions, value.medications, value.allergies]).toEqual([[], [], []]);
});

test.each([
  ['Maria Lopez', 'maria-lopez'],
  ["  Siân O'Neill-Díaz ", 'sian-o-neill-diaz'],
  ['李 明', '李-明'],
  ['../..', ''],
])('the id of %s is %s', (name, id) => expect(toClientId(name)).toBe(id));

test.each(['', '..', 'a/b', 'a\\b', '.git', 'a b', 'x'.repeat(61)])('%s is no id', (id) =>
  expect(findIdProblem(id, inEnglish)).toBeDefined(),
);
test.each(['maria-lopez', 'ml.0412', 'ñandu_2'])('%s is an id', (id) =>
  expect(findIdProblem(id, inEnglish)).toBeUndefined(),
);

test('the time of a note is local', () => {
  expect(toLocalDateTime(new Date(2026, 0, 5, 9, 7))).toEqual({ date: '2026-01-05', time: '09:07' });
});
