// What VS Code calls to run the suite in its extension host. The outcome of each test goes to a file, because what a
// test writes does not reach the terminal from there.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Outcome {
  readonly title: string;
  readonly error?: string;
}

/** Runs every test file beside this one. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: 'min' });
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'));
  for (const name of files.sort()) mocha.addFile(join(__dirname, name));
  const outcomes: Outcome[] = [];
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => outcomes.push({ title: test.fullTitle() }))
      .on('fail', (test, error) =>
        outcomes.push({ title: test.fullTitle(), error: error?.stack ?? String(error) }),
      );
  });
  const folder = process.env.SOAP_NOTES_RESULTS;
  if (folder !== undefined) writeFileSync(join(folder, 'outcomes.json'), JSON.stringify(outcomes));
  if (failures > 0) throw new Error(`${failures} failed`);
}
