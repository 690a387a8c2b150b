// Saves a page for a browser, from which it is printed or made a PDF. It goes only where the user says.
import { env, l10n, UIKind, Uri, window, workspace } from 'vscode';
import { methods, type PageDocument, type PageParams } from '../../server/src/lsp/protocol';
import type { Server } from './server';

/** Asks where to save the page of a note or client, saves it, and offers to open it or to delete it again. */
export async function printPage(server: Server, params: PageParams): Promise<void> {
  const page = await server.request<PageDocument | null>(methods.pageDocument, params);
  if (page === undefined || page === null) {
    void window.showErrorMessage(
      l10n.t('There is no page to save: open a session note or a client summary first.'),
    );
    return;
  }
  const target = await window.showSaveDialog({
    defaultUri: suggestTarget(params),
    filters: { [l10n.t('Web page')]: ['html'] },
    saveLabel: l10n.t('Save for print'),
    title: l10n.t('Where should the page be saved? It holds what the notes say of the client.'),
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(page.html));
  // A browser on this computer cannot open a file of another one.
  const isHere = target.scheme === 'file' && env.remoteName === undefined && env.uiKind === UIKind.Desktop;
  const open = l10n.t('Open in browser');
  const remove = l10n.t('Delete the file');
  const message = isHere
    ? l10n.t(
        'Saved. Print it from the browser, or save it there as a PDF. Delete the file when it is no longer needed.',
      )
    : l10n.t(
        'Saved. Download it and open it in a browser to print it. Delete the file when it is no longer needed.',
      );
  const answer = await window.showInformationMessage(message, ...(isHere ? [open] : []), remove);
  if (answer === open) await env.openExternal(target);
  if (answer === remove) await workspace.fs.delete(target, { useTrash: false });
}

/** Beside the note, without a name of a person; else in the first folder of the workspace. */
function suggestTarget(params: PageParams): Uri {
  if ('uri' in params) {
    const note = Uri.parse(params.uri);
    if (note.scheme !== 'untitled')
      return Uri.joinPath(
        note,
        '..',
        `${note.path.replace(/^.*\//, '').replace(/\.soap(?:\.md)?$/i, '')}.html`,
      );
  }
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = 'uri' in params ? 'session.html' : 'summary.html';
  return folder === undefined ? Uri.file(name) : Uri.joinPath(folder, name);
}
