// `soap-notes sign`: closes notes, or signs the addendum that is next.
import { rmSync } from 'node:fs';
import {
  applyEdits,
  type Finding,
  findSigningGaps,
  isClosed,
  listOpenAlerts,
  parseNote,
  signAddendum,
  signNote,
  type View,
  verifyNote,
} from '../../core/index';
import { SshError, signWithSsh } from '../../io/ssh-keygen';
import { todayOption } from '../arguments';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import type { CliIo } from '../console';
import { tryToWrite } from '../output';
import { type LoadedFile, openPractice } from '../practice';
import { readSigningSettings, signatureFile } from '../signing';

export const sign: Command = {
  name: 'sign',
  operands: '<notes>',
  summary: 'Sign notes: who, when, and a hash of what they say.',
  details: [
    'Adds one line to the front matter and changes nothing else. A signed note takes addenda only; --addendum signs',
    'the first one that is not signed yet. Where practice.yaml has `signing: { method: ssh, key: … }`, a signature by',
    'ssh-keygen is written beside the note as well (<note>.sig). A note that lacks what the profile of the practice',
    'asks for (as an error or a warning), that says nothing at all, or whose day is still to come is not signed;',
    '--incomplete signs it as it stands. Contraindications and red flags that nothing answers do not hold it up: they',
    'are named when it is signed.',
  ],
  options: [
    { name: 'by', value: 'ID', help: 'Who signs; without it the therapist that the note names.' },
    { name: 'at', value: 'INSTANT', help: 'When, in UTC: 2026-11-20T15:02:11Z. Without it now.' },
    { name: 'addendum', help: 'Sign the next addendum instead of the note.' },
    { name: 'incomplete', help: 'Sign although something is missing, or the day is still to come.' },
    todayOption,
  ],
  examples: [
    'soap-notes sign clients/maria-lopez/2026-11-20.soap.md --by a.rivera',
    'soap-notes sign --addendum clients/maria-lopez/2026-11-20.soap.md --by a.rivera',
  ],
  run: runSign,
};

function runSign(args: Arguments, io: CliIo): ExitCode {
  if (args.positionals.length === 0) throw new UsageError('sign needs the notes to sign.');
  const { files, failures, workspace } = openPractice(args.positionals, args, io);
  const notes = files.filter(({ kind, named }) => kind === 'note' && named);
  const at = args.values.get('at') ?? io.now();
  const problems = [...failures];
  for (const file of notes) {
    const view = args.switches.has('addendum') ? undefined : workspace.view(file.uri);
    const alerts = view?.kind === 'note' ? listOpenAlerts(view) : [];
    const refusal = refuseIncomplete(view, args) ?? signOne(file, args, at, io);
    if (refusal === undefined) {
      io.stdout.write(`signed ${file.shownPath}\n`);
      if (alerts.length > 0) io.stderr.write(`soap-notes: ${file.shownPath}: ${wordAlerts(alerts)}\n`);
    } else problems.push(`${file.shownPath}: ${refusal}`);
  }
  for (const problem of problems) io.stderr.write(`soap-notes: ${problem}\n`);
  return problems.length > 0 ? exitCodes.usage : exitCodes.clean;
}

/** What stands in a signed note unanswered, by id: the words of a note go into no log. */
const wordAlerts = (alerts: readonly Finding[]): string =>
  `signed with ${alerts.length === 1 ? 'an alert' : `${alerts.length} alerts`} that nothing answers: ${[...new Set(alerts.map(({ rule }) => rule))].join(', ')}.`;

/** Why a note is not yet fit to be signed; undefined if it is, or is signed already. */
function refuseIncomplete(view: View | undefined, { switches }: Arguments): string | undefined {
  if (view?.kind !== 'note' || switches.has('incomplete') || isClosed(view.session.note)) return undefined;
  const missing = findSigningGaps(view.session.note, view);
  return missing.length === 0
    ? undefined
    : `not signed, because it is not complete. ${missing.join(' ')} Add what is missing, or sign it as it stands with --incomplete.`;
}

/** Signs one file; returns why it was not signed. */
function signOne(file: LoadedFile, args: Arguments, at: string, io: CliIo): string | undefined {
  const note = parseNote(file.text).value;
  const by = args.values.get('by') ?? note.frontMatter?.therapist?.value;
  if (by === undefined) return 'it names no therapist; say who signs with --by.';
  const isAddendum = args.switches.has('addendum');
  const signing = isAddendum ? signAddendum(note, { by, at }) : signNote(note, { by, at });
  if ('refusal' in signing) return signing.refusal;
  const text = applyEdits(file.text, [signing.edit]);
  const settings = readSigningSettings(file.path);
  try {
    const { main, addenda } = verifyNote(parseNote(text).value);
    const parts = [main, ...addenda];
    const index = isAddendum ? parts.findLastIndex(({ state }) => state === 'valid') : 0;
    const bytes = parts[index]?.bytes;
    // The SSH signature first: a note is not called signed where the key refused.
    const armoured =
      settings?.key === undefined || bytes === undefined ? undefined : signWithSsh(settings.key, bytes);
    const beside = signatureFile(file.path, index);
    const failure =
      (armoured === undefined ? undefined : tryToWrite(beside, armoured, io)) ??
      tryToWrite(file.path, text, io, file.bom);
    // Both files or none: a signature of what the note does not say yet would be a wrong one.
    if (failure !== undefined && armoured !== undefined) rmSync(beside, { force: true });
    return failure === undefined ? undefined : `${failure}.`;
  } catch (error) {
    if (error instanceof SshError) return error.message;
    throw error;
  }
}
