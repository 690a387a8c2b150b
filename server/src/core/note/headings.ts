// Recognises section headings in all the spellings of docs/format.md. One policy: see "What counts as a heading" there.
import { type Span, span } from '../text/span';
import { fieldByLabel } from './fields';
import { type Bullet, isSpaceCode, type Line, skipSpaces } from './lex';
import { type SectionId, type SectionName, sectionByHeading } from './sections';
import { findDecoratedLead, type Lead, listLeads, MAX_TITLE, trimTitle } from './titles';

/**
 * How a heading is written: `## Plan`, `**Plan**`, `Plan:`, `P -`, `Plan` alone on a line,
 * or as an item that is numbered or not.
 */
export type HeadingForm = 'atx' | 'bold' | 'colon' | 'dash' | 'alone' | 'number' | 'bullet';

/** A heading and where the text behind it on the same line begins (`end` of the line if there is none). */
export interface Heading {
  readonly section: SectionId | undefined;
  /** For a heading that names no section but a field, such as `### Vitals`: its id. */
  readonly field: string | undefined;
  readonly span: Span;
  readonly title: Span;
  readonly content: number;
  readonly form: HeadingForm;
  /** The number of `#` of a Markdown heading, otherwise 0. */
  readonly level: number;
}

/** Where in the note the line stands. */
export interface HeadingContext {
  /** The section that is open; undefined before the first. */
  readonly section: SectionId | undefined;
  readonly form: HeadingForm | undefined;
  readonly level: number;
  /** True if the line is indented below a list item or field. */
  readonly nested: boolean;
  /** True at the start, behind a blank line and behind a heading. */
  readonly fresh: boolean;
  readonly afterBlank: boolean;
  /** What single letters mean in notes of another kind. */
  readonly letters: Readonly<Record<string, SectionId>>;
  /** What stands behind single letters in a note that writes `S. … O. … P. …`. */
  readonly letterMark?: string | undefined;
  /** The label before the colon of the line above, lower case, as in `C: full` above `T: limited`. */
  readonly labelAbove: string | undefined;
}

/** Reads a heading at the line's start, or says that there is none. */
export function findHeading(text: string, line: Line, context: HeadingContext): Heading | undefined {
  const level = line.bullet ? 0 : countHashes(text, line);
  const start = level > 0 ? skipSpaces(text, line.first + level, line.end) : line.content;
  if (start >= line.end || (context.nested && level === 0)) return undefined;
  if (line.bullet && context.section !== undefined && context.form !== itemForm(line.bullet))
    return undefined;
  const addendum = findAddendum(text, line, start, level, context);
  if (addendum) return addendum;
  const leads = listLeads(text, start, line.end, level > 0);
  // What is decorated otherwise is a heading only if it names a section.
  const decorated = level > 0 || line.bullet ? undefined : findDecoratedLead(text, line, context.letterMark);
  for (const lead of decorated ? [decorated, ...leads] : leads) {
    const title = text.slice(lead.title.start, lead.title.end);
    const name = nameOf(title, context);
    const form = formOf(line, level, lead);
    const content = skipSpaces(text, lead.end, line.end);
    const empty = content >= line.end;
    if (name && isSection({ text, line, name, title, form, lead, content, level, context })) {
      return {
        section: name.id,
        field: undefined,
        span: span(line.first, empty && level > 0 ? line.end : lead.end),
        title: lead.title,
        content,
        form,
        level,
      };
    }
  }
  return findSubheading(text, line, leads, level, context);
}

/** Markdown allows six `#`; `#` before a digit or `# fibula` alone is no reason to drop the sign of a fracture. */
function countHashes(text: string, line: Line): number {
  let count = 0;
  while (count < 7 && text.charCodeAt(line.first + count) === 35) count += 1;
  return count <= 6 ? count : 0;
}

const itemForm = ({ number }: Bullet): 'bullet' | 'number' => (number === undefined ? 'bullet' : 'number');

function formOf(line: Line, level: number, lead: Lead): HeadingForm {
  if (level > 0) return 'atx';
  if (line.bullet) return itemForm(line.bullet);
  if (lead.bold) return 'bold';
  return lead.separator === ':' ? 'colon' : lead.separator === '-' ? 'dash' : 'alone';
}

