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
