// The way of somebody who has never seen it: from an empty window to a note that is written, answered for, signed and
// saved for print, by the keyboard alone. It counts the keys that are no words: the words of the note, and those by
// which a command or a client is looked for, are what one has in mind; every other key is what the editor asks for.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toPageAddress } from '../../../tools/hosts/server.mjs';
import { appears, assertAccessible, toPattern, waitUntil } from './acts.mjs';

/** At most so many keys from beginning to end. */
const mostKeys = 25;

/** Hands that count. */
function createHands(page) {
  const hands = {
    page,
    keys: 0,
    /** Presses keys that are no words; a chord such as Control+. is one. */
    async press(...keys) {
      for (const key of keys) {
        hands.keys += 1;
        await hands.page.keyboard.press(key);
      }
    },
    /** Writes words. */
    write: (words) => hands.page.keyboard.type(words, { delay: 15 }),
  };
  return hands;
}

/** The file of this name below a folder; undefined while it is not there. */
function findFile(folder, ends) {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith(ends),
  );
  return found === undefined ? undefined : join(folder, found);
}

/** One step after the other, in windows of its own. `scratch` is where the server keeps its data. */
export function listFirstVisitSteps({ context, server, scratch, name, screens }) {
  let first;
  let hands;
  const page = () => hands.page;
  const shoot = (what) => page().screenshot({ path: join(screens, `${name}-first-${what}.png`) });
  const input = () => page().locator('.quick-input-widget input').first();
  const chosen = (text) =>
    page().locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).first();
  const lineWith = (text) =>
    page()
      .locator('.editor-instance .view-line', { hasText: new RegExp(toPattern(text)) })
      .first();
  const suggested = (text) =>
    page().locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: text }).first();
  const squiggle = () => page().locator('.view-overlays .squiggly-error').first();
  const status = (text) => page().locator('.statusbar-item', { hasText: text }).first();
  const action = (text) => page().locator('.action-widget .monaco-list-row', { hasText: text });
  /** The line of the cursor, as the status bar says. */
  const place = async () =>
    /Ln (\d+)/.exec(await page().locator('.statusbar-item', { hasText: /Ln \d/ }).first().innerText())?.[1];
  /** Goes on to the next blank, and looks that the cursor is there. */
  const goOn = async () => {
    const before = await place();
    await hands.press('Alt+Enter');
    await waitUntil(async () => (await place()) !== before);
  };
  /** Goes on to the next blank, which is this one, and writes. */
  const fill = async (label, words) => {
    await goOn();
    await hands.write(words);
    await lineWith(`${label}: ${words}`).waitFor();
  };
  const note = () =>
    findFile(scratch, join('example-practice', 'clients', 'maria-lopez', `${today()}.soap.md`));

  const printed = () =>
    findFile(scratch, join('example-practice', 'clients', 'maria-lopez', `${today()}.html`));

  /** Looks for a row in the list that is open, and takes it. */
  const take = async (words, row) => {
    await waitUntil(async () => {
      if (!(await input().isVisible())) return false;
      await input().fill(words);
      if (await appears(chosen(row), 5_000)) return true;
      // What was not there yet when the list was made comes into it when it is asked anew.
      await input().fill(words.slice(0, 1));
      return false;
    });
    await hands.press('Enter');
  };
  const run = async (words, title) => {
    await hands.press('F1');
    await waitUntil(async () => (await input().isVisible()) && (await input().inputValue()).startsWith('>'));
    await take(`>${words}`, title);
    await waitUntil(
      async () => !(await input().isVisible()) || !(await input().inputValue()).startsWith('>'),
    );
  };
  /** Writes until the list offers a word, and takes it. */
  const complete = async (words, row) => {
    await hands.write(words);
    await suggested(row).waitFor();
    await hands.press('Tab');
  };

  return [
    [
      'first visit: an empty window, and the example practice by one command',
      async () => {
        const address = new URL(toPageAddress(server));
        address.searchParams.set('ew', 'true');
        first = await context.newPage();
        hands = createHands(first);
        await first.goto(address.href);
        await first.locator('.monaco-workbench').waitFor();
        await waitUntil(async () => {
          // Keys go to what has the focus; a page that was just opened may have none.
          await first.locator('.part.editor').click();
          await first.keyboard.press('F1');
          const isOpen = await appears(input(), 3_000);
          if (isOpen) await first.keyboard.press('Escape');
          return isOpen;
        });
        const before = new Set(context.pages());
        await run('open example', 'SOAP Notes: Open example practice');
        await waitUntil(() => context.pages().some((one) => !before.has(one)));
        hands.page = context.pages().find((one) => !before.has(one));
        hands.page.setDefaultTimeout(60_000);
        await page()
          .locator('.explorer-folders-view .monaco-list-row', { hasText: 'clients' })
          .first()
          .waitFor();
      },
    ],
    [
      'first visit: a note for today',
      async () => {
        await run('new session', 'SOAP Notes: New session note');
        await page().getByPlaceholder('For which client?').waitFor();
        await take('maria', 'Maria Lopez');
        await lineWith('## Subjective').waitFor();
        await status('Checked').waitFor();
        await shoot('1-new-note');
      },
    ],
    [
      'first visit: the note is written, from blank to blank',
      async () => {
        await hands.write('4/10');
        await fill('Health update', 'no fever, sleeps better');
        await fill('Palpation', 'HT L QL');
        await fill('ROM', 'lumbar flexion 50/60°');
        await fill('Posture', 'level');
        await fill('Vitals', 'T 36.7 °C');
        await goOn();
        await complete('Deep ti', 'Deep tissue massage');
        await hands.write('L calf, 10 min');
        await squiggle().waitFor();
        await shoot('2-warning');
      },
    ],
    [
      'first visit: the warning is met and answered',
      async () => {
        // The finding before the cursor: the one that was just written.
        await hands.press('Shift+F8');
        await page()
          .locator('.zone-widget', { hasText: /Deep tissue massage, left calf|Do not treat/ })
          .first()
          .waitFor();
        await shoot('3-why');
        await waitUntil(async () => {
          await page().keyboard.press('Control+.');
          if (await appears(action('Write as avoided').first(), 3_000)) return true;
          await page().keyboard.press('Escape');
          return false;
        });
        // However often a slow machine needs it, a person presses it once.
        hands.keys += 1;
        await shoot('4-answers');
        await waitUntil(async () => {
          if ((await action('Write as avoided').first().getAttribute('class'))?.includes('focused'))
            return true;
          await hands.press('ArrowDown');
          return false;
        });
        await hands.press('Enter');
        await lineWith('Avoided: Deep tissue massage').waitFor();
        await hands.press('Escape');
        await squiggle().waitFor({ state: 'detached' });
        await squiggle().waitFor({ state: 'detached' });
        await fill('Response', 'pain 4/10 → 2/10');
        await goOn();
        await hands.write('less guarding in L QL');
        await shoot('5-written');
      },
    ],
    [
      'first visit: the note is signed',
      async () => {
        await run('sign note', 'SOAP Notes: Sign note');
        await page().getByText('Who signs?').waitFor();
        await hands.press('Enter');
        await waitUntil(() => readFileSync(note(), 'utf8').includes('\nsigned: {'));
        await shoot('6-signed');
      },
    ],
    [
      'first visit: the page is saved for print',
      async () => {
        await run('save page', 'SOAP Notes: Save page for print');
        await page().locator('.quick-input-widget', { hasText: 'Where should the page be saved' }).waitFor();
        await hands.press('Enter');
        await waitUntil(() => printed() !== undefined);
        await page()
          .locator('.notification-toast', { hasText: 'Delete the file when it is no longer needed' })
          .waitFor();
        await shoot('7-saved');
        const html = readFileSync(printed(), 'utf8');
        assert.match(html, /less guarding in L QL/);
        const paper = await context.newPage();
        await paper.setViewportSize({ width: 320, height: 640 });
        await paper.goto(pathToFileURL(printed()).href);
        await paper.locator('#part-body details[open] table').waitFor();
        const widest = await paper.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(widest <= 320, `a page for 320 points is ${widest} wide`);
        await assertAccessible(paper.mainFrame());
        await paper.screenshot({ path: join(screens, `${name}-first-8-narrow.png`), fullPage: true });
        // Each window has an extension host and a server of its own.
        for (const one of [paper, page(), first]) await one.close();
        assert.ok(hands.keys <= mostKeys, `${hands.keys} keys beside the words`);
        return `first visit: ${hands.keys} keys beside the words`;
      },
    ],
  ];
}

const today = () => {
  const now = new Date();
  const two = (value) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
