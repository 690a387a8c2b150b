// Writes the sections of a note under canonical headings, one entry for each field, item and paragraph.
import { listLines } from '../note/lex';
import type { Block, Note } from '../note/model';
import type { SectionId } from '../note/sections';
import { type Span, sliceSpan, span } from '../text/span';
import { canonicalTitle, type Title } from './titles';

/** How much is rewritten: `entries` makes items of all blocks, `headings` leaves what stands below headings. */
export type Extent = 'entries' | 'headings';

/** The sections of the note from the first heading on, with LF line ends. */
export function layOutSections(note: Note, titles: readonly Title[], extent: Extent): string {
  const writer = new Writer(note, extent);
  note.sections.forEach((_, index) => {
    writer.section(index, titles[index]);
  });
  return writer.toText();
}

class Writer {
  readonly #note: Note;
  readonly #extent: Extent;
  readonly #lines: string[] = [];
  #open: SectionId | undefined;

  constructor(note: Note, extent: Extent) {
    this.#note = note;
    this.#extent = extent;
  }

  toText(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  section(index: number, title: Title | undefined): void {
    const section = this.#note.sections[index];
    if (!section || !title) return;
    const { blocks } = section;
    if (title.kind === 'addendum') {
      const colon = /[:\uff1a][*_]*$/.test(sliceSpan(this.#note.text, section.heading));
      this.#heading(`## ${title.words}${colon ? ':' : ''}`);
    } else if (title.kind === 'history') this.#heading(`### ${title.words}`);
    else if (title.kind === 'alone') {
      this.#heading(`## ${title.words}`);
      this.#open = section.id;
    } else if (title.kind === 'same' || this.#open !== section.id) {
      const more = title.kind === 'same' && title.words !== '' ? ` ${title.words}` : '';
      this.#heading(`## ${canonicalTitle(section.id)}${more}`);
      this.#open = section.id;
    }
    const asField = title.kind === 'own' && title.field !== undefined;
    if (title.kind === 'own' && (!asField || this.#extent === 'headings'))
      this.#heading(`### ${title.words}`);
    if (this.#extent === 'headings') {
      this.#verbatim(span(section.heading.end, section.span.end));
      return;
    }
    if (!asField) {
      this.#blocks(blocks, 0);
      return;
    }
    const own = countOwn(blocks);
    const [first] = blocks;
    const inline = own === 1 && first?.kind === 'text' && this.#markerOf(first) === '- ';
    const value = inline ? this.#wrapped(first.content, 2) : [];
    this.#lines.push(`- ${title.words}:${value.length > 0 ? ` ${value.join('\n')}` : ''}`);
    if (inline) this.#blocks(first.children, 1);
    else this.#blocks(blocks.slice(0, own), 1);
    this.#blocks(blocks.slice(own), 0);
  }

  #heading(words: string): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
    this.#lines.push(words);
  }

  /** What stands below a heading as it is, but for the white space around it. */
  #verbatim(at: Span): void {
    const lines = sliceSpan(this.#note.text, at).split(/\r\n|\r|\n/);
    const words = lines.map((line, index) => (index === 0 ? line.trim() : line.trimEnd()));
    while (words.length > 0 && words[0] === '') words.shift();
    while (words.length > 0 && words.at(-1) === '') words.pop();
    this.#lines.push(...words);
  }

  #blocks(blocks: readonly Block[], depth: number): void {
    let leads = false;
    for (const block of blocks) {
      // `Denies:` leads the list below it, and that list alone: its items stand below it from now on.
      const below = leads && isBulleted(block) ? depth + 1 : depth;
      if (below === depth) leads = this.#leads(block);
      this.#block(block, below);
      // The parser bounds how deep blocks nest.
      this.#blocks(block.children, below + 1);
    }
  }

  #leads(block: Block): boolean {
    if (block.kind === 'field' || block.heading || block.children.length > 0) return false;
    return !isBulleted(block) && /:\s*$/.test(sliceSpan(this.#note.text, block.content));
  }

  #block(block: Block, depth: number): void {
    const { text } = this.#note;
    const indent = '  '.repeat(depth);
    if (block.heading && block.kind === 'text') {
      const words = sliceSpan(text, block.content);
      this.#heading(`### ${titleWords(words)}${words.endsWith(':') ? ':' : ''}`);
      return;
    }
    const start = `${indent}${this.#markerOf(block)}`;
    if (block.kind === 'text') {
      this.#lines.push(start + this.#wrapped(block.content, 2 * depth + 2).join('\n'));
      return;
    }
    const value = this.#wrapped(block.value, 2 * depth + 2);
    const label = sliceSpan(text, block.label).replace(/\s+/g, ' ');
    this.#lines.push(`${start}${label}:${value.length > 0 ? ` ${value.join('\n')}` : ''}`);
  }

  /** The bullet of an entry: a number and a check box stay, any other bullet becomes a dash. */
  #markerOf(block: Block): string {
    const start = block.kind === 'field' ? block.label.start : block.content.start;
    const marks = this.#note.text.slice(block.span.start, start);
    const bullet = /^\d{1,2}[.)]/.exec(marks)?.[0] ?? '-';
    const box = /\[.?\]|[\u2610-\u2612\u2713\u2714]/.exec(marks)?.[0];
    return box === undefined ? `${bullet} ` : `${bullet} ${box} `;
  }

  /** The lines of a text; those that go on are indented. */
  #wrapped(at: Span, indent: number): readonly string[] {
    const { text } = this.#note;
    const lines = listLines(sliceSpan(text, at)).map((line) =>
      text.slice(at.start + line.first, at.start + line.end),
    );
    return lines
      .filter((line) => line !== '')
      .map((line, index) => (index === 0 ? line : ' '.repeat(indent) + line));
  }
}

const isBulleted = (block: Block): boolean =>
  block.span.start < (block.kind === 'field' ? block.label.start : block.content.start);

/** How many blocks belong to a heading that names a field: those before the first known field. */
export function countOwn(blocks: readonly Block[]): number {
  const end = blocks.findIndex(
    (block) => block.heading === true || (block.kind === 'field' && block.field !== undefined),
  );
  return end < 0 ? blocks.length : end;
}

/** The words of a heading line without its marks: `**Low back:**` gives `Low back`. */
export const titleWords = (line: string): string =>
  line
    .replace(/^#+\s*/, '')
    .replace(/^[*_]{1,3}(?=[^\s*_])/, '')
    .replace(/\s#+$/, '')
    .replace(/[\s*_:\uff1a]+$/, '')
    .replace(/\s+/g, ' ');
