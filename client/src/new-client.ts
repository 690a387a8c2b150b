// The command "New client": asks for a name and an id and writes the client record.
import { l10n, Uri, window } from 'vscode';
import { findPracticeRoot, isOnDisk, openNewFile, writeNewFile } from './files';
import {
  findIdProblem,
  type NewText,
  toClientId,
  toClientSnippet,
  toLocalDateTime,
  toNewText,
} from './templates';

/** A client record that is about to be written. */
interface PlannedClient {
  readonly id: string;
  readonly folder: Uri;
  readonly record: Uri;
  readonly start: NewText;
}

/** Writes a client record and opens it to be filled in. A record that exists is never overwritten. */
export async function createClient(): Promise<void> {
  const client = await planClient();
  if (client !== undefined) await openNewFile(client.record, client.start);
}

/** Writes a client record without opening it; undefined if it was called off. */
export async function addClient(): Promise<{ readonly id: string; readonly folder: Uri } | undefined> {
  const client = await planClient();
  if (client === undefined) return undefined;
  return (await writeNewFile(client.record, client.start.text)) ? client : undefined;
}

async function planClient(): Promise<PlannedClient | undefined> {
  const root = await findPracticeRoot();
  if (root === undefined) {
    void window.showErrorMessage(l10n.t('Open the folder of your practice first (File, Open Folder).'));
    return undefined;
  }
  const name = await window.showInputBox({
    title: l10n.t('New client (1 of 2)'),
    prompt: l10n.t('Name of the client. Leave it empty if names are kept elsewhere.'),
    ignoreFocusOut: true,
  });
  if (name === undefined) return undefined;
  const id = await askForId(root, toClientId(name));
  if (id === undefined) return undefined;
  const folder = Uri.joinPath(root, 'clients', id);
  return {
    id,
    folder,
    record: Uri.joinPath(folder, 'client.yaml'),
    start: toNewText(toClientSnippet({ id, name: name.trim(), intake: toLocalDateTime(new Date()).date })),
  };
}

function askForId(root: Uri, value: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('New client (2 of 2)'),
    prompt: l10n.t(
      'Id of the client: it names the folder and stands in every note. It need not hold the name.',
    ),
    value,
    ignoreFocusOut: true,
    validateInput: async (id) => {
      const problem = findIdProblem(id, l10n.t);
      if (problem !== undefined) return problem;
      const taken = await isOnDisk(Uri.joinPath(root, 'clients', id));
      return taken ? l10n.t('There is a client of this id. Please choose another.') : undefined;
    },
  });
}
