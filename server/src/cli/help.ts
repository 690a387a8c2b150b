// The help texts, made from the commands themselves.
import type { Command, OptionSpec } from './command';

/** What every help text ends with. */
export const closing: readonly string[] = [
  'Exit codes: 0 nothing found, 1 something found, 2 wrong usage or unusable input, 3 internal error.',
  'The findings are prompts for a professional to judge, not a diagnosis.',
];

/** What `soap-notes --help` prints. */
export function printGeneralHelp(commands: readonly Command[]): string {
  return toText([
    'Checks massage therapy session notes (SOAP) kept as plain text.',
    '',
    'Usage: soap-notes <command> [options]',
    '',
    'Commands:',
    ...toColumns(commands.map((command) => [`${command.name} ${command.operands}`.trim(), command.summary])),
    '',
    'Options:',
    ...toColumns([
      ['-h, --help', 'Show this help, or with a command its own.'],
      ['-V, --version', 'Show the version.'],
    ]),
    '',
    'NO_COLOR=1 turns colour off; colour is used only on a terminal.',
    ...closing,
  ]);
}

/** What `soap-notes <command> --help` prints. */
export function printCommandHelp(command: Command): string {
  return toText([
    command.summary,
    '',
    `Usage: soap-notes ${command.name} ${command.options.length > 0 ? '[options] ' : ''}${command.operands}`,
    ...(command.details.length > 0 ? ['', ...command.details] : []),
    '',
    'Options:',
    ...toColumns([...command.options.map(toRow), ['-h, --help', 'Show this help.']]),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
    '',
    ...closing,
  ]);
}

function toRow(option: OptionSpec): readonly [string, string] {
  const value = option.choices?.join('|') ?? option.value;
  const preset = option.default === undefined ? '' : ` Default: ${option.default}.`;
  return [`--${option.name}${value === undefined ? '' : ` ${value}`}`, `${option.help}${preset}`];
}

/** Two columns; a left side that is too long gets a line of its own. */
function toColumns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = 24;
  return rows.flatMap(([left, right]) =>
    left.length <= width
      ? [`  ${left.padEnd(width)}  ${right}`]
      : [`  ${left}`, `  ${' '.repeat(width)}  ${right}`],
  );
}

const toText = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
