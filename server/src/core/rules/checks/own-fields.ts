// Fields of the practice's own: values that do not fit, and required ones that are not there.
import type { Field } from '../../note/model';
import { say } from '../../text/say';
import { sliceSpan } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { findPracticeField, type PracticeField, practiceFieldsOf } from '../own-fields';
import { placeOf } from '../visits/notes';
import { cut } from '../words';

export const ownFields: Check = { name: 'own-fields', run: listOwnFields };

function listOwnFields(input: CheckInput): readonly Finding[] {
  const fields = practiceFieldsOf(input.kb);
  if (fields.length === 0) return [];
  const { note, uri } = input.session;
  const written = note.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      const field =
        block.kind === 'field' ? findPracticeField(input.kb, sliceSpan(note.text, block.label)) : undefined;
      return block.kind !== 'field' || field === undefined ? [] : [{ block, field }];
    });
  const filled = new Set(written.flatMap(({ block, field }) => (isFilled(note.text, block) ? [field] : [])));
  return [
    ...written.flatMap(({ block, field }) => {
      const wrong = wordMistake(field, sliceSpan(note.text, block.value).trim());
      return wrong === undefined ? [] : [about('field-value', { uri, span: block.value }, wrong)];
    }),
    ...(note.sections.length === 0 ? [] : fields)
      .filter((field) => field.required && !filled.has(field))
      .map((field) => {
        const empty = written.find((one) => one.field === field);
        const at = empty === undefined ? placeOf(input, field.section) : { uri, span: empty.block.label };
        return about('field-missing', at, say`This practice asks for “${field.label}”. ${field.help}`);
      }),
  ];
}

const isFilled = (text: string, { value, children }: Field): boolean =>
  sliceSpan(text, value).trim() !== '' || children.length > 0;

const about = (rule: string, at: Finding['at'], message: string): Finding => ({
  rule: `practice/${rule}`,
  severity: 'information',
  at,
  message: cut(message),
  because: [],
  fixes: [],
});

/** What is wrong with a value; undefined for one that fits and for none. */
function wordMistake({ label, value, values, from, to }: PracticeField, text: string): string | undefined {
  if (text === '') return undefined;
  switch (value) {
    case 'text':
      return undefined;
    case 'choice':
      return values.some((one) => startsWithWord(text, one))
        ? undefined
        : say`“${label}” is one of: ${values.join(', ')}.`;
    case 'date':
      return /\d{4}-\d{2}-\d{2}/.test(text) ? undefined : say`“${label}” is a day, such as 2026-11-20.`;
    case 'number': {
      const number = Number(/^[-+]?\d+(?:[.,]\d+)?/.exec(text)?.[0].replace(',', '.') ?? Number.NaN);
      const isWithin = number >= (from ?? number) && number <= (to ?? number);
      const bounds =
        from === undefined
          ? to === undefined
            ? ''
            : say` up to ${to}`
          : say` from ${from}${to === undefined ? say` on` : say` to ${to}`}`;
      return isWithin ? undefined : say`“${label}” is a number${bounds}.`;
    }
  }
}

const startsWithWord = (text: string, word: string): boolean =>
  text.toLowerCase().startsWith(word.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(text.slice(word.length));
