// What a selection grows to: the word, the term, its clause, the value, the entry, the list, the section, the note.
import type { Block } from '../note/model';
import { containsSpan, type Span, span, touchesSpan } from '../text/span';
import type { View } from '../workspace/model';

/** The stretches around an offset from the smallest to the whole document; each holds the one before it. */
export function listSelections(view: View, offset: number): readonly Span[] {
  const { text } = view.file;
  const around = [wordAt(text, offset), lineAt(text, offset), span(0, text.length)];
  if (view.kind === 'note') {
    const note = view.parsed.value;
    for (const { span: term, reach } of view.session.mentions)
      if (touchesSpan(term, offset)) around.push(term, reach);
    if (note.frontMatter !== undefined) around.push(note.frontMatter.body, note.frontMatter.span);
    addBlocks(note.preamble, offset, around);
    for (const section of note.sections) {
      around.push(section.title, section.heading, section.span);
      addBlocks(section.blocks, offset, around);
    }
  } else if (view.kind !== 'knowledge')
    for (const { key, value } of view.parsed.value.entries)
      around.push(value, span(key.span.start, Math.max(key.span.end, value.end)));
  const sorted = around
    .filter((one) => one.start < one.end && touchesSpan(one, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  // Stretches that only cross each other do not nest: the smaller one is kept.
  const nested: Span[] = [];
  for (const one of sorted) {
    const last = nested.at(-1);
    const isLarger = last === undefined || one.end - one.start > last.end - last.start;
    if (isLarger && (last === undefined || containsSpan(one, last))) nested.push(one);
  }
  return nested;
}

const deepest = 64;

function addBlocks(blocks: readonly Block[], offset: number, around: Span[], depth = 0): void {
  for (const block of blocks) {
    const last = block.children.at(-1);
    const whole = span(block.span.start, Math.max(block.span.end, last?.span.end ?? 0));
    if (!touchesSpan(whole, offset) || depth > deepest) continue;
    around.push(whole, block.span);
    if (block.kind === 'field') around.push(block.label, block.value);
    else around.push(block.content);
    addBlocks(block.children, offset, around, depth + 1);
  }
}

function wordAt(text: string, offset: number): Span {
  const isWord = (at: number): boolean => /[\p{L}\p{N}'’-]/u.test(text.charAt(at));
  let start = offset;
  let end = offset;
  while (start > 0 && isWord(start - 1)) start -= 1;
  while (end < text.length && isWord(end)) end += 1;
  return span(start, end);
}

function lineAt(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const end = text.slice(offset).search(/[\r\n]/);
  return span(start, end < 0 ? text.length : offset + end);
}
