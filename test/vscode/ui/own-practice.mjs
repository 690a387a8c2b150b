// A practice of one's own from its first file on: laid out, a client added, a note signed though something is missing,
// the signature looked at and broken and mended, an addendum, a pasted note, privacy, and a server that starts anew.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPageAddress } from '../../../tools/hosts/server.mjs';
import { appears, assertAccessible, pickWith, runCommand, toPattern, waitUntil } from './acts.mjs';

const pasted = `Patient Name: Ana Rios
Date of Visit: 11/20/2026

SUBJECTIVE:
Neck pain 5/10, no headache.

OBJECTIVE:
HT bilat UT.

ASSESSMENT:
Muscle tension.

PLAN:
Weekly for 3 weeks.
`;

/** One step after the other, in a window of its own that begins with an empty folder. */
export function listOwnPracticeSteps({ context, server, scratch, name, screens }) {
  const folder = join(scratch, 'own-practice');
  const record = join(folder, 'clients', 'ana-rios', 'client.yaml');
  let page;
  const key = (keys) => page.keyboard.press(keys);
  const shoot = (what) => page.screenshot({ path: join(screens, `${name}-own-${what}.png`) });
  const input = () => page.locator('.quick-input-widget input').first();
  const lineWith = (text) =>
    page.locator('.editor-instance .view-line', { hasText: new RegExp(toPattern(text)) }).first();
  const dialog = (text) => page.locator('.monaco-dialog-box', { hasText: text });
  const errors = () => page.locator('.view-overlays .squiggly-error').first();
  const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  const note = () => join(folder, 'clients', 'ana-rios', `${today()}.soap.md`);

  /** Writes into the box of a question, once it is there, and goes on. */
  const answer = async (title, words) => {
    await page.locator('.quick-input-widget', { hasText: title }).waitFor();
    await waitUntil(async () => {
      await input().fill(words);
      return (await input().inputValue()) === words;
    });
    await input().press('Enter');
  };
  /** Takes a row of a question's list. */
  const choose = async (placeholder, row) => {
    const box = page.getByPlaceholder(placeholder);
    await box.waitFor();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().click();
    await box.waitFor({ state: 'hidden' });
  };
  const frameWith = async (text) => {
    let found;
    await waitUntil(async () => {
      for (const frame of page.frames()) {
        const heading = frame.locator('h1', { hasText: text });
        if (await heading.isVisible().catch(() => false)) found = frame;
      }
      return found !== undefined;
    });
    return found;
  };
  const open = (file) => pickWith(page, { keys: 'Control+P', text: file, row: file.split('/').at(-1) });
  /** Shows the window in a theme, and waits until it is there. */
  const inTheme = async (media, workbench) => {
    await page.emulateMedia(media);
    await page.locator(`.monaco-workbench.${workbench}`).first().waitFor();
  };
  const runUntil = async (title, isDone) => {
    await waitUntil(async () => {
      await runCommand(page, title);
      return appears(isDone(), 10_000);
    });
  };

  return [
    [
      'own practice: laid out in an empty folder by four answers',
      async () => {
        mkdirSync(folder, { recursive: true });
        page = await context.newPage();
        page.setDefaultTimeout(60_000);
        await page.goto(toPageAddress(server, { folder }), { timeout: 120_000, waitUntil: 'commit' });
        await page.locator('.monaco-workbench').waitFor();
        // Keys go to what has the focus; a page that was just opened may have none.
        await page.locator('.part.editor').click();
        await inTheme({ colorScheme: 'dark', forcedColors: 'none' }, 'vs-dark');
        await runUntil('SOAP Notes: New practice', () =>
          page.getByPlaceholder('Where will the notes be kept?'),
        );
        await choose('Where will the notes be kept?', 'This folder');
        await answer('New practice (2 of 4)', 'Harbour Massage');
        await choose('What must a note hold where you work?', 'wa-us');
        await choose('How are the folders of clients called?', 'Folders are called after clients');
        await waitUntil(() => read(join(folder, 'practice.yaml')).includes('profile: wa-us'));
        await waitUntil(
          () => existsSync(join(folder, 'README.md')) && existsSync(join(folder, '.gitattributes')),
        );
        await shoot('1-laid-out');
      },
    ],
    [
      'own practice: a client is added',
      async () => {
        await runUntil('SOAP Notes: New client', () =>
          page.locator('.quick-input-widget', { hasText: 'New client (1 of 2)' }),
        );
        await answer('New client (1 of 2)', 'Ana Rios');
        await answer('New client (2 of 2)', 'ana-rios');
        await waitUntil(() => read(record).includes('name: Ana Rios'));
        await lineWith('id: ana-rios').waitFor();
        await shoot('2-client');
      },
    ],
    [
      'own practice: signing says what the note lacks, and takes no for an answer',
      async () => {
        await runUntil('SOAP Notes: New session note', () => page.getByPlaceholder('For which client?'));
        await choose('For which client?', 'Ana Rios');
        await lineWith('client: ana-rios').waitFor();
        await page.locator('.statusbar-item', { hasText: /Checked: \d+ fact/ }).waitFor();
        await page.keyboard.press('Control+End');
        await page.keyboard.type('ice at home');
        await key('Escape');
        await runUntil('SOAP Notes: Sign note', () =>
          page.locator('.quick-input-widget', { hasText: 'Who signs?' }),
        );
        await answer('Who signs?', 'a.rivera');
        await dialog('not ready to be signed').waitFor();
        await shoot('3-incomplete');
        // Enter takes the button that does nothing.
        await key('Enter');
        await dialog('not ready to be signed').waitFor({ state: 'hidden' });
        await key('Control+S');
        await waitUntil(() => read(note()).includes('ice at home'));
        if (/^signed:/m.test(read(note()))) throw new Error('signed against the answer');
      },
    ],
    [
      'own practice: signed as it stands, and shown so in dark and in high contrast',
      async () => {
        await runUntil('SOAP Notes: Sign note', () =>
          page.locator('.quick-input-widget', { hasText: 'Who signs?' }),
        );
        await answer('Who signs?', 'a.rivera');
        await dialog('not ready to be signed').waitFor();
        await page.getByRole('button', { name: 'Sign as it stands' }).click();
        await waitUntil(() => /^signed: \{ by: a\.rivera/m.test(read(note())));
        await runCommand(page, 'SOAP Notes: Open session preview');
        const preview = await frameWith('Session note');
        await preview.getByText('Signed by a.rivera').waitFor();
        await assertAccessible(preview);
        await shoot('4-signed-dark');
        await inTheme({ colorScheme: 'dark', forcedColors: 'active' }, 'hc-black');
        await preview.getByText('Signed by a.rivera').waitFor();
        await assertAccessible(preview);
        await shoot('5-signed-high-contrast');
        await inTheme({ colorScheme: 'dark', forcedColors: 'none' }, 'vs-dark');
      },
    ],
    [
      'own practice: a word changed in what is signed is an error, and no longer when it is put back',
      async () => {
        await lineWith('ice at home').click();
        await key('End');
        await page.keyboard.type('X');
        await errors().waitFor();
        const preview = await frameWith('Session note');
        await preview.getByText('This note was changed after it was signed.', { exact: true }).waitFor();
        await shoot('6-changed');
        await key('Escape');
        await key('Backspace');
        await errors().waitFor({ state: 'detached' });
        await preview
          .getByText('This note was changed after it was signed.', { exact: true })
          .waitFor({ state: 'detached' });
      },
    ],
    [
      'own practice: an addendum, signed too',
      async () => {
        await runCommand(page, 'SOAP Notes: Add addendum');
        await lineWith('## Addendum').waitFor();
        await page.keyboard.type('client called');
        await key('Escape');
        await page.keyboard.press('Control+End');
        await page.keyboard.type('Slept well after it.');
        await key('Escape');
        await runUntil('SOAP Notes: Sign addendum', () =>
          page.locator('.quick-input-widget', { hasText: 'Who signs?' }),
        );
        await answer('Who signs?', 'a.rivera');
        await waitUntil(() => /## Addendum.*Slept well after it\..*Signed: a\.rivera/s.test(read(note())));
        const preview = await frameWith('Session note');
        await preview.getByText('Addendum signed by a.rivera').waitFor();
        await shoot('7-addendum');
      },
    ],
    [
      'own practice: a pasted note becomes a session note without losing a word',
      async () => {
        writeFileSync(join(folder, 'pasted.md'), pasted);
        await open('pasted.md');
        await lineWith('Patient Name: Ana Rios').waitFor();
        await lineWith('Patient Name: Ana Rios').click();
        await runCommand(page, 'SOAP Notes: Convert to SOAP note');
        await lineWith('## Subjective').waitFor();
        await page.locator('#status\\.editor\\.mode', { hasText: 'SOAP note' }).waitFor();
        await shoot('8-converted');
        await key('Control+S');
        await waitUntil(() => read(join(folder, 'pasted.md')).includes('Neck pain 5/10, no headache.'));
      },
    ],
    [
      'own practice: privacy is looked at, and the server starts anew',
      async () => {
        await runCommand(page, 'SOAP Notes: Privacy check');
        await lineWith('# Privacy check').waitFor();
        await inTheme({ colorScheme: 'light', forcedColors: 'active' }, 'hc-light');
        await shoot('9-privacy');
        await open(`${today()}.soap.md`);
        await page
          .locator('.tab.active', { hasText: `${today()}.soap.md` })
          .first()
          .waitFor();
        await runCommand(page, 'SOAP Notes: Restart server');
        await page.locator('.statusbar-item', { hasText: /Checked: \d+ fact/ }).waitFor();
        await page.close();
      },
    ],
  ];
}

const today = () => {
  const now = new Date();
  const two = (value) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
