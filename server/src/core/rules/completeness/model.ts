// What completeness is asked with, and how it answers.
import type { Profile, RequirementKind } from '../../knowledge/profile';
import type { SectionId } from '../../note/sections';
import type { Span } from '../../text/span';
import type { CheckInput } from '../check';
import type { Because, Fix } from '../finding';
import type { NoteParts } from './note-parts';

/** A note with what its profile asks about. */
export interface Asked {
  readonly input: CheckInput;
  readonly profile: Profile;
  readonly parts: NoteParts;
  /** True for a first session: the note says so, or it is the only one of its client. */
  readonly isInitial: boolean;
  /** True if the session treats a complaint, as against relaxation. */
  readonly isForCondition: () => boolean;
  /** False where the note says that no session was given. */
  readonly isTreated: boolean;
  /** The client's age in whole years on the session's day, if the record gives a date of birth. */
  readonly age: number | undefined;
}

/** What a note and its record say to one question. */
export type Reply =
  | { readonly state: 'there' }
  | { readonly state: 'missing' }
  /** A label or key stands there with nothing behind it. */
  | { readonly state: 'empty'; readonly at: Span | undefined }
  /** It is there and does not do: said on its own, never in a list of what is missing. */
  | {
      readonly state: 'wrong';
      readonly at?: Span | undefined;
      /** A sentence of its own; the rule that asks is named behind it. */
      readonly message: string;
      readonly because?: readonly Because[];
      readonly fixes?: readonly Fix[];
    };

/** What a fix adds: a key of the front matter, lines of the client record, or a field of a section. */
export type Insert =
  | { readonly kind: 'key'; readonly key: string; readonly value?: string }
  | { readonly kind: 'record'; readonly key: string; readonly lines: readonly string[] }
  | { readonly kind: 'field'; readonly section: SectionId; readonly label: string };

/** One thing that can be asked for. */
export interface Requirement {
  /** As it stands in a list: `Missing: duration, plan`. */
  readonly name: string;
  /** A sentence where `No <name>.` would read as a statement of the note. */
  readonly sentence?: string;
  /** Where a finding stands: the front matter, or a section if it is there. */
  readonly place: 'top' | SectionId;
  readonly reply: (asked: Asked) => Reply;
  /** What answers it; undefined where no one place is right. */
  readonly insert?: (asked: Asked) => Insert | undefined;
}

export type RequirementTable<K extends RequirementKind> = Readonly<Record<K, Requirement>>;

export const there: Reply = { state: 'there' };
export const missing: Reply = { state: 'missing' };

/** There, empty at a place, or missing. */
export const replyOf = (isThere: boolean, emptyAt?: Span | undefined): Reply =>
  isThere ? there : emptyAt === undefined ? missing : { state: 'empty', at: emptyAt };
