// The guards of the architecture, each proven by a planted violation that it must catch.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { type Import, listImports, type SourceText } from './support/imports';
import { findLayer, layers, listImpurities, listLayerProblems } from './support/layers';
import { listSources, projectRoot } from './support/sources';

const run = promisify(execFile);
const bin = (name: string): string => join(projectRoot, 'node_modules', '.bin', name);

const product = ['server/src', 'client/src', 'client/webview'].flatMap(listSources);
const core = product.filter((file) => file.path.startsWith('server/src/core/'));
const everything = [...product, ...listSources('test'), ...listSources('tools')];

const temporary: string[] = [];
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

function createFolder(parent: string, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(parent, 'guard-'));
  temporary.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('reading imports', () => {
  const values = (text: string): readonly Import[] => listImports(text);

  test.each([
    ["import { a } from './a';", './a', false],
    ["import type { A } from './a';", './a', true],
    ["import {\n  a,\n  type B,\n} from './a';", './a', false],
    ["import * as a from './a'", './a', false],
    ["import './a';", './a', false],
    ["export * from './a';", './a', false],
    ["export type { A } from './a';", './a', true],
    ["const a = await import('./a');", './a', false],
    ["let a: import('./a').A;", './a', false],
    ["import a = require('./a');", './a', false],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is planted source code.
    ['`${import("./a")}`', './a', false],
  ])('%s', (text, specifier, typeOnly) => {
    expect(values(text)).toEqual([{ specifier, typeOnly }]);
  });

  test.each([
    "// import './a';",
    "/* from './a' */",
    'const text = `import "./a"`;',
    "/import '.\\/a'/.test(x);",
    "const a = 'import', b = './import', c = 'x';",
  ])('nothing in %s', (text) => {
    expect(values(text)).toEqual([]);
  });
});

describe('layers', () => {
  test('every file keeps to the table', () => {
    expect(product.flatMap(listLayerProblems)).toEqual([]);
  });

  test('every layer has files, so that no guard watches an empty place', () => {
    const used = new Set(product.map((file) => findLayer(file.path)?.name));
    expect(layers.map((layer) => layer.name).filter((name) => !used.has(name))).toEqual([]);
  });

  test.each([
    ['core/text/a.ts', "import type { Note } from '../note/model';", 'text may not import note'],
    ['core/note/a.ts', "import type { Term } from '../knowledge/model';", 'note may not import knowledge'],
    [
      'core/knowledge/a.ts',
      "import { sectionTable } from '../note/sections';",
      'knowledge may not import note',
    ],
    ['core/mentions/a.ts', "export * from '../facts/model';", 'mentions may not import facts'],
    ['core/facts/a.ts', "import type { Finding } from '../rules/finding';", 'facts may not import rules'],
    ['core/rules/a.ts', "const w = await import('../workspace/model');", 'rules may not import workspace'],
    ['core/workspace/a.ts', "import { x } from '../features/hover';", 'workspace may not import features'],
    ['core/features/a.ts', "import { x } from '../../lsp/protocol';", 'features may not import protocol'],
    [
      'core/pages/a.ts',
      "import { toBundle } from '../exchange/fhir/bundle';",
      'pages may not import exchange',
    ],
    ['core/features/a.ts', "import { x } from '../index';", 'features may not import core'],
    ['core/facts/a.ts', "import { readTextFile } from '../../io/files';", 'facts may not import io'],
    ['core/note/a.ts', "import { readFileSync } from 'node:fs';", 'note may not import the package node:fs'],
    ['core/note/a.ts', "import { readFileSync } from 'fs';", 'write node:fs'],
    [
      'core/rules/a.ts',
      "import type { Range } from 'vscode-languageserver';",
      'rules may not import the package',
    ],
    ['core/rules/a.ts', 'const m = await import(name);', 'imports a module whose name cannot be read'],
    ['io/a.ts', "import { run } from '../cli/run';", 'io may not import cli'],
    ['lsp/a.ts', "import { run } from '../cli/run';", 'lsp may not import cli'],
    ['lsp/a.ts', "import { x } from '../core/note/model';", 'lsp may not import note'],
    ['cli/a.ts', "import { methods } from '../lsp/protocol';", 'cli may not import protocol'],
    ['cli/commands/a.ts', "import { x } from '../../core/note/model';", 'cli may not import note'],
    ['cli/a.ts', "import { helper } from '../../../test/support/x';", 'cli may not import test/support/x'],
    ['a.ts', '', 'belongs to no layer'],
  ])('a planted violation in server/src/%s is caught: %s', (path, text, problem) => {
    expect(listLayerProblems({ path: `server/src/${path}`, text }).join('\n')).toContain(problem);
  });

  test('the client may see the protocol and nothing else of the server', () => {
    const at = (text: string): readonly string[] => listLayerProblems({ path: 'client/src/a.ts', text });
    expect(at("import type { CheckedParams } from '../../server/src/lsp/protocol';")).toEqual([]);
    expect(at("import type { Note } from '../../server/src/core/index';")).toHaveLength(1);
    expect(at("import type { X } from '../../server/src/lsp/server';")).toHaveLength(1);
  });
});

