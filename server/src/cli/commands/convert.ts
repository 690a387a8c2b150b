// `soap-notes convert`: rewrites a note of another system in the canonical form, every word kept.
import { dirname, resolve } from 'node:path';
import { convertNote, parseClientRecord } from '../../core/index';
import { readTextFile } from '../../io/files';
import { findPracticeRoot, listPracticeFiles } from '../../io/practice';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import { type CliIo, toPrintable } from '../console';
import { readInput } from '../input';
import { writeOutput } from '../output';

export const convert: Command = {
  name: 'convert',
  operands: '<file|->',
  maximumOperands: 1,
  summary: 'Convert a note of another system to a SOAP note; no word is lost.',
  details: [
    'Prints the note with canonical headings and entries, whatever the file is called; - is standard input.',
    'Front matter is added from a header such as “Date of Visit:”, which stays. A signed note stays as it is.',
  ],
  options: [{ name: 'write', help: 'Replace the file instead of printing it.' }],
  examples: [
    'soap-notes convert pasted.txt',
    'soap-notes convert --write clients/maria-lopez/2026-11-20.soap.md',
  ],
  run: runConvert,
};

async function runConvert(args: Arguments, io: CliIo): Promise<ExitCode> {
  const [file] = args.positionals;
  const write = args.switches.has('write');
  if (file === undefined) throw new UsageError('convert needs a note: name a file, or - for standard input.');
  if (write && file === '-') throw new UsageError('--write needs a file; what comes from - is printed.');
  const { text, bom } = await readInput(file, io);
  const path = resolve(io.cwd, file);
  const converted = convertNote(text, { clients: listClients(file === '-' ? io.cwd : dirname(path)) });
  if (!write) {
    io.stdout.write(converted);
    return exitCodes.clean;
  }
  if (converted !== text) writeOutput(path, file, converted, io, bom);
  io.stdout.write(`${converted === text ? 'unchanged' : 'converted'} ${toPrintable(file)}\n`);
  return exitCodes.clean;
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
