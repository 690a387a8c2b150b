// What is shown in and above the lines of a note: colours, lenses, hints, the rest of a line, the layout of a part.
import { expect, test } from 'vitest';
import {
  applyEdits,
  findInlineSuggestion,
  formatPart,
  listLenses,
  listLineHints,
  listTokens,
  sliceSpan,
} from '../../../server/src/core/index';
import { ana, base, files, first, noteOf, open } from './practice';

const tokensOf = (text: string): readonly string[] => {
  const view = noteOf(open({ 'a.soap': text }), 'a.soap');
  return listTokens(view).map(
    ({ span, type, modifier }) =>
      `${sliceSpan(text, span)}: ${type}${modifier === undefined ? '' : ` ${modifier}`}`,
  );
};

test.each([
  ['S: DVT L calf, denies fever', ['DVT: condition', 'calf: region', 'fever: condition negated']],
  ['S: takes warfarin', ['warfarin: medication']],
  ['T: Swedish massage of the back', ['Swedish massage: technique', 'back: region']],
])('%s', (text, expected) => {
  const found = tokensOf(text);
  for (const token of expected)
    expect(
      found.some(
        (one) => one.startsWith(token.split(':')[0] ?? '') && one.includes(token.slice(token.indexOf(':'))),
      ),
      `${token} in ${found.join(', ')}`,
    ).toBe(true);
});

test('what speaks against the client is marked, and tokens never overlap', () => {
  const workspace = open(files);
  const view = noteOf(workspace, `${ana}2026-11-20.soap.md`);
  const tokens = listTokens(view);
  expect(tokens.find(({ modifier }) => modifier === 'contraindicated')).toMatchObject({ type: 'technique' });
  for (const [index, { span }] of tokens.slice(1).entries())
    expect(span.start).toBeGreaterThanOrEqual(tokens[index]?.span.end ?? 0);
  const line = view.file.text.indexOf('- Swedish');
  expect(listTokens(view, { start: line, end: line + 12 }).length).toBeLessThan(tokens.length);
});

test('lines above a note: which session, how pain goes, alerts, the next session', () => {
  const workspace = open(files);
  const lenses = (path: string): readonly string[] =>
    listLenses(noteOf(workspace, path), workspace.entryOf(`${base}${path}`)).map(({ title }) => title);
  expect(lenses(`${ana}2026-11-20.soap.md`)).toEqual([
    'Session 2, 2 weeks after 2026-11-06',
    'Pain 7 → 5',
    expect.stringMatching(/^\d+ alerts?$/),
  ]);
  expect(lenses(`${ana}2026-11-06.soap.md`)).toEqual(['Session 1', '1 alert', 'Next session 2026-11-20']);
  const alone = open({ 'a.soap': 'S: neck pain\n' });
  expect(listLenses(noteOf(alone, 'a.soap'), alone.entryOf(`${base}a.soap`))).toEqual([]);
});

const hintsOf = (body: string, extra: Readonly<Record<string, string>> = {}): readonly string[] => {
  const path = `${ana}2026-11-20.soap.md`;
  const text = `---\nclient: ana\ndate: 2026-11-20\n---\n${body}`;
  return listLineHints(noteOf(open({ [path]: text, ...extra }), path)).map(({ text: words, offset }) => {
    expect(/^[ \t]*(?:\n|$)/.test(text.slice(offset))).toBe(true);
    return words;
  });
};

test('line ends: short forms, days, weeks, units; each said once', () => {
  expect(hintsOf('O: HT L QL; QL again\nO: QL\n').join(' ')).toMatch(/QL = quadratus lumborum/i);
  expect(hintsOf('O: HT L QL; QL again\nO: QL\n').join(' ').match(/QL =/g)).toHaveLength(1);
  // A short form is never explained by another word for the same thing.
  expect(hintsOf('O: HT L QL\n').join(' ')).not.toMatch(/HT = muscle spasm/);
  expect(hintsOf('S: 30 weeks pregnant\n')).toEqual(['third trimester']);
  expect(
    hintsOf('S: pregnant, well\n', { [`${ana}client.yaml`]: 'id: ana\npregnancy: { due: 2027-04-02 }\n' }),
  ).toEqual(['21 weeks, second trimester']);
  expect(hintsOf('O: T 36.8\n')).toEqual(['36.8 °C']);
  expect(hintsOf('O: T 36.8 °C\nS: low back pain\n')).toEqual([]);
});

test('the rest of a line comes from the last session, in Treatment and Plan alone', () => {
  const path = `${ana}2026-11-20.soap.md`;
  const suggest = (before: string, after = '\n'): string | undefined => {
    const text = `---\nclient: ana\ndate: 2026-11-20\n---\n${before}${after}`;
    const view = noteOf(open({ [`${ana}2026-11-06.soap.md`]: first, [path]: text }), path);
    return findInlineSuggestion(view, text.length - after.length)?.text;
  };
  expect(suggest('## Treatment\n- Swe')).toBe('dish: back, 20 min, light');
  expect(suggest('## Plan\n- Home care: ')).toBe('walking 20 min/day');
  expect(suggest('## Subjective\n- Pain ')).toBeUndefined();
  expect(suggest('## Treatment\n- Swe', 'x\n')).toBeUndefined();
  expect(suggest('## Treatment\n- S', '\n- Swedish: back, 20 min, light\n')).toBeUndefined();
});

test('a technique that speaks against the client today is not suggested', () => {
  const path = `${ana}2026-11-20.soap.md`;
  const earlier = '---\nclient: ana\ndate: 2026-10-01\n---\n## Treatment\n- Deep tissue: L calf, 10 min\n';
  const text = '---\nclient: ana\ndate: 2026-11-20\n---\n## Treatment\n- Deep';
  const view = noteOf(
    open({
      [`${ana}client.yaml`]: files[`${ana}client.yaml`] ?? '',
      [`${ana}2026-10-01.soap.md`]: earlier,
      [path]: text,
    }),
    path,
  );
  expect(findInlineSuggestion(view, text.length)).toBeUndefined();
});

test('the layout of a part leaves the rest as it is', () => {
  const text = '## Subjective  \n-   a  \n-   b  \n';
  const part = { start: text.indexOf('-   a'), end: text.indexOf('-   b') };
  expect(applyEdits(text, formatPart(text, part))).toBe('## Subjective  \n- a\n-   b  \n');
});
