// Reads the header that other systems print above a note: `Patient Name: …`, `Date of Visit: …`, `Therapist: …`.
import { span } from '../text/span';
import { listLines } from './lex';
import type { DateTime, Located, NoteHeader } from './model';
import { parseDateTime } from './values/dates';

type Key = 'client' | 'clientId' | 'date' | 'therapist' | 'other';

const labels: Readonly<Record<Key, readonly string[]>> = {
  client: ['patient name', 'client name', 'patient', 'client', 'pt name', 'name'],
  clientId: ['client id', 'patient id'],
  date: [
    'date of visit',
    'visit date',
    'date of service',
    'service date',
    'session date',
    'date of session',
    'date of treatment',
    'treatment date',
    'appointment date',
    'encounter date',
    'dos',
    'date',
  ],
  therapist: [
    'massage therapist',
    'therapist',
    'provider',
    'practitioner',
    'clinician',
    'seen by',
    'lmt',
    'rmt',
  ],
  // What ends the value before it and says nothing that we use.
  other: [
    'date of birth',
    'dob',
    'd.o.b.',
    'age',
    'sex',
    'gender',
    'mrn',
    'chart',
    'chart no',
    'phone',
    'time',
    'time in',
    'time out',
    'visit',
    'visit no',
    'visit type',
    'session',
    'session type',
    'duration',
    'location',
    'clinic',
    'insurance',
    'referred by',
  ],
};

const keyOf: ReadonlyMap<string, Key> = new Map(
  (['client', 'clientId', 'date', 'therapist', 'other'] as const).flatMap((key) =>
    labels[key].map((label) => [label, key] as const),
  ),
);
const LABEL = new RegExp(
  `(${[...keyOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map((label) => label.replaceAll('.', '\\.').replaceAll(' ', '[ \\t]'))
    .join('|')})[*_]{0,3}[ \\t]?:[*_]{0,3}`,
  'gi',
);
const ENDS_IN_WORD = /[\p{L}\p{N}/]$/u;

/** Where labels stand in a line; inside of a word there is none. */
function listLabels(words: string): readonly RegExpExecArray[] {
  const hits: RegExpExecArray[] = [];
  LABEL.lastIndex = 0;
  for (let hit = LABEL.exec(words); hit !== null; hit = LABEL.exec(words)) {
    if (ENDS_IN_WORD.test(words.slice(Math.max(0, hit.index - 2), hit.index)))
      LABEL.lastIndex = hit.index + 1;
    else hits.push(hit);
  }
  return hits;
}

/** What may stand around a value: emphasis, and the bars and commas between two fields of one line. */
const AROUND = /^[\s*_|;,]+|[\s*_|;,]+$/g;

/** Headers stand within the first lines. */
const MAX_LINES = 20;
const MAX_LINE = 400;

/** Reads the header fields between two offsets; undefined where there is none. Of a key given twice the first counts. */
export function readHeader(text: string, start: number, end: number): NoteHeader | undefined {
  const found = new Map<Key, Located<string>>();
  const part = text.slice(start, Math.min(end, start + MAX_LINES * MAX_LINE));
  if (!part.includes(':')) return undefined;
  for (const line of listLines(part).slice(0, MAX_LINES)) {
    const words = part.slice(line.content, Math.min(line.end, line.content + MAX_LINE));
    // A line of a header begins with one of its labels; elsewhere the same words are part of a sentence.
    if (!isHeaderLine(words)) continue;
    const hits = listLabels(words);
    hits.forEach((hit, index) => {
      const key = keyOf.get((hit[1] ?? '').toLowerCase().replace(/\s/g, ' '));
      const from = hit.index + hit[0].length;
      const raw = words.slice(from, hits[index + 1]?.index ?? words.length);
      const value = raw.replace(AROUND, '');
      if (key === undefined || key === 'other' || value === '' || value.length > 80 || found.has(key)) return;
      const at = start + line.content + from + raw.indexOf(value);
      found.set(key, { value, span: span(at, at + value.length) });
    });
  }
  const date = toDate(found.get('date'));
  const client = found.get('client');
  const clientId = found.get('clientId');
  const therapist = found.get('therapist');
  if (!(date || client || clientId || therapist)) return undefined;
  return { client, clientId, date, therapist };
}

/** True for a line that begins with a label of such a header. */
export function isHeaderLine(words: string): boolean {
  const colon = words.indexOf(':');
  if (colon < 0 || colon > 40) return false;
  const label = words.slice(0, colon).replace(/^[*_#\s]+|[*_\s]+$/g, '');
  return keyOf.has(label.toLowerCase().replace(/\s/g, ' '));
}

function toDate(written: Located<string> | undefined): Located<DateTime> | undefined {
  const value = written && parseDateTime(written.value)?.value;
  return written && value && { value, span: written.span };
}
