// Prints pages to PDF through a Chromium, Chrome or Edge that is installed: no program of that size belongs in ours.
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { toFileUri } from './files';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser to print with: the first on the search path, else where installers put it; undefined if there is none. */
export function findBrowser(searchPath: string | undefined): string | undefined {
  const folders = (searchPath ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const onPath = names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))),
  );
  return [...onPath, ...places].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The browser did not print. The message quotes nothing of the page. */
export class PrintError extends Error {
  override readonly name = 'PrintError';
}

/** How long one document may take. */
const longest = 120_000;

// The page needs nothing from outside, and the browser is kept from asking for anything on its own.
const quiet = [
  '--headless',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
];

/** Prints an HTML document. The page lies in a private temporary folder meanwhile. Throws a `PrintError`. */
export async function printToPdf(browser: string, html: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'soap-notes-print-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const release = onSignals(remove);
  try {
    const page = join(folder, 'page.html');
    const pdf = join(folder, 'page.pdf');
    writeFileSync(page, html, { mode: 0o600 });
    const args = [
      ...quiet,
      // Chromium has no sandbox for root, as in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${pdf}`,
      toFileUri(page),
    ];
    await runQuietly(browser, args);
    const bytes = readIfThere(pdf);
    if (bytes === undefined || bytes.toString('latin1', 0, 5) !== '%PDF-')
      throw new PrintError('The browser ended without a PDF.');
    return bytes;
  } finally {
    release();
    remove();
  }
}

/** Tidies up before a signal ends the process: a note must not stay behind. Returns what takes that back. */
function onSignals(tidy: () => void): () => void {
  const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
  const listeners = Object.entries(signals).map(([signal, code]) => {
    const end = (): void => {
      for (const child of running) child.kill('SIGKILL');
      tidy();
      process.exit(code);
    };
    process.on(signal, end);
    return () => process.off(signal, end);
  });
  return () => {
    for (const off of listeners) off();
  };
}

const running = new Set<ChildProcess>();

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function runQuietly(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: longest, killSignal: 'SIGKILL' });
    running.add(child);
    child.on('error', () => reject(new PrintError('The browser could not be started.')));
    child.on('exit', (code, signal) => {
      running.delete(child);
      if (signal === 'SIGKILL') reject(new PrintError('The browser took more than two minutes.'));
      else if (code === 0) resolve();
      else reject(new PrintError('The browser ended with an error.'));
    });
  });
}
