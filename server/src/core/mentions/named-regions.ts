// The places that a statement names, by themselves or within a longer phrase: "knee replacement".

import type { TermKind } from '../knowledge/model';
import type { Verdict } from './decide';
import type { Lexicon, PhraseMatch } from './lexicon';
import type { Assertion, RegionMention } from './model';
import type { ByToken } from './parts';
import type { Chosen } from './resolve';
import { type RegionAt, sideRegions } from './sides';
import type { Token } from './tokens';
import { longestMatch } from './trie';

/** What the regions of a statement are found in; `verdicts` go with `chosen`. */
interface Named {
  readonly lexicon: Lexicon;
  readonly tokens: readonly Token[];
  readonly chosen: readonly Chosen[];
  readonly verdicts: readonly Verdict[];
  readonly parts: { readonly taken: ByToken<number> };
}

/** The regions of a statement in order; the lists go together. */
export interface NamedRegions {
  readonly regions: readonly RegionAt[];
  readonly assertions: readonly Assertion[];
  readonly sided: readonly RegionMention[];
}

const none: readonly RegionMention[] = [];

/** The regions of a statement, those inside longer phrases included ("knee replacement" names the knee). */
export function nameRegions({ lexicon, tokens, chosen, verdicts, parts }: Named): NamedRegions {
  const regions: RegionAt[] = [];
  const assertions: Assertion[] = [];
  for (let index = 0; index < chosen.length; index++) {
    const item = chosen[index];
    if (item === undefined) break;
    const { from, to, kind, match, reading } = item;
    if (kind === 'region') {
      regions.push({ from, to, id: reading.id, laterality: reading.region?.laterality, inner: false });
      assertions.push(verdicts[index]?.assertion ?? 'present');
    } else if (holdsPlaces(kind) && to - from >= 2) {
      const inner = regionWithin(lexicon, tokens, match);
      if (inner === undefined) continue;
      const { id, laterality } = inner;
      regions.push({ from: from + inner.from, to: from + inner.to, id, laterality, inner: true });
      assertions.push('present');
    }
  }
  const sided = regions.length === 0 ? none : sideRegions(tokens, regions, parts.taken);
  return { regions, assertions, sided };
}

const holdsPlaces = (kind: TermKind): boolean =>
  kind === 'condition' || kind === 'sign' || kind === 'technique';

const known = new WeakMap<
  PhraseMatch['readings'],
  { readonly length: number; readonly inner: RegionAt | undefined }
>();

/** The region that a phrase names within itself, counted from its first token: "knee replacement". */
function regionWithin(lexicon: Lexicon, tokens: readonly Token[], match: PhraseMatch): RegionAt | undefined {
  // A slip of the pen may be in the name of the place.
  if (match.slip !== undefined) return findRegionWithin(lexicon, tokens.slice(match.from, match.to));
  const length = match.to - match.from;
  const before = known.get(match.readings);
  // A side may stand inside: "rolled L ankle".
  if (before?.length === length) return before.inner;
  const inner = findRegionWithin(lexicon, tokens.slice(match.from, match.to));
  known.set(match.readings, { length, inner });
  return inner;
}

// Short forms of places that are words of their own inside a phrase: "pain at night".
const words: ReadonlySet<string> = new Set([
  'at',
  'as',
  'it',
  'add',
  'abs',
  'lat',
  'sa',
  'pt',
  'rf',
  'hs',
  'lt',
  'mt',
]);

function findRegionWithin({ phrases }: Lexicon, phrase: readonly Token[]): RegionAt | undefined {
  for (let from = 0; from < phrase.length; from++) {
    for (const length of [2, 1]) {
      if (length === phrase.length || from + length > phrase.length) continue;
      const part = phrase.slice(from, from + length);
      const found = longestMatch(phrases, part, 0, (token) => token.shared.stemNumber);
      if (found?.end !== length || words.has(part[0]?.norm ?? '')) continue;
      const region = found.value.readings.find((at) => at.kind === 'region' && at.form !== 'weak');
      if (region !== undefined)
        return { from, to: from + length, id: region.id, laterality: region.region?.laterality };
    }
  }
  return undefined;
}
