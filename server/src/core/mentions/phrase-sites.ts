// The place that a finding's own words or its nature give it: "TKR" a knee, "ulcer of the shin" a shin, a frozen shoulder.
import { isWithin } from '../knowledge/knowledge';
import type { TermId } from '../knowledge/model';
import { oncePer } from '../text/once';
import type { Lexicon } from './lexicon';
import type { Chosen } from './resolve';
import type { Token } from './tokens';

/** Where a finding is by its own words: said in them, or going without saying. */
export interface Site {
  readonly id: TermId;
  /** True if the words say it, not only the kind of the finding: "SLAP tear", not "clot". */
  readonly said: boolean;
}

/** The words that name a place inside a longer phrase, with the place. */
const wordsForPlaces = oncePer((lexicon: Lexicon): ReadonlyMap<string, TermId> => {
  const words = new Map<string, TermId>();
  for (const region of lexicon.kb.data.regions)
    for (const word of region.impliedBy ?? []) words.set(word.toLowerCase(), region.id);
  return words;
});

/** The place of a finding that names none beside it; `inner` is the region that its phrase holds. */
export function siteOf(
  lexicon: Lexicon,
  tokens: readonly Token[],
  { match, reading }: Chosen,
  inner: TermId | undefined,
): Site | undefined {
  const usual = reading.condition?.region;
  if (inner !== undefined) return { id: inner, said: true };
  const said = saidPlace(lexicon, tokens, match.from, match.to);
  // Plantar fasciitis is at the fascia, a plantar wart anywhere on the foot.
  const { regions } = lexicon.kb;
  const closer =
    said !== undefined &&
    usual !== undefined &&
    regions.get(usual)?.kind === 'landmark' &&
    isWithin(regions, usual, said);
  if (said !== undefined) return { id: closer ? usual : said, said: true };
  return usual === undefined ? undefined : { id: usual, said: false };
}

function saidPlace(lexicon: Lexicon, tokens: readonly Token[], from: number, to: number): TermId | undefined {
  const words = wordsForPlaces(lexicon);
  for (let i = from; i < to; i++) {
    const place = words.get(tokens[i]?.norm ?? '');
    if (place !== undefined) return place;
  }
  return undefined;
}
