// What stood at the last visit where today's field is still blank: shown behind the label, never written into the note.
import type { Block, Field, Note } from '../note/model';
import type { SectionId } from '../note/sections';
import { isSigned } from '../signing/verify';
import { sliceSpan } from '../text/span';
import type { View } from '../workspace/model';

/** A hint at an offset: `6 Nov: 45/60°, pain at end range`. */
export interface LastVisitHint {
  readonly offset: number;
  readonly text: string;
  /** All of it, where the hint is cut. */
  readonly full: string;
}

const longest = 60;

/** Lists hints for the blank fields of a note, each with the newest earlier value of the same field. */
export function listLastVisitHints(view: View): readonly LastVisitHint[] {
  if (view.kind !== 'note' || isSigned(view.session.note)) return [];
  const { note } = view.session;
  const earlier = [...view.client.earlier].reverse();
  return fieldsOf(note).flatMap(({ section, field }): readonly LastVisitHint[] => {
    if (field.children.length > 0 || sliceSpan(note.text, field.value).trim() !== '') return [];
    const label = labelOf(note, field);
    for (const session of earlier) {
      const same = fieldsOf(session.note).find(
        (other) =>
          other.section === section &&
          labelOf(session.note, other.field) === label &&
          sliceSpan(session.note.text, other.field.value).trim() !== '',
      );
      if (same === undefined) continue;
      const value = sliceSpan(session.note.text, same.field.value).replace(/\s+/g, ' ').trim();
      const full = `${session.date}: ${value}`;
      const text = full.length <= longest ? full : `${full.slice(0, longest - 1).trimEnd()}…`;
      // Behind the blank that follows the label, where the cursor stands.
      const blank =
        /^[ \t]*/.exec(note.text.slice(field.value.start, field.value.start + 80))?.[0].length ?? 0;
      return [{ offset: field.value.start + blank, text, full }];
    }
    return [];
  });
}

interface Placed {
  readonly section: SectionId;
  readonly field: Field;
}

const fieldsOf = (note: Note): readonly Placed[] =>
  note.sections.flatMap((section) =>
    section.blocks
      .filter((block: Block): block is Field => block.kind === 'field' && block.heading !== true)
      .map((field) => ({ section: section.id, field })),
  );

const labelOf = (note: Note, field: Field): string =>
  field.field ?? sliceSpan(note.text, field.label).trim().toLowerCase();
