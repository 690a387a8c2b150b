// One client as a FHIR R4 bundle.
import type { ExportedClient } from '../selection';
import { listAllergies, listConsents, listStandingFlags, listSurgeries, toPatient } from './client';
import { pseudonymized } from './codes';
import { listConditions, listMedications } from './conditions';
import { listIssues, listRedFlags } from './issues';
import { addressOf, compact, type Json, type Resource, stableId } from './resource';
import { toSession } from './session';

/**
 * Makes the bundle of a client, of type `collection`: many sessions that share a patient and conditions. A `document`
 * would be one sealed composition, and would need the moment of its making, which no two exports have in common. The
 * same files give the same bundle, byte for byte.
 */
export function toBundle(client: ExportedClient): Json {
  const known = [...listConditions(client), ...listMedications(client)];
  const sessions = client.notes.map((view) => {
    const { composition, parts } = toSession(client, view, known);
    const placed = [...known, ...parts];
    return [
      composition,
      ...parts.map(({ resource }) => resource),
      ...listIssues(client, view, placed),
      ...listRedFlags(client, view),
    ];
  });
  const resources: readonly Resource[] = [
    toPatient(client),
    ...known.map(({ resource }) => resource),
    ...listAllergies(client),
    ...listSurgeries(client),
    ...listConsents(client),
    ...listStandingFlags(client),
    ...sessions.flat(),
  ];
  return compact({
    resourceType: 'Bundle',
    id: stableId(client.seed, 'bundle'),
    meta: client.withoutNames ? { security: [{ ...pseudonymized }] } : undefined,
    type: 'collection',
    entry: resources.map((resource) => ({ fullUrl: addressOf(resource.id), resource })),
  });
}
