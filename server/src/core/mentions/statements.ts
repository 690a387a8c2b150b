// The stretches of a note that are judged one by one, each with what its place says about it.
import { type FieldContext, type FieldEntry, fieldTable } from '../note/fields';
import { isSpaceCode } from '../note/lex';
import type { Block, Note } from '../note/model';
import type { SectionId } from '../note/sections';
import { type Span, span } from '../text/span';
import { type InlineLabel, labelAtStart, splitAtLabels } from './inline-labels';

const entries: ReadonlyMap<string, FieldEntry> = new Map(fieldTable.map((entry) => [entry.id, entry]));

/** A list item, paragraph or field, judged as one. */
export interface Statement {
  readonly span: Span;
  /** The label of a field, without its colon. */
  readonly label: Span | undefined;
  readonly section: SectionId | undefined;
  readonly context: FieldContext | undefined;
  /** True for `[x]`, false for `[ ]`. */
  readonly checked: boolean | undefined;
  /** The heading of the list it stands in: `Client denies:`, `Avoided:`. */
  readonly lead: Span | undefined;
}

const maxDepth = 64;

/** Lists the statements of a note in the order of the text. */
export function listStatements(note: Note): readonly Statement[] {
  const list: Statement[] = [];
  collect(note.text, note.preamble, undefined, undefined, undefined, list, 0);
  for (const section of note.sections)
    collect(note.text, section.blocks, section.id, undefined, undefined, list, 0);
  return list;
}

function collect(
  text: string,
  blocks: readonly Block[],
  section: SectionId | undefined,
  context: FieldContext | undefined,
  lead: Span | undefined,
  list: Statement[],
  depth: number,
): void {
  if (depth > maxDepth) return;
  let sibling: Span | undefined;
  for (const block of blocks) {
    const content = contentOf(block);
    const bulleted = block.span.start < content.start;
    // "Denies all of the following:" leads the items below it, indented or not.
    if (!bulleted) sibling = undefined;
    const entry = block.kind === 'field' && block.field !== undefined ? entries.get(block.field) : undefined;
    const own = entry?.context ?? context;
    // `Treatment:` written as a field of another section makes its entries treatment.
    const given = entry?.id === 'medications' && section === 'subjective' && isRx(text, block);
    const place = entry?.value === 'techniques' || given ? 'treatment' : section;
    const whole: Statement = {
      span: content,
      label: block.kind === 'field' ? block.label : undefined,
      section: place,
      context: own,
      checked: bulleted ? checkBox(text.slice(block.span.start, content.start)) : undefined,
      lead: bulleted ? (sibling ?? lead) : lead,
    };
    const label = entry === undefined && !bulleted ? labelAtStart(text, content) : undefined;
    for (const part of splitAtLabels(text, content)) {
      if (part.label !== undefined) list.push(underLabel(part, section, context));
      else if (label === undefined) list.push({ ...whole, span: part.span });
      else list.push({ ...whole, ...placeOf(label, section, context), span: part.span });
    }
    if (!bulleted && block.children.length === 0) sibling = leadOf(text, block, true);
    if (block.children.length > 0)
      collect(text, block.children, place, own, leadOf(text, block), list, depth + 1);
  }
}

/** "Rx: effleurage, MFR" is what was given, be it work or a medicine. */
const isRx = (text: string, block: Block): boolean =>
  block.kind === 'field' && /^rx\b/i.test(text.slice(block.label.start, block.label.end));

const placeOf = (
  label: InlineLabel | undefined,
  section: SectionId | undefined,
  context: FieldContext | undefined,
): Pick<Statement, 'section' | 'context'> => ({
  section: label?.section ?? section,
  context: label?.context ?? context,
});

/** What stands behind a label inside a line: the label says where it belongs, else the place of the line does. */
const underLabel = (
  part: { readonly span: Span; readonly label: InlineLabel | undefined },
  section: SectionId | undefined,
  context: FieldContext | undefined,
): Statement => ({
  span: part.span,
  label: undefined,
  ...placeOf(part.label, section, context),
  checked: undefined,
  lead: undefined,
});

const contentOf = (block: Block): Span =>
  block.kind === 'field'
    ? span(block.label.start, Math.max(block.value.end, block.label.end))
    : block.content;

const colon = 58;
const leadOf = (text: string, block: Block, besideOnly = false): Span | undefined => {
  if (block.kind === 'field')
    return besideOnly && block.value.end > block.value.start ? undefined : block.label;
  let last = block.content.end - 1;
  while (last > block.content.start && isSpaceCode(text.charCodeAt(last))) last--;
  return text.charCodeAt(last) === colon && last >= block.content.start ? block.content : undefined;
};

function checkBox(marks: string): boolean | undefined {
  const box = /\[([ xX✓✔]?)\]|([☐☑☒✓✔])/u.exec(marks);
  if (box === null) return undefined;
  return box[1] !== undefined ? box[1].trim() !== '' : box[2] !== '☐';
}
