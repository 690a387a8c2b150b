// The stretches of a note that are judged one by one, each with what its place says about it.
import { type FieldContext, type FieldEntry, fieldTable } from '../note/fields';
import { isSpaceCode } from '../note/lex';
import type { Block, Note } from '../note/model';
import type { SectionId } from '../note/sections';
import { type Span, span } from '../text/span';
import { Colons, findLabels, type Labelled } from './inline-labels';

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
  const listing: Listing = { text: note.text, colons: new Colons(note.text), list: [] };
  collect(listing, note.preamble, undefined, undefined, undefined, 0);
  for (const section of note.sections) collect(listing, section.blocks, section.id, undefined, undefined, 0);
  return listing.list;
}

/** The statements of a text, as far as they are listed. */
interface Listing {
  readonly text: string;
  readonly colons: Colons;
  readonly list: Statement[];
}

function collect(
  listing: Listing,
  blocks: readonly Block[],
  section: SectionId | undefined,
  context: FieldContext | undefined,
  lead: Span | undefined,
  depth: number,
): void {
  if (depth > maxDepth) return;
  const { text, colons, list } = listing;
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
    const labels = findLabels(text, content, colons);
    // One at the very beginning counts only where no field of the note took it: "Tx plan: 4 x 60 min".
    const first = labels[0]?.start === content.start ? labels[0].label : undefined;
    const label = entry === undefined && !bulleted ? first : undefined;
    let next = first === undefined ? 0 : 1;
    list.push({
      span: next < labels.length ? span(content.start, labels[next]?.start ?? content.end) : content,
      label: block.kind === 'field' ? block.label : undefined,
      section: label?.section ?? place,
      context: label?.context ?? own,
      checked: bulleted ? checkBox(text, block.span.start, content.start) : undefined,
      lead: bulleted ? (sibling ?? lead) : lead,
    });
    for (; next < labels.length; next++) {
      const end = labels[next + 1]?.start ?? content.end;
      const labelled = labels[next];
      if (labelled !== undefined) list.push(underLabel(labelled, end, section, context));
    }
    const leads = leadOf(text, block);
    if (!bulleted && block.children.length === 0 && !hasValue(block)) sibling = leads;
    if (block.children.length > 0) collect(listing, block.children, place, own, leads, depth + 1);
  }
}

/** "Rx: effleurage, MFR" is what was given, be it work or a medicine. */
const isRx = (text: string, block: Block): boolean =>
  block.kind === 'field' && /^rx\b/i.test(text.slice(block.label.start, block.label.end));

/** What stands behind a label inside a line: the label says where it belongs, else the place of the line does. */
const underLabel = (
  { start, label }: Labelled,
  end: number,
  section: SectionId | undefined,
  context: FieldContext | undefined,
): Statement => ({
  span: span(start, end),
  label: undefined,
  section: label.section ?? section,
  context: label.context ?? context,
  checked: undefined,
  lead: undefined,
});

const contentOf = (block: Block): Span =>
  block.kind === 'field'
    ? span(block.label.start, Math.max(block.value.end, block.label.end))
    : block.content;

const colon = 58;
/** What leads the items below a block: the label of a field, a line that ends with a colon. */
const leadOf = (text: string, block: Block): Span | undefined => {
  if (block.kind === 'field') return block.label;
  let last = block.content.end - 1;
  while (last > block.content.start && isSpaceCode(text.charCodeAt(last))) last--;
  return text.charCodeAt(last) === colon && last >= block.content.start ? block.content : undefined;
};

const hasValue = (block: Block): boolean => block.kind === 'field' && block.value.end > block.value.start;

const openBracket = 91;

/** The check box between the beginning of a block and its content. */
function checkBox(text: string, from: number, to: number): boolean | undefined {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === openBracket || code > 127) return readBox(text.slice(i, to));
  }
  return undefined;
}

function readBox(marks: string): boolean | undefined {
  const box = /\[([ xX✓✔]?)\]|([☐☑☒✓✔])/u.exec(marks);
  if (box === null) return undefined;
  return box[1] !== undefined ? box[1].trim() !== '' : box[2] !== '☐';
}
