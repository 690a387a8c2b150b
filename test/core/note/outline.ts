// The outline of a parsed note as docs/format.md writes it: one line for each section, field and text.
import type { Block, FrontMatter, Note, Parsed } from '../../../server/src/core/note/model';
import type { Span } from '../../../server/src/core/text/span';

/** Writes a note's front matter keys, sections, blocks and problems, two spaces for each level. */
export function toOutline({ value: note, problems }: Parsed<Note>): string {
  const lines: string[] = [];
  const words = (at: Span): string => note.text.slice(at.start, at.end).replace(/\s+/g, ' ');
  const add = (blocks: readonly Block[], indent: string): void => {
    for (const block of blocks) {
      const box = block.checked === undefined ? '' : block.checked ? '[x] ' : '[ ] ';
      if (block.kind === 'field') {
        const value = words(block.value);
        lines.push(
          `${indent}${box}${block.field ?? 'field'} "${words(block.label)}"${value && ` = ${value}`}`,
        );
      } else lines.push(`${indent}${box}text = ${words(block.content)}`);
      add(block.children, `${indent}  `);
    }
  };
  if (note.frontMatter) lines.push(`front matter: ${toKeys(note.frontMatter)}`);
  add(note.preamble, '');
  for (const { id, title, blocks } of note.sections) {
    lines.push(`${id} "${words(title)}"`);
    add(blocks, '  ');
  }
  for (const { code, severity, span } of problems) {
    const at = words(span);
    if (code !== 'note/no-front-matter') lines.push(`${severity} ${code}${at && ` at ${at}`}`);
  }
  return lines.join('\n');
}

const toKeys = (frontMatter: FrontMatter): string =>
  frontMatter.entries.map(({ key }) => key.value).join(', ');
