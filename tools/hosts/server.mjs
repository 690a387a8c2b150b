// Starts VS Code's own server of an installed host on this computer alone, in a folder of its own, and stops it with
// everything it started.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainError } from '../run/plain.mjs';
import { run } from '../run/process.mjs';

const localhost = '127.0.0.1';

/** Settings that keep the workbench quiet: no welcome page, no calls home, no other assistant; saved when asked to. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'files.autoSave': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
};

/** A folder for one run, removed when this process ends. KEEP_SCRATCH=1 keeps it, with the logs in it. */
export function createScratch() {
  const folder = mkdtempSync(join(tmpdir(), 'soap-notes-'));
  if (process.env.KEEP_SCRATCH) console.error(`Scratch folder: ${folder}`);
  else
    process.once('exit', () =>
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
    );
  return folder;
}

/** Installs a packaged extension (.vsix) for servers that use this scratch folder. */
export async function installPackage({ host, scratch, vsix }) {
  const { dataArgs, env } = layOut(scratch);
  const install = ['--install-extension', vsix, '--force', '--accept-server-license-terms'];
  await run(host.node, [host.server, ...dataArgs, ...install], { env });
}

/** Lays the folder of an extension among the installed ones of a scratch folder that no server has used yet. */
export function placeExtension(scratch, folder) {
  const { name, publisher, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  cpSync(folder, join(layOut(scratch).extensions, `${publisher}.${name}-${version}`), { recursive: true });
}

/**
 * Starts a server and waits until it answers. `driver` lets a test suite be run by the page's address; it also answers
 * dialogs by itself and hides messages, so it is for suites alone.
 */
export async function startServer({ host, scratch, driver = false, port, settings = {}, env = {} }) {
  const laid = layOut(scratch);
  for (const level of ['User', 'Machine']) {
    mkdirSync(join(laid.data, level), { recursive: true });
    writeFileSync(join(laid.data, level, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  }
  const chosenPort = port ?? (await findFreePort());
  // Only who knows the token may use the server: other pages in the same browser can reach this port as well.
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(scratch, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const args = [
    host.server,
    ...laid.dataArgs,
    '--host',
    localhost,
    '--port',
    String(chosenPort),
    '--connection-token-file',
    tokenFile,
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    '--telemetry-level',
    'off',
    ...(driver ? ['--enable-smoke-test-driver'] : []),
  ];
  const log = join(scratch, 'server.log');
  const output = openSync(log, 'w');
  const child = spawn(host.node, args, {
    stdio: ['ignore', output, output],
    cwd: scratch,
    // A process group of its own, so that all it starts can be ended with it.
    detached: true,
    env: { ...process.env, ...laid.env, ...env },
  });
  closeSync(output);
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // It has ended already.
    }
  };
  const killAll = () => signal('SIGKILL');
  process.once('exit', killAll);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    signal('SIGTERM');
    const timer = setTimeout(killAll, 5_000);
    await ended;
    clearTimeout(timer);
    killAll();
    process.off('exit', killAll);
  };
  const server = { authority: `${localhost}:${chosenPort}`, token, ended, stop };
  try {
    await waitForAnswer(toPageAddress(server), child);
  } catch (error) {
    await stop();
    throw new PlainError(`${error.message}\n${readFileSync(log, 'utf8').trim()}`);
  }
  return server;
}

/** Address of the page that shows a folder; `payload` is what the workbench is told besides. */
export function toPageAddress(server, { folder, payload = [] } = {}) {
  const address = new URL(`http://${server.authority}/`);
  address.searchParams.set('tkn', server.token);
  if (folder !== undefined) address.searchParams.set('folder', folder);
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** How the workbench in the browser names a file of this computer. */
export function toRemoteUri(server, path) {
  return `vscode-remote://${server.authority}${path}`;
}

function layOut(scratch) {
  const data = join(scratch, 'data');
  const extensions = join(scratch, 'extensions');
  mkdirSync(extensions, { recursive: true });
  return {
    data,
    extensions,
    dataArgs: ['--server-data-dir', scratch, '--user-data-dir', data, '--extensions-dir', extensions],
    env: {
      // Sockets, caches and settings go into the scratch folder too.
      HOME: scratch,
      TMPDIR: scratch,
      XDG_CONFIG_HOME: join(scratch, 'config'),
      XDG_DATA_HOME: join(scratch, 'share'),
      XDG_RUNTIME_DIR: scratch,
      // No marketplace: nothing is asked of other computers.
      EXTENSIONS_GALLERY: '{}',
    },
  };
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, localhost, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function waitForAnswer(address, child) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`VS Code's server ended with ${child.exitCode}.`);
    try {
      const { status } = await fetch(address, { redirect: 'manual' });
      if (status < 400) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`VS Code's server did not answer within a minute.`);
}
