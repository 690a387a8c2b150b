// Works with the packaged extension as a therapist would: in the workbench of a browser VS Code, with mouse and keys.
// Pictures go to test-artifacts/screens. `node test/vscode/ui.mjs newest|floor`
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from '../../tools/hosts/browser.mjs';
import { installHost } from '../../tools/hosts/install.mjs';
import {
  createScratch,
  installPackage,
  startServer,
  toPageAddress,
  toRemoteUri,
} from '../../tools/hosts/server.mjs';
import { hosts } from '../../tools/hosts/versions.mjs';
import { endWithOutcomes } from '../../tools/run/outcomes.mjs';
import { endWith, PlainError, root } from '../../tools/run/plain.mjs';
import { exitOnSignals } from '../../tools/run/process.mjs';
import { appears, disappears, pickWith, runCommand, toPattern, waitUntil } from './ui/acts.mjs';
import { listFirstVisitSteps } from './ui/first-visit.mjs';
import { listOwnPracticeSteps } from './ui/own-practice.mjs';
import { listViewSteps } from './ui/views.mjs';

const screens = join(root, 'test-artifacts', 'screens');
const noteName = join('clients', 'maria-lopez', '2026-11-20.soap.md');
const line = 'Deep tissue: L calf';

/** What a person does, one step building on the other. */
function listSteps({ page, practice, shoot }) {
  const key = (keys) => page.keyboard.press(keys);
  const editor = page.locator('.editor-instance .monaco-editor').first();
  const filter = page.getByPlaceholder(/^Filter/);
  const problems = page.locator('.markers-panel .monaco-list-row');
  const squiggles = page.locator('.view-overlays .squiggly-error');
  const language = page.locator('#status\\.editor\\.mode', { hasText: 'SOAP note' });
  const suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
  // In the page, spaces of the text are no-break spaces.
  const lineWith = (text) =>
    page.locator('.editor-instance .view-line', { hasText: new RegExp(toPattern(text)) }).first();

  /** True if an error is marked on this line. */
  const isMarked = async (place) => {
    const box = await place.boundingBox();
    // The line is drawn anew while the editor lays itself out.
    if (box === null) return false;
    const marks = await Promise.all((await squiggles.all()).map((mark) => mark.boundingBox()));
    return marks.some((mark) => mark !== null && mark.y >= box.y && mark.y < box.y + box.height);
  };

  return [
    [
      'opens a note and sees what is wrong marked',
      async () => {
        await editor.waitFor();
        await waitUntil(() => isMarked(lineWith(line)));
        await language.waitFor();
        await shoot('note');
      },
    ],
    [
      'reads in the status bar what was checked',
      async () => {
        await page.locator('.statusbar-item', { hasText: /Checked: \d+ fact/ }).waitFor();
      },
    ],
    [
      'reads the finding in the Problems panel',
      async () => {
        await editor.click();
        await key('Control+Shift+M');
        // The findings of all notes come one after the other; the filter keeps the one looked for in view.
        await filter.fill('thrombosis');
        await problems
          .filter({ hasText: /vein thrombosis/ })
          .first()
          .waitFor();
        await shoot('problems');
        // The focus may have gone to the list meanwhile.
        await waitUntil(async () => {
          await filter.fill('');
          return disappears(page.getByText(/^Showing \d/), 3_000);
        });
        await waitUntil(async () => {
          await key('Control+J');
          return disappears(problems.first(), 3_000);
        });
      },
    ],
    [
      'hovers over the technique and reads why',
      async () => {
        await lineWith(line).locator('span', { hasText: 'Deep' }).last().hover();
        const hover = page
          .locator('.monaco-hover:visible')
          .filter({ hasText: /thrombosis/ })
          .first();
        await hover.waitFor();
        await shoot('hover');
        await key('Escape');
      },
    ],
    [
      'completes a technique',
      async () => {
        await lineWith(line).click();
        await key('End');
        await key('Enter');
        // List markers continue by themselves.
        await page.keyboard.type('Myofas');
        await suggestions
          .filter({ hasText: /myofascial release/i })
          .first()
          .waitFor();
        await shoot('completion');
        await key('Tab');
        await page
          .locator('.editor-instance .view-line', { hasText: /^-.Myofascial.release/i })
          .nth(1)
          .waitFor();
      },
    ],
    [
      'sees a technique that this client should not have struck through',
      async () => {
        // The completion wrote the colon.
        await page.keyboard.type('back');
        await key('Enter');
        await page.keyboard.type('Deep tis');
        await suggestions
          .filter({ has: page.locator('.codicon-symbol-deprecated, .deprecated') })
          .first()
          .waitFor();
        await shoot('completion-contraindicated');
        await key('Escape');
        await key('Control+Shift+K');
      },
    ],
    [
      'answers the finding with a quick fix',
      async () => {
        await lineWith(line).click();
        await key('Home');
        const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Write as avoided' }).first();
        // The line that was deleted a moment ago may still be judged: then there is nothing to offer yet.
        await waitUntil(async () => {
          await key('Control+.');
          if (await appears(fix, 2_000)) return true;
          await key('Escape');
          return false;
        });
        await shoot('quick-fix');
        // By keys: older versions cover the list with a layer that takes clicks.
        await waitUntil(async () => {
          if ((await fix.getAttribute('class'))?.includes('focused')) return true;
          await key('ArrowDown');
          return false;
        });
        await key('Enter');
        await lineWith('Avoided: Deep tissue').waitFor();
      },
    ],
    [
      'saves the note, and the mark is gone',
      async () => {
        await key('Control+S');
        const file = join(practice, noteName);
        await waitUntil(() => readFileSync(file, 'utf8').includes('Avoided: Deep tissue'));
        await waitUntil(async () => !(await isMarked(lineWith('Avoided: Deep tissue'))));
        await shoot('saved');
      },
    ],
    [
      'checks the whole practice',
      async () => {
        await runCommand(page, 'SOAP Notes: Check practice');
        await page.locator('.notification-toast', { hasText: /Checked \d+ files/ }).waitFor();
        await shoot('practice');
      },
    ],
    [
      'begins a note for a client',
      async () => {
        await runCommand(page, 'SOAP Notes: New session note');
        await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Maria Lopez' }).first().click();
        await page.locator('.tabs-container .tab').nth(1).waitFor();
        await lineWith('## Subjective').waitFor();
        await language.waitFor();
        await shoot('new-note');
      },
    ],
    [
      'reads the note in a light theme',
      async () => {
        await page.emulateMedia({ colorScheme: 'light' });
        await pickWith(page, {
          keys: 'Control+P',
          text: 'aisha-karim/2026-11-13',
          row: ['2026-11-13', 'aisha-karim'],
        });
        await squiggles.first().waitFor();
        await shoot('light');
      },
    ],
    [
      'reads which session it is, what is left unsaid, and the note in high contrast',
      async () => {
        await page
          .locator('.codelens-decoration', { hasText: /Session \d+/ })
          .first()
          .waitFor();
        await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
        await page.locator('.monaco-workbench.hc-black').first().waitFor();
        await shoot('high-contrast');
      },
    ],
  ];
}

