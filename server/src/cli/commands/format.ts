// `soap-notes format`: writes notes in their one canonical layout. Changes layout only, never a word.
import { applyEdits, count, formatNote } from '../../core/index';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import type { CliIo } from '../console';
import { type LoadedFile, loadPaths } from '../practice';
import { printDiff, type TextChange, toWrite, writeAll } from '../write';

export const format: Command = {
  name: 'format',
  operands: '[paths]',
  summary: 'Give notes their canonical layout; no word changes.',
  details: [
    'Paths are notes or folders; without any, the folder you are in. Client records and signed notes stay as they are.',
    'All notes are written, or none: where one cannot be written, the others stay as they were.',
  ],
  options: [
    { name: 'check', help: 'Only list the notes that would change; exit code 1 if there are any.' },
    { name: 'dry-run', help: 'Print what would change as a diff, which shows words of the notes.' },
  ],
  examples: ['soap-notes format', 'soap-notes format --check clients', 'soap-notes format --dry-run clients'],
  run: runFormat,
};

function runFormat(args: Arguments, io: CliIo): ExitCode {
  const { files, failures } = loadPaths(args.positionals, io.cwd, false);
  const notes = files.filter((file) => file.kind === 'note');
  if (notes.length === 0 && failures.length === 0)
    throw new UsageError('There is no note to format; only *.soap.md and *.soap files are formatted.');
  const changes = notes.flatMap((file) => toChange(file) ?? []);
  const damaged = changes.filter(({ before, after }) => !keepsWords(before, after));
  for (const failure of failures) io.stderr.write(`soap-notes: ${failure}\n`);
  for (const { shownPath } of damaged)
    io.stderr.write(
      `soap-notes: ${shownPath}: nothing was written, because formatting would change its words. Please report it.\n`,
    );
  if (damaged.length > 0) return exitCodes.internal;

  const isDry = args.switches.has('dry-run');
  const isCheck = args.switches.has('check');
  if (!isDry && !isCheck) writeAll(changes.map(toWrite), io);
  if (isDry) io.stdout.write(printDiff(changes));
  else {
    for (const { shownPath } of changes)
      io.stdout.write(`${isCheck ? 'would format' : 'formatted'} ${shownPath}\n`);
    const total = count(notes.length, 'note');
    io.stdout.write(
      isCheck
        ? `${changes.length} of ${total} would change.\n`
        : `Formatted ${changes.length} of ${total}.\n`,
    );
  }
  if (failures.length > 0) return exitCodes.usage;
  return isCheck && changes.length > 0 ? exitCodes.findings : exitCodes.clean;
}

function toChange({ path, shownPath, text, bom }: LoadedFile): TextChange | undefined {
  const after = applyEdits(text, formatNote(text));
  return after === text ? undefined : { path, shownPath, before: text, after, bom };
}

/** The last guard before a clinical record is replaced: everything but white space must stay, in order. */
const keepsWords = (before: string, after: string): boolean =>
  before.replace(/\s+/g, '') === after.replace(/\s+/g, '');
