// What is known of a client as FHIR resources: patient, conditions, medicines, allergies, operations, consent, flags.
import type { ConditionFact, MedicationFact } from '../../facts/model';
import type { ClearanceEntry } from '../../note/model';
import { formatPartial } from '../../note/values/calendar';
import { namePlace } from '../../rules/words';
import { containsSpan, type Source, type Span } from '../../text/span';
import type { ExportedClient } from '../selection';
import {
  allergyActive,
  clinicalStatus,
  consentCategory,
  consentScope,
  pseudonymized,
  severityCodes,
  systems,
  verificationStatus,
} from './codes';
import {
  concept,
  type Json,
  type JsonMap,
  narrative,
  onset,
  period,
  type Resource,
  refer,
  stableId,
} from './resource';

/** The patient's own reference; every other resource has it. */
export const patientOf = ({ label }: ExportedClient): Pick<Resource, 'resourceType' | 'id'> => ({
  resourceType: 'Patient',
  id: stableId(label, 'patient'),
});

/** Makes the patient. Without names there are neither name, id nor day of birth. */
export function toPatient(client: ExportedClient): Resource {
  const { record, label, practice, withoutNames } = client;
  const born = record?.record.born?.value;
  const guardian = record?.record.guardian?.name?.value;
  if (withoutNames)
    return {
      ...patientOf(client),
      meta: { security: [{ ...pseudonymized }] },
      identifier: [{ value: label }],
      birthDate: born === undefined || born.precision === 'decade' ? undefined : born.from.slice(0, 4),
    };
  return {
    ...patientOf(client),
    identifier: [{ use: 'usual', value: label, assigner: { display: practice?.name?.value } }],
    name: [{ text: record?.record.name?.value }],
    birthDate: born === undefined || born.precision === 'decade' ? undefined : formatPartial(born),
    contact:
      guardian === undefined ? [] : [{ relationship: [concept('Guardian')], name: { text: guardian } }],
  };
}

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
        resource: toCondition(client, fact, stableId(client.label, 'condition', key, count)),
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
      verificationStatus[
        fact.certainty === 'possible' || fact.weak ? 'possible' : disputed ? 'disputed' : 'stated'
      ],
    ),
    severity: fact.severity === undefined ? undefined : concept(fact.severity, severityCodes[fact.severity]),
    // No display: the name is ours, not the code system's own.
    code: concept(entry?.name ?? fact.id, code),
    bodySite: fact.regions.map((place) => concept(namePlace(client.kb, place))),
    subject: refer(patientOf(client)),
    ...onset(fact.onset),
    recordedDate: fact.statedOn,
  };
}

