// Notes that stand on one line: `S: neck pain O: HT UT A: better P: weekly`, with letters or whole names.
import { isSpaceCode, type Line } from './lex';

/** The letters that may follow `S:` on its line, in this order. */
const ORDER = ['O', 'T', 'A', 'P'];
const NEXT =
  /[\s.;|](?:(O|Tx?|A|P)|(Objective|OBJECTIVE|Treatment|TREATMENT|Assessment|ASSESSMENT|Plan|PLAN))\s?:(?=\s)/g;

/**
 * Cuts a line that starts with `S:` before `O:`, `T:`, `A:` and `P:`, as if each stood on a line of its own, and so
 * for whole names. Only a line with `O:` behind `S:` is cut, and letters or names count only in the order of the note.
 */
export function splitOneLineNotes(text: string, lines: readonly Line[]): readonly Line[] {
  if (!lines.some((line) => startsNote(text, line))) return lines;
  return lines.flatMap((line) => (startsNote(text, line) ? splitLine(text, line) : [line]));
}

const startsNote = (text: string, line: Line): boolean =>
  line.bullet === undefined &&
  text.charAt(line.first) === 'S' &&
  /^(?:S|Subjective|SUBJECTIVE)\s?:\s/.test(text.slice(line.first, line.first + 13));

function splitLine(text: string, line: Line): readonly Line[] {
  const cuts: number[] = [];
  let rank = -1;
  const isShort = /^S\s?:/.test(text.slice(line.first, line.first + 3));
  for (const match of text.slice(line.first, line.end).matchAll(NEXT)) {
    // Letters go with letters, names with names.
    if ((match[1] === undefined) === isShort) continue;
    const next = ORDER.indexOf((match[1] ?? match[2] ?? '').charAt(0));
    if (rank === -1 ? next !== 0 : next <= rank) continue;
    rank = next;
    cuts.push(line.first + match.index + 1);
  }
  const { indent, bullet } = line;
  const starts = [line.first, ...cuts];
  return starts.map((first, index) => {
    const stop = starts[index + 1];
    if (stop === undefined)
      return { start: first, end: line.end, next: line.next, indent, first, bullet, content: first };
    let end = stop;
    while (end > first && isSpaceCode(text.charCodeAt(end - 1))) end -= 1;
    const start = index === 0 ? line.start : first;
    return { start, end, next: stop, indent, first, bullet, content: first };
  });
}
