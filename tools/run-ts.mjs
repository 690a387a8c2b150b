// Runs a TypeScript tool: bundles it with esbuild and imports the result. `node tools/run-ts.mjs tools/gen.ts --check`
import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The root of the project. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

let runs = 0;

/** Bundles a TypeScript file and returns what it exports; packages stay outside the bundle. */
export async function importTypeScript(path) {
  // The bundle stands beside its source for a moment, so that `import.meta.url` means the same folder.
  const outfile = join(dirname(resolve(root, path)), `.run-${process.pid}-${runs++}.mjs`);
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [path],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      // As in tools/build.mjs.
      supported: { 'regexp-unicode-property-escapes': true },
      format: 'esm',
      packages: 'external',
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [path] = process.argv.splice(2, 1);
  if (path === undefined) {
    console.error('Usage: node tools/run-ts.mjs <file.ts> [arguments]');
    process.exit(2);
  }
  await importTypeScript(path);
}
