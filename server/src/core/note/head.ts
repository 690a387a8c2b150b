// The head of a note alone: what says whose it is and of which day, without reading the rest of it.
import type { Note, Problem } from './model';
import { parseNote } from './parse';
import { readPlainYaml } from './yaml-plain';

/** Front matter is looked for in this much of a note; beyond it the whole note is read. */
const longest = 16_384;

/**
 * Reads a note as far as its front matter where that names client and day, else all of it. Front matter and header are
 * those of `parseNote`; sections and preamble may be missing.
 */
export function parseHead(text: string): Note {
  const head = findHead(text);
  if (head === undefined) return parseNote(text).value;
  const { value, problems } = parseNote(head);
  const isWhole = !problems.some(({ code }) => code === 'note/front-matter-unclosed');
  return isWhole && value.frontMatter?.client !== undefined && value.frontMatter.date !== undefined
    ? value
    : parseNote(text).value;
}

/** The front matter with its lines of `---`; undefined where there is none, or not within reach. */
const findHead = (text: string): string | undefined =>
  /^\uFEFF?\s*---[ \t]*\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/.exec(text.slice(0, longest))?.[0];

/**
 * The client that a note names in plain front matter; undefined where it takes more to tell, and `parseHead` does. It is
 * asked of every note of a practice before any is judged.
 */
export function findNamedClient(text: string): string | undefined {
  // A note that begins with anything but its fence, or whose fences are unusual, is left to the reader of notes.
  const body = /^---\r?\n((?:(?!---|\.\.\.)[^\n]*\n)+)---\r?(?:\n|$)/.exec(text.slice(0, longest))?.[1];
  const map = body === undefined ? undefined : readPlainYaml(body, 0);
  // Of a key that stands there twice, in whatever spelling, the first counts: that too is left to the reader.
  const named = map?.pairs.filter(({ key }) => key.text.toLowerCase() === 'client') ?? [];
  const [pair] = named;
  return named.length === 1 && pair?.key.text === 'client' && pair.value?.kind === 'scalar'
    ? pair.value.text
    : undefined;
}

/** What is wrong with the front matter of a note as YAML: none of it, or not all of it, was read. */
export const listHeadProblems = (text: string): readonly Problem[] =>
  /^\uFEFF?\s*---/.test(text)
    ? parseNote(findHead(text) ?? text).problems.filter(({ code }) => code.startsWith('yaml/'))
    : [];
