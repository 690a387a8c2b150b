// What was measured in a session as FHIR observations: vital signs, laboratory values, pain, motion, outcome measures.
import type { Value } from '../../facts/model';
import { listTrends, type Series } from '../../features/trends';
import type { VitalMeasure } from '../../note/values/vitals';
import { findPain, findPainAfter, type PainPoint } from '../../rules/visits/pain';
import { verifyNote } from '../../signing/verify';
import type { Source, Uri } from '../../text/span';
import type { NoteView } from '../../workspace/model';
import type { ExportedClient } from '../selection';
import { bloodPressure, type Coding, categories, observationCodes, ucumUnits } from './codes';
import { type Placed, patientOf } from './conditions';
import { concept, type JsonMap, quantity, refer, stableId } from './resource';

/** Whether what a note says is final: only once it is signed. */
export const isFinal = ({ session }: NoteView): boolean => verifyNote(session.note).main.state === 'valid';

/** The therapist by the name in the note. */
export function therapistOf(client: ExportedClient, { session }: NoteView): JsonMap {
  if (client.withoutNames) return { display: 'Therapist (name left out)' };
  const { frontMatter, header } = session.note;
  return { display: (frontMatter?.therapist ?? header?.therapist)?.value ?? 'Therapist not stated' };
}

interface Measured {
  readonly text: string;
  readonly category: Coding;
  readonly code: Coding | undefined;
  readonly at: Source;
  readonly value?: JsonMap;
  readonly component?: readonly JsonMap[];
  readonly referenceRange?: readonly JsonMap[];
}

/** Makes the observations of a session. `key` names its note. */
export function listObservations(client: ExportedClient, view: NoteView, key: string): readonly Placed[] {
  const { session } = view;
  const { motions, outcomes } = listTrends(client.kb, [session]);
  const measured = [
    ...listVitals(view),
    ...toPain('Pain before treatment, 0–10', findPain(session.note), session.uri),
    ...toPain('Pain after treatment, 0–10', findPainAfter(session.note), session.uri),
    ...motions.flatMap((series) =>
      toSeriesValues(series, `${series.name}, range of motion`, categories.exam),
    ),
    ...outcomes.flatMap((series) => toSeriesValues(series, series.name, categories.survey)),
  ];
  return measured.map(({ text, category, code, at, value, component, referenceRange }, index) => ({
    resource: {
      resourceType: 'Observation',
      id: stableId(client.seed, 'observation', key, index),
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

function toPain(text: string, score: PainPoint | undefined, uri: Uri): readonly Measured[] {
  if (score === undefined) return [];
  const { category, code, unit, ucum } = observationCodes.pain;
  const at = { uri, span: score.span };
  return [{ text, category, code, at, value: quantity(score.points, unit, ucum) }];
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
