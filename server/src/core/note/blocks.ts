// Builds the blocks of a section: fields, texts and what is indented below them, line by line, without recursion.
import { type Span, span } from '../text/span';
import type { FieldContext } from './fields';
import { fieldById } from './fields';
import { findLabel, type Label } from './labels';
import { isBlankLine, type Line } from './lex';
import type { Block, Field, Text } from './model';

/** How far what follows belongs to a field that has no value on its own line. */
type Gather =
  /** Only what is indented further. */
  | 'indented'
  /** Also list items of the same indentation that directly follow. */
  | 'list'
  /** Also lines without a bullet, up to a blank line behind them. */
  | 'lines'
  /** Everything up to the next heading or field without a bullet: it is a heading itself. */
  | 'heading';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Growing<T extends Block> = Mutable<Omit<T, 'children'>> & { children: Block[] };
type OpenBlock = Growing<Field> | Growing<Text>;

interface Open {
  readonly block: OpenBlock;
  readonly indent: number;
  gather: Gather;
  readonly bullet: boolean;
  readonly numbered: boolean;
}

/** Deeper lists are read as if they were indented this far. */
const MAX_DEPTH = 32;

/** A line at least this long was probably wrapped where it ends. */
const WRAPPED = 55;
/** A line that ends so goes on below. */
const BREAKS_OFF =
  /(?:[,;:/(&+\-\u2013\u2192]|(?:^|\s)(?:a|an|the|and|or|but|of|in|on|at|to|for|from|by|with|without|w\/|w\/o|no|not|any|some|had|has|have|is|are|was|were|denies|since|after|before|during|left|right|l|r|her|his|my|their|than|as|vs\.?|versus|per|due|poss\.?|possible|new|recent|acute|chronic))$/i;

/** Collects the blocks of one section. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  readonly #text: string;
  readonly #open: Open[] = [];
  /** True if the last line was blank or a heading: then no line continues the one before. */
  #broken = true;
  /** Where the last line that was taken starts and ends. */
  #lineStart = 0;
  #lineEnd = 0;
  /** True once something stands below a field that gathers lines. */
  #gathered = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** True if the line is indented below an open list item or field. */
  nested(line: Line): boolean {
    if (line.indent < 2) return false;
    const top = this.#open.findLast(({ gather }) => gather !== 'heading');
    return top !== undefined && line.indent > top.indent;
  }

  /** True at the start of the section and behind a blank line or heading. */
  get fresh(): boolean {
    return this.#broken;
  }

  /** Takes a blank line, or a rule such as `---`. */
  blank(): void {
    this.#broken = true;
    if (!this.#gathered) return;
    for (const open of this.#open) if (open.gather !== 'heading') open.gather = 'indented';
    this.#gathered = false;
  }

  /** Takes the text of a line from `from` on; `line.content` unless a heading stands before it. */
  add(line: Line, from: number): void {
    if (isBlankLine(line)) {
      this.blank();
      return;
    }
    this.#take(line, from);
    this.#lineStart = line.first;
    this.#lineEnd = line.end;
  }

  #take(line: Line, from: number): void {
    const afterHeading = from > line.content;
    const bulleted = line.bullet !== undefined && !afterHeading;
    const item = bulleted && this.#startsItem(line);
    const label = findLabel(this.#text, item || afterHeading ? from : line.content, line.end);
    if (!afterHeading && !item && !this.#broken && this.#continues(line, label)) {
      this.#extend(line);
      return;
    }
    const start = afterHeading ? from : line.first;
    const content = item || afterHeading ? from : line.bullet ? line.first : line.content;
    const block = label ? this.#field(label, start, line.end) : this.#textBlock(start, content, line.end);
    const checked = line.bullet?.checked;
    if (checked !== undefined && item) block.checked = checked;
    this.#attach(block, line, item, label);
    this.#broken = false;
  }

  /** Takes a heading that names a field or nothing we know; what follows belongs to the field. */
  addSubheading(line: Line, title: Span, field: string | undefined): void {
    this.#open.length = 0;
    this.#gathered = false;
    if (field === undefined) {
      const block = this.#textBlock(line.first, line.first, line.end);
      block.heading = true;
      this.blocks.push(block);
    } else {
      const block = this.#field(
        { span: title, entry: fieldById(field), value: line.end },
        line.first,
        line.end,
      );
      block.heading = true;
      this.blocks.push(block);
      this.#open.push({ block, indent: -1, gather: 'heading', bullet: false, numbered: false });
    }
    this.#broken = true;
  }

  #field(label: Label, start: number, end: number): OpenBlock {
    const valueStart = Math.min(label.value, end);
    return {
      kind: 'field',
      span: span(start, end),
      label: label.span,
      field: label.entry?.id,
      value: span(valueStart, end),
      children: [],
    };
  }

  #textBlock(start: number, content: number, end: number): OpenBlock {
    return { kind: 'text', span: span(start, end), content: span(Math.min(content, end), end), children: [] };
  }

  /** A bullet starts an item, but `7.` in the middle of a paragraph is the rest of a sentence. */
  #startsItem(line: Line): boolean {
    if (!line.bullet) return false;
    const { number } = line.bullet;
    if (number === undefined || number === 1 || this.#broken || this.#open.length === 0) return true;
    return this.#open.some(({ numbered }) => numbered) || this.#open.at(-1)?.block.kind === 'field';
  }

  /**
   * Whether a line without a bullet goes on with the block above. Below a field that is no list item, a line that
   * starts with a capital is a statement of its own, unless the line above is long or breaks off: who writes
   * `Family history: mother DVT` and below it `DVT left calf` does not speak of the mother any more.
   */
  #continues(line: Line, label: Label | undefined): boolean {
    const top = this.#open.at(-1);
    if (!top) return false;
    const start = this.#text.slice(line.content, line.content + 2);
    if (label) return !label.entry && !/^[\p{Lu}*_]/u.test(start);
    if (top.block.kind === 'text' || top.bullet || line.indent > top.indent) return true;
    if (top.block.value.start === top.block.value.end || !/^\p{Lu}/u.test(start)) return true;
    const above = this.#text.slice(Math.max(this.#lineStart, this.#lineEnd - 24), this.#lineEnd);
    return this.#lineEnd - this.#lineStart >= WRAPPED || BREAKS_OFF.test(above);
  }

  #extend(line: Line): void {
    const top = this.#open.at(-1);
    if (!top) return;
    const { block } = top;
    if (block.kind === 'field') {
      const isEmpty = block.value.start === block.value.end;
      block.value = span(isEmpty ? line.first : block.value.start, line.end);
    } else block.content = span(block.content.start, line.end);
    this.#stretch(line.end);
  }

  #stretch(end: number): void {
    for (const { block } of this.#open) {
      if (block.span.end < end) block.span = span(block.span.start, end);
    }
  }

  #attach(block: OpenBlock, line: Line, item: boolean, label: Label | undefined): void {
    while (this.#open.length > 0 && !this.#holds(this.#open.at(-1), line, item, label)) this.#open.pop();
    if (this.#open.length >= MAX_DEPTH) this.#open.length = MAX_DEPTH - 1;
    const parent = this.#open.at(-1);
    if (parent) {
      parent.block.children.push(block);
      if (parent.gather === 'lines' || parent.gather === 'list') this.#gathered = true;
      this.#stretch(block.span.end);
    } else this.blocks.push(block);
    this.#open.push({
      block,
      indent: line.indent,
      gather: gatherOf(block, item, label?.entry?.context),
      bullet: item,
      numbered: item && line.bullet?.number !== undefined,
    });
  }

  /** True if a block at this line stands below the open one. */
  #holds(open: Open | undefined, line: Line, item: boolean, label: Label | undefined): boolean {
    if (!open) return false;
    if (line.indent > open.indent && open.gather !== 'heading') {
      return item || open.bullet || open.gather !== 'indented' || line.indent >= open.indent + 2;
    }
    switch (open.gather) {
      case 'heading':
        return item || label?.entry === undefined;
      case 'list':
        return item && label?.entry === undefined && line.indent === open.indent;
      case 'lines':
        return (item || this.#broken || open.block.children.length > 0) && label?.entry === undefined;
      case 'indented':
        return false;
    }
  }
}

function gatherOf(block: OpenBlock, item: boolean, context: FieldContext | undefined): Gather {
  if (block.kind !== 'field' || item || block.value.start < block.value.end) return 'indented';
  return context === 'family' || context === 'past' ? 'lines' : 'list';
}
