// The places that a statement names, by themselves or within a longer phrase: "knee replacement".

import type { Verdict } from './decide';
import { findPhrases, type Lexicon, type PhraseMatch } from './lexicon';
import type { Assertion } from './model';
import { findOpenings } from './openings';
import type { Chosen } from './resolve';
import type { RegionAt } from './sides';
import type { Token } from './tokens';

/** What the regions of a statement are found in; `verdicts` go with `chosen`. */
interface Named {
  readonly lexicon: Lexicon;
  readonly tokens: readonly Token[];
  readonly chosen: readonly Chosen[];
  readonly verdicts: readonly Verdict[];
}

/** The regions of a statement, those inside longer phrases included ("knee replacement" names the knee). */
export function collectRegions({ lexicon, tokens, chosen, verdicts }: Named): {
  readonly regions: readonly RegionAt[];
  readonly assertions: readonly Assertion[];
} {
  const regions: RegionAt[] = [];
  const assertions: Assertion[] = [];
  chosen.forEach(({ match, reading }, index) => {
    if (reading.kind === 'region') {
      regions.push({ from: match.from, to: match.to, id: reading.id });
      assertions.push(verdicts[index]?.assertion ?? 'present');
      return;
    }
    if (reading.kind !== 'condition' || match.to - match.from < 2) return;
    const inner = regionWithin(lexicon, tokens, match);
    if (inner === undefined) return;
    regions.push({ from: match.from + inner.from, to: match.from + inner.to, id: inner.id });
    assertions.push('present');
  });
  return { regions, assertions };
}

const known = new WeakMap<PhraseMatch['readings'], RegionAt | undefined>();

/** The region that a phrase names within itself, counted from its first token: "knee replacement". */
function regionWithin(lexicon: Lexicon, tokens: readonly Token[], match: PhraseMatch): RegionAt | undefined {
  // A slip of the pen may be in the name of the place.
  if (match.slip !== undefined) return findRegionWithin(lexicon, tokens.slice(match.from, match.to));
  if (known.has(match.readings)) return known.get(match.readings);
  const inner = findRegionWithin(lexicon, tokens.slice(match.from, match.to));
  known.set(match.readings, inner);
  return inner;
}

function findRegionWithin(lexicon: Lexicon, phrase: readonly Token[]): RegionAt | undefined {
  for (let from = 0; from < phrase.length; from++) {
    for (const length of [2, 1]) {
      if (length === phrase.length) continue;
      const words = phrase.slice(from, from + length);
      const [part] = findPhrases(lexicon, '', words, findOpenings(lexicon, words), 'lower');
      const region = part?.readings.find((at) => at.kind === 'region' && at.form === 'name');
      if (part?.from === 0 && region !== undefined) return { from, to: from + part.to, id: region.id };
    }
  }
  return undefined;
}
