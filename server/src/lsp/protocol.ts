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
  /** Request to the server, `AddendumParams`: `SignResult`. */
  addendum: 'soapNotes/addendum',
  /** Request to the server without params: `null`. The client asks it to learn whether the server still answers. */
  ping: 'soapNotes/ping',
} as const;

/**
 * The command of a line above a note: opens a document at a place. Arguments: its uri, and a range of the protocol.
 */
export const goToCommand = 'soapNotes.goTo';

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
}
