// Completions as the shells themselves give them: bash, fish and zsh with the scripts that the command line prints.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHome, installProgram, needProgram } from '../../tools/hosts/program.mjs';
import { createScratch } from '../../tools/hosts/server.mjs';
import { endWithOutcomes } from '../../tools/run/outcomes.mjs';
import { endWith, root } from '../../tools/run/plain.mjs';
import { exitOnSignals, run } from '../../tools/run/process.mjs';

/** What is typed, what must be offered, and what must not. */
const cases = [
  { typed: 'soap-notes che', offered: ['check'], not: ['convert'] },
  { typed: 'soap-notes check --fo', offered: ['--format'], not: ['--level'] },
  { typed: 'soap-notes check --level ', offered: ['warning', 'hint'], not: ['client.yaml'] },
  { typed: 'soap-notes sign --', offered: ['--addendum', '--by', '--help'], not: ['--fail-on'] },
  { typed: 'soap-notes explain ', offered: ['client.yaml'], not: ['--format'] },
];

exitOnSignals();
try {
  const programs = { bash: needProgram('bash'), fish: needProgram('fish'), zsh: needProgram('zsh') };
  const scratch = createScratch();
  const PATH = installProgram(scratch);
  const own = createHome(scratch);
  const home = own.HOME;
  writeFileSync(join(home, 'client.yaml'), 'id: bo\n');
  const env = {
    PATH,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    TERM: 'xterm',
    LC_ALL: 'C.UTF-8',
  };
  const script = async (shell) => {
    const path = join(scratch, shell === 'zsh' ? '_soap-notes' : `soap-notes.${shell}`);
    const text = await run(process.execPath, [join(root, 'dist', 'cli.cjs'), 'completions', shell]);
    writeFileSync(path, text);
    return path;
  };
  const paths = { bash: await script('bash'), fish: await script('fish'), zsh: await script('zsh') };
  const ask = {
    bash: (typed) => {
      const words = typed.split(' ').map((word) => `'${word}'`);
      const line = `source '${paths.bash}'; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _soap_notes; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return run(programs.bash, ['--norc', '-c', line], { cwd: home, env });
    },
    fish: (typed) =>
      run(programs.fish, ['--no-config', '-c', `source '${paths.fish}'; complete -C '${typed}'`], {
        cwd: home,
        env,
      }),
    zsh: (typed) =>
      run(programs.zsh, ['-f', join(root, 'test/shells/zsh.zsh'), scratch, typed], { cwd: home, env }),
  };
  const outcomes = [];
  for (const shell of Object.keys(ask))
    for (const { typed, offered, not } of cases) {
      const answer = await ask[shell](typed);
      // zsh shows the line that was typed, too.
      const shown = answer.replaceAll(typed.trim(), '');
      const lines = [
        ...offered.filter((word) => !answer.includes(word)).map((word) => `does not offer ${word}`),
        ...not.filter((word) => shown.includes(word)).map((word) => `offers ${word}`),
      ];
      const title = `${shell}: ${typed}`;
      outcomes.push(lines.length === 0 ? { title } : { title, error: `${lines.join('\n')}\n${answer}` });
    }
  endWithOutcomes(outcomes);
} catch (error) {
  endWith(error);
}
