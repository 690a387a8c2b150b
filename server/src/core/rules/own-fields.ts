// The fields of a practice against the shipped ones: which of its labels count, and what is wrong with the others.
import type { Knowledge } from '../knowledge/knowledge';
import type { NarrowedField, OwnField } from '../knowledge/own-fields';
import { fieldById, fieldByLabel, fieldTable, normaliseLabel } from '../note/fields';
import type { SectionId } from '../note/sections';
import { findNear } from '../text/distance';
import { oncePer } from '../text/once';
import { say } from '../text/say';

/** A field that counts. `shipped`: a shipped one that the practice narrows. */
export interface PracticeField extends Omit<OwnField, 'section'> {
  readonly section: SectionId;
  readonly shipped: boolean;
}

/** The fields of the practice that the knowledge belongs to. */
export const practiceFieldsOf = oncePer((kb: Knowledge): readonly PracticeField[] =>
  kb.fields.flatMap(resolve),
);

function resolve(entry: OwnField | NarrowedField): readonly PracticeField[] {
  if (wordFieldMistake(entry) !== undefined) return [];
  if ('label' in entry) return [{ ...entry, shipped: false }];
  const field = fieldById(entry.field);
  if (field === undefined) return [];
  const { id, name: label, section, help } = field;
  const { values, required } = entry;
  const value = values.length > 0 ? 'choice' : 'text';
  return [{ id, label, synonyms: [], section, help, values, required, value, shipped: true }];
}

/** Why an entry does not count: its label means a shipped field, or no shipped field has its id. */
export function wordFieldMistake(entry: OwnField | NarrowedField): string | undefined {
  if ('label' in entry) {
    const taken = [entry.label, ...entry.synonyms].find((label) => fieldByLabel(label) !== undefined);
    return taken === undefined
      ? undefined
      : say`“${taken}” is a shipped label. Choose another, or write under changes what differs.`;
  }
  if (fieldById(entry.field) !== undefined) return undefined;
  const near = findNear(
    entry.field,
    fieldTable.map(({ id }) => id),
  );
  return say`No field has this id.${near === undefined ? '' : say` Did you mean ${near}?`}`;
}

/** The field of the practice that a label names, in any case. */
export function findPracticeField(kb: Knowledge, label: string): PracticeField | undefined {
  const fields = practiceFieldsOf(kb);
  if (fields.length === 0) return undefined;
  const id = fieldByLabel(label)?.id;
  const plain = normaliseLabel(label);
  return fields.find((field) =>
    field.shipped
      ? field.id === id
      : [field.label, ...field.synonyms].some((name) => normaliseLabel(name) === plain),
  );
}
