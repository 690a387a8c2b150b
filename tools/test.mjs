// `npm test`: installs what is missing and runs every check, in a real VS Code too.
//   --unit  only what needs no VS Code, browser, other editor or shell
//   -u      rewrites the expected results that tests compare with
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './run/dependencies.mjs';
import { endWith, PlainError, root } from './run/plain.mjs';
import { exitOnSignals, npm, run } from './run/process.mjs';
import { runSteps } from './run/steps.mjs';

function readArguments(args) {
  const known = ['--unit', '-u', '--update'];
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown !== undefined) throw new PlainError(`Unknown option ${unknown}. Known are --unit and -u.`);
  return { unit: args.includes('--unit'), update: args.includes('-u') || args.includes('--update') };
}

/** Runs a program of a package that is installed here. */
function tool(name, args, env = {}) {
  const shell = process.platform === 'win32';
  const file = join(root, 'node_modules', '.bin', shell ? `${name}.cmd` : name);
  return run(file, args, { shell, env });
}

function program(path, args = []) {
  return run(process.execPath, [join(root, path), ...args]);
}

/** `thorough` tries every property as often as it is meant to be; without it a tenth of that, for while one works. */
async function runVitest({ update, thorough }) {
  const file = join(root, 'out', 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const count = () => {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed, failed };
  };
  try {
    await tool('vitest', update ? [...args, '-u'] : args, thorough ? { THOROUGH: '1' } : {});
  } catch (error) {
    throw Object.assign(error, { counts: count() });
  }
  return count();
}

/** Runs a program that works in a window or a terminal. One that fails gets a second window, and both failures count as one. */
async function inWindow(path, args) {
  try {
    return await program(path, args);
  } catch (error) {
    const words = /^FAILED .*$/m.exec(error.output ?? '')?.[0] ?? 'It failed.';
    console.log(`      ${words} Trying once more, in a new window.`);
    return program(path, args);
  }
}

function listUnitSteps({ unit, update }) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return [
    { name: 'build', run: () => program('tools/build.mjs'), needed: true },
    { name: 'biome', run: () => tool('biome', ['check']) },
    { name: 'types', run: () => tool('tsc', ['-b']) },
    ...(scripts.gen === undefined
      ? []
      : [{ name: 'generated files', run: () => npm(['run', 'gen', '--', '--check']) }]),
    ...(unit
      ? []
      : [{ name: 'grows with the text alone', run: () => program('tools/run-ts.mjs', ['bench/linear.ts']) }]),
    { name: 'unit tests', run: () => runVitest({ update, thorough: !unit }) },
  ];
}

/** The steps in editors. What they need is looked for first, so that nobody waits for minutes to learn of it. */
async function listEditorSteps() {
  const { findChromium } = await import('./hosts/chromium.mjs');
  const { installHost } = await import('./hosts/install.mjs');
  const { findNeovim } = await import('./hosts/neovim.mjs');
  const { needProgram } = await import('./hosts/program.mjs');
  await findChromium();
  findNeovim();
  needProgram('emacs', 'emacs-nox elpa-eglot');
  needProgram('hx', 'hx, from Debian 13 on');
  for (const name of ['fish', 'python3', 'zsh']) needProgram(name);
  const hosts = ['newest', 'floor'];
  const say = (words) => console.log(`      ${words}`);
  return [
    { name: 'package', run: () => npm(['run', 'package']), needed: true },
    ...hosts.map((host) => ({
      name: `VS Code, ${host}`,
      run: async () => {
        await installHost(host, say);
      },
      needed: true,
    })),
    ...hosts.map((host) => ({
      name: `tests in VS Code, ${host}`,
      run: () => inWindow('test/vscode/run.mjs', [host]),
    })),
    ...hosts.map((host) => ({
      name: `web worker of VS Code, ${host}`,
      run: () => inWindow('test/vscode/web.mjs', [host]),
    })),
    ...hosts.map((host) => ({
      name: `UI of VS Code, ${host}`,
      run: () => inWindow('test/vscode/ui.mjs', [host]),
    })),
    ...[
      ['Neovim', 'neovim'],
      ['Emacs', 'emacs'],
      ['Helix', 'helix'],
      ['shells', 'shells'],
      ['npm package', 'npm'],
      ['PDF', 'pdf'],
    ].map(([name, folder]) => ({ name, run: () => inWindow(`test/${folder}/run.mjs`, []) })),
    { name: 'npm start', run: () => program('tools/start.mjs', ['--check']) },
  ];
}

exitOnSignals();
try {
  const options = readArguments(process.argv.slice(2));
  if (await ensureDependencies()) console.log('ok    packages installed');
  const editorSteps = options.unit ? [] : await listEditorSteps();
  process.exit((await runSteps([...listUnitSteps(options), ...editorSteps])) ? 0 : 1);
} catch (error) {
  endWith(error);
}
