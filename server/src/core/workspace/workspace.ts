// The files of a practice, and views of them worked out on demand and kept while nothing they rest on changes.

import type { RecordFile, Session } from '../facts/model';
import { clientIdOfNote, readSession } from '../facts/session';
import { viewClient } from '../facts/timeline';
import type { Knowledge } from '../knowledge/knowledge';
import { type Overlay, overlayKnowledge, type PracticeFile } from '../knowledge/overlay';
import { parseClientRecord } from '../note/client';
import type { CivilDate, ClientRecord, Note, Parsed, Practice } from '../note/model';
import { parseNote } from '../note/parse';
import { parsePractice } from '../note/practice';
import { checkKnowledge, readKnowledgeFile } from '../rules/check-knowledge';
import { checkPractice } from '../rules/check-practice';
import { checkRecord } from '../rules/check-record';
import { runChecks } from '../rules/run';
import type { Settings } from '../settings';
import type { Uri } from '../text/span';
import { findPracticeFolder, folderOf, kindOf, practiceRootOf, recordIdOfPath } from './files';
import type { FileKind, NoteView, SourceFile, View, Workspace } from './model';

/** What a workspace starts with. */
export interface WorkspaceOptions {
  readonly kb: Knowledge;
  readonly settings: Settings;
  readonly today: CivilDate;
  /** False in a folder that the user does not trust: its knowledge may add warnings and not lower any. */
  readonly trusted?: boolean;
}

/** The documents of one client. */
interface ClientFiles {
  record: Uri | undefined;
  readonly notes: Set<Uri>;
}

