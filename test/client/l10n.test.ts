// The words of the interface in Spanish: the manifest, the client and the walkthrough, each whole and no more.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listClientTexts, placesOf, readTexts } from '../support/words';

const root = join(__dirname, '..', '..');

/** Texts that are the same in both languages, for good reasons. */
const same = new Set(['{0} error', '1 error']);

/** Every text is translated, with the same places for values, and none that nobody says is kept. */
function expectWhole(used: readonly string[], translated: Readonly<Record<string, string>>): void {
  expect(Object.keys(translated).sort()).toEqual([...new Set(used)].sort());
  for (const [key, text] of Object.entries(translated)) {
    expect(placesOf(text), key).toEqual(placesOf(key));
    expect(text.trim(), key).not.toBe('');
    if (!same.has(key)) expect(text, 'not translated').not.toBe(key);
  }
}

test('all that the client says is translated', () => {
  const used = listClientTexts();
  expect(used.length).toBeGreaterThan(100);
  expectWhole(used, readTexts('l10n/bundle.l10n.es.json'));
});

test('the client says nothing past the bundle: no text reaches the window untranslated', () => {
  const sources = readdirSync(join(root, 'client/src')).map((name) =>
    readFileSync(join(root, 'client/src', name), 'utf8'),
  );
  const spoken =
    /(?:show(?:Information|Warning|Error)Message\(|\b(?:title|prompt|placeHolder|saveLabel|openLabel|detail|tooltip): )\s*(['`])(?!\$\{)/;
  expect(sources.filter((source) => spoken.test(source)).map((source) => spoken.exec(source)?.[0])).toEqual(
    [],
  );
});

test('all words of the manifest are translated', () => {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const named = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? '').sort();
  const english = readTexts('package.nls.json');
  const spanish = readTexts('package.nls.es.json');
  expect(Object.keys(english).sort()).toEqual(named);
  expect(Object.keys(spanish).sort()).toEqual(named);
  const linksOf = (text = ''): readonly string[] => text.match(/\(command:[\w.]+\)|`[^`]+`/g) ?? [];
  for (const key of named) {
    expect(spanish[key], key).not.toBe(english[key]);
    expect(linksOf(spanish[key]), key).toEqual(linksOf(english[key]));
  }
});

test('no title, label or description stands in the manifest itself', () => {
  const { contributes }: { contributes: Record<string, unknown> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const plain: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, held] of Object.entries(value)) {
      if (
        ['title', 'name', 'description', 'markdownDescription', 'contents', 'enumDescriptions'].includes(
          key,
        ) &&
        [held]
          .flat()
          .some((text) => typeof text === 'string' && !text.startsWith('%') && text !== 'SOAP Notes')
      )
        plain.push(`${key}: ${held}`);
      walk(held);
    }
  };
  walk(contributes);
  expect(plain).toEqual([]);
});

test('every page of the walkthrough has its translation beside it', () => {
  const folder = join(root, 'client/assets/walkthrough');
  const pages = readdirSync(folder).filter((name) => /^\w+\.md$/.test(name));
  expect(pages.length).toBe(7);
  for (const page of pages)
    expect(existsSync(join(folder, page.replace('.md', '.nls.es.md'))), page).toBe(true);
});
