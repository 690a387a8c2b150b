// `soap-notes convert`: rewrites notes of other systems in the canonical form, every word kept.
import { dirname, resolve } from 'node:path';
import { convertNote, parseClientRecord } from '../../core/index';
import { readTextFile } from '../../io/files';
import { findPracticeRoot, listPracticeFiles } from '../../io/practice';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import { type CliIo, toPrintable } from '../console';
import { readInput } from '../input';
import { printDiff, type TextChange, toWrite, writeAll } from '../write';

export const convert: Command = {
  name: 'convert',
  operands: '<files|->',
  summary: 'Convert notes of another system to SOAP notes; no word is lost.',
  details: [
    'Prints the note with canonical headings and entries, whatever the file is called; - is standard input.',
    'Front matter is added from a header such as “Date of Visit:”, which stays. A signed note stays as it is.',
    'With --write all files are replaced, or none.',
  ],
  options: [
    { name: 'write', help: 'Replace the files instead of printing a note.' },
    { name: 'dry-run', help: 'Print what --write would change as a diff.' },
  ],
  examples: [
    'soap-notes convert pasted.txt',
    'soap-notes convert --dry-run clients/maria-lopez/*.soap.md',
    'soap-notes convert --write clients/maria-lopez/2026-11-20.soap.md',
  ],
  run: runConvert,
};

async function runConvert(args: Arguments, io: CliIo): Promise<ExitCode> {
  const files = args.positionals;
  const isDry = args.switches.has('dry-run');
  const isWritten = args.switches.has('write');
  if (files.length === 0) throw new UsageError('convert needs a note: name a file, or - for standard input.');
  if ((isWritten || isDry) && files.includes('-'))
    throw new UsageError(`${isDry ? '--dry-run' : '--write'} needs a file; what comes from - is printed.`);
  if (files.length > 1 && !isWritten && !isDry)
    throw new UsageError(
      'Only one note can be printed; --write converts several, --dry-run shows what it would do.',
    );
  const changes: TextChange[] = [];
  for (const file of files) changes.push(await convertFile(file, io));
  if (isDry) io.stdout.write(printDiff(changes.filter(({ before, after }) => before !== after)));
  else if (isWritten) {
    writeAll(changes.filter(({ before, after }) => before !== after).map(toWrite), io);
    for (const { before, after, shownPath } of changes)
      io.stdout.write(`${before === after ? 'unchanged' : 'converted'} ${shownPath}\n`);
  } else io.stdout.write(changes[0]?.after ?? '');
  return exitCodes.clean;
}

async function convertFile(file: string, io: CliIo): Promise<TextChange> {
  const { text, bom } = await readInput(file, io);
  const path = resolve(io.cwd, file);
  const clients = listClients(file === '-' ? io.cwd : dirname(path));
  return { path, shownPath: toPrintable(file), before: text, after: convertNote(text, { clients }), bom };
}

/** The clients of the practice around a folder, by whose names a header is understood. */
function listClients(folder: string): readonly { readonly id: string; readonly name?: string | undefined }[] {
  const root = findPracticeRoot(folder);
  if (root === undefined) return [];
  return listPracticeFiles(folder, root, () => undefined).flatMap(({ path, kind }) => {
    const read = kind === 'client' ? readTextFile(path) : undefined;
    if (!read?.ok) return [];
    const { id, name } = parseClientRecord(read.text).value;
    return id === undefined ? [] : [{ id: id.value, name: name?.value }];
  });
}
