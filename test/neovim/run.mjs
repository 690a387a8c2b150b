// Runs check.lua in Neovim without a window, on a copy of the example practice.
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNeovim } from '../../tools/hosts/neovim.mjs';
import { createScratch } from '../../tools/hosts/server.mjs';
import { endWithOutcomes } from '../../tools/run/outcomes.mjs';
import { endWith, root } from '../../tools/run/plain.mjs';
import { exitOnSignals, run } from '../../tools/run/process.mjs';

exitOnSignals();
try {
  const scratch = createScratch();
  const practice = join(scratch, 'practice');
  cpSync(join(root, 'examples'), practice, { recursive: true });
  const outcomesFile = join(scratch, 'outcomes.json');
  // Nothing of a person's own configuration, and nothing left in their folders.
  const own = Object.fromEntries(
    ['HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR'].map(
      (name) => [name, join(scratch, name.toLowerCase())],
    ),
  );
  for (const folder of Object.values(own)) mkdirSync(folder);
  const output = await run(
    findNeovim(),
    [
      '--headless',
      '-n',
      '-u',
      'NONE',
      '-i',
      'NONE',
      '-c',
      `luafile ${join(root, 'test/neovim/check.lua')}`,
      '-c',
      'cquit',
    ],
    {
      env: {
        ...own,
        SOAP_NOTES_NODE: process.execPath,
        SOAP_NOTES_SERVER: join(root, 'dist', 'server.cjs'),
        SOAP_NOTES_PRACTICE: practice,
        SOAP_NOTES_NOTE: join(practice, 'clients', 'maria-lopez', '2026-11-20.soap.md'),
        SOAP_NOTES_OUTCOMES: outcomesFile,
      },
    },
  );
  if (!existsSync(outcomesFile)) throw new Error(`Neovim ended without outcomes.\n${output}`);
  endWithOutcomes(JSON.parse(readFileSync(outcomesFile, 'utf8')));
} catch (error) {
  endWith(error);
}
