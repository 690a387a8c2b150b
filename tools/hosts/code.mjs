#!/usr/bin/env node
// Stands in for VS Code's executable in @vscode/test-electron: takes its command line, runs the test suite in the
// extension host of a browser VS Code, and ends with the suite's outcome. SOAP_NOTES_HOST says which host is used.
import { resolve } from 'node:path';
import { format } from 'node:util';
import { endWith, PlainError } from '../run/plain.mjs';
import { exitOnSignals } from '../run/process.mjs';
import { startBrowser } from './browser.mjs';
import { installHost } from './install.mjs';
import { createScratch, placeExtension, startServer, toPageAddress, toRemoteUri } from './server.mjs';

const limitMs = 300_000;

/** Reads what test-electron passes; other options are for the desktop alone. */
function readArguments(args) {
  const readOptions = (option) =>
    args.filter((arg) => arg.startsWith(`${option}=`)).map((arg) => resolve(arg.slice(option.length + 1)));
  const extensions = readOptions('--extensionDevelopmentPath');
  const [tests] = readOptions('--extensionTestsPath');
  const folder = args.find((arg) => !arg.startsWith('-'));
  if (extensions.length === 0 || tests === undefined || folder === undefined)
    throw new PlainError('A folder, --extensionDevelopmentPath and --extensionTestsPath are needed.');
  return { extensions, tests, folder: resolve(folder) };
}

/** Runs the suite; true if it passed. */
async function runSuite({ extensions: [extension, ...others], tests, folder }) {
  const host = await installHost(process.env.SOAP_NOTES_HOST ?? 'newest', console.error);
  const scratch = createScratch();
  // The page takes one extension in development; what should stand beside it is laid among the installed ones.
  for (const other of others) placeExtension(scratch, other);
  const server = await startServer({ host, scratch, driver: true });
  const browser = await startBrowser({ scratch });
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    const finished = new Promise((settle) => {
      void page.exposeFunction('codeAutomationExit', (code) => settle(code === 0));
    });
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      if (process.env.SHOW_LOG) console.log(`[${type}] ${format(...args)}`);
    });
    page.on('pageerror', (error) => console.error(error.stack));
    const payload = [
      ['extensionDevelopmentPath', toRemoteUri(server, extension)],
      ['extensionTestsPath', toRemoteUri(server, tests)],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ];
    await page.goto(toPageAddress(server, { folder, payload }), { timeout: 120_000, waitUntil: 'commit' });
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(
        () => reject(new PlainError(`The suite did not end within ${limitMs} ms.`)),
        limitMs,
      );
    });
    const passed = await Promise.race([finished, late]);
    clearTimeout(timer);
    return passed;
  } finally {
    await browser.close();
    await server.stop();
  }
}

exitOnSignals();
try {
  process.exit((await runSuite(readArguments(process.argv.slice(2)))) ? 0 : 1);
} catch (error) {
  endWith(error);
}
