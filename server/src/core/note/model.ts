// The typed model of a session note, a client record and a practice file. Read-only, built once by the parsers.
import type { Span } from '../text/span';
import type { FieldId } from './fields';
import type { SectionId } from './sections';

/** Something the reader could not use as written. Never thrown: parsing always gives a value and its problems. */
export interface Problem {
  /** Stable id, `family/kebab-name`, such as `note/unknown-key`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly span: Span;
  /** One plain sentence of fewer than 140 characters that says what to do. */
  readonly message: string;
  /** What may stand there instead, where one thing alone was meant. */
  readonly replacement?: string;
}

/** A parsed value and what could not be read. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** A scalar with its place. For `therapist: a.rivera` the span covers `a.rivera`. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** A session note. The text is kept as it was read: the model only points into it. */
export interface Note {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  /** What a header that was pasted along says: `Patient Name: …`, `Date of Visit: …`. Front matter goes first. */
  readonly header?: NoteHeader | undefined;
  /** Blocks before the first section heading. */
  readonly preamble: readonly Block[];
  readonly sections: readonly Section[];
}

/** Fields that other systems print above a note. Their words stay in the preamble. */
export interface NoteHeader {
  /** The client's name as written, which is no id. */
  readonly client: Located<string> | undefined;
  readonly clientId: Located<string> | undefined;
  readonly date: Located<DateTime> | undefined;
  readonly therapist: Located<string> | undefined;
}

/** The YAML between the `---` lines; `span` covers both fences, `body` what is between them. */
export interface FrontMatter {
  readonly span: Span;
  readonly body: Span;
  /** Every top-level key in order, known or not. */
  readonly entries: readonly FrontMatterEntry[];
  readonly client: Located<string> | undefined;
  readonly date: Located<DateTime> | undefined;
  readonly therapist: Located<string> | undefined;
  readonly durationMinutes: Located<number> | undefined;
  readonly type: Located<NoteType> | undefined;
  readonly consent: Located<string> | undefined;
  /** The day on which the note was written, where it differs from the session's. */
  readonly entered?: Located<DateTime> | undefined;
  /** What `late-entry:` says; `no` and `false` are read as nothing. */
  readonly lateEntry?: Located<string> | undefined;
  readonly licence?: Located<string> | undefined;
  readonly conditions: readonly ConditionEntry[];
  readonly medications: readonly MedicationEntry[];
  readonly clearances: readonly ClearanceEntry[];
  readonly overrides: readonly OverrideEntry[];
  readonly surgeries?: readonly SurgeryEntry[];
  readonly allergies?: readonly Located<string>[];
  readonly pregnancy?: PregnancyEntry | undefined;
  /** The place of the value of `signed:`; a note that has one is closed and takes addenda only. */
  readonly signed?: Span | undefined;
}

export interface FrontMatterEntry {
  readonly key: Located<string>;
  /** The value's place; empty where there is none. */
  readonly value: Span;
}

export const noteTypes = ['initial', 'follow-up', 'wellness', 'discharge'] as const;
export type NoteType = (typeof noteTypes)[number];

/** One section: from its heading to the next heading of a section. */
export interface Section {
  readonly id: SectionId;
  readonly span: Span;
  /** For `## Subjective` this covers the whole heading line without its line end; for `S: c/o pain` it covers `S:`. */
  readonly heading: Span;
  /** The title alone: `Subjective`, `S`. */
  readonly title: Span;
  readonly blocks: readonly Block[];
}

/** A field (`Label: value`), or a line or paragraph of free text. */
export type Block = Field | Text;

/** For `- Deep tissue: L QL, 15 min` the label covers `Deep tissue`, the value `L QL, 15 min`. */
export interface Field {
  readonly kind: 'field';
  readonly span: Span;
  readonly label: Span;
  /** The known field that the label names, if it does; `Deep tissue` names none. */
  readonly field: FieldId | undefined;
  /** Empty span after the colon where there is no value on the line. Wrapped continuation lines are part of it. */
  readonly value: Span;
  /** Indented list items below the label. */
  readonly children: readonly Block[];
  /** The state of a check box before it: `- [x] DVT: left`. An empty box says that it does not hold, or is to do. */
  readonly checked?: boolean;
  /** True for a heading that names no section: `### Vitals`, `**Low back**`, `SOCIAL HISTORY`. */
  readonly heading?: boolean;
}

/** A paragraph or list item; wrapped lines belong to one text. `span` starts at the bullet, `content` after it. */
export interface Text {
  readonly kind: 'text';
  readonly span: Span;
  readonly content: Span;
  readonly children: readonly Block[];
  /** The state of a check box before it, as for a field. */
  readonly checked?: boolean;
  /** True for a heading that names no section: `### Vitals`, `**Low back**`, `SOCIAL HISTORY`. */
  readonly heading?: boolean;
}

/** A calendar day, `YYYY-MM-DD`. */
export type CivilDate = string;

/** A date of some precision: `2026-10-28`, `2026-10`, `2026`. */
export interface PartialDate {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly precision: 'day' | 'month' | 'year' | 'decade';
}

