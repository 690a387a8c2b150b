// `soap-notes import`: notes of other systems into a practice, and an exported practice back to files.
import { existsSync, realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { looksLikeArchive } from '../../core/index';
import { findPathKind, maximumReportBytes, readTextFile } from '../../io/files';
import { findPracticeRoot } from '../../io/practice';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import type { CliIo } from '../console';
import { planImport } from '../import/notes';
import { count, sayImported } from '../import/report';
import { type Restored, restore } from '../import/restore';
import { writeAll } from '../write';

export const importCommand: Command = {
  name: 'import',
  operands: '<files or folders>',
  summary: 'Bring notes of other systems, or an exported practice, into a practice.',
  details: [
    'Text files (.txt, .md, .soap) become notes in clients/<client>/<day>.soap.md, every word kept; a file of several',
    'visits is divided where each begins with its date. What has no sure client or day is left where it is and listed,',
    'and so is what was kept without being understood: places only, its words with --show-text. No file is ever',
    'replaced. A file of soap-notes export --format json becomes the files that it was made from, byte for byte.',
  ],
  options: [
    { name: 'to', value: 'FOLDER', help: 'The practice. Without it the one around the folder you are in.' },
    { name: 'dates', value: 'ORDER', choices: ['mdy', 'dmy'], help: 'How to read days such as 05/06/2026.' },
    { name: 'dry-run', help: 'Only say what would be done.' },
    { name: 'show-text', help: 'Print the words that were not understood too.' },
  ],
  examples: [
    'soap-notes import --dry-run old-notes --to ~/practice',
    'soap-notes import old-notes --to ~/practice --dates mdy',
    'soap-notes import practice.json --to ~/practice-copy',
  ],
  run: runImport,
};

function runImport(args: Arguments, io: CliIo): ExitCode {
  const [first, ...more] = args.positionals;
  if (first === undefined) throw new UsageError('import needs files or folders; name what to bring in.');
  const folder = findFolder(args.values.get('to'), io.cwd);
  const archive = readArchiveText(resolve(io.cwd, first));
  if (archive !== undefined) {
    if (more.length > 0) throw new UsageError('An exported practice is imported alone; name nothing else.');
    return sayRestored(restore(archive, first, folder, args.switches.has('dry-run'), io), args, io);
  }
  return importNotes([first, ...more], folder, args, io);
}

function findFolder(asked: string | undefined, cwd: string): string {
  if (asked === undefined) {
    const root = findPracticeRoot(cwd);
    if (root === undefined)
      throw new UsageError('There is no practice around this folder. Name one with --to.');
    return root;
  }
  const path = resolve(cwd, asked);
  if (findPathKind(path) === 'file') throw new UsageError(`${asked} is a file; --to takes a folder.`);
  return existsSync(path) ? realpathSync(path) : path;
}

/** The text of an exported practice; undefined for any other file. */
function readArchiveText(path: string): string | undefined {
  if (!path.toLowerCase().endsWith('.json') || findPathKind(path) !== 'file') return undefined;
  const read = readTextFile(path, maximumReportBytes);
  if (!read.ok) throw new UsageError(`${basename(path)} ${read.message}.`);
  if (looksLikeArchive(read.text)) return read.text;
  throw new UsageError(`${basename(path)} is no export of soap-notes. Notes to import are text files.`);
}

function sayRestored({ written, same }: Restored, args: Arguments, io: CliIo): ExitCode {
  const verb = args.switches.has('dry-run') ? 'would write' : 'wrote';
  io.stdout.write(
    `${verb} ${count(written.length, 'file')}; ${count(same.length, 'file')} there already, the same.\n`,
  );
  return exitCodes.clean;
}

function importNotes(paths: readonly string[], folder: string, args: Arguments, io: CliIo): ExitCode {
  const plan = planImport(paths, io.cwd, folder, args.values.get('dates'));
  const dryRun = args.switches.has('dry-run');
  if (!dryRun)
    writeAll(
      plan.visits.flatMap(({ target, isThere, visit }) =>
        target === undefined || isThere ? [] : [{ kind: 'create', path: target, text: visit.text }],
      ),
      io,
    );
  sayImported(plan, { folder, dryRun, showText: args.switches.has('show-text') }, io);
  for (const failure of plan.failures) io.stderr.write(`soap-notes: ${failure}\n`);
  if (plan.failures.length > 0) return exitCodes.usage;
  return plan.visits.some(({ target }) => target === undefined) ? exitCodes.findings : exitCodes.clean;
}
