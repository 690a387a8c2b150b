// Making and closing notes: converted, begun, signed, added to.
import { convertNote, parseNote } from '../../core/index';
import { beginNote, listClients } from '../clients';
import {
  type AddendumParams,
  type ConvertResult,
  methods,
  type NewNoteParams,
  type SignParams,
} from '../protocol';
import { beginAddendum, signText } from '../signing';
import type { State } from '../state';
import { type HandlerTable, own } from './table';

/** Sorted by method. */
export const noteHandlers: HandlerTable = {
  requests: [
    own(methods.addendum, (_, params: AddendumParams) => beginAddendum(params)),
    own(methods.convert, async ({ state, practice }, params: unknown) => {
      await practice.whenRead();
      return convertText(state, params);
    }),
    own(methods.newNote, async ({ state, practice }, params: NewNoteParams) => {
      await practice.whenRead();
      return beginNote(state, params);
    }),
    own(methods.sign, async ({ state, practice }, params: SignParams) => {
      await practice.whenRead();
      return signText(state, params);
    }),
  ],
};

/** The text of a request in the canonical form; params of another make give the empty text. */
function convertText(state: State, params: unknown): ConvertResult {
  const isText = typeof params === 'object' && params !== null && 'text' in params;
  const given = isText && typeof params.text === 'string' ? params.text : '';
  const text = convertNote(given, { clients: listClients(state) });
  return { text, isNote: parseNote(text).value.sections.length > 0 };
}
