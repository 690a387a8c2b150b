// A trie over words in flat tables: finds the longest phrase that starts at a token. Nodes and words are numbers.
import { enterWord } from './vocabulary';

/** The node that all phrases start from. */
export const root = 1;
/** What stands for a node that is not there. */
export const noNode = 0;

// Each step is four numbers: node, word, the node that it leads to, and one that fills up a power of two.
const stride = 4;

/** Phrases by their words; each node may end a phrase and carry its value. */
export class Trie<T> {
  #steps = new Int32Array(stride * 1024);
  #count = 0;
  readonly #values: (T | undefined)[] = [undefined, undefined];
  // For each node a bit for every word that may lead on, many words to a bit, and one for a value: most questions are
  // answered by it, and the table of steps, which is too large to be near at hand, is left alone.
  #signs = new Int32Array(1024);

  /** The node of a phrase, made where it is new. */
  grow(words: readonly string[]): number {
    let node = root;
    for (const word of words) node = this.step(node, enterWord(word));
    return node;
  }

  /** The node that a word leads to from a node, made where it is new. */
  step(node: number, word: number): number {
    const known = this.next(node, word);
    if (known !== noNode) return known;
    const made = this.#values.length;
    this.#values.push(undefined);
    this.#add(node, word, made);
    return made;
  }

  /** Lets a further word lead from a node to another. */
  lead(node: number, word: number, to: number): void {
    if (this.next(node, word) === noNode) this.#add(node, word, to);
  }

  /** The node that a word leads to from a node, or `noNode`. */
  next(node: number, word: number): number {
    if (((this.#signs[node] ?? 0) & signOf(word)) === 0) return noNode;
    const steps = this.#steps;
    const mask = steps.length - 1;
    for (let at = placeOf(node, word) & mask; ; at = (at + stride) & mask) {
      const from = steps[at];
      if (from === node && steps[at + 1] === word) return steps[at + 2] ?? noNode;
      if (from === noNode) return noNode;
    }
  }

  /** What a node has, for `mayEnd` and `mayGoOn`. */
  signs(node: number): number {
    return this.#signs[node] ?? 0;
  }

  /** True if a phrase goes on behind a node. */
  goesOn(node: number): boolean {
    return ((this.#signs[node] ?? 0) & ~hasValue) !== 0;
  }

  /** The value of the phrase that ends at a node. */
  get(node: number): T | undefined {
    return ((this.#signs[node] ?? 0) & hasValue) === 0 ? undefined : this.#values[node];
  }

  set(node: number, value: T): void {
    this.#values[node] = value;
    this.#sign(node, hasValue);
  }

  #sign(node: number, bit: number): void {
    if (node >= this.#signs.length) {
      const old = this.#signs;
      this.#signs = new Int32Array(Math.max(node + 1, old.length * 2));
      this.#signs.set(old);
    }
    this.#signs[node] = (this.#signs[node] ?? 0) | bit;
  }

  #add(node: number, word: number, to: number): void {
    this.#count++;
    this.#sign(node, signOf(word));
    // At most half of the places are taken: a look-up ends after a step or two.
    if (this.#count * 2 * stride > this.#steps.length) this.#widen();
    put(this.#steps, node, word, to);
  }

  #widen(): void {
    const old = this.#steps;
    this.#steps = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += stride)
      if (old[at] !== noNode) put(this.#steps, old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0);
  }
}

/** The bit of a node that has a value; the others are for words. */
const hasValue = 1;

/** The bit of a word in the signs of the nodes that it leads on from. */
const signOf = (word: number): number => 2 << (word % 31);

/** True if a phrase ends at a node with such signs. */
export const mayEnd = (signs: number): boolean => (signs & hasValue) !== 0;

/** False if no phrase goes on with a word behind a node with such signs. */
export const mayGoOn = (signs: number, word: number): boolean => (signs & signOf(word)) !== 0;

/** Where to look for a step first. */
function placeOf(node: number, word: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) * stride;
}

function put(steps: Int32Array, node: number, word: number, to: number): void {
  const mask = steps.length - 1;
  let at = placeOf(node, word) & mask;
  while (steps[at] !== noNode) at = (at + stride) & mask;
  steps[at] = node;
  steps[at + 1] = word;
  steps[at + 2] = to;
}

/** The longest phrase that starts at `from`: its value and the index after its last word. */
export function longestMatch<T, W>(
  trie: Trie<T>,
  words: readonly W[],
  from: number,
  number: (word: W) => number,
): { readonly value: T; readonly end: number } | undefined {
  let node = root;
  let best: { readonly value: T; readonly end: number } | undefined;
  for (let i = from; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    node = trie.next(node, number(word));
    if (node === noNode) break;
    const value = trie.get(node);
    if (value !== undefined) best = { value, end: i + 1 };
  }
  return best;
}
