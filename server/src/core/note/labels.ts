// Recognises field labels: the words before a colon that name what follows.
import { type Span, span } from '../text/span';
import { type FieldEntry, fieldByLabel } from './fields';
import { emphasisAt, isSpaceCode, skipSpaces } from './lex';

/** A label and where its value begins. */
export interface Label {
  /** For `**ROM:** full` this covers `ROM`. */
  readonly span: Span;
  readonly entry: FieldEntry | undefined;
  /** The first character of the value; the line's end if there is none. */
  readonly value: number;
}

const MAX_LABEL = 60;
const MAX_WORDS = 6;

/**
 * Words that make a statement of what stands before the colon: `Client denies: fever`, `No: fever`, `R/O: DVT`.
 * Such a line stays one text, so that the statement is read as a whole.
 */
const STATEMENT =
  /(?:^|\s)(?:denie[sd]|deny|denying|reports?|reported|states?|stated|says?|said|notes? that|told|complain(?:s|ed)|is|are|was|were|has|have|had|no|not|non|none|never|nil|without|negative|neg|positive|pos|rule[ds]?|ruling|r\/o|possible|possibly|suspect(?:ed|s)?|\?|risk|if|unless|when|because|that|which|h\/o|s\/p|likely|unlikely|probable|excluded?)(?=\s|$)/i;
/** `C5:`, `L4-5:` and `T12/L1:` are spinal levels; what follows them is a finding, not a field's value. */
const LEVEL = /^[ctls]\d/i;

/** Reads a label at `start`, if there is one before a colon on this line. */
export function findLabel(text: string, start: number, end: number): Label | undefined {
  const marker = emphasisAt(text, start, end) ?? '';
  const from = start + marker.length;
  const limit = Math.min(end, from + MAX_LABEL + 1);
  let depth = 0;
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 40) depth += 1;
    else if (code === 41) depth -= 1;
    else if (depth <= 0 && isSentence(text, i, code)) return undefined;
    else if (depth <= 0 && (code === 58 || code === 0xff1a)) {
      return labelAt(text, from, i, end, marker);
    }
  }
  return undefined;
}

/** True if this character cannot stand in a label: a comma, a semicolon, a full stop before a space, an arrow. */
function isSentence(text: string, at: number, code: number): boolean {
  if (code === 44 || code === 59 || code === 33 || code === 61 || code === 0x2192) return true;
  return code === 46 && at + 1 < text.length && isSpaceCode(text.charCodeAt(at + 1));
}

function labelAt(text: string, from: number, colon: number, end: number, marker: string): Label | undefined {
  let stop = colon;
  let value = colon + 1;
  if (marker !== '') {
    if (text.startsWith(marker, colon + 1)) value = colon + 1 + marker.length;
    else if (text.startsWith(marker, colon - marker.length)) stop = colon - marker.length;
    else return undefined;
  }
  while (stop > from && isSpaceCode(text.charCodeAt(stop - 1))) stop -= 1;
  const label = text.slice(from, stop);
  const entry = fieldByLabel(label);
  const touching = value < end && !isSpaceCode(text.charCodeAt(value));
  if (touching && !mayTouch(text, label, value, entry)) return undefined;
  if (!entry && !isLabel(label)) return undefined;
  return { span: span(from, stop), entry, value: skipSpaces(text, value, end) };
}

/** `Pain:7/10` is a field; `http://`, `14:00` and `1:2` are not. */
function mayTouch(text: string, label: string, value: number, entry: FieldEntry | undefined): boolean {
  if (text.startsWith('//', value) || /[\d)]$/.test(label)) return false;
  return entry !== undefined || /^\p{Lu}/u.test(label);
}

function isLabel(label: string): boolean {
  if (!/^\p{L}/u.test(label) || LEVEL.test(label) || STATEMENT.test(label)) return false;
  if (/\d[.,/]\d/.test(label)) return false;
  const words = label
    .replace(/\([^)]*\)/g, ' ')
    .trim()
    .split(/\s+/);
  return words.length <= MAX_WORDS;
}
