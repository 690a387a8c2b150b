// The term that a place of a document names: in a note by its mentions, in a client record by its entries.
import { readingsOf } from '../facts/conditions';
import type { RecordFile } from '../facts/model';
import type { Knowledge } from '../knowledge/knowledge';
import type { TermId, TermKind } from '../knowledge/model';
import type { ClientRecord, Located } from '../note/model';
import { type Span, touchesSpan } from '../text/span';
import type { View } from '../workspace/model';

/** A term with the words that name it. */
export interface TermPlace {
  readonly kind: TermKind;
  readonly id: TermId;
  readonly span: Span;
}

/** The term at an offset; of several the one that was read last, which is the most particular. */
export function findTermAt(view: View, offset: number): TermPlace | undefined {
  const places =
    view.kind === 'note'
      ? view.session.mentions
      : view.kind === 'client'
        ? listRecordTerms(view.kb, view.parsed.value)
        : [];
  return [...places].reverse().find((place) => touchesSpan(place.span, offset));
}

/** The names of conditions and medications in a client record, each by its first reading. */
export function listRecordTerms(kb: Knowledge, record: ClientRecord): readonly TermPlace[] {
  const read = (kind: 'condition' | 'medication', { value, span }: Located<string>): readonly TermPlace[] => {
    const [reading] = readingsOf(kb, value, kind);
    return reading === undefined ? [] : [{ kind, id: reading.id, span }];
  };
  return [
    ...record.conditions.flatMap(({ name }) => read('condition', name)),
    ...record.medications.flatMap(({ name }) => read('medication', name)),
    ...record.surgeries.flatMap(({ name }) => read('condition', name)),
  ];
}

/** The place at which a document names its client: `client:` of a note, `id:` of a record. */
export function findClientPlace(view: View): Span | undefined {
  if (view.kind === 'note')
    return (view.parsed.value.frontMatter?.client ?? view.parsed.value.header?.clientId)?.span;
  return view.kind === 'client' ? view.parsed.value.id?.span : undefined;
}

/** The place in a record at which a reader begins: its id, or its start. */
export const placeOfRecord = ({ record }: RecordFile): Span => record.id?.span ?? { start: 0, end: 0 };
