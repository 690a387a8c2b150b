// What an editor says about signing: what a note lacks before it is signed, and what its signature is worth after.
import type { Note } from '../note/model';
import { listSigningGaps } from '../rules/checks/completeness';
import { partsOfNote } from '../rules/completeness/note-parts';
import type { Finding } from '../rules/finding';
import { type SigningState, type VerifiedPart, verifyNote } from '../signing/verify';
import { phrases, say } from '../text/say';
import { touchesSpan } from '../text/span';
import type { NoteView } from '../workspace/model';
import { escapeMarkdown } from './describe';
import type { Hover } from './hover';

/**
 * Why a note is not fit to be signed yet, each reason in a sentence: it says nothing, its day is still to come, or it lacks
 * what the profile of the practice asks of a signed note. Without a view only the note itself is looked at.
 */
export function findSigningGaps(note: Note, view: NoteView | undefined): readonly string[] {
  if (isBlank(note)) return [say`Nothing is written in any section.`];
  if (view === undefined) return [];
  const { kb, parsed, session, client, practice, settings, today } = view;
  const date = session.date ?? today;
  const ahead = date > today ? [say`The day of the session, ${date}, is still to come.`] : [];
  return [...ahead, ...listSigningGaps({ kb, parsed, session, client, practice, settings, today, date })];
}

/** True if a note has sections and none of them says anything: labels without a value say nothing. */
function isBlank(note: Note): boolean {
  const { isSaid } = partsOfNote(note);
  return note.sections.length > 0 && !note.sections.some(({ blocks }) => blocks.some(isSaid));
}

/** The contraindications that are errors, and the red flags, that stand in a note and that nothing answers. */
export const listOpenAlerts = ({ findings }: NoteView): readonly Finding[] =>
  findings.filter(
    ({ rule, severity, answeredBy }) =>
      answeredBy === undefined &&
      (severity === 'error'
        ? /^(?:contraindication|red-flag)\//.test(rule)
        : severity === 'warning' && rule.startsWith('red-flag/')),
  );

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
