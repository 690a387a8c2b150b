// Whether a note and its addenda still say what was signed.
import type { Note } from '../note/model';
import { oncePer } from '../text/once';
import type { Span } from '../text/span';
import {
  type Claim,
  canonicalText,
  hashOf,
  partsOf,
  readClaim,
  type Signature,
  signedBytes,
} from './canonical';

/**
 * `unsigned`: nobody signed it. `valid`: it says what was signed. `changed`: it does not. `malformed`: its signature
 * cannot be read. `unchained`: it was signed, but what it follows is not signed or not valid.
 */
export type SigningState = 'unsigned' | 'valid' | 'changed' | 'malformed' | 'unchained';

/** One signed or unsigned part of a note. */
export interface VerifiedPart {
  readonly state: SigningState;
  readonly part: Span;
  /** The line of the signature, where there is one. */
  readonly line: Span | undefined;
  readonly signature: Signature | undefined;
  /** The bytes that its signature covers; for a part that is not signed yet, undefined. */
  readonly bytes: Uint8Array | undefined;
}

export interface Verification {
  readonly main: VerifiedPart;
  readonly addenda: readonly VerifiedPart[];
}

/** Verifies a note and its addenda, each against the hash before it; worked out once for each note. */
export const verifyNote = oncePer((note: Note): Verification => {
  const { main: mainSpan, addenda } = partsOf(note);
  const main = verifyPart(note, mainSpan, false, undefined);
  let before: VerifiedPart = main;
  const verified: VerifiedPart[] = [];
  for (const part of addenda) {
    const after = before.state === 'valid' ? before.signature?.hash : undefined;
    const next = verifyPart(note, part, true, after);
    verified.push(next);
    before = next;
  }
  return { main, addenda: verified };
});

function verifyPart(note: Note, part: Span, isAddendum: boolean, after: string | undefined): VerifiedPart {
  const claim: Claim = readClaim(note, part, isAddendum);
  if (claim.kind === 'none')
    return { state: 'unsigned', part, line: undefined, signature: undefined, bytes: undefined };
  if (claim.kind === 'malformed')
    return { state: 'malformed', part, line: claim.at, signature: undefined, bytes: undefined };
  const { signature, at: line } = claim;
  if (isAddendum && after === undefined)
    return { state: 'unchained', part, line, signature, bytes: undefined };
  const bytes = signedBytes(canonicalText(note.text, part, claim), signature, isAddendum ? after : undefined);
  return { state: hashOf(bytes) === signature.hash ? 'valid' : 'changed', part, line, signature, bytes };
}

/** True if a note is closed: signed, or with something that looks like a signature. */
export const isClosed = (note: Note): boolean => verifyNote(note).main.state !== 'unsigned';

/** True if the front matter of a note says that it is signed, rightly or not: cheap enough to ask of all notes. */
export const isSigned = (note: Note): boolean => note.frontMatter?.signed !== undefined;
