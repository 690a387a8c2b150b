// The bytes that a signature covers: the same for every line ending, composition of letters and byte order mark.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Note } from '../note/model';
import { type Span, sliceSpan, span } from '../text/span';

/** Who signed, and when. Both are part of what is hashed. */
export interface Signer {
  readonly by: string;
  /** An instant in UTC to the second: `2026-11-20T15:02:11Z`. */
  readonly at: string;
}

/** A signature as it is written. `hash` is `sha256:` and 64 hexadecimal digits. */
export interface Signature extends Signer {
  readonly hash: string;
}

/** The parts of a note that are signed one by one. */
export interface SignedParts {
  /** Everything before the first addendum. */
  readonly main: Span;
  /** Each addendum, from its heading to the next one. */
  readonly addenda: readonly Span[];
}

/** Divides a note into what a therapist signs at once. */
export function partsOf(note: Note): SignedParts {
  const starts = note.sections.filter(({ id }) => id === 'addendum').map((section) => section.span.start);
  const end = starts[0] ?? note.text.length;
  return {
    main: span(0, end),
    addenda: starts.map((start, index) => span(start, starts[index + 1] ?? note.text.length)),
  };
}

// Both are strict: a signature that reads differently by one byte is none.
const signedLine =
  /^signed: \{ by: ([^\s,{}"']+), at: "([0-9TZ:.-]{17,30})", hash: "(sha256:[0-9a-f]{64})" \}$/;
const addendumLine = /^Signed: ([^\s,]+), ([0-9TZ:.-]{17,30}), (sha256:[0-9a-f]{64})$/;

/** The line of the front matter that signs a note. */
export const printSigned = ({ by, at, hash }: Signature): string =>
  `signed: { by: ${by}, at: "${at}", hash: "${hash}" }`;

/** The last line of an addendum that signs it. */
export const printAddendumSigned = ({ by, at, hash }: Signature): string => `Signed: ${by}, ${at}, ${hash}`;

/** What a part of a note says of its signature. `malformed`: something like one, that is none. */
export type Claim =
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed'; readonly at: Span }
  | { readonly kind: 'signed'; readonly at: Span; readonly signature: Signature };

/** Reads the signature of a note's main part or of an addendum. */
export function readClaim({ text, frontMatter }: Note, part: Span, isAddendum: boolean): Claim {
  const said = sliceSpan(text, part);
  // Most notes are not signed, and need not be read line by line.
  if (!said.includes('sha256:') && !said.includes(isAddendum ? 'Signed:' : 'signed')) return { kind: 'none' };
  const pattern = isAddendum ? addendumLine : signedLine;
  const claims = linesOf(text, part).filter((line) => {
    const words = sliceSpan(text, line);
    // One changed letter must not make a signature look like none: either its key or its hash gives it away.
    if (/sha256:[0-9a-f]{64}/.test(words)) return true;
    if (isAddendum) return /^Signed: \S+, \d{4}-\d\d-\d\dT/.test(words);
    return frontMatter !== undefined && line.end <= frontMatter.span.end && /^signed\s*:/.test(words);
  });
  const [first, second] = claims;
  if (first === undefined) return { kind: 'none' };
  const match = pattern.exec(sliceSpan(text, first));
  if (second !== undefined || match === null) return { kind: 'malformed', at: first };
  const [, by = '', at = '', hash = ''] = match;
  return { kind: 'signed', at: first, signature: { by, at, hash } };
}

/** The lines of a part without their ends. */
function linesOf(text: string, part: Span): readonly Span[] {
  const lines: Span[] = [];
  const ends = /\r\n|\r|\n/g;
  let start = part.start;
  for (const match of sliceSpan(text, part).matchAll(ends)) {
    lines.push(span(start, part.start + match.index));
    start = part.start + match.index + match[0].length;
  }
  lines.push(span(start, part.end));
  return lines;
}

/**
 * The canonical text of a part: line ends as LF, letters composed (NFC), no byte order mark, one final line end, without
 * its own signature and without front matter that held nothing else.
 */
export function canonicalText(text: string, part: Span, claim: Claim): string {
  const without =
    claim.kind === 'signed'
      ? text.slice(part.start, claim.at.start) + text.slice(afterLine(text, claim.at.end), part.end)
      : sliceSpan(text, part);
  const plain = without
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .replace(/\n+$/, '');
  return `${plain.replace(/^---\n---(?:\n|$)/, '')}\n`;
}

const afterLine = (text: string, end: number): number =>
  text.startsWith('\r\n', end) ? end + 2 : /[\r\n]/.test(text.charAt(end)) ? end + 1 : end;

/**
 * What is hashed, and what `ssh-keygen -Y sign` signs: a heading with the signer and, for an addendum, the hash that it
 * follows, then the canonical text. UTF-8.
 */
export function signedBytes(canonical: string, { by, at }: Signer, after: string | undefined): Uint8Array {
  const head =
    after === undefined
      ? `soap-note 1\nby: ${by}\nat: ${at}\n\n`
      : `soap-note addendum 1\nby: ${by}\nat: ${at}\nafter: ${after}\n\n`;
  return utf8ToBytes(head + canonical);
}

/** SHA-256 (FIPS 180-4) as it is written in a note. */
export const hashOf = (bytes: Uint8Array): string => `sha256:${bytesToHex(sha256(bytes))}`;

/** The hash of a text, as UTF-8. */
export const hashOfText = (text: string): string => hashOf(utf8ToBytes(text));