/** The section that a title names; `Subjective (client report)` and `S (Subjective)` name one too. */
function nameOf(title: string, context: HeadingContext): SectionName | undefined {
  const other = title.length === 1 ? context.letters[title.toLowerCase()] : undefined;
  if (other) return { id: other, kind: 'letter' };
  const whole = sectionByHeading(title);
  if (whole) return whole;
  const open = title.indexOf('(');
  return open > 0 && title.endsWith(')') ? sectionByHeading(title.slice(0, open)) : undefined;
}

const ORDER: Readonly<Partial<Record<SectionId, number>>> = {
  subjective: 0,
  objective: 1,
  treatment: 2,
  assessment: 3,
  plan: 4,
};

const isHistory = (id: SectionId): boolean => id === 'family-history' || id === 'past-history';

interface Candidate {
  readonly text: string;
  readonly line: Line;
  readonly name: SectionName;
  readonly title: string;
  readonly form: HeadingForm;
  readonly lead: Lead;
  readonly content: number;
  readonly level: number;
  readonly context: HeadingContext;
}

/** The policy: whether words that could name a section do so here. */
function isSection(candidate: Candidate): boolean {
  const { line, name, title, form, lead, content, level, context } = candidate;
  const empty = content >= line.end;
  const isField = fieldByLabel(title)?.section === enclosing(context.section);
  if (form !== 'atx' && context.nested) return false;
  switch (form) {
    case 'atx':
      if (name.kind !== 'name' && !isHistory(name.id)) return true;
      if (name.id === 'treatment' && context.section === undefined) return false;
      return isHistory(name.id) || !isField || level <= context.level;
    case 'bold':
      if (isHistory(name.id)) return empty;
      if (name.kind === 'letter') return !isMeasured(candidate);
      if (name.kind === 'title') return true;
      return empty ? !isField || context.form === 'bold' : leadsOn(candidate, isField);
    case 'colon':
      if (isHistory(name.id)) return false;
      if (name.kind === 'letter') return !(title.length > 1 && isField) && !isMeasured(candidate);
      if (name.kind === 'name') return leadsOn(candidate, isField);
      return !(name.id === 'treatment' && isLate(context));
    case 'dash':
      if (isHistory(name.id) || name.kind === 'name' || empty) return false;
      return name.kind === 'title' || (/^\p{Lu}/u.test(title) && !isMeasured(candidate));
    case 'alone':
      return standsAlone(name, title, isField, context);
    case 'number':
    case 'bullet': {
      if (name.kind === 'name' || isHistory(name.id) || line.bullet?.checked !== undefined) return false;
      if (name.kind === 'letter' && (lead.separator === '' || isMeasured(candidate))) return false;
      return context.section === undefined ? name.id === 'subjective' : context.form === form;
    }
  }
}

/** The histories stand inside Subjective, and so does what comes before the first heading. */
const enclosing = (section: SectionId | undefined): SectionId =>
  section === undefined || isHistory(section) ? 'subjective' : section;

/** `Assessment and plan`, `A/P`: it names the sections itself, so it may skip any number of them. */
const JOINED = /^a(?:ssessment)?\s?(?:and|&|\/)\s?p(?:lan)?$/i;

/** A word that is not a section's own name opens one only forwards, and by two steps at most. */
function leadsOn({ name: { id }, title, context }: Candidate, isField: boolean): boolean {
  if (context.section === undefined) return id !== 'treatment' && !(isField && id !== 'subjective');
  const step = (ORDER[id] ?? 0) - (ORDER[enclosing(context.section)] ?? 4);
  return !isField && step >= 1 && (step <= 2 || JOINED.test(title));
}

/** `Treatment:` in Assessment or Plan is a field where the note has proper headings. */
function isLate(context: HeadingContext): boolean {
  const proper = context.form === 'atx' || context.form === 'bold' || context.form === 'alone';
  return proper && (context.section === 'assessment' || context.section === 'plan');
}

/** A title with a line to itself. Lower case is a word of a wrapped sentence. */
function standsAlone(name: SectionName, title: string, isField: boolean, context: HeadingContext): boolean {
  const capitals = title === title.toUpperCase();
  if (name.kind === 'letter' && title.length === 1) return capitals;
  if (!/^\p{Lu}/u.test(title)) return false;
  if (name.kind === 'title') return true;
  if (name.kind === 'letter') return context.fresh && (capitals || !isHistory(name.id));
  if (name.id === 'treatment' && context.section === undefined) return false;
  const opensNote = context.section === undefined && name.id === 'subjective';
  if (isField && context.form !== 'alone' && !opensNote) return false;
  return capitals || context.fresh;
}

