// New files: never over an existing one. Plain text without tab stops, so that Tab takes a suggestion as everywhere.
import { l10n, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { NewText } from './templates';

/** True if there is a file or folder of this name. */
export async function isOnDisk(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The folder that holds `practice.yaml`; where there is none, the workspace folder, asked for if there are several. */
export async function findPracticeRoot(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  for (const folder of folders) {
    if (await isOnDisk(Uri.joinPath(folder.uri, 'practice.yaml'))) return folder.uri;
  }
  if (folders.length <= 1) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t('Which folder is the practice?') }))
    ?.uri;
}

/** Writes a new file and its folders. An existing file stays as it is, and the answer is false. */
export async function writeNewFile(uri: Uri, text: string): Promise<boolean> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  const written = await workspace.applyEdit(edit);
  if (!written) void window.showErrorMessage(l10n.t('The file could not be written. Nothing was changed.'));
  return written;
}

/** Writes those files below a folder that are not there, and answers them. Throws if one cannot be written. */
export async function writeMissing<File extends { readonly path: string; readonly text: string }>(
  folder: Uri,
  files: readonly File[],
): Promise<readonly File[]> {
  const written: File[] = [];
  for (const file of files) {
    const uri = Uri.joinPath(folder, file.path);
    if (await isOnDisk(uri)) continue;
    await workspace.fs.writeFile(uri, new TextEncoder().encode(file.text));
    written.push(file);
  }
  return written;
}

/** Writes a new file and opens it, the cursor at the first place that is left to type. */
export async function openNewFile(uri: Uri, { text, cursor }: NewText): Promise<void> {
  if (await writeNewFile(uri, text)) await openAt(await workspace.openTextDocument(uri), cursor);
}

/** Opens an unsaved note. */
export async function openUnsavedNote({ text, cursor }: NewText): Promise<void> {
  await openAt(await workspace.openTextDocument({ language: 'soap-note', content: text }), cursor);
}

async function openAt(document: TextDocument, cursor: number): Promise<void> {
  const place = document.positionAt(cursor);
  await window.showTextDocument(document, { selection: new Range(place, place), preview: false });
}
