// The texts of the interface, as the sources hold them and as the bundles translate them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Fills `{0}`, `{1}`, … as VS Code does, without a translation. */
export const inEnglish = (text: string, ...values: (string | number)[]): string =>
  text.replace(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));

/** A file of texts by their keys. */
export const readTexts = (path: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(root, path), 'utf8'));

/** The numbers of the places that a text leaves for values, sorted. */
export const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\d+)\}/g)].map(([, index]) => index ?? '').sort();

const sourcesBelow = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(root, folder, path), 'utf8'));

const quoted = String.raw`'((?:[^'\\\n]|\\.)*)'`;
const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

/** What the client says: the first argument of each call of `l10n.t`, or of the `t` that a pure function is handed. */
export const listClientTexts = (): readonly string[] =>
  sourcesBelow('client/src').flatMap((source) =>
    [...source.matchAll(new RegExp(String.raw`\bt\(\s*${quoted}`, 'g'))].map(([, text]) =>
      unescaped(text ?? ''),
    ),
  );

/** What the server says: each text under `say`, with `{0}`, `{1}`, … for what it calculates, and each in `phrases`. */
export const listServerTexts = (): readonly string[] =>
  ['server/src/core', 'server/src/lsp']
    .flatMap(sourcesBelow)
    .flatMap((source) => [
      ...[...source.matchAll(/(?<![\w.`])say`/g)].map(({ index }) => readTemplate(source, index + 4).key),
      ...[...source.matchAll(/(?<!function )\bphrases\(\{/g)].flatMap(({ index }) => {
        const table = source.slice(index, source.indexOf('\n}', index));
        return [...table.matchAll(new RegExp(String.raw`:\s+${quoted}`, 'g'))].map(([, text]) =>
          unescaped(text ?? ''),
        );
      }),
    ])
    .filter((text) => text !== '');

/** A template literal from its first quote on: its text with numbered places, and where it ends. */
function readTemplate(source: string, start: number): { readonly key: string; readonly end: number } {
  let key = '';
  let places = 0;
  for (let at = start; at < source.length; ) {
    if (source[at] === '`') return { key, end: at + 1 };
    if (source.startsWith('${', at)) {
      key += `{${places}}`;
      places += 1;
      at = endOfPlace(source, at + 2);
    } else if (source[at] === '\\') {
      key += source[at + 1] === 'n' ? '\n' : (source[at + 1] ?? '');
      at += 2;
    } else {
      key += source[at];
      at += 1;
    }
  }
  throw new Error('a template has no end');
}

/** Behind the brace that ends what a template calculates. */
function endOfPlace(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; ) {
    const unit = source[at];
    if (unit === '`') at = readTemplate(source, at + 1).end;
    else if (unit === "'") at = source.indexOf("'", at + 1) + 1;
    else if (unit === '}' && depth === 0) return at + 1;
    else {
      depth += unit === '{' ? 1 : unit === '}' ? -1 : 0;
      at += 1;
    }
  }
  throw new Error('a place in a template has no end');
}
