// The command "Convert to SOAP note": the text of the editor in the canonical form, as one step that can be undone.
import { l10n, languages, Range, window } from 'vscode';
import { type ConvertResult, methods } from '../../server/src/lsp/protocol';
import type { Server } from './server';

/** Languages of pasted text; a note in one of them becomes a session note. */
const plainLanguages: readonly string[] = ['plaintext', 'markdown'];

/** Converts what is in the editor. Nothing changes if the text was edited meanwhile. */
export async function convertNote(server: Server): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) {
    void window.showInformationMessage(l10n.t('Open the note that you want to convert.'));
    return;
  }
  const { document } = editor;
  const { version } = document;
  const text = document.getText();
  const result = await server.request<ConvertResult>(methods.convert, { text });
  if (result === undefined) {
    void window.showErrorMessage(l10n.t('The note could not be converted: the checker is not running.'));
    return;
  }
  if (result.text === text) {
    void window.showInformationMessage(l10n.t('There is nothing to convert; a signed note stays as it is.'));
  } else {
    const all = new Range(document.positionAt(0), document.positionAt(text.length));
    const isDone =
      document.version === version && (await editor.edit((edit) => edit.replace(all, result.text)));
    if (!isDone) {
      void window.showInformationMessage(l10n.t('The note changed meanwhile; run the command again.'));
      return;
    }
  }
  if (result.isNote && plainLanguages.includes(document.languageId))
    await languages.setTextDocumentLanguage(document, 'soap-note');
}
