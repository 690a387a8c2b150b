// The index behind misspellings, by symmetric deletion: two words are one slip apart only if they share a form with one
// letter less. The forms themselves are never made: each is a hash, worked out from the word's letters.

/** Words by the hashes of themselves and of each form with one letter less. */
export class SlipIndex {
  readonly #words: readonly string[];
  /** The first entry of each place; 0 is none. */
  readonly #first: Int32Array;
  /** Entries in chains: the hash, the word's number, and the entry that follows. */
  readonly #hashes: Int32Array;
  readonly #numbers: Int32Array;
  readonly #next: Int32Array;

  constructor(words: readonly string[]) {
    this.#words = words;
    const entries = words.reduce((sum, { length }) => sum + length + 1, 1);
    this.#first = new Int32Array(1 << (32 - Math.clz32(entries)));
    this.#hashes = new Int32Array(entries);
    this.#numbers = new Int32Array(entries);
    this.#next = new Int32Array(entries);
    let entry = 1;
    // From the last word to the first: each goes to the front of its chain.
    for (let number = words.length - 1; number >= 0; number--) {
      for (const hash of hashForms(words[number] ?? '')) {
        const place = this.#placeOf(hash);
        this.#hashes[entry] = hash;
        this.#numbers[entry] = number;
        this.#next[entry] = this.#first[place] ?? 0;
        this.#first[place] = entry++;
      }
    }
  }

  /** The words that share a form with a word; a few may share only a hash. */
  *candidates(word: string): Generator<string> {
    for (const hash of hashForms(word))
      for (let at = this.#first[this.#placeOf(hash)] ?? 0; at !== 0; at = this.#next[at] ?? 0)
        if (this.#hashes[at] === hash) yield this.#words[this.#numbers[at] ?? 0] ?? '';
  }

  #placeOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#first.length - 1);
  }
}

/** The hashes of a word and of every form of it with one letter less. */
function hashForms(word: string): readonly number[] {
  const hashes = [hashWithout(word, -1)];
  for (let i = 0; i < word.length; i++) hashes.push(hashWithout(word, i));
  return hashes;
}

/** The hash of a word without the letter at an index (FNV-1a). */
function hashWithout(word: string, left: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++)
    if (i !== left) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}
