// A side that stands in the name of a place in a record: "L calf", "calf (left)", "both knees".
import { span } from '../../text/span';
import type { Located, Side } from '../model';

/** Short forms and words of sides, in lower case, as the keys `side:` and `region:` may have them. */
export const sideForms: Readonly<Record<string, Side>> = {
  l: 'left',
  lt: 'left',
  r: 'right',
  rt: 'right',
  b: 'bilateral',
  bl: 'bilateral',
  'b/l': 'bilateral',
  bil: 'bilateral',
  bilat: 'bilateral',
  both: 'bilateral',
  'both sides': 'bilateral',
};

const words: Readonly<Record<string, Side>> = {
  ...sideForms,
  left: 'left',
  right: 'right',
  bilateral: 'bilateral',
  bilaterally: 'bilateral',
};

const listed = Object.keys(words)
  .sort((a, b) => b.length - a.length)
  .join('|');
const pattern = new RegExp(
  `(?<=^|[\\s,(])\\(?(${listed})\\b\\.?\\)?(?:[ -]sided?\\b)?(?: of(?: the)?\\b)?(?=$|[\\s,)])`,
  'gi',
);

/** A place without its side, and the side. */
export interface SidedRegion {
  readonly region: Located<string>;
  readonly side: Located<Side> | undefined;
}

/** Takes the one side out of the name of a place; a name with none, with several or with nothing else stays whole. */
export function readSidedRegion(written: Located<string>): SidedRegion {
  const { value, span: whole } = written;
  const [match, second] = [...value.matchAll(pattern)];
  const side = match?.[1] === undefined ? undefined : words[match[1].toLowerCase()];
  if (match === undefined || second !== undefined || side === undefined)
    return { region: written, side: undefined };
  const before = value.slice(0, match.index).replace(/[\s,(]+$/, '');
  const after = value.slice(match.index + match[0].length).replace(/^[\s,)]+/, '');
  const name = [before, after].filter((part) => part !== '').join(' ');
  if (name === '') return { region: written, side: undefined };
  // Quotes stand around the words; where the name is in two parts, or is written otherwise, its place is the whole.
  const quotes = (whole.end - whole.start - value.length) / 2;
  const isPlain = quotes === 0 || quotes === 1;
  const at = (start: number, end: number) =>
    isPlain ? span(whole.start + quotes + start, whole.start + quotes + end) : whole;
  const place =
    before === ''
      ? at(value.length - after.length, value.length)
      : after === ''
        ? at(0, before.length)
        : whole;
  return {
    region: { value: name, span: place },
    side: { value: side, span: at(match.index, match.index + match[0].length) },
  };
}
