// Bundles the extension, the language server and the command line, and compiles the knowledge, all into dist/.
// `--production` minifies and leaves out source maps; `--watch` keeps going.
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, context } from 'esbuild';
import { importTypeScript, root } from './run-ts.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: production,
  keepNames: false,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  // Packages that ship both forms: take the one that bundles small.
  mainFields: ['module', 'main'],
};

/** The three programs. The client must not carry the server, nor the server an editor. */
const bundles = [
  {
    ...shared,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.cjs',
    external: ['vscode'],
    loader: { '.code-snippets': 'json' },
  },
  { ...shared, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.cjs' },
  {
    ...shared,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
];

async function compileKnowledge() {
  const { writeCompiledKnowledge } = await importTypeScript('tools/compile-knowledge.ts');
  await writeCompiledKnowledge({ root, to: join(root, 'dist', 'knowledge.json') });
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
mkdirSync(join(root, 'dist'), { recursive: true });
await compileKnowledge();
if (watch) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
  chmodSync(join(root, 'dist', 'cli.cjs'), 0o755);
}
