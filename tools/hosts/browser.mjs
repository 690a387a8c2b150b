// Opens a Chromium without a window, in a profile of its own that goes with the scratch folder.
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

/** Starts the browser and returns its context, with one empty page. */
export async function startBrowser({ scratch, viewport = { width: 1280, height: 800 }, ...options }) {
  return chromium.launchPersistentContext(join(scratch, 'chromium'), {
    executablePath: await findChromium(),
    headless: true,
    viewport,
    ...options,
    // Only pages of this computer are shown; containers offer no place for Chromium's own sandbox.
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
}
