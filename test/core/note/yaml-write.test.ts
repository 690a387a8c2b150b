// Adding to YAML: the entry is there afterwards, and nothing else has changed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../server/src/core/note/yaml-read';
import { addEntry, setInEntry } from '../../../server/src/core/note/yaml-write';
import { applyEdits } from '../../../server/src/core/text/edit';
import { span } from '../../../server/src/core/text/span';

const fields = [
  ['name', 'DVT'],
  ['since', '2026-10-28'],
] as const;

const add = (text: string): string | undefined => {
  const edit = addEntry(text, span(0, text.length), 'conditions', fields);
  return edit === undefined ? undefined : applyEdits(text, [edit]);
};

describe('an entry is added', () => {
  test.each([
    ['no key', 'id: a\n', 'id: a\nconditions:\n  - name: DVT\n    since: 2026-10-28\n'],
    [
      'no final line end',
      'id: a # mine',
      'id: a # mine\nconditions:\n  - name: DVT\n    since: 2026-10-28\n',
    ],
    ['an empty file', '', 'conditions:\n  - name: DVT\n    since: 2026-10-28\n'],
    [
      'a key without a value',
      'conditions: # none yet\nid: a\n',
      'conditions: # none yet\n  - name: DVT\n    since: 2026-10-28\nid: a\n',
    ],
    [
      'an empty list',
      'conditions: [] # asked\nid: a\n',
      'conditions: [{ name: DVT, since: 2026-10-28 }] # asked\nid: a\n',
    ],
    ['none known', 'conditions: none known\n', 'conditions: [{ name: DVT, since: 2026-10-28 }]\n'],
    [
      'a list on one line',
      'conditions: [flu, "cold, bad"]\n',
      'conditions: [flu, "cold, bad", { name: DVT, since: 2026-10-28 }]\n',
    ],
    ['a trailing comma', 'conditions: [flu, ]\n', 'conditions: [flu, { name: DVT, since: 2026-10-28 } ]\n'],
    [
      'a comment before the bracket',
      'conditions: [\n  flu # in May\n  ]\n',
      'conditions: [\n  flu # in May\n  , { name: DVT, since: 2026-10-28 }]\n',
    ],
    [
      'a list of lines',
      'conditions:\n- flu # in May\n\n# plan\nplan: x\n',
      'conditions:\n- flu # in May\n- name: DVT\n  since: 2026-10-28\n\n# plan\nplan: x\n',
    ],
    [
      'maps, indented by four',
      'conditions:\n    - name: flu\n      side: left # ?\nid: a\n',
      'conditions:\n    - name: flu\n      side: left # ?\n    - name: DVT\n      since: 2026-10-28\nid: a\n',
    ],
    [
      'Windows line ends',
      'conditions:\r\n  - flu\r\nid: a\r\n',
      'conditions:\r\n  - flu\r\n  - name: DVT\r\n    since: 2026-10-28\r\nid: a\r\n',
    ],
  ])('%s', (_, before, after) => expect(add(before)).toBe(after));

  test.each([
    ['a map', 'conditions: { flu: bad }\n'],
    ['a sentence', 'conditions: asked, will tell\n'],
    ['a list that does not close', 'conditions: [flu\n'],
    ['text that is no YAML', 'id: [\n'],
  ])('not to %s', (_, before) => expect(add(before)).toBeUndefined());
});

test('whatever stands there: one entry more, every other line as it was', () => {
  const line = fc.constantFrom(
    'id: a',
    '# a remark',
    '',
    'conditions:',
    'conditions: []',
    'conditions: [flu]',
    '  - flu',
    '  - name: gout # old',
    '    side: left',
    'notes: |',
    '  free words',
    'plan: { until: 2026-12-20 }',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 9 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
      const before = lines.join(eol);
      const after = add(before);
      if (after === undefined) return;
      expect(readYaml(after, span(0, after.length)).problems).toEqual([]);
      const added = ' { name: DVT, since: 2026-10-28 }';
      const kept = after
        .split(/\r?\n/)
        .map((text) => text.replace(`,${added}`, '').replace(added.trim(), ''));
      for (const text of lines) expect(kept).toContain(text);
    }),
  );
});

describe('a key of an entry is set', () => {
  test.each([
    [
      'in a map of lines',
      'conditions:\n  - name: DVT # left\n    side: left\nid: a\n',
      'conditions:\n  - name: DVT # left\n    side: left\n    status: resolved\nid: a\n',
    ],
    ['in braces', 'conditions: [{ name: DVT }]\n', 'conditions: [{ name: DVT, status: resolved }]\n'],
    ['of a bare name', 'conditions: [DVT]\n', 'conditions: [{ name: DVT, status: resolved }]\n'],
    [
      'over its old value',
      'conditions:\n  - name: DVT\n    status: "active" # since May\n',
      'conditions:\n  - name: DVT\n    status: resolved # since May\n',
    ],
  ])('%s', (_, before, after) => {
    const at = before.indexOf('DVT');
    const edit = setInEntry(before, span(0, before.length), 'conditions', span(at, at + 3), [
      'status',
      'resolved',
    ]);
    expect(edit === undefined ? undefined : applyEdits(before, [edit])).toBe(after);
  });
});
