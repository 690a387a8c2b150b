// Whether an assistant is off for session notes, by its own setting.
import { expect, test } from 'vitest';
import { assistants, isOffFor } from '../../client/src/assistants';

test.each([
  [undefined, false],
  [true, false],
  [{}, false],
  [{ '*': true }, false],
  [{ '*': false }, true],
  [{ '*': true, 'soap-note': false }, true],
  [{ '*': false, 'soap-note': true }, false],
])('%j', (setting, off) => expect(isOffFor('soap-note', setting)).toBe(off));

test('the table is sorted, and ids are as VS Code compares them', () => {
  const names = assistants.map(({ extensions: [first = ''] }) => first);
  expect(names).toEqual([...names].sort());
  for (const id of assistants.flatMap(({ extensions }) => extensions)) expect(id).toBe(id.toLowerCase());
});
