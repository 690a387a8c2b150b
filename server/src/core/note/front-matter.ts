// Reads the front matter of a note.

import { say } from '../text/say';
import { type Span, span } from '../text/span';
import {
  readClearances,
  readConditions,
  readMedications,
  readOverrides,
  readPregnancy,
  readSurgeries,
} from './entries';
import { noteKeys } from './keys';
import {
  type DateTime,
  type FrontMatter,
  type Located,
  type NoteType,
  noteTypes,
  type Parsed,
} from './model';
import { Reader, toEntries } from './reader';
import { parseDateTime, parseTime } from './values/dates';
import { parseDuration } from './values/duration';
import { readYaml, type YamlNode } from './yaml-read';

const TYPES: Readonly<Record<string, NoteType>> = {
  intake: 'initial',
  first: 'initial',
  'first visit': 'initial',
  new: 'initial',
  followup: 'follow-up',
  'follow up': 'follow-up',
  return: 'follow-up',
  returning: 'follow-up',
  relaxation: 'wellness',
  maintenance: 'wellness',
  final: 'discharge',
};

/** Reads what stands between the fences; spans are offsets in the whole text. */
export function readFrontMatter(text: string, at: Span, body: Span): Parsed<FrontMatter> {
  const { root, problems } = readYaml(text, body);
  // The session's own date completes dates without a year, so it is read before anything else.
  const map = root?.kind === 'map' ? root : undefined;
  const dateNode = map?.pairs.find(({ key }) => key.text.toLowerCase() === 'date')?.value;
  const day = dateNode?.kind === 'scalar' ? parseDateTime(dateNode.text)?.value.date : undefined;
  const reader = new Reader('note', day);
  if (root && !map) {
    reader.report(
      'warning',
      'wrong-type',
      root.span,
      say`Write \`key: value\` lines between the \`---\` lines.`,
    );
  }
  const fields = map ? reader.fields(map, noteKeys) : new Map<string, YamlNode | undefined>();
  const consent = fields.get('consent');
  const value: FrontMatter = {
    span: at,
    body,
    entries: toEntries(map),
    client: reader.text(fields.get('client')),
    date: readDate(reader, fields.get('date'), fields.get('time')),
    therapist: reader.text(fields.get('therapist')),
    durationMinutes: readMinutes(reader, fields.get('duration')),
    type: reader.choice(fields.get('type'), noteTypes, TYPES),
    consent:
      consent === undefined || consent.kind === 'scalar'
        ? reader.text(consent)
        : { value: text.slice(consent.span.start, consent.span.end), span: consent.span },
    conditions: readConditions(reader, fields.get('conditions')),
    medications: readMedications(reader, fields.get('medications')),
    surgeries: readSurgeries(reader, fields.get('surgeries')),
    allergies: reader.texts(fields.get('allergies')),
    pregnancy: readPregnancy(reader, fields.get('pregnancy')),
    clearances: readClearances(reader, fields.get('clearances')),
    overrides: readOverrides(reader, fields.get('overrides')),
    entered: readDate(reader, fields.get('entered'), undefined),
    lateEntry: readMark(reader, fields.get('late-entry')),
    licence: reader.text(fields.get('licence')),
    signed: fields.get('signed')?.span,
  };
  return { value, problems: [...problems, ...reader.problems] };
}

function readDate(
  reader: Reader,
  node: YamlNode | undefined,
  timeNode: YamlNode | undefined,
): Located<DateTime> | undefined {
  const scalar = reader.scalar(node);
  if (!scalar) return undefined;
  const value = parseDateTime(scalar.text)?.value;
  if (!value) {
    reader.report(
      'warning',
      'bad-date',
      scalar.span,
      say`This is no day that exists. Write YYYY-MM-DD, or YYYY-MM-DD HH:MM.`,
    );
    return undefined;
  }
  const time = value.time ?? readTime(reader, timeNode);
  return { value: { date: value.date, time }, span: scalar.span };
}

function readTime(reader: Reader, node: YamlNode | undefined): string | undefined {
  const scalar = reader.scalar(node);
  const time = scalar && parseTime(scalar.text);
  if (scalar && !time)
    reader.report('warning', 'bad-time', scalar.span, say`This is no time of day. Write HH:MM.`);
  return time;
}

/** A mark with or without words; `no` and `false` take it back. */
function readMark(reader: Reader, node: YamlNode | undefined): Located<string> | undefined {
  const mark = reader.text(node);
  return mark === undefined || /^(?:no|false|none|n\/a)$/i.test(mark.value) ? undefined : mark;
}

/** Minutes; a bare number is a number of minutes. */
function readMinutes(reader: Reader, node: YamlNode | undefined): Located<number> | undefined {
  const scalar = reader.scalar(node);
  if (!scalar) return undefined;
  const bare = /^\d{1,3}$/.test(scalar.text) ? Number(scalar.text) : undefined;
  const value = bare ?? parseDuration(scalar.text)?.value;
  if (value !== undefined) return { value, span: span(scalar.span.start, scalar.span.end) };
  reader.report('warning', 'bad-duration', scalar.span, say`Write how long it took in minutes: 60 min.`);
  return undefined;
}
