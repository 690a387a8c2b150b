// Notes of other systems, many at once: visits are told apart, brought into the canonical form and given their places.
import { convertNote } from '../convert/convert-note';
import { isAmbiguousDate, toScalar } from '../convert/front-matter';
import { clientIdOfNote, dateOfNote, dateOfPath } from '../facts/session';
import { isHeaderLine } from '../note/header';
import type { Block, CivilDate, Note, Problem } from '../note/model';
import { parseNote } from '../note/parse';
import { partialDate } from '../note/values/calendar';
import { parseDateTime } from '../note/values/dates';
import { isClosed } from '../signing/verify';
import { createLineIndex, lineAt } from '../text/lines';
import { type Span, sliceSpan } from '../text/span';
import { countDays, splitVisits, trimRules } from './visits';

/** A client of the practice that the notes come to. */
export interface PracticeClient {
  readonly id: string;
  readonly name: string | undefined;
}

/** What is known beside the text. */
export interface ForeignOptions {
  readonly clients: readonly PracticeClient[];
  /** Where the file stands, with `/`: a day in its name and a client's folder tell what its text does not. */
  readonly path: string;
  /** How to read `05/06/2026`; undefined where nobody said. */
  readonly dateOrder: 'mdy' | 'dmy' | undefined;
  /** True where no name may stand in a path: then nobody gets an id from a name. */
  readonly opaqueIds: boolean;
}

/** Why a visit has no place. */
export type Unplaced =
  | 'no-client'
  | 'namesakes'
  | 'other-name'
  | 'opaque-ids'
  | 'no-date'
  | 'date-order'
  | 'no-sections'
  | 'several-visits';

/** Something that was kept as it stands and not understood. */
export interface Unread {
  readonly what: 'before-sections' | 'heading' | 'problem';
  /** Line of the file, from 1. */
  readonly line: number;
  readonly lines: number;
  /** The id of a problem. */
  readonly code: string | undefined;
  /** The words themselves, to be shown only to those who ask. */
  readonly words: string;
}

/** One visit of a file. */
export interface ForeignVisit {
  /** Lines of the file, from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The note as it is to be written. */
  readonly text: string;
  readonly client: string | undefined;
  readonly date: CivilDate | undefined;
  readonly unplaced: Unplaced | undefined;
  readonly unread: readonly Unread[];
}

/** Reads a file of one visit or several. No word is lost: together the visits hold all of the text. */
export function readForeign(text: string, options: ForeignOptions): readonly ForeignVisit[] {
  const lines = createLineIndex(text);
  const parts = splitVisits(text);
  let first: string | undefined;
  return parts.map((part) => {
    const visit = readVisit(text, part, options, {
      client: parts.length > 1 ? first : undefined,
      day: part.day,
    });
    first ??= visit.client;
    const from = lineAt(lines, part.start);
    return {
      ...visit,
      firstLine: from + 1,
      lastLine: lineAt(lines, Math.max(part.start, part.end - 1)) + 1,
      unread: visit.unread.map((one) => ({ ...one, line: one.line + from })),
    };
  });
}

/** What the rest of a file says of a visit. */
interface Given {
  readonly client: string | undefined;
  readonly day: string | undefined;
}

type Visit = Omit<ForeignVisit, 'firstLine' | 'lastLine'>;

function readVisit(text: string, part: Span, options: ForeignOptions, given: Given): Visit {
  const whole = part.start === 0 && part.end === text.length;
  const { text: own, skipped } = whole ? { text, skipped: 0 } : trimRules(sliceSpan(text, part));
  const { value: note, problems } = parseNote(own);
  const unread = listUnread(note, problems).map((one) => ({ ...one, line: one.line + skipped }));
  if (isClosed(note)) return { text: own, ...placeOf(note, options, given), unread };
  const converted = convertNote(own, { clients: options.clients });
  const place = placeOf(parseNote(converted).value, options, given);
  return { text: withFrontMatter(converted, place), ...place, unread };
}

type Place = Pick<ForeignVisit, 'client' | 'date' | 'unplaced'>;

function placeOf(note: Note, options: ForeignOptions, given: Given): Place {
  const client = clientOf(note, options, given.client);
  const date = dateOf(note, options, given.day);
  const unplaced =
    note.sections.length === 0
      ? 'no-sections'
      : countDays(note.text) > 1
        ? 'several-visits'
        : (client.unplaced ??
          (date.date === undefined ? (date.isAmbiguous ? 'date-order' : 'no-date') : undefined));
  return { client: client.id, date: date.date, unplaced };
}

interface FoundClient {
  readonly id: string | undefined;
  readonly unplaced: Unplaced | undefined;
}

