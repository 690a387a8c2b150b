// Sessions, findings, measures and conditions of clients as flat tables.
import { isGuess } from '../facts/model';
import { listTrends } from '../features/trends';
import { formatPartial } from '../note/values/calendar';
import { plainRule } from '../rules/clearances';
import { findPain, findPainAfter } from '../rules/visits/pain';
import { namePlace } from '../rules/words';
import { verifyNote } from '../signing/verify';
import { createLineIndex, lineAt } from '../text/lines';
import type { NoteView } from '../workspace/model';
import { observationCodes, severityCodes } from './fhir/codes';
import type { ExportedClient } from './selection';

/** A cell of a table. */
export type TableCell = string | number | undefined;

/** A flat table: a name for each column, then the rows. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

type Rows = readonly (readonly TableCell[])[];

interface TableEntry {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rowsOf: (client: ExportedClient) => Rows;
}

/** The tables, in the order in which they are written. Every row begins with the client. */
const tables: readonly TableEntry[] = [
  {
    name: 'sessions',
    columns: [
      'client',
      'date',
      'time',
      'therapist',
      'type',
      'minutes',
      'pain_before',
      'pain_after',
      'techniques',
      'signed',
      'file',
    ],
    rowsOf: (client) => client.notes.map((view) => sessionRow(client, view)),
  },
  {
    name: 'findings',
    columns: ['client', 'date', 'rule', 'severity', 'answered', 'message', 'file', 'line'],
    rowsOf: (client) => client.notes.flatMap((view) => findingRows(client, view)),
  },
  {
    name: 'measures',
    columns: ['client', 'date', 'measure', 'value', 'unit', 'out_of', 'file'],
    rowsOf: (client) => client.notes.flatMap((view) => measureRows(client, view)),
  },
  {
    name: 'conditions',
    columns: [
      'client',
      'as_of',
      'condition',
      'icd10cm',
      'places',
      'since',
      'state',
      'certainty',
      'severity',
      'file',
    ],
    rowsOf: conditionRows,
  },
];

/** The names of all tables. */
export const tableNames: readonly string[] = tables.map(({ name }) => name);

/** Makes all tables of the clients. Without names there are no therapists, paths, lines and messages. */
export function toTables(clients: Iterable<ExportedClient>): readonly Table[] {
  const made = tables.map((table) => ({ ...table, rows: [] as (readonly TableCell[])[] }));
  // All tables of one client before the next: its notes are read once, and not kept.
  for (const client of clients) for (const { rows, rowsOf } of made) rows.push(...rowsOf(client));
  return made.map(({ name, columns, rows }) => ({ name, columns, rows }));
}

function sessionRow(client: ExportedClient, { session, file }: NoteView): readonly TableCell[] {
  const { note, date, techniques } = session;
  const front = note.frontMatter;
  const done = techniques.filter(({ status }) => status === 'done');
  return [
    client.label,
    date,
    (front?.date ?? note.header?.date)?.value.time,
    client.withoutNames ? undefined : (front?.therapist ?? note.header?.therapist)?.value,
    front?.type?.value,
    front?.durationMinutes?.value,
    findPain(note)?.points,
    findPainAfter(note)?.points,
    [...new Set(done.map(({ id }) => client.kb.techniques.get(id)?.name ?? id))].join('; '),
    verifyNote(note).main.state === 'valid' ? 'yes' : 'no',
    client.nameOf(file.uri),
  ];
}

function findingRows(client: ExportedClient, { findings, session, file }: NoteView): Rows {
  const lines = createLineIndex(file.text);
  return findings.map(({ rule, severity, answeredBy, message, at }) => [
    client.label,
    session.date,
    rule,
    severity,
    answeredBy === undefined ? 'no' : 'yes',
    client.withoutNames ? client.kb.rules.get(plainRule(rule))?.title : message,
    client.nameOf(file.uri),
    lineAt(lines, at.span.start) + 1,
  ]);
}

function measureRows(client: ExportedClient, { session, file }: NoteView): Rows {
  const { pain, motions, outcomes } = listTrends(client.kb, [session]);
  const row = (measure: string, value: number, unit: string, outOf?: number): readonly TableCell[] => [
    client.label,
    session.date,
    measure,
    value,
    unit,
    outOf,
    client.nameOf(file.uri),
  ];
  return [
    ...session.values
      .filter(({ measure }) => measure !== 'pain')
      .map(({ measure, value }) => {
        const code = Object.entries(observationCodes).find(([id]) => id === measure)?.[1];
        return row(code?.text ?? measure, value, code?.unit ?? '');
      }),
    ...pain.flatMap(({ before, after }) => [
      ...(before === undefined ? [] : [row('Pain before treatment', before, 'points', 10)]),
      ...(after === undefined ? [] : [row('Pain after treatment', after, 'points', 10)]),
    ]),
    ...[...motions, ...outcomes].flatMap(({ name, unit, outOf, values }) =>
      values.map(({ value }) => row(name, value, unit, outOf)),
    ),
  ];
}

function conditionRows(client: ExportedClient): Rows {
  return client.facts.flatMap((fact): Rows => {
    if (fact.kind !== 'condition') return [];
    const entry = client.kb.conditions.get(fact.id);
    return [
      [
        client.label,
        client.asOf,
        entry?.name ?? fact.id,
        entry?.icdFit === 'direct' ? entry.icd10cm : undefined,
        fact.regions.map((place) => namePlace(client.kb, place)).join('; '),
        fact.onset && formatPartial(fact.onset),
        fact.historical ? 'over' : fact.past ? 'past' : 'present',
        isGuess(fact) ? 'possible' : 'stated',
        client.withoutNames && !((fact.severity ?? '') in severityCodes) ? undefined : fact.severity,
        client.nameOf(fact.source.uri),
      ],
    ];
  });
}