/** Makes an empty workspace. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const shipped = options.kb;
  let trusted = options.trusted ?? true;
  let { settings, today } = options;
  const files = new Map<Uri, SourceFile>();
  // Folders with practice files; there may be a `practice.yaml` and a `practice.yml`.
  const practiceFolders = new Map<string, readonly Uri[]>();
  const clients = new Map<string, ClientFiles>();
  const keys = new Map<Uri, string>();
  const views = new Map<Uri, { readonly rests: readonly unknown[]; readonly view: View }>();
  const notes = new WeakMap<SourceFile, Parsed<Note>>();
  const records = new WeakMap<SourceFile, Parsed<ClientRecord>>();
  const practices = new WeakMap<SourceFile, Parsed<Practice>>();
  const ownKnowledge = new WeakMap<SourceFile, PracticeFile>();
  // Knowledge files by the root of their practice, and what they make of the shipped knowledge.
  const knowledgeFiles = new Map<string, readonly SourceFile[]>();
  const overlays = new Map<string, Overlay & { readonly files: readonly SourceFile[] }>();
  let sessions = new WeakMap<Knowledge, WeakMap<SourceFile, Session>>();
  let ids: readonly string[] | undefined;

  const once = <K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const made = make();
    cache.set(key, made);
    return made;
  };
  const noteOf = (file: SourceFile): Parsed<Note> => once(notes, file, () => parseNote(file.text));
  const recordOf = (file: SourceFile): Parsed<ClientRecord> =>
    once(records, file, () => parseClientRecord(file.text));
  const practiceOf = (file: SourceFile): Parsed<Practice> =>
    once(practices, file, () => parsePractice(file.text));
  const sessionOf = (kb: Knowledge, file: SourceFile): Session =>
    once(
      once(sessions, kb, () => new WeakMap<SourceFile, Session>()),
      file,
      () => readSession(kb, file.uri, noteOf(file).value, today),
    );
  const ownOf = (file: SourceFile): PracticeFile =>
    once(ownKnowledge, file, () => readKnowledgeFile(file.text));
  const overlayOf = (root: string): Overlay | undefined => {
    const own = knowledgeFiles.get(root);
    if (own === undefined) return undefined;
    const known = overlays.get(root);
    if (known !== undefined && known.files === own) return known;
    const made = { ...overlayKnowledge(shipped, own.map(ownOf), trusted), files: own };
    overlays.set(root, made);
    return made;
  };
  /** The knowledge that holds for a document: the shipped one with that of its practice. */
  const kbOf = (uri: Uri): Knowledge =>
    knowledgeFiles.size === 0 ? shipped : (overlayOf(rootOf(uri))?.kb ?? shipped);
  const rootOf = (uri: Uri): string => practiceRootOf(uri, practiceFolders);
  const setKnowledge = (uri: Uri, file: SourceFile | undefined): void => {
    const root = folderOf(folderOf(uri));
    const others = (knowledgeFiles.get(root) ?? []).filter((other) => other.uri !== uri);
    const next = [...others, ...(file === undefined ? [] : [file])].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    if (next.length > 0) knowledgeFiles.set(root, next);
    else knowledgeFiles.delete(root);
    overlays.delete(root);
  };

  const clientIdOf = (file: SourceFile): string | undefined =>
    file.kind === 'note'
      ? clientIdOfNote(file.uri, noteOf(file).value)
      : file.kind === 'client'
        ? (recordOf(file).value.id?.value ?? recordIdOfPath(file.uri))
        : undefined;

  const enrol = (file: SourceFile): void => {
    const id = clientIdOf(file);
    if (id === undefined) return;
    const key = `${practiceRootOf(file.uri, practiceFolders)}\n${id.toLowerCase()}`;
    keys.set(file.uri, key);
    const entry = clients.get(key) ?? { record: undefined, notes: new Set<Uri>() };
    clients.set(key, entry);
    if (file.kind === 'note') entry.notes.add(file.uri);
    else if (entry.record === undefined || file.uri < entry.record) entry.record = file.uri;
  };
  const strike = (uri: Uri): void => {
    const key = keys.get(uri);
    const entry = key === undefined ? undefined : clients.get(key);
    if (key === undefined || entry === undefined) return;
    keys.delete(uri);
    entry.notes.delete(uri);
    if (entry.record === uri) {
      entry.record = [...files.values()].find(
        (file) => file.kind === 'client' && file.uri !== uri && keys.get(file.uri) === key,
      )?.uri;
    }
    if (entry.record === undefined && entry.notes.size === 0) clients.delete(key);
  };
  const enrolAll = (): void => {
    clients.clear();
    keys.clear();
    for (const file of files.values()) enrol(file);
  };

  const filesOfClient = (
    uri: Uri,
  ): { readonly record: SourceFile | undefined; readonly notes: readonly SourceFile[] } => {
    const entry = clients.get(keys.get(uri) ?? '');
    const found = [...(entry?.notes ?? [])].sort().flatMap((note) => files.get(note) ?? []);
    return { record: entry?.record === undefined ? undefined : files.get(entry.record), notes: found };
  };

  const clientIds = (): readonly string[] => {
    ids ??= [...new Set([...files.values()].flatMap((file) => clientIdOf(file) ?? []))].sort();
    return ids;
  };

  /** The practice file whose settings hold for a document; of two in one folder the first by name. */
  const practiceFileOf = (uri: Uri): SourceFile | undefined => {
    const folder = findPracticeFolder(uri, practiceFolders);
    return files.get(practiceFolders.get(folder ?? '')?.[0] ?? '');
  };

  const viewNote = (
    file: SourceFile,
  ): { readonly rests: readonly unknown[]; readonly make: () => NoteView } => {
    const own = filesOfClient(file.uri);
    const practiceFile = practiceFileOf(file.uri);
    const kb = kbOf(file.uri);
    return {
      rests: [file, kb, settings, today, practiceFile, own.record, ...own.notes],
      make: () => {
        const parsed = noteOf(file);
        const session = sessionOf(kb, file);
        const record: RecordFile | undefined =
          own.record === undefined ? undefined : { uri: own.record.uri, record: recordOf(own.record).value };
        const client = viewClient(
          kb,
          session,
          record,
          own.notes.filter((note) => note !== file).map((note) => sessionOf(kb, note)),
          today,
        );
        const practice = practiceFile && practiceOf(practiceFile).value;
        const date = session.date ?? today;
        const findings = runChecks({ kb, parsed, session, client, practice, settings, today, date });
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
          findings,
          clientIds: clientIds(),
        };
      },
    };
  };

  const plan = (file: SourceFile): { readonly rests: readonly unknown[]; readonly make: () => View } => {
    switch (file.kind) {
      case 'note':
        return viewNote(file);
      case 'client': {
        const practiceFile = practiceFileOf(file.uri);
        const kb = kbOf(file.uri);
        return {
          rests: [file, kb, settings, practiceFile],
          make: () => ({
            kind: 'client',
            id: clientIdOf(file) ?? '',
            file,
            kb,
            settings,
            parsed: recordOf(file),
            findings: checkRecord(
              kb,
              file.uri,
              recordOf(file),
              settings,
              practiceFile && practiceOf(practiceFile).value,
            ),
          }),
        };
      }
      case 'practice': {
        const parsed = practiceOf(file);
        const kb = kbOf(file.uri);
        return {
          rests: [file, kb, settings],
          make: () => ({
            kind: 'practice',
            file,
            kb,
            settings,
            parsed,
            findings: checkPractice(kb, file.uri, parsed, settings),
          }),
        };
      }
      case 'knowledge': {
        const root = folderOf(folderOf(file.uri));
        const overlay = overlayOf(root);
        const kb = overlay?.kb ?? shipped;
        // A folder of this name that belongs to no practice is none of ours: nothing is said about it.
        const isOurs =
          practiceFolders.has(root) || [...clients.keys()].some((key) => key.startsWith(`${root}\n`));
        return {
          rests: [file, kb, settings, today, isOurs],
          make: () => {
            const own = ownOf(file);
            const at = knowledgeFiles.get(root)?.indexOf(file) ?? -1;
            const problems = overlay?.problems[at] ?? [];
            const findings = isOurs ? checkKnowledge(kb, file.uri, own, problems, settings, today) : [];
            return { kind: 'knowledge', file, kb, settings, own, findings };
          },
        };
      }
    }
  };

  return {
    set(uri: Uri, text: string, kind?: FileKind): boolean {
      const known = files.get(uri);
      if (known !== undefined && known.text === text) return false;
      const isA = kind ?? kindOf(uri);
      if (isA === undefined) return false;
      const file: SourceFile = { uri, text, kind: isA };
      strike(uri);
      files.set(uri, file);
      ids = undefined;
      if (isA === 'knowledge') setKnowledge(uri, file);
      if (isA === 'practice' && known?.kind !== 'practice') {
        const folder = folderOf(uri);
        practiceFolders.set(folder, [...(practiceFolders.get(folder) ?? []), uri].sort());
        enrolAll();
      } else enrol(file);
      return true;
    },
    remove(uri: Uri): boolean {
      const file = files.get(uri);
      if (file === undefined) return false;
      strike(uri);
      files.delete(uri);
      views.delete(uri);
      ids = undefined;
      if (file.kind === 'knowledge') setKnowledge(uri, undefined);
      if (file.kind === 'practice') {
        const folder = folderOf(uri);
        const others = (practiceFolders.get(folder) ?? []).filter((other) => other !== uri);
        if (others.length > 0) practiceFolders.set(folder, others);
        else practiceFolders.delete(folder);
        enrolAll();
      }
      return true;
    },
    list: () => [...files.keys()].sort(),
    view(uri: Uri): View | undefined {
      const file = files.get(uri);
      if (file === undefined) return undefined;
      const { rests, make } = plan(file);
      const known = views.get(uri);
      if (
        known !== undefined &&
        known.rests.length === rests.length &&
        known.rests.every((rest, index) => rest === rests[index])
      )
        return known.view;
      const view = make();
      views.set(uri, { rests, view });
      return view;
    },
    affectedBy(uri: Uri): readonly Uri[] {
      const file = files.get(uri);
      if (file?.kind === 'practice') return [...files.keys()].sort();
      if (kindOf(uri) === 'knowledge') {
        const root = folderOf(folderOf(uri));
        return [...files.keys()].filter((other) => other === uri || rootOf(other) === root).sort();
      }
      const own = filesOfClient(uri);
      const affected = new Set([uri, ...own.notes.map((note) => note.uri)]);
      return [...affected].filter((other) => files.has(other) || other === uri).sort();
    },
    configure(next: Settings): void {
      settings = next;
    },
    setTrusted(next: boolean): boolean {
      if (next === trusted) return false;
      trusted = next;
      overlays.clear();
      return true;
    },
    setToday(next: CivilDate): boolean {
      if (next === today) return false;
      today = next;
      sessions = new WeakMap();
      return true;
    },
  };
}
