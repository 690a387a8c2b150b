// What single characters are: white space, letters, digits and marks, each looked up once.

/** What a character is to the splitting of a text into words. */
export const kinds = {
  space: 1,
  letter: 2,
  digit: 3,
  mark: 4,
  /** Half of a pair, or a mark that combines with what stands before it: only a pattern can tell. */
  part: 5,
} as const;

const known = new Uint8Array(1 << 16);

/** The kind of the character at an offset; 0 behind the end of the text. */
export function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return known[code] || learn(code);
}

function learn(code: number): number {
  if (Number.isNaN(code)) return 0;
  const char = String.fromCharCode(code);
  const kind = /\s/.test(char)
    ? kinds.space
    : /\p{L}/u.test(char)
      ? kinds.letter
      : /\p{N}/u.test(char)
        ? kinds.digit
        : /[\p{M}\p{Cs}]/u.test(char)
          ? kinds.part
          : kinds.mark;
  known[code] = kind;
  return kind;
}

/** True if a letter or digit stands at an offset. */
export function isWordAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === kinds.letter || kind === kinds.digit;
}