/** Makes the medicines that the client takes, or may take. */
export function listMedications(client: ExportedClient): readonly Placed[] {
  return client.facts.flatMap((fact): readonly Placed[] => {
    if (fact.kind !== 'medication') return [];
    const entry = client.kb.medications.get(fact.id);
    const sure = fact.certainty !== 'possible' && !fact.weak && fact.against.length === 0;
    return [
      {
        resource: {
          resourceType: 'MedicationStatement',
          id: stableId(client.label, 'medication', fact.id),
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

const noAllergy = /^(?:none|no|nil|nka|nkda|n\/a|-|–)\b|^no known|^keine|^unknown/i;

/** Makes the allergies that the record lists, in its words; without names in those of the knowledge base. */
export function listAllergies(client: ExportedClient): readonly Resource[] {
  const { record, withoutNames, kb } = client;
  const listed = record?.record.allergies.filter(({ value }) => !noAllergy.test(value.trim())) ?? [];
  return listed.flatMap(({ value, span }, index): readonly Resource[] => {
    const fact = client.facts.find(
      ({ kind, source }) =>
        kind === 'condition' && source.uri === record?.uri && containsSpan(span, source.span),
    );
    const text = withoutNames ? kb.conditions.get(fact?.id ?? '')?.name : value.trim();
    if (text === undefined) return [];
    return [
      {
        resourceType: 'AllergyIntolerance',
        id: stableId(client.label, 'allergy', index),
        clinicalStatus: concept(undefined, allergyActive),
        code: concept(text),
        patient: refer(patientOf(client)),
      },
    ];
  });
}

/** Makes the operations that the record lists. They are named in its words, so without names there are none. */
export function listSurgeries(client: ExportedClient): readonly Resource[] {
  if (client.withoutNames) return [];
  return (client.record?.record.surgeries ?? []).map(({ name, region, side, on }, index) => ({
    resourceType: 'Procedure',
    id: stableId(client.label, 'surgery', index),
    status: 'completed',
    category: concept('Surgery'),
    code: concept(name.value),
    subject: refer(patientOf(client)),
    performedDateTime:
      on === undefined || on.value.precision === 'decade' ? undefined : formatPartial(on.value),
    bodySite:
      region === undefined
        ? []
        : [concept([side?.value, region.value].filter((part) => part !== undefined).join(' '))],
  }));
}

/** Makes the consent that the record holds, and those that notes state for their session. */
export function listConsents(client: ExportedClient): readonly Resource[] {
  const { record, asOf, withoutNames } = client;
  const consent = record?.record.consent;
  const make = (key: string, more: JsonMap): Resource => ({
    resourceType: 'Consent',
    id: stableId(client.label, 'consent', key),
    status: 'active',
    scope: concept(undefined, consentScope),
    category: [concept('Consent to massage treatment', consentCategory)],
    patient: refer(patientOf(client)),
    ...more,
  });
  const kept: Resource[] = [];
  if (consent !== undefined) {
    const ended = consent.expires !== undefined && consent.expires.value.to < asOf;
    const words = withoutNames ? [] : [...consent.areas, ...consent.techniques, ...consent.sensitiveAreas];
    kept.push(
      make('record', {
        status: ended ? 'inactive' : 'active',
        dateTime: consent.signed && formatPartial(consent.signed.value),
        policyRule: concept('The consent that the client signed for the practice'),
        provision: {
          type: 'permit',
          period: period(consent.signed?.value, consent.expires?.value),
          code: words.map(({ value }) => concept(value)),
        },
      }),
    );
  }
  for (const { session, file } of client.notes) {
    const stated = session.note.frontMatter?.consent?.value;
    if (stated === undefined) continue;
    kept.push(
      make(client.nameOf(file.uri), {
        dateTime: session.date,
        policyRule: concept(
          withoutNames ? 'Stated in the note of the session' : `Stated in the note: ${stated}`,
        ),
      }),
    );
  }
  return kept;
}

/** Makes the standing marks of a client: what to leave out as the client wishes, and clearances. */
export function listStandingFlags(client: ExportedClient): readonly Resource[] {
  const { record, asOf } = client;
  if (client.withoutNames) return [];
  const flag = (key: string, kind: string, text: string, more: JsonMap = {}): Resource => ({
    resourceType: 'Flag',
    id: stableId(client.label, 'flag', key),
    status: 'active',
    category: [concept(kind)],
    code: concept(text),
    subject: refer(patientOf(client)),
    ...more,
  });
  const wishes = (record?.record.avoid ?? []).map(({ value }, index) =>
    flag(`avoid ${index}`, 'Client preference', `Leave out: ${value}`),
  );
  const clearances = (record?.record.clearances ?? []).map((entry, index) =>
    flag(`clearance ${index}`, 'Medical clearance', wordClearance(entry), {
      status: entry.until !== undefined && entry.until.value.to < asOf ? 'inactive' : 'active',
      period: period(entry.on?.value, entry.until?.value),
    }),
  );
  return [...wishes, ...clearances];
}

function wordClearance({ for: cause, by, allows }: ClearanceEntry): string {
  const what = allows.map(({ value }) => value).join(', ');
  return [
    `Cleared: ${cause.value}`,
    by === undefined ? 'nobody named' : `by ${by.value}`,
    ...(what === '' ? [] : [`allows ${what}`]),
  ].join('; ');
}

/** The narrative of words, or none where names are left out: words may hold names. */
export const narrate = ({ withoutNames }: ExportedClient, words: string): Json =>
  withoutNames || words.trim() === '' ? undefined : narrative(words);

/** True if a place of the text lies in a stretch of the same document. */
export const isWithinSpan = (at: Source, uri: string, span: Span): boolean =>
  at.uri === uri && containsSpan(span, at.span);
