// Finds a Chromium to show VS Code in: CHROMIUM, one that is installed, or one that Playwright can fetch.
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findOnPath, isProgram } from '../run/find.mjs';
import { PlainError, root } from '../run/plain.mjs';
import { run } from '../run/process.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium that can be started. */
export async function findChromium() {
  const chosen = process.env.CHROMIUM;
  if (chosen !== undefined && chosen !== '') {
    if (isProgram(chosen)) return chosen;
    throw new PlainError(`CHROMIUM names no program: ${chosen}`);
  }
  const found = findOnPath(...names) ?? [...places, chromium.executablePath()].find(isProgram);
  return found ?? (await fetchChromium());
}

async function fetchChromium() {
  try {
    await run(process.execPath, [
      join(root, 'node_modules', 'playwright-core', 'cli.js'),
      'install',
      'chromium',
    ]);
    if (isProgram(chromium.executablePath())) return chromium.executablePath();
  } catch {
    // Said below: what to do is the same whatever went wrong.
  }
  throw new PlainError(
    'Chromium is missing: install it (Debian: apt-get install chromium), or set CHROMIUM to its path.',
  );
}
