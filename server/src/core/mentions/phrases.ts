// How tables of phrases are written: as lists with `|` between them, and as families put together from parts.

/** The phrases of a text, with `|` and any white space between them. */
export const list = (text: string): readonly string[] =>
  text
    .replace(/\s+/g, ' ')
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/** Every way to take one of each part: `combine(list('no | without'), list('sign | signs'), ['of'])`. An empty part may be left out. */
export const combine = (...parts: readonly (readonly string[])[]): readonly string[] =>
  parts.reduce<readonly string[]>(
    (heads, tails) => heads.flatMap((head) => tails.map((tail) => join(head, tail))),
    [''],
  );

/** One blank between two parts; there are tens of thousands of them. */
const join = (head: string, tail: string): string =>
  head === '' ? tail : tail === '' ? head : `${head} ${tail}`;
