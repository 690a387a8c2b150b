// Installs a browser VS Code into .vscode-test/hosts/<name>, from the npm registry alone and without running any
// package's install script. `node tools/hosts/install.mjs [newest] [floor]`
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOnPath } from '../run/find.mjs';
import { endWith, PlainError, root } from '../run/plain.mjs';
import { exitOnSignals, findNodeGyp, npm, run } from '../run/process.mjs';
import { findNodePackage, hosts } from './versions.mjs';

const folder = join(root, '.vscode-test', 'hosts');
const marker = 'installed.json';

/**
 * Installs the host of that name unless it is there, and says where its parts are: `{ node, server, vscode }`.
 * It is put together beside its place and moved there when whole, so that two runs do not meet a half-made one.
 */
export async function installHost(name, say = () => {}) {
  const wanted = hosts[name];
  const nodePackage = findNodePackage();
  if (nodePackage === undefined)
    throw new PlainError(
      `A browser VS Code cannot be installed on ${process.platform} ${process.arch}: install VS Code instead.`,
    );
  const place = join(folder, name);
  if (!isInstalled(place, wanted)) {
    removeLeftovers();
    const partial = join(folder, `${name}.partial-${process.pid}`);
    const clean = () => rmSync(partial, { recursive: true, force: true });
    process.once('exit', clean);
    await putTogether({ partial, wanted, nodePackage, say });
    moveIntoPlace({ partial, place, wanted });
    process.off('exit', clean);
    clean();
  }
  return { ...listParts(place, nodePackage), vscode: wanted.vscode };
}

function listParts(place, nodePackage) {
  const packages = join(place, 'node_modules');
  return {
    node: join(packages, nodePackage, 'bin', 'node'),
    server: join(packages, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

function isInstalled(place, wanted) {
  try {
    return readFileSync(join(place, marker), 'utf8') === JSON.stringify(wanted);
  } catch {
    return false;
  }
}

async function putTogether({ partial, wanted, nodePackage, say }) {
  mkdirSync(partial, { recursive: true });
  const dependencies = { 'code-server': wanted.codeServer, [nodePackage]: wanted.node };
  writeFileSync(join(partial, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await npm(['install', ...quiet], { cwd: partial });
  const { node, server } = listParts(partial, nodePackage);
  const vscode = join(server, '..', '..');
  // The versions are pinned by the shrinkwrap in the package. `npm ci` refuses it: it disagrees with its package.json.
  await npm(['install', '--omit=dev', ...quiet], { cwd: vscode });
  await buildAddons({ vscode, node, headers: join(partial, 'node_modules', nodePackage), say });
  linkRipgrep(vscode, say);
  writeFileSync(join(partial, marker), JSON.stringify(wanted));
}

/** Builds the addons that write log files and watch the parent process. VS Code runs without them, with fewer logs. */
async function buildAddons({ vscode, node, headers, say }) {
  const gyp = findNodeGyp();
  for (const addon of ['@vscode/spdlog', '@vscode/native-watchdog', 'native-watchdog']) {
    const cwd = join(vscode, 'node_modules', addon);
    if (!existsSync(cwd)) continue;
    try {
      if (gyp === undefined) throw new Error('no node-gyp');
      await run(node, [gyp, 'rebuild', `--nodedir=${headers}`], { cwd });
    } catch {
      say(`${addon} could not be built (it needs a C++ compiler, make and python3): going on without it.`);
    }
  }
}

/** Search in files needs ripgrep. Newer packages bring it, older ones fetch it by an install script. */
function linkRipgrep(vscode, say) {
  const bin = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  if (!existsSync(join(bin, '..')) || existsSync(join(bin, 'rg'))) return;
  const ripgrep = findOnPath('rg');
  if (ripgrep === undefined)
    return say('ripgrep (rg) is not installed: this VS Code cannot search in files.');
  mkdirSync(bin, { recursive: true });
  symlinkSync(ripgrep, join(bin, 'rg'));
}

function moveIntoPlace({ partial, place, wanted }) {
  const old = `${partial}-old`;
  if (existsSync(place) && !isInstalled(place, wanted)) renameSync(place, old);
  try {
    renameSync(partial, place);
  } catch (error) {
    // Another run was quicker: what it made is as good.
    if (!isInstalled(place, wanted)) throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** Removes what runs that were killed have left behind. */
function removeLeftovers() {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = /\.partial-(\d+)/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  exitOnSignals();
  const names = process.argv.slice(2);
  try {
    const unknown = names.find((name) => hosts[name] === undefined);
    if (unknown !== undefined)
      throw new PlainError(`There is no host ${unknown}. There are newest and floor.`);
    for (const name of names.length === 0 ? Object.keys(hosts) : names) {
      const { vscode } = await installHost(name, console.error);
      console.log(`${name}: VS Code ${vscode} in ${join('.vscode-test', 'hosts', name)}`);
    }
  } catch (error) {
    endWith(error);
  }
}
