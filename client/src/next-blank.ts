// The next place of a note that is left to write: a label with nothing behind it, or a list item without words. Pure, so
// that a test can read it.

const label = /^[ \t]*(?:[-*•–][ \t]+)?[^\s:#][^:\n]{0,60}:[ \t]*$/;
const item = /^[ \t]*[-*•–][ \t]*$/;
const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;
const isItem = (line: string): boolean => /^[ \t]*[-*•–](?:[ \t]|$)/.test(line);

/** True for a line that waits for words. What stands below a label, deeper or as a list, is its words. */
function isBlank(line: string, next: string): boolean {
  if (item.test(line)) return true;
  if (!label.test(line)) return false;
  if (next.trim() === '') return true;
  return indentOf(next) <= indentOf(line) && (isItem(line) || !isItem(next));
}

/** The first line behind a line that is left to write, or else the first of all; undefined where none is. */
export function findNextBlank(lines: readonly string[], from: number): number | undefined {
  const blank = lines.flatMap((line, index) => (isBlank(line, lines[index + 1] ?? '') ? [index] : []));
  return blank.find((index) => index > from) ?? blank[0];
}
