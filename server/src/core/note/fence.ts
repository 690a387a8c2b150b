// Finds the front matter between its `---` lines, and tells it from a rule at the top of a pasted note.
import { type Span, span } from '../text/span';
import { findHeading } from './headings';
import { noteKeys } from './keys';
import { isBlankLine, type Line } from './lex';

export interface FrontMatterPlace {
  /** Both fences and what is between them, without the last line end. */
  readonly span: Span;
  /** Between the fences. */
  readonly body: Span;
  /** The opening fence. */
  readonly fence: Span;
  readonly closed: boolean;
  /** How many lines belong to it, blank ones before it included. */
  readonly linesUsed: number;
}

const isFence = (text: string, line: Line): boolean =>
  line.indent === 0 && line.end - line.first === 3 && text.startsWith('---', line.first);
const isClosing = (text: string, line: Line): boolean =>
  isFence(text, line) ||
  (line.indent === 0 && line.end - line.first === 3 && text.startsWith('...', line.first));

/** Finds the front matter; it begins on the first line that is not blank. */
export function findFrontMatter(text: string, lines: readonly Line[]): FrontMatterPlace | undefined {
  const opening = lines.findIndex((line) => !isBlankLine(line));
  const fence = lines[opening];
  if (!fence || !isFence(text, fence)) return undefined;
  let known = false;
  let headings = false;
  let closing = -1;
  let end = lines.length;
  for (let i = opening + 1; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    if (isClosing(text, line)) {
      closing = i;
      break;
    }
    if (isKnownKey(text, line)) known = true;
    else if (line.indent === 0 && isHeading(text, line)) {
      headings = true;
      end = Math.min(end, i);
    } else if (!isYamlLine(text, line)) end = Math.min(end, i);
  }
  if (closing >= 0 && (known || !headings)) return placeOf(fence, lines, closing, true);
  if (closing >= 0 || !known || !isKnownKey(text, lines[opening + 1])) return undefined;
  return placeOf(fence, lines, end, false);
}

function placeOf(fence: Line, lines: readonly Line[], stop: number, closed: boolean): FrontMatterPlace {
  const bodyEnd = lines[stop]?.start ?? lines.at(-1)?.next ?? fence.next;
  const last = closed ? lines[stop] : lines[stop - 1];
  return {
    span: span(fence.start, Math.max(last?.end ?? fence.end, bodyEnd)),
    body: span(fence.next, Math.max(fence.next, bodyEnd)),
    fence: span(fence.first, fence.end),
    closed,
    linesUsed: closed ? stop + 1 : stop,
  };
}

function keyOf(text: string, line: Line | undefined): string | undefined {
  if (!line || line.indent > 0) return undefined;
  return /^([A-Za-z][\w-]*)\s*:/.exec(text.slice(line.start, Math.min(line.end, line.start + 40)))?.[1];
}

const isKnownKey = (text: string, line: Line | undefined): boolean =>
  noteKeys.includes(keyOf(text, line) ?? '');

function isYamlLine(text: string, line: Line): boolean {
  if (isBlankLine(line) || line.indent > 0) return true;
  const first = text.charAt(line.first);
  return first === '#' || first === '-' || first === ']' || first === '}' || keyOf(text, line) !== undefined;
}

/** Whether the line would open a section if it stood in the body. */
function isHeading(text: string, line: Line): boolean {
  const heading = findHeading(text, line, {
    section: undefined,
    form: undefined,
    level: 0,
    nested: false,
    fresh: true,
    afterBlank: false,
    letters: {},
    labelAbove: undefined,
  });
  return heading?.section !== undefined;
}
