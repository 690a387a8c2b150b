// Where something comes from: a client's record, the sentence that established a condition, the page of a rule.
import type { Fact } from '../facts/model';
import type { Located } from '../note/model';
import { plainRule } from '../rules/clearances';
import { compareSources, type Source, touchesSpan } from '../text/span';
import type { NoteView, View } from '../workspace/model';
import type { ClientDocuments } from './references';
import { findClientPlace, findTermAt, placeOfRecord } from './term-at';

/** A place in a document, or the page of a rule or check by its code. */
export type Definition =
  | { readonly kind: 'place'; readonly at: Source }
  | { readonly kind: 'page'; readonly code: string };

/** Lists what the words at an offset rest on, the strongest first. */
export function listDefinitions(view: View, offset: number, client: ClientDocuments): readonly Definition[] {
  const rule = findRuleCode(view, offset);
  if (rule !== undefined) return [{ kind: 'page', code: plainRule(rule.value.trim()) }];
  const id = findClientPlace(view);
  if (id !== undefined && touchesSpan(id, offset)) {
    const { record } = client;
    return record === undefined || record.uri === view.file.uri
      ? []
      : [{ kind: 'place', at: { uri: record.uri, span: placeOfRecord(record) } }];
  }
  const places = view.kind === 'note' ? listBases(view, offset) : listFirst(view, offset, client);
  const others = places.filter(({ uri, span }) => uri !== view.file.uri || !touchesSpan(span, offset));
  const seen = new Set<string>();
  return others
    .filter((at) => !seen.has(keyOf(at)) && seen.add(keyOf(at)))
    .map((at) => ({ kind: 'place', at }));
}

/** The rule that an override in front matter or a record names. */
function findRuleCode(view: View, offset: number): Located<string> | undefined {
  const overrides =
    view.kind === 'note'
      ? (view.parsed.value.frontMatter?.overrides ?? [])
      : view.kind === 'client'
        ? view.parsed.value.overrides
        : [];
  return overrides.map(({ rule }) => rule).find(({ span }) => touchesSpan(span, offset));
}

/** The statements that a condition or medication at a place rests on; for a technique those that speak against it. */
function listBases(view: NoteView, offset: number): readonly Source[] {
  // Of what a warning rests on, the statements about the client; not the other techniques that it names.
  const stated = new Set(view.client.facts.flatMap(sourcesOf).map(keyOf));
  const against = view.findings
    .filter(({ at, rule }) => touchesSpan(at.span, offset) && rule.startsWith('contraindication/'))
    .flatMap(({ because }) => because.map(({ at }) => at))
    .filter((at) => stated.has(keyOf(at)));
  const term = findTermAt(view, offset);
  const facts = view.client.facts.filter((fact) => fact.kind === term?.kind && fact.id === term.id);
  return [...facts.flatMap(sourcesOf), ...against];
}

const keyOf = ({ uri, span }: Source): string => `${uri}#${span.start}`;

const sourcesOf = (fact: Fact): readonly Source[] =>
  fact.kind === 'finding' ? [fact.source] : [fact.source, ...fact.also, ...fact.against];

/** Of an entry of the record: the first sentence of a note that speaks of it. */
function listFirst(view: View, offset: number, { sessions }: ClientDocuments): readonly Source[] {
  const term = findTermAt(view, offset);
  if (term === undefined) return [];
  const found = sessions.flatMap(({ uri, date, mentions }) =>
    mentions
      .filter(({ kind, id, assertion }) => kind === term.kind && id === term.id && assertion !== 'negated')
      .map(({ span }) => ({ date: date ?? '', at: { uri, span } })),
  );
  return found
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : compareSources(a.at, b.at)))
    .slice(0, 1)
    .map(({ at }) => at);
}
