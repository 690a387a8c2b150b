// New files: never over an existing one, with tab stops for what is left to type.
import { Position, Range, SnippetString, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { toPlainText } from './templates';

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
  return (await window.showWorkspaceFolderPick({ placeHolder: 'Which folder is the practice?' }))?.uri;
}

/** Writes a new file and its folders. An existing file stays as it is, and the answer is false. */
export async function writeNewFile(uri: Uri, text: string): Promise<boolean> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  const written = await workspace.applyEdit(edit);
  if (!written) void window.showErrorMessage('The file could not be written. Nothing was changed.');
  return written;
}

/** Writes a new file and opens it with the snippet's tab stops, the cursor at the first. */
export async function openNewFile(uri: Uri, snippet: string): Promise<void> {
  if (!(await writeNewFile(uri, toPlainText(snippet)))) return;
  await insertOverAll(await workspace.openTextDocument(uri), snippet);
}

/** Opens an unsaved note. */
export async function openUnsavedNote(snippet: string): Promise<void> {
  await insertOverAll(await workspace.openTextDocument({ language: 'soap-note' }), snippet);
}

async function insertOverAll(
  document: Awaited<ReturnType<typeof workspace.openTextDocument>>,
  snippet: string,
): Promise<void> {
  const editor = await window.showTextDocument(document);
  const all = new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  await editor.insertSnippet(new SnippetString(snippet), all);
}
