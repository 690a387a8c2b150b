// The commands "Sign note", "Sign addendum" and "Add addendum": each one insertion that can be undone.
import { l10n, Position, Range, Selection, type TextEditor, window, workspace } from 'vscode';
import {
  type AddendumParams,
  methods,
  type SignParams,
  type SignResult,
} from '../../server/src/lsp/protocol';
import type { Server } from './server';
import { toLocalDateTime } from './templates';

/** Signs the note, or its next addendum, and saves it: a signature that is lost with the window helps nobody. */
export async function signNote(server: Server, part: SignParams['part']): Promise<void> {
  const editor = findNote();
  if (editor === undefined) return;
  const by = await askForSigner(editor);
  if (by === undefined) return;
  const at = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const { document } = editor;
  const params: SignParams = { text: document.getText(), part, by, at, uri: document.uri.toString() };
  if (await insert(server, editor, methods.sign, params)) {
    const saved = document.isUntitled || (await document.save());
    void window.showInformationMessage(
      saved
        ? l10n.t('Signed by {0}. Corrections go into an addendum.', by)
        : l10n.t('Signed, but the note could not be saved.'),
    );
  }
}

/** Begins an addendum at the end of the note, the cursor where its reason is typed. */
export async function addAddendum(server: Server): Promise<void> {
  const editor = findNote();
  if (editor === undefined) return;
  const params: AddendumParams = {
    text: editor.document.getText(),
    on: toLocalDateTime(new Date()).date,
    by: readSigner(editor) ?? '',
  };
  await insert(server, editor, methods.addendum, params);
}

function findNote(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'soap-note') return editor;
  void window.showInformationMessage(l10n.t('Open the note first.'));
  return undefined;
}

/** The name that the settings give to whoever writes here; one word. */
function readSigner({ document }: TextEditor): string | undefined {
  const name = workspace.getConfiguration('soapNotes', document).get<string>('newNote.therapist', '').trim();
  return /^[^\s,{}"']{1,80}$/.test(name) ? name : undefined;
}

/** Whoever sits here signs, which need not be the therapist that the note names: that is only proposed. */
async function askForSigner(editor: TextEditor): Promise<string | undefined> {
  const known = readSigner(editor);
  if (known !== undefined) return known;
  const text = editor.document.getText(new Range(new Position(0, 0), new Position(30, 0)));
  return window.showInputBox({
    title: l10n.t('Sign note'),
    prompt: l10n.t(
      'Who signs? Your short id. The setting “SOAP Notes: New note: Therapist” spares the question.',
    ),
    value: /^therapist:[ \t]*([^\s,{}"']{1,80})[ \t]*\r?$/m.exec(text)?.[1] ?? '',
    validateInput: (value) =>
      /^[^\s,{}"']{1,80}$/.test(value)
        ? undefined
        : l10n.t('One word without spaces or commas, such as a.rivera.'),
  });
}

/** Asks the server what to insert and does it; false if nothing was done. */
async function insert(
  server: Server,
  editor: TextEditor,
  method: string,
  params: (SignParams & { readonly incomplete?: boolean }) | AddendumParams,
): Promise<boolean> {
  const { document } = editor;
  const { version } = document;
  const result = await server.request<SignResult>(method, params);
  if (result === undefined) {
    void window.showErrorMessage(l10n.t('Nothing was changed: the checker is not running.'));
    return false;
  }
  if ('refusal' in result) {
    void window.showInformationMessage(result.refusal);
    return false;
  }
  if ('missing' in result) {
    // The first button is the one that Enter takes: a hurried Enter must not sign.
    const first = l10n.t('Complete it first');
    const anyway = l10n.t('Sign as it stands');
    const answer = await window.showWarningMessage(
      l10n.t('This note is not ready to be signed. A signed note takes addenda only.'),
      { modal: true, detail: result.missing.join('\n') },
      first,
      anyway,
    );
    return answer === anyway && insert(server, editor, method, { ...params, incomplete: true });
  }
  const done =
    document.version === version &&
    (await editor.edit((edit) => edit.insert(document.positionAt(result.offset), result.newText)));
  if (!done) {
    void window.showInformationMessage(l10n.t('The note changed meanwhile; run the command again.'));
    return false;
  }
  if (result.cursor !== undefined) {
    const place = document.positionAt(result.cursor);
    editor.selection = new Selection(place, place);
    editor.revealRange(new Range(place, place));
  }
  return true;
}
