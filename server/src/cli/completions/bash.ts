// The completion script for bash, without help of any package: it runs on the bash of macOS too.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are variables of the shell.
import type { Command } from '../command';

/** Prints the script. Words of ours hold no character that bash reads as anything else. */
export function printBash(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name);
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap((option) =>
      option.value === undefined
        ? []
        : [
            `    "${name} --${option.name}") ${option.choices === undefined ? 'files "$cur"' : `words "${option.choices.join(' ')}" "$cur"`}; return ;;`,
          ],
    ),
  );
  const options = commands.map(
    ({ name, options: own }) =>
      `    ${name}) options="${[...own.map((option) => `--${option.name}`), '--help'].join(' ')}" ;;`,
  );
  return `${[
    '# Completion of soap-notes for bash, printed by `soap-notes completions bash`.',
    '_soap_notes() {',
    '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="" command="${COMP_WORDS[1]}" options=""',
    '  [ "$COMP_CWORD" -gt 0 ] && prev="${COMP_WORDS[COMP_CWORD-1]}"',
    '  # bash takes --option=value apart into three words.',
    '  if [ "$cur" = "=" ]; then cur=""; elif [ "$prev" = "=" ]; then prev="${COMP_WORDS[COMP_CWORD-2]}"; fi',
    '  words() { COMPREPLY=($(compgen -W "$1" -- "$2")); }',
    '  files() { COMPREPLY=($(compgen -f -- "$1")); }',
    '  COMPREPLY=()',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    words "${[...names, 'help', '--help', '--version'].join(' ')}" "$cur"`,
    '    return',
    '  fi',
    '  case "$command $prev" in',
    `    "help "*) words "${names.join(' ')}" "$cur"; return ;;`,
    ...values,
    '  esac',
    '  case "$command" in',
    ...options,
    '  esac',
    '  case "$cur" in',
    '    -*) words "$options" "$cur" ;;',
    '    *) files "$cur" ;;',
    '  esac',
    '}',
    'complete -o filenames -F _soap_notes soap-notes',
  ].join('\n')}\n`;
}