describe('a pure core', () => {
  test('no clock, chance, locale, network or machine', () => {
    expect(core.flatMap(listImpurities)).toEqual([]);
  });

  test.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = new Date;',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is planted source code.
    'const now = `today is ${Date()}`;',
    'const day = new Date(x).getDate();',
    'const chance = Math.random();',
    'new Intl.DateTimeFormat();',
    'a.localeCompare(b);',
    'n.toLocaleString();',
    'await fetch(url);',
    'setTimeout(f, 1);',
    'process.env.HOME;',
    'console.log(text);',
  ])('a planted %s is caught', (text) => {
    expect(listImpurities({ path: 'server/src/core/rules/a.ts', text })).toHaveLength(1);
  });

  test.each([
    '// Date.now()',
    "const help = 'new Date()';",
    'Date.UTC(2026, 1, 1);',
    'new Date(Date.UTC(y, m, d));',
  ])('%s is fine', (text) => {
    expect(listImpurities({ path: 'server/src/core/rules/a.ts', text })).toEqual([]);
  });
});

describe('the compiler as a guard', () => {
  /** Compiles files with the core's own options, below the project so that its packages can be found. */
  async function compile(files: Readonly<Record<string, string>>, more: object = {}): Promise<string> {
    mkdirSync(join(projectRoot, 'out'), { recursive: true });
    const folder = createFolder(join(projectRoot, 'out'), {
      ...files,
      'tsconfig.json': JSON.stringify({
        extends: '../../server/src/core/tsconfig.json',
        compilerOptions: { rootDir: '.', outDir: './out', noEmit: true, ...more },
        include: ['*.ts'],
      }),
    });
    return run(bin('tsc'), ['-p', folder, '--pretty', 'false']).then(
      () => '',
      (error: { stdout: string }) => error.stdout,
    );
  }

  const planted = {
    'planted.ts': "import { readFileSync } from 'node:fs';\nexport const x = readFileSync(process.cwd());\n",
  };

  test("the core's options know no Node, no browser and no way out of the core", async () => {
    const [node, allowed, browser, outside] = await Promise.all([
      compile(planted),
      compile(planted, { types: ['node'] }),
      compile({ 'planted.ts': 'export const x = document.title + location.href;\n' }),
      compile({
        'planted.ts': "export * from '../../server/src/lsp/protocol';\n",
      }),
    ]);
    expect(node).toContain("'node:fs'");
    expect(node).toContain("'process'");
    // The same file compiles with Node's types: it is their absence that guards.
    expect(allowed).toBe('');
    expect(browser).toContain("'document'");
    expect(outside).toContain('rootDir');
  });
});

