// Runs the extension's browser build in the web worker of a browser VS Code: no Node, no disk, the language server in a
// worker. `node test/vscode/web.mjs newest|floor`
import { cpSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { format } from 'node:util';
import { build } from 'esbuild';
import { startBrowser } from '../../tools/hosts/browser.mjs';
import { installHost } from '../../tools/hosts/install.mjs';
import { createScratch, startServer, toPageAddress } from '../../tools/hosts/server.mjs';
import { hosts } from '../../tools/hosts/versions.mjs';
import { endWithOutcomes } from '../../tools/run/outcomes.mjs';
import { endWith, PlainError, root } from '../../tools/run/plain.mjs';
import { exitOnSignals } from '../../tools/run/process.mjs';

const limitMs = 240_000;
const suite = 'out/test/vscode/web/suite.js';

async function compileSuite() {
  await build({
    absWorkingDir: root,
    entryPoints: ['test/vscode/web/suite.ts'],
    outfile: suite,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
}

/** Serves the extension over http: VS Code starts workers from there, and from no folder of a remote computer. */
async function serveExtension() {
  const types = { '.json': 'application/json', '.js': 'text/javascript' };
  const server = createServer((request, response) => {
    const path = join(root, normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)));
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    try {
      if (!path.startsWith(root + sep) || !statSync(path).isFile()) throw new Error('not ours');
      const type = types[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type }).end(readFileSync(path));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { host: `127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** The workbench reads extensions for its web worker from the page's configuration alone: they are put in on the way. */
function addToConfiguration(options) {
  const get = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = get.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
    const configuration = JSON.parse(value);
    return JSON.stringify({
      ...configuration,
      developmentOptions: { ...configuration.developmentOptions, ...options },
    });
  };
}

async function runWeb(name) {
  await compileSuite();
  const host = await installHost(name, console.error);
  const scratch = createScratch();
  const practice = join(scratch, 'practice');
  cpSync(join(root, 'examples'), practice, { recursive: true });
  const files = await serveExtension();
  const server = await startServer({ host, scratch, driver: true });
  // The page may load from its own origin alone; the extension comes from another port of this computer.
  const browser = await startBrowser({ scratch, bypassCSP: true });
  let outcomes;
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    const finished = new Promise((settle) => void page.exposeFunction('codeAutomationExit', settle));
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const line = format(...args);
      if (line.startsWith('OUTCOMES ')) outcomes = JSON.parse(line.slice('OUTCOMES '.length));
      else if (process.env.SHOW_LOG) console.log(`[${type}] ${line}`);
    });
    page.on('pageerror', (error) => console.error(error.stack));
    const at = (path) => ({ scheme: 'http', authority: files.host, path });
    await page.addInitScript(addToConfiguration, {
      extensions: [at('/')],
      extensionTestsPath: at(`/${suite}`),
    });
    await page.goto(toPageAddress(server, { folder: practice }), { timeout: 120_000, waitUntil: 'commit' });
    let timer;
    await Promise.race([finished, new Promise((resolve) => (timer = setTimeout(resolve, limitMs)))]);
    clearTimeout(timer);
  } finally {
    await browser.close();
    await server.stop();
    files.close();
  }
  endWithOutcomes(outcomes ?? [{ title: `the web suite in VS Code (${name})`, error: 'It did not end.' }]);
}

exitOnSignals();
try {
  const name = process.argv[2] ?? 'newest';
  if (hosts[name] === undefined) throw new PlainError('Usage: node test/vscode/web.mjs newest|floor');
  await runWeb(name);
} catch (error) {
  endWith(error);
}