function clientOf(
  note: Note,
  { clients, path, opaqueIds }: ForeignOptions,
  first: string | undefined,
): FoundClient {
  const known = (id: string): PracticeClient | undefined =>
    clients.find((client) => client.id.toLowerCase() === id.toLowerCase());
  const found = (id: string): FoundClient => ({ id: known(id)?.id ?? id, unplaced: undefined });
  const stated = note.frontMatter?.client?.value ?? note.header?.clientId?.value;
  if (stated !== undefined)
    return isIdSafe(stated) ? found(stated) : { id: undefined, unplaced: 'no-client' };
  const written = note.header?.client?.value;
  if (written === undefined) {
    const client = first ?? clientOfFile(path, clients);
    return client === undefined ? { id: undefined, unplaced: 'no-client' } : found(client);
  }
  const name = inOrder(written);
  const namesakes = clients.filter(
    (client) => client.name !== undefined && keyOf(client.name) === keyOf(name),
  );
  const [only, another] = namesakes;
  if (only !== undefined)
    return another === undefined ? found(only.id) : { id: undefined, unplaced: 'namesakes' };
  const id = clientIdOfNote('', parseNote(`Client: ${name}\nS: \n`).value);
  if (id === undefined) return { id: undefined, unplaced: 'no-client' };
  if (known(id)?.name !== undefined) return { id: undefined, unplaced: 'other-name' };
  return opaqueIds && known(id) === undefined ? { id: undefined, unplaced: 'opaque-ids' } : found(id);
}

/** The one client whose id or name the file's folder has, else the file itself: `Maria Lopez/visit.txt`. */
function clientOfFile(path: string, clients: readonly PracticeClient[]): string | undefined {
  const parts = path.split('/');
  const names = [parts.at(-2) ?? '', (parts.at(-1) ?? '').replace(/(?:\.soap)?\.[^.]*$/i, '')]
    .map(inOrder)
    .map(keyOf);
  for (const wanted of names) {
    const [only, another] = clients.filter(
      ({ id, name }) => id.toLowerCase() === wanted || (name !== undefined && keyOf(name) === wanted),
    );
    if (only !== undefined && another === undefined) return only.id;
  }
  return undefined;
}

/** `Lopez, Maria` as `Maria Lopez`. */
const inOrder = (name: string): string => name.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1').trim();

const keyOf = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();

/** An id becomes the name of a folder. */
const isIdSafe = (id: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id) && !id.endsWith('.');

interface FoundDate {
  readonly date: CivilDate | undefined;
  readonly isAmbiguous: boolean;
}

function dateOf(note: Note, { path, dateOrder }: ForeignOptions, day: string | undefined): FoundDate {
  const { frontMatter, header } = note;
  const written =
    frontMatter?.date !== undefined
      ? undefined
      : header?.date === undefined
        ? day
        : sliceSpan(note.text, header.date.span);
  if (written === undefined || !isAmbiguousDate(written)) {
    const alone = written === undefined ? undefined : parseDateTime(written)?.value.date;
    return { date: dateOfNote(note) ?? alone ?? dateOfPath(`/${path}`), isAmbiguous: false };
  }
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2/.exec(written);
  const year = parseDateTime(written)?.value.date.slice(0, 4);
  // With full stops the day stands first wherever it is written so.
  const order = parts?.[2] === '.' ? 'dmy' : dateOrder;
  if (parts === null || year === undefined || order === undefined)
    return { date: undefined, isAmbiguous: true };
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const [month, ofMonth] = order === 'mdy' ? [first, second] : [second, first];
  return { date: partialDate(Number(year), month, ofMonth)?.from, isAmbiguous: false };
}

/** The note with its client and day in the front matter, where it does not say them there. */
function withFrontMatter(text: string, { client, date }: Place): string {
  const note = parseNote(text).value;
  const { frontMatter } = note;
  const lines = [
    ...(client === undefined || frontMatter?.client !== undefined ? [] : [`client: ${toScalar(client)}`]),
    ...(date === undefined || frontMatter?.date !== undefined ? [] : [`date: ${date}`]),
  ];
  if (lines.length === 0) return text;
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const added = lines.map((line) => `${line}${end}`).join('');
  if (frontMatter === undefined) return `---${end}${added}---${end}${end}${text.replace(/^\s+(?=\S)/, '')}`;
  return text.slice(0, frontMatter.body.start) + added + text.slice(frontMatter.body.start);
}

/** What stands in a note and means nothing to us: words above all sections, headings, values that cannot be read. */
function listUnread(note: Note, problems: readonly Problem[]): readonly Unread[] {
  const { text } = note;
  const lines = createLineIndex(text);
  const at = (what: Unread['what'], place: Span, code?: string): Unread => ({
    what,
    line: lineAt(lines, place.start) + 1,
    lines: lineAt(lines, Math.max(place.start, place.end - 1)) - lineAt(lines, place.start) + 1,
    code,
    words: sliceSpan(text, place).trim(),
  });
  const headings = (blocks: readonly Block[]): readonly Block[] =>
    blocks.flatMap((block) => [
      ...(block.heading === true && (block.kind === 'text' || block.field === undefined) ? [block] : []),
      ...headings(block.children),
    ]);
  return [
    ...note.preamble
      .filter(
        (block) =>
          !sliceSpan(text, block.span)
            .split(/\r\n|\r|\n/)
            .every((line) => line.trim() === '' || isHeaderLine(line)),
      )
      .map((block) => at('before-sections', block.span)),
    ...note.sections.flatMap(({ blocks }) =>
      headings(blocks).map((block) => at('heading', block.kind === 'field' ? block.label : block.content)),
    ),
    // A problem without a place is about what is not there.
    ...problems
      .filter(({ span: place }) => place.end > place.start)
      .map(({ span: place, code }) => at('problem', place, code)),
  ].sort((a, b) => a.line - b.line);
}
