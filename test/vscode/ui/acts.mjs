// What a person does in the workbench, for all steps: run a command, wait for something, look at a page with axe.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Runs a command by its title. */
export async function runCommand(page, title) {
  await pickWith(page, { keys: 'F1', text: `>${title}`, row: title });
}

/** Opens a list of the workbench by keys, filters it, and takes the row once it is the one that Enter takes. */
export async function pickWith(page, { keys, text, row }) {
  const input = page.locator('.quick-input-widget input').first();
  const words = [row].flat();
  const chosen = words.reduce(
    (rows, hasText) => rows.filter({ hasText }),
    page.locator('.quick-input-list .monaco-list-row.focused'),
  );
  // A page that has just got the focus may not hand the key on yet, and a list may be opened and filtered anew
  // under one's fingers: whoever does not see the row tries again.
  await waitUntil(async () => {
    if (!(await input.isVisible())) await page.keyboard.press(keys);
    if (!(await appears(input, 3_000))) return false;
    // A list that was there before may just be going.
    const filled = await input.fill(text, { timeout: 1_000 }).then(
      () => true,
      () => false,
    );
    if (!filled) return false;
    if (await appears(chosen.first(), 5_000)) return true;
    await page.keyboard.press('Escape');
    return false;
  });
  await input.press('Enter');
}

/** True once a locator is in view, false if it is not within the time. */
export function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

/** True once a locator is out of view, false if it is not within the time. */
export function disappears(locator, timeout) {
  return locator.waitFor({ state: 'hidden', timeout }).then(
    () => true,
    () => false,
  );
}

/** Waits until something holds. */
export async function waitUntil(holds) {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, 'waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A text as a pattern in which any space matches: in the page, spaces of the text are no-break spaces. */
export function toPattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s');
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Asserts that axe finds nothing to object to in a frame; by the debugger, so that the page's policy stays as it is. */
export async function assertAccessible(frame) {
  await frame.evaluate(axe);
  const { violations, passes } = await frame.evaluate(() => window.axe.run(document));
  assert.ok(passes.length > 10, 'axe has looked at the page');
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    [],
  );
}
