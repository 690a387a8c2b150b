// Searches notes and records by what is meant, not by words: all notes with an affirmed clot since January.

import { readingsOf } from '../facts/conditions';
import type { Fact } from '../facts/model';
import { recordFacts } from '../facts/timeline';
import { isWithin, type Knowledge, listTerms } from '../knowledge/knowledge';
import type { TermId } from '../knowledge/model';
import { type Assertion, assertions, type Mention, type RegionMention } from '../mentions/model';
import type { CivilDate, Side } from '../note/model';
import { compareText } from '../text/compare';
import { compareSources, containsSpan, type Source } from '../text/span';
import type { NoteView, RecordView, View } from '../workspace/model';

/** What can be searched for. */
export type SearchKind = 'condition' | 'medication' | 'technique';
export const searchKinds: readonly SearchKind[] = ['condition', 'medication', 'technique'];

/** What a term may be named by. `terms` all have to be met in a note; each by one of its ids. */
export interface SearchQuery {
  readonly terms: readonly { readonly kind: SearchKind; readonly ids: ReadonlySet<TermId> }[];
  /** With terms, where they are; alone, the regions that are spoken of. Parts of a region count. */
  readonly region: TermId | undefined;
  readonly side: Side | undefined;
  /** How it is meant; an assertion that a kind does not know says nothing about that kind. */
  readonly assertions: readonly Assertion[];
  /** The client's id. */
  readonly client: string | undefined;
}

/** One place that answers a search. */
export interface SearchHit {
  readonly at: Source;
  readonly client: string | undefined;
  /** The day of the note; undefined for a record, which holds now. */
  readonly date: CivilDate | undefined;
  readonly kind: SearchKind | 'region';
  readonly id: TermId;
  readonly assertion: Assertion;
  readonly side: Side | undefined;
  readonly regions: readonly TermId[];
}

/** The ids that a name or id stands for; none if it is not known. A class of medicines stands for all in it. */
export function findTermIds(kb: Knowledge, kind: SearchKind | 'region', name: string): readonly TermId[] {
  const wanted = name.trim().toLowerCase();
  const named = listTerms(kb, kind).filter((term) =>
    [term.id, term.name, ...term.synonyms, ...term.abbreviations, ...term.weakSynonyms].some(
      (one) => one.toLowerCase() === wanted,
    ),
  );
  const classes = kb.data.medicationClasses
    .filter(({ id, name: title }) =>
      [id, title.toLowerCase()].some((one) => one === wanted || one === `${wanted}s`),
    )
    .map(({ id }) => id);
  const members = kb.data.medications.filter(
    (one) => kind === 'medication' && [one.class, ...one.alsoClasses].some((own) => classes.includes(own)),
  );
  const found = new Set([...named, ...members].map(({ id }) => id));
  if (found.size > 0) return [...found];
  return [...new Set(readingsOf(kb, name, kind).map(({ id }) => id))];
}

/** Which assertions each kind knows. */
const known: Readonly<Record<SearchKind, readonly Assertion[]>> = {
  condition: ['present', 'negated', 'historical', 'hypothetical', 'possible', 'other-person'],
  medication: ['taken', 'stopped', 'negated', 'possible', 'hypothetical', 'other-person'],
  technique: ['done', 'planned', 'avoided', 'negated', 'historical', 'hypothetical', 'other-person'],
};

/** Lists the places that answer a query as of a day, by document and place. */
export function searchPractice(
  views: Iterable<View>,
  query: SearchQuery,
  today: CivilDate,
): readonly SearchHit[] {
  const hits: SearchHit[] = [];
  for (const view of views) {
    if (view.kind !== 'note' && view.kind !== 'client') continue;
    const client = view.kind === 'note' ? view.client.id : view.id;
    if (query.client !== undefined && query.client.toLowerCase() !== client?.toLowerCase()) continue;
    hits.push(...(view.kind === 'note' ? searchNote(view, query) : searchRecord(view, query, today)));
  }
  return hits.sort((a, b) => compareSources(a.at, b.at) || compareText(a.id, b.id));
}

