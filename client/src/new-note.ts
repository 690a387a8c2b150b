// The command "New session note": asks for the client and begins a note beside that client's record.
import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import {
  type ClientSummary,
  methods,
  type NewNoteParams,
  type NewNoteResult,
} from '../../server/src/lsp/protocol';
import snippets from '../../snippets/soap-note.code-snippets';
import { isOnDisk, openNewFile, openUnsavedNote } from './files';
import { addClient } from './new-client';
import type { Server } from './server';
import { toLocalDateTime, toNewText, toNoteSnippet } from './templates';

/** Begins a note for today. A note that exists is opened, never overwritten. */
export async function createNote(server: Server): Promise<void> {
  const chosen = workspace.workspaceFolders === undefined ? await askForId() : await pickClient(server);
  if (chosen === undefined) return;
  const now = toLocalDateTime(new Date());
  const therapist = workspace.getConfiguration('soapNotes').get<string>('newNote.therapist', '').trim();
  const { body } = snippets[chosen.lastVisit === undefined ? 'Initial note' : 'Follow-up note'];
  const snippet = toNoteSnippet(body, {
    client: chosen.id,
    date: `${now.date} ${now.time}`,
    therapist,
  });
  if (chosen.folder === undefined) return openUnsavedNote(toNewText(snippet));
  const file = await pickFreeFile(chosen.folder, now.date);
  if (file === undefined) return;
  // A follow-up carries on from the last visit; a server that does not answer leaves the plain form.
  const next: NewNoteParams = { client: chosen.id, date: now.date, time: now.time, therapist };
  const carried =
    chosen.lastVisit === undefined
      ? undefined
      : await server.request<NewNoteResult | null>(methods.newNote, next);
  await openNewFile(file, carried ?? toNewText(snippet));
}

interface ChosenClient {
  readonly id: string;
  readonly lastVisit: string | undefined;
  /** Where the note goes; undefined where no folder is open. */
  readonly folder: Uri | undefined;
}

interface ClientItem extends QuickPickItem {
  /** Absent on the item that adds a client. */
  readonly client?: ClientSummary;
}

async function pickClient(server: Server): Promise<ChosenClient | undefined> {
  const clients = await server.request<readonly ClientSummary[]>(methods.clients);
  if (clients === undefined) {
    void window.showErrorMessage(l10n.t('The list of clients is not there: the checker is not running.'));
    return undefined;
  }
  const items: ClientItem[] = clients.map((client) => ({
    label: client.name ?? client.id,
    ...(client.name !== undefined && { description: client.id }),
    detail:
      client.lastVisit === undefined ? l10n.t('No note yet') : l10n.t('Last note {0}', client.lastVisit),
    client,
  }));
  const item = await window.showQuickPick(
    [...items, { label: `$(person-add) ${l10n.t('New client')}`, alwaysShow: true }],
    {
      title: l10n.t('New session note'),
      placeHolder: l10n.t('For which client?'),
      matchOnDescription: true,
    },
  );
  if (item === undefined) return undefined;
  if (item.client === undefined) {
    const added = await addClient();
    return added && { id: added.id, lastVisit: undefined, folder: added.folder };
  }
  const { id, lastVisit, uri } = item.client;
  return { id, lastVisit, folder: Uri.joinPath(Uri.parse(uri), '..') };
}

/** Without a folder there is no list of clients: the note begins as an unsaved file. */
async function askForId(): Promise<ChosenClient | undefined> {
  const id = await window.showInputBox({
    title: l10n.t('New session note'),
    prompt: l10n.t('No folder is open: the note begins as an unsaved file.'),
    placeHolder: l10n.t('Id of the client, such as maria-lopez'),
  });
  return id === undefined ? undefined : { id: id.trim(), lastVisit: undefined, folder: undefined };
}

/** `2026-11-20.soap.md`, or `2026-11-20-2.soap.md` where the first exists and another one is wanted. */
async function pickFreeFile(folder: Uri, date: string): Promise<Uri | undefined> {
  const first = Uri.joinPath(folder, `${date}.soap.md`);
  if (!(await isOnDisk(first))) return first;
  const open = l10n.t('Open it');
  const another = l10n.t('Begin another');
  const answer = await window.showInformationMessage(
    l10n.t('This client has a note for today.'),
    { modal: true },
    open,
    another,
  );
  if (answer === open) await window.showTextDocument(first);
  if (answer !== another) return undefined;
  for (let count = 2; ; count += 1) {
    const next = Uri.joinPath(folder, `${date}-${count}.soap.md`);
    if (!(await isOnDisk(next))) return next;
  }
}
