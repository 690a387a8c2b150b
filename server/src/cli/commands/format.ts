// `soap-notes format`: writes notes in their one canonical layout. Changes layout only, never a word.
import { applyEdits, formatNote } from '../../core/index';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import type { CliIo } from '../console';
import { tryToWrite } from '../output';
import { loadPaths } from '../practice';

export const format: Command = {
  name: 'format',
  operands: '[paths]',
  summary: 'Give notes their canonical layout; no word changes.',
  details: [
    'Paths are notes or folders; without any, the folder you are in. Client records are left as they are.',
    'Each file is replaced at once, so that a broken run leaves no half-written note.',
  ],
  options: [{ name: 'check', help: 'Only list the notes that would change; exit code 1 if there are any.' }],
  examples: ['soap-notes format', 'soap-notes format --check clients'],
  run: runFormat,
};

function runFormat(args: Arguments, io: CliIo): ExitCode {
  const only = args.switches.has('check');
  const { files, failures } = loadPaths(args.positionals, io.cwd, false);
  const notes = files.filter((file) => file.kind === 'note');
  if (notes.length === 0 && failures.length === 0)
    throw new UsageError('There is no note to format; only *.soap.md and *.soap files are formatted.');

  const problems = [...failures];
  let changed = 0;
  let damaged = false;
  for (const file of notes) {
    const formatted = applyEdits(file.text, formatNote(file.text));
    if (formatted === file.text) continue;
    if (!keepsWords(file.text, formatted)) {
      damaged = true;
      problems.push(
        `${file.shownPath}: not written, because formatting would change its words. Please report it.`,
      );
      continue;
    }
    const failure = only ? undefined : tryToWrite(file.path, formatted, io, file.bom);
    if (failure !== undefined) {
      problems.push(`${file.shownPath}: ${failure}.`);
      continue;
    }
    changed++;
    io.stdout.write(`${only ? 'would format' : 'formatted'} ${file.shownPath}\n`);
  }
  const total = `${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`;
  io.stdout.write(only ? `${changed} of ${total} would change.\n` : `Formatted ${changed} of ${total}.\n`);
  for (const problem of problems) io.stderr.write(`soap-notes: ${problem}\n`);
  if (damaged) return exitCodes.internal;
  if (problems.length > 0) return exitCodes.usage;
  return only && changed > 0 ? exitCodes.findings : exitCodes.clean;
}

/** The last guard before a clinical record is replaced: everything but white space must stay, in order. */
const keepsWords = (before: string, after: string): boolean =>
  before.replace(/\s+/g, '') === after.replace(/\s+/g, '');
