// PDF as an installed browser prints it: a note, the sessions of a range of days, and a client of the example practice.
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from '../../tools/hosts/chromium.mjs';
import { installProgram } from '../../tools/hosts/program.mjs';
import { createScratch } from '../../tools/hosts/server.mjs';
import { endWithOutcomes } from '../../tools/run/outcomes.mjs';
import { endWith, root } from '../../tools/run/plain.mjs';
import { exitOnSignals, run } from '../../tools/run/process.mjs';

/** What is printed, and the fewest sheets that it can be on: every page begins on a new one. */
const cases = [
  { name: 'a note', args: ['clients/maria-lopez/2026-11-20.soap.md'], sheets: 1 },
  { name: 'a range of days', args: ['--client', 'maria-lopez', '--since', '2026-11-01'], sheets: 2 },
  { name: 'a client', args: ['--client', 'maria-lopez'], sheets: 7 },
];

exitOnSignals();
try {
  const chromium = await findChromium();
  const scratch = createScratch();
  // The browser under a name by which it is looked for, before all others.
  const browsers = join(scratch, 'browsers');
  mkdirSync(browsers);
  symlinkSync(chromium, join(browsers, 'chromium'));
  const PATH = `${browsers}${delimiter}${installProgram(scratch)}`;
  const outcomes = [];
  const measured = [];
  for (const { name, args, sheets } of cases) {
    const out = join(scratch, `${name.replaceAll(' ', '-')}.pdf`);
    try {
      const command = ['export', '--format', 'pdf', '--today', '2026-11-23', '--out', out, ...args];
      await run(join(scratch, 'bin', 'soap-notes'), command, {
        cwd: join(root, 'examples'),
        env: { PATH, HOME: scratch },
      });
      const pdf = readFileSync(out, 'latin1');
      const printed = [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
      measured.push(`${name}: ${printed} sheets, ${Math.round(pdf.length / 1024)} kB`);
      if (!pdf.startsWith('%PDF-')) throw new Error('This is no PDF.');
      if (printed < sheets) throw new Error(`${printed} sheets, at least ${sheets} were to be.`);
      if (!/\/Font\b/.test(pdf)) throw new Error('There are no words on it.');
      outcomes.push({ title: name });
    } catch (error) {
      outcomes.push({ title: name, error: error.message });
    }
  }
  endWithOutcomes(outcomes, measured);
} catch (error) {
  endWith(error);
}
