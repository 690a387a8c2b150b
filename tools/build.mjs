// Bundles the extension, the language server and the command line, and compiles the knowledge, all into dist/.
// `--production` minifies and leaves out source maps; `--watch` keeps bundling.
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { importTypeScript, root } from './run-ts.mjs';

/**
 * The tables of phrases are laid out to be read (`list(`…`)` in server/src/core/mentions). What `list` drops anyway, the
 * indentation and the blanks around each bar, need not be shipped: it is eleven kilobytes.
 */
const closeUpPhrases = {
  name: 'close-up-phrases',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]mentions[\\/](?:cues|\w+-cues|cue-families)\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/\blist\((['`])([^'`$\\]*)\1\)/g, (_, quote, phrases) => {
        const closed = phrases
          .replace(/\s+/g, ' ')
          .replace(/ ?\| ?/g, '|')
          .trim();
        return `list(${quote}${closed}${quote})`;
      }),
      loader: 'ts',
    })),
};

/** The programs. The client must not carry the server, nor the server an editor; `web` holds both for a browser. */
function listBundles({ to, production }) {
  const shared = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    // Written as they are, expressions are made once; as calls they would be made wherever they stand, every time.
    supported: { 'regexp-unicode-property-escapes': true },
    format: 'cjs',
    minify: production,
    plugins: production ? [closeUpPhrases] : [],
    // Characters as they are: escaped, each would take twice the room.
    charset: 'utf8',
    sourcemap: production ? false : 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    // Packages that ship both forms: take the one that bundles small.
    mainFields: ['module', 'main'],
    loader: { '.code-snippets': 'json' },
  };
  const browser = {
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    mainFields: ['browser', 'module', 'main'],
  };
  return [
    { entryPoints: ['client/src/extension.ts'], outfile: join(to, 'extension.cjs'), external: ['vscode'] },
    {
      entryPoints: ['client/webview/page.ts'],
      outfile: join(to, 'page.js'),
      platform: 'browser',
      target: 'es2022',
      format: 'iife',
    },
    { entryPoints: ['server/src/lsp/main.ts'], outfile: join(to, 'server.cjs') },
    {
      entryPoints: ['server/src/cli/main.ts'],
      outfile: join(to, 'cli.cjs'),
      banner: { js: '#!/usr/bin/env node' },
    },
    { ...browser, entryPoints: ['client/src/browser.ts'], outfile: join(to, 'web', 'extension.js') },
    {
      ...browser,
      entryPoints: ['server/src/lsp/worker.ts'],
      outfile: join(to, 'web', 'server.js'),
      format: 'iife',
    },
  ].map((bundle) => ({ ...shared, ...bundle }));
}

/** The texts of the example practice by their paths: in a browser a folder of the package cannot be listed. */
function readExamples() {
  const folder = join(root, 'examples');
  const paths = readdirSync(folder, { recursive: true }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(
    paths.sort().map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** Builds everything into the folder `to`. */
export async function buildAll({ to, production }) {
  mkdirSync(to, { recursive: true });
  const { writeCompiledKnowledge } = await importTypeScript('tools/compile-knowledge.ts');
  await writeCompiledKnowledge({ root, to: join(to, 'knowledge.json') });
  writeFileSync(join(to, 'examples.json'), JSON.stringify(readExamples()));
  await Promise.all(listBundles({ to, production }).map((bundle) => build(bundle)));
  chmodSync(join(to, 'cli.cjs'), 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const to = join(root, 'dist');
  await buildAll({ to, production: process.argv.includes('--production') });
  if (process.argv.includes('--watch'))
    for (const bundle of listBundles({ to, production: false })) await (await context(bundle)).watch();
}
