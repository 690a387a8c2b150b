// `soap-notes new`: begins a session note for a client, carrying on from the last one.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  beginNote,
  type ClientEntry,
  copyForward,
  findLastNote,
  type NewNoteText,
  type NewSession,
  type NoteType,
  noteTypes,
  type Workspace,
} from '../../core/index';
import { toFilePath } from '../../io/files';
import { findPracticeRoot } from '../../io/practice';
import type { FileWrite } from '../../io/write-files';
import { todayOption } from '../arguments';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import { type CliIo, toPrintable } from '../console';
import { openPractice, toShownPath } from '../practice';
import { findNearest, toSuggestion } from '../suggest';
import { writeAll } from '../write';

export const newNote: Command = {
  name: 'new',
  operands: '<client>',
  maximumOperands: 1,
  summary: 'Begin a session note for a client, where the last one ended.',
  details: [
    'Writes clients/<client>/<day>.soap.md and prints its path. The complaint’s place, goals and plan are carried from',
    'the last note; scores, findings, techniques and consent are today’s and stay blank. A note that is there is never',
    'replaced. --first begins a new client, with a record.',
  ],
  options: [
    { name: 'first', help: 'The client is new: begin a record and an initial note.' },
    { name: 'type', value: 'TYPE', choices: noteTypes, help: 'A blank note of this type instead.' },
    { name: 'therapist', value: 'ID', help: 'Who gives the session; otherwise whoever gave the last.' },
    {
      name: 'time',
      value: 'HH:MM',
      refuse: (value) =>
        /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) ? undefined : 'takes a time such as 14:00',
      help: 'When the session begins; otherwise now.',
    },
    { ...todayOption, help: 'The day of the session; otherwise the day it is.' },
    { name: 'another', help: 'Begin a second note where that day has one.' },
    { name: 'dry-run', help: 'Print the note instead of writing it.' },
  ],
  examples: [
    'soap-notes new maria-lopez',
    'soap-notes new c-1042 --first --therapist a.rivera',
    '$EDITOR "$(soap-notes new maria-lopez)"',
  ],
  run: runNew,
};

function runNew(args: Arguments, io: CliIo): ExitCode {
  const [client] = args.positionals;
  if (client === undefined) throw new UsageError('new needs a client: soap-notes new maria-lopez');
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u.test(client))
    throw new UsageError(
      'The id of a client is one word of letters, digits, hyphens and dots, such as maria-lopez.',
    );
  const root = findPracticeRoot(io.cwd);
  if (root === undefined)
    throw new UsageError('There is no practice here. Go to its folder, or begin one with soap-notes init.');
  const isFirst = args.switches.has('first');
  // The whole practice, also from one of its folders.
  const { workspace } = openPractice([], args, { ...io, cwd: root });
  const folder = findFolder(workspace.roster(), client, isFirst, root);
  const session: NewSession = {
    client: folder.id,
    date: args.values.get('today') ?? io.today,
    time: args.values.get('time') ?? io.time(),
    therapist: args.values.get('therapist') ?? '',
  };
  const { text } = write(
    workspace,
    session,
    noteTypes.find((type) => type === args.values.get('type')),
    isFirst,
  );
  if (args.switches.has('dry-run')) {
    io.stdout.write(text);
    return exitCodes.clean;
  }
  const path = findFreePath(folder.path, session.date, args.switches.has('another'), io.cwd);
  const record = join(folder.path, 'client.yaml');
  const writes: FileWrite[] = [
    ...(isFirst
      ? [{ kind: 'create', path: record, text: `id: ${session.client}\nintake: ${session.date}\n` } as const]
      : []),
    { kind: 'create', path, text },
  ];
  writeAll(writes, io);
  io.stdout.write(`${toShownPath(path, io.cwd)}\n`);
  return exitCodes.clean;
}

/** Where a client's notes are, and how the practice spells the id. */
function findFolder(
  clients: readonly ClientEntry[],
  client: string,
  isFirst: boolean,
  root: string,
): { readonly id: string; readonly path: string } {
  const known = clients.flatMap(({ id, record, sessions }) => {
    const path = toFilePath(record ?? sessions.at(-1)?.uri ?? '');
    return path === undefined ? [] : [{ id, path: dirname(path) }];
  });
  const found = known.find(({ id }) => id.toLowerCase() === client.toLowerCase());
  if (isFirst && found !== undefined)
    throw new UsageError(
      `There is a client ${toPrintable(found.id)} already; leave --first out, or choose another id.`,
    );
  if (found !== undefined) return found;
  if (isFirst) return { id: client, path: join(root, 'clients', client) };
  const suggestion = toSuggestion(
    findNearest(
      client,
      known.map(({ id }) => id),
    ),
  );
  throw new UsageError(`No client has the id ${client}.${suggestion} A new client begins with --first.`);
}

function write(
  workspace: Workspace,
  session: NewSession,
  type: NoteType | undefined,
  isFirst: boolean,
): NewNoteText {
  const last = findLastNote(workspace, session);
  if (type === undefined && last !== undefined) return copyForward(last, session);
  return beginNote(type ?? (isFirst || last === undefined ? 'initial' : 'follow-up'), session);
}

/** `2026-11-20.soap.md`, or with `another` the first of `2026-11-20-2.soap.md`, … that is free. */
function findFreePath(folder: string, day: string, another: boolean, cwd: string): string {
  const first = join(folder, `${day}.soap.md`);
  if (!existsSync(first)) return first;
  if (!another)
    throw new UsageError(
      `${toShownPath(first, cwd)} is there already. Open it, or begin a second one with --another.`,
    );
  for (let number = 2; ; number += 1) {
    const next = join(folder, `${day}-${number}.soap.md`);
    if (!existsSync(next)) return next;
  }
}