describe('Biome as a guard', () => {
  test('names the reason for every kind of forbidden import, and only for those', async () => {
    const forbidden: Readonly<Record<string, string>> = {
      'server/src/core/text/a.ts': '../note/model',
      'server/src/core/note/a.ts': '../mentions/model',
      'server/src/core/knowledge/a.ts': '../note/model',
      'server/src/core/mentions/a.ts': '../facts/model',
      'server/src/core/facts/a.ts': '../rules/finding',
      'server/src/core/rules/a.ts': '../workspace/model',
      'server/src/core/rules/checks/a.ts': '../../workspace/model',
      'server/src/core/workspace/a.ts': '../features/hover',
      'server/src/core/features/a.ts': '../../lsp/protocol',
      'server/src/core/features/b.ts': 'node:fs',
      'server/src/core/features/c.ts': 'vscode-languageserver',
      'server/src/core/features/d.ts': '../index',
      'server/src/core/pages/a.ts': 'node:fs',
      'server/src/core/exchange/a.ts': '../../cli/run',
      'server/src/core/settings.ts': 'node:fs',
      'server/src/io/a.ts': '../cli/run',
      'server/src/lsp/a.ts': '../cli/run',
      'server/src/lsp/b.ts': '../core/note/model',
      'server/src/cli/a.ts': '../lsp/protocol',
      'client/src/a.ts': '../../server/src/core/index',
    };
    const allowed: Readonly<Record<string, string>> = {
      'server/src/core/rules/b.ts': '../facts/model',
      'server/src/core/index.ts': './note/model',
      'server/src/lsp/c.ts': '../core/index',
      'server/src/cli/commands/b.ts': '../../io/files',
      'client/src/b.ts': '../../server/src/lsp/protocol',
    };
    const plant = ([path, target]: readonly [string, string]) => [path, `export type * from '${target}';\n`];
    const folder = createFolder(tmpdir(), {
      ...Object.fromEntries([...Object.entries(forbidden), ...Object.entries(allowed)].map(plant)),
      'biome.json': readFileSync(join(projectRoot, 'biome.json'), 'utf8'),
    });
    const options = [
      'lint',
      '--vcs-enabled=false',
      '--only=style/noRestrictedImports',
      '--reporter=github',
      '.',
    ];
    const output = await run(bin('biome'), options, { cwd: folder }).then(
      () => '',
      (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
    );
    const found = [
      ...output.matchAll(/noRestrictedImports,file=[^,]*?\/((?:server|client)\/[^,]+),.*::(.+)/g),
    ];
    expect(found.map((match) => match[1]).sort()).toEqual(Object.keys(forbidden).sort());
    expect(
      found
        .map((match) => match[2])
        .filter((message) => !/\b(?:core|layers|fronts|client|io)\b/.test(message ?? '')),
    ).toEqual([]);
  });
});

describe('files', () => {
  const maximumLines = 400;
  /** Tables and data may be longer. Each name must still need it. */
  const longTables: readonly string[] = [
    'server/src/core/mentions/cue-families.ts',
    'server/src/core/mentions/cues.ts',
    'server/src/core/mentions/practice-cues.ts',
    'server/src/core/note/fields.ts',
  ];

  const isTooLong = (file: SourceText): boolean => file.text.split('\n').length - 1 > maximumLines;
  const isMisnamed = (file: SourceText): boolean =>
    !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.(ts|mjs)$/.test(file.path.slice(file.path.lastIndexOf('/') + 1));
  const isUnexplained = (file: SourceText): boolean => !/^(#!.*\n)?(\/\/ |\/\*\*?[ \n])/.test(file.text);

  test('are at most 400 lines long, tables apart', () => {
    const long = everything.filter(isTooLong).map((file) => file.path);
    expect(long.sort()).toEqual([...longTables].sort());
    expect(isTooLong({ path: 'a.ts', text: 'a\n'.repeat(401) })).toBe(true);
    expect(isTooLong({ path: 'a.ts', text: 'a\n'.repeat(400) })).toBe(false);
  });

  test('have kebab-case names', () => {
    expect(everything.filter(isMisnamed).map((file) => file.path)).toEqual([]);
    expect(isMisnamed({ path: 'server/src/core/noteParser.ts', text: '' })).toBe(true);
  });

  test('say at their top what they hold', () => {
    expect(everything.filter(isUnexplained).map((file) => file.path)).toEqual([]);
    expect(isUnexplained({ path: 'a.ts', text: "import './b';\n" })).toBe(true);
  });
});
