// `soap-notes rename-client`: gives a client another id, in record, notes and names of files; all of it or nothing.
import {
  applyEdits,
  type ClientEntry,
  type ClientRename,
  count,
  type DocumentEdit,
  planClientRename,
  type Uri,
  type Workspace,
} from '../../core/index';
import { toFilePath } from '../../io/files';
import type { FileWrite } from '../../io/write-files';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import type { CliIo } from '../console';
import { type LoadedFile, openPractice, toShownPath } from '../practice';
import { findNearest, toSuggestion } from '../suggest';
import { printDiff, type TextChange, toWrite, writeAll } from '../write';

export const renameClient: Command = {
  name: 'rename-client',
  operands: '<old> <new> [folder]',
  maximumOperands: 3,
  summary: 'Give a client another id, everywhere or nowhere.',
  details: [
    'Changes the id in the record and the notes, and the names of the client’s folder and files. What is signed is never',
    'touched: signed notes keep the old id, and the record names it under former-ids, so that they stay the client’s.',
    'git’s history keeps the old names.',
  ],
  options: [{ name: 'dry-run', help: 'Print what would change: a diff, and the files that would move.' }],
  examples: [
    'soap-notes rename-client maria-lopez c-1042',
    'soap-notes rename-client --dry-run maria-lopez c-1042',
  ],
  run: runRename,
};

function runRename(args: Arguments, io: CliIo): ExitCode {
  const [from, to, ...paths] = args.positionals;
  if (from === undefined || to === undefined)
    throw new UsageError(
      'rename-client needs the old and the new id: soap-notes rename-client maria-lopez c-1042',
    );
  const { files, failures, workspace } = openPractice(paths, args, io);
  // A file that cannot be read may be the client's own: half a rename would be worse than none.
  if (failures.length > 0) throw new UsageError(`Nothing was changed: ${failures[0]}`);
  const entry = findEntry(from, workspace);
  const planned = planClientRename(workspace, entry, to);
  if ('refusal' in planned) throw new UsageError(planned.refusal);
  const changes = toChanges(planned.edits, files);
  const shown = (uri: Uri): string => toShownPath(toPath(uri), io.cwd);
  if (args.switches.has('dry-run')) {
    io.stdout.write(printDiff(changes));
    for (const rename of planned.renames)
      io.stdout.write(`would move ${shown(rename.from)} to ${shown(rename.to)}\n`);
    for (const { uri } of planned.creates) io.stdout.write(`would write ${shown(uri)}\n`);
  } else {
    writeAll(toWrites(changes, planned), io);
    io.stdout.write(
      `${entry.id} is now ${to}: ${count(changes.length, 'file')} changed, ${count(planned.renames.length, 'name')} moved.\n`,
    );
  }
  if (planned.signed.length > 0)
    io.stdout.write(
      `${planned.signed.length === 1 ? 'One signed note keeps' : `${planned.signed.length} signed notes keep`} the id ${entry.id}; the record names it under former-ids.\n`,
    );
  return exitCodes.clean;
}

function findEntry(id: string, workspace: Workspace): ClientEntry {
  const all = workspace.roster();
  const found = all.filter((one) => one.id.toLowerCase() === id.toLowerCase());
  const [first] = found;
  if (first === undefined)
    throw new UsageError(
      `No client has the id ${id}.${toSuggestion(
        findNearest(
          id,
          all.map((one) => one.id),
        ),
      )}`,
    );
  if (found.length > 1)
    throw new UsageError(
      `${found.length} practices have a client ${id}. Name the folder of one behind the ids.`,
    );
  return first;
}

function toChanges(edits: readonly DocumentEdit[], files: readonly LoadedFile[]): readonly TextChange[] {
  return edits.flatMap(({ uri, edits: own }) => {
    const file = files.find((one) => one.uri === uri);
    if (file === undefined) return [];
    const { path, shownPath, text, bom } = file;
    return [{ path, shownPath, before: text, after: applyEdits(text, own), bom }];
  });
}

/** In this order: texts at their old places, moves one after the other, new files at the new places. */
const toWrites = (
  changes: readonly TextChange[],
  { renames, creates }: Exclude<ClientRename, { readonly refusal: string }>,
): readonly FileWrite[] => [
  ...changes.map(toWrite),
  ...renames.map(({ from, to }) => ({ kind: 'move', from: toPath(from), to: toPath(to) }) as const),
  ...creates.map(({ uri, text }) => ({ kind: 'create', path: toPath(uri), text }) as const),
];

/** Every document was read from a disk, so its address is one of a file. */
const toPath = (uri: Uri): string => toFilePath(uri) ?? uri;
