// Signing and addenda as the editor's commands ask for them.
import { addAddendum, parseNote, signAddendum, signNote } from '../core/index';
import type { AddendumParams, SignParams, SignResult } from './protocol';

/** Signs the text of a note, or its next addendum. */
export function signText({ text, part, by, at }: SignParams): SignResult {
  const note = parseNote(text).value;
  const signing = part === 'note' ? signNote(note, { by, at }) : signAddendum(note, { by, at });
  return 'refusal' in signing ? signing : { offset: signing.edit.span.start, newText: signing.edit.newText };
}

/** Begins an addendum at the end of a note. */
export function beginAddendum({ text, on, by }: AddendumParams): SignResult {
  const { edit, cursor } = addAddendum(parseNote(text).value, { on, by });
  return { offset: edit.span.start, newText: edit.newText, cursor };
}
