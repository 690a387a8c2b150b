// Reads a command's arguments, and says in one plain line what is wrong with them.
import { parseArgs } from 'node:util';
import { type Arguments, type Command, type OptionSpec, UsageError } from './command';
import { findNearest, toSuggestion } from './suggest';

/** Parses what stands behind the command's name. Throws a `UsageError` for anything the command does not take. */
export function parseArguments(command: Command, argv: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      command.options.map((option) => [
        option.name,
        { type: option.value === undefined ? 'boolean' : 'string' } as const,
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const switches = new Set<string>();
  const values = new Map<string, string>();
  for (const option of command.options)
    if (option.default !== undefined) values.set(option.name, option.default);
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = command.options.find((entry) => entry.name === token.name);
    if (option === undefined || token.rawName === `-${token.name}`)
      throw unknownOption(command, token.rawName);
    if (option.value === undefined) {
      if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`);
      switches.add(option.name);
    } else values.set(option.name, readValue(option, token.value));
  }
  const maximum = command.maximumOperands;
  if (maximum !== undefined && positionals.length > maximum)
    throw new UsageError(
      `${command.name} takes ${maximum === 1 ? 'one argument' : `${maximum} arguments`}, not ${positionals.length}.`,
    );
  return { positionals, switches, values };
}

function readValue(option: OptionSpec, value: string | undefined): string {
  if (value === undefined || value === '')
    throw new UsageError(`--${option.name} needs a value: ${describeValue(option)}.`);
  if (option.choices !== undefined && !option.choices.includes(value))
    throw new UsageError(
      `--${option.name} takes ${describeValue(option)}, not "${value}".${toSuggestion(findNearest(value, option.choices, 1))}`,
    );
  const refusal = option.refuse?.(value);
  if (refusal !== undefined) throw new UsageError(`--${option.name} ${refusal}, not "${value}".`);
  return value;
}

const describeValue = (option: OptionSpec): string => option.choices?.join(', ') ?? option.value ?? '';

function unknownOption(command: Command, rawName: string): UsageError {
  const known = [...command.options.map((option) => `--${option.name}`), '--help'];
  const suggestion =
    toSuggestion(findNearest(rawName, known)) || ` Run soap-notes ${command.name} --help for all options.`;
  return new UsageError(`Unknown option ${rawName} for ${command.name}.${suggestion}`);
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The option that sets the date to work with; every command that needs a date takes it. */
export const todayOption: OptionSpec = {
  name: 'today',
  value: 'YYYY-MM-DD',
  refuse: (value) => (isCalendarDate(value) ? undefined : 'takes a date such as 2026-11-20'),
  help: 'The day to work with; otherwise the day it is. It counts only where a note has no date.',
};

/** The option that chooses how a command prints; the first of the names is used without it. */
export const formatOption = (...names: readonly [string, ...string[]]): OptionSpec => ({
  name: 'format',
  value: 'NAME',
  choices: names,
  default: names[0],
  help: 'How to print it.',
});

/** True for a day that the calendar has, written `YYYY-MM-DD`. */
export function isCalendarDate(value: string): boolean {
  const parts = dayPattern.exec(value);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