async function runUi(name) {
  const vsix = join(root, 'dist', 'soap-notes.vsix');
  if (!existsSync(vsix)) throw new PlainError('There is no package yet: npm run package');
  mkdirSync(screens, { recursive: true });
  const scratch = createScratch();
  const practice = join(scratch, 'practice');
  cpSync(join(root, 'examples'), practice, { recursive: true });
  const host = await installHost(name, console.error);
  await installPackage({ host, scratch, vsix });
  const settings = { 'window.autoDetectColorScheme': true };
  const server = await startServer({ host, scratch, settings });
  const browser = await startBrowser({ scratch, colorScheme: 'dark' });
  const outcomes = [];
  const measured = [];
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(20_000);
    let shots = 0;
    const shoot = (what) => {
      shots += 1;
      return page.screenshot({
        path: join(screens, `${name}-${String(shots).padStart(2, '0')}-${what}.png`),
      });
    };
    const start = Date.now();
    const payload = [['openFile', toRemoteUri(server, join(practice, noteName))]];
    await page.goto(toPageAddress(server, { folder: practice, payload }), {
      timeout: 120_000,
      waitUntil: 'commit',
    });
    const person = { page, practice, shoot };
    const visitor = { context: browser, server, scratch, name, screens };
    const steps = [
      ...listSteps(person),
      ...listViewSteps(person),
      ...listFirstVisitSteps(visitor),
      ...listOwnPracticeSteps(visitor),
    ];
    for (const [title, act] of steps) {
      try {
        const said = await act();
        if (typeof said === 'string') measured.push(said);
        outcomes.push({ title });
        if (outcomes.length === 1)
          measured.push(`from the page to the first mark: ${(Date.now() - start) / 1000} s`);
      } catch (error) {
        outcomes.push({ title, error: error.stack ?? String(error) });
        await page.screenshot({ path: join(screens, `${name}-failed-${outcomes.length}.png`) });
        // One step builds on the other.
        break;
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  endWithOutcomes(outcomes, measured);
}

exitOnSignals();
try {
  const name = process.argv[2] ?? 'newest';
  if (hosts[name] === undefined) throw new PlainError('Usage: node test/vscode/ui.mjs newest|floor');
  await runUi(name);
} catch (error) {
  endWith(error);
}
