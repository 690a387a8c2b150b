// What an export is made from: clients with those of their sessions that were asked for, and the names they go by.
import type { Fact, RecordFile } from '../facts/model';
import { recordFacts } from '../facts/timeline';
import type { Knowledge } from '../knowledge/knowledge';
import type { CivilDate, Practice } from '../note/model';
import type { Uri } from '../text/span';
import { folderOf, practiceRootOf } from '../workspace/files';
import type { NoteView, RecordView, View } from '../workspace/model';

/** Which clients and sessions to export. */
export interface Choice {
  /** The documents that were asked about; others only tell more about them. */
  readonly named: ReadonlySet<Uri>;
  /** Ids of clients in any case; empty for all. */
  readonly clients: readonly string[];
  /** First and last day of the sessions. With either of them a note without a day is left out. */
  readonly since: CivilDate | undefined;
  readonly until: CivilDate | undefined;
  /** Leaves out names, ids, days of birth, paths, free words and the text of notes. */
  readonly withoutNames: boolean;
  readonly today: CivilDate;
}

/** One client as it is exported. */
export interface ExportedClient {
  /** The client's id; `client-001` and so on where names are left out. Unique in the export. */
  readonly label: string;
  readonly withoutNames: boolean;
  readonly kb: Knowledge;
  readonly practice: Practice | undefined;
  readonly record: RecordFile | undefined;
  /** The sessions asked for, oldest first, those without a day before all others. */
  readonly notes: readonly NoteView[];
  /** The facts that hold on the day of the last of these sessions, or today where there is none. */
  readonly facts: readonly Fact[];
  readonly asOf: CivilDate;
  /** True if all documents of the client were asked for, and no range of days. */
  readonly isWhole: boolean;
  /** How a document is called in the export: its path in the practice, or a number where names are left out. */
  readonly nameOf: (uri: Uri) => string;
}

interface Gathered {
  readonly key: string;
  readonly id: string;
  readonly root: string;
  record: RecordView | undefined;
  readonly notes: NoteView[];
}

interface Chosen extends Gathered {
  readonly isWhole: boolean;
}

/** Selects clients, sorted by id. One of whom neither record nor session was asked for is left out. */
export function selectClients(views: readonly View[], choice: Choice): readonly ExportedClient[] {
  const wanted = new Set(choice.clients.map((id) => id.toLowerCase()));
  const chosen = gather(views).flatMap((client): readonly Chosen[] => {
    if (wanted.size > 0 && !wanted.has(client.id.toLowerCase())) return [];
    const notes = client.notes.filter((note) => isChosen(note, choice)).sort(compareNotes);
    const isAsked = notes.length > 0 || (!hasRange(choice) && isNamed(client.record, choice));
    const isWhole =
      !hasRange(choice) &&
      notes.length === client.notes.length &&
      (client.record === undefined || isNamed(client.record, choice));
    return isAsked ? [{ ...client, notes, isWhole }] : [];
  });
  return chosen.map((client, index) => toExported(client, labelOf(client, chosen, index, choice), choice));
}

/** The ids of all clients of the views, sorted. */
export const listClientIds = (views: readonly View[]): readonly string[] => [
  ...new Set(gather(views).map(({ id }) => id)),
];

function gather(views: readonly View[]): readonly Gathered[] {
  const folders = new Set(views.flatMap((view) => (view.kind === 'practice' ? folderOf(view.file.uri) : [])));
  const clients = new Map<string, Gathered>();
  for (const view of views) {
    if (view.kind !== 'note' && view.kind !== 'client') continue;
    const root = practiceRootOf(view.file.uri, folders);
    // A note that names no client is one of its own.
    const id = (view.kind === 'note' ? view.client.id : view.id) ?? nameOfFile(view.file.uri);
    const key = `${root}\n${id.toLowerCase()}`;
    const known = clients.get(key) ?? { key, id, root, record: undefined, notes: [] };
    clients.set(key, known);
    if (view.kind === 'note') known.notes.push(view);
    else if (known.record === undefined || view.file.uri < known.record.file.uri) known.record = view;
  }
  const all = [...clients.values()];
  return all.sort((a, b) => compareText(a.id, b.id) || compareText(a.root, b.root));
}

const hasRange = ({ since, until }: Choice): boolean => since !== undefined || until !== undefined;

const isNamed = (view: View | undefined, { named }: Choice): boolean =>
  view !== undefined && named.has(view.file.uri);

function isChosen(note: NoteView, choice: Choice): boolean {
  const { date } = note.session;
  if (!isNamed(note, choice)) return false;
  if (date === undefined) return !hasRange(choice);
  return date >= (choice.since ?? '') && date <= (choice.until ?? '9999-12-31');
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compareNotes = (a: NoteView, b: NoteView): number =>
  compareText(a.session.date ?? '', b.session.date ?? '') || compareText(a.file.uri, b.file.uri);

function labelOf(
  client: Gathered,
  all: readonly Gathered[],
  index: number,
  { withoutNames }: Choice,
): string {
  if (withoutNames) return `client-${String(index + 1).padStart(3, '0')}`;
  const namesakes = all.filter(({ id }) => id.toLowerCase() === client.id.toLowerCase());
  return namesakes.length === 1 ? client.id : `${client.id}-${namesakes.indexOf(client) + 1}`;
}

function toExported(
  { root, record, notes, isWhole }: Chosen,
  label: string,
  { withoutNames, today }: Choice,
): ExportedClient {
  const last = notes.findLast(({ session }) => session.date !== undefined) ?? notes.at(-1);
  const file = record && { uri: record.file.uri, record: record.parsed.value };
  const kb = last?.kb ?? record?.kb;
  if (kb === undefined) throw new RangeError('A client has a note or a record.');
  const asOf = last?.session.date ?? today;
  return {
    label,
    withoutNames,
    kb,
    practice: last?.practice,
    record: file,
    notes,
    facts: last?.client.facts ?? (file === undefined ? [] : recordFacts(kb, file, asOf)),
    asOf,
    isWhole,
    nameOf: (uri) => {
      if (!withoutNames) return decode(uri.startsWith(`${root}/`) ? uri.slice(root.length + 1) : uri);
      const at = notes.findIndex((note) => note.file.uri === uri);
      return at === -1 ? 'record' : `session-${at + 1}`;
    },
  };
}

const nameOfFile = (uri: Uri): string =>
  decode(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.soap(?:\.md)?$/i, '');

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
