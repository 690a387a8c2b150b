// Conditions and medicines of a client as FHIR resources, with the places of the text that say them.
import { type ConditionFact, isGuess, type MedicationFact } from '../../facts/model';
import { namePlace } from '../../rules/words';
import { containsSpan, type Source, type Span } from '../../text/span';
import type { ExportedClient } from '../selection';
import { clinicalStatus, severityCodes, systems, verificationStatus } from './codes';
import { concept, type JsonMap, onset, period, type Resource, refer, stableId } from './resource';

/** The patient's own reference; every other resource has it. */
export const patientOf = ({ seed }: ExportedClient): Pick<Resource, 'resourceType' | 'id'> => ({
  resourceType: 'Patient',
  id: stableId(seed, 'patient'),
});

/** A resource with the places of the text that say it, so that issues and sections can refer to it. */
export interface Placed {
  readonly resource: Resource;
  readonly sources: readonly Source[];
}

/** Makes the conditions that hold, may hold or are over. What is denied, another's or only feared is none. */
export function listConditions(client: ExportedClient): readonly Placed[] {
  const allergies = client.record?.record.allergies ?? [];
  const isAllergy = (at: Source): boolean =>
    at.uri === client.record?.uri && allergies.some(({ span }) => containsSpan(span, at.span));
  const seen = new Map<string, number>();
  return client.facts.flatMap((fact): readonly Placed[] => {
    if (fact.kind !== 'condition' || isAllergy(fact.source)) return [];
    const places = fact.regions.map((place) => namePlace(client.kb, place));
    const key = [fact.id, ...places].join(' ');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return [
      {
        resource: toCondition(client, fact, stableId(client.seed, 'condition', key, count)),
        sources: [fact.source, ...fact.also],
      },
    ];
  });
}

function toCondition(client: ExportedClient, fact: ConditionFact, id: string): Resource {
  const entry = client.kb.conditions.get(fact.id);
  const code =
    entry?.icd10cm === undefined || entry.icdFit !== 'direct'
      ? undefined
      : { system: systems.icd10cm, code: entry.icd10cm };
  const disputed = fact.against.length > 0 || fact.mayBeOver;
  return {
    resourceType: 'Condition',
    id,
    clinicalStatus: concept(
      undefined,
      clinicalStatus[fact.historical ? 'resolved' : fact.past ? 'inactive' : 'active'],
    ),
    verificationStatus: concept(
      undefined,
      verificationStatus[isGuess(fact) ? 'possible' : disputed ? 'disputed' : 'stated'],
    ),
    severity: severityOf(client, fact),
    // No display: the name is ours, not the code system's own.
    code: concept(entry?.name ?? fact.id, code),
    bodySite: fact.regions.map((place) => concept(namePlace(client.kb, place))),
    subject: refer(patientOf(client)),
    ...onset(fact.onset),
    recordedDate: fact.statedOn,
  };
}

/** The severity as it is written. The record may say it in free words, which go where names go. */
function severityOf({ withoutNames }: ExportedClient, { severity }: ConditionFact): JsonMap | undefined {
  if (severity === undefined) return undefined;
  const code = severityCodes[severity];
  return withoutNames && code === undefined ? undefined : concept(severity, code);
}

/** Makes the medicines that the client takes, or may take. */
export function listMedications(client: ExportedClient): readonly Placed[] {
  return client.facts.flatMap((fact): readonly Placed[] => {
    if (fact.kind !== 'medication') return [];
    const entry = client.kb.medications.get(fact.id);
    const sure = !isGuess(fact) && fact.against.length === 0;
    return [
      {
        resource: {
          resourceType: 'MedicationStatement',
          id: stableId(client.seed, 'medication', fact.id),
          status: sure ? 'active' : 'unknown',
          medicationCodeableConcept: concept(entry?.name ?? fact.id),
          subject: refer(patientOf(client)),
          effectivePeriod: period(fact.since, undefined),
          dateAsserted: fact.statedOn,
          dosage: doseOf(client, fact).map((text) => ({ text })),
        },
        sources: [fact.source, ...fact.also],
      },
    ];
  });
}

/** The dose in the words of the record or of a note's front matter. */
function doseOf(client: ExportedClient, { source, also }: MedicationFact): readonly string[] {
  if (client.withoutNames) return [];
  const written = [
    ...(client.record === undefined
      ? []
      : client.record.record.medications.map((entry) => ({ uri: client.record?.uri, entry }))),
    ...client.notes.flatMap(({ file, session }) =>
      (session.note.frontMatter?.medications ?? []).map((entry) => ({ uri: file.uri, entry })),
    ),
  ];
  const found = [source, ...also].flatMap((at) =>
    written.filter(({ uri, entry }) => uri === at.uri && containsSpan(entry.span, at.span)),
  );
  return found.flatMap(({ entry }) => entry.dose?.value ?? []).slice(0, 1);
}

/** True if a place of the text lies in a stretch of the same document. */
export const isWithinSpan = (at: Source, uri: string, span: Span): boolean =>
  at.uri === uri && containsSpan(span, at.span);
