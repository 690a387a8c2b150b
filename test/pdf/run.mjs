// PDF as an installed browser prints it: a note, the sessions of a range of days, and a client of the example practice.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** Stops an export while its browser hangs: the page that it prints must not stay behind. */
async function stopInTheMiddle(scratch) {
  const title = 'a run that is stopped leaves no page behind';
  const [bin, temporary] = ['hanging', 'temporary'].map((name) => join(scratch, name));
  for (const folder of [bin, temporary]) mkdirSync(folder);
  writeFileSync(join(bin, 'chromium'), '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });
  const out = join(scratch, 'stopped.pdf');
  const cli = join(root, 'dist', 'cli.cjs');
  const child = spawn(
    process.execPath,
    [cli, 'export', '--format', 'pdf', '--client', 'maria-lopez', '--out', out],
    {
      cwd: join(root, 'examples'),
      env: { ...process.env, TMPDIR: temporary, PATH: `${bin}${delimiter}${process.env.PATH}` },
      stdio: 'ignore',
    },
  );
  const ended = once(child, 'exit');
  const isThere = () =>
    readdirSync(temporary, { recursive: true }).some((path) => path.endsWith('page.html'));
  while (child.exitCode === null && !isThere()) await sleep(50);
  child.kill('SIGTERM');
  const [code] = await ended;
  const left = [...readdirSync(temporary), ...(existsSync(out) ? ['the PDF'] : [])];
  if (code === 143 && left.length === 0) return { title };
  return { title, error: `exit code ${code}, left: ${left.join(', ') || 'nothing'}` };
}

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
  outcomes.push(await stopInTheMiddle(scratch));
  endWithOutcomes(outcomes, measured);
} catch (error) {
  endWith(error);
}
