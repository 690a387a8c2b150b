// The documents of a practice and what the engine has worked out of one of them.
import type { ClientView, RecordFile, Session } from '../facts/model';
import type { Knowledge } from '../knowledge/knowledge';
import type { PracticeFile } from '../knowledge/overlay';
import type { CivilDate, ClientRecord, Note, Parsed, Practice } from '../note/model';
import type { Finding } from '../rules/finding';
import type { Settings } from '../settings';
import type { Uri } from '../text/span';

/** One document's text; a changed text is a new object. */
export interface SourceFile {
  readonly uri: Uri;
  readonly text: string;
  readonly kind: FileKind;
}

export type FileKind = 'note' | 'client' | 'practice' | 'knowledge';

/** A note with all that is known: what every editor feature takes. */
export interface NoteView {
  readonly kind: 'note';
  readonly file: SourceFile;
  readonly kb: Knowledge;
  readonly settings: Settings;
  /** The day it is, as the front says; used where a note has no date. */
  readonly today: CivilDate;
  readonly parsed: Parsed<Note>;
  readonly session: Session;
  readonly client: ClientView;
  /** The settings of the practice that the note belongs to: the nearest `practice.yaml` upward. */
  readonly practice: Practice | undefined;
  /** Sorted. */
  readonly findings: readonly Finding[];
  /** Ids of all clients the workspace knows, sorted. */
  readonly clientIds: readonly string[];
}

/** A client record or practice file with its findings. */
export interface RecordView {
  readonly kind: 'client';
  /** The id under which notes name this client. */
  readonly id: string;
  readonly file: SourceFile;
  readonly kb: Knowledge;
  readonly settings: Settings;
  readonly parsed: Parsed<ClientRecord>;
  readonly findings: readonly Finding[];
}

export interface PracticeView {
  readonly kind: 'practice';
  readonly file: SourceFile;
  readonly kb: Knowledge;
  readonly settings: Settings;
  readonly parsed: Parsed<Practice>;
  readonly findings: readonly Finding[];
}

/** A file of the practice's own knowledge. `kb` is the knowledge with all of the practice's files. */
export interface KnowledgeView {
  readonly kind: 'knowledge';
  readonly file: SourceFile;
  readonly kb: Knowledge;
  readonly settings: Settings;
  readonly own: PracticeFile;
  /** False for a file in a folder of the same name that belongs to no practice: nothing is said or offered there. */
  readonly isOurs: boolean;
  readonly findings: readonly Finding[];
}

export type View = NoteView | RecordView | PracticeView | KnowledgeView;

/** A note with its day, read and not judged. */
export type Visit = Pick<Session, 'uri' | 'note' | 'date'>;

/** All documents of one client, read and not judged. */
export interface ClientFile {
  /** The practice's root and the client's id in lower case: no two clients of a workspace share it. */
  readonly key: string;
  /** The folder that the practice lies in. */
  readonly practiceRoot: string;
  readonly id: string;
  readonly record: RecordFile | undefined;
  /** Oldest first; notes without a day before all others. */
  readonly visits: readonly Visit[];
  /** The settings of the practice. */
  readonly practice: Practice | undefined;
}

/** What is kept of a note or record while its text is laid aside: whose it is and of which day. */
export interface FileFacts {
  readonly uri: Uri;
  readonly kind: 'note' | 'client';
  /** The client that the document names, or its folder. */
  readonly clientId: string | undefined;
  /** Of a note: the day of its session. */
  readonly date?: CivilDate | undefined;
  readonly therapist?: string | undefined;
  /** True for a note that is closed by a signature. */
  readonly signed?: boolean;
  /** Of a record: the client's name, and ids that earlier notes may still name. */
  readonly name?: string | undefined;
  readonly formerIds?: readonly string[];
  /** Of a record: the names of its conditions. */
  readonly conditions?: readonly string[];
  /** True if it names letters or other files: `document:`. */
  readonly documents?: boolean;
}

/** A client of a practice with its documents. */
export interface ClientEntry {
  /** As `ClientFile.key`. */
  readonly key: string;
  /** Another number after each change of a document of the client. */
  readonly version: number;
  readonly id: string;
  readonly name: string | undefined;
  /** The root of the practice, without a final slash. */
  readonly root: string;
  readonly record: Uri | undefined;
  /** The client's notes by day, those without one first. */
  readonly sessions: readonly FileFacts[];
}

/** The one stateful thing of the core: the files of a practice. Views are kept while nothing they rest on changes. */
export interface Workspace {
  /** Adds or replaces a document; `kind` for one whose path does not say it (an untitled note). True if anything changed. */
  set(uri: Uri, text: string, kind?: FileKind): boolean;
  /** The same for a document that can be read again: its text need not be kept. */
  shelve(uri: Uri, text: string): boolean;
  remove(uri: Uri): boolean;
  has(uri: Uri): boolean;
  /** The uris it holds, sorted. */
  list(): readonly Uri[];
  /**
   * All clients, sorted by key, with all their texts in memory: for a practice that is small, or looked at once.
   * A client of whom no document changed is the same object as before, as long as somebody has it.
   */
  clients(): readonly ClientFile[];
  /** The client that a document is about; undefined if it names none. */
  clientOf(uri: Uri): ClientFile | undefined;
  /** What is known of one document; undefined if it is not here or of no kind of ours. */
  view(uri: Uri): View | undefined;
  /** A document's text, without judging it. */
  file(uri: Uri): SourceFile | undefined;
  /** What a note says, without judging it. */
  session(uri: Uri): Session | undefined;
  /** The record of the client that a note or record belongs to. */
  recordOf(uri: Uri): RecordFile | undefined;
  /** The client that a note or record belongs to; answered without reading any text. */
  entryOf(uri: Uri): ClientEntry | undefined;
  /** What is kept of a note or record. */
  factsOf(uri: Uri): FileFacts | undefined;
  /** All clients, sorted by id; answered without reading any text. */
  roster(): readonly ClientEntry[];
  /** A mark that is the same as long as the view of the document would be. */
  revision(uri: Uri): string;
  /** Documents whose findings may differ after this one changed (itself included), sorted. */
  affectedBy(uri: Uri): readonly Uri[];
  configure(settings: Settings): void;
  /** The settings and the day that its views are worked out with. */
  settings(): Settings;
  today(): CivilDate;
  /** Says whether the user trusts the folder; true if that is new. */
  setTrusted(trusted: boolean): boolean;
  /** True if it is another day than before. */
  setToday(today: CivilDate): boolean;
}
