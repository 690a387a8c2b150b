// What the tests in the editor share: notes of the example practice, and waiting for what the server sends.
import { strict as assert } from 'node:assert';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commands,
  type Diagnostic,
  languages,
  type Position,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

/** Id of the extension. */
export const extensionId = 'soap-notes.soap-notes';

/** A file of the example practice, such as `clients/maria-lopez/client.yaml`. */
export function exampleFile(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the example practice is open');
  return Uri.joinPath(folder.uri, path);
}

/** Opens a note of the example practice in an editor. */
export async function openExample(path: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(exampleFile(path)));
}

/** Opens an unsaved note with this text. */
export async function openNote(content: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language: 'soap-note', content }));
}

/** Gives back what was typed and closes every editor. */
export async function closeEditors(): Promise<void> {
  while (window.activeTextEditor !== undefined)
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** Where a text stands in a document. */
export function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `“${text}” is in the document`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** The end of a text in a document. */
export function endOf(document: TextDocument, text: string): Position {
  return rangeOf(document, text).end;
}

/** Types a text over another, as a person would. */
export async function replace(editor: TextEditor, range: Range, text: string): Promise<void> {
  assert.ok(await editor.edit((edit) => edit.replace(range, text)));
}

/** Waits until the findings of a document are as wished, and returns them. */
export async function waitForFindings(
  uri: Uri,
  wished: (findings: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  if (!(await waitFor(() => wished(listFindings(uri))))) {
    const seen = listFindings(uri).map((finding) => `${idOf(finding)}: ${finding.message}`);
    throw new Error(`The findings did not become as wished. Last seen:\n${seen.join('\n')}`);
  }
  return listFindings(uri);
}

/** Waits until something holds; false if it does not in time. */
export async function waitFor(holds: () => boolean, limitMs = 10_000): Promise<boolean> {
  const deadline = performance.now() + limitMs;
  // Looking again and again is quicker than VS Code's event for changed findings, which waits for more to come.
  while (!holds()) {
    if (performance.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return true;
}

/** The findings of this extension for a document. */
export function listFindings(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(isOurs);
}

/** True for findings of this extension. */
export function isOurs({ source }: Diagnostic): boolean {
  return source === 'soap-notes';
}

/** The findings whose place touches a range. */
export function findingsAt(findings: readonly Diagnostic[], range: Range): readonly Diagnostic[] {
  return findings.filter((finding) => finding.range.intersection(range) !== undefined);
}

/** Id of the rule of a finding. */
export function idOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Keeps a measurement to be printed after the run. */
export function keepMeasurement(words: string): void {
  const folder = process.env.SOAP_NOTES_RESULTS;
  if (folder !== undefined) appendFileSync(join(folder, 'measured.txt'), `${words}\n`);
}
