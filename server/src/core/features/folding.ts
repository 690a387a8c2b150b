// What can be folded away: front matter, sections, lists below a label.
import type { Block } from '../note/model';
import type { Span } from '../text/span';
import type { View } from '../workspace/model';

export interface Fold {
  readonly span: Span;
  readonly kind: 'front-matter' | 'section' | 'list';
}

/** Lists the stretches that can be folded; the front drops those of one line. */
export function listFolds(view: View): readonly Fold[] {
  if (view.kind !== 'note') return [];
  const note = view.parsed.value;
  const folds: Fold[] =
    note.frontMatter === undefined
      ? []
      : [{ span: trimEnd(view.file.text, note.frontMatter.span), kind: 'front-matter' }];
  const add = (blocks: readonly Block[], depth: number): void => {
    for (const block of blocks) {
      const last = block.children[block.children.length - 1];
      if (last === undefined || depth > 8) continue;
      folds.push({
        span: trimEnd(view.file.text, {
          start: block.span.start,
          end: Math.max(block.span.end, last.span.end),
        }),
        kind: 'list',
      });
      add(block.children, depth + 1);
    }
  };
  add(note.preamble, 0);
  for (const section of note.sections) {
    folds.push({ span: trimEnd(view.file.text, section.span), kind: 'section' });
    add(section.blocks, 0);
  }
  return folds;
}

function trimEnd(text: string, at: Span): Span {
  let { end } = at;
  while (end > at.start && /\s/.test(text.charAt(end - 1))) end--;
  return { start: at.start, end };
}
