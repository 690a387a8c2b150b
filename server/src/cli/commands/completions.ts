// `soap-notes completions`: prints a script by which a shell completes commands, options and their values.
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import { printBash } from '../completions/bash';
import { printFish } from '../completions/fish';
import { printZsh } from '../completions/zsh';
import type { CliIo } from '../console';

const shells = { bash: printBash, fish: printFish, zsh: printZsh } as const;

/** Makes the command from the list that it completes, itself included: the list holds it. */
export const createCompletions = (listCommands: () => readonly Command[]): Command => ({
  name: 'completions',
  operands: '<bash|fish|zsh>',
  maximumOperands: 1,
  summary: 'Print a script by which a shell completes soap-notes.',
  details: [
    'Save what it prints where your shell looks for completions, and open a new terminal:',
    '  bash   ~/.local/share/bash-completion/completions/soap-notes',
    '  fish   ~/.config/fish/completions/soap-notes.fish',
    '  zsh    a file _soap-notes in a folder of $fpath, before compinit',
  ],
  options: [],
  examples: [
    'soap-notes completions bash > ~/.local/share/bash-completion/completions/soap-notes',
    'soap-notes completions fish > ~/.config/fish/completions/soap-notes.fish',
    'soap-notes completions zsh > ~/.zfunc/_soap-notes',
  ],
  run: (args, io) => runCompletions(args, io, listCommands()),
});

function runCompletions(args: Arguments, io: CliIo, commands: readonly Command[]): ExitCode {
  const [asked = ''] = args.positionals;
  const print = Object.entries(shells).find(([name]) => name === asked)?.[1];
  if (print === undefined)
    throw new UsageError(
      `Name a shell, one of ${Object.keys(shells).join(', ')}: soap-notes completions bash.`,
    );
  io.stdout.write(print(commands));
  return exitCodes.clean;
}
