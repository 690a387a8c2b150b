// The formatter on notes that show one point each.
import { expect, test } from 'vitest';
import { formatNote, formatText } from '../../../server/src/core/note/print';
import { applyEdits } from '../../../server/src/core/text/edit';

test.each([
  ['spaces at line ends and blank lines', 'S: a  \n\n\n\nO: b\t\n\n\n', 'S: a\n\nO: b\n'],
  ['a last line end', 'S: a', 'S: a\n'],
  [
    'space before Markdown headings',
    '## Plan\n- a\n## Addendum: b\nc',
    '## Plan\n- a\n\n## Addendum: b\nc\n',
  ],
  [
    'space behind `#`, bullets, boxes and labels',
    '##  Plan\n-  a\n*\tb\n-   [x]  c\nROM:45\n- Pain:   3/10',
    '## Plan\n- a\n* b\n- [x] c\nROM: 45\n- Pain: 3/10\n',
  ],
  ['lists', '- a\n\t- b\n\t\t- c\nmore\n- d', '- a\n  - b\n    - c\n      more\n- d\n'],
  ['a list below its label', 'Meds:\n- a\n- b\n', 'Meds:\n  - a\n  - b\n'],
  ['what stands below a heading that names a field', '### Vitals\n- a\nb\n', '### Vitals\n- a\n  b\n'],
  ['Windows line ends', 'S: a\r\n\r\n\r\nO: b\n', 'S: a\r\n\r\nO: b\r\n'],
  ['front matter', '\n---\nclient: a   # b \n---\n\n\nS: a\n', '---\nclient: a   # b \n---\n\nS: a\n'],
  ['words', 'S: a   b,  c\n', 'S: a   b,  c\n'],
])('%s', (_name, text, formatted) => {
  expect(formatText(text)).toBe(formatted);
  expect(applyEdits(text, formatNote(text))).toBe(formatted);
});

test('a signed note and an empty one are left alone', () => {
  expect(formatNote('---\nsigned: { by: a.rivera }\n---\nS: a  \n\n\n')).toEqual([]);
  expect(formatNote(' \n\n')).toEqual([]);
});

test('edits touch only the white space that changes', () => {
  expect(formatNote('S: a \nO: b\n')).toEqual([{ span: { start: 4, end: 6 }, newText: '\n' }]);
});
