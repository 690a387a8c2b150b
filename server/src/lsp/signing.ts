// Signing and addenda as the editor's commands ask for them.
import { addAddendum, findSigningGaps, type Note, parseNote, signAddendum, signNote } from '../core/index';
import type { AddendumParams, SignParams, SignResult } from './protocol';
import type { State } from './state';
import { toOwnUri } from './uris';

/** Signs the text of a note, or its next addendum; a note that lacks what the practice asks for only if told to. */
export function signText(state: State, params: SignParams): SignResult {
  const { text, part, by, at } = params;
  const note = parseNote(text).value;
  const signing = part === 'note' ? signNote(note, { by, at }) : signAddendum(note, { by, at });
  if ('refusal' in signing) return signing;
  const missing = part === 'note' && params.incomplete !== true ? listMissing(state, params, note) : [];
  return missing.length > 0
    ? { missing }
    : { offset: signing.edit.span.start, newText: signing.edit.newText };
}

function listMissing(state: State, { uri, text }: SignParams, note: Note): readonly string[] {
  const view = uri === undefined ? undefined : state.workspace.view(toOwnUri(uri));
  return findSigningGaps(note, view?.kind === 'note' && view.file.text === text ? view : undefined);
}

/** Begins an addendum at the end of a note. */
export function beginAddendum({ text, on, by }: AddendumParams): SignResult {
  const { edit, cursor } = addAddendum(parseNote(text).value, { on, by });
  return { offset: edit.span.start, newText: edit.newText, cursor };
}
