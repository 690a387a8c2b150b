// The command "Open example practice": a copy of the invented practice that comes with the extension, to try things in.
import { commands, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import { writeMissing } from './files';

/** Copies what is missing of the example and opens it in a window of its own; what was tried there stays. */
export async function openExample(context: ExtensionContext): Promise<void> {
  const folder = Uri.joinPath(context.globalStorageUri, 'example-practice');
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', 'examples.json'));
    const files: Readonly<Record<string, string>> = JSON.parse(new TextDecoder().decode(bytes));
    await writeMissing(
      folder,
      Object.entries(files).map(([path, text]) => ({ path, text })),
    );
  } catch {
    void window.showErrorMessage(l10n.t('The example could not be copied. Is the disk full?'));
    return;
  }
  await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
}
