// Where a condition, technique, medication or region occurs: in all sessions and the record of a client, or in one note.
import type { RecordFile, Session } from '../facts/model';
import type { Knowledge } from '../knowledge/knowledge';
import { compareSources, type Source, type Span, touchesSpan } from '../text/span';
import type { View } from '../workspace/model';
import { findClientPlace, findTermAt, listRecordTerms, placeOfRecord, type TermPlace } from './term-at';

/** What is read of one client: the record and all sessions. */
export interface ClientDocuments {
  readonly record: RecordFile | undefined;
  readonly sessions: readonly Session[];
}

/** Lists every place at which the client's documents name what stands at an offset; sorted. */
export function listReferences(view: View, offset: number, client: ClientDocuments): readonly Source[] {
  const id = findClientPlace(view);
  if (id !== undefined && touchesSpan(id, offset)) return listClientPlaces(client);
  const term = findTermAt(view, offset);
  return term === undefined ? [] : listTermPlaces(view.kb, term, client);
}

/** Lists every place at which the documents of a client, or some of them, name a term; sorted. */
export function listTermPlaces(
  kb: Knowledge,
  term: Pick<TermPlace, 'kind' | 'id'>,
  { record, sessions }: ClientDocuments,
): readonly Source[] {
  const isSame = (place: TermPlace): boolean => place.kind === term.kind && place.id === term.id;
  return [
    ...sessions.flatMap(({ uri, mentions }) => mentions.filter(isSame).map(({ span }) => ({ uri, span }))),
    ...(record === undefined
      ? []
      : listRecordTerms(kb, record.record)
          .filter(isSame)
          .map(({ span }) => ({ uri: record.uri, span }))),
  ].sort(compareSources);
}

function listClientPlaces({ record, sessions }: ClientDocuments): readonly Source[] {
  return [
    ...(record === undefined ? [] : [{ uri: record.uri, span: placeOfRecord(record) }]),
    ...sessions.map(({ uri, note }) => ({
      uri,
      span: (note.frontMatter?.client ?? note.header?.clientId)?.span ?? { start: 0, end: 0 },
    })),
  ].sort(compareSources);
}

/** Lists the places in one document that name the same as an offset. */
export function listHighlights(view: View, offset: number): readonly Span[] {
  const term = findTermAt(view, offset);
  if (term === undefined) return [];
  const places =
    view.kind === 'note'
      ? view.session.mentions
      : view.kind === 'client'
        ? listRecordTerms(view.kb, view.parsed.value)
        : [];
  return places
    .filter((place) => place.kind === term.kind && place.id === term.id)
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
}
