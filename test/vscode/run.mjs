// Runs the suite in a real VS Code by way of @vscode/test-electron. `node test/vscode/run.mjs newest|floor`
// With VSCODE_EXECUTABLE_PATH the desktop VS Code there is used, and with VSCODE_DOWNLOAD=1 one that is fetched;
// otherwise a browser VS Code, which runs the same compiled suite in the same kind of extension host.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { createScratch } from '../../tools/hosts/server.mjs';
import { hosts } from '../../tools/hosts/versions.mjs';
import { endWithOutcomes } from '../../tools/run/outcomes.mjs';
import { root } from '../../tools/run/plain.mjs';
import { exitOnSignals } from '../../tools/run/process.mjs';

const suite = join(root, 'out', 'test', 'vscode', 'suite');

async function compileSuite() {
  rmSync(suite, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['test/vscode/suite/index.ts', 'test/vscode/suite/*.test.ts'],
    outdir: suite,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** What stands for VS Code: a path, or nothing where test-electron is to fetch it. */
function chooseVsCode(name) {
  const { VSCODE_EXECUTABLE_PATH: installed, VSCODE_DOWNLOAD: download } = process.env;
  if (installed && name === 'newest') return { vscodeExecutablePath: installed };
  if (download === '1') return { version: name === 'newest' ? 'stable' : hosts[name].vscode };
  return { vscodeExecutablePath: join(root, 'tools', 'hosts', 'code.mjs') };
}

exitOnSignals();
const name = process.argv[2] ?? 'newest';
if (hosts[name] === undefined) {
  console.error('Usage: node test/vscode/run.mjs newest|floor');
  process.exit(2);
}
await compileSuite();
const scratch = createScratch();
// A copy: what a test saves stays there.
const practice = join(scratch, 'practice');
cpSync(join(root, 'examples'), practice, { recursive: true });
const results = join(scratch, 'results');
mkdirSync(results);
let failure;
try {
  await runTests({
    ...chooseVsCode(name),
    extensionDevelopmentPath: [root, join(root, 'test', 'vscode', 'yaml-stand-in')],
    extensionTestsPath: join(suite, 'index.cjs'),
    launchArgs: [practice],
    extensionTestsEnv: { SOAP_NOTES_RESULTS: results, SOAP_NOTES_HOST: name },
  });
} catch (error) {
  failure = error;
}
const read = (file) => (existsSync(join(results, file)) ? readFileSync(join(results, file), 'utf8') : '');
const outcomes = JSON.parse(read('outcomes.json') || '[]');
if (failure !== undefined && !outcomes.some(({ error }) => error !== undefined))
  outcomes.push({ title: `the suite in VS Code (${name})`, error: failure.stack ?? String(failure) });
endWithOutcomes(outcomes, read('measured.txt').split('\n').filter(Boolean));
