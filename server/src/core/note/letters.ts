// What single letters stand for in notes of other kinds: HOPS, CARE and DAP. Worked out from the letters a note uses.
import type { Line } from './lex';
import type { SectionId } from './sections';

const SCHEMES: readonly { readonly letters: string; readonly sections: readonly SectionId[] }[] = [
  { letters: 'hops', sections: ['subjective', 'objective', 'objective', 'objective'] },
  { letters: 'care', sections: ['subjective', 'treatment', 'assessment', 'assessment'] },
  { letters: 'dap', sections: ['subjective', 'assessment', 'plan'] },
];

/** The letters of the note's own scheme; empty for SOAP. A scheme counts only if all its letters stand in order. */
export function findLetterScheme(text: string, lines: readonly Line[]): Readonly<Record<string, SectionId>> {
  let seen = '';
  for (const line of lines) {
    const start = /^[#*_\s]*([a-z])[*_]*\s?(?:[:\u2013\u2014-]|$)/i.exec(
      text.slice(line.content, Math.min(line.end, line.content + 12)),
    );
    const letter = start?.[1]?.toLowerCase();
    if (letter !== undefined && !seen.includes(letter)) seen += letter;
  }
  const scheme = SCHEMES.find(({ letters }) => seen === letters);
  if (!scheme) return {};
  return Object.fromEntries(
    [...scheme.letters].map((letter, index) => [letter, scheme.sections[index] ?? 'subjective']),
  );
}
