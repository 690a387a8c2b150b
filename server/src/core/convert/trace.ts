// The last guard of the converter: every word of a note with where it stands, equal before and after.
import type { Block, Note } from '../note/model';
import { type Span, sliceSpan } from '../text/span';
import { countOwn, titleWords } from './layout';
import { listTitles } from './titles';

/**
 * Every word of the note, in order, with the section, the known fields and the check box that it stands in. Headings
 * that say what a canonical heading says give no word. Bullets, `#`, emphasis around labels and the colon behind
 * them are layout; every other character is part of a word.
 */
export function toTrace(note: Note): readonly string[] {
  const trace: string[] = [];
  const { text } = note;
  const add = (words: string, place: string): void => {
    for (const word of words.split(/\s+/)) if (word !== '') trace.push(`${place} ${word}`);
  };
  const addSpan = (at: Span, place: string): void => add(sliceSpan(text, at), place);
  const walk = (blocks: readonly Block[], place: string): void => {
    for (const block of blocks) {
      // Behind a heading on its line, as in `S: [x] asthma`, a box is part of the text; below it, of the entry.
      const opening = block.kind === 'text' && block.checked === undefined ? boxOf(text, block.content) : '';
      const checked = opening === '' ? block.checked : !/^(?:\u2610|\[\s?\])/.test(opening);
      const box = checked === undefined ? '' : `[${checked}]`;
      const number = /^\d+[.)]/.exec(text.slice(block.span.start, block.span.start + 4))?.[0];
      const bare = block.kind === 'text' && block.content.start === block.span.start;
      if (number !== undefined && !bare) add(number, place);
      const inner = `${place}${box}${block.kind === 'field' && block.field ? `/${block.field}` : ''}`;
      if (block.kind === 'field') {
        addSpan(block.label, inner);
        addSpan(block.value, inner);
      } else if (block.heading) add(titleWords(sliceSpan(text, block.content)), inner);
      else addSpan({ start: block.content.start + opening.length, end: block.content.end }, inner);
      // The parser bounds how deep blocks nest.
      walk(block.children, inner);
    }
  };
  walk(note.preamble, 'preamble');
  const titles = listTitles(note);
  note.sections.forEach((section, index) => {
    const title = titles[index];
    const field = title?.field === undefined ? section.id : `${section.id}/${title.field}`;
    add(title?.words ?? '', field);
    const own = title?.field === undefined ? 0 : countOwn(section.blocks);
    walk(section.blocks.slice(0, own), field);
    walk(section.blocks.slice(own), section.id);
  });
  return trace;
}

/** The check box that a text begins with, if any. */
const boxOf = (text: string, at: Span): string =>
  /^(?:\[[ xX\u2713]?\](?=\s|$)|[\u2610-\u2612\u2713\u2714])/.exec(
    text.slice(at.start, Math.min(at.end, at.start + 4)),
  )?.[0] ?? '';
