// What a command is, how it ends, and how it refuses.
import type { CliIo } from './console';

/** How a command ends: 0 nothing found, 1 something found, 2 wrong usage or unusable input, 3 our own fault. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** One option of a command. */
export interface OptionSpec {
  readonly name: string;
  /** What the help writes for its value, such as `DATE`; absent for a switch. */
  readonly value?: string;
  /** All values it takes, if they can be listed. */
  readonly choices?: readonly string[];
  readonly default?: string;
  /** The check of any other value: a reason to refuse it, or undefined. */
  readonly refuse?: (value: string) => string | undefined;
  readonly help: string;
}

/** Arguments after parsing. Every option with a default has a value. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** A command of the command line. One file each in commands/, listed in command-table.ts. */
export interface Command {
  readonly name: string;
  /** What stands behind the command in the usage line, such as `[paths]`. */
  readonly operands: string;
  readonly maximumOperands?: number;
  readonly summary: string;
  /** Further lines for its own help. */
  readonly details: readonly string[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
  run(args: Arguments, io: CliIo): ExitCode | Promise<ExitCode>;
}

/** Something the user can put right: shown as one line, exit code 2. Its message says what to do and quotes no note. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
