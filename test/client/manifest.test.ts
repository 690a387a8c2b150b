// What the manifest promises is there: commands, files, capabilities.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const text = read('package.json');
const manifest: {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languages: readonly { readonly configuration: string; readonly extensions: readonly string[] }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
} = JSON.parse(text);

test('every command of the manifest is registered, and no other', () => {
  const source = readdirSync(join(root, 'client/src'))
    .map((name) => read(`client/src/${name}`))
    .join('\n');
  const registered = [...source.matchAll(/registerCommand\('([\w.]+)'/g)].map(([, id]) => id);
  const promised = manifest.contributes.commands.map(({ command }) => command);
  expect(registered.sort()).toEqual([...promised].sort());
  // Menus and the walkthrough name commands too.
  const named = [
    ...text.matchAll(
      /soapNotes\.(?:add|check|convert|draft|find|new|next|open|print|read|restart|sign)[A-Z]\w+/g,
    ),
  ].map(([id]) => id);
  expect([...new Set(named)].sort()).toEqual([...promised].sort());
});

test('every file that the manifest names is there', () => {
  const paths = [
    ...text.matchAll(/"(?:\.\/)?((?:client|syntaxes|snippets|language-configuration)[\w./-]*\.[\w-]+)"/g),
  ];
  expect(paths.length).toBeGreaterThan(8);
  expect(paths.map(([, path]) => path ?? '').filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('the client reads no setting that is not in the table', () => {
  const source = read('client/src/new-note.ts');
  const keys = [...source.matchAll(/\.get<[^>]+>\('([\w.]+)'/g)].map(([, key]) => `soapNotes.${key}`);
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) expect(manifest.contributes.configuration.properties).toHaveProperty([key]);
});

test('the language configuration continues lists and keeps terms whole', () => {
  const config: {
    readonly wordPattern: { readonly pattern: string; readonly flags: string };
    readonly onEnterRules: readonly {
      readonly beforeText: string;
      readonly action: { readonly appendText: string };
    }[];
  } = JSON.parse(read('language-configuration.json'));
  const words = new RegExp(config.wordPattern.pattern, `${config.wordPattern.flags}g`);
  expect("side-lying, B/L, client's L4-5 naïve".match(words)).toEqual([
    'side-lying',
    'B/L',
    "client's",
    'L4-5',
    'naïve',
  ]);
  const after = (line: string) =>
    config.onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line))?.action.appendText;
  expect(after('  - Swedish: back')).toBe('- ');
  expect(after('* rest')).toBe('* ');
  expect(after('- ')).toBeUndefined();
  expect(after('-ve test')).toBeUndefined();
});

test('every command that can be seen is driven in a real VS Code', () => {
  const { contributes }: { contributes: Readonly<Record<'commands' | 'keybindings', readonly Entry[]>> } =
    JSON.parse(text);
  const words: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
  const folder = 'test/vscode';
  const tests = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:mjs|ts)$/.test(path))
    .map((path) => read(`${folder}/${path}`))
    .join('\n');
  const run = [...tests.matchAll(/SOAP Notes: ([^'"`]+)['"`]/g)].map(([, title]) => title ?? '');
  const pressed = contributes.keybindings
    .filter(({ key = '' }) => tests.toLowerCase().includes(`'${key}'`))
    .map(({ command }) => command);
  const driven = ({ command, title = '' }: Entry): boolean =>
    pressed.includes(command) ||
    tests.includes(`'${command}'`) ||
    run.some((begun) => words[title.slice(1, -1)]?.startsWith(begun));
  // A row of a view opens its place by it; no list shows it.
  const hidden = ['soapNotes.openPlace'];
  expect(contributes.commands.filter((one) => !driven(one)).map(({ command }) => command)).toEqual(hidden);
});

interface Entry {
  readonly command: string;
  readonly title?: string;
  readonly key?: string;
}
