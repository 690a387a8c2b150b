// The completion script for zsh, to be found through $fpath or sourced.
import type { Command, OptionSpec } from '../command';

/** Prints the script. */
export function printZsh(commands: readonly Command[]): string {
  return `${[
    '#compdef soap-notes',
    '# Completion of soap-notes for zsh, printed by `soap-notes completions zsh`.',
    '_soap_notes() {',
    '  local -a commands',
    '  commands=(',
    ...commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`),
    `    ${quote('help:Show the help of a command.')}`,
    '  )',
    '  if (( CURRENT == 2 )); then',
    "    _describe -t commands 'command' commands",
    '    return',
    '  fi',
    '  local command=$words[2]',
    '  shift words',
    '  (( CURRENT-- ))',
    '  case $command in',
    "    help) _describe -t commands 'command' commands ;;",
    ...commands.flatMap(({ name, options }) => [
      `    ${name})`,
      '      _arguments \\',
      ...options.map((option) => `        ${quote(toSpec(option))} \\`),
      "        '(-h --help)'{-h,--help}'[Show help.]' \\",
      "        '*:file:_files'",
      '      ;;',
    ]),
    '  esac',
    '}',
    'if [[ $zsh_eval_context[-1] == loadautofunc ]]; then',
    '  _soap_notes "$@"',
    'else',
    '  compdef _soap_notes soap-notes',
    'fi',
  ].join('\n')}\n`;
}

function toSpec({ name, value, choices, help }: OptionSpec): string {
  const takes =
    value === undefined
      ? ''
      : choices === undefined
        ? `=:${value}:_files`
        : `=:${value}:(${choices.join(' ')})`;
  const [equals, rest] = takes === '' ? ['', ''] : ['=', takes.slice(1)];
  return `--${name}${equals}[${help.replace(/[[\]:\\]/g, '\\$&')}]${rest}`;
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
