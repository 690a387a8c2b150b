// What an editor says about signing: what a note lacks before it is signed, and what its signature is worth after.
import { listSigningGaps } from '../rules/checks/completeness';
import { type SigningState, type VerifiedPart, verifyNote } from '../signing/verify';
import { phrases, say } from '../text/say';
import { touchesSpan } from '../text/span';
import type { NoteView } from '../workspace/model';
import { escapeMarkdown } from './describe';
import type { Hover } from './hover';

/** What the profile of the practice asks for as an error and the note does not have, each in a sentence. */
export function findSigningGaps(view: NoteView): readonly string[] {
  const { kb, parsed, session, client, practice, settings, today } = view;
  const date = session.date ?? today;
  return listSigningGaps({ kb, parsed, session, client, practice, settings, today, date });
}

const verdicts: Readonly<Record<Exclude<SigningState, 'unsigned'>, string>> = phrases({
  valid: 'The text is as it was signed. Corrections go into an addendum.',
  changed: 'The text was changed after it was signed. Put it back, and write what is new as an addendum.',
  malformed: 'This signature cannot be read, so nothing is proven by it.',
  unchained: 'What stands before this addendum is not signed, or was changed since.',
});

/** At the line of a signature: who signed, when, and whether the text is still what was signed. */
export function hoverSignature({ parsed, session }: NoteView, offset: number): Hover | undefined {
  const { main, addenda } = verifyNote(session.note);
  const part = [main, ...addenda].find(({ line }) => line !== undefined && touchesSpan(line, offset));
  if (part?.line === undefined || part.state === 'unsigned') return undefined;
  const title = `**${part.state === 'valid' ? say`Signed and unchanged` : say`The signature does not hold`}**`;
  const next =
    part === main && part.state === 'valid' && parsed.value.sections.length > 0 ? wordAddenda(addenda) : [];
  return {
    span: part.line,
    markdown: [title, ...wordSigner(part), verdicts[part.state], ...next].join('\n\n'),
    because: [],
  };
}

const wordSigner = ({ signature }: VerifiedPart): readonly string[] =>
  signature === undefined
    ? []
    : [
        say`By ${escapeMarkdown(signature.by)} on ${escapeMarkdown(signature.at.slice(0, 10))} at ${escapeMarkdown(signature.at.slice(11, 16))} UTC.`,
      ];

function wordAddenda(addenda: readonly VerifiedPart[]): readonly string[] {
  const open = addenda.filter(({ state }) => state === 'unsigned').length;
  if (addenda.length === 0) return [];
  const count =
    addenda.length === 1 ? say`${addenda.length} addendum follows` : say`${addenda.length} addenda follow`;
  return [open === 0 ? `${count}.` : say`${count}, ${open} not signed yet.`];
}
