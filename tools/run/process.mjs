// Runs other programs: npm, node-gyp, and anything whose output matters only if it fails. No packages are needed here.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findOnPath } from './find.mjs';
import { root } from './plain.mjs';

/** A program that ended with an exit code other than 0; `output` is what it wrote. */
export class RunError extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.output = output;
  }
}

/** Runs a program to its end and returns what it wrote. Ends with `RunError` if it fails. */
export function run(command, args, { cwd = root, env = {}, shell = false, onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        chunks.push(chunk);
        onOutput?.(chunk);
      });
    const stop = () => child.kill();
    process.once('exit', stop);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('exit', stop);
      const output = Buffer.concat(chunks).toString('utf8');
      if (code === 0) resolve(output);
      else reject(new RunError([command, ...args].join(' '), code ?? signal, output));
    });
  });
}

/** Runs npm: the one that started this process, else the one on the PATH. */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  // Browsers are looked for on this machine, never fetched along with a package.
  const env = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', ...options.env };
  if (script?.endsWith('npm-cli.js')) return run(process.execPath, [script, ...args], { ...options, env });
  return run('npm', args, { ...options, env, shell: process.platform === 'win32' });
}

/** The node-gyp that comes with npm. */
export function findNodeGyp() {
  const started = process.env.npm_execpath ?? findOnPath('npm');
  if (started === undefined) return undefined;
  const path = join(dirname(realpathSync(started)), '..', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  return existsSync(path) ? path : undefined;
}

/** Makes Ctrl-C and the like run the `exit` handlers, so that nothing stays behind. */
export function exitOnSignals() {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ])
    process.once(signal, () => process.exit(128 + number));
  // A reader that goes away, such as `| head`.
  process.stdout.on('error', () => process.exit(1));
}
