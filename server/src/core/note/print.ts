// The formatter: it changes white space alone, never a word, and never what the note says.
import { applyEdits, type TextEdit } from '../text/edit';
import { type Span, span } from '../text/span';
import { findLabel } from './labels';
import { isBlankLine, isRule, isSpaceCode, type Line, listLines, skipSpaces } from './lex';
import type { Block, Note } from './model';
import { parseNote } from './parse';
import { toShape } from './shape';

/**
 * The edits that bring a note into its canonical layout: two spaces for each level of a list, one blank line at
 * most, one before a Markdown heading, no white space at line ends, one final line end. The line end that the
 * file mostly uses is kept. A signed note is left alone.
 */
export function formatNote(text: string): readonly TextEdit[] {
  const formatted = formatText(text);
  return formatted === text ? [] : listSpaceEdits(text, formatted);
}

/**
 * The edits of `formatNote` that lie in a part of the note; none where they would not say the same without the others.
 * Both ends of the part count as inside.
 */
export function formatPart(text: string, part: Span): readonly TextEdit[] {
  const edits = formatNote(text).filter(({ span: at }) => part.start <= at.start && at.end <= part.end);
  return toShape(parseNote(applyEdits(text, edits)).value) === toShape(parseNote(text).value) ? edits : [];
}

/** The note in its canonical layout. */
export function formatText(text: string): string {
  const note = parseNote(text).value;
  if (note.frontMatter?.signed || text.trim() === '') return text;
  const shape = toShape(note);
  for (const indents of [true, false]) {
    const formatted = settle(text, indents);
    // Indentation carries meaning; where moving it would change the meaning it stays.
    if (formatted !== undefined && toShape(parseNote(formatted).value) === shape) return formatted;
  }
  return text;
}

/** Lays out until nothing changes any more, which takes one round for all but odd texts. */
function settle(text: string, indents: boolean): string | undefined {
  let current = text;
  for (let round = 0; round < 4; round++) {
    const next = layOut(parseNote(current).value, indents);
    if (next === current) return current;
    current = next;
  }
  return undefined;
}

/** Where a line belongs: how deep, and whether it starts a block or goes on with one. */
interface Place {
  readonly depth: number;
  readonly field: boolean;
}

function layOut(note: Note, indents: boolean): string {
  const { text, frontMatter } = note;
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lines = listLines(text, start);
  const lineEnd = commonLineEnd(text);
  const places = listPlaces(note);
  const headings = new Map(note.sections.map(({ heading }) => [heading.start, heading.end]));
  const out: string[] = [text.slice(0, start)];
  let blanks = 0;
  let place: Place | undefined;
  let bullet = false;
  let previous: Line | undefined;
  for (const line of lines) {
    if (frontMatter && line.start < frontMatter.span.end) {
      if (isBlankLine(line) && line.start < frontMatter.body.start) continue;
      // YAML keeps its own layout; only its line ends are made one.
      const isFence = line.next <= frontMatter.body.start || line.start >= frontMatter.body.end;
      const stop = isFence ? line.end : contentEnd(text, line);
      out.push(text.slice(line.start, stop), line.next < text.length || isFence ? lineEnd : '');
      blanks = 0;
      previous = line;
      continue;
    }
    if (isBlankLine(line)) {
      blanks += 1;
      continue;
    }
    const headingEnd = headings.get(line.first);
    const isHeading = headingEnd !== undefined;
    const isMarkdown = isHeading && text.charCodeAt(line.first) === 35;
    if (out.length > 1 && (blanks > 0 || (isMarkdown && previous))) out.push(lineEnd);
    blanks = 0;
    previous = line;
    if (isRule(text, line)) {
      out.push(text.slice(line.first, line.end), lineEnd);
      continue;
    }
    const begun = places.get(isHeading ? skipSpaces(text, headingEnd, line.end) : line.first);
    if (begun || isHeading) {
      place = begun;
      bullet = line.bullet !== undefined && !isHeading;
    }
    const goesOn = begun === undefined && (bullet || (place?.field === true && line.indent > 0));
    const depth = 2 * (place?.depth ?? 0) + (goesOn ? 2 : 0);
    const indent = indents ? ' '.repeat(isHeading ? 0 : depth) : text.slice(line.start, line.first);
    out.push(indent, layOutLine(text, line, begun !== undefined && !isHeading, isMarkdown), lineEnd);
  }
  return out.join('');
}

/** The words of a line with one space behind bullet, check box, label and `#`. */
function layOutLine(text: string, line: Line, startsBlock: boolean, isMarkdown: boolean): string {
  if (isMarkdown) {
    const hashes = /^#+/.exec(text.slice(line.first, line.first + 6))?.[0] ?? '';
    const rest = skipSpaces(text, line.first + hashes.length, line.end);
    return `${hashes} ${text.slice(rest, line.end)}`;
  }
  if (!startsBlock) return text.slice(line.first, line.end);
  let from = line.first;
  let head = '';
  if (line.bullet) {
    head = text.slice(line.first, line.content).replace(/\s+/g, ' ').trim();
    const box = /^(.*?\S)\s?(\[\s?.?\s?\])$/.exec(head);
    if (box) head = `${box[1]} ${box[2]}`;
    if (line.content < line.end) head += ' ';
    from = line.content;
  }
  const label = findLabel(text, from, line.end);
  if (!label || label.value >= line.end) return head + text.slice(from, line.end);
  let gap = label.value;
  while (gap > from && isSpaceCode(text.charCodeAt(gap - 1))) gap -= 1;
  return `${head}${text.slice(from, gap)} ${text.slice(label.value, line.end)}`;
}

/** Where each block begins, with its depth; what stands below a heading that names a field is not indented. */
function listPlaces(note: Note): ReadonlyMap<number, Place> {
  const { text } = note;
  const places = new Map<number, Place>();
  const add = (blocks: readonly Block[], depth: number): void => {
    for (const block of blocks) {
      places.set(block.span.start, { depth, field: block.kind === 'field' });
      const isTitle = block.kind === 'field' && isSubheading(text, block.span.start);
      add(block.children, isTitle ? depth : depth + 1);
    }
  };
  add(note.preamble, 0);
  for (const section of note.sections) add(section.blocks, 0);
  return places;
}

function isSubheading(text: string, start: number): boolean {
  const line = /^[^\r\n]*/.exec(text.slice(start, start + 80))?.[0] ?? '';
  return /^(?:#|[*_]+[^\s*_])/.test(line) || !line.includes(':');
}

/** The end of a line of YAML with its own trailing spaces, but without its line end. */
function contentEnd(text: string, line: Line): number {
  let end = line.next;
  while (end > line.start && /[\r\n]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

/** The line end that the text mostly uses. */
export function commonLineEnd(text: string): string {
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1 - crlf;
  const cr = text.split('\r').length - 1 - crlf;
  if (crlf > lf && crlf >= cr) return '\r\n';
  return cr > lf ? '\r' : '\n';
}

/** The edits that turn one text into another that differs from it in white space alone. */
function listSpaceEdits(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  let to = 0;
  while (from < before.length || to < after.length) {
    const gapStart = from;
    const newStart = to;
    while (from < before.length && isSpaceCode(before.charCodeAt(from))) from += 1;
    while (to < after.length && isSpaceCode(after.charCodeAt(to))) to += 1;
    const newText = after.slice(newStart, to);
    if (before.slice(gapStart, from) !== newText) edits.push({ span: span(gapStart, from), newText });
    from += 1;
    to += 1;
  }
  return edits;
}
