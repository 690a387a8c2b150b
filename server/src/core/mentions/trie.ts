// A trie over words: finds the longest phrase that starts at a token.

/** A tree of words; each node may end a phrase and carry its value. */
export interface Trie<T> {
  readonly children: Map<string, Trie<T>>;
  value: T | undefined;
}

/** Makes an empty trie. */
export const createTrie = <T>(): Trie<T> => ({ children: new Map(), value: undefined });

/** Gives the node of a phrase, making it where it is new. */
export function growTrie<T>(root: Trie<T>, words: readonly string[]): Trie<T> {
  let node = root;
  for (const word of words) {
    let next = node.children.get(word);
    if (next === undefined) {
      next = createTrie();
      node.children.set(word, next);
    }
    node = next;
  }
  return node;
}

/**
 * The longest phrase that starts at `from`: its value and the index after its last word.
 * `accept` may refuse a phrase (an abbreviation in the wrong case); a shorter one may then win.
 */
export function longestMatch<T, W>(
  root: Trie<T>,
  words: readonly W[],
  from: number,
  key: (word: W) => string,
  accept: (value: T, end: number) => boolean = () => true,
): { readonly value: T; readonly end: number } | undefined {
  let node: Trie<T> | undefined = root;
  let best: { readonly value: T; readonly end: number } | undefined;
  for (let i = from; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    node = node.children.get(key(word));
    if (node === undefined) break;
    if (node.value !== undefined && accept(node.value, i + 1)) best = { value: node.value, end: i + 1 };
  }
  return best;
}