export interface DateTime {
  readonly date: CivilDate;
  /** `HH:MM`, 24-hour clock. */
  readonly time: string | undefined;
}

export type Side = 'left' | 'right' | 'bilateral';
export type ConditionStatus = 'active' | 'resolved' | 'history' | 'suspected';

/** An entry of `conditions:` in a note's front matter or a client record. A bare string is a name alone. */
export interface ConditionEntry {
  readonly span: Span;
  readonly name: Located<string>;
  readonly region: Located<string> | undefined;
  readonly side: Located<Side> | undefined;
  readonly since: Located<PartialDate> | undefined;
  readonly until: Located<PartialDate> | undefined;
  readonly status: Located<ConditionStatus> | undefined;
  readonly severity: Located<string> | undefined;
  readonly note: Located<string> | undefined;
}

export interface MedicationEntry {
  readonly span: Span;
  readonly name: Located<string>;
  readonly since: Located<PartialDate> | undefined;
  readonly until: Located<PartialDate> | undefined;
  readonly dose: Located<string> | undefined;
}

export interface SurgeryEntry {
  readonly span: Span;
  readonly name: Located<string>;
  readonly region: Located<string> | undefined;
  readonly side: Located<Side> | undefined;
  readonly on: Located<PartialDate> | undefined;
}

export interface ClearanceEntry {
  readonly span: Span;
  /** A condition, medication or rule id. */
  readonly for: Located<string>;
  readonly by: Located<string> | undefined;
  readonly on: Located<PartialDate> | undefined;
  readonly until: Located<PartialDate> | undefined;
  /** What it allows; empty means what the rule restricts. */
  readonly allows: readonly Located<string>[];
  readonly document: Located<string> | undefined;
}

export const overrideReasons = [
  'will-monitor',
  'not-clinically-significant',
  'benefit-outweighs-risk',
  'client-informed-choice',
  'wrong-match',
] as const;
export type OverrideReason = (typeof overrideReasons)[number];

export interface OverrideEntry {
  readonly span: Span;
  readonly rule: Located<string>;
  readonly reason: Located<OverrideReason> | undefined;
  readonly note: Located<string> | undefined;
  readonly until: Located<PartialDate> | undefined;
  /** For `wrong-match`: the phrase that was matched wrongly. */
  readonly phrase: Located<string> | undefined;
  /** Who decided, and from which day on it holds; in a note the therapist and the session's day. */
  readonly by: Located<string> | undefined;
  readonly on: Located<PartialDate> | undefined;
}

/** A client record: what holds across sessions. */
export interface ClientRecord {
  readonly text: string;
  readonly id: Located<string> | undefined;
  /** Ids under which the client was kept before: notes that name one of them still belong to the client. */
  readonly formerIds: readonly Located<string>[];
  readonly name: Located<string> | undefined;
  readonly born: Located<PartialDate> | undefined;
  readonly intake: Located<PartialDate> | undefined;
  readonly entries: readonly FrontMatterEntry[];
  readonly conditions: readonly ConditionEntry[];
  readonly medications: readonly MedicationEntry[];
  readonly surgeries: readonly SurgeryEntry[];
  readonly allergies: readonly Located<string>[];
  readonly pregnancy: PregnancyEntry | undefined;
  readonly clearances: readonly ClearanceEntry[];
  readonly overrides: readonly OverrideEntry[];
  readonly consent: ConsentEntry | undefined;
  readonly guardian?: GuardianEntry | undefined;
  readonly plan: PlanEntry | undefined;
  /** Regions to be left out, as the client wishes. */
  readonly avoid: readonly Located<string>[];
}

export interface PregnancyEntry {
  readonly span: Span;
  readonly due: Located<PartialDate>;
}

/** `plan:` of a client record; `goals` are free words. */
export interface PlanEntry {
  readonly span: Span;
  readonly frequency: Located<string> | undefined;
  readonly until: Located<PartialDate> | undefined;
  readonly goals: readonly Located<string>[];
}

export interface ConsentEntry {
  readonly span: Span;
  readonly signed: Located<PartialDate> | undefined;
  readonly expires: Located<PartialDate> | undefined;
  /** Regions that the consent names as sensitive and allows. */
  readonly sensitiveAreas: readonly Located<string>[];
  /** The areas and techniques that the consent is for; empty where it names none. */
  readonly areas: readonly Located<string>[];
  readonly techniques: readonly Located<string>[];
}

/** Who answers for a client under 18, and when they agreed. */
export interface GuardianEntry {
  readonly span: Span;
  readonly name: Located<string> | undefined;
  readonly consent: Located<PartialDate> | undefined;
}

/** `practice.yaml`: settings of the practice; marks its root. */
export interface Practice {
  readonly text: string;
  readonly name: Located<string> | undefined;
  readonly opaqueIds: boolean;
  /** The id of the profile of completeness that the practice keeps to. */
  readonly profile: Located<string> | undefined;
  /** The values of every known key by its path: `privacy`, `billing.units`. A single value is a list of one. */
  readonly settings: ReadonlyMap<string, readonly Located<string>[]>;
  readonly entries: readonly FrontMatterEntry[];
}
