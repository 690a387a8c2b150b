// The command "Go to next blank": from one field to the next that is left to write, by one key.
import { l10n, Position, Range, Selection, window } from 'vscode';
import { findNextBlank } from './next-blank';

/** Puts the cursor where the next words belong; a label gets its space. */
export async function goToNextBlank(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'soap-note') return;
  const { document, selection } = editor;
  const lines = document.getText().split(/\r\n|\r|\n/);
  const line = findNextBlank(lines, selection.active.line);
  if (line === undefined) {
    void window.showInformationMessage(l10n.t('Nothing in this note is left blank.'));
    return;
  }
  const text = lines[line] ?? '';
  let place = new Position(line, text.length);
  if (!/[ \t]$/.test(text) && (await editor.edit((edit) => edit.insert(place, ' '))))
    place = place.translate(0, 1);
  editor.selection = new Selection(place, place);
  editor.revealRange(new Range(place, place));
}
