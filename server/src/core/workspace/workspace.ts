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
import { createClientFiles } from './client-files';
import { createClientRegister } from './clients';
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

/** Makes an empty workspace. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const shipped = options.kb;
  let trusted = options.trusted ?? true;
  let { settings, today } = options;
  const files = new Map<Uri, SourceFile>();
  // Folders with practice files; there may be a `practice.yaml` and a `practice.yml`.
  const practiceFolders = new Map<string, readonly Uri[]>();
  const views = new Map<Uri, { readonly rests: readonly unknown[]; readonly view: View }>();
  const notes = new WeakMap<SourceFile, Parsed<Note>>();
  const records = new WeakMap<SourceFile, Parsed<ClientRecord>>();
  const practices = new WeakMap<SourceFile, Parsed<Practice>>();
  const ownKnowledge = new WeakMap<SourceFile, PracticeFile>();
  // Knowledge files by the root of their practice, and what they make of the shipped knowledge.
  const knowledgeFiles = new Map<string, readonly SourceFile[]>();
  const overlays = new Map<string, Overlay & { readonly files: readonly SourceFile[] }>();
  let sessions = new WeakMap<Knowledge, WeakMap<SourceFile, Session>>();

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
  const clients = createClientRegister(clientIdOf, rootOf);

  /** The practice file whose settings hold for a document; of two in one folder the first by name. */
  const practiceFileOf = (uri: Uri): SourceFile | undefined => {
    const folder = findPracticeFolder(uri, practiceFolders);
    return files.get(practiceFolders.get(folder ?? '')?.[0] ?? '');
  };

  const clientFiles = createClientFiles({
    register: clients,
    idOf: clientIdOf,
    noteOf: (file) => noteOf(file).value,
    recordOf: (file) => recordOf(file).value,
    rootOf,
    practiceFileOf,
    practiceOf: (file) => practiceOf(file).value,
  });

  const viewNote = (
    file: SourceFile,
  ): { readonly rests: readonly unknown[]; readonly make: () => NoteView } => {
    const own = clients.filesOf(file.uri);
    const beside = clients.recordBeside(file.uri);
    const practiceFile = practiceFileOf(file.uri);
    const kb = kbOf(file.uri);
    return {
      rests: [file, kb, settings, today, practiceFile, own.record, beside, ...own.notes],
      make: () => {
        const parsed = noteOf(file);
        const session = sessionOf(kb, file);
        const recordFileOf = (source: SourceFile): RecordFile => ({
          uri: source.uri,
          record: recordOf(source).value,
        });
        const others = own.notes.filter((note) => note !== file).map((note) => sessionOf(kb, note));
        const client = {
          ...viewClient(kb, session, own.record && recordFileOf(own.record), others, today),
          ...(beside === undefined ? {} : { beside: recordFileOf(beside) }),
        };
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
          clientIds: clients.ids(),
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
        const isOurs = practiceFolders.has(root) || clients.hasClients(root);
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
      if (known !== undefined && known.kind !== isA) clients.strike(uri);
      files.set(uri, file);
      if (isA === 'knowledge') setKnowledge(uri, file);
      if (isA === 'practice' && known?.kind !== 'practice') {
        const folder = folderOf(uri);
        practiceFolders.set(folder, [...(practiceFolders.get(folder) ?? []), uri].sort());
        clients.enrolAll(files.values());
      } else clients.enrol(file);
      return true;
    },
    remove(uri: Uri): boolean {
      const file = files.get(uri);
      if (file === undefined) return false;
      clients.strike(uri);
      files.delete(uri);
      views.delete(uri);
      if (file.kind === 'knowledge') setKnowledge(uri, undefined);
      if (file.kind === 'practice') {
        const folder = folderOf(uri);
        const others = (practiceFolders.get(folder) ?? []).filter((other) => other !== uri);
        if (others.length > 0) practiceFolders.set(folder, others);
        else practiceFolders.delete(folder);
        clients.enrolAll(files.values());
      }
      return true;
    },
    list: () => [...files.keys()].sort(),
    clients: () => clientFiles.list(),
    clientOf: (uri) => clientFiles.find(uri),
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
      const own = clients.filesOf(uri);
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
