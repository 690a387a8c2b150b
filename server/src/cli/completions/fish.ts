// The completion script for fish.
import type { Command, OptionSpec } from '../command';

/** Prints the script. */
export function printFish(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `${[
    '# Completion of soap-notes for fish, printed by `soap-notes completions fish`.',
    ...commands.map(
      ({ name, summary }) =>
        `complete -c soap-notes -f -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
    ),
    `complete -c soap-notes -f -n __fish_use_subcommand -a help -d ${quote('Show the help of a command.')}`,
    `complete -c soap-notes -f -n '__fish_seen_subcommand_from help' -a ${quote(names)}`,
    "complete -c soap-notes -f -n __fish_use_subcommand -s V -l version -d 'Show the version.'",
    "complete -c soap-notes -f -s h -l help -d 'Show help.'",
    ...commands.flatMap(({ name, options }) => options.map((option) => toLine(name, option))),
  ].join('\n')}\n`;
}

function toLine(command: string, { name, value, choices, help }: OptionSpec): string {
  // -x: a value and no files; -r: a value, which may be a file.
  const takes =
    value === undefined ? '' : choices === undefined ? ' -r' : ` -x -a ${quote(choices.join(' '))}`;
  return `complete -c soap-notes -n '__fish_seen_subcommand_from ${command}' -l ${name}${takes} -d ${quote(help)}`;
}

const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