const TEMPERATURE =
  /^[34]\d(?:[.,]\d)?\s?(?:°|deg|c\b|$|[,;])|^(?:9\d|10\d)(?:[.,]\d)?\s?(?:°|deg|f\b|$|[,;])/i;
const SCORE_OR_PULSE = /^\d{1,2}\s?\/\s?10\b|^\d{2,3}\s?(?:bpm|\/\s?min|$|[,;])/i;

/** `T: 36.8` is a temperature, `P: 5/10` a pain score, `P: 72` a pulse, `T:` below `C:` the thoracic spine. */
function isMeasured({ text, title, content, line, context }: Candidate): boolean {
  const rest = text.slice(content, Math.min(line.end, content + 24));
  const letter = title.toUpperCase();
  if (letter === 'P') return SCORE_OR_PULSE.test(rest);
  if (letter !== 'T') return false;
  return TEMPERATURE.test(rest) || /^sp(?:ine)?\b/i.test(rest) || /^[cl]x?$/.test(context.labelAbove ?? '');
}

const ADDENDUM = /^(?:addendum|late entry|amendment)(?=[\s:,(\u2013-]*(?:$|\d|[:\u2013-]\s|\())/i;

/** `## Addendum 2026-11-22, a.rivera: reason`: the heading reaches to the colon that ends its title. */
function findAddendum(
  text: string,
  line: Line,
  start: number,
  level: number,
  context: HeadingContext,
): Heading | undefined {
  if (!'aAlL*_'.includes(text.charAt(start))) return undefined;
  const bold = /^[*_]{1,3}/.exec(text.slice(start, Math.min(start + 3, line.end)))?.[0].length ?? 0;
  const from = start + bold;
  const part = text.slice(from, Math.min(from + 200, line.end));
  if (line.bullet || context.nested || !ADDENDUM.test(part.slice(0, MAX_TITLE))) return undefined;
  if (level === 0 && bold === 0 && !/^\p{Lu}/u.test(part)) return undefined;
  const colon = /:(?=[*_]{0,3}(?:\s|$))/.exec(part)?.index;
  const titleEnd = colon === undefined ? line.end - bold : from + colon;
  const closing =
    colon === undefined ? 0 : (/^[*_]*/.exec(text.slice(titleEnd + 1, titleEnd + 4))?.[0].length ?? 0);
  const end = colon === undefined ? line.end : titleEnd + 1 + closing;
  return {
    section: 'addendum',
    field: undefined,
    span: span(line.first, end),
    title: trimTitle(text, from, titleEnd),
    content: skipSpaces(text, end, line.end),
    form: level > 0 ? 'atx' : bold > 0 ? 'bold' : colon === undefined ? 'alone' : 'colon',
    level,
  };
}

/** A heading that names no section: `### Vitals`, `**Low back**`, `SOCIAL HISTORY`. */
function findSubheading(
  text: string,
  line: Line,
  leads: readonly Lead[],
  level: number,
  context: HeadingContext,
): Heading | undefined {
  if (line.bullet || context.nested) return undefined;
  const lead = leads.find(({ end }) => skipSpaces(text, end, line.end) >= line.end);
  if (!lead) return undefined;
  const title = text.slice(lead.title.start, lead.title.end);
  const atx = level > 0 && isSpaceCode(text.charCodeAt(line.first + level));
  const capitals = lead.separator === '' && title.length > 2 && title === title.toUpperCase();
  if (!(atx || lead.bold || capitals)) return undefined;
  const field = fieldByLabel(title)?.id;
  const shouted = capitals && (field === undefined ? context.afterBlank && isCapitals(title) : context.fresh);
  if (!(atx || lead.bold || shouted)) return undefined;
  const form = formOf(line, level, lead);
  return {
    section: undefined,
    field,
    span: span(line.first, line.end),
    title: lead.title,
    content: line.end,
    form,
    level,
  };
}

/** Up to five words in capitals, such as `SOCIAL HISTORY`; a short form alone (`DVT`) is a statement. */
const isCapitals = (title: string): boolean =>
  title.length >= 5 && /^\p{Lu}[\p{Lu}&/'-]*(?: [\p{Lu}&/'-]+){0,4}$/u.test(title);
