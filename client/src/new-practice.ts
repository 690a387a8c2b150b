// The command "New practice": asks four short questions and lays out a folder. A file that is there stays as it is.
import { commands, type ExtensionContext, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { type LayoutFile, type LayoutParams, methods } from '../../server/src/lsp/protocol';
import { isOnDisk, writeMissing } from './files';
import type { Server } from './server';

interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/** Marks a file as one that may be run; absent where files have no such mark. */
export type SetExecutable = (uri: Uri) => Promise<void>;

/** Lays out a practice and opens it. Any question left unanswered ends it, and nothing is written. */
export async function createPractice(
  context: ExtensionContext,
  server: Server,
  setExecutable?: SetExecutable,
): Promise<void> {
  const folder = await askForFolder();
  if (folder === undefined) return;
  const chosen = await askForLayout(context);
  if (chosen === undefined) return;
  const files = await server.request<readonly LayoutFile[]>(methods.layout, chosen);
  if (files === undefined) {
    void window.showErrorMessage(l10n.t('The practice could not be laid out: the checker does not answer.'));
    return;
  }
  if (await layOut(folder, files, setExecutable)) await open(folder);
}

async function askForFolder(): Promise<Uri | undefined> {
  const here = workspace.workspaceFolders?.[0]?.uri;
  if (here !== undefined && !(await isOnDisk(Uri.joinPath(here, 'practice.yaml')))) {
    const choices: readonly Choice<boolean>[] = [
      { label: l10n.t('This folder'), description: here.path, value: true },
      { label: l10n.t('Another folder…'), value: false },
    ];
    const picked = await window.showQuickPick(choices, {
      title: l10n.t('New practice (1 of 4)'),
      placeHolder: l10n.t('Where will the notes be kept?'),
      ignoreFocusOut: true,
    });
    if (picked === undefined) return undefined;
    if (picked.value) return here;
  }
  const [folder] =
    (await window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      title: l10n.t('A folder for the practice'),
      openLabel: l10n.t('Keep the practice here'),
    })) ?? [];
  return folder;
}

async function askForLayout(context: ExtensionContext): Promise<LayoutParams | undefined> {
  const name = await window.showInputBox({
    title: l10n.t('New practice (2 of 4)'),
    prompt: l10n.t('Name of the practice, as it stands on printed notes. It may be left empty.'),
    ignoreFocusOut: true,
  });
  if (name === undefined) return undefined;
  const profile = await window.showQuickPick(listProfiles(context), {
    title: l10n.t('New practice (3 of 4)'),
    placeHolder: l10n.t('What must a note hold where you work?'),
    ignoreFocusOut: true,
  });
  if (profile === undefined) return undefined;
  const privacy: readonly Choice<LayoutParams['privacy']>[] = [
    {
      label: l10n.t('Ids without names'),
      detail: l10n.t(
        'Folders are called c-1042 and the like. Names in paths show in git, in backups and in CI.',
      ),
      value: 'opaque-ids',
    },
    {
      label: l10n.t('Names'),
      detail: l10n.t('Folders are called after clients, which is easier to find by hand.'),
      value: 'names',
    },
  ];
  const ids = await window.showQuickPick(privacy, {
    title: l10n.t('New practice (4 of 4)'),
    placeHolder: l10n.t('How are the folders of clients called?'),
    ignoreFocusOut: true,
  });
  return ids && { name: name.trim(), profile: profile.value, privacy: ids.value };
}

/** The profiles as the settings describe them, those of no single practice left out. */
function listProfiles(context: ExtensionContext): readonly Choice<string>[] {
  const { enum: ids, enumDescriptions: words } =
    context.extension.packageJSON.contributes.configuration.properties['soapNotes.profile'];
  const all: readonly Choice<string>[] = ids.map((id: string, index: number) => ({
    label: id,
    detail: words[index],
    value: id,
  }));
  return all.filter(({ value }) => value !== 'practice' && value !== 'none');
}

/** Writes the files that are not there; false if that failed. */
async function layOut(
  folder: Uri,
  files: readonly LayoutFile[],
  setExecutable: SetExecutable | undefined,
): Promise<boolean> {
  try {
    for (const { path, executable } of await writeMissing(folder, files))
      if (executable) await setExecutable?.(Uri.joinPath(folder, path));
    await workspace.fs.createDirectory(Uri.joinPath(folder, 'clients'));
    return true;
  } catch {
    void window.showErrorMessage(
      l10n.t('Not everything could be written. What was there before is unchanged; try another folder.'),
    );
    return false;
  }
}

async function open(folder: Uri): Promise<void> {
  const isHere = workspace.workspaceFolders?.some(({ uri }) => uri.toString() === folder.toString());
  if (!isHere) {
    await commands.executeCommand('vscode.openFolder', folder);
    return;
  }
  const add = l10n.t('Add a client');
  const picked = await window.showInformationMessage(
    l10n.t('The practice is ready. README.md in its folder says how it is kept.'),
    add,
  );
  if (picked === add) await commands.executeCommand('soapNotes.newClient');
}
