// The files of a practice, and views of them worked out on demand and kept while nothing they rest on changes.
import type { RecordFile, Session } from '../facts/model';
import { clientIdOfNote, dateOfNote, dateOfPath, readSession } from '../facts/session';
import { orderVisits, viewClient } from '../facts/timeline';
import type { Visits } from '../facts/visits';
import type { Knowledge } from '../knowledge/knowledge';
import { parseClientRecord } from '../note/client';
import { parseHead } from '../note/head';
import type { CivilDate, ClientRecord, Note, Parsed, Practice } from '../note/model';
import { parseNote } from '../note/parse';
import { parsePractice } from '../note/practice';
import { checkKnowledge } from '../rules/check-knowledge';
import { checkPractice } from '../rules/check-practice';
import { checkRecord } from '../rules/check-record';
import type { Finding } from '../rules/finding';
import { runChecks } from '../rules/run';
import type { Settings } from '../settings';
import { compareText } from '../text/compare';
import { oncePer } from '../text/once';
import type { Uri } from '../text/span';
import { createClientReader } from './client-files';
import { findPracticeFolder, folderOf, kindOf, practiceRootOf, recordIdOfPath } from './files';
import type { ClientEntry, FileFacts, FileKind, NoteView, SourceFile, View, Workspace } from './model';
import { createOwnKnowledge } from './own-knowledge';
import { createRoster } from './roster';
import { createShelf, type ReadAgain } from './shelf';

/** What a workspace starts with. */
export interface WorkspaceOptions {
  readonly kb: Knowledge;
  readonly settings: Settings;
  readonly today: CivilDate;
  /** False in a folder that the user does not trust: its knowledge may add warnings and not lower any. */
  readonly trusted?: boolean;
  /** Reads a document again whose text was laid aside. Without it every text is kept. */
  readonly readAgain?: ReadAgain;
}

/** Documents that are kept with all that was worked out of them, besides open ones and those of their clients. */
const mostKept = 300;

