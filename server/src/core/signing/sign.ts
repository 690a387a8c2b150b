// Signing a note, adding an addendum, signing that: each an edit that touches nothing else.
import type { CivilDate, Note } from '../note/model';
import { parseNote } from '../note/parse';
import { addFrontMatter } from '../note/yaml-write';
import { applyEdits, type TextEdit } from '../text/edit';
import { eolOf } from '../text/lines';
import { say } from '../text/say';
import { span } from '../text/span';
import {
  canonicalText,
  hashOf,
  partsOf,
  printAddendumSigned,
  printSigned,
  type Signer,
  signedBytes,
} from './canonical';
import { verifyNote } from './verify';

/** An edit, or why there is none in words for the user. */
export type Signing = { readonly edit: TextEdit } | { readonly refusal: string };

const signerPattern = /^[^\s,{}"']{1,80}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** The edit that signs a note: one line at the end of its front matter. */
export function signNote(note: Note, signer: Signer): Signing {
  const wrong = refuseSigner(signer);
  if (wrong !== undefined) return { refusal: wrong };
  const { main, addenda } = verifyNote(note);
  if (main.state !== 'unsigned')
    return { refusal: say`This note is signed already. Write what is new as an addendum.` };
  if (addenda.length > 0)
    return {
      refusal: say`This note has an addendum but no signature. Make its words part of the note first.`,
    };
  if (note.sections.length === 0)
    return { refusal: say`This note has no section yet, so there is nothing to sign.` };
  const { frontMatter, text } = note;
  if (frontMatter !== undefined && frontMatter.body.end === frontMatter.span.end)
    return { refusal: say`Close the front matter with a line \`---\` first.` };
  const { main: part } = partsOf(note);
  const bytes = signedBytes(canonicalText(text, part, { kind: 'none' }), signer, undefined);
  const line = printSigned({ ...signer, hash: hashOf(bytes) });
  const edit: TextEdit =
    frontMatter === undefined
      ? addFrontMatter(text, [line])
      : { span: span(frontMatter.body.end, frontMatter.body.end), newText: `${line}${eolOf(text)}` };
  return verified(text, edit, (after) => verifyNote(after).main.state === 'valid');
}

/** The edit that signs the first addendum that is not signed yet, chained to the signature before it. */
export function signAddendum(note: Note, signer: Signer): Signing {
  const wrong = refuseSigner(signer);
  if (wrong !== undefined) return { refusal: wrong };
  const { main, addenda } = verifyNote(note);
  const index = addenda.findIndex(({ state }) => state === 'unsigned');
  const part = addenda[index];
  if (part === undefined) return { refusal: say`There is no addendum that is not signed yet.` };
  const before = index === 0 ? main : addenda[index - 1];
  if (before?.state !== 'valid' || before.signature === undefined)
    return { refusal: say`What stands before this addendum is not signed, or was changed since.` };
  const { text } = note;
  const bytes = signedBytes(canonicalText(text, part.part, { kind: 'none' }), signer, before.signature.hash);
  const line = printAddendumSigned({ ...signer, hash: hashOf(bytes) });
  const eol = eolOf(text);
  // Blank lines behind it stay where they are; the signature follows its last line.
  const end = part.part.start + text.slice(part.part.start, part.part.end).replace(/[\r\n]+$/, '').length;
  const edit: TextEdit = { span: span(end, end), newText: `${eol}${eol}${line}` };
  return verified(text, edit, (after) => verifyNote(after).addenda[index]?.state === 'valid');
}

/** The edit that begins an addendum at the end of the note, and the offset at which its reason is to be typed. */
export function addAddendum(
  note: Note,
  { on, by }: { readonly on: CivilDate; readonly by: string },
): { readonly edit: TextEdit; readonly cursor: number } {
  const { text } = note;
  const eol = eolOf(text);
  const gap = text === '' ? '' : /\r?\n\r?\n$/.test(text) ? '' : /\n$/.test(text) ? eol : eol + eol;
  const head = `${gap}## Addendum ${on}${by === '' ? '' : `, ${by}`}: `;
  return {
    edit: { span: span(text.length, text.length), newText: `${head}${eol}` },
    cursor: text.length + head.length,
  };
}

const refuseSigner = ({ by, at }: Signer): string | undefined =>
  !signerPattern.test(by)
    ? say`Say who signs, as one word without spaces or commas, such as a.rivera.`
    : !instantPattern.test(at)
      ? 'The time must be an instant in UTC, such as 2026-11-20T15:02:11Z.'
      : undefined;

/** An edit is only given out if the note that it makes verifies. */
function verified(text: string, edit: TextEdit, holds: (after: Note) => boolean): Signing {
  return holds(parseNote(applyEdits(text, [edit])).value)
    ? { edit }
    : { refusal: say`This note cannot be signed as it stands. Check its front matter and headings.` };
}

/** True if edits would change anything that is signed; for a note that is not signed, never. */
export function touchesSigned(note: Note, edits: readonly TextEdit[]): boolean {
  const before = verifyNote(note);
  if (before.main.state === 'unsigned') return false;
  const after = verifyNote(parseNote(applyEdits(note.text, edits)).value);
  const signed = [before.main, ...before.addenda].filter(({ state }) => state !== 'unsigned');
  const then = [after.main, ...after.addenda];
  return signed.some((part, index) => {
    const same = then[index];
    return (
      same === undefined ||
      same.state !== part.state ||
      same.signature?.hash !== part.signature?.hash ||
      // What was changed already is not touched a second time either.
      (part.state !== 'valid' &&
        canonicalText(note.text, part.part, { kind: 'none' }) !==
          canonicalText(applyEdits(note.text, edits), same.part, { kind: 'none' }))
    );
  });
}
