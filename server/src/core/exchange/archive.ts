// A whole practice in one JSON file, without loss: every file as it stands, and beside it what was read from it.
import type { Fact } from '../facts/model';
import { recordFacts } from '../facts/timeline';
import type { CivilDate } from '../note/model';
import type { Finding } from '../rules/finding';
import type { Uri } from '../text/span';
import type { View } from '../workspace/model';

/** What the first keys of such a file say; `version` goes up when an older reader could lose something. */
export const archiveFormat = { format: 'soap-notes-practice', version: 1 } as const;

/** A file of a practice: a path below its root with `/`, and its bytes as text or, where they are no text, in base64. */
export interface ArchivedFile {
  readonly path: string;
  readonly content:
    | { readonly kind: 'text'; readonly text: string; readonly bom: boolean }
    | { readonly kind: 'bytes'; readonly base64: string };
}

/** What was read from the files of an archive, and from which day they were looked at. */
export interface ArchiveReadings {
  readonly viewOf: (path: string) => View | undefined;
  readonly pathOf: (uri: Uri) => string;
  readonly today: CivilDate;
}

/**
 * Writes the archive piece by piece, as `JSON.stringify` with two blanks would write it whole: each file in its turn, with
 * what was read from it where it is one of ours. The files come sorted by path.
 */
export function* writeArchive(files: Iterable<ArchivedFile>, readings: ArchiveReadings): Generator<string> {
  const whole = JSON.stringify({ ...archiveFormat, asOf: readings.today, files: [] }, undefined, 2);
  let between = '\n';
  yield whole.slice(0, whole.lastIndexOf(']'));
  for (const { path, content } of files) {
    const entry = {
      path,
      ...(content.kind === 'bytes'
        ? { base64: content.base64 }
        : { ...(content.bom ? { bom: true } : {}), text: content.text }),
      read: readingOf(readings.viewOf(path), readings),
    };
    // No string of JSON has a line end in it: all of them are those between its parts.
    yield `${between}    ${JSON.stringify(entry, undefined, 2).replaceAll('\n', '\n    ')}`;
    between = ',\n';
  }
  yield `${between === '\n' ? '' : '\n  '}]\n}\n`;
}

/** What was read from a file, as plain data; offsets count UTF-16 code units of its text. */
function readingOf(view: View | undefined, { pathOf, today }: ArchiveReadings): unknown {
  switch (view?.kind) {
    case 'note': {
      const { client, session, findings } = view;
      return {
        kind: 'note',
        client: client.id,
        date: session.date,
        facts: session.facts.map((fact) => toPlain(fact, pathOf)),
        techniques: session.techniques.map(({ id, status, regions, depth, minutes, mention }) => ({
          id,
          status,
          regions: regions.map(({ id: region, side }) => ({ id: region, side })),
          depth,
          minutes,
          at: mention.span,
        })),
        values: session.values.map(({ measure, value, side, span }) => ({ measure, value, side, at: span })),
        findings: findings.map(toPlainFinding),
      };
    }
    case 'client': {
      const record = { uri: view.file.uri, record: view.parsed.value };
      return {
        kind: 'client',
        client: view.id,
        facts: recordFacts(view.kb, record, today).map((fact) => toPlain(fact, pathOf)),
        findings: view.findings.map(toPlainFinding),
      };
    }
    case 'practice':
    case 'knowledge':
      return { kind: view.kind, findings: view.findings.map(toPlainFinding) };
    case undefined:
      return undefined;
  }
}

function toPlain(fact: Fact, pathOf: (uri: Uri) => string): unknown {
  const { source, ...said } = fact;
  return { ...said, source: { path: pathOf(source.uri), ...source.span } };
}

const toPlainFinding = ({ rule, severity, at, answeredBy }: Finding): unknown => ({
  rule,
  severity,
  at: at.span,
  answered: answeredBy !== undefined,
});

/** What reading an archive gave: its files, or one line that says what is wrong. */
export type ArchiveRead =
  | { readonly ok: true; readonly files: readonly ArchivedFile[] }
  | { readonly ok: false; readonly message: string };

/** True if a text gives itself out as an archive, readable or not. */
export const looksLikeArchive = (text: string): boolean =>
  text.slice(0, 400).includes(`"${archiveFormat.format}"`);

/** Reads an archive. What was read from the files is not used: only their bytes count. */
export function readArchive(text: string): ArchiveRead {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return failed('is no whole JSON; export the practice again');
  }
  if (!isMap(data) || data.format !== archiveFormat.format)
    return failed('is no export of a practice; make one with soap-notes export --format json');
  if (data.version !== archiveFormat.version)
    return failed('was written by another version of soap-notes; use that version or a newer one');
  if (!Array.isArray(data.files)) return failed('names no files; export the practice again');
  const files: ArchivedFile[] = [];
  const paths = new Set<string>();
  for (const entry of data.files) {
    const file = toFile(entry);
    if (file === undefined) return failed(`has a file that cannot be read, number ${files.length + 1}`);
    if (!isSafePath(file.path))
      return failed(`has a file outside of the practice, number ${files.length + 1}`);
    if (paths.has(file.path)) return failed(`names a file twice, number ${files.length + 1}`);
    paths.add(file.path);
    files.push(file);
  }
  return { ok: true, files };
}

const failed = (message: string): ArchiveRead => ({ ok: false, message });

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function toFile(entry: unknown): ArchivedFile | undefined {
  if (!isMap(entry) || typeof entry.path !== 'string') return undefined;
  const { path, text, base64, bom } = entry;
  if (typeof text === 'string' && base64 === undefined && (bom === undefined || typeof bom === 'boolean'))
    return { path, content: { kind: 'text', text, bom: bom === true } };
  return typeof base64 === 'string' && text === undefined && /^[A-Za-z0-9+/]*={0,2}$/.test(base64)
    ? { path, content: { kind: 'bytes', base64 } }
    : undefined;
}

/** True for a path that stays below the folder it is put into and touches nothing hidden, such as `.git`. */
export const isSafePath = (path: string): boolean =>
  !/[\\]|[^\P{Cc}]/u.test(path) && path.split('/').every((part) => part !== '' && !part.startsWith('.'));
