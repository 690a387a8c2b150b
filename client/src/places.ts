// Opens a place in a document, in the editor where the document is shown already, else beside the views.
import { Range, TextEditorRevealType, Uri, ViewColumn, window, workspace } from 'vscode';

/** A place as the server names it; offsets count UTF-16 units. */
export interface Place {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** Opens a place. A document that is gone gives nothing. */
export async function openPlace({ uri, start, end }: Place): Promise<void> {
  const target = Uri.parse(uri, true);
  const shown = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === target.toString(),
  );
  const document = shown?.document ?? (await workspace.openTextDocument(target));
  const range = new Range(document.positionAt(start), document.positionAt(end));
  const editor = await window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    selection: range,
  });
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Reads a place from a message of a page; undefined for anything else. */
export function toPlace(value: unknown): Place | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('uri' in value) || !('start' in value) || !('end' in value)) return undefined;
  const { uri, start, end } = value;
  return typeof uri === 'string' && Number.isInteger(start) && Number.isInteger(end)
    ? { uri, start: Number(start), end: Number(end) }
    : undefined;
}