/** Makes an empty workspace. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const shelf = createShelf(options.readAgain);
  const roster = createRoster();
  const knowledge = createOwnKnowledge(options.kb, options.trusted ?? true);
  let trusted = options.trusted ?? true;
  let { settings, today } = options;
  // Rises with whatever all documents rest on; `versions` with a document's own text.
  let generation = 0;
  const versions = new Map<Uri, number>();
  let version = 0;
  // Folders with practice files; there may be a `practice.yaml` and a `practice.yml`.
  const practiceFolders = new Map<string, readonly Uri[]>();
  const views = new Map<Uri, { readonly revision: string; readonly view: View }>();

  const noteOf = oncePer((file: SourceFile): Parsed<Note> => parseNote(file.text));
  const recordOf = oncePer((file: SourceFile): Parsed<ClientRecord> => parseClientRecord(file.text));
  const practiceOf = oncePer((file: SourceFile): Parsed<Practice> => parsePractice(file.text));
  /** The sessions as they are read on a day, by knowledge and file. */
  const readSessionsOn = (day: CivilDate) =>
    oncePer((kb: Knowledge) =>
      oncePer((file: SourceFile): Session => readSession(kb, file.uri, noteOf(file).value, day)),
    );
  let sessionsBy = readSessionsOn(today);
  const sessionOf = (kb: Knowledge, file: SourceFile): Session => sessionsBy(kb)(file);
  const rootOf = (uri: Uri): string => practiceRootOf(uri, practiceFolders);
  /** The knowledge that holds for a document: the shipped one with that of its practice. */
  const kbOf = (uri: Uri): Knowledge => (knowledge.isEmpty() ? options.kb : knowledge.kbOf(rootOf(uri)));

  /** Whose a document is, and of which day. One whose text is held is read as a whole, for it will be looked at. */
  const factsIn = (uri: Uri, text: string, kind: FileKind, held: boolean): FileFacts | undefined => {
    const file = held ? shelf.get(uri) : undefined;
    if (kind === 'note') return factsOfNote(uri, text, file ? noteOf(file).value : parseHead(text));
    if (kind === 'client')
      return factsOfRecord(uri, text, (file ? recordOf(file) : parseClientRecord(text)).value);
    return undefined;
  };
  const enrol = (uri: Uri, text: string, kind: FileKind, held: boolean): void => {
    const facts = factsIn(uri, text, kind, held);
    if (facts === undefined) roster.remove(uri);
    else roster.add(facts, rootOf(uri));
  };
  const enrolAll = (): void => {
    const known = shelf.list().flatMap((uri) => roster.factsOf(uri) ?? []);
    roster.clear();
    for (const facts of known) roster.add(facts, rootOf(facts.uri));
  };

  /** The practice file whose settings hold for a document; of two in one folder the first by name. */
  const practiceFileOf = (uri: Uri): SourceFile | undefined =>
    shelf.get(practiceFolders.get(findPracticeFolder(uri, practiceFolders) ?? '')?.[0] ?? '');
  const findPractice = (uri: Uri): Practice | undefined => {
    const file = practiceFileOf(uri);
    return file && practiceOf(file).value;
  };
  const recordFile = (record: Uri | undefined): RecordFile | undefined => {
    const file = shelf.get(record ?? '');
    return file && { uri: file.uri, record: recordOf(file).value };
  };
  const recordFileOf = (uri: Uri): RecordFile | undefined => recordFile(roster.clientOf(uri)?.record);

  let latest:
    | { readonly entry: ClientEntry; readonly kb: Knowledge; readonly visits: readonly Visits<Session>[] }
    | undefined;
  /** The visits of a client. Those of one client stay at hand: each of its notes asks for them. */
  const visitsOf = (entry: ClientEntry, kb: Knowledge): readonly Visits<Session>[] => {
    if (latest?.entry === entry && latest.kb === kb) return latest.visits;
    const sessions = entry.sessions.flatMap(({ uri }) => {
      const file = shelf.get(uri);
      return file === undefined ? [] : [sessionOf(kb, file)];
    });
    latest = { entry, kb, visits: orderVisits(sessions, latest?.visits) };
    return latest.visits;
  };

  const readClient = createClientReader({
    load: shelf.get,
    noteOf: (file) => noteOf(file).value,
    recordOf: (file) => recordOf(file).value,
    practiceFileOf,
    practiceOf: (file) => practiceOf(file).value,
  });

  const viewNote = (file: SourceFile, kb: Knowledge): NoteView => {
    const parsed = noteOf(file);
    const session = sessionOf(kb, file);
    const entry = roster.clientOf(file.uri);
    const visits = entry === undefined ? [] : visitsOf(entry, kb);
    const beside = recordFile(roster.recordBeside(file.uri));
    const known = viewClient(kb, session, recordFile(entry?.record), visits, today);
    const client = beside === undefined ? known : { ...known, beside };
    const practice = findPractice(file.uri);
    const date = session.date ?? today;
    let findings: readonly Finding[] | undefined;
    return {
      kind: 'note',
      file,
      kb,
      settings,
      today,
      parsed,
      session,
      client,
      practice,
      // Most that is asked of a note needs none of them, and they take half of its time.
      get findings() {
        findings ??= runChecks({ kb, parsed, session, client, practice, settings, today, date });
        return findings;
      },
      get clientIds() {
        return roster.ids();
      },
    };
  };

  const makeView = (file: SourceFile): View => {
    const kb = kbOf(file.uri);
    const common = { file, kb, settings };
    switch (file.kind) {
      case 'note':
        return viewNote(file, kb);
      case 'client': {
        const parsed = recordOf(file);
        return {
          kind: 'client',
          id: roster.factsOf(file.uri)?.clientId ?? '',
          ...common,
          parsed,
          findings: checkRecord(kb, file.uri, parsed, settings, findPractice(file.uri)),
        };
      }
      case 'practice': {
        const parsed = practiceOf(file);
        return {
          kind: 'practice',
          ...common,
          parsed,
          findings: checkPractice(kb, file.uri, parsed, settings),
        };
      }
      case 'knowledge': {
        const { own, problems } = knowledge.read(file);
        const ours = isOurs(file.uri);
        const findings = ours ? checkKnowledge(kb, file.uri, own, problems, settings, today) : [];
        return { kind: 'knowledge', ...common, own, isOurs: ours, findings };
      }
    }
  };
  /** A folder named `knowledge` that belongs to no practice is none of ours: nothing is said about it. */
  const isOurs = (uri: Uri): boolean => {
    const root = folderOf(folderOf(uri));
    return practiceFolders.has(root) || roster.hasClients(root);
  };
  const revision = (uri: Uri): string =>
    `${generation}.${versions.get(uri) ?? 0}.${
      shelf.kindOf(uri) === 'knowledge' ? isOurs(uri) : roster.revisionOf(uri)
    }`;

  /** Lays aside what was not used for longest; open documents and those of their clients stay. */
  const trim = (): void => {
    let pinned: ReadonlySet<Uri> | undefined;
    const gone = shelf.trim(mostKept, (uri) => {
      pinned ??= new Set(
        [...shelf.held()].flatMap((held) => {
          const client = roster.clientOf(held);
          return client === undefined
            ? []
            : [...client.sessions.map((session) => session.uri), ...(client.record ? [client.record] : [])];
        }),
      );
      return pinned.has(uri);
    });
    for (const uri of gone) views.delete(uri);
  };

  const put = (uri: Uri, text: string, kind: FileKind, held: boolean): boolean => {
    const before = shelf.kindOf(uri);
    if (!shelf.set(uri, text, kind, held || kind === 'practice' || kind === 'knowledge')) return false;
    version += 1;
    versions.set(uri, version);
    if (kind === 'knowledge') knowledge.set(uri, shelf.get(uri));
    if (kind === 'knowledge' || kind === 'practice') generation += 1;
    enrol(uri, text, kind, held);
    if (kind === 'practice' && before !== 'practice') {
      const folder = folderOf(uri);
      practiceFolders.set(folder, [...(practiceFolders.get(folder) ?? []), uri].sort());
      enrolAll();
    }
    return true;
  };

  return {
    set(uri, text, kind) {
      const isA = kind ?? kindOf(uri);
      return isA !== undefined && put(uri, text, isA, true);
    },
    shelve(uri, text) {
      const isA = kindOf(uri);
      return isA !== undefined && put(uri, text, isA, false);
    },
    remove(uri) {
      const kind = shelf.kindOf(uri);
      if (!shelf.remove(uri)) return false;
      roster.remove(uri);
      views.delete(uri);
      versions.delete(uri);
      if (kind === 'knowledge') knowledge.set(uri, undefined);
      if (kind === 'knowledge' || kind === 'practice') generation += 1;
      if (kind === 'practice') {
        const folder = folderOf(uri);
        const others = (practiceFolders.get(folder) ?? []).filter((other) => other !== uri);
        if (others.length > 0) practiceFolders.set(folder, others);
        else practiceFolders.delete(folder);
        enrolAll();
      }
      return true;
    },
    has: shelf.has,
    list: shelf.list,
    clients: () => [...roster.list()].sort((a, b) => compareText(a.key, b.key)).map(readClient),
    clientOf(uri) {
      const entry = roster.clientOf(uri);
      const client = entry && readClient(entry);
      // Who goes through all clients keeps no text of those that are done with.
      trim();
      return client;
    },
    view(uri) {
      const file = shelf.get(uri);
      if (file === undefined) return undefined;
      const now = revision(uri);
      const known = views.get(uri);
      if (known?.revision === now && known.view.file === file) return known.view;
      const view = makeView(file);
      views.set(uri, { revision: now, view });
      trim();
      return view;
    },
    file: shelf.get,
    session(uri) {
      const file = shelf.get(uri);
      if (file?.kind !== 'note') return undefined;
      const session = sessionOf(kbOf(uri), file);
      trim();
      return session;
    },
    recordOf(uri) {
      const found = recordFileOf(uri);
      trim();
      return found;
    },
    factsOf: roster.factsOf,
    entryOf: roster.clientOf,
    roster: roster.list,
    revision,
    affectedBy(uri) {
      const kind = shelf.kindOf(uri);
      if (kind === 'practice') return shelf.list();
      if (kindOf(uri) === 'knowledge') {
        const root = folderOf(folderOf(uri));
        return shelf.list().filter((other) => other === uri || rootOf(other) === root);
      }
      // A note is judged by what was written before it; a record counts for all.
      const from = kind === 'note' ? roster.factsOf(uri)?.date : undefined;
      const own = (roster.clientOf(uri)?.sessions ?? []).filter(
        ({ date }) => from === undefined || date === undefined || date > from,
      );
      return [...new Set([uri, ...own.map((session) => session.uri)])].sort();
    },
    settings: () => settings,
    today: () => today,
    configure(next) {
      settings = next;
      generation += 1;
    },
    setTrusted(next) {
      if (next === trusted) return false;
      trusted = next;
      knowledge.setTrusted(next);
      generation += 1;
      return true;
    },
    setToday(next) {
      if (next === today) return false;
      today = next;
      sessionsBy = readSessionsOn(today);
      latest = undefined;
      generation += 1;
      return true;
    },
  };
}

/** What is kept of a note. */
const factsOfNote = (uri: Uri, text: string, note: Note): FileFacts => ({
  uri,
  kind: 'note',
  clientId: alone(clientIdOfNote(uri, note)),
  date: alone(dateOfNote(note) ?? dateOfPath(uri)),
  therapist: alone(note.frontMatter?.therapist?.value),
  signed: note.frontMatter?.signed !== undefined,
  documents: text.includes('document:'),
});

/** What is kept of a client record. */
const factsOfRecord = (uri: Uri, text: string, record: ClientRecord): FileFacts => ({
  uri,
  kind: 'client',
  clientId: alone(record.id?.value ?? recordIdOfPath(uri)),
  name: alone(record.name?.value),
  formerIds: record.formerIds.map(({ value }) => alone(value)),
  conditions: record.conditions.map((condition) => alone(condition.name.value)),
  documents: text.includes('document:'),
});

/** A copy of a string that keeps no other in memory: a piece of a text would keep all of it. */
function alone<T extends string | undefined>(piece: T): T;
function alone(piece: string | undefined): string | undefined {
  return piece?.split('').join('');
}
