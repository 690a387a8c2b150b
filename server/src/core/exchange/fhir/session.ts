// One session as FHIR resources: the composition with its sections, what was measured, what was done.
import type { TechniqueUse, Value } from '../../facts/model';
import { listTrends, type Series } from '../../features/trends';
import { sectionTable } from '../../note/sections';
import type { VitalMeasure } from '../../note/values/vitals';
import { namePlace } from '../../rules/words';
import { verifyNote } from '../../signing/verify';
import { containsSpan, type Source } from '../../text/span';
import type { NoteView } from '../../workspace/model';
import type { ExportedClient } from '../selection';
import { isWithinSpan, narrate, type Placed, patientOf } from './client';
import {
  absent,
  bloodPressure,
  type Coding,
  categories,
  depthWords,
  documentType,
  familyMember,
  observationCodes,
  sectionCodes,
  ucumUnits,
  withheld,
} from './codes';
import { concept, type JsonMap, quantity, type Resource, refer, stableId } from './resource';

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
  id: stableId(client.label, 'composition', client.nameOf(file.uri)),
});

/** Whether what a note says is final: only once it is signed. */
export const isFinal = ({ session }: NoteView): boolean => verifyNote(session.note).main.state === 'valid';

/** The therapist by the name in the note. */
export function therapistOf(client: ExportedClient, { session }: NoteView): JsonMap {
  if (client.withoutNames) return { display: 'Therapist (name left out)' };
  const { frontMatter, header } = session.note;
  return { display: (frontMatter?.therapist ?? header?.therapist)?.value ?? 'Therapist not stated' };
}

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
        id: stableId(client.label, 'procedure', key, index),
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

interface Measured {
  readonly text: string;
  readonly category: Coding;
  readonly code: Coding | undefined;
  readonly at: Source;
  readonly value?: JsonMap;
  readonly component?: readonly JsonMap[];
  readonly referenceRange?: readonly JsonMap[];
}

function listObservations(client: ExportedClient, view: NoteView, key: string): readonly Placed[] {
  const { session } = view;
  const { pain, motions, outcomes } = listTrends(client.kb, [session]);
  const measured = [
    ...listVitals(view),
    ...pain.flatMap(({ before, after, at }) => [
      ...(before === undefined ? [] : [toPain('Pain before treatment, 0–10', before, at)]),
      ...(after === undefined ? [] : [toPain('Pain after treatment, 0–10', after, at)]),
    ]),
    ...motions.flatMap((series) =>
      toSeriesValues(series, `${series.name}, range of motion`, categories.exam),
    ),
    ...outcomes.flatMap((series) => toSeriesValues(series, series.name, categories.survey)),
  ];
  return measured.map(({ text, category, code, at, value, component, referenceRange }, index) => ({
    resource: {
      resourceType: 'Observation',
      id: stableId(client.label, 'observation', key, index),
      status: isFinal(view) ? 'final' : 'preliminary',
      category: [concept(undefined, category)],
      code: concept(text, code),
      subject: refer(patientOf(client)),
      effectiveDateTime: session.date,
      performer: [therapistOf(client, view)],
      valueQuantity: value,
      referenceRange,
      component,
    },
    sources: [at],
  }));
}

function toPain(text: string, value: number, at: Source): Measured {
  const { category, code, unit, ucum } = observationCodes.pain;
  return { text, category, code, at, value: quantity(value, unit, ucum) };
}

/** The vital signs of a note; the two values of a blood pressure are one observation. */
function listVitals({ session, file }: NoteView): readonly Measured[] {
  return session.values.flatMap((value, index): readonly Measured[] => {
    const at: Source = { uri: file.uri, span: value.span };
    const next = session.values[index + 1];
    const before = session.values[index - 1];
    if (isPair(value, next))
      return [
        {
          text: 'Blood pressure',
          category: categories.vital,
          code: bloodPressure,
          at,
          component: [value, next].map((one) => ({
            code: concept(rowOf(one)?.text, rowOf(one)?.code),
            valueQuantity: quantity(one.value, rowOf(one)?.unit ?? '', rowOf(one)?.ucum ?? ''),
          })),
        },
      ];
    const row = rowOf(value);
    if (row === undefined || value.measure === 'pain' || (before !== undefined && isPair(before, value)))
      return [];
    return [
      {
        text: row.text,
        category: row.category,
        code: row.code,
        at,
        value: quantity(value.value, row.unit, row.ucum),
      },
    ];
  });
}

const rowOf = ({ measure }: Value) =>
  measure in observationCodes ? observationCodes[measure as VitalMeasure] : undefined;

/** True for the two values of one blood pressure: `128/82`. */
const isPair = (a: Value, b: Value | undefined): b is Value =>
  a.measure === 'systolic' &&
  b?.measure === 'diastolic' &&
  b.span.start >= a.span.start &&
  b.span.start - a.span.end <= ' / '.length;

const toSeriesValues = (
  { unit, outOf, values }: Series,
  text: string,
  category: Coding,
): readonly Measured[] =>
  values.map(({ value, at }) => ({
    text,
    category,
    code: undefined,
    at,
    value: quantity(value, unit, ucumUnits[unit]),
    ...(outOf === undefined
      ? {}
      : {
          referenceRange: [
            {
              high: quantity(outOf, unit, ucumUnits[unit]),
              text: unit === '°' ? 'Expected' : 'End of the scale',
            },
          ],
        }),
  }));

/** What runs in the family, from the section that says so; another person's condition elsewhere is nobody's here. */
function listFamilyHistory(
  client: ExportedClient,
  { session, file }: NoteView,
  key: string,
): readonly Placed[] {
  const sections = session.note.sections.filter(({ id }) => id === 'family-history');
  const found = session.mentions.filter(
    ({ kind, assertion, match, span }) =>
      kind === 'condition' &&
      assertion === 'other-person' &&
      match !== 'weak' &&
      sections.some((section) => containsSpan(section.span, span)),
  );
  return found.map(({ id, span }, index) => ({
    resource: {
      resourceType: 'FamilyMemberHistory',
      id: stableId(client.label, 'family', key, index),
      status: 'partial',
      patient: refer(patientOf(client)),
      date: session.date,
      relationship: concept(undefined, familyMember),
      condition: [{ code: concept(client.kb.conditions.get(id)?.name ?? id) }],
    },
    sources: [{ uri: file.uri, span }],
  }));
}
