// What a person does in the workbench, for all steps: run a command, wait for something, look at a page with axe.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Runs a command by its title. */
export async function runCommand(page, title) {
  const input = page.locator('.quick-input-widget input').first();
  // A page that has just got the focus may not hand the key on yet.
  await waitUntil(async () => {
    await page.keyboard.press('F1');
    return input.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  });
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Waits until something holds. */
export async function waitUntil(holds) {
  const deadline = Date.now() + 40_000;
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
