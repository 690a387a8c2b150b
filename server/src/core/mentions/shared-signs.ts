// Signs that share the place they are told of: in "calf hot, red and swollen" each word is a sign of the calf.
import type { Lexicon, PhraseMatch } from './lexicon';
import { and } from './list-items';
import { lowerBound } from './parts';
import type { Token } from './tokens';
import { noNode, root } from './trie';

/** How a place can be; with a place before it, the base has a name for it. */
const looks: ReadonlySet<string> = new Set(
  'hot warm red swollen tender painful puffy hard tight cold cool pale blue dusky purple shiny reddened'.split(
    ' ',
  ),
);

/** Adds what goes on with the place of a sign before it; the same list where there is nothing. */
export function withSharedSigns(
  { phrases: trie }: Lexicon,
  tokens: readonly Token[],
  phrases: readonly PhraseMatch[],
): readonly PhraseMatch[] {
  let found: PhraseMatch[] | undefined;
  for (const match of phrases) {
    if (match.to - match.from < 2 || !looks.has(tokens[match.to - 1]?.norm ?? '')) continue;
    // The words before the last one name the place.
    let node = root;
    for (let i = match.from; i < match.to - 1 && node !== noNode; i++)
      node = trie.next(node, tokens[i]?.shared.stemNumber ?? noNode);
    if (node === noNode) continue;
    for (let at = nextLook(tokens, match.to); at >= 0; at = nextLook(tokens, at + 1)) {
      const own = phrases[lowerBound(phrases, at + 1) - 1];
      if (own !== undefined && own.to > at) break;
      const entry = trie.get(trie.next(node, tokens[at]?.shared.stemNumber ?? noNode));
      if (entry?.readings.some(({ kind }) => kind === 'sign') !== true) continue;
      found ??= [];
      const { readings, only } = entry;
      found.push({ from: at, to: at + 1, readings, only, ambiguous: undefined, slip: undefined });
    }
  }
  return found === undefined ? phrases : [...phrases, ...found].sort((a, b) => a.from - b.from);
}

/** The word behind a comma or "and" that says how a place is, or -1. */
function nextLook(tokens: readonly Token[], from: number): number {
  let at = from;
  if (tokens[at]?.norm === ',') at++;
  if (and.has(tokens[at]?.norm ?? '') || tokens[at]?.norm === '+') at++;
  return at > from && looks.has(tokens[at]?.norm ?? '') ? at : -1;
}