function searchNote(view: NoteView, query: SearchQuery): readonly SearchHit[] {
  const { mentions } = view.session;
  const toHit = (mention: Mention, kind: SearchHit['kind']): SearchHit => ({
    at: { uri: view.file.uri, span: mention.span },
    client: view.client.id,
    date: view.session.date,
    kind,
    id: mention.id,
    assertion: mention.assertion,
    side: mention.side ?? mention.regions[0]?.side,
    regions: mention.regions.map(({ id }) => id),
  });
  if (query.terms.length === 0)
    return mentions
      .filter(
        (mention) =>
          mention.kind === 'region' &&
          isAt(view.kb, [{ id: mention.id, side: mention.side }], query) &&
          (query.assertions.length === 0 || query.assertions.includes(mention.assertion)),
      )
      .map((mention) => toHit(mention, 'region'));
  const inside = view.session.note.frontMatter?.body;
  const stated = view.session.facts.filter(
    ({ source }) => inside !== undefined && containsSpan(inside, source.span),
  );
  return meetAll(query, (term) => [
    ...mentions
      .filter(
        ({ kind, id, assertion, ...mention }) =>
          kind === term.kind &&
          term.ids.has(id) &&
          isAsserted(term.kind, assertion, query) &&
          isAt(view.kb, withSide(mention), query),
      )
      .map((mention) => toHit(mention, term.kind)),
    ...searchFacts(view.kb, stated, term, query, { client: view.client.id, date: view.session.date }),
  ]);
}

/** The places of a mention; a side that it states itself holds where its regions state none. */
const withSide = ({
  regions,
  side,
}: Pick<Mention, 'regions' | 'side'>): readonly Pick<RegionMention, 'id' | 'side'>[] =>
  regions.map((region) => ({ id: region.id, side: region.side ?? side }));

function searchRecord(view: RecordView, query: SearchQuery, today: CivilDate): readonly SearchHit[] {
  const { kb, file, parsed, id } = view;
  const facts = recordFacts(kb, { uri: file.uri, record: parsed.value }, today);
  return meetAll(query, (term) => searchFacts(kb, facts, term, query, { client: id, date: undefined }));
}

/** What a record or front matter states of a term. */
const searchFacts = (
  kb: Knowledge,
  facts: readonly Fact[],
  { kind, ids }: SearchQuery['terms'][number],
  query: SearchQuery,
  of: Pick<SearchHit, 'client' | 'date'>,
): readonly SearchHit[] =>
  facts.flatMap((fact): readonly SearchHit[] => {
    if (fact.kind !== kind || !(ids.has(fact.id) || isTraceOf(kb, fact, ids))) return [];
    const assertion = assertionOf(fact);
    const regions = fact.kind === 'condition' ? fact.regions : [];
    if (!isAsserted(kind, assertion, query) || !isAt(kb, regions, query)) return [];
    const [first] = regions;
    return [
      {
        ...of,
        at: fact.source,
        kind,
        id: fact.id,
        assertion,
        side: first?.side,
        regions: regions.map((one) => one.id),
      },
    ];
  });

/** True if a fact says that one of these conditions is over: a clot of 2015 is a history of clots. */
const isTraceOf = (kb: Knowledge, fact: Fact, ids: ReadonlySet<TermId>): boolean =>
  fact.kind === 'condition' &&
  fact.past &&
  [...ids].some((id) => kb.conditions.get(id)?.course.becomes === fact.id);

function assertionOf(fact: Fact): Assertion {
  if (fact.kind === 'medication') return fact.certainty === 'possible' ? 'possible' : 'taken';
  if (fact.certainty === 'possible') return 'possible';
  return fact.kind === 'condition' && (fact.historical || fact.past) ? 'historical' : 'present';
}

/** What each term finds, if every term finds something. */
function meetAll(
  { terms }: SearchQuery,
  find: (term: SearchQuery['terms'][number]) => readonly SearchHit[],
): readonly SearchHit[] {
  const found = terms.map(find);
  return found.some((hits) => hits.length === 0) ? [] : found.flat();
}

function isAsserted(kind: SearchKind, assertion: Assertion, { assertions: asked }: SearchQuery): boolean {
  const own = asked.filter((one) => known[kind].includes(one));
  return own.length === 0 || own.includes(assertion);
}

function isAt(
  kb: Knowledge,
  regions: readonly { readonly id: TermId; readonly side: Side | undefined }[],
  { region, side }: SearchQuery,
): boolean {
  if (region === undefined && side === undefined) return true;
  return regions.some(
    (one) =>
      (region === undefined || isWithin(kb.regions, one.id, region)) &&
      (side === undefined || one.side === side || one.side === 'bilateral'),
  );
}

/** True for a word that is an assertion. */
export const isAssertion = (word: string): word is Assertion =>
  (assertions as readonly string[]).includes(word);
