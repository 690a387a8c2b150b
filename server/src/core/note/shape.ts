// Whether two notes say the same: the same sections, fields and texts, wherever their words stand.
import { type Span, sliceSpan } from '../text/span';
import type { Block, Note } from './model';

/** A text of everything in the note but white space and places; equal for two notes that differ in layout only. */
export function toShape(note: Note): string {
  const parts: string[] = [];
  const words = (at: Span): string => sliceSpan(note.text, at).replace(/\s+/g, '');
  const add = (blocks: readonly Block[], depth: number): void => {
    for (const block of blocks) {
      const checked = block.checked === undefined ? '' : ` ${block.checked}`;
      if (block.kind === 'field') {
        parts.push(
          `${depth} field ${block.field ?? ''}${checked} ${words(block.label)}: ${words(block.value)}`,
        );
      } else parts.push(`${depth} text${checked} ${words(block.content)}`);
      // The parser bounds how deep blocks nest.
      add(block.children, depth + 1);
    }
  };
  if (note.frontMatter) parts.push(`front matter ${words(note.frontMatter.body)}`);
  add(note.preamble, 0);
  for (const section of note.sections) {
    parts.push(`section ${section.id} ${words(section.heading)} ${words(section.title)}`);
    add(section.blocks, 0);
  }
  return parts.join('\n');
}
