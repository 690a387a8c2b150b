// A page of `soap-notes explain`: a heading and parts, each a label with paragraphs, printed as wrapped text.
import { type Confidence, type Knowledge, type SourceRef, wordEachSource } from '../../core/index';
import type { Paint } from '../console';

/** One part of a page; without paragraphs it is left out. */
export interface Part {
  readonly label: string;
  readonly paragraphs: readonly string[];
}

/** What is known of one entry. */
export interface Page {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

/** A kind of thing that can be explained. `names` are words that find an entry besides its id. */
export interface PageKind {
  readonly name: string;
  readonly plural: string;
  readonly what: string;
  list(kb: Knowledge): readonly { readonly id: string; readonly names: readonly string[] }[];
  toPage(kb: Knowledge, id: string): Page | undefined;
}

/** Makes a part out of what there is of some text. */
export const part = (label: string, ...paragraphs: readonly (string | undefined)[]): Part => ({
  label,
  paragraphs: paragraphs.filter((text) => text !== undefined).filter((text) => text !== ''),
});

/** A list in one line; undefined if it is empty. */
export const toList = (items: readonly string[]): string | undefined =>
  items.length === 0 ? undefined : items.join(', ');

/** Where an entry comes from, one source a line, with year and authority; the plain admission where there is none. */
export function toSources(kb: Knowledge, sources: readonly SourceRef[], confidence: Confidence): Part {
  const lines = wordEachSource(kb, sources).map(({ text, url }) =>
    url === undefined ? text : `${text} ${url}`,
  );
  return part(
    'Sources',
    ...new Set(lines.length > 0 ? lines : ['No source is recorded for this entry.']),
    `Confidence: ${confidence}.`,
  );
}

const width = 92;

/** Prints a page; the last line says what it is good for. */
export function printPage(page: Page, paint: Paint): string {
  const lines = [`${paint.bold(page.title)} ${paint.faint(`(${page.kind} ${page.id})`)}`];
  for (const { label, paragraphs } of page.parts) {
    if (paragraphs.length === 0) continue;
    lines.push('', paint.bold(label));
    for (const paragraph of paragraphs) lines.push(...wrapText(paragraph));
  }
  return `${lines.join('\n')}\n`;
}

/** Breaks a paragraph into lines: the first indented by two, the others by four. */
function wrapText(text: string): readonly string[] {
  const lines: string[] = [];
  let line = ' ';
  for (const word of text.split(/\s+/)) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '   ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
