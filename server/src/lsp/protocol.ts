// What client and server say to each other beyond the Language Server Protocol. The client sees only these types.

/** Names of our own requests and notifications. */
export const methods = {
  /** Request to the server, `LayoutParams`: `LayoutFile[]`, the files of a new practice. */
  layout: 'soapNotes/layout',
  /** Request to the server without params: `PrivacyResult`, what can be told of the open folders. */
  privacy: 'soapNotes/privacy',
  /** Notification to the server, `FilesParams`: files of folders that are not on its disk, as the client has read them. */
  files: 'soapNotes/files',
  /** Notification to the client: `CheckedParams`, after the findings of a document were sent. */
  checked: 'soapNotes/checked',
  /** Request to the server without params: `readonly ClientSummary[]`, sorted by id. */
  clients: 'soapNotes/clients',
  /** Request to the server, `CheckPracticeParams`: `CheckPracticeResult`; sends all findings as diagnostics too. */
  checkPractice: 'soapNotes/checkPractice',
  /** Request to the server, `ConvertParams`: `ConvertResult`. The text may be of any document, saved or not. */
  convert: 'soapNotes/convert',
  /** Request to the server, `NewNoteParams`: `NewNoteResult`, or `null` where the client has no earlier note. */
  newNote: 'soapNotes/newNote',
  /** Request to the server, `SignParams`: `SignResult`. The text may be of any document, saved or not. */
  sign: 'soapNotes/sign',
  /** Request to the server, `ClientListParams`: `ClientListResult`; from then on `clientsChanged` is sent. */
  clientList: 'soapNotes/clientList',
  /** Request to the server, `ClientKey`: `readonly SessionRow[]`, newest first. */
  clientSessions: 'soapNotes/clientSessions',
  /** Request to the server, `ClientAlertsParams`: `readonly ClientAlertsRow[]`. */
  clientAlerts: 'soapNotes/clientAlerts',
  /** Notification to the client without params: clients, their notes, or what is due may have changed. */
  clientsChanged: 'soapNotes/clientsChanged',
  /** Request to the server without params: `readonly DueGroup[]`, what is due today. */
  due: 'soapNotes/due',
  /** Request to the server, `PageParams`: `PageResult`, or `null` where there is no such note or client. */
  page: 'soapNotes/page',
  /** Request to the server, `PageParams`: `PageDocument`, the page for a browser, or `null` as for `page`. */
  pageDocument: 'soapNotes/pageDocument',
  /** Request to the server, `PickRegionParams`: `PickRegionResult`, or `null` where the region is unknown. */
  pickRegion: 'soapNotes/pickRegion',
  /** Request to the server, `LetterParams`: `LetterResult`, or `null` where there is no such client. */
  referralLetter: 'soapNotes/referralLetter',
  /** Request to the server, `ClientOfParams`: `ClientKey`, or `null` where the document names no client. */
  clientOf: 'soapNotes/clientOf',
  /** Request to the server, `AddendumParams`: `SignResult`. */
  addendum: 'soapNotes/addendum',
  /** Request to the server without params: `null`. The client asks it to learn whether the server still answers. */
  ping: 'soapNotes/ping',
} as const;

/**
 * How Node runs the server: it tidies its memory when that has grown by some half, not to four times of what it needs.
 */
export const serverNodeOptions = ['--heap-growing-percent=60'] as const;

/**
 * The command of a line above a note: opens a document at a place. Arguments: its uri, and a range of the protocol.
 */
export const goToCommand = 'soapNotes.goTo';

/** The files that count, as patterns of paths: notes, records, and a practice's own knowledge. */
export const ownFilePatterns = [
  '**/*.soap.md',
  '**/*.soap',
  '**/client.yaml',
  '**/client.yml',
  '**/*.client.yaml',
  '**/*.client.yml',
  '**/practice.yaml',
  '**/practice.yml',
  '**/knowledge/*.yaml',
  '**/knowledge/*.yml',
] as const;

/** How many findings there are of each severity. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

/** What was checked in one document, so that silence does not read as "safe". */
export interface CheckedParams {
  readonly uri: string;
  /** Rules that were run. */
  readonly rules: number;
  /** Conditions, medications and other facts about the client that hold on the day of the session. */
  readonly facts: number;
  /** Id of the client whose record was found; absent where there is no record. */
  readonly client?: string;
  /** Earlier notes of the same client that were read. */
  readonly earlierSessions: number;
  readonly findings: FindingCounts;
}

/** A client that the workspace knows, from a record or from notes. */
export interface ClientSummary {
  readonly id: string;
  readonly name?: string;
  /** The client record, or else the newest note: new notes go beside it. */
  readonly uri: string;
  /** Date of the newest note, `YYYY-MM-DD`. */
  readonly lastVisit?: string;
}

/** A note, record or knowledge file that the client has read; without a text it is gone. */
export interface GivenFile {
  readonly uri: string;
  readonly text?: string;
}

export interface FilesParams {
  readonly files: readonly GivenFile[];
}

export interface CheckPracticeParams {
  /** Token of a work-done progress that the client has set up. */
  readonly workDoneToken?: string | number;
}

/** A session that is about to be written down. */
export interface NewNoteParams {
  readonly client: string;
  /** `YYYY-MM-DD`, the local day. */
  readonly date: string;
  /** `HH:MM`, the local time. */
  readonly time: string;
  /** Empty if nobody is named. */
  readonly therapist: string;
}

/** The text of the note and the offset of the first place that is left to type. */
export interface NewNoteResult {
  readonly text: string;
  readonly cursor: number;
}

export interface ConvertParams {
  readonly text: string;
}

