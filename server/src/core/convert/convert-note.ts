// Convert to SOAP note: brings a note of any system into the canonical form without losing or changing a word.
import type { Note } from '../note/model';
import { parseNote } from '../note/parse';
import { commonLineEnd, formatText } from '../note/print';
import { type KnownClient, toFrontMatter } from './front-matter';
import { type Extent, layOutSections } from './layout';
import { hasCanonicalHeadings, listTitles } from './titles';
import { toTrace } from './trace';

/** What the converter may use beside the text. */
export interface ConvertOptions {
  /** The clients of the practice: the only one of the name in a pasted header becomes `client:`. */
  readonly clients?: readonly KnownClient[];
}

/**
 * The note in the canonical form of docs/format.md: canonical headings, one entry for each field, item and paragraph,
 * and front matter if a pasted header gives its values for certain. Every word stays, in its order; a heading gives
 * way only to a canonical one that says the same. A canonical note, a signed one, and one that cannot be converted
 * without a change of what it says come back as they are.
 */
export function convertNote(text: string, options: ConvertOptions = {}): string {
  const note = parseNote(text).value;
  if (text.trim() === '' || isSigned(note)) return text;
  const titles = listTitles(note);
  const frontMatter = toFrontMatter(note, options.clients ?? []);
  const fences = frontMatter === undefined ? '' : `---\n${frontMatter.join('\n')}\n---\n\n`;
  const isCanonical = note.sections.length === 0 || hasCanonicalHeadings(note, titles);
  if (isCanonical && frontMatter === undefined) return text;
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lineEnd = commonLineEnd(text);
  const trace = toTrace(note).join('\n');
  const accept = (result: string): boolean => {
    const after = parseNote(result).value;
    return (
      toTrace(after).join('\n') === trace &&
      (after.sections.length === 0 || hasCanonicalHeadings(after, listTitles(after))) &&
      (frontMatter === undefined
        ? bodyOf(after) === bodyOf(note) && toFrontMatter(after, options.clients ?? []) === undefined
        : bodyOf(after) === frontMatter.join('\n'))
    );
  };
  if (isCanonical) {
    const result = text.slice(0, start) + fences.replaceAll('\n', lineEnd) + text.slice(start).trimStart();
    return accept(result) ? result : text;
  }
  for (const extent of ['entries', 'headings'] satisfies readonly Extent[]) {
    const body = keptTop(note, start) + layOutSections(note, titles, extent);
    const result = text.slice(0, start) + formatText(fences + body).replaceAll(/\r\n|\r|\n/g, lineEnd);
    if (accept(result)) return result;
  }
  return text;
}

/** True for a note that has sections whose headings are not canonical, and that may be changed. */
export const isForeign = (note: Note): boolean =>
  note.sections.length > 0 && !isSigned(note) && !hasCanonicalHeadings(note, listTitles(note));

const isSigned = ({ frontMatter }: Note): boolean =>
  frontMatter?.signed !== undefined ||
  frontMatter?.entries.some(({ key }) => key.value === 'signed') === true;

/** Front matter and the text before the first heading, as they are. */
function keptTop(note: Note, start: number): string {
  const { text, frontMatter, sections } = note;
  const from = frontMatter?.span.end ?? start;
  const top = text.slice(start, from);
  const preamble = text.slice(from, sections[0]?.span.start ?? text.length).trim();
  return [top, preamble].flatMap((part) => (part === '' ? [] : [`${part}\n\n`])).join('');
}

/** What the front matter says, whatever its line ends and the white space around them. */
function bodyOf({ text, frontMatter }: Note): string {
  if (frontMatter === undefined) return '';
  const { start, end } = frontMatter.body;
  return text
    .slice(start, end)
    .replace(/\r\n|\r/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
