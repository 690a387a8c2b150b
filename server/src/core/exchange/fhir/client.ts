// What a client record says as FHIR resources: patient, allergies, operations, consent, flags.
import type { ClearanceEntry } from '../../note/model';
import { formatPartial } from '../../note/values/calendar';
import { containsSpan } from '../../text/span';
import type { ExportedClient } from '../selection';
import { allergyActive, consentCategory, consentScope, pseudonymized } from './codes';
import { patientOf } from './conditions';
import {
  concept,
  type Json,
  type JsonMap,
  narrative,
  period,
  type Resource,
  refer,
  stableId,
} from './resource';

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
        id: stableId(client.seed, 'allergy', index),
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
    id: stableId(client.seed, 'surgery', index),
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
    id: stableId(client.seed, 'consent', key),
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
    id: stableId(client.seed, 'flag', key),
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
