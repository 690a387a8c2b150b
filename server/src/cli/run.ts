// Runs one call of the command line: finds the command, reads its arguments, turns failures into one line.
import { readVersion } from '../io/version';
import { parseArguments } from './arguments';
import { type Command, type ExitCode, exitCodes, UsageError } from './command';
import { commands } from './command-table';
import { type CliIo, toPrintable } from './console';
import { printCommandHelp, printGeneralHelp } from './help';
import { findNearest, toSuggestion } from './suggest';
import { finishEarlier } from './unfinished';

/** Runs the command line with the given arguments (without node and script) and gives its exit code. Never throws. */
export async function run(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(`soap-notes: ${toPrintable(error.message)}\n`);
      return exitCodes.usage;
    }
    io.stderr.write(`soap-notes: ${describeCrash(error)}\n`);
    if (error instanceof Error && (io.env.SOAP_NOTES_DEBUG ?? '') !== '')
      io.stderr.write(`${listFrames(error).join('\n')}\n`);
    return exitCodes.internal;
  }
}

async function dispatch(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const [first, ...rest] = argv;
  if (first === undefined) {
    io.stderr.write(printGeneralHelp(commands));
    return exitCodes.usage;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    const topic = rest[0];
    io.stdout.write(topic === undefined ? printGeneralHelp(commands) : printCommandHelp(findCommand(topic)));
    return exitCodes.clean;
  }
  if (first === '--version' || first === '-V') {
    io.stdout.write(`${readVersion()}\n`);
    return exitCodes.clean;
  }
  const command = findCommand(first);
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (options.includes('--help') || options.includes('-h')) {
    io.stdout.write(printCommandHelp(command));
    return exitCodes.clean;
  }
  const args = parseArguments(command, rest);
  // The doctor changes nothing: it names what was left.
  if (command.name !== 'doctor') finishEarlier(io);
  return await command.run(args, io);
}

function findCommand(name: string): Command {
  const command = commands.find((entry) => entry.name === name);
  if (command !== undefined) return command;
  if (name.startsWith('-'))
    throw new UsageError(`Unknown option ${name}. Put the command first, as in: soap-notes check ${name}`);
  const names = commands.map((entry) => entry.name);
  const suggestion = toSuggestion(findNearest(name, names)) || ` The commands are ${names.join(', ')}.`;
  throw new UsageError(`Unknown command "${name}".${suggestion}`);
}

/** Says where we failed without the error's own words: those may quote a note. */
function describeCrash(error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  return `internal error (${kind}). Please report it; SOAP_NOTES_DEBUG=1 shows where, without note text.`;
}

const framePattern = /^ {4}at /;

const listFrames = (error: Error): readonly string[] =>
  (error.stack ?? '').split('\n').filter((line) => framePattern.test(line));
