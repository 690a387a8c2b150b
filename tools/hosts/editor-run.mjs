// Runs a check in an editor on a copy of the example practice, and reads what it found.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endWithOutcomes } from '../run/outcomes.mjs';
import { root } from '../run/plain.mjs';
import { run } from '../run/process.mjs';
import { createHome, installProgram, readSetUp } from './program.mjs';
import { createScratch } from './server.mjs';

/**
 * Starts an editor with the set-up that docs/editors.md has in `language`, and ends with its outcomes. `toArguments`
 * takes the path of the file with the set-up, which is named `setUp`.
 */
export async function runInEditor({ program, language, setUp, toArguments }) {
  const scratch = createScratch();
  const practice = join(scratch, 'practice');
  cpSync(join(root, 'examples'), practice, { recursive: true });
  const path = join(scratch, setUp);
  writeFileSync(path, readSetUp(language));
  const outcomes = join(scratch, 'outcomes.json');
  const env = {
    // Nothing of a person's own configuration, and nothing left in their folders.
    ...createHome(scratch),
    PATH: installProgram(scratch),
    SOAP_NOTES_NOTE: join(practice, 'clients', 'maria-lopez', '2026-11-20.soap.md'),
    SOAP_NOTES_OUTCOMES: outcomes,
  };
  const output = await run(program, toArguments(path), { env, cwd: practice });
  if (!existsSync(outcomes)) throw new Error(`The editor ended without outcomes.\n${output}`);
  endWithOutcomes(JSON.parse(readFileSync(outcomes, 'utf8')));
}
