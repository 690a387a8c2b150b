// Runs the set-up for Helix of docs/editors.md in Helix itself, in a terminal of its own: keys go in, and what they did
// stands in the files that it saves.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHome, installProgram, needProgram, readSetUp } from '../../tools/hosts/program.mjs';
import { createScratch } from '../../tools/hosts/server.mjs';
import { endWithOutcomes } from '../../tools/run/outcomes.mjs';
import { endWith, root } from '../../tools/run/plain.mjs';
import { exitOnSignals, run } from '../../tools/run/process.mjs';

const limitMs = 120_000;
const [leave, enter, tab] = ['\u001b', '\r', '\t'];
const outcomes = [];
const check = async (title, body) => {
  try {
    await body();
    outcomes.push({ title });
  } catch (error) {
    outcomes.push({ title, error: error.stack });
  }
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A program in a terminal. `press` takes keys and pauses in milliseconds; `ended` gives the exit code. */
function openTerminal(command, options) {
  const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const words = ['-qfec', `stty cols 120 rows 40; exec ${quoted}`, '/dev/null'];
  const child = spawn(needProgram('script', 'bsdutils'), words, {
    ...options,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  process.once('exit', () => child.kill());
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const press = async (...acts) => {
    for (const act of acts) {
      if (typeof act === 'number') await pause(act);
      else child.stdin.write(act);
      // An escape that comes together with a letter would be read as one key.
      await pause(act === leave ? 300 : 80);
    }
  };
  return { press, ended };
}

/** Does something again and again until it holds. */
async function until(holds, act, what) {
  const deadline = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await act();
  }
}

exitOnSignals();
try {
  const helix = needProgram('hx', 'hx, from Debian 13 on');
  const scratch = createScratch();
  const practice = join(scratch, 'practice');
  cpSync(join(root, 'examples'), practice, { recursive: true });
  const home = createHome(scratch);
  const settings = join(home.XDG_CONFIG_HOME, 'helix');
  mkdirSync(settings);
  writeFileSync(join(settings, 'languages.toml'), readSetUp('toml'));
  const env = { ...process.env, ...home, PATH: installProgram(scratch), TERM: 'xterm-256color' };
  const note = join(practice, 'clients', 'maria-lopez', '2026-11-20.soap.md');
  const read = () => {
    try {
      return readFileSync(note, 'utf8');
    } catch {
      // Helix moves the old file away before it writes the new one.
      return '';
    }
  };

  await check('Helix knows the language, and finds the server', async () => {
    const health = await run(helix, ['--health', 'soap-note'], { env });
    if (!/language servers:\s+(?:\S*✓\S* )?soap-notes/i.test(health) || /not found in \$PATH/.test(health))
      throw new Error(health);
  });

  const { press, ended } = openTerminal([helix, note], { cwd: practice, env });
  const line =
    read()
      .split('\n')
      .findIndex((one) => one.includes('Deep tissue: L calf')) + 1;

  await check('deep tissue on a calf with a clot is marked, and the answer to it is taken', async () => {
    const before = read();
    await until(
      () => {
        const now = read().split('\n')[line - 1];
        return now !== undefined && !now.startsWith('- Deep tissue: L calf');
      },
      // From the line before, the next finding is the one in question.
      () =>
        press(
          leave,
          leave,
          `:${line - 1}`,
          enter,
          'gl',
          ']d',
          300,
          ' a',
          1_000,
          enter,
          300,
          ':w',
          enter,
          500,
        ),
      'the line to change',
    );
    if (read() === before) throw new Error('nothing was written');
  });

  await check('techniques are completed', async () => {
    // Helix ranks by itself the names that have the letters in them.
    const isCompleted = () =>
      /^- (?:Direct m|Indirect m|M)yofascial release: $/m.test(read().split('\n').slice(line).join('\n'));
    await until(
      isCompleted,
      async () => {
        await press(
          leave,
          leave,
          ':reload!',
          enter,
          `:${line}`,
          enter,
          'o',
          ...'- Myof',
          1_500,
          tab,
          700,
          enter,
        );
        await press(leave, ':w', enter, 500);
      },
      'the name of the technique',
    );
  });

  await check('Helix ends, and the server with it', async () => {
    await press(leave, leave, ':q!', enter);
    const code = await Promise.race([ended, pause(limitMs).then(() => 'late')]);
    if (code !== 0) throw new Error(`exit code ${code}`);
  });
  endWithOutcomes(outcomes);
} catch (error) {
  endWith(error);
}
