// The table of fields: labels that therapists write before a colon, where they belong, and what value follows.
import type { SectionId } from './sections';

/** How a field's value is read. */
export type FieldValueType =
  | 'text'
  | 'pain'
  | 'range-of-motion'
  | 'vitals'
  | 'techniques'
  | 'duration'
  | 'frequency'
  | 'date'
  | 'conditions'
  | 'medications'
  | 'region'
  | 'position';

export interface FieldEntry {
  readonly id: string;
  /** The canonical label, as completion and snippets write it. */
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly section: SectionId;
  readonly value: FieldValueType;
  /** One line of help for hover and completion. */
  readonly help: string;
}

export const fieldTable = [
  {
    id: 'complaint',
    name: 'Complaint',
    synonyms: ['Chief complaint', 'CC', 'C/C', 'Presenting complaint', 'Reason for visit', 'c/o'],
    section: 'subjective',
    value: 'text',
    help: 'What the client came for: place, side, strength, what makes it worse or better.',
  },
] as const satisfies readonly FieldEntry[];

/** Id of a known field. */
export type FieldId = string;
