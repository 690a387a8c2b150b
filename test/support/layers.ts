// The layer table, and what breaks it. The compiler and Biome back it up; all three are tested with planted violations.
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { hasUnreadableImport, type Import, listImports, type SourceText, toBareCode } from './imports';

/** One layer: the files below a folder (or one file), the layers it may import, and the packages. */
export interface Layer {
  readonly name: string;
  /** A folder, ending in `/`, or a file. The longest that fits a file is its layer. */
  readonly path: string;
  readonly layers: readonly string[];
  /** Packages and built-in modules, by pattern. */
  readonly packages: RegExp;
  /** Data files of the project that are bundled in, by pattern. */
  readonly data?: RegExp;
}

const noPackages = /^(?!)/;

/** text ← note, knowledge ← mentions ← facts ← rules ← workspace ← features ← pages ← exchange ← lsp | cli. */
export const layers: readonly Layer[] = [
  { name: 'text', path: 'server/src/core/text/', layers: [], packages: noPackages },
  { name: 'settings', path: 'server/src/core/settings.ts', layers: [], packages: noPackages },
  { name: 'note', path: 'server/src/core/note/', layers: ['text'], packages: /^yaml$/ },
  { name: 'knowledge', path: 'server/src/core/knowledge/', layers: ['text'], packages: /^(yaml|zod)$/ },
  { name: 'convert', path: 'server/src/core/convert/', layers: ['text', 'note'], packages: noPackages },
  {
    name: 'signing',
    path: 'server/src/core/signing/',
    layers: ['text', 'note'],
    packages: /^@noble\/hashes\//,
  },
  ...stack([
    ['mentions', ['text', 'note', 'knowledge']],
    ['facts', []],
    ['rules', ['settings', 'signing']],
    ['workspace', []],
    ['features', ['convert']],
    ['pages', []],
    ['exchange', []],
  ]),
  {
    name: 'core',
    path: 'server/src/core/index.ts',
    layers: [
      'text',
      'settings',
      'note',
      'convert',
      'signing',
      'knowledge',
      'mentions',
      'facts',
      'rules',
      'workspace',
      'features',
      'pages',
      'exchange',
    ],
    packages: noPackages,
  },
  { name: 'io', path: 'server/src/io/', layers: ['core'], packages: /^(node:|picomatch$|yaml$)/ },
  {
    name: 'lsp',
    path: 'server/src/lsp/',
    layers: ['core', 'io', 'protocol'],
    packages: /^(node:|vscode-languageserver|vscode-uri$)/,
  },
  { name: 'protocol', path: 'server/src/lsp/protocol.ts', layers: [], packages: noPackages },
  { name: 'cli', path: 'server/src/cli/', layers: ['core', 'io'], packages: /^(node:|diff$)/ },
  {
    name: 'client',
    path: 'client/src/',
    layers: ['protocol'],
    packages: /^(node:|vscode$|vscode-languageclient)/,
    data: /^snippets\/[\w.-]+$/,
  },
  { name: 'webview', path: 'client/webview/', layers: [], packages: noPackages },
];

/** Layers that lie on each other: each may import what is named with it, all below it, and what those may. */
function stack(names: readonly (readonly [string, readonly string[]])[]): readonly Layer[] {
  const below: string[] = [];
  return names.map(([name, more]) => {
    below.push(...more);
    const layer = { name, path: `server/src/core/${name}/`, layers: [...below], packages: noPackages };
    below.push(name);
    return layer;
  });
}

/** The layer that a file belongs to. */
export function findLayer(path: string): Layer | undefined {
  return layers
    .filter((layer) => (layer.path.endsWith('/') ? path.startsWith(layer.path) : path === layer.path))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** Everything in one file that breaks the table, as lines for people. */
export function listLayerProblems(file: SourceText): readonly string[] {
  const from = findLayer(file.path);
  if (from === undefined) return [`${file.path} belongs to no layer`];
  const problems = listImports(file.text).flatMap((entry) => {
    const problem = findImportProblem(file.path, from, entry);
    return problem === undefined ? [] : [`${file.path}: ${problem}`];
  });
  if (hasUnreadableImport(file.text))
    problems.push(`${file.path}: imports a module whose name cannot be read`);
  return problems;
}

function findImportProblem(path: string, from: Layer, entry: Import): string | undefined {
  const { specifier } = entry;
  if (!specifier.startsWith('.')) {
    if (isBuiltin(specifier) && !specifier.startsWith('node:')) return `write node:${specifier}`;
    return from.packages.test(specifier) ? undefined : `${from.name} may not import the package ${specifier}`;
  }
  const target = posix.join(posix.dirname(path), specifier);
  if (from.data?.test(target) === true) return undefined;
  const to = findLayer(`${target}.ts`) ?? findLayer(`${target}/index.ts`) ?? findLayer(`${target}/`);
  if (to === undefined) return `${from.name} may not import ${target}`;
  return to === from || from.layers.includes(to.name) ? undefined : `${from.name} may not import ${to.name}`;
}

/** What the core must not touch although its language offers it: time, chance, locale, time zone, network, machine. */
const impurities: readonly (readonly [RegExp, string])[] = [
  [/\bDate\s*\.\s*now\b/, 'Date.now: the day comes in as an argument'],
  [/\bnew\s+Date\s*(?:\(\s*\)|(?![\s(]))/, 'new Date(): the day comes in as an argument'],
  [/(?<!new\s+)(?<![\w$.])Date\s*\(/, 'Date(): the day comes in as an argument'],
  [/\.\s*get(?:FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\s*\(/, 'a local time zone'],
  [/\bMath\s*\.\s*random\b/, 'Math.random'],
  [/(?<![\w$.])Intl\b/, 'Intl: the core has no locale'],
  [/\.\s*(?:toLocale\w*|localeCompare)\s*\(/, 'a locale'],
  [/(?<![\w$.])(?:fetch|setTimeout|setInterval|queueMicrotask)\s*\(/, 'the network or a timer'],
  [/(?<![\w$.])(?:process|globalThis|Buffer|console|performance|crypto|navigator)\s*[.[]/, 'the machine'],
];

/** Everything impure in one file of the core. */
export function listImpurities(file: SourceText): readonly string[] {
  const code = toBareCode(file.text);
  return impurities.flatMap(([pattern, what]) => (pattern.test(code) ? [`${file.path} uses ${what}`] : []));
}
