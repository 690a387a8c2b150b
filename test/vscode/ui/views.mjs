// The views as a therapist uses them: clients and what is due in the side bar, preview, summary, letter.
import { appears, assertAccessible, pickWith, runCommand, toPattern, waitUntil } from './acts.mjs';

/** True for the frame of a view that is laid out, has taken the place of the one before, and has this heading. */
async function shows(frame, text) {
  try {
    const title = await frame.locator('h1').first().textContent({ timeout: 200 });
    if (!title?.includes(text)) return false;
    const element = await frame.frameElement();
    return (await element.getAttribute('id')) === 'active-frame';
  } catch {
    // It went while one looked.
    return false;
  }
}

/** Steps that begin with an open practice. */
export function listViewSteps({ page, shoot }) {
  const key = (keys) => page.keyboard.press(keys);
  const pane = (title) =>
    page.locator('.pane', { has: page.locator(`.pane-header[aria-label^="${title}"]`) });
  const rowOf = (title, text) => pane(title).locator('.monaco-list-row', { hasText: text }).first();
  const lineWith = (text) =>
    page.locator('.editor-instance .view-line', { hasText: new RegExp(toPattern(text)) }).first();
  /** The document inside the page that is in view. */
  const findFrame = async (text) => {
    let found;
    await waitUntil(async () => {
      for (const frame of page.frames()) if (await shows(frame, text)) found = frame;
      return found !== undefined;
    });
    return found;
  };
  const openNote = (name) => {
    const [client, file] = name.split('/');
    // The row that Enter takes: the list shows files opened before until it has searched.
    return pickWith(page, { keys: 'Control+P', text: name, row: [file, client] });
  };
  const inTheme = async (name, media) => {
    await page.emulateMedia({ forcedColors: 'none', ...media });
    const wanted = { light: 'vs', dark: 'vs-dark', 'high-contrast': 'hc-black' }[name];
    await page.locator(`.monaco-workbench.${wanted}`).waitFor();
  };
  let preview;
  let summary;

  return [
    [
      'sees the clients with what needs care, and what is due',
      async () => {
        await inTheme('dark', { colorScheme: 'dark' });
        await runCommand(page, 'View: Close All Editors');
        // Room for the whole note with its page beside it.
        await page.setViewportSize({ width: 1600, height: 1200 });
        if (await page.locator('.part.panel').isVisible()) await key('Control+J');
        await page.locator('.part.panel').waitFor({ state: 'hidden' });
        await page.locator('.activitybar .action-item a[aria-label^="SOAP Notes"]').click();
        await rowOf('Clients', 'Maria Lopez').waitFor();
        await rowOf('Due', 'Maria Lopez').waitFor();
        // The badge says why when one points at it.
        const why = page.locator('.monaco-hover', { hasText: 'Needs care: Deep vein thrombosis' }).first();
        // What a row needs is asked for once it is in view; who points at it sooner points again.
        await waitUntil(async () => {
          await page.mouse.move(900, 600);
          await rowOf('Clients', 'Maria Lopez').hover();
          return appears(why, 4_000);
        });
        await rowOf('Clients', 'Maria Lopez').click();
        await key('ArrowRight');
        await rowOf('Clients', 'pain 3 → 2').waitFor();
        await shoot('clients');
      },
    ],
    [
      'finds a client by a part of the name',
      async () => {
        await runCommand(page, 'SOAP Notes: Find client');
        await page.getByPlaceholder('Part of the name or id').fill('whitl');
        await page
          .locator('.quick-input-list .monaco-list-row', { hasText: 'Dan Whitlock' })
          .first()
          .waitFor();
        await key('Enter');
        await pane('Clients').locator('.monaco-list-row.focused', { hasText: 'Dan Whitlock' }).waitFor();
      },
    ],
    [
      'opens the preview beside the note',
      async () => {
        await openNote('maria-lopez/2026-11-20');
        await lineWith('## Objective').waitFor();
        await lineWith('## Objective').click();
        await runCommand(page, 'SOAP Notes: Open session preview');
        preview = await findFrame('Session note, 2026-11-20');
        await preview.getByText('Riverbend Massage Therapy').waitFor();
        await preview.getByText('What changed since 2026-11-06').waitFor();
        await shoot('preview');
        await assertAccessible(preview);
      },
    ],
    [
      'sees the page follow the keys; what was opened stays open',
      async () => {
        const table = preview.locator('#part-body details');
        await table.locator('summary').click();
        await lineWith('- Palpation').click();
        await key('End');
        await page.keyboard.type('; TrP R upper trap');
        await key('Escape');
        await preview.locator('#part-note', { hasText: 'TrP R upper trap' }).waitFor();
        await preview.locator('#part-body td', { hasText: 'Trigger point' }).first().waitFor();
        await table.locator('table').waitFor();
        await preview.locator('#part-body').evaluate((part) => part.scrollIntoView());
        await shoot('preview-body-map');
      },
    ],
    [
      'goes from the body map to the note, and writes a place from it',
      async () => {
        await preview
          .locator('svg .pick[data-region="calf"][data-side="left"]')
          .first()
          .click({ force: true });
        await waitUntil(async () =>
          /Ln \d+, Col \d+ \(4 selected\)/.test(await page.locator('.statusbar').innerText()),
        );
        await lineWith('- Home care').click();
        await key('End');
        await page.keyboard.type('; ease the ');
        await key('Escape');
        // By keys alone: the list of regions is the same for who sees no map.
        await preview.locator('#pick-region').selectOption('patella');
        await preview.locator('#pick-side').selectOption('right');
        await preview.locator('#pick-side').focus();
        await key('Tab');
        await key('Enter');
        await lineWith('; ease the R patella').waitFor();
      },
    ],
    [
      'opens the summary of the client',
      async () => {
        await runCommand(page, 'SOAP Notes: Open client summary');
        summary = await findFrame('Summary of Maria Lopez');
        await summary.getByText('20 mg daily').waitFor();
        await assertAccessible(summary);
        await shoot('summary');
      },
    ],
    [
      'reads the summary as a text',
      async () => {
        await runCommand(page, 'SOAP Notes: Read client summary as text');
        await lineWith('# Maria Lopez').waitFor();
        await lineWith('## Conditions').waitFor();
        await shoot('summary-text');
      },
    ],
    [
      'drafts a letter to the physician',
      async () => {
        await rowOf('Clients', 'Maria Lopez').click();
        await openNote('maria-lopez/2026-11-06');
        await lineWith('## Plan').waitFor();
        await runCommand(page, 'SOAP Notes: Draft referral letter');
        await lineWith('Regarding: Maria Lopez, born 1984-03-12').waitFor();
        await shoot('letter');
      },
    ],
    ...['light', 'high-contrast'].map((theme) => [
      `looks at all of it in ${theme}`,
      async () => {
        await inTheme(
          theme,
          theme === 'light' ? { colorScheme: 'light' } : { colorScheme: 'dark', forcedColors: 'active' },
        );
        await runCommand(page, 'View: Close All Editors');
        const discard = page.getByRole('button', { name: "Don't Save" });
        if (await appears(discard, 3_000)) await discard.click();
        await openNote('jonas-keller/2026-10-06');
        await lineWith('## Objective').waitFor();
        await runCommand(page, 'SOAP Notes: Open session preview');
        const frame = await findFrame('Session note, 2026-10-06');
        await frame.locator('#part-body').evaluate((part) => part.scrollIntoView());
        await assertAccessible(frame);
        await shoot(`views-${theme}`);
        await runCommand(page, 'SOAP Notes: Open client summary');
        const client = await findFrame('Summary of Jonas Keller');
        await client.locator('#part-charts').evaluate((part) => part.scrollIntoView());
        await assertAccessible(client);
        await shoot(`summary-${theme}`);
      },
    ]),
  ];
}
