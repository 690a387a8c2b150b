// Signed text that was changed, signatures that cannot be read, and addenda whose chain is broken.
import { addAddendum } from '../../signing/sign';
import { type SigningState, type VerifiedPart, verifyNote } from '../../signing/verify';
import { phrases, say } from '../../text/say';
import { type Span, span } from '../../text/span';
import type { Check, CheckInput } from '../check';
import { type Finding, type Fix, withFixes } from '../finding';

export const signature: Check = { name: 'signature', run: listSignatureFindings };

function listSignatureFindings(input: CheckInput): readonly Finding[] {
  const { note, uri } = input.session;
  const { main, addenda } = verifyNote(note);
  // Whoever corrects a signed note writes an addendum; the text that was signed is put back first.
  const makeFixes = (): readonly Fix[] => {
    const by = note.frontMatter?.therapist?.value ?? '';
    const { edit } = addAddendum(note, { on: input.today, by: /^\S{1,80}$/.test(by) ? by : '' });
    return [{ title: say`Add addendum`, preferred: false, edits: [{ uri, edits: [edit] }] }];
  };
  return [
    ...judge(uri, main, mainWords, makeFixes),
    ...addenda.flatMap((part) => judge(uri, part, addendumWords, makeFixes)),
  ];
}

type Broken = Exclude<SigningState, 'unsigned' | 'valid'>;

const mainWords: Readonly<Record<Broken, string>> = phrases({
  changed:
    'This note was changed after it was signed. Put the signed text back, and write what is new as an addendum.',
  malformed:
    'This is no signature as it stands. Put the signed text back; sign again only if it never was signed.',
  unchained: '',
});

const addendumWords: Readonly<Record<Broken, string>> = phrases({
  changed:
    'This addendum was changed after it was signed. Put its text back, and write what is new as a further one.',
  malformed: 'The signature of this addendum cannot be read. Put the signed text back.',
  unchained: 'This addendum is signed, but what stands before it is not, or was changed since.',
});

function judge(
  uri: string,
  { state, line, part }: VerifiedPart,
  words: Readonly<Record<Broken, string>>,
  makeFixes: () => readonly Fix[],
): readonly Finding[] {
  if (state === 'unsigned' || state === 'valid') return [];
  const at: Span = line ?? span(part.start, part.start);
  return [
    withFixes(
      {
        rule: `signature/${state}`,
        severity: 'error',
        at: { uri, span: at },
        message: words[state],
        because: [],
      },
      makeFixes,
    ),
  ];
}
