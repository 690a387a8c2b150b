// Opens a document at a place: what a click on a line above a note does.
import { Range, Uri, window } from 'vscode';

interface Place {
  readonly line: number;
  readonly character: number;
}

/** Shows a document with a place selected. Arguments as the server sends them; anything else does nothing. */
export async function goTo(uri: unknown, range: unknown): Promise<void> {
  if (typeof uri !== 'string' || !isRange(range)) return;
  const { start, end } = range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(Uri.parse(uri), { selection });
}

const isRange = (range: unknown): range is { readonly start: Place; readonly end: Place } =>
  typeof range === 'object' &&
  range !== null &&
  'start' in range &&
  'end' in range &&
  isPlace(range.start) &&
  isPlace(range.end);

const isPlace = (place: unknown): place is Place =>
  typeof place === 'object' &&
  place !== null &&
  'line' in place &&
  'character' in place &&
  typeof place.line === 'number' &&
  typeof place.character === 'number';
