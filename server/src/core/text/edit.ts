// Changes to one text, as data.
import type { Span, Uri } from './span';

/** Replaces one span by new text. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Edits of one document. */
export interface DocumentEdit {
  readonly uri: Uri;
  readonly edits: readonly TextEdit[];
}

/** Applies edits that do not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let from = 0;
  for (const edit of sorted) {
    result += text.slice(from, Math.max(from, edit.span.start)) + edit.newText;
    from = Math.max(from, edit.span.end);
  }
  return result + text.slice(from);
}
