// Look-ups over the compiled knowledge: built once, shared by everything.
import type {
  Condition,
  KnowledgeData,
  Measure,
  Medication,
  MedicationClass,
  Position,
  RedFlag,
  Region,
  Rule,
  Sign,
  SourceEntry,
  Technique,
  Term,
  TermId,
  TermKind,
  TermRef,
  VitalFinding,
} from './model';
import type { NarrowedField, OwnField } from './own-fields';
import type { Profile } from './profile';

/** The knowledge base with its indexes. Treat as read-only; create once per data object. */
export interface Knowledge {
  readonly data: KnowledgeData;
  readonly techniques: ReadonlyMap<TermId, Technique>;
  readonly conditions: ReadonlyMap<TermId, Condition>;
  readonly medications: ReadonlyMap<TermId, Medication>;
  readonly medicationClasses: ReadonlyMap<string, MedicationClass>;
  readonly regions: ReadonlyMap<TermId, Region>;
  readonly positions: ReadonlyMap<TermId, Position>;
  readonly signs: ReadonlyMap<TermId, Sign>;
  readonly measures: ReadonlyMap<TermId, Measure>;
  readonly findings: ReadonlyMap<string, VitalFinding>;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly redFlags: ReadonlyMap<string, RedFlag>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly sources: ReadonlyMap<string, SourceEntry>;
  /** Fields of the practice's own, and shipped ones that it narrows; none in the shipped knowledge. */
  readonly fields: readonly (OwnField | NarrowedField)[];
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((entry) => [entry.id, entry]));

/** Indexes compiled knowledge. Takes validated data; does not check it again. `fields` are those of a practice. */
export function createKnowledge(
  data: KnowledgeData,
  fields: readonly (OwnField | NarrowedField)[] = [],
): Knowledge {
  return {
    data,
    techniques: byId(data.techniques),
    conditions: byId(data.conditions),
    medications: byId(data.medications),
    medicationClasses: byId(data.medicationClasses),
    regions: byId(data.regions),
    positions: byId(data.positions),
    signs: byId(data.signs),
    measures: byId(data.measures),
    findings: byId(data.findings),
    rules: byId(data.rules),
    redFlags: byId(data.redFlags),
    profiles: byId(data.profiles),
    sources: byId(data.sources),
    fields,
  };
}

/** The list of terms of one kind. */
export function listTerms(kb: Knowledge, kind: TermKind): readonly Term[] {
  switch (kind) {
    case 'technique':
      return kb.data.techniques;
    case 'condition':
      return kb.data.conditions;
    case 'medication':
      return kb.data.medications;
    case 'region':
      return kb.data.regions;
    case 'sign':
      return kb.data.signs;
    case 'position':
      return kb.data.positions;
    case 'measure':
      return kb.data.measures;
  }
}

/** The entry that a reference names. */
export function findTerm(kb: Knowledge, ref: TermRef): Term | undefined {
  switch (ref.kind) {
    case 'technique':
      return kb.techniques.get(ref.id);
    case 'condition':
      return kb.conditions.get(ref.id);
    case 'medication':
      return kb.medications.get(ref.id);
    case 'region':
      return kb.regions.get(ref.id);
    case 'sign':
      return kb.signs.get(ref.id);
    case 'position':
      return kb.positions.get(ref.id);
    case 'measure':
      return kb.measures.get(ref.id);
  }
}

/** True if `id` is `ancestor` or lies below it (`calf` within `lower-leg`; `effleurage` within `swedish-massage`). */
export function isWithin(
  entries: ReadonlyMap<TermId, { readonly parent: TermId | undefined }>,
  id: TermId,
  ancestor: TermId,
): boolean {
  let at: TermId | undefined = id;
  for (let depth = 0; at !== undefined && depth < 32; depth++) {
    if (at === ancestor) return true;
    at = entries.get(at)?.parent;
  }
  return false;
}
