// One session as FHIR resources: the composition with its sections, what was measured, what was done.
import type { TechniqueUse } from '../../facts/model';
import { sectionTable } from '../../note/sections';
import { fieldsOf } from '../../rules/visits/notes';
import { namePlace } from '../../rules/words';
import { verifyNote } from '../../signing/verify';
import { containsSpan } from '../../text/span';
import type { NoteView } from '../../workspace/model';
import type { ExportedClient } from '../selection';
import { narrate } from './client';
import { absent, depthWords, documentType, familyMember, sectionCodes, withheld } from './codes';
import { isWithinSpan, type Placed, patientOf } from './conditions';
import { listObservations, therapistOf } from './observations';
import { concept, type JsonMap, type Resource, refer, stableId } from './resource';

/** What one session gives; the composition is not among its parts. */
export interface SessionResources {
  readonly composition: Resource;
  readonly parts: readonly Placed[];
}

/** Makes the resources of a session. `known` are those of the client that its sections may refer to. */
export function toSession(
  client: ExportedClient,
  view: NoteView,
  known: readonly Placed[],
): SessionResources {
  const key = client.nameOf(view.file.uri);
  const parts = [
    ...listProcedures(client, view, key),
    ...listObservations(client, view, key),
    ...listFamilyHistory(client, view, key),
  ];
  return { composition: toComposition(client, view, key, [...known, ...parts]), parts };
}

/** The composition of a session's note, to refer to it. */
export const compositionOf = (
  client: ExportedClient,
  { file }: NoteView,
): Pick<Resource, 'resourceType' | 'id'> => ({
  resourceType: 'Composition',
  id: stableId(client.seed, 'composition', client.nameOf(file.uri)),
});

function toComposition(
  client: ExportedClient,
  view: NoteView,
  key: string,
  placed: readonly Placed[],
): Resource {
  const { note, date } = view.session;
  const { main, addenda } = verifyNote(note);
  const final = main.state === 'valid';
  const signed = [main, ...addenda].flatMap(({ state, signature }) =>
    state === 'valid' && signature !== undefined ? [signature] : [],
  );
  const practice = client.practice?.name?.value;
  const top = note.text.slice(note.frontMatter?.span.end ?? 0, note.sections[0]?.span.start).trim();
  const sections: readonly JsonMap[] = [
    ...(top === '' || client.withoutNames
      ? []
      : [{ title: 'Before the sections', text: narrate(client, top) }]),
    ...note.sections.map(({ id, span, heading }) => ({
      title: sectionTable.find((entry) => entry.id === id)?.title ?? id,
      code: concept(undefined, sectionCodes[id]),
      text: narrate(client, note.text.slice(heading.end, span.end)),
      entry: placed
        .filter(({ sources }) => sources.some((at) => isWithinSpan(at, view.file.uri, span)))
        .map(({ resource }) => refer(resource)),
    })),
  ];
  return {
    ...compositionOf(client, view),
    identifier: { value: key },
    status: final ? (addenda.length > 0 ? 'amended' : 'final') : 'preliminary',
    type: concept(undefined, documentType),
    subject: refer(patientOf(client)),
    date,
    _date: date === undefined ? absent : undefined,
    author: [therapistOf(client, view)],
    title: date === undefined ? 'Session note' : `Session note, ${date}`,
    attester: client.withoutNames
      ? []
      : signed.map(({ by, at }) => ({ mode: 'professional', time: at, party: { display: by } })),
    custodian: practice === undefined || client.withoutNames ? undefined : { display: practice },
    section: sections.flatMap((section) => {
      const hasEntry = Array.isArray(section.entry) && section.entry.length > 0;
      if (section.text !== undefined || hasEntry) return [section];
      // Nothing stands there, or its words are left out and nothing else is known.
      return client.withoutNames ? [{ ...section, emptyReason: concept(undefined, withheld) }] : [];
    }),
  };
}

function listProcedures(client: ExportedClient, view: NoteView, key: string): readonly Placed[] {
  const { session, file } = view;
  return session.techniques
    .filter(({ status }) => status === 'done')
    .map((use, index) => ({
      resource: {
        resourceType: 'Procedure',
        id: stableId(client.seed, 'procedure', key, index),
        status: 'completed',
        category: concept('Massage therapy'),
        code: concept(client.kb.techniques.get(use.id)?.name ?? use.id),
        subject: refer(patientOf(client)),
        performedDateTime: session.date,
        performer: [{ actor: therapistOf(client, view) }],
        bodySite: use.regions.map((place) => concept(namePlace(client.kb, place))),
        note: [{ text: wordUse(use) }],
      },
      sources: [{ uri: file.uri, span: use.mention.span }],
    }));
}

const wordUse = ({ minutes, depth }: TechniqueUse): string =>
  [...(minutes === undefined ? [] : [`${minutes} min`]), depthWords[depth]].join(', ');

/** What runs in the family, from the sections and fields that say so; elsewhere another person may be anybody. */
function listFamilyHistory(
  client: ExportedClient,
  { session, file }: NoteView,
  key: string,
): readonly Placed[] {
  const places = [
    ...session.note.sections.filter(({ id }) => id === 'family-history'),
    ...fieldsOf(session.note, ['family-history']),
  ];
  const found = session.mentions.filter(
    ({ kind, assertion, match, span }) =>
      kind === 'condition' &&
      assertion === 'other-person' &&
      match !== 'weak' &&
      places.some((place) => containsSpan(place.span, span)),
  );
  return found.map(({ id, span }, index) => ({
    resource: {
      resourceType: 'FamilyMemberHistory',
      id: stableId(client.seed, 'family', key, index),
      status: 'partial',
      patient: refer(patientOf(client)),
      date: session.date,
      relationship: concept(undefined, familyMember),
      condition: [{ code: concept(client.kb.conditions.get(id)?.name ?? id) }],
    },
    sources: [{ uri: file.uri, span }],
  }));
}
