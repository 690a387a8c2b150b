// The outline of a note: sections, and the fields and entries in them.
import type { Block } from '../note/model';
import { sectionTable } from '../note/sections';
import { type Span, sliceSpan } from '../text/span';
import type { View } from '../workspace/model';

export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'section' | 'field' | 'entry' | 'key';
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineEntry[];
}

const longest = 60;
const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
};

/** Lists the symbols of a document. */
export function listSymbols(view: View): readonly OutlineEntry[] {
  const { text } = view.file;
  if (view.kind === 'knowledge') return [];
  if (view.kind !== 'note') {
    return view.parsed.value.entries.map((entry) => ({
      name: entry.key.value,
      detail: shorten(sliceSpan(text, entry.value)),
      kind: 'key',
      span: { start: entry.key.span.start, end: Math.max(entry.key.span.end, entry.value.end) },
      selection: entry.key.span,
      children: [],
    }));
  }
  return view.parsed.value.sections.map((section) => ({
    name: sectionTable.find((entry) => entry.id === section.id)?.title ?? section.id,
    detail: '',
    kind: 'section',
    span: section.span,
    selection: section.heading,
    children: listBlocks(text, section.blocks, 0),
  }));
}

const deepest = 4;

function listBlocks(text: string, blocks: readonly Block[], depth: number): readonly OutlineEntry[] {
  if (depth > deepest) return [];
  return blocks.flatMap((block): readonly OutlineEntry[] => {
    const children = listBlocks(text, block.children, depth + 1);
    if (block.kind === 'field') {
      const name = shorten(sliceSpan(text, block.label));
      return name === ''
        ? children
        : [
            {
              name,
              detail: shorten(sliceSpan(text, block.value)),
              kind: 'field',
              span: block.span,
              selection: block.label,
              children,
            },
          ];
    }
    const name = shorten(sliceSpan(text, block.content));
    return name === ''
      ? children
      : [{ name, detail: '', kind: 'entry', span: block.span, selection: block.content, children }];
  });
}
