// The edit that converts a note of another system, and where it is offered.
import { convertNote, isForeign } from '../convert/convert-note';
import type { KnownClient } from '../convert/front-matter';
import type { TextEdit } from '../text/edit';
import { overlapsSpan, type Span, span, touchesSpan } from '../text/span';
import type { View } from '../workspace/model';

/**
 * The edit behind "Convert to SOAP note" for a note whose headings are not canonical; undefined where there is
 * nothing to convert. With a range it is offered only at a heading, so that it does not stand at every line.
 */
export function findConversion(
  view: View,
  range: Span | undefined,
  clients: readonly KnownClient[],
): TextEdit | undefined {
  if (view.kind !== 'note' || !isForeign(view.parsed.value)) return undefined;
  const { sections } = view.parsed.value;
  const atHeading = ({ heading }: { readonly heading: Span }): boolean =>
    range === undefined || overlapsSpan(heading, range) || touchesSpan(heading, range.start);
  if (!sections.some(atHeading)) return undefined;
  const { text } = view.file;
  const converted = convertNote(text, { clients });
  return converted === text ? undefined : toOneEdit(text, converted);
}

/** One edit from the first to the last line that differs. */
function toOneEdit(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  let end = 0;
  const limit = Math.min(before.length, after.length) - start;
  while (end < limit && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  // Line ends of two characters, and characters of two units, stay whole.
  const line = before.indexOf('\n', before.length - end);
  end = line < 0 ? 0 : before.length - line - 1;
  return { span: span(start, before.length - end), newText: after.slice(start, after.length - end) };
}