/** A note in the canonical form; the text as it was where there is nothing to convert. */
export interface ConvertResult {
  readonly text: string;
  /** True if the text has sections, and so is a session note. */
  readonly isNote: boolean;
}

export interface SignParams {
  readonly text: string;
  readonly part: 'note' | 'addendum';
  /** Who signs, as one word. */
  readonly by: string;
  /** An instant in UTC to the second: `2026-11-20T15:02:11Z`. */
  readonly at: string;
  /** The document, so that what the practice asks of a note is looked at before it is signed. */
  readonly uri?: string;
  /** True to sign although something is missing. */
  readonly incomplete?: boolean;
}

export interface AddendumParams {
  readonly text: string;
  /** `YYYY-MM-DD`, the local day. */
  readonly on: string;
  /** Empty if nobody is named. */
  readonly by: string;
}

/** What to insert where, and where the cursor goes then; or why nothing is to be done, in words for the user. */
export type SignResult =
  | { readonly offset: number; readonly newText: string; readonly cursor?: number }
  | { readonly refusal: string }
  /** What the practice asks for and the note does not have, each in a sentence; ask before signing it as it stands. */
  | { readonly missing: readonly string[] };

/** The outcome of a check of every note and record in the workspace. */
export interface CheckPracticeResult {
  readonly files: number;
  readonly findings: FindingCounts;
}

/** What somebody chooses for a new practice. */
export interface LayoutParams {
  /** Empty if it is not to be named. */
  readonly name: string;
  /** The id of a profile of completeness. */
  readonly profile: string;
  readonly privacy: 'opaque-ids' | 'names';
}

/** A file of a new practice; `path` is below its folder, with `/`. */
export interface LayoutFile {
  readonly path: string;
  readonly text: string;
  readonly executable: boolean;
}

/** One judgement of the privacy check. `question`: only a person can answer it. */
export interface PrivacyJudgement {
  readonly topic: string;
  readonly level: 'ok' | 'question' | 'problem';
  readonly message: string;
  readonly advice?: string;
  /** They may tell names. */
  readonly paths?: readonly string[];
}

export interface PrivacyResult {
  readonly folders: readonly { readonly name: string; readonly judgements: readonly PrivacyJudgement[] }[];
}

/** The first message to a server in a worker. */
export interface WorkerStart {
  /** The text of `dist/knowledge.json`. */
  readonly knowledge: string;
  readonly version: string;
  /** The folder of the pages about rules and checks, as a uri. */
  readonly docs: string;
  /** The text of the file of translations for the language of the editor, where there is one. */
  readonly words?: string;
}
/** Names one client of the workspace: two practices may have clients with the same id. */
export interface ClientKey {
  readonly key: string;
}

export interface ClientOfParams {
  readonly uri: string;
}

export interface ClientListParams {
  /** The version of the list that the client has; without it all rows are sent. */
  readonly version?: number;
}

/** What changed in the list of clients since the version that was named. */
export interface ClientListResult {
  readonly version: number;
  /** True if these are all rows, and rows that were sent before are void. */
  readonly all: boolean;
  readonly rows: readonly ClientRow[];
  /** Keys of clients that are gone. */
  readonly removed: readonly string[];
}

/** A client as the tree shows it. */
export interface ClientRow extends ClientKey, ClientSummary {
  /** How many notes there are. */
  readonly sessions: number;
}

export interface SessionRow {
  readonly uri: string;
  /** `YYYY-MM-DD`; absent where the note has no day. */
  readonly date?: string;
  readonly therapist?: string;
  /** 0–10. */
  readonly painBefore?: number;
  readonly painAfter?: number;
  readonly signed: boolean;
}

export interface ClientAlertsParams {
  readonly keys: readonly string[];
}

/** The conditions and medications of a client that need care before any treatment, the most serious first. */
export interface ClientAlertsRow extends ClientKey {
  readonly alerts: readonly { readonly name: string; readonly level: 'absolute' | 'local' | 'relative' }[];
}

export type DueKind = 'missing-note' | 'unsigned' | 'follow-up' | 'reassessment' | 'consent';

/** What is due of one kind; `items` are the first of them, `count` says how many there are. */
export interface DueGroup {
  readonly kind: DueKind;
  readonly count: number;
  readonly items: readonly DueRow[];
}

export interface DueRow extends ClientKey {
  readonly client: string;
  readonly name?: string;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  /** A sentence without words of a note. */
  readonly message: string;
  readonly uri: string;
  /** The offset of its place, in UTF-16 units. */
  readonly offset: number;
}

/** The page of a note, or of a client. */
export type PageParams = { readonly uri: string } | ClientKey;

export interface PageResult {
  readonly title: string;
  readonly lang: string;
  readonly styles: string;
  /** In order. Markup in which everything from notes is escaped; it holds no script. */
  readonly parts: readonly { readonly id: string; readonly markup: string }[];
}

/** A page as an HTML document of its own, to be saved and printed. */
export interface PageDocument {
  readonly title: string;
  readonly html: string;
}

export interface PickRegionParams {
  readonly uri: string;
  readonly region: string;
  readonly side?: 'left' | 'right' | 'bilateral';
  /** Where the cursor stands, in UTF-16 units. */
  readonly offset: number;
}

/** Where the note speaks of the region, or what to insert where; offsets in UTF-16 units. */
export type PickRegionResult =
  | { readonly kind: 'jump'; readonly start: number; readonly end: number }
  | { readonly kind: 'insert'; readonly offset: number; readonly text: string };

export interface LetterParams extends ClientKey {
  /** Who writes; empty if nobody is named. */
  readonly therapist: string;
}

export interface LetterResult {
  readonly text: string;
}

/** The scheme of read-only texts that the server makes: `soap-notes:/summary/maria-lopez.md?<key>`. */
export const textScheme = 'soap-notes';
