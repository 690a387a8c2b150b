// What an export is made from: clients with those of their sessions that were asked for, and the names they go by.
import type { Fact, RecordFile } from '../facts/model';
import { recordFacts } from '../facts/timeline';
import type { Knowledge } from '../knowledge/knowledge';
import type { CivilDate, Practice } from '../note/model';
import { hashOfText } from '../signing/canonical';
import { compareText } from '../text/compare';
import type { Uri } from '../text/span';
import { folderOf, kindOf } from '../workspace/files';
import type { NoteView, Workspace } from '../workspace/model';

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
  /** What ids are made from, so that two people never share one: the practice and the client. */
  readonly seed: string;
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

/** A client, or a note that names none and is one of its own. */
interface Candidate {
  readonly id: string;
  readonly root: string;
  readonly record: Uri | undefined;
  readonly notes: readonly Uri[];
}

interface Chosen extends Candidate {
  /** The notes asked for, oldest first. */
  readonly chosen: readonly Uri[];
  readonly isWhole: boolean;
}

/** The clients of an export: how many, and one after the other. Each is worked out when it is asked for, and not kept. */
export interface Selection extends Iterable<ExportedClient> {
  readonly count: number;
}

/**
 * Selects the clients of a workspace, sorted by id. One of whom neither record nor session was asked for is left out,
 * and none of its documents is judged.
 */
export function selectClients(workspace: Workspace, choice: Choice): Selection {
  const wanted = new Set(choice.clients.map((id) => id.toLowerCase()));
  const dayOf = (uri: Uri): CivilDate | undefined => workspace.factsOf(uri)?.date;
  const clients = listCandidates(workspace, choice).flatMap((client): readonly Chosen[] => {
    if (wanted.size > 0 && !wanted.has(client.id.toLowerCase())) return [];
    const chosen = client.notes
      .filter((uri) => choice.named.has(uri) && isInRange(dayOf(uri), choice))
      .sort((a, b) => compareText(dayOf(a) ?? '', dayOf(b) ?? '') || compareText(a, b));
    const isRecordNamed = client.record !== undefined && choice.named.has(client.record);
    if (chosen.length === 0 && (hasRange(choice) || !isRecordNamed)) return [];
    const isWhole =
      !hasRange(choice) &&
      chosen.length === client.notes.length &&
      (client.record === undefined || isRecordNamed);
    return [{ ...client, chosen, isWhole }];
  });
  const labels = listLabels(clients, choice);
  return {
    count: clients.length,
    *[Symbol.iterator]() {
      for (const [index, client] of clients.entries())
        yield toExported(workspace, client, labels[index] ?? client.id, choice);
    },
  };
}

function listCandidates(workspace: Workspace, { named }: Choice): readonly Candidate[] {
  const clients = workspace.roster().map(({ id, root, record, sessions }) => ({
    id,
    root,
    record,
    notes: sessions.map(({ uri }) => uri),
  }));
  const alone = [...named]
    .filter((uri) => kindOf(uri) === 'note' && workspace.clientOf(uri) === undefined)
    .map((uri) => ({ id: nameOfFile(uri), root: folderOf(uri), record: undefined, notes: [uri] }));
  return [...clients, ...alone].sort((a, b) => compareText(a.id, b.id) || compareText(a.root, b.root));
}

const hasRange = ({ since, until }: Choice): boolean => since !== undefined || until !== undefined;

function isInRange(date: CivilDate | undefined, choice: Choice): boolean {
  if (date === undefined) return !hasRange(choice);
  return date >= (choice.since ?? '') && date <= (choice.until ?? '9999-12-31');
}

/** A label for each client; those of one id are numbered. */
function listLabels(clients: readonly Candidate[], { withoutNames }: Choice): readonly string[] {
  if (withoutNames) return clients.map((_, index) => `client-${String(index + 1).padStart(3, '0')}`);
  const countOf = new Map<string, number>();
  const count = (id: string): number => {
    const next = (countOf.get(id) ?? 0) + 1;
    countOf.set(id, next);
    return next;
  };
  const numbers = clients.map(({ id }) => count(id.toLowerCase()));
  return clients.map(({ id }, index) =>
    countOf.get(id.toLowerCase()) === 1 ? id : `${id}-${numbers[index]}`,
  );
}

function toExported(
  workspace: Workspace,
  { root, record, chosen, isWhole }: Chosen,
  label: string,
  { withoutNames, today }: Choice,
): ExportedClient {
  const views = chosen
    .flatMap((uri) => workspace.view(uri) ?? [])
    .filter((view): view is NoteView => view.kind === 'note');
  const last = views.findLast(({ session }) => session.date !== undefined) ?? views.at(-1);
  const recordView = record === undefined ? undefined : workspace.view(record);
  const file =
    recordView?.kind === 'client' ? { uri: recordView.file.uri, record: recordView.parsed.value } : undefined;
  const kb = last?.kb ?? recordView?.kb;
  if (kb === undefined) throw new RangeError('A client has a note or a record.');
  const asOf = last?.session.date ?? today;
  const practice = last?.practice ?? workspace.clientOf(record ?? '')?.practice;
  return {
    label,
    // `client-001` is somebody else in another export. Its ids come from the words of its files, which lead nowhere.
    seed: withoutNames
      ? hashOfText([label, file?.record.text ?? '', ...views.map((view) => view.file.text)].join('\u0000'))
      : `${practice?.name?.value ?? ''}\n${label}`,
    withoutNames,
    kb,
    practice,
    record: file,
    notes: views,
    facts: last?.client.facts ?? (file === undefined ? [] : recordFacts(kb, file, asOf)),
    asOf,
    isWhole,
    nameOf: (uri) => {
      if (!withoutNames) return decode(uri.startsWith(`${root}/`) ? uri.slice(root.length + 1) : uri);
      const at = views.findIndex((note) => note.file.uri === uri);
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
