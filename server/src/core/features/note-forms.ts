// The blank forms of a session note: which fields stand in which section. Snippets are generated from the same table.
import { fieldById } from '../note/fields';
import type { NoteType } from '../note/model';
import { type SectionId, sectionTable } from '../note/sections';
import type { NewNoteText, NewSession } from './copy-forward';

/** The lines of each section: ids of fields, or `text` for an empty item. */
export type NoteForm = Readonly<Partial<Record<SectionId, readonly string[]>>>;

/** The form of a session in a course of treatment; the others change some of its sections. */
export const followUpForm: NoteForm = {
  subjective: ['complaint', 'health-update'],
  objective: ['palpation', 'range-of-motion'],
  treatment: ['text', 'response'],
  assessment: ['text'],
  plan: ['next-session', 'home-care'],
};

/** Every form by the type of note that it is for. */
export const noteForms: Readonly<Record<NoteType, NoteForm>> = {
  initial: {
    ...followUpForm,
    subjective: ['complaint', 'onset', 'conditions', 'medications', 'allergies', 'goals'],
    objective: ['posture', 'palpation', 'range-of-motion'],
    plan: ['frequency', 'next-session', 'home-care'],
  },
  'follow-up': followUpForm,
  wellness: {
    ...followUpForm,
    subjective: ['health-update', 'goals'],
    objective: ['palpation'],
    plan: ['next-session'],
  },
  discharge: {
    ...followUpForm,
    assessment: ['goals-met', 'progress'],
    plan: ['home-care', 'recommendations', 'referral'],
  },
};

/** A blank note of a type; the cursor stands behind the first label. */
export function beginNote(type: NoteType, { client, date, time, therapist }: NewSession): NewNoteText {
  const head = [
    '---',
    `client: ${client}`,
    `date: ${date} ${time}`.trimEnd(),
    `therapist: ${therapist}`.trimEnd(),
    'duration:',
    `type: ${type}`,
    'consent:',
    '---',
  ];
  const sections = sectionTable.flatMap(({ id, title }) => {
    const lines = noteForms[type][id];
    return lines === undefined ? [] : ['', `## ${title}`, ...lines.map(toLine)];
  });
  const text = `${[...head, ...sections].join('\n')}\n`;
  const first = /^- [^\n]*: $/m.exec(text);
  return { text, cursor: first === null ? text.length : first.index + first[0].length };
}

const toLine = (id: string): string => (id === 'text' ? '- ' : `- ${fieldById(id)?.name ?? id}: `);
